namespace Etudes.Heap;

/// <summary>The smallest item first, under any order, and every item once.</summary>
public static class MinHeapExamples
{
    [Example]
    public static void A_new_smallest_comes_first()
    {
        var heap = MinHeap<int>.From([3, 1, 2], Comparer<int>.Default);
        Must.Be(1, heap.Peek(), "the smallest");
        heap.Push(0);
        Must.Be(0, heap.Pop(), "the new smallest");
        Must.Be(1, heap.Pop(), "the next");
        Must.Be(2, heap.Count, "the count");
    }

    [Example]
    public static void Built_at_once_they_come_out_ascending() =>
        Must.Be([1, 2, 3, 4, 5, 6, 7], Drain(From(7, 6, 5, 4, 3, 2, 1)), "the items");

    [Example]
    public static void Pushed_one_by_one_they_come_out_ascending()
    {
        MinHeap<int> heap = From();
        foreach (int item in (int[])[7, 6, 5, 4, 3, 2, 1]) heap.Push(item);
        Must.Be([1, 2, 3, 4, 5, 6, 7], Drain(heap), "the items");
    }

    [Example]
    public static void Peek_takes_nothing_out()
    {
        MinHeap<int> heap = From(2, 1);
        heap.Peek();
        Must.Be((1, 2), (heap.Peek(), heap.Count), "the smallest and the count");
    }

    [Example]
    public static void The_items_given_are_left_as_they_were()
    {
        int[] items = [3, 1, 2];
        var heap = MinHeap<int>.From(items, Comparer<int>.Default);
        heap.Pop();
        Must.Be([3, 1, 2], items, "the array afterwards");
        items[1] = 9;
        Must.Be(2, heap.Pop(), "the second smallest");
    }

    [Example]
    public static void The_items_given_are_read_once()
    {
        var heap = MinHeap<int>.From(Once(new([3, 1, 2])), Comparer<int>.Default);
        Must.Be([1, 2, 3], Drain(heap), "the items");
    }

    [Example]
    public static void The_order_says_what_is_small()
    {
        var heap = MinHeap<int>.From([1, 2, 3], Backwards);
        Must.Be([3, 2, 1], Drain(heap), "the items");
    }

    [Example]
    public static void Two_heaps_share_neither_items_nor_order()
    {
        var up = MinHeap<int>.Empty(Comparer<int>.Default);
        var down = MinHeap<int>.Empty(Backwards);
        foreach (int item in (int[])[2, 1, 3])
        {
            up.Push(item);
            down.Push(item);
        }
        Must.Be([1, 2, 3], Drain(up), "the items in the usual order");
        Must.Be([3, 2, 1], Drain(down), "the items in the opposite order");
    }

    [Example]
    public static void Only_the_sign_of_a_comparison_counts()
    {
        var order = Comparer<int>.Create((x, y) => x < y ? int.MinValue : x > y ? int.MaxValue : 0);
        var heap = MinHeap<int>.From([2, 4, 1], order);
        heap.Push(3);
        Must.Be([1, 2, 3, 4], Drain(heap), "the items");
    }

    [Example]
    public static void Of_items_that_tie_all_come()
    {
        var heap = MinHeap<int>.Empty(Comparer<int>.Create((x, y) => (x / 10).CompareTo(y / 10)));
        foreach (int item in (int[])[21, 22, 10]) heap.Push(item);
        Must.Be(10, heap.Pop(), "the smallest by tens");
        Must.Be([21, 22], Drain(heap).Order(), "the others, sorted");
    }

    [Example]
    public static void A_list_given_is_not_used_as_the_heap()
    {
        List<int> items = [3, 1, 2];
        var heap = MinHeap<int>.From(items, Comparer<int>.Default);
        heap.Push(4);
        Must.Be([3, 1, 2], items, "the list afterwards");
    }

    [Example]
    public static void Pop_takes_out_the_item_that_Peek_gives()
    {
        var heap = MinHeap<int>.From([11, 12, 13],
            Comparer<int>.Create((x, y) => (x / 10).CompareTo(y / 10)));
        Must.Be(heap.Peek(), heap.Pop(), "of three that tie, the one");
        Must.Be(heap.Peek(), heap.Pop(), "of two that tie, the one");
    }

    [Example]
    public static void Empty_it_refuses_and_stays_usable()
    {
        MinHeap<int> heap = From(7);
        heap.Pop();
        Must.Throw<InvalidOperationException>(() => heap.Peek(), "Peek");
        Must.Throw<InvalidOperationException>(() => heap.Pop(), "Pop");
        heap.Push(1);
        Must.Be((1, 1), (heap.Count, heap.Pop()), "the count and the item");
    }

    private static readonly Comparer<int> Backwards =
        Comparer<int>.Create((x, y) => y.CompareTo(x));

    private static MinHeap<int> From(params int[] items) =>
        MinHeap<int>.From(items, Comparer<int>.Default);

    private static List<int> Drain(MinHeap<int> heap)
    {
        List<int> popped = [];
        while (heap.Count > 0) popped.Add(heap.Pop());
        return popped;
    }

    private static IEnumerable<int> Once(Queue<int> numbers)
    {
        while (numbers.Count > 0) yield return numbers.Dequeue();
    }
}
