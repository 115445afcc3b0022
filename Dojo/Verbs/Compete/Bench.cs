using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Spectre.Console;

namespace Etudes.Dojo;

/// <summary>How fast a learner's answer is beside the book's and beside the everyday alternative, and how its time grows.</summary>
internal static class Bench
{
    /// <summary>The largest inputs alone say how the time grows: below them the fixed costs show.</summary>
    private const int Fitted = 5;

    /// <summary>The mean of one benchmark in nanoseconds.</summary>
    private sealed record BenchmarkMean(string Method, string Input, double Nanoseconds);

    private sealed record Measured(BenchmarkMean[] Means, (double N, double Seconds)[] Growth);

    public static Command Make()
    {
        var name = Verbs.One();
        var command = new Verb(Wish.Compete, "bench", "kata bench TopK", "yours, the reference and the everyday alternative side by side, and how the time grows") { name };
        command.SetAction((parsed, cancel) => Run(Verbs.Chosen(parsed.GetValue(name)), cancel));
        return command;
    }

    /// <exception cref="RefusedException">There is nothing to time.</exception>
    private static async Task Run(Kata kata, CancellationToken cancel)
    {
        Edition.MustBeClone("kata bench");
        using (var judges = new Judges())
            if (await judges.Judge(kata, null, (_, _) => { }, cancel) is not { State: State.Green })
                throw new RefusedException($"{kata.Name} is not green; how fast a wrong answer is says nothing.");
        var (baseline, own) = Methods(kata);
        var yours = Measure(kata, "your answer", $"-p:Kata={string.Join('+', kata.Needs.Prepend(kata).Select(mine => mine.Name))}", [baseline, .. own]);
        var reference = Measure(kata, "the reference", "-p:Kata=", ["*"]);
        Terminal.Show(Ratios(baseline, own, yours.Means, reference.Means));
        if (yours.Growth.Length > 0) Terminal.Show(Growth(yours.Growth, reference.Growth));
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

    private static Measured Measure(Kata kata, string whose, string subject, string[] methods)
    {
        string project = Path.GetDirectoryName(kata.Benchmark.Replace($"/{kata.Track}/", "/"))!, folder = Directory.CreateTempSubdirectory("kata-bench-").FullName;
        try
        {
            Terminal.Aside($" building {project} with {whose} ...");
            DotNet(["build", Kata.Full(project), "-c", "Release", "-v", "quiet", "-clp:NoSummary", subject]);
            string program = Directory.GetFiles(Kata.Full(Path.Combine(project, "bin", "Release", "net10.0")), "Benchmarks*.dll").Single();
            Terminal.Aside($" timing {whose} ...");
            string[] filter = [.. methods.Select(method => $"*.{kata.Name}Benchmark.{method}*")];
            // In its own process each benchmark would be built once more, and without the learner's answer.
            DotNet(["exec", program, "--filter", .. filter, "--job", "short", "--inProcess", "--exporters", "json", "--artifacts", folder]);
            var growth = kata.Judge == Judge.Main ? Points(DotNet(["exec", program, "growth", kata.Name])) : [];
            return new(Means(folder), growth);
        }
        finally { Directory.Delete(folder, recursive: true); }
    }

    private static BenchmarkMean[] Means(string folder)
    {
        using var report = JsonDocument.Parse(File.ReadAllText(Directory.GetFiles(folder, "*-report-full*.json", SearchOption.AllDirectories).Single()));
        return [.. from benchmark in report.RootElement.GetProperty("Benchmarks").EnumerateArray()
                   let statistics = benchmark.GetProperty("Statistics")
                   where statistics.ValueKind == JsonValueKind.Object
                   select new BenchmarkMean(benchmark.GetProperty("Method").GetString()!, benchmark.GetProperty("Parameters").GetString()!, statistics.GetProperty("Mean").GetDouble())];
    }

    private static (double N, double Seconds)[] Points(string lines) => [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(' '))
        .Select(words => (double.Parse(words[0], CultureInfo.InvariantCulture), double.Parse(words[1], CultureInfo.InvariantCulture)))];

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

    private static Table Growth((double N, double Seconds)[] yours, (double N, double Seconds)[] reference)
    {
        var table = PlainTable.Of("n", "", "yours", "reference");
        foreach (var (mine, its) in yours.Zip(reference)) table.AddRow($"{mine.N:n0}", "", $"{mine.Seconds * 1e3:f3} ms", $"{its.Seconds * 1e3:f3} ms");
        return table.AddRow("growth", "", $"n^{Slope(yours):f2}", $"n^{Slope(reference):f2}");
    }

    /// <summary>The slope of the line through the last points on logarithmic axes, by least squares: 1 where doubling n doubles the time.</summary>
    public static double Slope((double N, double Seconds)[] points)
    {
        var logs = points.TakeLast(Fitted).Select(point => (X: Math.Log(point.N), Y: Math.Log(point.Seconds))).ToArray();
        double x = logs.Average(log => log.X), y = logs.Average(log => log.Y);
        return logs.Sum(log => (log.X - x) * (log.Y - y)) / logs.Sum(log => (log.X - x) * (log.X - x));
    }

    /// <exception cref="RefusedException">It fails; the last thing that it said.</exception>
    private static string DotNet(string[] command)
    {
        var start = new ProcessStartInfo(Sdk.DotNet, command) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new RefusedException($"dotnet {command[0]} {command[1]} fails: {output.TrimEnd().Split('\n').FirstOrDefault(line => line.Contains("error")) ?? output.TrimEnd().Split('\n')[^1]}");
    }
}
