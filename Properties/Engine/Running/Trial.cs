using System.Diagnostics;
using System.Reflection;

namespace Etudes.Engine;

/// <summary>The cases of one law of one answer, one after the other, on a thread of their own under deadlines.</summary>
internal sealed class Trial(Law law, Rules rules)
{
    /// <summary>An answer's stack, the same on every system: what recurses once per item overflows it everywhere or nowhere.</summary>
    private const int StackSize = 1 << 20;

    /// <summary>How long a case may take to its next step.</summary>
    private static readonly Deadline s_stop = new(Seconds: 0.3);

    // Of the process, not of one trial: its processor time is shared by all of them, and its exception handler knows none of them.
    private static volatile int s_running;
    private static Exception? s_elsewhere;
    [ThreadStatic] private static Trial? s_current;

    private readonly Deadline _caseDeadline = law.IsLarge ? Deadline.OfLargeCase : rules.Case;
    private readonly Moment _began = Moment.Now();
    private volatile RunningCase? _running;
    private ThreadTime _thread;
    private readonly ManualResetEventSlim _over = new();
    private volatile Stranded? _stranded;
    private volatile bool _isSettled;
    private volatile Given[] _given = [];
    private StoppedCase? _stopped;
    private int _cases;

    private sealed record RunningCase(Moment Began, TimeSpan? Spent);

    /// <summary>A case whose steps have been taken away, and since when.</summary>
    private sealed record StoppedCase(RunningCase Case, Moment At);

    /// <summary>A law that hung still runs.</summary>
    public static bool LeftOneBehind => s_running > 0;

    /// <summary>Whether the time is up, the processor's being shared by all laws that run, and by who asks between them.</summary>
    public static bool IsOver(Deadline deadline, Moment began) => deadline.IsOver(began, Math.Max(s_running, 1));

    /// <summary>Notes an exception that an answer let happen on a thread of its own; the case that runs then has failed.</summary>
    public static void FailElsewhere(Exception error) => s_elsewhere ??= error;

    /// <summary>For a mistake of the gallery that runs on and on: throws where its law has given up on it.</summary>
    public static void EndIfGivenUp()
    {
        if (s_current is { _isSettled: true }) throw new OperationCanceledException();
    }

    /// <summary>What a native library said where it could only end the process, see <see cref="Engine.Stranded"/>; null where
    /// it did not.</summary>
    public Stranded? Stranded => _stranded;

    /// <summary>The case that runs on this thread has failed with this, and the thread stays where it is. Where no case runs,
    /// it returns.</summary>
    public static void Strand(string what)
    {
        if (s_current is not { } trial) return;
        if (trial._running is not null) trial._stranded ??= new(Must.Awaited is { } awaited ? $"{awaited} but does not: {what}" : what, new StackTrace(fNeedFileInfo: true));
        Interlocked.Decrement(ref s_running); // it takes no time any more
        trial._over.Set();
        Thread.Sleep(Timeout.Infinite);
    }

    /// <summary>What the case that runs, or the last one, gave the answer in place of what was drawn.</summary>
    public IReadOnlyList<Given> Given => _given;

    /// <summary>Notes it for the case that runs on this thread. A law that is called without a trial notes nothing.</summary>
    public static void Note(Given given)
    {
        if (s_current is { } trial) trial._given = [.. trial._given.Where(earlier => earlier.Name != given.Name), given];
    }

    /// <summary>No further case counts. FsCheck cannot be stopped: a case that finds the trial
    /// settled passes at once.</summary>
    public bool IsSettled { get => _isSettled; set => _isSettled = value; }

    /// <summary>Does something on the trial's thread, and waits for it as long as the deadlines allow.</summary>
    /// <param name="hasFailed">Whether a case has failed: then only single cases have a deadline.</param>
    /// <returns>What a learner is told of a thread that is left behind, or null. It ends by itself if ever the answer returns. One
    /// that is stranded tells by itself.</returns>
    public string? Run(Action cases, Func<bool> hasFailed)
    {
        var thread = new Thread(() => RunCounted(cases), StackSize) { IsBackground = true, Name = law.Name };
        thread.Start();
        while (!_over.Wait(20))
        {
            if (Overdue(hasFailed()) is not { } overdue || TakesSteps()) continue;
            _isSettled = true;
            return overdue;
        }
        return null;
    }

    /// <summary>Tries one case: what is wrong with the answer, or null.</summary>
    /// <param name="steps">How many it may take where steps are counted.</param>
    /// <param name="smaller">It was shrunk from a case that failed.</param>
    public CaseError? Try(object[] arguments, int steps, bool smaller)
    {
        rules.CaseBegins?.Invoke(++_cases, smaller);
        StepCounter.Refill(rules.CountsSteps ? law.IsLarge ? int.MaxValue : steps : null);
        _given = [];
        _running = new(Moment.Now(), law.IsLarge ? _thread.Spent : null);
        var error = Error(arguments);
        if (error is not null && NeedsAttribute.IsAccidentFor(law.Class.Assembly, error)) error = Error(arguments);
        var elsewhere = Interlocked.Exchange(ref s_elsewhere, null);
        CaseError? result = (elsewhere ?? error) is not { } thrown ? null : new(thrown, ThrownText.Of(thrown, law), Elsewhere: elsewhere is not null) { Given = _given };
        _running = null; // the deadline has seen the exception's message too
        return result;
    }

    private Exception? Error(object[] arguments)
    {
        try
        {
            law.Method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
            return StepCounter.Spent; // it may have swallowed the exception
        }
        catch (Exception e)
        {
            return StepCounter.Spent ?? (e is TargetInvocationException or TypeInitializationException ? e.InnerException ?? e : e);
        }
    }

    private void RunCounted(Action cases)
    {
        s_current = this;
        if (law.IsLarge) _thread = ThreadTime.OfThisThread();
        Interlocked.Increment(ref s_running);
        try
        {
            NeedsAttribute.EnterFor(law.Class.Assembly);
            cases();
        }
        finally
        {
            Interlocked.Decrement(ref s_running);
            _over.Set();
        }
    }

    /// <summary>
    /// Ends a case that is overdue by its steps, which say the same on a busy machine as on an idle one. What takes no
    /// steps (a sleep, a loop inside the library) is left behind.
    /// </summary>
    private bool TakesSteps()
    {
        if (!rules.CountsSteps || law.IsLarge || _running is not { } current || !_caseDeadline.IsOver(current.Began, s_running)) return false;
        if (_stopped?.Case != current) _stopped = new(current, Moment.Now());
        StepCounter.Stop();
        return !s_stop.IsOver(_stopped.At, s_running);
    }

    /// <summary>It was others of this process that took the time of a large law: what counts no steps, as a garbage
    /// collection or a test that is no law, is not told apart by the process's time.</summary>
    /// <param name="before">What the thread had spent when it began.</param>
    private bool IsKeptWaiting(Deadline deadline, Moment began, TimeSpan? before) => law.IsLarge && _thread.Spent - before is { } own
        && own.TotalSeconds < deadline.Seconds && began.Elapsed.TotalSeconds < deadline.Patience * deadline.Seconds;

    private bool IsOver(Deadline deadline, Moment began, TimeSpan? before) => IsOver(deadline, began) && !IsKeptWaiting(deadline, began, before);

    private string? Overdue(bool hasFailed) =>
        _running is { } current && IsOver(_caseDeadline, current.Began, current.Spent) ? $"did not finish within {_caseDeadline.Seconds} s"
        : !hasFailed && IsOver(Deadline.OfLaw, _began, TimeSpan.Zero) ? $"is too slow: its cases did not finish within {Deadline.OfLaw.Seconds} s"
        : null;
}

/// <summary>What is wrong with an answer in one case.</summary>
/// <param name="Text">What the exception says, read at once: its message is the answer's own code.</param>
/// <param name="Elsewhere">The exception came on a thread of the answer's own.</param>
internal sealed record CaseError(Exception Exception, string Text, bool Elsewhere)
{
    public IReadOnlyList<Given> Given { get; init; } = [];

    /// <summary>It took all the steps, the stack or the memory there is, and time to match.</summary>
    public bool TakesAll => Exception is DidNotEnd or InsufficientExecutionStackException or OutOfMemoryException;

    public bool IsNotWritten => Exception is NotImplementedException;
}
