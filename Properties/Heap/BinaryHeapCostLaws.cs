using System.Numerics;

namespace Etudes.Heap;

/// <summary>How many comparisons a binary heap may take; one of higher arity takes others.</summary>
/// <typeparam name="TSelf">The law class that hands the answer over.</typeparam>
public abstract class BinaryHeapCostLaws<TSelf> where TSelf : IHeapMaker
{
    [Law(MaxTest = 60, BeyondExamples = true)]
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

    [Law(MaxTest = 60, BeyondExamples = true)]
    public static void A_pop_takes_at_most_two_log_n_comparisons(Workload work)
    {
        var order = new CountingComparer<int>();
        foreach (var heap in (AnyHeap[])[TSelf.From(work.Numbers(), order), Pushed(work, order)])
            for (ulong n = (ulong)work.Count; n > 0; n--)
            {
                long before = order.Count;
                heap.Pop();
                AtMost(BitOperations.Log2(n * n), order.Count - before, $"the pop of one of {n} items"); // 2 log n = log n^2
            }
    }

    [Law(MaxTest = 60, BeyondExamples = true)]
    public static void A_peek_takes_hardly_a_comparison(Workload work)
    {
        var order = new CountingComparer<int>();
        foreach (var heap in (AnyHeap[])[TSelf.From(work.Numbers(), order), Pushed(work, order)])
        {
            heap.Pop();
            long before = order.Count;
            heap.Peek();
            AtMost(2, order.Count - before, "Peek");
        }
    }

    [Law(MaxTest = 60, BeyondExamples = true)]
    public static void Building_takes_at_most_two_comparisons_an_item(Workload work)
    {
        var order = new CountingComparer<int>();
        foreach (var (items, what) in ((IEnumerable<int>, string)[])[(work.Numbers(), "building"), (new ReadOnce<int>(work.Numbers()), "building from a stream")])
        {
            long before = order.Count;
            TSelf.From(items, order);
            AtMost(2 * work.Count, order.Count - before, what);
        }
    }

    private static AnyHeap Pushed(Workload work, IComparer<int> order)
    {
        var heap = TSelf.Empty(order);
        foreach (int number in work.Numbers()) heap.Push(number);
        return heap;
    }

    private static void AtMost(int allowed, long taken, string what) =>
        Must.Hold(taken <= allowed, $"{what} should take at most {allowed} comparisons but takes {taken}");
}
