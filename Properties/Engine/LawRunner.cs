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

/// <summary>
/// Runs one law of one answer: draws its arguments, calls it on a thread of its own under a deadline, shrinks what fails,
/// and puts the outcome into words.
/// </summary>
public sealed class LawRunner : IRunner
{
    private static readonly Deadline CaseDeadline = new(Seconds: 2);
    private static readonly Deadline LawDeadline = new(Seconds: 8);
    /// <summary>How long after the first failure a smaller one is looked for.</summary>
    private static readonly TimeSpan ShrinkTime = TimeSpan.FromSeconds(1);

    private static readonly ConcurrentDictionary<Assembly, IArbMap> Maps = [];
    private static readonly ConcurrentDictionary<Type, bool> Hung = [];
    private static volatile int s_running;
    [ThreadStatic] private static LawRunner? t_runner;

    private readonly Type _laws;
    private readonly MethodInfo _law;
    private readonly Start _start;
    private readonly Moment _began = Moment.Now();
    private volatile Case? _current;
    private volatile Failure? _failure;
    private volatile bool _settled;
    private Start _replay;

    private sealed record Case(object[] Arguments, Moment Began);
    private sealed record Failure(object[] Arguments, Exception Error, Moment First);

    private LawRunner(Type laws, MethodInfo law, Start start) => (_laws, _law, _start, _replay) = (laws, law, start, start);

    /// <summary>The verdict of a law under dotnet test: KATA_SEED and KATA_REPLAY say where it starts, and after an answer's
    /// first hang its other laws are not run.</summary>
    public static Verdict Run(Type laws, MethodInfo law)
    {
        var subject = LawName.Subject(laws);
        if (Hung.ContainsKey(subject)) return new(Outcome.NotRun, " not run: an earlier law hung");
        var verdict = Run(laws, law, Settings.StartOf(law.Name));
        if (verdict.Outcome == Outcome.Hung) Hung[subject] = true;
        return verdict;
    }

    /// <summary>The verdict of a law from a given start.</summary>
    /// <param name="laws">The law class closed over the answer, TopKProperties&lt;TopK&gt; or its subclass.</param>
    /// <param name="law">One of its laws.</param>
    /// <param name="start">Seed, and size for the replay of one case.</param>
    public static Verdict Run(Type laws, MethodInfo law, Start start)
    {
        var runner = new LawRunner(laws, law, start);
        var thread = new Thread(runner.CheckCounted) { IsBackground = true, Name = law.Name };
        thread.Start();
        while (!thread.Join(20))
            if (runner.Overdue() is string overdue) return runner.Hang(overdue);
        return runner.Finish();
    }

    /// <summary>
    /// For the gallery: a mistake that runs on and on calls this in its loop, and ends when its law has given up on it. A
    /// learner's answer need not; its thread is left behind.
    /// </summary>
    public static void EndIfGivenUp()
    {
        if (t_runner is { _settled: true }) throw new OperationCanceledException();
    }

    private void CheckCounted()
    {
        t_runner = this;
        Interlocked.Increment(ref s_running);
        try
        {
            NeedsAttribute.EnterFor(_laws.Assembly);
            Check();
        }
        catch (Exception e) { _failure ??= new([], e, Moment.Now()); } // the engine's own; unhandled it would end the process
        finally { Interlocked.Decrement(ref s_running); }
    }

    private void Check()
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
        FsCheck.Check.One(config, Prop.ForAll(Arbitraries.Arguments(Maps.GetOrAdd(_laws.Assembly, ArbitrariesAttribute.MapOf), parameters), Try));
    }

    private void Try(object[] arguments)
    {
        // Once the verdict is settled the rest passes at once: FsCheck has no other way to stop.
        if (_settled) return;
        _current = new(arguments, Moment.Now());
        try
        {
            _law.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
        }
        catch (Exception e)
        {
            if (e is TargetInvocationException { InnerException: Exception inner }) e = inner;
            _failure = new(arguments, e, _failure?.First ?? Moment.Now());
            _settled = e is NotImplementedException;
            throw;
        }
        finally
        {
            _current = null;
            _settled |= _failure is { } failure && failure.First.Elapsed > ShrinkTime;
        }
    }

    private string? Overdue() =>
        _current is { } current && CaseDeadline.IsOver(current.Began, s_running) ? $"did not finish within {CaseDeadline.Seconds} s"
        : _failure is null && LawDeadline.IsOver(_began, s_running) ? $"is too slow: its cases did not finish within {LawDeadline.Seconds} s"
        : null;

    /// <summary>The thread is left behind; it stops by itself if ever the answer returns.</summary>
    private Verdict Hang(string sentence)
    {
        _settled = true;
        if (_failure is not null) return Finish(); // it hung while shrinking: what failed before is the better verdict
        return Verdict.OfHang(_laws, _law, _current?.Arguments ?? [], sentence, _replay);
    }

    private Verdict Finish() =>
        _failure is { } failure ? Verdict.OfFailure(_laws, _law, failure.Arguments, failure.Error, _replay) : new(Outcome.Holds, "");

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
