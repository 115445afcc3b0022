using System.Text.Json;

namespace Etudes.Dojo;

/// <summary>A program is judged on cases, whatever it does, and nothing of it runs on.</summary>
public sealed class JudgeTests : IDisposable
{
    /// <summary>It does what the first word of its input says.</summary>
    private const string Actor = """
        using System.Diagnostics;
        string word = Console.ReadLine() ?? "";
        switch (word)
        {
            case "wrong": Console.WriteLine("1 2\n4"); break;
            case "spins": while (true) { }
            case "sleeps": Thread.Sleep(Timeout.Infinite); break;
            case "floods": while (true) Console.Write(new string('x', 1 << 16));
            case "complains": for (int i = 0; i < 100_000; i++) Console.Error.WriteLine("no, no, no"); return 3;
            case "throws": throw new InvalidOperationException("no");
            case "overflows": Deeper(0); break;
            case "waits": Child(); Thread.Sleep(Timeout.Infinite); break;
            case "leaves": Child(); Console.WriteLine("1 2\n3"); break;
            default: Console.WriteLine("1 2\n3"); break; // what else stands in the input is not read
        }
        return 0;

        static int Deeper(int depth) => depth < 0 ? 0 : 1 + Deeper(depth + 1);
        static void Child() => File.WriteAllText(Console.ReadLine()!, $"{Process.Start("sleep", "1000").Id}");
        """;

    private readonly Workspace _work = new();

    [Fact]
    public void Whatever_a_program_does_its_verdict_comes()
    {
        if (!OperatingSystem.IsLinux()) return; // sleep, /proc
        var said = Verdicts(60, "right", "wrong", "floods", "complains", "throws", "overflows", "leaves", "reads nothing");
        foreach (string word in (string[])["right", "leaves", "reads nothing"]) Assert.Equal("AC ", said[word]);
        Assert.Equal("WA line 2, token 1: expected '3' but got '4'", said["wrong"]);
        Assert.Equal("RE its output has no end: it is longer than 64 MB", said["floods"]);
        Assert.Equal("RE exit code 3: no, no, no", said["complains"]);
        Assert.Equal("RE exit code 134: Unhandled exception. System.InvalidOperationException: no", said["throws"]);
        Assert.StartsWith("RE exit code 134: Stack overflow", said["overflows"]);
        Assert.True(HasEnded(_work.Read("leaves.id")));
    }

    [Fact]
    public void Who_does_not_end_is_ended_with_all_that_it_began()
    {
        if (!OperatingSystem.IsLinux()) return; // sleep, /proc
        var said = Verdicts(8, "spins", "sleeps", "waits");
        Assert.All(said.Values, verdict => Assert.Equal("TLE it was ended after 8 s", verdict));
        Assert.True(HasEnded(_work.Read("waits.id")));
    }

    [Fact]
    public void A_case_is_a_line_and_the_last_line_counts()
    {
        Case("a", "right", "1 2 3");
        Case("longer", "wrong", "1 2 3");
        _work.Write("main.cs", Actor);
        var said = _work.Kata("judge", _work.Full("main.cs"), _work.Root, "--time-limit", "60");
        Assert.Equal((1, ""), (said.Code, said.Errors));
        string[] lines = said.Output.TrimEnd().Split(Environment.NewLine);
        Assert.Matches(@"^ AC   a        +\d+\.\d\d s +[1-9]\d* MB$", lines[0]);
        Assert.Matches(@"^ WA   longer  +\d+\.\d\d s +[1-9]\d* MB  line 2, token 1: expected '3' but got '4'$", lines[1]);
        Assert.Matches(@"^1 of 2 AC, slowest (a|longer) with \d+\.\d\d s, at most [1-9]\d* MB$", lines[2]);
        Assert.Equal(3, lines.Length);
    }

    [Fact]
    public void A_checker_decides_by_its_exit_code()
    {
        _work.Write("checker.cs", """
            string input = File.ReadAllText(args[0]), output = File.ReadAllText(args[1]), expected = File.ReadAllText(args[2]);
            if (input.Trim() == "right" && output == "1 2\n3\n" && expected == "anything") return 0;
            Console.Error.WriteLine("\nnot what I like\nat all");
            return 1;
            """);
        Case("a", "right", "anything");
        Case("b", "wrong", "anything");
        var (code, report) = Judged("--checker", _work.Full("checker.cs"), "--time-limit", "60");
        Assert.Equal(1, code);
        Assert.Equal(["AC ", "WA the checker says: not what I like"], report.GetProperty("cases").EnumerateArray().Select(one => $"{one.GetProperty("verdict")} {one.GetProperty("said")}"));
    }

    [Theory]
    [InlineData("no.exe", "is not there; --checker wants a program.")]
    [InlineData("main.cs.txt", "The checker cannot be started: ")]
    public void A_checker_that_is_none_is_refused(string checker, string words)
    {
        Case("a", "right", "1 2 3");
        _work.Write("main.cs", Actor);
        _work.Write("main.cs.txt", "no program");
        var said = _work.Kata("judge", _work.Full("main.cs"), _work.Root, "--checker", _work.Full(checker), "--time-limit", "60");
        Assert.Equal((2, ""), (said.Code, said.Output));
        Assert.Contains(words, Assert.Single(said.Errors.TrimEnd().Split('\n')));
    }

    [Fact]
    public void All_that_is_right_is_exit_code_0()
    {
        Case("a", "right", "1 2 3");
        Assert.Equal(0, Judged("--time-limit", "60").Code);
    }

    /// <summary>As it stands in the repository, and as it is handed in.</summary>
    [Fact]
    public void A_program_that_uses_answers_is_judged_with_them()
    {
        _work.Environment["KATA_ROOT"] = null;
        Case("example_00", "4 7\n1 0 1\n0 0 1\n0 2 3\n1 0 1\n1 1 2\n0 0 2\n1 1 3\n", "0 1 0 1");
        string program = Path.Combine(Repository.Root, "Contest", "unionfind.cs");
        _work.Write("pasted.cs", _work.Kata("paste", program).Output);
        foreach (string file in (string[])[program, _work.Full("pasted.cs")])
        {
            var said = _work.Kata("judge", file, _work.Root, "--time-limit", "60");
            Assert.True(said.Code == 0, said.Output + said.Errors);
        }
    }

    [Theory]
    [InlineData("int x = ;", "main.cs(1,9): error CS1525")]
    [InlineData("class A;", "does not compile as a program")]
    public void A_program_that_does_not_compile_is_refused(string program, string words)
    {
        Case("a", "", "");
        _work.Write("main.cs", program);
        var said = _work.Kata("judge", _work.Full("main.cs"), _work.Root);
        Assert.Equal((2, ""), (said.Code, said.Output));
        Assert.Contains(words, Assert.Single(said.Errors.TrimEnd().Split('\n')));
    }

    [Fact]
    public void A_case_without_its_output_is_refused_before_anything_runs()
    {
        Case("a", "", "");
        File.Delete(_work.Full("out/a.out"));
        var said = _work.Kata("judge", _work.Full("main.cs"), _work.Root);
        Assert.Equal(2, said.Code);
        Assert.Contains("a.out is missing", said.Errors);
    }

    public void Dispose() => _work.Dispose();

    private void Case(string name, string input, string expected)
    {
        _work.Write($"in/{name}.in", input);
        _work.Write($"out/{name}.out", expected);
    }

    /// <summary>What is said of a program that does each of the words.</summary>
    private Dictionary<string, string> Verdicts(int seconds, params string[] words)
    {
        foreach (string word in words) Case(word, word == "reads nothing" ? new string('x', 1 << 22) : $"{word}\n{_work.Full($"{word}.id")}\n", "1 2\n3\n");
        var (code, report) = Judged("--time-limit", $"{seconds}");
        Assert.Equal((1, 1, seconds), (code, report.GetProperty("version").GetInt32(), report.GetProperty("timeLimit").GetInt32()));
        var said = report.GetProperty("cases").EnumerateArray().ToDictionary(one => one.GetProperty("name").GetString()!, one => $"{one.GetProperty("verdict")} {one.GetProperty("said")}");
        Assert.Equal(words.Order(StringComparer.Ordinal), said.Keys);
        return said;
    }

    private (int Code, JsonElement Report) Judged(params string[] flags)
    {
        _work.Write("main.cs", Actor);
        var said = _work.Kata(["judge", _work.Full("main.cs"), _work.Root, "--json", .. flags]);
        Assert.Equal("", said.Errors);
        return (said.Code, JsonDocument.Parse(said.Output).RootElement);
    }

    /// <summary>Whoever has ended stays listed until its parent looks, which need not come soon.</summary>
    private static bool HasEnded(string id) => !File.Exists($"/proc/{id}/stat") || File.ReadAllText($"/proc/{id}/stat").Split(") ")[1][0] == 'Z';
}
