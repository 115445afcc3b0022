namespace Etudes.Heap;

public abstract class SlidingMedianProperties<T> where T : ISlidingMedian
{
    [Law]
    public static void Each_window_has_the_median_of_its_sorted_numbers(Values values, int window)
    {
        if (values.Count == 0) return;
        window = Within(values.Count, window);
        var medians = Enumerable.Range(0, values.Count - window + 1).Select(start =>
        {
            int[] sorted = [.. values.Items.Skip(start).Take(window).Order()];
            return (double)(((decimal)sorted[(window - 1) / 2] + sorted[window / 2]) / 2);
        });
        Must.Be(medians, T.Medians(values.Copy(), window), "Medians");
    }

    [Law]
    public static void A_window_outside_1_to_n_throws(Values values)
    {
        foreach (int window in (int[])[0, -1, int.MinValue, values.Count + 1, int.MaxValue])
            Must.Throw<ArgumentOutOfRangeException>(() => T.Medians(values.Copy(), Given.As(nameof(window), window)), $"Medians with a window of {window}");
    }

    [Law]
    public static void The_input_is_left_alone(Values values, int window)
    {
        if (values.Count == 0) return;
        window = Within(values.Count, window);
        var copy = values.Copy();
        T.Medians(copy, window);
        Must.LeaveAlone(values.Items, copy);
    }

    [Law]
    public static void What_its_owner_overwrites_is_another_input(Values values, int window)
    {
        if (values.Count == 0) return;
        window = Within(values.Count, window);
        int[] numbers = values.Copy();
        double[] before = T.Medians(numbers, window), kept = [.. before];
        Array.Fill(numbers, 7);
        Must.Be(Enumerable.Repeat(7.0, before.Length), T.Medians(numbers, window), "after its owner has put 7 everywhere into the same array, Medians");
        Must.Be(kept, before, "after the next call, the result of the first");
    }

    [Law]
    public static void A_window_of_one_number_gives_that_number(Values values)
    {
        if (values.Count == 0) return;
        Must.Be(values.Items.Select(x => (double)x), T.Medians(values.Copy(), Given.As("window", 1)), "Medians with a window of 1");
    }

    [Law]
    public static void A_window_of_all_numbers_gives_one_median(Values values)
    {
        if (values.Count == 0) return;
        var medians = Must.Read(T.Medians(values.Copy(), Given.As("window", values.Count)), "Medians");
        Must.Be(1, medians.Length, $"with a window of all {values.Count}, the count of medians");
    }

    [Law]
    public static void A_number_that_has_left_has_no_say(Values values, int window)
    {
        if (values.Count < 2) return;
        window = Within(values.Count - 1, window);
        var all = Must.Read(T.Medians(values.Copy(), window), "Medians");
        var rest = new Values([.. values.Items.Skip(1)]);
        Must.Be(all.Skip(1), T.Medians(Given.As(nameof(values), rest).Copy(), window), "without the first number, Medians");
    }

    [Law]
    public static void Turning_the_order_round_turns_the_medians_round(Values values, int window)
    {
        if (values.Count == 0) return;
        window = Within(values.Count, window);
        var medians = Must.Read(T.Medians(values.Copy(), window), "Medians"); // ~x = -1 - x
        var turned = new Values([.. values.Items.Select(x => ~x)]);
        Must.Be(medians.Select(median => -1 - median), T.Medians(Given.As(nameof(values), turned).Copy(), window), "of ~x for each x, Medians");
    }

    [LargeLaw(600_000)]
    public static void Each_step_of_a_large_window_takes_logarithmic_time(LargeWorkload work) => Slides(work, Given.As("window", work.Count / 2));

    [LargeLaw(300_000)]
    public static void A_small_window_costs_no_more_for_many_numbers(LargeWorkload work)
    {
        foreach (int window in (int[])[3, 1000]) Slides(work, Given.As(nameof(window), window));
    }

    [LargeLaw(300_000)]
    public static void A_large_window_may_hold_many_equal_numbers(LargeWorkload work) =>
        Slides(work, Given.As("window", work.Count / 2), number => Math.Max(number, work.Count * 11 / 20)); // the lower 55 percent become one

    private static void Slides(LargeWorkload work, int window, Converter<int, int>? made = null)
    {
        int[] numbers = Array.ConvertAll(work.Numbers(), made ?? (number => number));
        var medians = Must.Read(T.Medians([.. numbers], window), "Medians");
        Must.Be(work.Count - window + 1, medians.Length, "the count of medians");
        foreach (int start in (int[])[0, medians.Length / 2, medians.Length - 1])
        {
            var sorted = numbers[start..(start + window)];
            Array.Sort(sorted);
            Must.Be((sorted[(window - 1) / 2] + sorted[window / 2]) / 2.0, medians[start], $"median {start}");
        }
    }

    /// <summary>A window of 1 to count numbers, made of any number that was drawn.</summary>
    private static int Within(int count, int window) => Given.As(nameof(window), 1 + Math.Max(0, window - 1) % count);
}

public sealed class SlidingMedianTests : SlidingMedianProperties<SlidingMedian>;
