using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Etudes.DojoLoad;

/// <summary>A team that checks again and again. What is not acknowledged it sends once more.</summary>
public sealed class Team(int number, string code, IWay way)
{
    private const int AtOnce = 15; // so many have room in a message
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60), s_pause = TimeSpan.FromMilliseconds(300);

    private static readonly string[] s_lights = ["Red", "Amber", "Green"];

    private readonly List<JsonObject> _waiting = [];
    private readonly List<double> _seconds = [];
    private readonly string _id = $"{Guid.NewGuid():n}";
    private int _count;

    /// <summary>Its events, by their numbers.</summary>
    public IEnumerable<(string Team, int N)> Told => Enumerable.Range(1, _count).Select(n => (_id, n));

    /// <summary>How long each answer took.</summary>
    public IReadOnlyList<double> Seconds => _seconds;

    /// <param name="start">Waits so long: not all teams check at once.</param>
    public async Task Check(int checks, TimeSpan pace, TimeSpan start)
    {
        Add(new() { ["kind"] = "joined", ["code"] = code, ["name"] = $"team {number}", ["people"] = new JsonArray("ada", "bob") });
        await Flush();
        _seconds.Clear(); // how long it takes to join is another question
        await Task.Delay(start);
        var began = Stopwatch.StartNew();
        for (int i = 0; i < checks; i++)
        {
            if (i * pace - began.Elapsed is { Ticks: > 0 } wait) await Task.Delay(wait);
            Add(Made(i));
            await Send();
        }
        await Flush();
    }

    /// <summary>A check with some 3 KB of source, of which a line is new. Lights change, so that each is shown.</summary>
    private static JsonObject Made(int i) => new()
    {
        ["kind"] = "check",
        ["kata"] = "TopK",
        ["light"] = s_lights[i % 3],
        ["why"] = "",
        ["held"] = 3,
        ["laws"] = 9,
        ["broken"] = new JsonArray("Largest_returns_the_largest", "Ties_are_kept"),
        ["source"] = string.Concat(Enumerable.Range(0, 48).Select(line => $"    public static int Line{line}(int[] stream, int k) => stream[{(line == i % 48 ? i : 0)}];\n")),
    };

    private void Add(JsonObject happened)
    {
        (happened["team"], happened["n"], happened["v"], happened["time"]) = (_id, ++_count, 1, DateTimeOffset.Now.ToString("o"));
        _waiting.Add(happened);
    }

    private async Task<bool> Send()
    {
        long began = Stopwatch.GetTimestamp();
        try
        {
            int kept = await way.Send(_id, [.. _waiting.Take(AtOnce)]);
            _waiting.RemoveAll(happened => (int)happened["n"]! <= kept);
            _seconds.Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
            return true;
        }
        catch (IOException) { return false; }
    }

    private async Task Flush()
    {
        for (var patience = Stopwatch.StartNew(); _waiting.Count > 0 && patience.Elapsed < s_patience;)
            if (!await Send()) await Task.Delay(s_pause);
    }
}
