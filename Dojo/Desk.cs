using System.Collections.Concurrent;

namespace Etudes.Dojo;

/// <summary>The compilers and the workers of this run, one of each for each house that is used, and the progress they lead to.</summary>
internal sealed class Desk : IDisposable
{
    private readonly ConcurrentDictionary<House, Lazy<Compiler>> _compilers = [];
    private readonly ConcurrentDictionary<House, Lazy<Examiner>> _examiners = [];

    public Compiler CompilerOf(House house) => _compilers.GetOrAdd(house, house => new(() => new(house))).Value;

    public Examiner ExaminerOf(House house) => _examiners.GetOrAdd(house, house => new(() => new(house))).Value;

    /// <summary>Judges the stub of a kata and writes down what came of it.</summary>
    /// <param name="seed">null: the fixed one, or KATA_SEED's.</param>
    /// <returns>null where it was cancelled.</returns>
    public async Task<Check?> Check(Kata kata, int? seed, Action<string> tell, CancellationToken cancel = default)
    {
        kata.House.Build();
        var examiner = ExaminerOf(kata.House); // starts while the stub is compiled
        var check = new Check(kata, tell);
        try { await check.Run(CompilerOf(kata.House), examiner, seed ?? Settings.Seed, Progress.Of(kata).Replay, cancel); }
        catch (OperationCanceledException) { return null; }
        Progress.Update(kata, progress => progress.After(check, DateTimeOffset.Now));
        return check;
    }

    public void Dispose()
    {
        foreach (var examiner in _examiners.Values.Where(examiner => examiner.IsValueCreated)) examiner.Value.Dispose();
    }
}
