using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Etudes.Dojo;

/// <summary>What a watch shows on a terminal of a given size: its last screen, row by row, without colours.</summary>
public sealed class ScreenTests : IDisposable
{
    private readonly Workspace _work = new();
    private readonly StringBuilder _seen = new();
    private Process? _watch;

    [Theory]
    [InlineData(60, 20)]
    [InlineData(80, 24)]
    [InlineData(110, 40)]
    public void The_first_row_and_the_first_broken_law_stay_whatever_is_shown(int columns, int rows)
    {
        if (OperatingSystem.IsWindows()) return; // script gives a program a terminal
        Start(columns, rows);
        _work.Answer = Workspace.Red;
        string[] first = Screen("stuck?");
        _watch!.StandardInput.Write("r"); // longer than the smallest window
        Screen("Level 1");
        _watch.StandardInput.Write("?");
        Screen("p previous");
        _watch.StandardInput.Write("l");
        string[] last = Screen("> TopK");
        foreach (string[] screen in (string[][])[first, last])
        {
            Assert.InRange(screen.Length, 5, rows);
            Assert.All(screen, row => Assert.True(row.Length <= columns, row));
            Assert.StartsWith("TopK  ", screen[0]);
            Assert.Equal("Failed TopK: keeps the k largest in descending order", screen[1]);
            Assert.Contains("q quit", screen[^1]);
        }
        Assert.Matches(@"^TopK  \d:\d\d of 20 min", Screen("of 20 min")[0]); // once the check has ended
    }

    [Fact]
    public void A_kata_is_chosen_by_arrows()
    {
        if (OperatingSystem.IsWindows()) return;
        _work.Write("Katas/Heap/BottomK/BottomK.cs",
            "namespace Etudes.Heap; public abstract class BottomK : IBottomK { public static int[] Smallest(IEnumerable<int> stream, int k) => throw new NotImplementedException(); }");
        Start(80, 24);
        _watch!.StandardInput.Write("l");
        Screen("> TopK");
        _watch.StandardInput.Write("\x1b[B"); // down
        Screen("> BottomK");
        _watch.StandardInput.Write("\r");
        Assert.StartsWith("BottomK  15 min", Screen("not written yet: BottomK")[0]);
    }

    [Theory]
    [InlineData("vscode", "code", "")]
    [InlineData("xterm", "code", " --edit 'code -n'")]
    public void The_stub_is_opened_in_the_editor_whose_terminal_this_is_or_that_is_named(string terminal, string editor, string flag)
    {
        if (OperatingSystem.IsWindows()) return;
        _work.Write($"bin/{editor}", "#!/bin/sh\nprintf '%s\\n' \"$*\" > \"$0.opened\"\n");
        File.SetUnixFileMode(_work.Full($"bin/{editor}"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        _work.Environment["PATH"] = $"{_work.Full("bin")}:{Environment.GetEnvironmentVariable("PATH")}";
        _work.Environment["TERM_PROGRAM"] = terminal;
        Start(80, 24, flag);
        var patience = Stopwatch.StartNew();
        while (!File.Exists(_work.Full($"bin/{editor}.opened")) && patience.Elapsed < TimeSpan.FromSeconds(30)) Thread.Sleep(20);
        Assert.Equal($"{(flag.Length > 0 ? "-n" : "-r")} {_work.Full("Katas/Heap/TopK/TopK.cs")}\n", File.ReadAllText(_work.Full($"bin/{editor}.opened")));
    }

    [Fact]
    public void A_narrow_list_breaks_no_word()
    {
        if (OperatingSystem.IsWindows()) return;
        _work.Answer = Workspace.Green;
        _work.Kata("check", "TopK");
        using var list = AtTerminal(60, 20, "list heap --level 1");
        string[] rows = [.. Regex.Replace(list.StandardOutput.ReadToEnd(), "\x1b\\[[0-9;?]*[a-zA-Z]|\r", "").Split('\n').Skip(1).Where(row => row.Trim().Length > 0)];
        Assert.All(rows, row => Assert.Matches(@"^  \w+ +(green|not written yet) +level 1( +best \d:\d\d)? *$", row));
        Assert.Contains(rows, row => row.Contains("best"));
    }

    [Theory]
    [InlineData("n\n", false)]
    [InlineData("y\n", true)]
    public void At_a_terminal_paste_asks_while_the_clock_runs(string answer, bool isShown)
    {
        if (OperatingSystem.IsWindows()) return;
        _work.Answer = Workspace.Red;
        _work.Kata("check", "TopK");
        using var paste = AtTerminal(80, 24, "paste TopK");
        paste.StandardInput.Write(answer);
        paste.StandardInput.Flush();
        string said = paste.StandardOutput.ReadToEnd();
        Assert.Contains("This shows the answer to TopK, and its clock is running. Give up?", Regex.Replace(said, "\\s+", " "));
        Assert.Equal((isShown, isShown), (said.Contains("class TopK"), new LearnerLog(_work.Full(".kata")).Of("TopK").GaveUp));
    }

    private Process AtTerminal(int columns, int rows, string arguments)
    {
        _work.Environment["TERM"] = "xterm-256color";
        string call = $"stty cols {columns} rows {rows}; exec '{Workspace.DotNet}' exec '{Workspace.Program}' {arguments}";
        return _work.StartProgram("script", OperatingSystem.IsMacOS() ? ["-q", "/dev/null", "sh", "-c", call] : ["-qfec", call, "/dev/null"]);
    }

    private void Start(int columns, int rows, string flags = "")
    {
        _watch = AtTerminal(columns, rows, $"watch TopK{flags}");
        _watch.StandardInput.AutoFlush = true;
        new Thread(() =>
        {
            while (_watch.StandardOutput.Read() is >= 0 and var letter)
                lock (_seen) _seen.Append((char)letter);
        })
        { IsBackground = true }.Start();
        Screen("not written yet: TopK");
    }

    /// <summary>The last screen, as soon as it is whole and says these words.</summary>
    private string[] Screen(string words)
    {
        var patience = Stopwatch.StartNew();
        while (patience.Elapsed < TimeSpan.FromSeconds(60))
        {
            Thread.Sleep(20);
            string all;
            lock (_seen) all = Regex.Replace(_seen.ToString(), "\u001b7.*?\u001b8", ""); // the clock's ticks
            string last = all.Split("\x1b[H")[^1];
            if (last.Contains(words) && last.Contains("q quit") && last.Contains("\x1b[J"))
                return [.. Regex.Replace(last[..last.IndexOf("\x1b[J")], "\x1b\\[[0-9;]*[mK]|\r", "").Split('\n').Select(row => row.TrimEnd())];
        }
        throw new TimeoutException($"'{words}' is not on the screen: {_seen}");
    }

    public void Dispose()
    {
        _watch?.Kill(entireProcessTree: true);
        _watch?.Dispose();
        _work.Dispose();
    }
}
