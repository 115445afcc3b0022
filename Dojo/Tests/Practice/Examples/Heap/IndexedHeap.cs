namespace Etudes.Heap;

/// <summary>Keys by priority, which may be lowered, and all that is refused.</summary>
public static class IndexedHeapExamples
{
    [Example]
    public static void A_lowered_priority_comes_first()
    {
        IndexedHeap heap = With(50, 60, 70);
        heap.Decrease(2, 40);
        Must.Be(40L, heap.PriorityOf(2), "the priority of 2");
        Must.Be((2, 40L), heap.Pop(), "the first");
        Must.Be((0, 50L), heap.Pop(), "the second");
        Must.Be((1, 60L), heap.Pop(), "the third");
    }

    [Example]
    public static void Priorities_stay_with_their_keys_while_others_move()
    {
        IndexedHeap heap = With(50, 60, 70, 40, 30, 20, 10);
        heap.Pop();
        heap.Decrease(1, 25);
        Must.Be([50L, 25, 70, 40, 30, 20], Enumerable.Range(0, 6).Select(heap.PriorityOf),
            "the priorities");
        Must.Be([5, 1, 4, 3, 0, 2], Drain(heap), "the keys");
    }

    [Example]
    public static void Peek_takes_nothing_out()
    {
        IndexedHeap heap = With(8, 7);
        Must.Be((1, 7L), heap.Peek(), "the lowest");
        Must.Be(2, heap.Count, "the count");
    }

    [Example]
    public static void A_popped_key_is_out_and_may_come_again()
    {
        IndexedHeap heap = With(5, 6);
        heap.Pop();
        Must.Be(false, heap.Contains(0), "0 is in");
        heap.Push(0, 9);
        Must.Be([1, 0], Drain(heap), "the keys");
    }

    [Example]
    public static void Priorities_lie_anywhere_in_long() =>
        Must.Be([2, 4, 3, 1, 0],
            Drain(With(long.MaxValue, long.MaxValue - 1, long.MinValue, 1, -1)), "the keys");

    [Example]
    public static void The_same_priority_again_is_legal()
    {
        IndexedHeap heap = With(5);
        heap.Decrease(0, 5);
        Must.Be((0, 5L), heap.Pop(), "the only key");
    }

    [Example]
    public static void A_higher_priority_is_refused_and_changes_nothing()
    {
        IndexedHeap heap = With(5, 6);
        Must.Throw<ArgumentException>(() => heap.Decrease(0, 7), "raising a priority");
        Must.Be((0, 5L), heap.Pop(), "the lowest still");
    }

    [Example]
    public static void A_key_is_in_at_most_once()
    {
        IndexedHeap heap = With(5);
        Must.Throw<InvalidOperationException>(() => heap.Push(0, 4), "pushing a key that is in");
        Must.Be((0, 5L), heap.Peek(), "the key as before");
        Must.Be(1, heap.Count, "the count");
    }

    [Example]
    public static void A_key_that_is_not_in_has_no_priority()
    {
        IndexedHeap heap = IndexedHeap.Of(2);
        Must.Throw<InvalidOperationException>(() => heap.PriorityOf(0),
            "the priority of a key not in");
        Must.Throw<InvalidOperationException>(() => heap.Decrease(0, 1), "lowering a key not in");
    }

    [Example]
    public static void An_empty_heap_has_nothing_to_give()
    {
        IndexedHeap heap = IndexedHeap.Of(2);
        Must.Throw<InvalidOperationException>(() => heap.Peek(), "Peek");
        Must.Throw<InvalidOperationException>(() => heap.Pop(), "Pop");
        Must.Be(0, heap.Count, "the count");
    }

    [Example]
    public static void A_key_outside_is_refused_by_all()
    {
        IndexedHeap heap = IndexedHeap.Of(2);
        Must.Throw<ArgumentOutOfRangeException>(() => heap.Contains(2), "Contains(2)");
        Must.Throw<ArgumentOutOfRangeException>(() => heap.PriorityOf(-1), "PriorityOf(-1)");
        Must.Throw<ArgumentOutOfRangeException>(() => heap.Push(2, 0), "Push(2)");
        Must.Throw<ArgumentOutOfRangeException>(() => heap.Decrease(-1, 0), "Decrease(-1)");
    }

    [Example]
    public static void Two_heaps_share_nothing()
    {
        IndexedHeap first = IndexedHeap.Of(2), second = IndexedHeap.Of(2);
        first.Push(0, 5);
        Must.Be(false, second.Contains(0), "0 is in the second");
        second.Push(0, 9);
        Must.Be((0, 5L), first.Pop(), "the key of the first");
    }

    [Example]
    public static void There_may_be_no_keys_but_not_fewer()
    {
        Must.Be(0, IndexedHeap.Of(0).Count, "the count");
        Must.Throw<ArgumentOutOfRangeException>(() => IndexedHeap.Of(-1), "n = -1");
    }

    private static IndexedHeap With(params long[] priorities)
    {
        IndexedHeap heap = IndexedHeap.Of(priorities.Length);
        for (int key = 0; key < priorities.Length; key++) heap.Push(key, priorities[key]);
        return heap;
    }

    private static List<int> Drain(IndexedHeap heap)
    {
        List<int> keys = [];
        while (heap.Count > 0) keys.Add(heap.Pop().Key);
        return keys;
    }
}
