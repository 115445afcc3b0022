using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Etudes;

/// <summary>The contest programs beside C++ as whole processes, from a file to a file, as a table of Markdown.</summary>
internal static class Programs
{
    private const int Rounds = 9;

    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "programs");

    /// <summary>How a file is published; an option that is not given has the default of file-based
    /// programs, NativeAOT.</summary>
    private static readonly (string Name, string[] Options)[] s_forms =
    [
        ("JIT", ["-p:PublishAot=false"]),
        ("ReadyToRun", ["-p:PublishAot=false", "-p:PublishReadyToRun=true", "--self-contained=false", "-r", RuntimeInformation.RuntimeIdentifier]),
        ("NativeAOT", ["-p:CppCompilerAndLinker=gcc"]),
    ];

    /// <param name="File">The executable, missing where its toolchain is.</param>
    private sealed record ProgramRun(string Name, string File);

    public static void Compare()
    {
        Directory.CreateDirectory(s_folder);
        string graph = Path.Combine(s_folder, "graph.txt"), numbers = Path.Combine(s_folder, "numbers.txt");
        Inputs.Write(graph, 500_000, Distinct(Inputs.Graph(500_000, 500_000)));
        File.WriteAllLines(numbers, ["1000000", .. Inputs.Numbers(1_000_000, "random").Select(number => number.ToString())]);
        ProgramRun[] trees = [Cpp("minimum_spanning_tree"), .. Publish("minimum_spanning_tree"), .. Publish("minimum_spanning_tree_radix")];
        ProgramRun[] medians = [Cpp("running_median"), .. Publish("running_median"), .. Publish("running_median_windowed")];
        Console.WriteLine(Peers.Machine() + "\n");
        Console.WriteLine("| Task | Program | ms | ratio | ms of processor, least | ratio |");
        Console.WriteLine("|---|---|--:|--:|--:|--:|");
        Race("minimum spanning tree, n = m = 500,000", trees, graph);
        Race("running median, n = 1,000,000", medians, numbers);
    }

    /// <summary>Prints the median of the time by the clock and the least time of the processor.</summary>
    private static void Race(string task, ProgramRun[] contestants, string input)
    {
        contestants = [.. contestants.Where(contestant => File.Exists(contestant.File))];
        byte[]? expected = null;
        var rounds = new List<(double Clock, double Processor)[]>();
        for (int round = 0; round <= Rounds; round++)
        {
            var times = new (double, double)[contestants.Length];
            for (int step = 0; step < times.Length; step++)
            {
                int i = (round + step) % times.Length;
                times[i] = Run(contestants[i].File, input, out byte[] output);
                if (!output.AsSpan().SequenceEqual(expected ??= output)) throw new InvalidOperationException($"{contestants[i].Name} writes something else.");
            }
            rounds.Add(times);
        }

        var clock = contestants.Select((_, i) => rounds.Skip(1).Select(times => times[i].Clock).Order().ElementAt(Rounds / 2)).ToArray();
        var processor = contestants.Select((_, i) => rounds.Skip(1).Min(times => times[i].Processor)).ToArray();
        for (int i = 0; i < contestants.Length; i++, task = "")
            Console.WriteLine($"| {task} | {contestants[i].Name} | {clock[i]:f0} | {clock[i] / clock[0]:f2} | {processor[i]:f0} | {processor[i] / processor[0]:f2} |");
    }

    /// <summary>Milliseconds of a process.</summary>
    private static (double Clock, double Processor) Run(string program, string input, out byte[] output)
    {
        string path = Path.Combine(s_folder, "output.txt");
        var start = new ProcessStartInfo("bash", ["-c", "TIMEFORMAT='%R %U %S'; time \"$0\" < \"$1\" > \"$2\"", program, input, path]) { RedirectStandardError = true };
        using var bash = Process.Start(start)!;
        string said = bash.StandardError.ReadToEnd();
        bash.WaitForExit();
        if (bash.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {bash.ExitCode}: {said}");
        output = File.ReadAllBytes(path);
        double[] seconds = [.. said.Split(' ').Select(word => double.Parse(word, CultureInfo.InvariantCulture))];
        return (1000 * seconds[0], 1000 * (seconds[1] + seconds[2]));
    }

    private static ProgramRun Cpp(string name)
    {
        string program = Path.Combine(s_folder, $"{name}_cpp");
        Gpp.Compile([Path.Combine(Native.Sources, "programs", $"{name}.cpp")], program);
        return new("C++", program);
    }

    private static IEnumerable<ProgramRun> Publish(string name)
    {
        string source = Path.GetFullPath(Path.Combine(Native.Sources, "..", "..", "..", "Contest", $"{name}.cs"));
        foreach (var (form, options) in s_forms)
        {
            string folder = Path.Combine(s_folder, $"{name}_{form}");
            using var publish = Process.Start(new ProcessStartInfo("dotnet", ["publish", source, "-o", folder, .. options]) { RedirectStandardOutput = true })!;
            string said = publish.StandardOutput.ReadToEnd();
            publish.WaitForExit();
            if (publish.ExitCode != 0) Console.Error.WriteLine($"{name} cannot be published as {form} here: {said}");
            yield return new($"{name}, {form}", Path.Combine(folder, name));
        }
    }

    /// <summary>The same edges with weights of which no two are equal, so that there is one tree.</summary>
    private static (int U, int V, long Weight)[] Distinct((int U, int V, long Weight)[] edges)
    {
        long[] weights = [.. Enumerable.Range(0, edges.Length).Select(i => 2000L * i)];
        new Random(2).Shuffle(weights);
        return [.. edges.Zip(weights, (edge, weight) => (edge.U, edge.V, weight))];
    }
}
