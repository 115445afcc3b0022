namespace Etudes.Dojo;

/// <summary>The memory model against its published states, a second transcription, and what must hold of any history.</summary>
public sealed class MemoryTests
{
    /// <summary>Published with py-fsrs 6.3.1.</summary>
    [Fact]
    public void The_published_state_is_reached()
    {
        var memory = Memory.First(Grade.Again);
        foreach (int days in (int[])[0, 1, 3, 8, 21]) memory = memory.After(Grade.Good, days);
        Assert.Equal(53.62691, memory.Stability, 1e-4);
        Assert.Equal(6.3574867, memory.Difficulty, 1e-4);
    }

    [Fact]
    public void Good_each_time_it_is_due_gives_longer_and_longer_intervals()
    {
        List<int> days = [];
        for (var memory = Memory.First(Grade.Good); days.Count < 5; memory = memory.After(Grade.Good, days[^1])) days.Add(memory.Interval);
        Assert.Equal([2, 11, 46, 163, 497], days);
    }

    [Fact]
    public void What_failed_comes_back_tomorrow_and_a_clock_that_was_set_back_does_no_harm()
    {
        Assert.Equal(1, Memory.First(Grade.Again).Interval);
        Assert.Equal(Memory.First(Grade.Good).After(Grade.Good, 0), Memory.First(Grade.Good).After(Grade.Good, -3));
        Assert.Equal(1, Memory.First(Grade.Good).Recall(-3));
        Assert.Equal(1, Memory.First(Grade.Easy).Recall(0));
    }

    [Fact]
    public void Ten_thousand_histories_agree_with_a_second_transcription_and_keep_the_order_of_grades()
    {
        var random = new Random(1);
        for (int history = 0; history < 10_000; history++)
        {
            var first = (Grade)random.Next(1, 5);
            var memory = Memory.First(first);
            var (s, d) = Second.First((int)first);
            for (int i = random.Next(12); i > 0; i--)
            {
                var (grade, days) = ((Grade)random.Next(1, 5), random.Next(3) == 0 ? 0 : random.Next(1, 3 * memory.Interval));
                Memory[] after = [.. Enum.GetValues<Grade>().Select(one => memory.After(one, days))];
                for (int better = 1; better < 4; better++)
                    Assert.True(after[better].Interval >= after[better - 1].Interval && after[better].Difficulty <= after[better - 1].Difficulty, $"{memory} after {days} days");
                memory = memory.After(grade, days);
                (s, d) = Second.Next(s, d, (int)grade, days);
                Assert.InRange(memory.Difficulty, 1, 10);
                Assert.InRange(memory.Interval, 1, 36_500);
                if (memory.Stability is > 10 and < 36_500) Assert.InRange(memory.Recall(memory.Interval), 0.895, 0.905); // the interval is whole days
                Assert.Equal(s, memory.Stability, 1e-9 * s);
                Assert.Equal(d, memory.Difficulty, 1e-9);
            }
        }
    }

    /// <summary>The equations once more, in the order in which their authors give them.</summary>
    private static class Second
    {
        private const double Wanted = 0.9;
        private static readonly double[] s_w =
            [0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542];

        public static (double S, double D) First(int g) => (s_w[g - 1], Bounded(s_w[4] - Math.Exp(s_w[5] * (g - 1)) + 1));

        public static (double S, double D) Next(double s, double d, int g, int t)
        {
            double r = Math.Pow(1 + (Math.Pow(Wanted, -1 / s_w[20]) - 1) * t / s, -s_w[20]), next;
            if (t < 1)
            {
                double inc = Math.Exp(s_w[17] * (g - 3 + s_w[18])) * Math.Pow(s, -s_w[19]);
                next = s * (g < 3 ? inc : Math.Max(1, inc));
            }
            else if (g == 1)
                next = Math.Min(s_w[11] * Math.Pow(d, -s_w[12]) * (Math.Pow(s + 1, s_w[13]) - 1) * Math.Exp(s_w[14] * (1 - r)), s * Math.Exp(-s_w[17] * s_w[18]));
            else
            {
                double gain = Math.Exp(s_w[8]) * (11 - d) * Math.Pow(s, -s_w[9]) * (Math.Exp((1 - r) * s_w[10]) - 1);
                if (g == 2) gain *= s_w[15];
                if (g == 4) gain *= s_w[16];
                next = s + s * gain;
            }
            double harder = d + (10 - d) * (-s_w[6] * (g - 3)) / 9;
            return (next, Bounded(s_w[7] * (s_w[4] - Math.Exp(s_w[5] * 3) + 1) + (1 - s_w[7]) * harder));
        }

        private static double Bounded(double d) => Math.Min(10, Math.Max(1, d));
    }
}
