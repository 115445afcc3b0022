using System.Collections.Concurrent;

namespace Etudes.Dojo;

/// <summary>The judges of this run, a compiler and a worker each. They log what comes.</summary>
internal sealed class Judges : IDisposable
{
    private readonly ConcurrentDictionary<Judge, Lazy<Compiler>> _compilers = [];
    private readonly ConcurrentDictionary<Judge, Lazy<Examiner>> _examiners = [];

    public Compiler CompilerOf(Judge judge) => _compilers.GetOrAdd(judge, judge => new(() => new(judge))).Value;

    public Examiner ExaminerOf(Judge judge) => _examiners.GetOrAdd(judge, judge => new(() => new(judge))).Value;

    /// <summary>Judges the stub of a kata and writes down what came of it.</summary>
    /// <param name="seed">null: the fixed one, or KATA_SEED's.</param>
    /// <returns>null where it was cancelled.</returns>
    public async Task<Judgement?> Judge(Kata kata, int? seed, Action<string> tell, CancellationToken cancel = default)
    {
        kata.Judge.Build();
        var examiner = ExaminerOf(kata.Judge); // starts while the stub is compiled
        var judgement = new Judgement(kata, tell);
        try { await judgement.Run(CompilerOf(kata.Judge), examiner, seed ?? Settings.Seed, Progress.Of(kata).Replay, cancel); }
        catch (OperationCanceledException) { return null; }
        Log.Learner.Append(new Checked(kata.Name, judgement.State, judgement.Replay, judgement.Taken));
        return judgement;
    }

    public void Dispose()
    {
        foreach (var examiner in _examiners.Values.Where(examiner => examiner.IsValueCreated)) examiner.Value.Dispose();
    }
}
