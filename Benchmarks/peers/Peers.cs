using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Etudes;

/// <summary>The answers beside C++ and the framework, as a table of Markdown.</summary>
internal static class Peers
{
    private const int Rounds = 9;

    /// <summary>Prints the races whose names begin so. Each runs in a process of its own, where
    /// first calls are first.</summary>
    public static void Compare(string name)
    {
        Race[] races = [.. Races.All.Where(race => race.Name.StartsWith(name))];
        if (races.Length == 0)
        {
            Console.Error.WriteLine($"No task begins with '{name}'; there are: {string.Join("; ", Races.All.Select(race => race.Name))}.");
            Environment.Exit(1);
        }
        Native.Build();
        Console.WriteLine(Machine() + "\n");
        Console.WriteLine("| Task | Program | ms | ratio | at most | first call, ms |");
        Console.WriteLine("|---|---|--:|--:|--:|--:|");
        foreach (var race in races)
        {
            using var process = Process.Start(Environment.ProcessPath!, ["race", race.Name]);
            process.WaitForExit();
            if (process.ExitCode != 0) Environment.Exit(process.ExitCode);
        }
    }

    /// <summary>Runs one race and prints its lines.</summary>
    public static void Run(string name)
    {
        var race = Races.All.Single(race => race.Name == name);
        var contestants = race.Contestants(race.Size);
        double[] first = Race.Round(contestants, 0);
        race.WarmUp();
        double[] medians = Race.Medians(contestants, Rounds);
        double? measure = contestants.Zip(medians).Where(pair => pair.First.Origin == race.Measure).Min(pair => (double?)pair.Second);
        string task = $"{race.Name} ({race.Size:N0})";
        for (int i = 0; i < contestants.Length; i++)
        {
            double? ratio = medians[i] / measure;
            string most = contestants[i].AtMost is not { } bar ? "" : ratio > bar ? $"{bar:0.0#}, missed" : $"{bar:0.0#}";
            Console.WriteLine($"| {task} | {contestants[i].Program} | {medians[i]:f1} | {ratio:f2} | {most} | {first[i]:f1} |");
            task = "";
        }
    }

    /// <summary>What the figures depend on; also says where C++ is missing.</summary>
    public static string Machine()
    {
        string? processor = File.Exists("/proc/cpuinfo") ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name"))?.Split(": ")[1] : null;
        string cpp = Gpp.Version is { } version ? $"g++ {version}" : "no C++ to compare with, since g++ is missing (on Debian: apt install g++)";
        return $"{DateTime.Today:yyyy-MM-dd}, {processor ?? "processor unknown"}, {Environment.ProcessorCount} cores; {RuntimeInformation.FrameworkDescription}, {cpp}.";
    }
}
