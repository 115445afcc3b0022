using Etudes.Verdicts;

namespace Etudes.Dojo;

/// <summary>One look at a stub: compiled, judged, told line by line in the words of dotnet test.</summary>
internal sealed class Judgement(Kata kata, Action<string> tell)
{
    private const int PrintedLines = 3;

    private readonly Page _page = new();
    private readonly SortedDictionary<int, LawVerdict> _verdicts = [];
    private PlannedLaw[] _plan = [];

    public Kata Kata => kata;
    public State State { get; private set; } = State.Red;
    public TimeSpan Taken { get; private set; }
    public Diagnosis? Diagnosis { get; private set; }

    /// <summary>The mistakes that a green answer has escaped.</summary>
    public IReadOnlyList<string> Mistakes { get; private set; } = [];

    /// <summary>Why no law was run: the compiler's errors, or what the worker says.</summary>
    public IReadOnlyList<string> Obstacles { get; private set; } = [];

    public IEnumerable<(string Law, string Words)> Failures => _verdicts
        .Where(verdict => verdict.Value.Outcome != Outcome.Holds)
        .Select(verdict => (_plan[verdict.Key].Sentence, verdict.Value.Words));

    /// <summary>The token of the first case that failed, to be tried first next time.</summary>
    public string? Replay => _verdicts.Values.FirstOrDefault(verdict => verdict.Replay is not null)?.Replay;

    /// <summary>Compiles the stub as it is now and judges it.</summary>
    /// <param name="seed">Where every law starts.</param>
    /// <param name="replay">The case to be tried first, or null.</param>
    public async Task Run(Compiler compiler, Examiner examiner, int seed, string? replay, CancellationToken cancel)
    {
        long began = TimeProvider.System.GetTimestamp();
        try
        {
            await Judge(compiler.Compile(kata), examiner, seed, replay, cancel);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { Stop([$" {kata.Stub} cannot be read: {e.Message}"]); }
        Taken = TimeProvider.System.GetElapsedTime(began);
    }

    public async Task Judge(Compiled answer, Examiner examiner, int seed, string? replay, CancellationToken cancel)
    {
        if (!answer.Succeeded) Stop(answer.Errors);
        else await foreach (var reply in examiner.Judge(kata, answer, seed, replay, cancel)) Take(reply);
    }

    private void Stop(IReadOnlyList<string> obstacles)
    {
        Obstacles = obstacles;
        foreach (string line in obstacles) tell(line);
    }

    private void Take(Reply reply)
    {
        switch (reply)
        {
            case Refused refused:
                Stop([$" {refused.Sentence}"]);
                break;
            case Plan plan:
                _plan = plan.Laws;
                break;
            case LawVerdict verdict:
                _verdicts[verdict.Law] = verdict;
                Tell(verdict);
                break;
            case Judged judged:
                Mistakes = judged.Mistakes;
                End();
                break;
            case Diagnosis diagnosis:
                Diagnosis = diagnosis;
                tell($" your answer behaves like {diagnosis.Mistake}, a known mistake: {diagnosis.Advice}");
                break;
        }
    }

    private void Tell(LawVerdict verdict)
    {
        if (verdict.Outcome is Outcome.Broken or Outcome.Hung)
        {
            string[] lines = [.. _page.Add(_plan[verdict.Law].Sentence, verdict.Words)];
            foreach (string line in lines) tell(line);
            if (lines.Length > 0)
                foreach (string line in verdict.Printed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Take(PrintedLines)) tell($" it printed: {line}");
        }
        int ordinary = _plan.Count(law => !law.Large);
        if (_verdicts.Count == ordinary && ordinary < _plan.Length && AllHold) tell($" {ordinary} laws hold; large inputs follow");
    }

    private bool AllHold => _verdicts.Values.All(verdict => verdict.Outcome == Outcome.Holds);

    /// <summary>Green means that every law of the plan was seen to hold.</summary>
    private void End()
    {
        if (_plan.Length > 0 && _verdicts.Count == _plan.Length && AllHold)
        {
            State = State.Green;
            tell($"{kata.Name} is green: all {_plan.Length} laws hold");
        }
        else if (_verdicts.Values.All(verdict => verdict.Outcome == Outcome.NotWritten))
        {
            State = State.NotWritten;
            tell(_verdicts.Values.First().Words);
        }
        else
        {
            foreach (var verdict in _verdicts.Values.Where(verdict => verdict.Outcome == Outcome.NotWritten)) _page.Add("", verdict.Words).Count();
            for (int i = _verdicts.Count; i < _plan.Length; i++) _page.Add("", LawRunner.NotRun).Count();
            foreach (string line in _page.End()) tell(line);
        }
    }
}
