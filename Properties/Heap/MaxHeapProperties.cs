using System.Numerics;

namespace Etudes.Heap;

public abstract class MaxHeapProperties<T> where T : IMaxHeap<T, int>
{
    public enum Op { [Takes(Operand.Number)] Push, Pop, Peek }

    [Law]
    public static void Any_operations_agree_with_searching_a_list(Steps<Op> steps)
    {
        var heap = T.Empty(Comparer<int>.Default);
        var list = new List<int>();
        foreach (var step in steps.Items)
        {
            if (step.Op == Op.Push)
            {
                heap.Push(step.First);
                list.Add(step.First);
            }
            else if (list.Count > 0)
            {
                Must.Be(list.Max(), heap.Peek(), "Peek");
                if (step.Op == Op.Pop) Must.Be(list.Max(), heap.Pop(), "Pop");
                if (step.Op == Op.Pop) list.Remove(list.Max());
            }
            Must.Be(list.Count, heap.Count, $"after {step} Count");
        }
    }

    [Law]
    public static void A_heap_built_from_items_gives_them_in_descending_order(Values values) =>
        Must.Be(values.Items.OrderDescending(), Drain(T.From(new ReadOnce<int>(values.Items), Comparer<int>.Default)), "popping everything");

    [Law]
    public static void Under_the_opposite_order_the_smallest_comes_first(Values values)
    {
        var heap = Pushed(values, Comparer<int>.Create((x, y) => y.CompareTo(x)));
        Must.Be(values.Sorted(), Drain(heap), "under the opposite order popping everything");
    }

    [Law]
    public static void Only_the_sign_of_a_comparison_counts(Values values)
    {
        var heap = Pushed(values, Comparer<int>.Create((x, y) => x < y ? int.MinValue : x > y ? int.MaxValue : 0));
        Must.Be(values.Items.OrderDescending(), Drain(heap), "with int.MinValue returned for less, popping everything");
    }

    [Law]
    public static void Items_that_tie_all_come_out(Values values)
    {
        var drained = Drain(Pushed(values, Comparer<int>.Create((x, y) => (x >> 3).CompareTo(y >> 3))));
        Must.Be(values.Items.Select(x => x >> 3).OrderDescending(), drained.Select(x => x >> 3), "ordered by x / 8, the eighths");
        Must.Be(values.Sorted(), drained.Order(), "ordered by x / 8, the numbers, sorted again,");
    }

    [Law]
    public static void Asking_an_empty_heap_throws()
    {
        var (fresh, emptied) = (T.Empty(Comparer<int>.Default), T.From([1], Comparer<int>.Default));
        emptied.Pop();
        foreach (var (heap, which) in new[] { (fresh, "a new heap"), (emptied, "an emptied heap") })
        {
            Must.Throw<InvalidOperationException>(() => heap.Peek(), $"Peek of {which}");
            Must.Throw<InvalidOperationException>(() => heap.Pop(), $"Pop of {which}");
            Must.Be(0, heap.Count, $"after that Count of {which}");
        }
    }

    [Law]
    public static void A_heap_and_the_array_it_is_built_from_are_apart(Values values)
    {
        var copy = values.Copy();
        var heap = T.From(copy, Comparer<int>.Default);
        heap.Push(0);
        Must.LeaveAlone(values.Items, copy);
        Array.Clear(copy);
        Must.Be(values.Items.Append(0).OrderDescending(), Drain(heap), "after the array is cleared, popping everything");
    }

    [Law]
    public static void Two_heaps_share_nothing(Values values)
    {
        var (first, second) = (T.Empty(Comparer<int>.Default), Pushed(values, Comparer<int>.Default));
        first.Push(0);
        Must.Be(values.Items.OrderDescending(), Drain(second), "after 0 is pushed to another heap, popping everything");
        Must.Be(1, first.Count, "Count of the other");
    }

    [LargeLaw(500_000)]
    public static void Each_of_half_a_million_numbers_takes_logarithmic_time(LargeWorkload work)
    {
        var numbers = work.Numbers();
        var heap = T.Empty(Comparer<int>.Default);
        foreach (int number in numbers) heap.Push(number);
        Array.Sort(numbers);
        foreach (int number in numbers.AsEnumerable().Reverse().Take(work.Count / 10)) Must.Be(number, heap.Pop(), "the next Pop");
    }

    private static T Pushed(Values values, IComparer<int> order)
    {
        var heap = T.Empty(order);
        foreach (int number in values.Items) heap.Push(number);
        return heap;
    }

    private static int[] Drain(T heap)
    {
        var drained = new int[heap.Count];
        for (int i = 0; i < drained.Length; i++) drained[i] = heap.Pop();
        Must.Be(0, heap.Count, "after popping everything Count");
        return drained;
    }
}

public abstract class MaxHeapCostProperties<T> where T : IMaxHeap<T, int>
{
    [Law(MaxTest = 60)]
    public static void A_push_takes_at_most_log_n_plus_one_comparisons(Workload work)
    {
        var order = new CountingComparer<int>();
        var heap = T.Empty(order);
        foreach (int number in work.Numbers())
        {
            long before = order.Count;
            heap.Push(number);
            AtMost(BitOperations.Log2((uint)heap.Count) + 1, order.Count - before, $"the push of item {heap.Count}");
        }
    }

    [Law(MaxTest = 60)]
    public static void A_pop_takes_at_most_two_log_n_comparisons(Workload work)
    {
        var order = new CountingComparer<int>();
        var heap = T.From(work.Numbers(), order);
        for (ulong n = (ulong)work.Count; n > 0; n--)
        {
            long before = order.Count;
            heap.Pop();
            AtMost(BitOperations.Log2(n * n), order.Count - before, $"the pop of one of {n} items"); // 2 log n = log n^2
        }
    }

    [Law(MaxTest = 60)]
    public static void Building_takes_at_most_two_comparisons_an_item(Workload work)
    {
        var order = new CountingComparer<int>();
        T.From(work.Numbers(), order);
        AtMost(2 * work.Count, order.Count, "building");
    }

    private static void AtMost(int allowed, long taken, string what) =>
        Must.Hold(taken <= allowed, $"{what} should take at most {allowed} comparisons but takes {taken}");
}

public sealed class MaxHeapTests : MaxHeapProperties<MaxHeap<int>>;

public sealed class MaxHeapCostTests : MaxHeapCostProperties<MaxHeap<int>>;
