using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Etudes.DojoLoad;

/// <summary>The real kata dojo join: what is saved there is judged there, and told to the board.</summary>
/// <param name="port">Where it finds the board.</param>
public sealed class Laptop(string name, int port, string code) : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private const string End = "\u0004";

    private readonly Machine _machine = new();
    private readonly List<DateTimeOffset> _checked = [];
    private BlockingCollection<string> _lines = [];
    private Process? _process;

    public string Name => name;

    public Dictionary<string, string> Variables => _machine.Variables;

    /// <summary>When its saves were judged, by the right clock.</summary>
    public IReadOnlyList<DateTimeOffset> Checked => _checked;

    /// <summary>What it has written down.</summary>
    public Record Record => _machine.Record;

    /// <summary>Joins as a person does: once more where the board does not answer.</summary>
    public void Join()
    {
        do Start();
        while (!IsJudged()); // what lies there is judged first; nobody meant it
    }

    private void Start()
    {
        Kill();
        _process = _machine.Start("dojo", "join", $"localhost:{port}", code, "--team", name, "--names", "ada,bob");
        var lines = _lines = [];
        _process.OutputDataReceived += (_, e) => lines.Add(e.Data ?? End);
        _process.BeginOutputReadLine();
    }

    /// <summary>Saves the stub and waits for the verdict.</summary>
    public void Save()
    {
        _machine.Save($"{Guid.NewGuid()}");
        if (!IsJudged()) throw new InvalidOperationException($"kata dojo join of '{name}' has ended");
        _checked.Add(DateTimeOffset.Now);
    }

    /// <summary>Waits for the verdict; false where the command ends without one.</summary>
    private bool IsJudged()
    {
        while (_lines.TryTake(out string? line, s_patience))
            if (line == End || Regex.IsMatch(line, @"^ \d+\.\d\d s$")) return line != End;
        throw new TimeoutException($"'{name}' has no verdict");
    }

    /// <summary>Ends it while it writes a line.</summary>
    public void Fall()
    {
        Kill();
        File.AppendAllText(Record.Path, """{"kind":"check","kata":"TopK","light":"Gre""");
    }

    private void Kill()
    {
        _process?.Kill(entireProcessTree: true);
        _process?.WaitForExit();
        _process?.Dispose();
        _process = null;
    }

    public void Dispose()
    {
        Kill();
        _machine.Dispose();
    }
}
