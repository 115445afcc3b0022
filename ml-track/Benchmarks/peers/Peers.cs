using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Etudes.ML;

/// <summary>The answers beside torchvision's operators: the same numbers in, one thread each, by turns, medians of nine.</summary>
public sealed class Peers : IDisposable
{
    private const int Rounds = 9, WarmUp = 40; // the answers are compiled anew after 30 calls

    private readonly Tensor _features, _scores, _maps, _offsets, _weight, _boxes;
    private readonly Process _python;

    /// <summary>The answers under the names of their peers, and how many times as long as these they may take.</summary>
    private (string Name, double Bar, Func<Tensor> Forward)[] Answers =>
    [
        ("roi_pool", 1.5, () => RoiMaxPool.Pool(_features, _boxes, 7, 7, 1)),
        ("roi_align", 1.5, () => RoiAlign.Pool(_features, _boxes, 7, 7, 1, 2, aligned: true)),
        ("ps_roi_pool", 1.5, () => PositionSensitivePool.Pool(_scores, _boxes, 7, 1)),
        ("deform_conv2d", 1.0, () => DeformableConv.Convolve(_maps, _offsets, _weight, (1, 1), (1, 1), (1, 1))),
    ];

    private Peers(Process python)
    {
        _python = python;
        set_num_threads(1);
        manual_seed(1); // the same numbers as torchvision's: keep the order of torchvision_peers.py
        (_features, _scores) = (randn(1, 256, 50, 50), randn(1, 490, 50, 50));
        (_maps, _offsets, _weight) = (randn(1, 64, 64, 64), randn(1, 18, 64, 64), randn(64, 64, 3, 3));
        var first = rand(300, 2) * 40;
        _boxes = cat([zeros(300, 1), first, first + rand(300, 2) * (49 - first)], 1); // [300, 5]
    }

    /// <summary>Prints the table, or why there is none.</summary>
    public static void Compare()
    {
        string script = Path.Combine(AppContext.BaseDirectory, "peers", "torchvision_peers.py");
        var start = new ProcessStartInfo("python3", [script]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["OMP_NUM_THREADS"] = start.Environment["OPENBLAS_NUM_THREADS"] = "1";
        try
        {
            var python = Process.Start(start)!;
            string hello = python.StandardOutput.ReadLine() ?? "python3 said nothing";
            if (!hello.StartsWith("torchvision ")) Missing(hello);
            else
            {
                using var peers = new Peers(python);
                peers.Print(hello);
            }
        }
        catch (Win32Exception) { Missing("python3 does not start"); }

        static void Missing(string why) =>
            Console.WriteLine($"There is nothing to compare with, python3-torchvision is missing: {why} (on Debian: apt install python3-torchvision).");
    }

    private void Print(string versions)
    {
        Console.WriteLine($"{versions}; processor time of one forward pass, 1 thread, median of {Rounds}");
        Console.WriteLine($"{"",-15}{"torchvision",12}{"answer",12}{"ratio",8}{"at most",9}");
        using var _ = no_grad();
        foreach (var (name, bar, forward) in Answers)
        {
            double[][] rounds = [.. Enumerable.Range(0, WarmUp + Rounds).Select(_ => Round(name, forward))];
            var (theirs, ours) = (Median(rounds[WarmUp..], 0), Median(rounds[WarmUp..], 1));
            Console.WriteLine(Invariant($"{name,-15}{theirs,9:f1} ms{ours,9:f1} ms{ours / theirs,8:f2}{bar,9:f1}"));
        }
    }

    /// <summary>Milliseconds of the peer and of the answer, which must agree on the mean magnitude of their results.</summary>
    private double[] Round(string name, Func<Tensor> forward)
    {
        _python.StandardInput.WriteLine(name);
        double[] reply = [.. _python.StandardOutput.ReadLine()!.Split(' ').Select(word => double.Parse(word, CultureInfo.InvariantCulture))];
        using var scope = NewDisposeScope();
        var before = Environment.CpuUsage.TotalTime;
        var result = forward();
        double taken = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
        double magnitude = result.abs().mean().item<float>();
        if (Math.Abs(magnitude - reply[1]) > 1e-4 * reply[1]) throw new InvalidOperationException(Invariant($"{name} computes something else: {reply[1]} and {magnitude}"));
        return [reply[0], taken];
    }

    private static double Median(double[][] rounds, int of) => rounds.Select(round => round[of]).Order().ElementAt(Rounds / 2);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    public void Dispose()
    {
        _python.StandardInput.Close(); // it ends when there is nothing more to read
        _python.WaitForExit();
    }
}
