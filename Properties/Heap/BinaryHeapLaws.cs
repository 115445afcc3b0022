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

    private static readonly IComparer<int> s_opposite = Comparer<int>.Create((x, y) => y.CompareTo(x));

    [Law]
    public static void Any_operations_agree_with_searching_a_list(Steps<Op> steps)
    {
        var heap = TSelf.Empty(Comparer<int>.Default);
        var list = new List<int>();
        foreach (var step in steps.Played(() => TSelf.InOrder(list), asHeap: true))
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
        var heap = Pushed(values, Comparer<int>.Create((x, y) => (x >> 3).CompareTo(y >> 3)));
        var (seen, drained) = (new int[values.Count], new int[values.Count]);
        for (int i = 0; i < values.Count; i++) (seen[i], drained[i]) = (heap.Peek(), heap.Pop());
        Must.Be(TSelf.InOrder(values.Items).Select(x => x >> 3), drained.Select(x => x >> 3), "ordered by x / 8, the eighths");
        Must.Be(values.Sorted(), drained.Order(), "ordered by x / 8, the numbers, sorted again,");
        Must.Be(seen, drained, "ordered by x / 8, what Pop gives after each Peek");
    }

    [Law]
    public static void A_heap_that_is_built_keeps_to_the_order_that_it_was_given(Source source)
    {
        var heap = TSelf.From(source.Open(), s_opposite);
        heap.Push(0);
        Must.Be(TSelf.InOrder(source.Items.Append(0)).Reverse(), Drain(heap), "built under the opposite order, after a push of 0, popping everything");
    }

    [Law]
    public static void Asking_an_empty_heap_throws(Values values)
    {
        var (fresh, emptied) = (TSelf.Empty(Comparer<int>.Default), TSelf.From([1], Comparer<int>.Default));
        emptied.Pop();
        foreach (var (heap, which) in new[] { (fresh, "a new heap"), (emptied, "an emptied heap") })
        {
            Must.Throw<InvalidOperationException>(() => heap.Peek(), $"Peek of {which}");
            Must.Throw<InvalidOperationException>(() => heap.Pop(), $"Pop of {which}");
            Must.Be(0, heap.Count(), $"after that, Count of {which}");
            foreach (int number in values.Items) heap.Push(number);
            Must.Be(TSelf.InOrder(values.Items), Drain(heap), $"after that and pushing all values, popping everything of {which}");
        }
    }

    [Law]
    public static void A_heap_and_what_it_is_built_from_are_apart(Source source)
    {
        var handedOver = source.Open();
        var heap = TSelf.From(handedOver, Comparer<int>.Default);
        heap.Push(0);
        if (source.IsKept) Must.LeaveAlone(source.Items, handedOver);
        Source.Overwrite(handedOver);
        Must.Be(TSelf.InOrder(source.Items.Append(0)), Drain(heap), "after the caller has put other numbers into what he handed over, popping everything");
    }

    [Law]
    public static void Two_heaps_share_nothing(Values values)
    {
        var (first, second) = (Pushed(values, s_opposite), Pushed(values, Comparer<int>.Default));
        Must.Be(TSelf.InOrder(values.Items), Drain(second), "beside a heap of the opposite order, popping everything");
        Must.Be(TSelf.InOrder(values.Items).Reverse(), Drain(first), "under the opposite order, after another heap was emptied, popping everything");
    }

    [Law]
    public static void After_a_stream_or_an_order_that_throws_the_next_heap_is_right(Values values)
    {
        Fault.Meet(() => TSelf.From(Fault.Stream(values.Items, at: values.Count / 2), Comparer<int>.Default));
        Must.Be(TSelf.InOrder(values.Items), Drain(TSelf.From(values.Copy(), Comparer<int>.Default)), "after a stream that throws, popping everything of the next heap");
        Fault.Meet(() => TSelf.From(values.Copy(), Fault.Order(Comparer<int>.Default, asked: values.Count / 2)));
        Must.Be(TSelf.InOrder(values.Items), Drain(TSelf.From(values.Copy(), Comparer<int>.Default)), "after an order that throws, popping everything of the next heap");
    }

    [Law(BeyondExamples = true)]
    public static void An_empty_heap_takes_hardly_any_room()
    {
        // The first call makes what is made once and for all; and now and then the runtime counts more than was asked for.
        long room = Enumerable.Range(0, 3).Min(_ => Allocation.InNumbers(() => TSelf.Empty(Comparer<int>.Default)));
        Must.Hold(room <= 1024, $"Empty makes room for {room} numbers, and there is not one yet");
    }

    [LargeLaw(1_000_000)]
    public static void Each_of_a_million_numbers_takes_logarithmic_time(LargeWorkload work)
    {
        var heap = TSelf.Empty(Comparer<int>.Default);
        int[] numbers = work.Numbers(), expected = [.. TSelf.InOrder(numbers)];
        bool smallestFirst = TSelf.InOrder([0, 1]).First() == 0;
        int top = numbers[0];
        for (int i = 0; i < numbers.Length; i++)
        {
            heap.Push(numbers[i]);
            top = smallestFirst ? Math.Min(top, numbers[i]) : Math.Max(top, numbers[i]);
            Must.Be((i + 1, top), (heap.Count(), heap.Peek()), "(Count, Peek)");
        }
        foreach (int number in expected.Take(work.Count / 10)) Must.Be(number, heap.Pop(), "the next Pop");
    }

    [LargeLaw(200_000)]
    public static void Growing_copies_each_item_a_few_times(LargeWorkload work)
    {
        int[] numbers = work.Numbers();
        var heap = TSelf.Empty(Comparer<int>.Default);
        long room = Allocation.InNumbers(() => { foreach (int number in numbers) heap.Push(number); });
        Must.Hold(room <= 16 * work.Count * Math.Log2(work.Count), $"{work.Count} pushes make room for {room} numbers: does the room grow by so many places and not by a factor?");
        while (heap.Count() > 1 << 17) heap.Pop();
        room = Allocation.InNumbers(() =>
        {
            for (int round = 0; round < 1000; round++) // one more and one less than an array may hold
            {
                heap.Push(0);
                heap.Pop();
                heap.Pop();
                heap.Push(0);
            }
        });
        Must.Hold(room <= 16 * work.Count, $"a thousand pushes and pops at {1 << 17} items make room for {room} numbers: does the room shrink as soon as half of it is enough?");
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
