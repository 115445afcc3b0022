using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Etudes.Dojo;

/// <summary>The mean of one benchmark in nanoseconds.</summary>
internal sealed record BenchmarkMean(string Method, string Input, double Nanoseconds);

/// <summary>Benchmarks, built with the learner's answer or with the reference. The next one that is built takes its place.</summary>
internal sealed class BenchmarksProgram
{
    private readonly Kata _kata;
    private readonly string _program;
    private readonly CancellationToken _cancel;

    private BenchmarksProgram(Kata kata, string program, CancellationToken cancel) => (_kata, _program, _cancel) = (kata, program, cancel);

    public static BenchmarksProgram OfYours(Kata kata, CancellationToken cancel) =>
        Of(kata, $"-p:Kata={string.Join('+', kata.Needs.Prepend(kata).Select(mine => mine.Name))}", cancel);

    public static BenchmarksProgram OfReference(Kata kata, CancellationToken cancel) => Of(kata, "-p:Kata=", cancel);

    /// <summary>The times by BenchmarkDotNet.</summary>
    public BenchmarkMean[] Means(string[] methods)
    {
        string folder = Directory.CreateTempSubdirectory("kata-bench-").FullName;
        try
        {
            string[] filter = [.. methods.Select(method => $"*.{_kata.Name}Benchmark.{method}*")];
            // In its own process each benchmark would be built once more, and without the learner's answer.
            DotNet(["exec", _program, "--filter", .. filter, "--job", "short", "--inProcess", "--exporters", "json", "--artifacts", folder], _cancel);
            using var report = JsonDocument.Parse(File.ReadAllText(Directory.GetFiles(folder, "*-report-full*.json", SearchOption.AllDirectories).Single()));
            return [.. from benchmark in report.RootElement.GetProperty("Benchmarks").EnumerateArray()
                       let statistics = benchmark.GetProperty("Statistics")
                       where statistics.ValueKind == JsonValueKind.Object
                       select new BenchmarkMean(benchmark.GetProperty("Method").GetString()!, benchmark.GetProperty("Parameters").GetString()!, statistics.GetProperty("Mean").GetDouble())];
        }
        finally { Directory.Delete(folder, recursive: true); }
    }

    /// <summary>The time for each n. Katas on tensors have no such inputs.</summary>
    public TimeAt[] Times() => [.. DotNet(["exec", _program, "growth", _kata.Name], _cancel).Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(' '))
        .Select(words => new TimeAt(double.Parse(words[0], CultureInfo.InvariantCulture), double.Parse(words[1], CultureInfo.InvariantCulture)))];

    private static BenchmarksProgram Of(Kata kata, string subject, CancellationToken cancel)
    {
        string project = Kata.Full(Path.GetDirectoryName(kata.Benchmark.Replace($"/{kata.Track}/", "/"))!);
        DotNet(["build", project, "-c", "Release", "-v", "quiet", "-clp:NoSummary", subject], cancel);
        return new(kata, Directory.GetFiles(Path.Combine(project, "bin", "Release", "net10.0"), "Benchmarks*.dll").Single(), cancel);
    }

    /// <exception cref="RefusedException">It fails; the last thing that it said.</exception>
    private static string DotNet(string[] command, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(Sdk.DotNet, command) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        using var ended = cancel.Register(() => process.Kill(entireProcessTree: true));
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        cancel.ThrowIfCancellationRequested();
        return process.ExitCode == 0 ? output : throw new RefusedException($"dotnet {command[0]} {command[1]} fails: {output.TrimEnd().Split('\n').FirstOrDefault(line => line.Contains("error")) ?? output.TrimEnd().Split('\n')[^1]}");
    }
}
