namespace Etudes.Heap;

/// <summary>One median for every window, from the first to the last.</summary>
public static class SlidingMedianExamples
{
    [Example]
    public static void A_window_of_three() =>
        Must.Be([1.0, -1, -1, 3, 5, 6], SlidingMedian.Medians([1, 3, -1, -3, 5, 3, 6, 7], 3),
            "the medians");

    [Example]
    public static void An_even_window_takes_the_mean() =>
        Must.Be([1.5, 3.0], SlidingMedian.Medians([1, 2, 4], 2), "the medians");

    [Example]
    public static void A_window_of_four() =>
        Must.Be([2.5, 2.5, 3.5], SlidingMedian.Medians([4, 1, 3, 2, 9, 4], 4), "the medians");

    [Example]
    public static void A_window_of_one_gives_the_numbers() =>
        Must.Be([3.0, 1, 2], SlidingMedian.Medians([3, 1, 2], 1), "the medians");

    [Example]
    public static void A_window_of_all_gives_one_median() =>
        Must.Be([2.0], SlidingMedian.Medians([3, 1, 2], 3), "the medians");

    [Example]
    public static void Of_equal_numbers_one_leaves_at_a_time() =>
        Must.Be([2.0, 2, 5, 5], SlidingMedian.Medians([2, 2, 5, 2, 5, 5], 3), "the medians");

    [Example]
    public static void Falling_numbers() =>
        Must.Be([5.0, 4, 3, 2], SlidingMedian.Medians([6, 5, 4, 3, 2, 1], 3), "the medians");

    [Example]
    public static void The_mean_does_not_overflow() =>
        Must.Be([int.MaxValue, -0.5, int.MinValue],
            SlidingMedian.Medians([int.MaxValue, int.MaxValue, int.MinValue, int.MinValue], 2),
            "the medians");

    [Example]
    public static void The_ends_of_int_are_numbers_like_others() =>
        Must.Be([0.0, 0], SlidingMedian.Medians([int.MaxValue, 0, int.MinValue, int.MaxValue], 3),
            "the medians");

    [Example]
    public static void The_numbers_are_left_as_they_were()
    {
        int[] numbers = [3, 1, 2, 0];
        SlidingMedian.Medians(numbers, 2);
        SlidingMedian.Medians(numbers, 4);
        Must.Be([3, 1, 2, 0], numbers, "the numbers afterwards");
    }

    [Example]
    public static void A_window_holds_at_least_one_number()
    {
        Must.Throw<ArgumentOutOfRangeException>(() => SlidingMedian.Medians([1, 2], 0), "window 0");
        Must.Throw<ArgumentOutOfRangeException>(() => SlidingMedian.Medians([1, 2], -1),
            "window -1");
    }

    [Example]
    public static void A_window_holds_no_more_than_there_are()
    {
        Must.Throw<ArgumentOutOfRangeException>(() => SlidingMedian.Medians([1, 2], 3), "window 3");
        Must.Throw<ArgumentOutOfRangeException>(() => SlidingMedian.Medians([], 1),
            "window 1 of none");
    }
}
