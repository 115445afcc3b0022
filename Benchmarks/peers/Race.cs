using System.Diagnostics;

namespace Etudes;

/// <summary>Where a contestant comes from.</summary>
internal enum Origin { Cpp, Framework, Answer, Variant }

/// <summary>One way to do a task.</summary>
/// <param name="Run">Does it, and returns a checksum on which all contestants must agree.</param>
/// <param name="AtMost">How many times as long as the race's measure it may take.</param>
internal sealed record Contestant(Origin Origin, string Name, Func<long> Run, double? AtMost = null)
{
    public string Program => Origin switch
    {
        Origin.Cpp => $"C++: {Name}",
        Origin.Framework => $".NET: {Name}",
        Origin.Answer => Name,
        _ => $"**{Name}**",
    };
}

/// <summary>A task that several programs do on the same input of a given size.</summary>
/// <param name="Measure">The fastest contestant of this origin has ratio 1.</param>
internal sealed record Race(string Name, int Size, Func<int, Contestant[]> At, Origin Measure = Origin.Cpp)
{
    private const int Calls = 40, Passes = 3;

    private static readonly TimeSpan s_turn = TimeSpan.FromMilliseconds(50);

    /// <summary>The contestants that can start: without g++ there is no C++.</summary>
    public Contestant[] Contestants(int size) => [.. At(size).Where(contestant => contestant.Origin != Origin.Cpp || Native.Present)];

    /// <summary>Brings all code to its last form: the runtime compiles a method anew after 30 calls, to watch it, and once more for good.</summary>
    public void WarmUp()
    {
        var contestants = Contestants(Size / 100);
        for (int pass = 0; pass < Passes; pass++)
        {
            for (int call = 0; call < Calls; call++) Round(contestants, call);
            Thread.Sleep(300); // the compiler waits until nothing new has been called for 100 ms
        }
    }

    /// <summary>The median time of each contestant in milliseconds of the processor.</summary>
    public static double[] Medians(Contestant[] contestants, int rounds)
    {
        double[][] times = [.. Enumerable.Range(0, rounds + 1).Select(turn => Round(contestants, turn, s_turn))];
        return [.. contestants.Select((_, i) => times.Skip(1).Select(round => round[i]).Order().ElementAt(rounds / 2))];
    }

    /// <summary>The time of one run of each contestant in milliseconds of the processor.</summary>
    /// <param name="turn">Says who begins.</param>
    /// <param name="least">How long a contestant goes on running: the time of a single millisecond
    /// depends on what lies in the caches.</param>
    /// <exception cref="InvalidOperationException">Two contestants disagree.</exception>
    public static double[] Round(Contestant[] contestants, int turn, TimeSpan least = default)
    {
        var (times, checksums) = (new double[contestants.Length], new long[contestants.Length]);
        for (int step = 0; step < contestants.Length; step++)
        {
            int i = (turn + step) % contestants.Length, runs = 0;
            GC.Collect(); // nobody pays for what another has left
            long began = Stopwatch.GetTimestamp();
            var before = Environment.CpuUsage.TotalTime;
            do
            {
                checksums[i] = contestants[i].Run();
                runs++;
            }
            while (Stopwatch.GetElapsedTime(began) < least);
            times[i] = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / runs;
        }
        for (int i = 1; i < checksums.Length; i++)
            if (checksums[i] != checksums[0])
                throw new InvalidOperationException($"{contestants[i].Name} computes {checksums[i]}, {contestants[0].Name} {checksums[0]}.");
        return times;
    }
}
