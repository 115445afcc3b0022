namespace Etudes.Heap;

/// <summary>The largest numbers in descending order, each as often as it comes.</summary>
public static class TopKExamples
{
    [Example]
    public static void The_largest_come_first() =>
        Must.Be([5, 4, 4], TopK.Largest([3, 1, 4, 1, 5, 4], 3), "the three largest");

    [Example]
    public static void Equal_numbers_count_each() =>
        Must.Be([4, 4, 3], TopK.Largest([3, 4, 4], 3), "all three");

    [Example]
    public static void A_short_stream_gives_all_it_has() =>
        Must.Be([3, 1], TopK.Largest([3, 1], 5), "both");

    [Example]
    public static void Room_for_k_is_not_made_in_advance() =>
        Must.Be([3, 2, 1], TopK.Largest([2, 1, 3], int.MaxValue), "all three");

    [Example]
    public static void None_of_many_is_none() =>
        Must.Be([], TopK.Largest([3, 1], 0), "the zero largest");

    [Example]
    public static void A_negative_k_is_refused_with_any_order()
    {
        Must.Throw<ArgumentOutOfRangeException>(() => TopK.Largest([3, 1], -1), "k = -1");
        Must.Throw<ArgumentOutOfRangeException>(
            () => TopK.Largest([3, 1], -1, Comparer<int>.Default), "k = -1 with an order");
    }

    [Example]
    public static void The_stream_is_read_once() =>
        Must.Be([3, 2], TopK.Largest(Once(new([3, 1, 2])), 2), "the two largest");

    [Example]
    public static void An_array_is_left_as_it_was()
    {
        int[] numbers = [1, 3, 2];
        TopK.Largest(numbers, 2);
        Must.Be([1, 3, 2], numbers, "the array afterwards");
    }

    [Example]
    public static void A_list_is_left_as_it_was()
    {
        List<int> numbers = [1, 3, 2];
        TopK.Largest(numbers, 2);
        Must.Be([1, 3, 2], numbers, "the list afterwards");
    }

    [Example]
    public static void The_lowest_int_is_a_number_like_others() =>
        Must.Be([0, int.MinValue], TopK.Largest([int.MinValue, 0], 2), "both");

    [Example]
    public static void The_order_says_what_is_large() =>
        Must.Be([1, 2], TopK.Largest([3, 1, 2], 2, Comparer<int>.Create((x, y) => y.CompareTo(x))),
            "1 is largest");

    [Example]
    public static void Only_the_sign_of_a_comparison_counts()
    {
        var order = Comparer<int>.Create((x, y) => x < y ? int.MinValue : x > y ? int.MaxValue : 0);
        Must.Be([3, 2], TopK.Largest([1, 2, 3], 2, order), "the two largest");
    }

    [Example]
    public static void Of_items_that_tie_any_may_be_given()
    {
        var byLength = Comparer<string>.Create((x, y) => x.Length.CompareTo(y.Length));
        string[] longest = TopK.Largest(["ox", "bee", "ant", "cat"], 2, byLength);
        Must.Be([3, 3], longest.Select(word => word.Length), "their lengths");
        Must.Be(2, longest.Distinct().Count(), "different words");
    }

    private static IEnumerable<int> Once(Queue<int> numbers)
    {
        while (numbers.Count > 0) yield return numbers.Dequeue();
    }
}
