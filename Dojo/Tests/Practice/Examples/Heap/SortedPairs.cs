namespace Etudes.Heap;

/// <summary>Places and sums of the smallest pairs; of equal sums any pair, in any order.</summary>
public static class SortedPairsExamples
{
    [Example]
    public static void One_number_of_the_first_list_goes_with_all_of_the_second() =>
        Must.Be([(0, 0, 3), (0, 1, 5), (0, 2, 7)],
            SortedPairs.Smallest([1, 7, 11], [2, 4, 6], 3), "the three smallest");

    [Example]
    public static void All_numbers_of_the_first_list_go_with_one_of_the_second() =>
        Must.Be([(0, 0, 3), (1, 0, 5), (2, 0, 7), (3, 0, 8), (4, 0, 9)],
            SortedPairs.Smallest([1, 3, 5, 6, 7], [2, 20], 5), "the five smallest");

    [Example]
    public static void The_way_goes_to_and_fro() =>
        Must.Be([0L, 1, 2, 3, 4, 5, 10, 12, 14],
            SortedPairs.Smallest([0, 1, 10], [0, 2, 4, 20], 9).Select(pair => pair.Sum),
            "the sums");

    [Example]
    public static void Equal_sums_count_each()
    {
        var pairs = SortedPairs.Smallest([1, 2, 3], [1, 2, 3], 9);
        Must.Be([2L, 3, 3, 4, 4, 4, 5, 5, 6], pairs.Select(pair => pair.Sum), "the sums");
        Must.Be(9, pairs.Select(pair => (pair.I, pair.J)).Distinct().Count(), "the count of pairs");
    }

    [Example]
    public static void Equal_numbers_have_places_of_their_own()
    {
        var pairs = SortedPairs.Smallest([1, 1], [4, 4], 4);
        Must.Be([(0, 0, 5), (0, 1, 5), (1, 0, 5), (1, 1, 5)], pairs.Order(), "all four");
    }

    [Example]
    public static void Fewer_pairs_than_k_give_all() =>
        Must.Be([(0, 0, 6), (1, 0, 7)], SortedPairs.Smallest([1, 2], [5], 9), "both");

    [Example]
    public static void Room_for_k_is_not_made_in_advance() =>
        Must.Be([(0, 0, 6)], SortedPairs.Smallest([1], [5], int.MaxValue), "the only one");

    [Example]
    public static void With_an_empty_list_there_is_no_pair()
    {
        Must.Be([], SortedPairs.Smallest([], [1, 2], 2), "with an empty first list");
        Must.Be([], SortedPairs.Smallest([1, 2], [], 2), "with an empty second list");
        Must.Be([], SortedPairs.Smallest([], [], 2), "with two empty lists");
    }

    [Example]
    public static void None_of_many_is_none() =>
        Must.Be([], SortedPairs.Smallest([1], [2], 0), "the zero smallest");

    [Example]
    public static void The_sums_may_be_larger_than_any_int()
    {
        Must.Be([(0, 0, 4294967294)], SortedPairs.Smallest([int.MaxValue], [int.MaxValue], 1),
            "the largest sum");
        Must.Be([(0, 0, -4294967296)], SortedPairs.Smallest([int.MinValue], [int.MinValue], 1),
            "the smallest sum");
    }

    [Example]
    public static void Sums_that_lie_close_together_differ() =>
        Must.Be([(0, 0, 2147483640), (0, 1, 2147483641), (0, 2, 2147483642)],
            SortedPairs.Smallest([2147483640], [0, 1, 2], 3), "all three");

    [Example]
    public static void A_negative_k_is_refused_whatever_the_lists()
    {
        Must.Throw<ArgumentOutOfRangeException>(() => SortedPairs.Smallest([1], [2], -1), "k = -1");
        Must.Throw<ArgumentOutOfRangeException>(() => SortedPairs.Smallest([], [], -1),
            "k = -1 of empty lists");
    }

    [Example]
    public static void The_lists_are_left_as_they_were()
    {
        int[] first = [1, 2, 3];
        List<int> second = [4, 5];
        SortedPairs.Smallest(first, second, 3);
        Must.Be([1, 2, 3], first, "the array afterwards");
        Must.Be([4, 5], second, "the list afterwards");
    }

    [Example]
    public static void The_same_array_may_hold_something_else_later()
    {
        int[] first = [1, 2];
        Must.Be([(0, 0, 4)], SortedPairs.Smallest(first, [3], 1), "the smallest");
        first[0] = 2;
        Must.Be([5L], SortedPairs.Smallest(first, [3], 1).Select(pair => pair.Sum),
            "the smallest sum afterwards");
    }
}
