namespace Etudes.Heap;

/// <summary>The smallest numbers in ascending order, each as often as it comes.</summary>
public static class BottomKExamples
{
    [Example]
    public static void The_smallest_come_first() =>
        Must.Be([1, 1, 3], BottomK.Smallest([3, 1, 4, 1, 5], 3), "the three smallest");

    [Example]
    public static void The_lowest_int_is_the_smallest() =>
        Must.Be([int.MinValue], BottomK.Smallest([0, int.MinValue], 1), "the smallest");

    [Example]
    public static void The_highest_int_is_the_largest() =>
        Must.Be([-1, 0], BottomK.Smallest([int.MaxValue, 0, -1], 2), "the two smallest");

    [Example]
    public static void Equal_numbers_count_each() =>
        Must.Be([2, 2, 2], BottomK.Smallest([2, 2, 2], 3), "all three");

    [Example]
    public static void A_short_stream_gives_all_it_has() =>
        Must.Be([1, 3], BottomK.Smallest([3, 1], 5), "both");

    [Example]
    public static void Room_for_k_is_not_made_in_advance() =>
        Must.Be([1, 2, 3], BottomK.Smallest([2, 1, 3], int.MaxValue), "all three");

    [Example]
    public static void None_of_many_is_none() =>
        Must.Be([], BottomK.Smallest([3, 1], 0), "the zero smallest");

    [Example]
    public static void A_negative_k_is_refused() =>
        Must.Throw<ArgumentOutOfRangeException>(() => BottomK.Smallest([3, 1], -1), "k = -1");

    [Example]
    public static void The_stream_is_read_once() =>
        Must.Be([1, 2], BottomK.Smallest(Once(new([1, 3, 2])), 2), "the two smallest");

    [Example]
    public static void The_array_is_left_as_it_was()
    {
        int[] numbers = [1, 3, 2];
        BottomK.Smallest(numbers, 2);
        Must.Be([1, 3, 2], numbers, "the array afterwards");
    }

    [Example]
    public static void A_list_is_left_as_it_was()
    {
        List<int> numbers = [1, 3, 2];
        BottomK.Smallest(numbers, 2);
        Must.Be([1, 3, 2], numbers, "the list afterwards");
    }

    private static IEnumerable<int> Once(Queue<int> numbers)
    {
        while (numbers.Count > 0) yield return numbers.Dequeue();
    }
}
