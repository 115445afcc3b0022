using System.Text.Json;

namespace Etudes.Dojo;

/// <summary>A law that an answer broke, and in which words.</summary>
internal sealed record Failure(string Law, string Words);

/// <summary>What a check found, for tools.</summary>
internal sealed record CheckReport(string Kata, State State, double Seconds, int Seed, IReadOnlyList<Failure> Failures, IReadOnlyList<string> Obstacles, Diagnosis? Diagnosis);

/// <summary>One verdict on each of several katas.</summary>
/// <param name="seed">null: the fixed one.</param>
/// <param name="fresh">The seed was drawn, and is named.</param>
internal sealed class Round(int? seed, bool fresh, bool json)
{
    private readonly Action<string> _tell = json ? _ => { } : Screen.Tell;
    private readonly List<CheckReport> _reports = [];

    /// <returns>The exit code: 0 only if all are green.</returns>
    public async Task<int> Check(string[] names, bool all, CancellationToken cancel)
    {
        var katas = all ? Buildable() : names.Length > 0 ? [.. names.Select(Kata.Named).Distinct()] : Next();
        if (fresh) _tell($"seed {seed}: --seed {seed} draws the same inputs again");
        using var desk = new Desk();
        foreach (var kata in katas)
        {
            if (all) _tell(kata.Name);
            if (await desk.Check(kata, seed, _tell, cancel) is not { } check) throw new OperationCanceledException();
            _reports.Add(new(kata.Name, check.State, Math.Round(check.Taken.TotalSeconds, 3), seed ?? Settings.Seed,
                [.. check.Failures.Select(failure => new Failure(failure.Law, failure.Words.Trim()))], check.Obstacles, check.Diagnosis));
        }
        int green = _reports.Count(report => report.State == State.Green);
        if (_reports.Count > 1) _tell($"{green} of {_reports.Count} katas are green");
        if (json) Console.WriteLine(JsonSerializer.Serialize(_reports, Records.Default.IReadOnlyListCheckReport));
        return green == _reports.Count ? 0 : 1;
    }

    private Kata[] Next()
    {
        if (Kata.NextUnsolved is not { } next)
        {
            _tell("All katas are green.");
            return [];
        }
        _tell($"{next.Name} is the next kata that is not green.");
        return [next];
    }

    private static Kata[] Buildable()
    {
        bool ml = House.ML.IsBuilt;
        if (!ml) Screen.Aside($"The {Kata.All.Count(kata => kata.House == House.ML)} katas of ML are left out, since their judge is not built; kata check NceLoss builds it.");
        return [.. Kata.All.Where(kata => ml || kata.House != House.ML)];
    }
}
