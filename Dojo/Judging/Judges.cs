using System.Collections.Concurrent;

namespace Etudes.Dojo;

/// <summary>The judges of this run, a compiler and a worker each. They log what comes.</summary>
internal sealed class Judges : IDisposable
{
    private readonly ConcurrentDictionary<Judge, Lazy<GuardedCompiler>> _compilers = [];
    private readonly ConcurrentDictionary<Judge, Lazy<Examiner>> _examiners = [];
    private readonly ConcurrentDictionary<Judge, ExamplesCompiler> _examples = [];

    private GuardedCompiler CompilerOf(Judge judge) => _compilers.GetOrAdd(judge, judge => new(() => new(judge))).Value;

    public Examiner ExaminerOf(Judge judge) => _examiners.GetOrAdd(judge, judge => new(() => new(judge))).Value;

    /// <summary>Judges the stub of a kata and writes down what came of it.</summary>
    /// <param name="seed">null: the fixed one, or KATA_SEED's.</param>
    /// <param name="told">Told of each reply as it comes.</param>
    /// <returns>null where it was cancelled.</returns>
    public async Task<Judgement?> Judge(Kata kata, int? seed, Action<Judgement, Reply> told, CancellationToken cancel = default)
    {
        var known = Progress.Of(kata);
        var judgement = await Judge(kata, kata.Stub, () => SourceFile.Of(kata), seed, known, told, cancel);
        if (judgement is not null)
        {
            bool isDrawn = judgement.Verdicts.Any(verdict => verdict.Again is not null && verdict.Replay == judgement.Replay);
            LearnerLog.Learner.Append(new Checked(kata.Name, judgement.State, judgement.Replay, judgement.Taken, IsUntouched(kata, judgement), isDrawn));
        }
        return judgement;
    }

    /// <summary>An attempt begins with the first check of something that the learner wrote.</summary>
    private static bool IsUntouched(Kata kata, Judgement judgement)
    {
        if (judgement.State != State.NotWritten || Progress.Of(kata).Started is not null) return false;
        try { return FreshStub.Of(kata).IsInPlace; }
        catch (RefusedException) { return true; } // nobody can tell
    }

    /// <summary>Judges a file in the place of the stub; the learner's progress does not know of it.</summary>
    /// <returns>null where it was cancelled.</returns>
    public Task<Judgement?> JudgeFile(Kata kata, string file, int? seed, Action<Judgement, Reply> told, CancellationToken cancel = default) =>
        Judge(kata, file, () => SourceFile.InPlaceOfStub(file), seed, new(), told, cancel);

    private async Task<Judgement?> Judge(Kata kata, string file, Func<SourceFile[]> read, int? seed, Progress known, Action<Judgement, Reply> told, CancellationToken cancel)
    {
        kata.Judge.Build();
        var examiner = ExaminerOf(kata.Judge); // starts while the answer is compiled
        var judgement = new Judgement(told);
        try
        {
            var answer = CompilerOf(kata.Judge).Compile(read(), cancel);
            var examples = ExamplesOf(kata, judgement, cancel); // compiled beside it
            await examiner.Judge(judgement, kata, await answer, seed ?? Seeds.Seed, known, examples, cancel);
        }
        catch (OperationCanceledException) { return null; }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { judgement.Take(new Refused($"{file} cannot be read: {e.Message}")); }
        return judgement;
    }

    /// <summary>Tries a learner's examples alone.</summary>
    public async Task<Judgement> TryExamples(Kata kata, CancellationToken cancel)
    {
        kata.Judge.Build();
        var examiner = ExaminerOf(kata.Judge);
        var judgement = new Judgement();
        if (ExamplesOf(kata, judgement, cancel) is { } examples) await examiner.TryExamples(judgement, kata, examples, cancel);
        return judgement;
    }

    private CompiledExamples? ExamplesOf(Kata kata, Judgement judgement, CancellationToken cancel)
    {
        var (examples, errors) = _examples.GetOrAdd(kata.Judge, judge => new(judge)).Compile(kata, cancel);
        if (errors.Length > 0) judgement.Take(new ExamplesNotCompiled(errors));
        return examples;
    }

    public void Dispose()
    {
        foreach (var examiner in _examiners.Values.Where(examiner => examiner.IsValueCreated)) examiner.Value.Dispose();
    }
}
