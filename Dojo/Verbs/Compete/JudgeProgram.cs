using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Spectre.Console;

namespace Etudes.Dojo;

/// <summary>Runs a program on cases, as a contest's judge does.</summary>
internal sealed class JudgeProgram(string path, double limit, Checker checker, Action<string, Style> tell)
{
    private const double UsualLimit = 2;
    private const long MostOutput = 1 << 26; // or twice the expected one

    public static Command Make()
    {
        var program = new Argument<string>("program") { Description = "A program of one file, with #:project or as it is handed in." };
        var cases = new Argument<string>("cases") { Description = "A folder with in/NAME.in and out/NAME.out." };
        var limit = new Option<double>("--time-limit") { Description = "Seconds per case, 2 if not said.", HelpName = "5", DefaultValueFactory = _ => UsualLimit, CustomParser = Positive };
        var checker = new Option<string?>("--checker") { Description = "A program that is called with input, output and expected output, and ends with 0 if the output is right; .cs is compiled. Else tokens are compared.", HelpName = "checker" };
        var tolerance = new Option<double?>("--tolerance") { Description = "How far numbers may be off, absolutely or relatively.", HelpName = "1e-6", CustomParser = result => Positive(result) };
        var json = Verbs.Json();
        var command = new Verb(Wish.Compete, "judge", "kata judge main.cs cases/", "runs a program on cases: AC, WA, TLE or RE for each, with time and memory") { program, cases, limit, checker, tolerance, json };
        command.Validators.Add(result =>
        {
            if (result.GetResult(checker) is not null && result.GetResult(tolerance) is not null) result.AddError("--tolerance is for the comparison by tokens; leave --checker or --tolerance out.");
        });
        command.SetAction((parsed, cancel) => Run(parsed.GetValue(program)!, parsed.GetValue(cases)!, parsed.GetValue(limit), parsed.GetValue(checker), parsed.GetValue(tolerance), parsed.GetValue(json), cancel));
        return command;
    }

    private static double Positive(ArgumentResult result)
    {
        if (double.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out double value) && value is > 0 and < 1e6) return value;
        result.AddError($"{((OptionResult)result.Parent!).Option.Name} wants a number above 0, and '{result.Tokens[0].Value}' is none.");
        return default;
    }

    /// <returns>The exit code: 0 only if all are AC.</returns>
    private static async Task<int> Run(string path, string folder, double limit, string? checker, double? tolerance, bool json, CancellationToken cancel)
    {
        Edition.MustBeClone("kata judge");
        var cases = CaseFolder.Read(folder);
        if (checker is not null && !File.Exists(checker)) throw new RefusedException($"{checker} is not there; --checker wants a program.");
        using var program = new BuiltProgram(path);
        using var builtChecker = checker?.EndsWith(".cs") == true ? new BuiltProgram(checker) : null;
        string[]? command = builtChecker?.Command ?? (checker is null ? null : [Path.GetFullPath(checker)]);
        var judge = new JudgeProgram(path, limit, new(command, tolerance), json ? (_, _) => { } : Terminal.Tell);
        var report = await judge.Judge(program, cases, cancel);
        if (json) Console.WriteLine(report.ToJson());
        return report.Cases.All(one => one.Verdict == CaseVerdict.AC) ? 0 : 1;
    }

    private async Task<CasesReport> Judge(BuiltProgram program, JudgeCase[] cases, CancellationToken cancel)
    {
        int width = cases.Max(one => one.Name.Length);
        List<CaseResult> results = [];
        foreach (var one in cases)
        {
            var result = await Judge(program, one, cancel);
            results.Add(result);
            tell($" {result.Verdict,-3}  {result.Name.PadRight(width)}  {result.Seconds,6:f2} s  {result.Megabytes,4:f0} MB  {result.Said}".TrimEnd(), result.Verdict == CaseVerdict.AC ? Terminal.Good : Terminal.Bad);
        }
        var slowest = results.MaxBy(result => result.Seconds)!;
        int accepted = results.Count(result => result.Verdict == CaseVerdict.AC);
        tell($"{accepted} of {results.Count} AC, slowest {slowest.Name} with {slowest.Seconds:f2} s, at most {results.Max(result => result.Megabytes):f0} MB", Style.Plain);
        return new(path, limit, results);
    }

    private async Task<CaseResult> Judge(BuiltProgram program, JudgeCase one, CancellationToken cancel)
    {
        long most = Math.Max(MostOutput, 2 * new FileInfo(one.Expected).Length);
        var run = await CaseRun.Of(program.Command, one.Input, TimeSpan.FromSeconds(limit), most, cancel);
        var (verdict, said) = await VerdictOn(run, one, cancel);
        return new(one.Name, verdict, Math.Round(run.Seconds, 3), Math.Round(run.Megabytes, 1), said);
    }

    private async Task<(CaseVerdict, string?)> VerdictOn(CaseRun run, JudgeCase one, CancellationToken cancel)
    {
        if (run.Obstacle is { } obstacle) return (CaseVerdict.RE, obstacle);
        if (run.ExitCode is not { } code) return (CaseVerdict.TLE, $"it was ended after {limit:0.###} s");
        if (code != 0) return (CaseVerdict.RE, $"exit code {code}{(Lines.First(run.Errors) is { } line ? $": {line}" : "")}");
        return await checker.Fault(one, run.Output, cancel) is { } fault ? (CaseVerdict.WA, fault) : (CaseVerdict.AC, null);
    }
}
