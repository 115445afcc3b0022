using System.Numerics;

namespace Etudes.Heap;

/// <summary>A heap with integers as the shared laws know it, whichever contract it keeps.</summary>
public sealed record AnyHeap(Func<int> Count, Action<int> Push, Func<int> Peek, Func<int> Pop);

/// <summary>The members by which shared laws know an answer, and which end of the order it gives.</summary>
public interface IHeapMaker
{
    static abstract AnyHeap Empty(IComparer<int> order);

    static abstract AnyHeap From(IEnumerable<int> items, IComparer<int> order);

    /// <summary>The items as they come out under the order of numbers.</summary>
    static abstract IEnumerable<int> InOrder(IEnumerable<int> items);
}

/// <summary>What holds of every binary heap, whichever end of the order comes out.</summary>
/// <typeparam name="TSelf">The law class that inherits these laws, itself generic over the answer.</typeparam>
public abstract class BinaryHeapLaws<TSelf> where TSelf : IHeapMaker
{
    public enum Op { [Takes(Operand.Number)] Push, Pop, Peek }

    [Law]
    public static void Any_operations_agree_with_searching_a_list(Steps<Op> steps)
    {
        var heap = TSelf.Empty(Comparer<int>.Default);
        var list = new List<int>();
        foreach (var step in steps.Played(() => list))
        {
            if (step.Op == Op.Push)
            {
                heap.Push(step.First);
                list.Add(step.First);
            }
            else if (list.Count > 0)
            {
                int top = TSelf.InOrder(list).First();
                Must.Be(top, heap.Peek(), "Peek");
                if (step.Op == Op.Pop) Must.Be(top, heap.Pop(), "Pop");
                if (step.Op == Op.Pop) list.Remove(top);
            }
            Must.Be(list.Count, heap.Count(), $"after {step} Count");
        }
    }

    [Law]
    public static void Items_that_tie_all_come_out(Values values)
    {
        var drained = Drain(Pushed(values, Comparer<int>.Create((x, y) => (x >> 3).CompareTo(y >> 3))));
        Must.Be(TSelf.InOrder(values.Items).Select(x => x >> 3), drained.Select(x => x >> 3), "ordered by x / 8, the eighths");
        Must.Be(values.Sorted(), drained.Order(), "ordered by x / 8, the numbers, sorted again,");
    }

    [Law]
    public static void Asking_an_empty_heap_throws()
    {
        var (fresh, emptied) = (TSelf.Empty(Comparer<int>.Default), TSelf.From([1], Comparer<int>.Default));
        emptied.Pop();
        foreach (var (heap, which) in new[] { (fresh, "a new heap"), (emptied, "an emptied heap") })
        {
            Must.Throw<InvalidOperationException>(() => heap.Peek(), $"Peek of {which}");
            Must.Throw<InvalidOperationException>(() => heap.Pop(), $"Pop of {which}");
            Must.Be(0, heap.Count(), $"after that, Count of {which}");
        }
    }

    [Law]
    public static void A_heap_and_the_array_it_is_built_from_are_apart(Values values)
    {
        var copy = values.Copy();
        var heap = TSelf.From(copy, Comparer<int>.Default);
        heap.Push(0);
        Must.LeaveAlone(values.Items, copy);
        Array.Clear(copy);
        Must.Be(TSelf.InOrder(values.Items.Append(0)), Drain(heap), "after the array is cleared, popping everything");
    }

    [LargeLaw(500_000)]
    public static void Each_of_half_a_million_numbers_takes_logarithmic_time(LargeWorkload work)
    {
        var heap = TSelf.Empty(Comparer<int>.Default);
        foreach (int number in work.Numbers()) heap.Push(number);
        int[] expected = [.. TSelf.InOrder(work.Numbers())];
        foreach (int number in expected.Take(work.Count / 10)) Must.Be(number, heap.Pop(), "the next Pop");
    }

    protected static AnyHeap Pushed(Values values, IComparer<int> order)
    {
        var heap = TSelf.Empty(order);
        foreach (int number in values.Items) heap.Push(number);
        return heap;
    }

    protected static int[] Drain(AnyHeap heap)
    {
        var drained = new int[heap.Count()];
        for (int i = 0; i < drained.Length; i++) drained[i] = heap.Pop();
        Must.Be(0, heap.Count(), "after popping everything, Count");
        return drained;
    }
}

/// <summary>How many comparisons a binary heap may take; one of higher arity takes others.</summary>
/// <typeparam name="TSelf">The law class that hands the answer over.</typeparam>
public abstract class BinaryHeapCostLaws<TSelf> where TSelf : IHeapMaker
{
    [Law(MaxTest = 60)]
    public static void A_push_takes_at_most_log_n_plus_one_comparisons(Workload work)
    {
        var order = new CountingComparer<int>();
        var heap = TSelf.Empty(order);
        foreach (int number in work.Numbers())
        {
            long before = order.Count;
            heap.Push(number);
            AtMost(BitOperations.Log2((uint)heap.Count()) + 1, order.Count - before, $"the push of item {heap.Count()}");
        }
    }

    [Law(MaxTest = 60)]
    public static void A_pop_takes_at_most_two_log_n_comparisons(Workload work)
    {
        var order = new CountingComparer<int>();
        var heap = TSelf.From(work.Numbers(), order);
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
        TSelf.From(work.Numbers(), order);
        AtMost(2 * work.Count, order.Count, "building");
    }

    private static void AtMost(int allowed, long taken, string what) =>
        Must.Hold(taken <= allowed, $"{what} should take at most {allowed} comparisons but takes {taken}");
}
