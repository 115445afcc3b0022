using System.Diagnostics;

namespace Etudes.Dojo;

/// <summary>Answers that misbehave, each with the verdict that it must get, and then a right one, which must find all in order again.</summary>
public sealed class HostileTests(MainJudge judge, Xunit.Abstractions.ITestOutputHelper output) : IClassFixture<MainJudge>
{
    /// <summary>A right running median; each answer spoils what Add does once two numbers are there.</summary>
    private const string Frame = """
        namespace Etudes.Heap;

        public sealed class RunningMedian : IRunningMedian
        {
            private readonly PriorityQueue<int, int> _low = new(), _high = new();
            public int Lower => _low.Peek();
            public int Upper => _low.Count > _high.Count ? _low.Peek() : _high.Peek();
            public double Median => ((long)Lower + Upper) / 2.0;
            public void Add(int number)
            {
                if (_low.Count + _high.Count >= 2) { SPOILT }
                if (_low.Count > _high.Count) { int x = _low.EnqueueDequeue(number, ~number); _high.Enqueue(x, x); }
                else { int x = _high.EnqueueDequeue(number, number); _low.Enqueue(x, ~x); }
            }
            MORE
        }
        """;

    /// <summary>Whoever waits so long takes it for endless; a judgement ends within some five seconds.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    private const string Input = @" values = \[(-?\d+, ){2,}(-?\d+|\.\.\. \d+ in all)\](, halves = .+)?\n";
    private const string Place = @" in RunningMedian\.\w+ \(Katas/Heap/RunningMedian/RunningMedian\.cs:\d+\)";

    /// <param name="spoilt">What Add does once two numbers are there.</param>
    /// <param name="verdict">A pattern for the words of the first broken law.</param>
    [Theory]
    // Loops without an end, and what looks like them.
    [InlineData("while (true) { }", Input + " did not come to an end\n" + Place)]
    [InlineData("for (;;) ;", Input + " did not come to an end\n" + Place)]
    [InlineData("again: goto again;", Input + " did not come to an end\n" + Place)]
    [InlineData("try { } finally { while (true) { } }", Input + " did not come to an end\n" + Place)]
    [InlineData("Action loop = () => { while (true) { } }; loop();", Input + " did not come to an end\n" + Place)]
    [InlineData("Forever().Wait();", Input + " did not (come to an end|finish within 1 s)\n", "static async Task Forever() { while (true) await Task.Yield(); }")]
    [InlineData("try { while (true) { } } catch { }", Input + " did not come to an end\n" + Place)]
    [InlineData("while (true) try { while (true) { } } catch { }", Input + " did not come to an end\n" + Place)]
    [InlineData("while (Enumerable.Range(0, 100).All(x => x >= 0)) Thread.Sleep(1);", Input + " did not (come to an end|finish within 1 s)")]
    [InlineData("Thread.Sleep(-1);", Input + " did not finish within 1 s")]
    [InlineData("new Thread(() => { lock (Gate) Thread.Sleep(-1); }).Start(); Thread.Sleep(5); lock (Gate) { }", " did not finish within 1 s", "static readonly object Gate = new();")]
    [InlineData("if (s_wrong) while (true) { } s_wrong = true; return;", Input, "static bool s_wrong;")]
    // Recursion without an end.
    [InlineData("Deeper(number);", Input + " the recursion has no end, or is far too deep\n in RunningMedian.Deeper\n", "static int Deeper(int x) => Deeper(x + 1) + 1;")]
    [InlineData("Func<int, int> deeper = null!; deeper = x => deeper(x + 1) + 1; deeper(0);", Input + " the recursion has no end, or is far too deep, in RunningMedian")]
    // The end of the process.
    [InlineData("Environment.Exit(0);", Input + @" ended the process \(exit code 0\)")]
    [InlineData("System.Diagnostics.Process.GetCurrentProcess().Kill(); Thread.Sleep(-1);", Input + @" killed the process \(exit code 137\)")]
    [InlineData("Environment.SetEnvironmentVariable(\"KATA_SEED\", \"none\"); return;", Input + " after 3 numbers")]
    [InlineData("_ = Broken.Made; return;", Input + " FormatException: never made\n", "static class Broken { public static readonly int Made = Throw(); static int Throw() => throw new FormatException(\"never made\"); }")]
    [InlineData("Environment.FailFast(\"enough\");", Input + " ended the process by Environment.FailFast: enough")]
    [InlineData("new Thread(() => throw new FormatException(\"far away\")).Start();", " FormatException: far away\n.*\n on a thread of its own")]
    [InlineData("Later();", " FormatException: later\n.*\n on a thread of its own", "static async void Later() { await Task.Yield(); throw new FormatException(\"later\"); }")]
    // Memory.
    [InlineData("var all = new List<byte[]>(); while (true) { all.Add(new byte[1_000_000]); all[^1][0] = 1; }", Input + " (OutOfMemoryException|did not come to an end|ran out of memory)")]
    [InlineData("var half = new byte[int.MaxValue / 2]; Array.Fill(half, (byte)1);", Input + " OutOfMemoryException")]
    // The console.
    [InlineData("for (int i = 0; i < 100; i++) Console.WriteLine(\"flood\"); return;", Input + @" after 3 numbers, (Lower|Upper) should be")]
    [InlineData("Console.ReadLine()!.Trim();", Input + " NullReferenceException")]
    // Answers that depend on more than their input.
    [InlineData("if (s_count++ > 500) return;", "tried once more|Lower|Upper", "static int s_count;")]
    [InlineData("if (Random.Shared.Next(3) == 0) return;", "")]
    [InlineData("number = 0;", Input + " after 3 numbers, (Lower|Upper) should be -?\\d+ but is -?\\d+")]
    // What lives on.
    [InlineData("if (s_count++ == 0) new Thread(() => { while (true) Thread.Sleep(1); }).Start(); return;", Input + @" after 3 numbers, (Lower|Upper) should be", "static int s_count;")]
    [InlineData("if (s_count++ == 0) System.Diagnostics.Process.Start(\"sleep\", \"1000\"); throw new FormatException();", Input + " FormatException", "static int s_count;")]
    public async Task It_gets_its_verdict_and_the_next_save_works(string spoilt, string verdict, string more = "")
    {
        var judgement = await JudgementOf(Frame.Replace("SPOILT", spoilt).Replace("MORE", more));
        Assert.Equal(State.Red, judgement.State);
        var failure = judgement.Verdicts.First(verdict => verdict.IsFailure);
        Assert.StartsWith("RunningMedian: ", failure.Law);
        Assert.Matches("^" + (verdict.StartsWith(Input) ? "" : "(?s).*") + verdict, TestMessage.Write(failure with { Printed = "" }));

        Assert.Equal(State.Green, (await JudgementOf(Right)).State);
    }

    /// <summary>What goes wrong outside the cases of a law, where no step and no deadline of a case stops it.</summary>
    [Theory]
    [InlineData("_ = new Sleeper(); return;", Input + " after 3 numbers", "sealed class Sleeper { ~Sleeper() => Thread.Sleep(-1); }")]
    [InlineData("throw new FormatException(new string('x', 10_000_000));", Input + @" FormatException: x{200}\.\.\. 10000000 characters in all")]
    [InlineData("throw new Nameless();", Input + " Nameless\n" + Place, "sealed class Nameless : Exception { public override string Message => throw new FormatException(); }")]
    [InlineData("throw new Nameless();", Input + " did not finish within 1 s\n", "sealed class Nameless : Exception { public override string Message { get { Thread.Sleep(-1); return null!; } } }")]
    [InlineData("for (int i = 3; i < 1000; i++) new Microsoft.Win32.SafeHandles.SafeFileHandle(i, true).Dispose(); Thread.Sleep(-1);", "")]
    [InlineData("System.Diagnostics.Process.Start(\"sleep\", \"10\"); Environment.Exit(7);", Input + @" ended the process \(exit code 7\)")]
    public async Task It_ends(string spoilt, string verdict, string more = "")
    {
        var clock = Stopwatch.StartNew();
        await It_gets_its_verdict_and_the_next_save_works(spoilt, verdict, more).WaitAsync(s_patience);
        output.WriteLine($"{clock.Elapsed} in all");
    }

    [Theory]
    [InlineData("while (true) yield return default!;")]
    [InlineData("return Enumerable.Repeat(default(T)!, int.MaxValue);")]
    public async Task A_result_without_an_end_is_told(string result)
    {
        var kata = Kata.All.Single(kata => kata.Name == "MergeSorted");
        string text = $$"""
            namespace Etudes.Heap;
            public abstract class MergeSorted : IMergeSorted
            {
                public static IEnumerable<T> Merge<T>(IReadOnlyList<IEnumerable<T>> streams, IComparer<T> order) { {{result}} }
            }
            """;
        var clock = Stopwatch.StartNew();
        var judgement = new Judgement();
        await judge.Examiner.Judge(judgement, kata, judge.Compile(kata, text), seed: 1).WaitAsync(s_patience);
        output.WriteLine($"{clock.Elapsed} in all");
        Assert.Equal((State.Red, " Merge goes on without an end"), (judgement.State, TestMessage.Write(judgement.Verdicts.First(verdict => verdict.IsFailure)).Split('\n')[1]));
    }

    private static string Right { get; } = Frame.Replace("SPOILT", "").Replace("MORE", "");

    private async Task<Judgement> JudgementOf(string text)
    {
        var kata = Kata.All.Single(kata => kata.Name == "RunningMedian");
        TimeSpan? first = null;
        var judgement = new Judgement((judgement, reply) => first ??= reply is LawVerdict ? judgement.Taken : null);
        await judge.Examiner.Judge(judgement, kata, judge.Compile(kata, text), seed: 1);
        output.WriteLine($"{first} to the first verdict");
        return judgement;
    }
}
