namespace Etudes.Heap;

/// <summary>The middle of all numbers so far: two for an even count, one for an odd one.</summary>
public static class RunningMedianExamples
{
    [Example]
    public static void It_may_be_asked_after_each_number()
    {
        var median = new RunningMedian();
        median.Add(1);
        MustBe(1, 1, 1, median);
        median.Add(2);
        MustBe(1, 2, 1.5, median);
        median.Add(3);
        MustBe(2, 2, 2, median);
        median.Add(0);
        MustBe(1, 2, 1.5, median);
    }

    [Example]
    public static void Numbers_may_fall() => MustBe(2, 3, 2.5, After(4, 3, 2, 1));

    [Example]
    public static void Numbers_may_come_mixed() => MustBe(3, 5, 4, After(9, 1, 5, 3));

    [Example]
    public static void Equal_numbers_count_each() => MustBe(2, 2, 2, After(2, 9, 2, 2));

    [Example]
    public static void The_mean_of_negative_numbers() => MustBe(-2, -1, -1.5, After(-1, -2));

    [Example]
    public static void The_mean_does_not_overflow_above() =>
        MustBe(int.MaxValue - 1, int.MaxValue, 2147483646.5, After(int.MaxValue, int.MaxValue - 1));

    [Example]
    public static void The_mean_does_not_overflow_below() =>
        MustBe(int.MinValue, int.MinValue, -2147483648.0, After(int.MinValue, int.MinValue));

    [Example]
    public static void The_ends_of_int_meet_in_the_middle() =>
        MustBe(int.MinValue, int.MaxValue, -0.5, After(int.MaxValue, int.MinValue));

    [Example]
    public static void Before_the_first_number_there_is_no_middle()
    {
        var median = new RunningMedian();
        Must.Throw<InvalidOperationException>(() => median.Lower.ToString(), "Lower");
        Must.Throw<InvalidOperationException>(() => median.Upper.ToString(), "Upper");
        Must.Throw<InvalidOperationException>(() => median.Median.ToString(), "Median");
    }

    [Example]
    public static void Each_object_holds_its_own_numbers()
    {
        RunningMedian first = After(1, 2);
        MustBe(9, 9, 9, After(9));
        MustBe(1, 2, 1.5, first);
    }

    private static RunningMedian After(params int[] numbers)
    {
        var median = new RunningMedian();
        foreach (int number in numbers) median.Add(number);
        return median;
    }

    private static void MustBe(int lower, int upper, double mean, RunningMedian median)
    {
        Must.Be(lower, median.Lower, "Lower");
        Must.Be(upper, median.Upper, "Upper");
        Must.Be(mean, median.Median, "Median");
    }
}
