using System.Diagnostics;

namespace Etudes.Engine;

/// <summary>What a judgement of an answer came to.</summary>
public enum State { NotWritten, Red, Green }

/// <summary>What the replies to one answer add up to, as they come.</summary>
/// <param name="told">Told of each reply once it has been added.</param>
public sealed class Judgement(Action<Judgement, Reply>? told = null)
{
    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly SortedDictionary<int, Verdict> _verdicts = [];
    private PlannedLaw[] _plan = [];

    public State State { get; private set; } = State.Red;

    /// <summary>From the beginning to the last reply.</summary>
    public TimeSpan Taken { get; private set; }

    /// <summary>Why no law was run: the compiler's errors, or what the worker says.</summary>
    public IReadOnlyList<string> Obstacles { get; private set; } = [];

    /// <summary>What came of the learner's examples; null where there are none, or they do not compile.</summary>
    public ExamplesTried? Examples { get; private set; }

    /// <summary>The compiler's errors in the examples.</summary>
    public IReadOnlyList<string> ErrorsOfExamples { get; private set; } = [];

    /// <summary>How many laws there are.</summary>
    public int Laws => _plan.Length;

    /// <summary>How many laws need no large input.</summary>
    public int OrdinaryLaws => _plan.Count(law => !law.Large);

    /// <summary>How many laws have a verdict.</summary>
    public int Tried => _verdicts.Count;

    /// <summary>How many laws were seen to hold.</summary>
    public int Held => _verdicts.Values.Count(verdict => verdict.Outcome == Outcome.Holds);

    /// <summary>A verdict per law, in the order of the plan; the laws after a hang are not run.</summary>
    public IEnumerable<Verdict> Verdicts => _plan.Select((law, i) => _verdicts.GetValueOrDefault(i) ?? Verdict.NotRun(law.Sentence));

    /// <summary>The mistakes of the kata's gallery, which a green answer has escaped.</summary>
    public IReadOnlyList<string> Mistakes { get; private set; } = [];

    /// <summary>The mistake that a red answer behaves like, or null.</summary>
    public Diagnosis? Diagnosis { get; private set; }

    /// <summary>The token of the first case that failed, to be tried first next time.</summary>
    public string? Replay => _verdicts.Values.FirstOrDefault(verdict => verdict.Replay is not null)?.Replay;

    public void Take(Reply reply)
    {
        Taken = Stopwatch.GetElapsedTime(_began);
        switch (reply)
        {
            case NotCompiled failed: Obstacles = failed.Errors; break;
            case Refused refused: Obstacles = [refused.Sentence]; break;
            case ExamplesNotCompiled failed: ErrorsOfExamples = failed.Errors; break;
            case ExamplesTried tried: Examples = tried; break;
            case Plan plan: _plan = plan.Laws; break;
            case LawVerdict law: _verdicts[law.Law] = law.Verdict; break;
            case Judged judged: End(judged); break;
            case Diagnosis diagnosis: Diagnosis = diagnosis; break;
        }
        told?.Invoke(this, reply);
    }

    /// <summary>Green means that every law of the plan was seen to hold.</summary>
    private void End(Judged judged)
    {
        Mistakes = judged.Mistakes;
        if (Laws > 0 && Held == Laws) State = State.Green;
        else if (Tried > 0 && _verdicts.Values.All(verdict => verdict.Outcome == Outcome.NotWritten)) State = State.NotWritten;
    }
}
