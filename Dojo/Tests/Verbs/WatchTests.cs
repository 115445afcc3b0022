using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Etudes.Dojo;

/// <summary>The watch end to end, through pipes and through a pseudo-terminal.</summary>
public sealed class WatchTests : IDisposable
{
    private readonly Workspace _work = new();
    private readonly StringBuilder _seen = new();

    [Fact]
    public void Through_a_pipe_it_is_a_line_log_with_letters()
    {
        using var watch = _work.Start("watch", "TopK");
        Session(watch, () => Converse(watch, list: "0 of "));
        Assert.DoesNotContain("\x1b", _seen.ToString());
        Assert.Matches(@"(?m)^ checking\.\.\.\r?$", _seen.ToString());
    }

    [Fact]
    public void At_a_terminal_it_has_keys()
    {
        if (OperatingSystem.IsWindows()) return; // script gives a program a terminal
        string call = $"'{Workspace.DotNet}' exec '{Workspace.Program}' watch TopK";
        using var watch = _work.StartProgram("script", OperatingSystem.IsMacOS() ? ["-q", "/dev/null", "sh", "-c", call] : ["-qfec", call, "/dev/null"]);
        Session(watch, () => Converse(watch, list: "> TopK"));
        Assert.Contains("\x1b[", _seen.ToString());
        Assert.Contains("h hint  c check  n next  w page  ? more  q quit", _seen.ToString());
    }

    [Fact]
    public void Awkward_saves_get_their_verdicts()
    {
        using var watch = _work.Start("watch", "TopK");
        Session(watch, () =>
        {
            Expect("not written yet");
            string half = Workspace.Green[..(Workspace.Green.Length / 2)];
            _work.Answer = half;
            Expect("Katas/Heap/TopK/TopK.cs(");
            Expect("error CS");
            File.AppendAllText(_work.Full("Katas/Heap/TopK/TopK.cs"), Workspace.Green[half.Length..]);
            Expect("TopK is green");
            _work.Answer = "";
            Expect("there is no class Etudes.Heap.TopK in Katas/Heap/TopK/TopK.cs");
            _work.Answer = Workspace.Green.Replace("class TopK : ITopK, ITopKByOrder", "class TopK");
            Expect("TopK must be a class that implements ITopK: see Katas/Heap/TopK/TopK.Contract.cs");
            File.Delete(_work.Full("Katas/Heap/TopK/TopK.cs"));
            Expect("Katas/Heap/TopK/TopK.cs cannot be read");
            _work.Answer = "\ufeff" + Workspace.Red.Replace("\n", "\r\n");
            Expect("Failed TopK");
            _work.Answer = Workspace.Green.Replace("ArgumentOutOfRangeException.ThrowIfNegative(k);", "int x = \"three\";");
            Expect("error CS0029");
            File.WriteAllText(_work.Full("Katas/Heap/TopK/TopK.new"), Workspace.Green);
            File.Move(_work.Full("Katas/Heap/TopK/TopK.new"), _work.Full("Katas/Heap/TopK/TopK.cs"), overwrite: true);
            Expect("TopK is green");
        });
    }

    [Fact]
    public void By_key_a_save_does_not_check_and_c_does()
    {
        using var watch = _work.Start("watch", "TopK", "--by-key");
        Session(watch, () =>
        {
            Expect("not written yet");
            _work.Answer = Workspace.Red;
            Thread.Sleep(1000);
            watch.StandardInput.Write("h");
            Expect("Brute force (1 of 3)");
            lock (_seen) Assert.DoesNotContain("Failed TopK", _seen.ToString());
            watch.StandardInput.Write("c");
            Expect("Failed TopK");
            watch.StandardInput.Write("o");
            Expect("TopK is not green; how fast a wrong answer is says nothing");
            watch.StandardInput.Write("q");
            Assert.True(watch.WaitForExit(TimeSpan.FromSeconds(30)));
        });
    }

    [Fact]
    public void For_tools_every_line_is_an_event()
    {
        using var watch = _work.Start("watch", "TopK", "--json");
        Session(watch, () =>
        {
            Expect("\"state\":\"NotWritten\"");
            _work.Answer = Workspace.Red;
            Expect("\"outcome\":\"Broken\"");
            Expect("\"state\":\"Red\"");
            _work.Answer = Workspace.Green;
            Expect("\"state\":\"Green\"");
        });
        string[] lines = _seen.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var events = lines.Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.All(events, happened => Assert.Equal(2, happened.GetProperty("version").GetInt32()));
        int laws = events.Last().GetProperty("check").GetProperty("laws").GetInt32();
        var last = events.TakeLast(laws + 1).Select(happened => happened.GetProperty("event").GetString());
        Assert.Equal([.. Enumerable.Repeat("law", laws), "checked"], last);
    }

    private void Session(Process watch, Action converse)
    {
        watch.StandardInput.AutoFlush = true;
        watch.OutputDataReceived += (_, e) => { lock (_seen) _seen.AppendLine(e.Data); };
        watch.BeginOutputReadLine();
        try { converse(); }
        finally
        {
            if (!watch.HasExited) watch.Kill(entireProcessTree: true);
        }
    }

    /// <param name="list">What the list of katas says.</param>
    private void Converse(Process watch, string list)
    {
        Expect("not written yet");
        _work.Answer = Workspace.Red;
        Expect("Failed TopK: keeps the k largest in descending order");
        watch.StandardInput.Write("h");
        Expect("Brute force (1 of 3)");
        watch.StandardInput.Write("s");
        Expect("s once more gives up");
        watch.StandardInput.Write("?");
        Expect("p previous");
        watch.StandardInput.Write("l");
        Expect(list);
        _work.Answer = Workspace.Green;
        Expect("TopK is green: all ");
        Expect(" laws hold");
        int mistakes = File.ReadLines(Path.Combine(Repository.Root, "Properties", "Heap", "TopKMistakes.cs")).Count(line => line.Contains("[CaughtBy("));
        Expect($"it escapes the {mistakes} known mistakes");
        Expect("next: BottomK");
        watch.StandardInput.Write("f");
        Expect(" seed ");
        watch.StandardInput.Write("n");
        Expect("Katas/Heap/BottomK/BottomK.cs");
        watch.StandardInput.Write("p");
        Expect("Katas/Heap/TopK/TopK.cs");
        watch.StandardInput.Write("q");
        Assert.True(watch.WaitForExit(TimeSpan.FromSeconds(30)));
        Assert.Equal(0, watch.ExitCode);
    }

    /// <summary>Waits for words behind those that were expected before.</summary>
    private void Expect(string words)
    {
        var patience = Stopwatch.StartNew();
        while (patience.Elapsed < TimeSpan.FromSeconds(60))
        {
            lock (_seen)
                if (_seen.ToString().IndexOf(words, _expectedTo, StringComparison.Ordinal) is >= 0 and var at)
                {
                    _expectedTo = at + words.Length;
                    return;
                }
            Thread.Sleep(5);
        }
        Assert.Fail($"'{words}' was not said in: {_seen.ToString()[_expectedTo..]}");
    }

    private int _expectedTo;

    public void Dispose() => _work.Dispose();
}
