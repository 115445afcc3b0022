using System.Diagnostics;

namespace Etudes.Engine;

/// <summary>Judges one answer by one law: tries its cases, looks for the smallest that fails, and makes it a verdict.</summary>
public sealed class LawRunner
{
    /// <summary>How long a smaller failure is looked for after the first one.</summary>
    private static readonly Deadline s_shrink = new(Seconds: 1);
    /// <summary>The same for a case that does not end, where each try takes long.</summary>
    private static readonly Deadline s_shrinkOfEndless = new(Seconds: 0.3);

    private readonly Law _law;
    private readonly Start _start;
    private readonly Rules _rules;
    private readonly Trial _trial;
    private volatile FailedCase? _failed;
    private Start _replay;
    /// <summary>
    /// The number, from 1, of the case that failed first, or else of the one that runs.
    /// </summary>
    private volatile int _case;
    /// <summary>How many cases have held since the last that failed.</summary>
    private int _heldSince;
    /// <summary>The case that runs, or the last one.</summary>
    private volatile object[] _arguments = [];

    private LawRunner(Law law, Start start, Rules rules) => (_law, _start, _replay, _rules, _trial) = (law, start, start, rules, new(law, rules));

    /// <summary>The verdict of a law from a given start.</summary>
    /// <param name="start">Seed, and size for the replay of one case.</param>
    public static Verdict Run(Law law, Start start, Rules rules) => new LawRunner(law, start, rules).Run();

    /// <summary>The same by the rules of dotnet test.</summary>
    public static Verdict Run(Law law, Start start) => Run(law, start, Rules.OfTests);

    /// <summary>
    /// For the gallery: a mistake that runs on and on calls this in its loop, and ends when its law has given up on it. A
    /// learner's answer need not; its thread is left behind.
    /// </summary>
    public static void EndIfGivenUp()
    {
        Trial.EndIfGivenUp();
        StepCounter.Loop();
    }

    private Verdict Run()
    {
        string? overdue = _trial.Run(Check, () => _failed is not null);
        if (_trial.Stranded is { } stranded) _failed ??= Smallest(new(_arguments, Of(stranded, _trial), Moment.Now()));
        else if (overdue is null) return _failed is null ? Verdict.Holds(_law) : Verdict.OfFailure(_law, _failed, _start, _replay);
        // A thread that is left behind does not tell any more where its case starts.
        var (arguments, replay) = Draws.Case(_law, _start, _case);
        // What failed before is a better verdict than a hang while shrinking.
        return _failed is { } failed ? Verdict.OfFailure(_law, failed, _start, replay)
            : Verdict.OfEnd(Outcome.Hung, _law, arguments, overdue!, _start, replay) with { Arguments = Argument.Of(_law, arguments, _trial.Given) };
    }

    private static CaseError Of(Stranded stranded, Trial trial) => new(stranded, stranded.Message, Elsewhere: false) { Given = trial.Given };

    /// <summary>From a case that has stranded its thread to the smallest that fails. FsCheck's own
    /// search stands with that thread, so each smaller case gets a thread for itself.</summary>
    private FailedCase Smallest(FailedCase failed)
    {
        var inputs = Parameters.Of(_law.Method);
        int held = 0;
        for (var smaller = inputs.Shrinker(failed.Arguments).GetEnumerator(); smaller.MoveNext() && !Trial.IsOver(s_shrink, failed.First);)
        {
            if (Alone(smaller.Current) is not { } error) held++;
            else
            {
                (failed, held) = (failed.Smaller(smaller.Current, error, held), 0);
                smaller = inputs.Shrinker(failed.Arguments).GetEnumerator();
            }
        }
        return failed;
    }

    private CaseError? Alone(object[] arguments)
    {
        CaseError? error = null;
        var trial = new Trial(_law, _rules with { CaseBegins = (_, _) => _rules.CaseBegins?.Invoke(_case + 1, true) });
        trial.Run(() => error = trial.Try(arguments, StepCounter.ACase, smaller: true), () => true);
        return trial.Stranded is { } stranded ? Of(stranded, trial) : error;
    }

    private void Check()
    {
        try
        {
            _replay = Draws.Check(_law, _start, Holds) ?? _replay;
            Confirm();
        }
        catch (Exception e) { _failed ??= new([], new(e, ThrownText.Of(e, _law), Elsewhere: false), Moment.Now()); } // the engine's own; unhandled it would end the process
    }

    private bool Holds(object[] arguments)
    {
        if (_trial.IsSettled) return true;
        if (_failed is null) _case++;
        _arguments = arguments;
        var error = _trial.Try(arguments, (_failed?.Whole ?? _failed)?.Error.Exception is DidNotEnd endless ? StepCounter.OfASmallerCase(endless) : StepCounter.ACase, smaller: _failed is not null);
        if (error is null) _heldSince++;
        else (_failed, _heldSince) = (_failed is null ? new(arguments, error, Moment.Now()) : _failed.Smaller(arguments, error, _heldSince), 0);
        if (error is { Elsewhere: true } or { IsNotWritten: true } || _failed is { } failed && Trial.IsOver(failed.Error.TakesAll ? s_shrinkOfEndless : s_shrink, failed.First))
            _trial.IsSettled = true;
        return error is null;
    }

    /// <summary>Tries the smallest failing case once more. A case that did not end must not end
    /// with all the steps of a case either, and is stopped at the same step each time; any other should fail again.</summary>
    private void Confirm()
    {
        if (Debugger.IsAttached) return; // a breakpoint is met once
        if (_failed is not { Error: { Elsewhere: false, IsNotWritten: false } } smallest) return;
        bool isEndless = smallest.Error.Exception is DidNotEnd, repeats = _trial.Try(smallest.Arguments, StepCounter.ACase, smaller: true) is not null;
        _failed = !isEndless ? smallest with { Repeats = repeats }
            : !repeats ? smallest.Whole ?? smallest
            : smallest with { Error = _trial.Try(smallest.Arguments, StepCounter.ToAPlace, smaller: true) ?? smallest.Error };
    }
}

/// <summary>A case that failed.</summary>
/// <param name="First">When the first case failed, from which this one may have
/// been shrunk.</param>
internal sealed record FailedCase(object[] Arguments, CaseError Error, Moment First)
{
    /// <summary>The case that this one was shrunk from, or null.</summary>
    public FailedCase? Whole { get; init; }

    /// <summary>
    /// Which of the smaller cases failed each time, from 0, on the way from the whole one to this.
    /// </summary>
    public int[] Way { get; init; } = [];

    /// <summary>Whether it failed when tried once more.</summary>
    public bool Repeats { get; init; } = true;

    /// <summary>A smaller one, which failed too.</summary>
    public FailedCase Smaller(object[] arguments, CaseError error, int at) => new(arguments, error, First) { Whole = Whole ?? this, Way = [.. Way, at] };
}
