using System.Diagnostics;

namespace Etudes.DojoLoad;

/// <summary>A machine of the room: a copy of the katas, and the kata command in it.</summary>
public sealed class Machine : IDisposable
{
    private const string Stub = "Katas/Heap/TopK/TopK.cs";

    private static readonly string s_program = Path.Combine(Directory.GetCurrentDirectory(), "Dojo/bin/Release/net10.0/Etudes.Dojo.dll");

    private readonly string _root = Directory.CreateTempSubdirectory("kata-dojo-").FullName;
    private readonly string _stub;

    public Machine()
    {
        using var git = Process.Start("git", ["checkout-index", "--all", $"--prefix={_root}/"]);
        git.WaitForExit();
        _stub = File.ReadAllText(Path.Combine(_root, Stub));
    }

    /// <summary>Variables of the command.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    /// <summary>What the command writes down of a dojo.</summary>
    public Record Record => new(Directory.EnumerateFiles(Path.Combine(_root, ".kata/private/dojo"), "*.jsonl").Single());

    /// <summary>Saves the stub with another remark.</summary>
    public void Save(string remark) => File.WriteAllText(Path.Combine(_root, Stub), $"{_stub}\n// {remark}\n");

    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [s_program, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = _root };
        (start.Environment["KATA_ROOT"], start.Environment["KATA_BUILT"]) = (_root, "1");
        foreach (var (name, value) in Variables) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
