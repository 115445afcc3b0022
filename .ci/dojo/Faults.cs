using System.Diagnostics;

namespace Etudes.DojoLoad;

/// <summary>What happens to a room: the board falls, a laptop is cut off, another one ends, a clock is wrong.</summary>
/// <param name="falls">So often the board is ended and started again.</param>
/// <param name="cut">So long a laptop is cut off.</param>
public sealed class Faults(Bars bars, int falls, TimeSpan cut)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(3), s_patience = TimeSpan.FromSeconds(60);

    public async Task Happen(Board board)
    {
        using var relay = new Relay(board.Port);
        using Laptop isCut = new("cut off", relay.Port, board.Code), falls = new("falls", board.Port, board.Code), early = new("an hour early", board.Port, board.Code);
        early.Variables["KATA_NOW"] = DateTimeOffset.Now.AddHours(1).ToString("o");
        Laptop[] laptops = [isCut, falls, early];
        foreach (var laptop in laptops)
        {
            laptop.Join();
            laptop.Save();
        }
        await Task.WhenAll(Task.Run(() => FallOften(board)), Task.Run(() => CutOff(relay, isCut)), Task.Run(() => Fall(falls)), Task.Run(() => Save(early, 5)));
        foreach (var laptop in laptops) Look(board, laptop);
    }

    private void FallOften(Board board)
    {
        List<double> seconds = [];
        for (int i = 0; i < falls; i++)
        {
            Thread.Sleep(s_pause);
            long began = Stopwatch.GetTimestamp();
            board.Fall();
            seconds.Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
        }
        Console.WriteLine($"the board was ended {falls} times, and was there again after {seconds.Order().ElementAt(falls / 2):f1} s in the median");
    }

    private void CutOff(Relay relay, Laptop laptop)
    {
        relay.IsCut = true;
        var time = Stopwatch.StartNew();
        for (int i = 0; time.Elapsed < cut; i++)
        {
            if (i < 3) laptop.Save();
            Thread.Sleep(1000);
        }
        relay.IsCut = false;
        laptop.Save();
    }

    private static void Fall(Laptop laptop)
    {
        for (int i = 0; i < 2; i++)
        {
            laptop.Fall();
            laptop.Join();
            Save(laptop, 2);
        }
    }

    private static void Save(Laptop laptop, int times)
    {
        for (int i = 0; i < times; i++)
        {
            laptop.Save();
            Thread.Sleep(2000);
        }
    }

    /// <summary>All that a laptop has checked is on the board, at its right time.</summary>
    private void Look(Board board, Laptop laptop)
    {
        var own = laptop.Record.OfTeams;
        Recorded[] kept;
        for (var time = Stopwatch.StartNew(); (kept = [.. board.Record.OfTeams.Where(happened => happened.Team == own[0].Team)]).Length < own.Length && time.Elapsed < s_patience;) Thread.Sleep(200);
        bars.NoneLostNoneTwice($"the laptop '{laptop.Name}'", [.. own.Select(happened => (happened.Team, happened.N))], board.Record);
        DateTimeOffset[] at = [.. kept.Where(happened => happened.Kind == "check").OrderBy(happened => happened.N).Select(happened => happened.At!.Value)];
        double wrong = at.Length == laptop.Checked.Count ? at.Zip(laptop.Checked, (board, right) => Math.Abs((board - right).TotalSeconds)).Max() : double.PositiveInfinity;
        bars.Must(wrong < 10, $"its {laptop.Checked.Count} checks are {at.Length} on the board, whose times are wrong by at most {wrong:f1} s");
    }
}
