namespace Etudes.Heap;

/// <summary>The smallest and the largest item, both at hand and both removable.</summary>
public static class IntervalHeapExamples
{
    [Example]
    public static void Both_ends_come_out()
    {
        IntervalHeap<int> heap = With(3, 1, 4, 1, 5);
        Must.Be((1, 5), (heap.Min, heap.Max), "the ends");
        Must.Be(5, heap.PopMax(), "the largest");
        Must.Be(1, heap.PopMin(), "the smallest");
        Must.Be(1, heap.PopMin(), "the smallest again");
        Must.Be((3, 4), (heap.Min, heap.Max), "the ends then");
    }

    [Example]
    public static void One_item_is_both_ends()
    {
        IntervalHeap<int> heap = With(7);
        Must.Be((7, 7), (heap.Min, heap.Max), "the ends");
        Must.Be(7, heap.PopMax(), "the only item");
        Must.Be(0, heap.Count, "the count");
    }

    [Example]
    public static void The_smallest_first_to_the_last() =>
        Must.Be([1, 2, 3, 4, 5, 6, 7, 8], Upwards(With(5, 8, 1, 6, 3, 7, 2, 4)),
            "popped from below");

    [Example]
    public static void The_largest_first_to_the_last() =>
        Must.Be([9, 8, 7, 6, 5, 4, 3, 2, 1], Downwards(With(5, 8, 1, 6, 3, 9, 7, 2, 4)),
            "popped from above");

    [Example]
    public static void Each_item_comes_out_at_one_end_only()
    {
        IntervalHeap<int> heap = With(3, 1, 2);
        Must.Be((1, 3, 2), (heap.PopMin(), heap.PopMax(), heap.PopMin()), "the items");
        Must.Be(0, heap.Count, "the count");
        heap.Push(4);
        Must.Be((4, 4), (heap.Min, heap.Max), "the ends of the next item");
    }

    [Example]
    public static void A_low_item_may_become_a_high_one()
    {
        IntervalHeap<int> heap = With(1, 9, 2, 3, 4, 8);
        Must.Be((1, 9, 8), (heap.PopMin(), heap.PopMax(), heap.PopMax()), "the items");
        Must.Be([2, 3, 4], Upwards(heap), "the others");
    }

    [Example]
    public static void Two_heaps_share_neither_items_nor_order()
    {
        IntervalHeap<int> up = With(1, 2);
        var down = IntervalHeap<int>.Empty(Comparer<int>.Create((x, y) => y.CompareTo(x)));
        foreach (int item in (int[])[5, 6, 7]) down.Push(item);
        up.Push(3);
        Must.Be([1, 2, 3], Upwards(up), "the one's items");
        Must.Be([7, 6, 5], Upwards(down), "the other's items");
    }

    [Example]
    public static void Equal_items_are_all_kept() =>
        Must.Be([2, 2, 2, 2], Upwards(With(2, 2, 2, 2)), "the items");

    [Example]
    public static void The_order_says_what_is_small()
    {
        var heap = IntervalHeap<int>.Empty(Comparer<int>.Create((x, y) => y.CompareTo(x)));
        foreach (int item in (int[])[2, 3, 1]) heap.Push(item);
        Must.Be((3, 1), (heap.Min, heap.Max), "the ends downwards");
    }

    [Example]
    public static void An_empty_heap_refuses_and_stays_usable()
    {
        IntervalHeap<int> heap = With();
        Must.Throw<InvalidOperationException>(() => heap.Min.ToString(), "Min");
        Must.Throw<InvalidOperationException>(() => heap.Max.ToString(), "Max");
        Must.Throw<InvalidOperationException>(() => heap.PopMin(), "PopMin");
        Must.Throw<InvalidOperationException>(() => heap.PopMax(), "PopMax");
        heap.Push(1);
        Must.Be(1, heap.PopMin(), "the item pushed then");
    }

    private static IntervalHeap<int> With(params int[] items)
    {
        var heap = IntervalHeap<int>.Empty(Comparer<int>.Default);
        foreach (int item in items) heap.Push(item);
        return heap;
    }

    private static List<int> Upwards(IntervalHeap<int> heap)
    {
        List<int> popped = [];
        while (heap.Count > 0) popped.Add(heap.PopMin());
        return popped;
    }

    private static List<int> Downwards(IntervalHeap<int> heap)
    {
        List<int> popped = [];
        while (heap.Count > 0) popped.Add(heap.PopMax());
        return popped;
    }
}
