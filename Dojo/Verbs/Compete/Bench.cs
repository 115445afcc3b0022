using System.CommandLine;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Spectre.Console;

namespace Etudes.Dojo;

/// <summary>How fast a learner's answer is beside the book's and beside the everyday alternative, and how its time grows.</summary>
internal static class Bench
{
    /// <summary>Shows how the time grows, once the answer is green.</summary>
    public static Key Key { get; } = new('o', "growth: O(?)", watch =>
    {
        MustHaveGrowth(watch.Kata);
        var kata = watch.Kata;
        if (watch.Judgement is not { State: State.Green }) watch.Tell(new Text(NotGreen(kata)));
        else watch.Later($"timing yours and the reference as the input of {kata.Name} doubles ...", cancel => Grown(kata, cancel), watch.ShowGrowth);
    });

    public static Command Make()
    {
        var name = Verbs.One();
        var growth = new Option<bool>("--growth") { Description = "Only how the time grows: half a minute instead of minutes." };
        var command = new Verb(Wish.Compete, "bench", "kata bench TopK", "yours, the reference and the everyday alternative side by side, and how the time grows") { name, growth };
        command.SetAction((parsed, cancel) => Run(Verbs.Chosen(parsed.GetValue(name)), parsed.GetValue(growth), cancel));
        return command;
    }

    /// <exception cref="RefusedException">There is nothing to time.</exception>
    private static async Task Run(Kata kata, bool onlyGrowth, CancellationToken cancel)
    {
        Edition.MustBeClone("kata bench");
        if (onlyGrowth) MustHaveGrowth(kata);
        using (var judges = new Judges())
            if (await judges.Judge(kata, null, (_, _) => { }, cancel) is not { State: State.Green }) throw new RefusedException(NotGreen(kata));
        if (onlyGrowth)
        {
            Terminal.Aside(" building and timing your answer and the reference ...");
            Tell(Grown(kata, cancel));
            return;
        }
        var (baseline, own) = Methods(kata);
        var (yours, itsGrowth) = Measured("your answer", BenchmarksProgram.OfYours, [baseline, .. own]);
        var (reference, growth) = Measured("the reference", BenchmarksProgram.OfReference, ["*"]);
        Terminal.Show(Ratios(baseline, own, yours, reference));
        if (kata.HasGrowth) Tell(new(itsGrowth, growth));

        (BenchmarkMean[] Means, TimeAt[] Growth) Measured(string whose, Func<Kata, CancellationToken, BenchmarksProgram> build, string[] methods)
        {
            Terminal.Aside($" building {Path.GetDirectoryName(kata.Benchmark)} with {whose} ...");
            var program = build(kata, cancel);
            Terminal.Aside($" timing {whose} ...");
            return (program.Means(methods), kata.HasGrowth ? program.Times() : []);
        }
    }

    private static void MustHaveGrowth(Kata kata)
    {
        Edition.MustBeClone("How the time grows");
        if (!kata.HasGrowth) throw new RefusedException($"{kata.Name} has no inputs by size; kata bench {kata.Name} times it.");
    }

    private static string NotGreen(Kata kata) => $"{kata.Name} is not green; how fast a wrong answer is says nothing.";

    private static Growth Grown(Kata kata, CancellationToken cancel) =>
        new(BenchmarksProgram.OfYours(kata, cancel).Times(), BenchmarksProgram.OfReference(kata, cancel).Times());

    private static void Tell(Growth growth)
    {
        Terminal.Show(growth.ToTable());
        Terminal.Tell(growth.Sentence);
    }

    /// <summary>The everyday alternative, and the methods that call the kata.</summary>
    private static (string Baseline, string[] Own) Methods(Kata kata)
    {
        if (!File.Exists(Kata.Full(kata.Benchmark))) throw new RefusedException($"{kata.Name} has no benchmark: {kata.Benchmark} is not there.");
        var methods = CSharpSyntaxTree.ParseText(File.ReadAllText(Kata.Full(kata.Benchmark))).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
            .Where(method => method.AttributeLists.ToString().Contains("Benchmark")).ToArray();
        string baseline = methods.Single(method => method.AttributeLists.ToString().Contains("Baseline = true")).Identifier.Text;
        string[] own = [.. methods.Where(method => method.DescendantTokens().Any(token => token.ValueText == kata.Name)).Select(method => method.Identifier.Text)];
        return (baseline, own.Length > 0 ? own : [.. methods.Select(method => method.Identifier.Text).Where(name => name != baseline)]);
    }

    /// <summary>The times of a call as parts of the alternative's time in the same run.</summary>
    private static Table Ratios(string baseline, string[] own, BenchmarkMean[] yours, BenchmarkMean[] reference)
    {
        var table = PlainTable.Of("input", "", "yours", "reference");
        foreach (var input in reference.GroupBy(mean => mean.Input))
            foreach (var mean in input.OrderBy(mean => mean.Method != baseline))
                table.AddRow(Markup.Escape(input.Key), mean.Method, mean.Method == baseline || own.Contains(mean.Method) ? Ratio(yours, mean) : "", Ratio(reference, mean));
        return table;

        string Ratio(BenchmarkMean[] run, BenchmarkMean mean)
        {
            double? At(string method) => run.FirstOrDefault(other => other.Method == method && other.Input == mean.Input)?.Nanoseconds;
            string ratio = $"{At(mean.Method) / At(baseline):f2} x";
            return mean.Method == baseline ? $"{ratio}, {At(baseline) / 1e6:f2} ms" : ratio;
        }
    }
}
