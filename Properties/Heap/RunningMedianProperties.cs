namespace Etudes.Heap;

public abstract class RunningMedianProperties<T> where T : IRunningMedian, new()
{
    [Law]
    public static void The_middles_are_those_of_the_sorted_numbers(Values values)
    {
        var median = new T();
        for (int n = 1; n <= values.Count; n++)
        {
            median.Add(values.Items[n - 1]);
            var sorted = Given.As("halves", new Halves([.. values.Items.Take(n).Order()])).Sorted;
            Must.Be(sorted[(n - 1) / 2], median.Lower, $"after {n} numbers, Lower");
            Must.Be(sorted[n / 2], median.Upper, $"after {n} numbers, Upper");
        }
    }

    [Law]
    public static void The_median_is_the_mean_of_the_two_middles(Values values)
    {
        var median = new T();
        for (int n = 1; n <= values.Count; n++)
        {
            median.Add(values.Items[n - 1]);
            var sorted = Given.As("halves", new Halves([.. values.Items.Take(n).Order()])).Sorted;
            decimal mean = ((decimal)sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
            Must.Be((double)mean, median.Median, $"after {n} numbers, Median");
        }
    }

    [Law]
    public static void Asking_before_the_first_number_throws(Values values)
    {
        var median = new T();
        Must.Throw<InvalidOperationException>(() => _ = median.Lower, "Lower of no numbers");
        Must.Throw<InvalidOperationException>(() => _ = median.Upper, "Upper of no numbers");
        Must.Throw<InvalidOperationException>(() => _ = median.Median, "Median of no numbers");
        if (values.Count == 0) return;
        foreach (int number in values.Items) median.Add(number);
        var sorted = values.Sorted();
        Must.Be((sorted[(sorted.Length - 1) / 2], sorted[sorted.Length / 2]), (median.Lower, median.Upper), "after asking too early, (Lower, Upper) of all numbers");
    }

    [Law]
    public static void Asking_changes_nothing(Values values)
    {
        if (values.Count == 0) return;
        var asked = new T();
        foreach (int number in values.Items)
        {
            asked.Add(number);
            _ = (asked.Lower, asked.Upper, asked.Median);
        }
        var unasked = Of(values.Items);
        Must.Be((unasked.Lower, unasked.Upper), (asked.Lower, asked.Upper), "after being asked each time, (Lower, Upper)");
    }

    [Law]
    public static void The_order_of_the_numbers_does_not_matter(Values values)
    {
        if (values.Count == 0) return;
        var ascending = Of(Given.As(nameof(values), new Values(values.Sorted())).Items);
        var given = Of(Given.As(nameof(values), values).Items);
        Must.Be((ascending.Lower, ascending.Upper), (given.Lower, given.Upper), "in another order, (Lower, Upper)");
    }

    [Law]
    public static void Two_medians_share_nothing(Values values)
    {
        if (values.Count == 0) return;
        var (first, second) = (new T(), new T());
        first.Add(values.Items[0]);
        foreach (int number in values.Items) second.Add(number);
        Must.Be(values.Items[0], first.Lower, "Lower of the first, while the second was given numbers,");
    }

    /// <summary>What costs O(1) makes no room for n. Numbers that are put in their places only now need it.</summary>
    [Law(MaxTest = 30, BeyondExamples = true)]
    public static void The_first_question_after_many_numbers_makes_no_room(Workload work)
    {
        const int RoomForAnAnswer = 64;
        long room = long.MaxValue;
        for (int tried = 0; tried < 3; tried++) // the first may make what is made once and for all
        {
            var median = Of(work.Numbers());
            room = Math.Min(room, Allocation.InNumbers(() => _ = median.Median));
        }
        Must.Hold(room <= RoomForAnAnswer, $"the first Median of {work.Count} numbers should be there in O(1) but makes room for {room} numbers: do they get their places only now?");
    }

    [LargeLaw(1_000_000)]
    public static void Each_of_a_million_numbers_takes_logarithmic_time(LargeWorkload work)
    {
        var median = new T();
        var numbers = work.Numbers();
        foreach (int number in numbers)
        {
            median.Add(number);
            _ = (median.Lower, median.Upper, median.Median);
        }
        Array.Sort(numbers);
        var (lower, upper) = (numbers[(numbers.Length - 1) / 2], numbers[numbers.Length / 2]);
        Must.Be((lower, upper, (lower + upper) / 2.0), (median.Lower, median.Upper, median.Median), "(Lower, Upper, Median)");
    }

    [LargeLaw(100_000)]
    public static void Numbers_from_both_ends_in_turn_take_logarithmic_time_too(LargeWorkload work)
    {
        var (median, numbers) = (new T(), work.Numbers());
        List<int> added = [];
        for (int i = 0; i < numbers.Length; i++)
        {
            added.Add(i % 2 == 0 ? numbers[i / 2] : numbers[^(i / 2 + 1)]);
            median.Add(added[^1]);
            if (!int.IsPow2(i + 1) && i + 1 < numbers.Length) continue; // so 1, 2, 4, ... numbers come between two questions
            var sorted = added.Order().ToArray();
            var (lower, upper) = (sorted[i / 2], sorted[(i + 1) / 2]);
            Must.Be((lower, upper, (lower + upper) / 2.0), (median.Lower, median.Upper, median.Median), $"of {i + 1} numbers from both ends in turn, (Lower, Upper, Median)");
        }
    }

    private static T Of(IEnumerable<int> numbers)
    {
        var median = new T();
        foreach (int number in numbers) median.Add(number);
        return median;
    }
}

public sealed class RunningMedianTests : RunningMedianProperties<RunningMedian>;
