using System.Diagnostics;

namespace Etudes.DojoLoad;

/// <summary>So many teams that check at one pace for a time, at a board of their own.</summary>
public sealed record Load(int Teams, int Checks, TimeSpan Pace, bool ByFolder = false)
{
    /// <summary>Of the answers, in the order of their length.</summary>
    private double[] _seconds = [], _greetings = [];

    public double Median => At(_seconds, 0.5);

    public double Percentile99 => At(_seconds, 0.99);

    /// <summary>Of answers that need nothing: what the machine makes of it.</summary>
    public double Greeting99 => At(_greetings, 0.99);

    public double Memory { get; private set; }

    public double Megabytes { get; private set; }

    private string Words => $"{Teams} teams{(ByFolder ? " through a folder" : "")}, a check each every {Pace.TotalSeconds:0.#} s, {Teams * Checks} checks";

    /// <param name="meanwhile">What happens to the board during it.</param>
    public async Task<Load> Run(Bars bars, Func<Board, Task>? meanwhile = null)
    {
        string? folder = ByFolder ? Directory.CreateTempSubdirectory("kata-dojo-").FullName : null;
        try
        {
            using var board = new Board(folder);
            IWay way = folder is null ? new Network(board) : new Folder(folder, board);
            Team[] teams = [.. Enumerable.Range(1, Teams).Select(i => new Team(i, board.Code, way))];
            var checking = Task.WhenAll(teams.Select((team, i) => Task.Run(() => team.Check(Checks, Pace, Pace * i / Teams))));
            if (meanwhile is not null) await meanwhile(board);
            else if (way is Network network) _greetings = await Greetings(network, checking);
            await checking;
            board.LookAtMemory();
            _seconds = [.. teams.SelectMany(team => team.Seconds).Order()];
            (Memory, Megabytes) = (board.Memory / 1e6, board.Record.Length / 1e6);
            bars.NoneLostNoneTwice(Words, [.. teams.SelectMany(team => team.Told)], board.Record);
            bars.Must(board.Lives, $"the board still runs, with at most 200 MB of managed memory; with its code it had {Memory:f0} MB");
            return this;
        }
        finally { if (folder is not null) Directory.Delete(folder, recursive: true); }
    }

    private static async Task<double[]> Greetings(Network network, Task until)
    {
        List<double> seconds = [];
        while (!until.IsCompleted)
        {
            long began = Stopwatch.GetTimestamp();
            await network.Greet();
            seconds.Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
            await Task.Delay(100);
        }
        return [.. seconds.Order()];
    }

    private static double At(double[] seconds, double part) => seconds.ElementAtOrDefault((int)(part * (seconds.Length - 1))) * 1000;

    public string Row => $"| {Teams} | {Teams * Checks} | {Median:f1} | {Percentile99:f1} | {Memory:f0} | {Megabytes:f1} |";

    public const string Head = """
        | teams | checks | answer, median ms | 99th percentile ms | memory MB | record MB |
        |---|---|---|---|---|---|
        """;
}
