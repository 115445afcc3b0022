using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace Etudes.Loop;

/// <summary>A watch behind a pipe: what it says of a save, and how long after it.</summary>
public sealed class Watch : IDisposable
{
    private readonly BlockingCollection<(string Line, long At)> _lines = [];
    private readonly string _kata;
    private readonly Process _process;
    private readonly Action<string> _save;
    private long _began = Stopwatch.GetTimestamp();

    public Watch(string kata, Process process, Action<string> save)
    {
        (_kata, _process, _save) = (kata, process, save);
        _process.OutputDataReceived += (_, e) => _lines.Add((e.Data ?? "", Stopwatch.GetTimestamp()));
        _process.BeginOutputReadLine();
    }

    public (double Broken, double End) Save(string answer, string state)
    {
        while (_lines.TryTake(out _)) { }
        _began = Stopwatch.GetTimestamp();
        _save(answer);
        return Verdict(state);
    }

    /// <summary>
    /// The seconds until the first broken law (NaN without one) and until the end of the check.
    /// </summary>
    /// <param name="state">What the check must find, so that the right thing is timed.</param>
    public (double Broken, double End) Verdict(string state)
    {
        double broken = double.NaN;
        while (_lines.TryTake(out var line, 30_000))
        {
            double seconds = Stopwatch.GetElapsedTime(_began, line.At).TotalSeconds;
            var (isBroken, found) = Read(line.Line);
            if (isBroken && double.IsNaN(broken)) broken = seconds;
            if (found is null) continue;
            if (found != state) throw new InvalidOperationException($"what was saved for {_kata} should be {state} but is {found}");
            if (found == "Red" && double.IsNaN(broken)) throw new InvalidOperationException($"what was saved for {_kata} does not compile");
            return (broken, seconds);
        }
        throw new TimeoutException($"the watch of {_kata} said nothing for 30 s");
    }

    /// <summary>A line of watch --json; the end of the check comes last.</summary>
    private static (bool Broken, string? State) Read(string line)
    {
        if (line.Length == 0) return (false, null);
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("event").GetString() switch
        {
            "law" => (json.RootElement.GetProperty("verdict").GetProperty("outcome").GetString() is "Broken" or "Hung", null),
            "checked" => (false, json.RootElement.GetProperty("check").GetProperty("state").GetString()),
            _ => (false, null),
        };
    }

    public long Memory => Both.Sum(process => process.WorkingSet64);

    public TimeSpan Processor => Both.Aggregate(TimeSpan.Zero, (sum, process) => sum + process.TotalProcessorTime);

    /// <summary>The command and its worker.</summary>
    private IEnumerable<Process> Both => Process.GetProcesses().Where(process => process.Id == _process.Id || File.Exists($"/proc/{process.Id}/stat")
        && File.ReadAllText($"/proc/{process.Id}/stat").Split(") ")[^1].Split(' ')[1] == $"{_process.Id}");

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
