using System.Collections.Concurrent;
using System.Reflection;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Etudes.Engine;

/// <summary>Where a law's random numbers start. The same seed gives the same cases, the same failure, the same words.</summary>
/// <param name="Rnd">FsCheck's generator.</param>
/// <param name="Size">Given: only the one failing case of this size; null: all cases.</param>
public readonly record struct Start(Rnd Rnd, int? Size = null)
{
    public static Start FromSeed(int seed) => new(new Rnd((ulong)seed));
}

/// <summary>A case that failed.</summary>
/// <param name="First">When the first one failed, of which this may be a smaller one.</param>
internal sealed record Failure(object[] Arguments, Exception Error, Moment First)
{
    /// <summary>It took all the steps, the stack or the memory there is, and time to match.</summary>
    public bool IsEndless => TakesAll(Error);

    internal static bool TakesAll(Exception? error) => error is DidNotEnd or InsufficientExecutionStackException or OutOfMemoryException;

    /// <summary>The case that this is a smaller one of, or null.</summary>
    public Failure? Whole { get; init; }

    /// <summary>Whether the exception came on a thread of the answer's own: then nothing smaller is looked for.</summary>
    public bool Elsewhere { get; init; }

    /// <summary>Whether it failed when tried once more.</summary>
    public bool Repeats { get; init; } = true;
}

/// <summary>
/// Runs one law of one answer: draws its arguments, calls it on a thread of its own under a deadline, shrinks what fails,
/// and puts the outcome into words.
/// </summary>
public sealed class LawRunner : IRunner
{
    private static readonly Deadline LawDeadline = new(Seconds: 8);
    private static readonly Deadline LargeCaseDeadline = new(Seconds: 2);
    /// <summary>How long after the first failure a smaller one is looked for.</summary>
    private static readonly TimeSpan ShrinkTime = TimeSpan.FromSeconds(1);
    /// <summary>The same for what does not end, where each try takes long.</summary>
    private static readonly TimeSpan ShrinkTimeOfEndless = TimeSpan.FromSeconds(0.3);
    /// <summary>An answer's stack, the same on every system: what recurses once an item overflows it everywhere or nowhere.</summary>
    private const int StackSize = 1 << 20;

    private static readonly ConcurrentDictionary<Assembly, IArbMap> Maps = [];
    private static readonly ConcurrentDictionary<Type, bool> Hung = [];
    private static volatile int s_running;
    private static Exception? s_elsewhere;
    [ThreadStatic] private static LawRunner? t_runner;

    private readonly Type _laws;
    private readonly MethodInfo _law;
    private readonly Start _start;
    private readonly bool _large;
    private readonly List<string?>? _outcomes;
    private readonly Moment _began = Moment.Now();
    private volatile Case? _current;
    private volatile Failure? _failure;
    private volatile bool _settled;
    private int _cases;
    private Start _replay;

    private sealed record Case(object[] Arguments, Moment Began);

    private LawRunner(Type laws, MethodInfo law, Start start, List<string?>? outcomes = null)
    {
        (_laws, _law, _start, _replay, _outcomes) = (laws, law, start, start, outcomes);
        _large = LawName.IsLarge(law);
    }

    /// <summary>The words for the laws after a hang.</summary>
    public const string NotRun = " not run: an earlier law hung";

    /// <summary>How long an ordinary case may take; the kata command is stricter than dotnet test.</summary>
    public static Deadline CaseDeadline { get; set; } = LargeCaseDeadline;

    /// <summary>Told of each case before it runs: its number from 1, and whether it is a smaller one of a case that failed.</summary>
    public static Action<int, bool>? CaseBegins { get; set; }

    /// <summary>The verdict of a law under dotnet test: KATA_SEED and KATA_REPLAY say where it starts, and after an answer's
    /// first hang its other laws are not run.</summary>
    public static Verdict Run(Type laws, MethodInfo law)
    {
        var subject = LawName.Subject(laws);
        if (Hung.ContainsKey(subject)) return new(Outcome.NotRun, NotRun);
        var verdict = Run(laws, law, Settings.StartOf(law.Name));
        if (verdict.Outcome == Outcome.Hung) Hung[subject] = true;
        return verdict;
    }

    /// <summary>The verdict of a law from a given start.</summary>
    /// <param name="laws">The law class closed over the answer, TopKProperties&lt;TopK&gt; or its subclass.</param>
    /// <param name="law">One of its laws.</param>
    /// <param name="start">Seed, and size for the replay of one case.</param>
    public static Verdict Run(Type laws, MethodInfo law, Start start) => new LawRunner(laws, law, start).Run();

    /// <summary>What came of each case of a law, up to the first that takes all steps, stack or memory: the sentence of what is wrong, or null.</summary>
    public static IReadOnlyList<string?> Outcomes(Type laws, MethodInfo law, Start start)
    {
        List<string?> outcomes = [];
        new LawRunner(laws, law, start, outcomes).Run();
        return outcomes;
    }

    /// <summary>The arguments of a law's case, drawn without an answer.</summary>
    /// <param name="number">From 1, as <see cref="CaseBegins"/> is told.</param>
    public static object[] Arguments(Type laws, MethodInfo law, Start start, int number)
    {
        var runner = new LawRunner(laws, law, start);
        object[] drawn = [];
        runner.Check(arguments =>
        {
            if (++runner._cases == number) drawn = arguments;
            return true;
        });
        return drawn;
    }

    private Verdict Run()
    {
        var thread = new Thread(CheckCounted, StackSize) { IsBackground = true, Name = _law.Name };
        thread.Start();
        while (!thread.Join(20))
            if (Overdue() is string overdue) return Hang(overdue);
        return Finish();
    }

    /// <summary>A law that hung still runs.</summary>
    public static bool LeftOneBehind => s_running > 0;

    /// <summary>Notes an exception that an answer let happen on a thread of its own; the case that runs then has failed.</summary>
    public static void FailOnAnotherThread(Exception error) => s_elsewhere ??= error;

    /// <summary>
    /// For the gallery: a mistake that runs on and on calls this in its loop, and ends when its law has given up on it. A
    /// learner's answer need not; its thread is left behind.
    /// </summary>
    public static void EndIfGivenUp()
    {
        if (t_runner is { _settled: true }) throw new OperationCanceledException();
        StepCounter.Loop();
    }

    private void CheckCounted()
    {
        t_runner = this;
        Interlocked.Increment(ref s_running);
        try
        {
            NeedsAttribute.EnterFor(_laws.Assembly);
            Check(Holds);
            Confirm();
        }
        catch (Exception e) { _failure ??= new([], e, Moment.Now()); } // the engine's own; unhandled it would end the process
        finally { Interlocked.Decrement(ref s_running); }
    }

    private void Check(Func<object[], bool> holds)
    {
        var attribute = _law.GetCustomAttribute<LawAttribute>()!;
        var parameters = _law.GetParameters();
        var size = _start.Size is int given ? FSharpOption<int>.Some(given) : FSharpOption<int>.None;
        var config = Config.Quick
            .WithMaxTest(parameters.Length == 0 ? 1 : attribute.MaxTest)
            .WithStartSize(attribute.StartSize)
            .WithEndSize(attribute.EndSize)
            .WithReplay(FSharpOption<Replay>.Some(new Replay(_start.Rnd, size)))
            .WithRunner(this);
        FsCheck.Check.One(config, Prop.ForAll(Arbitraries.Arguments(Maps.GetOrAdd(_laws.Assembly, ArbitrariesAttribute.MapOf), parameters), holds));
    }

    private bool Holds(object[] arguments)
    {
        // Once the verdict is settled the rest passes at once: FsCheck has no other way to stop.
        if (_settled) return true;
        var error = ErrorOf(arguments, _large ? int.MaxValue : _failure?.Error is DidNotEnd ? StepCounter.ASmallerCase : StepCounter.ACase);
        if (Interlocked.Exchange(ref s_elsewhere, null) is { } elsewhere)
        {
            _failure = new(arguments, elsewhere, Moment.Now()) { Elsewhere = true };
            _settled = true;
            return false;
        }
        if (_outcomes is not null)
        {
            _outcomes.Add(error is null or LawBroken ? error?.Message : error.GetType().Name);
            _settled = error is NotImplementedException || Failure.TakesAll(error);
            return true;
        }
        if (error is not null) _failure = new(arguments, error, _failure?.First ?? Moment.Now()) { Whole = _failure?.Whole ?? _failure };
        _settled |= error is NotImplementedException
            || _failure is { } failure && failure.First.Elapsed > (failure.IsEndless ? ShrinkTimeOfEndless : ShrinkTime);
        return error is null;
    }

    /// <summary>What is wrong with the answer in one case, or null.</summary>
    private Exception? ErrorOf(object[] arguments, int steps)
    {
        CaseBegins?.Invoke(++_cases, _failure is not null);
        StepCounter.Refill(steps);
        _current = new(arguments, Moment.Now());
        try
        {
            _law.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
            return StepCounter.Spent;
        }
        catch (Exception e)
        {
            return StepCounter.Spent ?? (e is TargetInvocationException { InnerException: Exception inner } ? inner : e);
        }
        finally { _current = null; }
    }

    /// <summary>Tries the smallest failing case once more: what does not end must not do so with all its steps, and the others should fail again.</summary>
    private void Confirm()
    {
        if (_failure is not { Elsewhere: false } smallest || smallest.Error is NotImplementedException || ErrorOf(smallest.Arguments, StepCounter.ACase) is not null) return;
        _failure = smallest.Error is DidNotEnd ? smallest.Whole ?? smallest : smallest with { Repeats = false };
    }

    private string? Overdue() =>
        _current is { } current && ACaseDeadline.IsOver(current.Began, s_running) ? $"did not finish within {ACaseDeadline.Seconds} s"
        : _failure is null && LawDeadline.IsOver(_began, s_running) ? $"is too slow: its cases did not finish within {LawDeadline.Seconds} s"
        : null;

    private Deadline ACaseDeadline => _large ? LargeCaseDeadline : CaseDeadline;

    /// <summary>The thread is left behind; it stops by itself if ever the answer returns.</summary>
    private Verdict Hang(string sentence)
    {
        _settled = true;
        if (_failure is not null) return Finish(); // it hung while shrinking: what failed before is the better verdict
        return Verdict.OfEnd(Outcome.Hung, _laws, _law, _current?.Arguments ?? [], sentence, _start, _replay);
    }

    private Verdict Finish() =>
        _failure is { } failure ? Verdict.OfFailure(_laws, _law, failure, _start, _replay) : new(Outcome.Holds, "");

    void IRunner.OnFinished(string name, TestResult result)
    {
        if (result is TestResult.Failed failed) _replay = new(failed.Item6, failed.Item7);
        if (result is TestResult.Exhausted) throw new InvalidOperationException($"{_law.Name} rejects most of its cases");
    }

    void IRunner.OnStartFixture(Type type) { }
    void IRunner.OnArguments(int test, Microsoft.FSharp.Collections.FSharpList<object> arguments,
        FSharpFunc<int, FSharpFunc<Microsoft.FSharp.Collections.FSharpList<object>, string>> every)
    { }
    void IRunner.OnShrink(Microsoft.FSharp.Collections.FSharpList<object> arguments,
        FSharpFunc<Microsoft.FSharp.Collections.FSharpList<object>, string> every)
    { }
}
