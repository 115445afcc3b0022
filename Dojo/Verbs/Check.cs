using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Etudes.Dojo;

/// <summary>One verdict on each of several katas.</summary>
/// <param name="seed">null: the fixed one.</param>
/// <param name="fresh">The seed was drawn, and is named.</param>
internal sealed class Check(int? seed, bool fresh, bool json)
{
    private readonly Action<string> _tell = json ? _ => { } : Terminal.Tell;
    private readonly List<CheckReport> _reports = [];

    public static Key Key { get; } = new('c', "check", watch => watch.Begin(seed: null));
    public static Key FreshKey { get; } = new('r', "fresh seeds", watch => watch.Begin(Random.Shared.Next()));

    public static Command Make()
    {
        var names = new Argument<string[]>("name") { Description = "The katas; without one the next that is not green.", Arity = ArgumentArity.ZeroOrMore };
        var all = new Option<bool>("--all") { Description = "All katas, so that their states are true." };
        var fresh = new Option<bool>("--fresh") { Description = "Other inputs than usual." };
        var seed = new Option<int?>("--seed")
        {
            Description = "The inputs of this seed.",
            CustomParser = result =>
            {
                if (int.TryParse(result.Tokens[0].Value, out int value)) return value;
                result.AddError($"--seed wants an integer, and '{result.Tokens[0].Value}' is none.");
                return null;
            },
        };
        var json = Verbs.Json();
        var command = new Command("check", "Gives the verdict once; exit code 0 only if every kata asked for is green.") { names, all, fresh, seed, json };
        command.Validators.Add(result =>
        {
            if (result.GetValue(all) && result.GetValue(names) is { Length: > 0 }) result.AddError("--all checks every kata; leave the names out.");
            if (result.GetValue(fresh) && result.GetResult(seed) is not null) result.AddError("--fresh draws a seed; leave --seed out.");
        });
        command.SetAction((parsed, cancel) =>
        {
            int? start = parsed.GetValue(fresh) ? Random.Shared.Next() : parsed.GetValue(seed);
            return new Check(start, parsed.GetValue(fresh), parsed.GetValue(json)).Run(parsed.GetValue(names)!, parsed.GetValue(all), cancel);
        });
        return command;
    }

    /// <returns>The exit code: 0 only if all are green.</returns>
    private async Task<int> Run(string[] names, bool all, CancellationToken cancel)
    {
        var katas = all ? Buildable() : names.Length > 0 ? [.. names.Select(Kata.Named).Distinct()] : Next();
        if (fresh) _tell($"seed {seed}: --seed {seed} draws the same inputs again");
        using var judges = new Judges();
        foreach (var kata in katas)
        {
            if (all) _tell(kata.Name);
            if (await judges.Judge(kata, seed, _tell, cancel) is not { } judgement) throw new OperationCanceledException();
            _reports.Add(new(kata.Name, judgement.State, Math.Round(judgement.Taken.TotalSeconds, 3), seed ?? Settings.Seed,
                [.. judgement.Failures.Select(failure => new Failure(failure.Law, failure.Words.Trim()))], judgement.Obstacles, judgement.Diagnosis));
        }
        int green = _reports.Count(report => report.State == State.Green);
        if (_reports.Count > 1) _tell($"{green} of {_reports.Count} katas are green");
        if (json) Console.WriteLine(JsonSerializer.Serialize(_reports, CheckReports.Default.IReadOnlyListCheckReport));
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
        bool ml = Judge.ML.IsBuilt;
        if (!ml) Terminal.Aside($"The {Kata.All.Count(kata => kata.Judge == Judge.ML)} katas of ML are left out, since their judge is not built; kata check NceLoss builds it.");
        return [.. Kata.All.Where(kata => ml || kata.Judge != Judge.ML)];
    }
}

/// <summary>A law that an answer broke, and in which words.</summary>
internal sealed record Failure(string Law, string Words);

/// <summary>What a check found, for tools.</summary>
internal sealed record CheckReport(string Kata, State State, double Seconds, int Seed, IReadOnlyList<Failure> Failures, IReadOnlyList<string> Obstacles, Diagnosis? Diagnosis);

[JsonSourceGenerationOptions(UseStringEnumConverter = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<CheckReport>))]
internal sealed partial class CheckReports : JsonSerializerContext;
