namespace Etudes.Heap;

public abstract class IntervalHeapProperties<T> where T : IIntervalHeap<T, int>
{
    public enum Op { [Takes(Operand.Number)] Push, PopMin, PopMax }

    [Law]
    public static void Behaves_like_a_sorted_list(Values values, Steps<Op> steps)
    {
        var (heap, sorted) = (Of(values.Items), values.Sorted().ToList());
        BeLike(sorted, heap, "with all values pushed");
        int i = -1;
        foreach (var step in steps.Played(() => sorted))
        {
            i++;
            if (step.Op != Op.Push && sorted.Count == 0) continue;
            string after = $"after step {i + 1}, {step},";
            switch (step.Op)
            {
                case Op.Push:
                    heap.Push(step.First);
                    sorted.Insert(sorted.Count(x => x < step.First), step.First);
                    break;
                case Op.PopMin:
                    Must.Be(sorted[0], heap.PopMin(), $"in step {i + 1}, PopMin");
                    sorted.RemoveAt(0);
                    break;
                case Op.PopMax:
                    Must.Be(sorted[^1], heap.PopMax(), $"in step {i + 1}, PopMax");
                    sorted.RemoveAt(sorted.Count - 1);
                    break;
            }
            BeLike(sorted, heap, after);
        }
    }

    [Law]
    public static void Popped_from_below_the_items_ascend(Values values)
    {
        var heap = Of(values.Items);
        Must.Be(values.Items.Order(), values.Items.Select(_ => heap.PopMin()).ToArray(), "all that PopMin gives");
    }

    [Law]
    public static void Popped_from_above_the_items_descend(Values values)
    {
        var heap = Of(values.Items);
        Must.Be(values.Items.OrderDescending(), values.Items.Select(_ => heap.PopMax()).ToArray(), "all that PopMax gives");
    }

    [Law]
    public static void Emptied_from_below_nothing_is_left_above(Values values)
    {
        var heap = Of(values.Items);
        for (int i = 0; i < values.Count; i++) heap.PopMin();
        foreach (int item in values.Items) heap.Push(~item);
        Must.Be(values.Items.Select(x => ~x).OrderDescending(), values.Items.Select(_ => heap.PopMax()).ToArray(),
            "after popping all and pushing ~x for each x, all that PopMax gives");
    }

    [Law]
    public static void The_order_is_the_comparers(Values values)
    {
        if (values.Count == 0) return;
        var heap = Of(values.Items, Comparer<int>.Create((a, b) => b.CompareTo(a)));
        var sorted = values.Sorted();
        Must.Be((sorted[^1], sorted[0]), (heap.Min, heap.Max), "in descending order, (Min, Max)");
        Must.Be(sorted[0], heap.PopMax(), "in descending order, PopMax");
    }

    [Law]
    public static void Items_that_are_equal_in_the_order_are_all_kept(Values values)
    {
        var heap = Of(values.Items, Comparer<int>.Create((a, b) => (a >> 2).CompareTo(b >> 2))); // 0 .. 3 are equal, 4 .. 7, ...
        Must.Be(values.Count, heap.Count, "ordered by x >> 2, Count");
        var popped = values.Items.Select(_ => heap.PopMin()).ToArray();
        Must.Be(values.Items.Order(), popped.Order().ToArray(), "ordered by x >> 2, all that PopMin gives, sorted,");
    }

    [Law]
    public static void Looking_into_an_empty_heap_throws(Values values)
    {
        var heap = Of(values.Items);
        for (int i = 0; i < values.Count; i++) _ = i % 2 == 0 ? heap.PopMin() : heap.PopMax();
        Must.Throw<InvalidOperationException>(() => _ = heap.Min, "Min of an empty heap");
        Must.Throw<InvalidOperationException>(() => _ = heap.Max, "Max of an empty heap");
        Must.Throw<InvalidOperationException>(() => heap.PopMin(), "PopMin of an empty heap");
        Must.Throw<InvalidOperationException>(() => heap.PopMax(), "PopMax of an empty heap");
        heap.Push(7);
        Must.Be((1, 7, 7), (heap.Count, heap.Min, heap.Max), "after a push of 7, (Count, Min, Max)");
    }

    [Law]
    public static void Two_heaps_share_nothing(Values values)
    {
        var first = Of([1, 2]);
        _ = Of(values.Items);
        Must.Be((2, 1, 2), (first.Count, first.Min, first.Max), "while another heap was given the values, (Count, Min, Max) of 1, 2");
    }

    [LargeLaw(400_000)]
    public static void Each_of_400_000_items_takes_logarithmic_time(LargeWorkload work)
    {
        var sorted = work.Numbers();
        var heap = Of(sorted);
        Array.Sort(sorted);
        for (int i = 0; i < sorted.Length / 10; i++)
        {
            Must.Be(sorted[i], heap.PopMin(), "PopMin");
            Must.Be(sorted[^(i + 1)], heap.PopMax(), "PopMax");
        }
    }

    private static T Of(IEnumerable<int> items, IComparer<int>? order = null)
    {
        var heap = T.Empty(order ?? Comparer<int>.Default);
        foreach (int item in items) heap.Push(item);
        return heap;
    }

    private static void BeLike(List<int> sorted, T heap, string when)
    {
        Must.Be(sorted.Count, heap.Count, $"{when} Count");
        if (sorted.Count > 0) Must.Be((sorted[0], sorted[^1]), (heap.Min, heap.Max), $"{when} (Min, Max)");
    }
}

public abstract class IntervalHeapCostProperties<T> where T : IIntervalHeap<T, int>
{
    [Law(MaxTest = 50)]
    public static void A_push_takes_logarithmically_many_comparisons(Workload work)
    {
        var order = new CountingComparer<int>();
        var heap = T.Empty(order);
        foreach (int item in work.Numbers())
        {
            long before = order.Count;
            heap.Push(item);
            Within(2, heap.Count, order.Count - before, "a push");
        }
    }

    [Law(MaxTest = 50)]
    public static void A_pop_takes_logarithmically_many_comparisons(Workload work)
    {
        var order = new CountingComparer<int>();
        var heap = Full(order, work);
        for (int count = work.Count; count > 0; count--)
        {
            long before = order.Count;
            _ = count % 2 == 0 ? heap.PopMin() : heap.PopMax();
            Within(6, count, order.Count - before, count % 2 == 0 ? "PopMin" : "PopMax");
        }
    }

    [Law(MaxTest = 50)]
    public static void Looking_takes_no_comparison(Workload work)
    {
        var order = new CountingComparer<int>();
        var heap = Full(order, work);
        long before = order.Count;
        _ = heap.Min;
        Must.Be(0, order.Count - before, "the count of comparisons of Min");
        _ = heap.Max;
        Must.Be(0, order.Count - before, "the count of comparisons of Max");
    }

    private static T Full(IComparer<int> order, Workload work)
    {
        var heap = T.Empty(order);
        foreach (int item in work.Numbers()) heap.Push(item);
        return heap;
    }

    private static void Within(int each, int items, long comparisons, string what)
    {
        int budget = each * ((int)Math.Log2(items) + 1);
        Must.Hold(comparisons <= budget, $"with {items} items {what} took {comparisons} comparisons; {budget} are plenty");
    }
}

public sealed class IntervalHeapTests : IntervalHeapProperties<IntervalHeap<int>>;

public sealed class IntervalHeapCostTests : IntervalHeapCostProperties<IntervalHeap<int>>;
