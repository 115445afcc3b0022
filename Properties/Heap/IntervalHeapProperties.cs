namespace Etudes.Heap;

public abstract class IntervalHeapProperties<T> where T : IIntervalHeap<T, int>
{
    public enum Op { [Takes(Operand.Number)] Push, PopMin, PopMax }

    private static readonly IComparer<int> s_opposite = Comparer<int>.Create((a, b) => b.CompareTo(a));

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
            if (step.Op == Op.Push)
            {
                heap.Push(step.First);
                sorted.Insert(sorted.Count(x => x < step.First), step.First);
            }
            else
            {
                int end = step.Op == Op.PopMin ? sorted[0] : sorted[^1];
                Must.Be(end, step.Op == Op.PopMin ? heap.PopMin() : heap.PopMax(), $"in step {i + 1}, {step.Op}");
                sorted.Remove(end);
            }
            BeLike(sorted, heap, $"after step {i + 1}, {step},");
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
        var heap = Of(values.Items, s_opposite);
        var descending = values.Items.OrderDescending().ToArray();
        if (values.Count > 0) Must.Be((descending[0], descending[^1]), (heap.Min, heap.Max), "in descending order, (Min, Max)");
        Must.Be(descending[..(values.Count / 2)], descending[..(values.Count / 2)].Select(_ => heap.PopMin()).ToArray(), "in descending order, the first half by PopMin");
        Must.Be(descending[(values.Count / 2)..].Reverse(), descending[(values.Count / 2)..].Select(_ => heap.PopMax()).ToArray(), "in descending order, the rest by PopMax");
    }

    [Law]
    public static void Only_the_sign_of_a_comparison_counts(Values values)
    {
        var heap = Of(values.Items, Comparer<int>.Create((x, y) => x < y ? int.MinValue : x > y ? int.MaxValue : 0));
        Must.Be(values.Items.OrderDescending(), values.Items.Select(_ => heap.PopMax()).ToArray(), "with int.MinValue returned for less, all that PopMax gives");
    }

    [Law]
    public static void Items_that_are_equal_in_the_order_are_all_kept(Values values)
    {
        var heap = Of(values.Items, Comparer<int>.Create((a, b) => (a >> 2).CompareTo(b >> 2))); // 0 .. 3 are equal, 4 .. 7, ...
        Must.Be(values.Count, heap.Count, "ordered by x >> 2, Count");
        List<int> popped = [];
        foreach (int value in values.Items) // its last bit says from which end the next one is taken
        {
            bool low = value % 2 == 0;
            int shown = low ? heap.Min : heap.Max;
            popped.Add(low ? heap.PopMin() : heap.PopMax());
            Must.Be(shown, popped[^1], $"ordered by x >> 2, what {(low ? "PopMin" : "PopMax")} gives after {(low ? "Min" : "Max")}");
        }
        Must.Be(values.Items.Order(), popped.Order().ToArray(), "ordered by x >> 2, all that PopMin and PopMax give, sorted,");
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
        var (first, second) = (Of(values.Items, s_opposite), Of([1, 2]));
        Must.Be((2, 1, 2), (second.Count, second.Min, second.Max), "beside a heap of the opposite order, (Count, Min, Max) of 1, 2");
        Must.Be(values.Items.OrderDescending(), values.Items.Select(_ => first.PopMin()).ToArray(), "under the opposite order, beside another heap, all that PopMin gives");
    }

    [Law(BeyondExamples = true)]
    public static void An_empty_heap_takes_hardly_any_room()
    {
        // The first call makes what is made once and for all; and now and then the runtime counts more than was asked for.
        long room = Enumerable.Range(0, 3).Min(_ => Allocation.InNumbers(() => T.Empty(Comparer<int>.Default)));
        Must.Hold(room <= 1024, $"Empty makes room for {room} numbers, and there is not one yet");
    }

    [LargeLaw(600_000)]
    public static void Each_of_six_hundred_thousand_items_takes_logarithmic_time(LargeWorkload work)
    {
        var sorted = work.Numbers();
        var (heap, min, max) = (Of([]), sorted[0], sorted[0]);
        for (int i = 0; i < sorted.Length; i++)
        {
            heap.Push(sorted[i]);
            (min, max) = (Math.Min(min, sorted[i]), Math.Max(max, sorted[i]));
            Must.Be((i + 1, min, max), (heap.Count, heap.Min, heap.Max), "(Count, Min, Max)");
        }
        Array.Sort(sorted);
        for (int i = 0; i < sorted.Length / 10; i++)
        {
            Must.Be(sorted[i], heap.PopMin(), "PopMin");
            Must.Be(sorted[^(i + 1)], heap.PopMax(), "PopMax");
        }
    }

    [LargeLaw(200_000)]
    public static void What_comes_and_goes_does_not_make_the_room_shrink_and_grow_each_time(LargeWorkload work)
    {
        var heap = Of(work.Numbers().Take(1 << 17));
        long room = Allocation.InNumbers(() =>
        {
            for (int round = 0; round < 1000; round++) // one more and one less than an array may hold
            {
                heap.Push(0);
                heap.PopMin();
                heap.PopMin();
                heap.Push(0);
            }
        });
        Must.Hold(room <= 16 * work.Count, $"a thousand pushes and pops at {1 << 17} items make room for {room} numbers: does the room shrink as soon as half of it is enough?");
    }

    internal static T Of(IEnumerable<int> items, IComparer<int>? order = null)
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
    [Law(MaxTest = 50, BeyondExamples = true)]
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

    [Law(MaxTest = 50, BeyondExamples = true)]
    public static void A_pop_takes_logarithmically_many_comparisons(Workload work)
    {
        var order = new CountingComparer<int>();
        var heap = IntervalHeapProperties<T>.Of(work.Numbers(), order);
        for (int count = work.Count; count > 0; count--)
        {
            long before = order.Count;
            _ = count % 2 == 0 ? heap.PopMin() : heap.PopMax();
            Within(6, count, order.Count - before, count % 2 == 0 ? "PopMin" : "PopMax");
        }
    }

    [Law(MaxTest = 50, BeyondExamples = true)]
    public static void Looking_takes_no_comparison(Workload work)
    {
        var order = new CountingComparer<int>();
        var heap = IntervalHeapProperties<T>.Of(work.Numbers(), order);
        long before = order.Count;
        _ = heap.Min;
        Must.Be(0, order.Count - before, "the count of comparisons of Min");
        _ = heap.Max;
        Must.Be(0, order.Count - before, "the count of comparisons of Max");
    }

    private static void Within(int each, int items, long comparisons, string what)
    {
        int budget = each * ((int)Math.Log2(items) + 1);
        Must.Hold(comparisons <= budget, $"with {items} items {what} took {comparisons} comparisons; {budget} are plenty");
    }
}

public sealed class IntervalHeapTests : IntervalHeapProperties<IntervalHeap<int>>;

public sealed class IntervalHeapCostTests : IntervalHeapCostProperties<IntervalHeap<int>>;
