using System.Reflection;
using System.Runtime.Loader;

namespace Etudes.Engine;

/// <summary>A learner's examples in a context of their own, to be closed over one answer after the other.</summary>
internal sealed class LoadedExamples : IDisposable
{
    /// <summary>A small input takes a right answer some hundred.</summary>
    private const int Steps = 5_000_000;

    private readonly JudgedKata _kata;
    private readonly AssemblyLoadContext _context;
    private readonly Type _examples;
    private readonly string[] _names;

    public LoadedExamples(JudgedKata kata, CompiledExamples compiled)
    {
        (_kata, _names) = (kata, compiled.Names);
        _context = new($"{kata.Name}.Examples", isCollectible: true);
        var assembly = _context.LoadFromStream(new MemoryStream(compiled.Image), new MemoryStream(compiled.Symbols));
        _examples = assembly.GetTypes().Single(type => type.Name == $"{kata.Name}Examples`1");
    }

    /// <summary>Tries all of them on the reference, on the other right answers and on the gallery.</summary>
    public ExamplesTried Try()
    {
        TriedExample[] tried = [.. On(_kata.Reference).Select(example => new TriedExample(example.Name, VerdictOf(example), null))];
        foreach (var (answer, example) in _kata.OtherAnswers.SelectMany(On, (answer, example) => (answer, example)))
        {
            int at = Array.IndexOf(_names, example.Name);
            if (tried[at].IsRight && VerdictOf(example) is { Outcome: not Outcome.Holds } other) tried[at] = tried[at] with { Other = other };
        }
        var promises = Promise.Of(_kata).ToDictionary(promise => promise.Id, promise => promise.Text);
        var breaking = _kata.Mistakes.SelectMany(mistake => mistake.Breaks).CountBy(promise => promise).ToDictionary();
        var mistakes = _kata.Mistakes.ToLookup(mistake => mistake.ShowsOnSmallInput);
        return new(tried, [.. mistakes[true].Select(Sought)], mistakes[false].Count());

        // Of the promises that it breaks the one that fewest others break says most of it.
        SoughtMistake Sought(Mistake mistake)
        {
            string promise = mistake.Breaks.MinBy(promise => breaking[promise])!;
            return new(mistake.Name, $"{Promise.PlaceOf(promise)}: {promises[promise]}", Catching(mistake, tried));
        }
    }

    /// <summary>Their verdicts on the learner's answer, from the top.</summary>
    /// <param name="begins">Told of the number of each, from 1, before it runs.</param>
    public Verdict[] TryOn(Type answer, Action<int> begins) => [.. On(answer).Select((example, i) =>
    {
        begins(i + 1);
        return VerdictOf(example);
    })];

    private string[] Catching(Mistake mistake, TriedExample[] tried) =>
        [.. On(mistake.Type).Where((example, i) => tried[i].IsRight && !Holds(example)).Select(example => example.Name)];

    /// <summary>None where the answer is not of that kind: a variant without a comparer, say.</summary>
    private Law[] On(Type answer)
    {
        Type closed;
        try { closed = _examples.MakeGenericType(answer); }
        catch (ArgumentException) { return []; }
        return [.. _names.Select(name => new Law(closed, closed.GetMethod(name, BindingFlags.Public | BindingFlags.Static, [])!))];
    }

    private static Verdict VerdictOf(Law example) => LawRunner.Run(example, Start.FromSeed(0), Rules.OfWorker);

    /// <summary>The same in short, for the many.</summary>
    private static bool Holds(Law example)
    {
        CaseError? error = null;
        var trial = new Trial(example, Rules.OfWorker);
        string? overdue = trial.Run(() => error = trial.Try([], Steps, smaller: false), hasFailed: () => false);
        return overdue is null && error is null;
    }

    public void Dispose() => _context.Unload();
}
