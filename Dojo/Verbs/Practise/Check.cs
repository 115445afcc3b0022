using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using System.Text;

namespace Etudes.Dojo;

/// <summary>One verdict on each of several katas, or on each of several files.</summary>
/// <param name="seed">null: the fixed one.</param>
/// <param name="json">The report alone, and no lines.</param>
/// <param name="wrong">The files are meant to be wrong: what catches each is told, and what to send in where nothing does.</param>
internal sealed class Check(int? seed, bool json, bool wrong)
{
    private readonly List<CheckedFile> _checks = [];

    public static Key Key { get; } = new('c', "check", watch => watch.Want(seed: null));
    public static Key FreshKey { get; } = new('f', "fresh inputs", watch => watch.Want(Random.Shared.Next()));

    public static Command Make()
    {
        var names = new Argument<string[]>("name") { Description = "The katas; without one the kata in hand.", Arity = ArgumentArity.ZeroOrMore };
        names.CompletionSources.Add(_ => Kata.All.Select(kata => new CompletionItem(kata.Name)));
        var all = new Option<bool>("--all") { Description = "All katas, so that their states are true." };
        var files = new Option<string[]>("--file")
        {
            Description = "Answers to the kata to judge in the place of yours; your progress does not count them.",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = true,
            HelpName = "a.cs...",
        };
        var wrong = new Option<bool>("--wrong") { Description = "The files are meant to be wrong: exit code 0 if a law catches each of them." };
        var fresh = new Option<bool>("--fresh") { Description = "Other inputs than usual." };
        var seed = new Option<int?>("--seed") { Description = "The inputs of this seed.", CustomParser = Seed, HelpName = "7" };
        var json = Verbs.Json();
        var junit = new Option<string?>("--junit") { Description = "A file to write the verdicts to, as JUnit's XML.", HelpName = "v.xml" };
        var command = new Verb(Wish.Practise, "check", "kata check TopK", "one verdict; exit code 0 only if every kata asked for is green") { names, all, files, wrong, fresh, seed, json, junit };
        command.Validators.Add(result =>
        {
            if (result.GetValue(all) && result.GetValue(names) is { Length: > 0 }) result.AddError("--all checks every kata; leave the names out.");
            if (result.GetValue(fresh) && result.GetResult(seed) is not null) result.AddError("--fresh draws a seed; leave --seed out.");
            if (result.GetResult(files) is not null && result.GetValue(names) is not [_]) result.AddError("--file wants the name of one kata: kata check TopK --file TopK.cs.");
            if (result.GetValue(wrong) && result.GetResult(files) is null) result.AddError("--wrong wants files: kata check TopK --file Wrong.cs --wrong.");
        });
        command.SetAction((parsed, cancel) =>
        {
            int? start = parsed.GetValue(fresh) ? Random.Shared.Next() : parsed.GetValue(seed);
            var check = new Check(start, parsed.GetValue(json), parsed.GetValue(wrong));
            if (parsed.GetValue(fresh)) check.Tell($"seed {start}: --seed {start} draws the same inputs again");
            return check.Run(parsed.GetValue(names)!, parsed.GetValue(all), parsed.GetValue(files) ?? [], parsed.GetValue(junit), cancel);
        });
        return command;
    }

    private static int? Seed(ArgumentResult result)
    {
        if (int.TryParse(result.Tokens[0].Value, out int value)) return value;
        result.AddError($"--seed wants an integer, and '{result.Tokens[0].Value}' is none.");
        return null;
    }

    /// <returns>The exit code: 0 only if all are green.</returns>
    private async Task<int> Run(string[] names, bool all, string[] files, string? junit, CancellationToken cancel)
    {
        using var judges = new Judges();
        var katas = all ? Buildable() : names.Length > 0 ? [.. names.Select(Kata.Named).Distinct()] : InHandNow();
        foreach (var kata in katas)
        {
            if (all) Tell(kata.Name);
            if (files.Length == 0) await JudgeStub(judges, kata, cancel);
            foreach (string file in files) await JudgeFile(judges, kata, file, cancel);
        }
        int green = _checks.Count(check => check.State == State.Green), caught = _checks.Count(check => check.CaughtBy is not null);
        if (wrong && _checks.Count > 1) Tell($"{caught} of {_checks.Count} files are caught");
        else if (_checks.Count > 1) Tell($"{green} of {_checks.Count} {(files.Length > 0 ? "files" : "katas")} are green");
        var report = new CheckReport(seed ?? Seeds.Seed, _checks);
        if (json) Console.WriteLine(report.ToJson());
        if (junit is not null) Write(junit, report);
        return (wrong ? caught : green) == _checks.Count ? 0 : 1;
    }

    private async Task JudgeStub(Judges judges, Kata kata, CancellationToken cancel)
    {
        var judgement = await judges.Judge(kata, seed, Shown(kata), cancel);
        Take(kata, kata.Stub, judgement);
        if (judgement is { State: State.Green }) Tell($" {ProgressText.Solved(kata, Progress.Of(kata), InHand.After(kata))}");
    }

    private async Task JudgeFile(Judges judges, Kata kata, string file, CancellationToken cancel)
    {
        Tell(file);
        var judgement = await judges.JudgeFile(kata, file, seed, Shown(kata), cancel);
        Take(kata, file, judgement);
        if (judgement is { Laws: > 0, State: State.Red }) Tell($" {judgement.Held} of {judgement.Laws} laws hold");
        if (wrong) foreach (string line in WrongAnswer.Lines(_checks[^1])) Tell(line);
    }

    /// <exception cref="OperationCanceledException">There is no judgement.</exception>
    private void Take(Kata kata, string file, Judgement? judgement) =>
        _checks.Add(CheckedFile.Of(kata.Name, file, judgement ?? throw new OperationCanceledException()));

    private Action<Judgement, Reply> Shown(Kata kata) => json ? (_, _) => { } : Teller(new(kata.Name));

    private static Action<Judgement, Reply> Teller(VerdictText text) => (judgement, reply) =>
    {
        foreach (var line in text.Take(judgement, reply)) Terminal.Tell(line.Text, line.Style);
    };

    private void Tell(string line)
    {
        if (!json) Terminal.Tell(line);
    }

    /// <exception cref="RefusedException">The file cannot be written.</exception>
    private static void Write(string file, CheckReport report)
    {
        try { Replacement.Write(file, Encoding.UTF8.GetBytes($"{JUnit.Of(report)}\n")); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException) { throw new RefusedException($"--junit cannot write {file}: {e.Message}"); }
    }

    private Kata[] InHandNow()
    {
        Tell($"{InHand.Now.Name} is the kata in hand.");
        return [InHand.Now];
    }

    private static Kata[] Buildable()
    {
        bool ml = Judge.ML.IsBuilt;
        if (!ml) Terminal.Aside($"The {Kata.All.Count(kata => kata.Judge == Judge.ML)} katas of ML are left out, since their judge is not built; in a clone kata check NceLoss builds it.");
        return [.. Kata.All.Where(kata => ml || kata.Judge != Judge.ML)];
    }
}
