namespace Etudes.ML;

/// <summary>What masking saves: the processor time of a training step at ratio 0 over that at ratio 0.75, alternating, on one thread.</summary>
public static class TrainingStep
{
    private const int Warmups = 2, Rounds = 7, StepsARound = 3;

    public static void Compare()
    {
        var step = new MaskedAutoencoderBenchmark();
        var (all, masked) = (new List<double>(), new List<double>());
        for (int round = -Warmups; round < Rounds; round++)
        {
            double whole = Milliseconds(() => step.Step(0)), quarter = Milliseconds(() => step.Step(0.75));
            if (round < 0) continue;
            all.Add(whole);
            masked.Add(quarter);
        }
        Console.WriteLine($"a training step, median of {Rounds}: {Median(all):0} ms at ratio 0, {Median(masked):0} ms at ratio 0.75: {Median(all) / Median(masked):0.00} times as fast");
    }

    private static double Milliseconds(Action act)
    {
        var before = Environment.CpuUsage.TotalTime;
        for (int i = 0; i < StepsARound; i++) act();
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / StepsARound;
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
