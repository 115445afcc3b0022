namespace Etudes.Heap;

/// <summary>Ascending under any order, in the array itself, and nothing gets lost.</summary>
public static class HeapsortExamples
{
    [Example]
    public static void Three_numbers() => Must.Be([1, 2, 3], Sorted([3, 1, 2]), "sorted");

    [Example]
    public static void None_or_one_is_sorted_already()
    {
        Must.Be([], Sorted([]), "sorted");
        Must.Be([7], Sorted([7]), "sorted");
    }

    [Example]
    public static void Sorted_stays_sorted() =>
        Must.Be([1, 2, 3, 4, 5, 6], Sorted([1, 2, 3, 4, 5, 6]), "sorted");

    [Example]
    public static void Backwards() =>
        Must.Be([1, 2, 3, 4, 5, 6, 7], Sorted([7, 6, 5, 4, 3, 2, 1]), "sorted");

    [Example]
    public static void Equal_numbers_all_stay() =>
        Must.Be([1, 1, 2, 2, 2], Sorted([2, 1, 2, 1, 2]), "sorted");

    [Example]
    public static void The_order_decides()
    {
        int[] items = [2, 3, 1, 4];
        Heapsort.Sort(items, Comparer<int>.Create((x, y) => y.CompareTo(x)));
        Must.Be([4, 3, 2, 1], items, "sorted downwards");
    }

    [Example]
    public static void Only_the_sign_of_a_comparison_counts()
    {
        int[] items = [2, 4, 1, 3];
        Heapsort.Sort(items,
            Comparer<int>.Create((x, y) => x < y ? int.MinValue : x > y ? int.MaxValue : 0));
        Must.Be([1, 2, 3, 4], items, "sorted");
    }

    [Example]
    public static void Of_items_that_tie_none_is_lost()
    {
        string[] words = ["bee", "ox", "ant", "a"];
        Heapsort.Sort(words, Comparer<string>.Create((x, y) => x.Length.CompareTo(y.Length)));
        Must.Be([1, 2, 3, 3], words.Select(word => word.Length), "the lengths");
        Must.Be(["a", "ant", "bee", "ox"], words.Order(StringComparer.Ordinal), "the words");
    }

    private static int[] Sorted(int[] items)
    {
        Heapsort.Sort(items, Comparer<int>.Default);
        return items;
    }
}
