namespace Etudes.Heap;

/// <summary>What comes most often, each value once; of equal counts the smaller first.</summary>
public static class TopFrequentExamples
{
    [Example]
    public static void The_most_frequent_comes_first() =>
        Must.Be([5, 1], TopFrequent.Most([5, 1, 5, 9, 1, 5], 2), "the two most frequent");

    [Example]
    public static void Of_equal_counts_the_smaller_value_comes_first() =>
        Must.Be([3, 4, 7], TopFrequent.Most([7, 3, 3, 7, 4, 9, 4, 1], 3), "those that come twice");

    [Example]
    public static void All_come_once() =>
        Must.Be([1, 2, 3, 4], TopFrequent.Most([5, 3, 4, 1, 2], 4), "four of five");

    [Example]
    public static void Fewer_values_than_k_give_all() =>
        Must.Be([3, 7, 4], TopFrequent.Most([7, 3, 3, 7, 4], 9), "all three");

    [Example]
    public static void Room_for_k_is_not_made_in_advance() =>
        Must.Be([2, 1], TopFrequent.Most([1, 2, 2], int.MaxValue), "both");

    [Example]
    public static void None_of_many_is_none() =>
        Must.Be([], TopFrequent.Most([3, 1], 0), "the zero most frequent");

    [Example]
    public static void Of_no_numbers_none_is_most_frequent() =>
        Must.Be([], TopFrequent.Most([], 1), "of an empty stream");

    [Example]
    public static void The_late_and_frequent_beat_the_early() =>
        Must.Be([4], TopFrequent.Most([1, 1, 2, 2, 3, 3, 4, 4, 4], 1), "the most frequent");

    [Example]
    public static void What_stands_apart_counts_together() =>
        Must.Be([1], TopFrequent.Most([1, 2, 2, 1, 3, 3, 1], 1), "the most frequent");

    [Example]
    public static void The_ends_of_int_are_values_like_others() =>
        Must.Be([int.MinValue, 0, int.MaxValue],
            TopFrequent.Most([int.MaxValue, int.MinValue, 0], 3), "all three");

    [Example]
    public static void A_negative_k_is_refused_with_any_order()
    {
        Must.Throw<ArgumentOutOfRangeException>(() => TopFrequent.Most([3, 1], -1), "k = -1");
        Must.Throw<ArgumentOutOfRangeException>(
            () => TopFrequent.Most([3, 1], -1, Comparer<int>.Default), "k = -1 with an order");
    }

    [Example]
    public static void A_negative_k_opens_no_stream()
    {
        Queue<int> numbers = new([3, 1]);
        Must.Throw<ArgumentOutOfRangeException>(
            () => TopFrequent.Most(Once(numbers), -1), "k = -1");
        Must.Be(2, numbers.Count, "the count of numbers that are left");
    }

    [Example]
    public static void The_stream_is_read_once() =>
        Must.Be([3], TopFrequent.Most(Once(new([3, 1, 3])), 1), "the most frequent");

    [Example]
    public static void An_array_is_left_as_it_was()
    {
        int[] numbers = [2, 1, 2];
        TopFrequent.Most(numbers, 1);
        Must.Be([2, 1, 2], numbers, "the array afterwards");
    }

    [Example]
    public static void A_list_is_left_as_it_was()
    {
        List<int> numbers = [2, 1, 2];
        TopFrequent.Most(numbers, 1);
        Must.Be([2, 1, 2], numbers, "the list afterwards");
    }

    [Example]
    public static void The_same_array_may_hold_something_else_later()
    {
        int[] numbers = [1, 1, 2];
        Must.Be([1], TopFrequent.Most(numbers, 1), "the most frequent");
        numbers[0] = 2;
        Must.Be([2], TopFrequent.Most(numbers, 1), "the most frequent afterwards");
    }

    [Example]
    public static void The_order_decides_between_equal_counts()
    {
        var downwards = Comparer<int>.Create(
            (x, y) => x > y ? int.MinValue : x < y ? int.MaxValue : 0);
        Must.Be([2, 5, 4], TopFrequent.Most([4, 2, 5, 2], 3, downwards), "all three");
    }

    [Example]
    public static void Words_that_tie_are_counted_apart()
    {
        var byLength = Comparer<string>.Create((x, y) => x.Length.CompareTo(y.Length));
        string[] words = ["ant", new('o', 2), "bee", new('o', 2), "cat", "ant"];
        Must.Be(["oo", "ant"], TopFrequent.Most(words, 2, byLength), "the two most frequent");
        string[] most = TopFrequent.Most(words, 3, byLength);
        Must.Hold(most[2] is "bee" or "cat", "the third is one of those that come once");
    }

    private static IEnumerable<int> Once(Queue<int> numbers)
    {
        while (numbers.Count > 0) yield return numbers.Dequeue();
    }
}
