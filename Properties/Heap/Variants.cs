namespace Etudes.Heap;

public sealed class FourAryHeapTests : MinHeapProperties<FourAryHeapOfAnyOrder>;

public sealed class ThresholdTopKTests : TopKProperties<ThresholdTopK>;

public sealed class WindowedMedianTests : RunningMedianProperties<WindowedMedian>;

/// <summary>Numbers so many that the buffer of twice k fills again and again.</summary>
public abstract class LongTopK<T> where T : ITopK
{
    [LargeLaw(100_000)]
    public static void The_largest_of_a_hundred_thousand_are_right_for_any_k(LargeWorkload work)
    {
        var descending = work.Numbers();
        Array.Sort(descending);
        Array.Reverse(descending);
        foreach (int k in (int[])[1, 7, 1000, 40_000]) Must.Be(descending[..k], T.Largest(work.Numbers(), k), $"TopK.Largest with k = {k}");
    }
}

public sealed class LongThresholdTopKTests : LongTopK<ThresholdTopK>;

/// <summary>Streams so long that the median leaves any window.</summary>
public abstract class LongMedians<T> where T : IRunningMedian, new()
{
    [LargeLaw(20_000)]
    public static void Both_middles_are_right_after_each_of_twenty_thousand_numbers(LargeWorkload work)
    {
        var (median, expected) = (new T(), new RunningMedian());
        foreach (int number in work.Numbers())
        {
            median.Add(number);
            expected.Add(number);
            Must.Be((expected.Lower, expected.Upper), (median.Lower, median.Upper), "(Lower, Upper)");
        }
    }
}

public sealed class LongWindowedMedianTests : LongMedians<WindowedMedian>;

public sealed class NewMinHeapTests : MinHeapProperties<NewMinHeap>;

public sealed class NewMaxHeapTests : MaxHeapProperties<NewMaxHeap>;

/// <summary>A heap made by new, from a span, and asked by what does not throw.</summary>
public sealed class NewMinHeap : IMinHeap<NewMinHeap, int>
{
    private readonly MinHeap<int> _heap;

    private NewMinHeap(MinHeap<int> heap) => _heap = heap;

    public static NewMinHeap Empty(IComparer<int> order) => new(order == Comparer<int>.Default ? new() : new(order));

    public static NewMinHeap From(IEnumerable<int> items, IComparer<int> order) => new(new((ReadOnlySpan<int>)items.ToArray(), order));

    public int Count => _heap.Count;

    public void Push(int item) => _heap.Push(item);

    public int Peek() => _heap.TryPeek(out int item) ? item : throw new InvalidOperationException();

    public int Pop() => _heap.TryPop(out int item) ? item : throw new InvalidOperationException();
}

/// <summary>The same for the largest.</summary>
public sealed class NewMaxHeap : IMaxHeap<NewMaxHeap, int>
{
    private readonly MaxHeap<int> _heap;

    private NewMaxHeap(MaxHeap<int> heap) => _heap = heap;

    public static NewMaxHeap Empty(IComparer<int> order) => new(order == Comparer<int>.Default ? new() : new(order));

    public static NewMaxHeap From(IEnumerable<int> items, IComparer<int> order) => new(new((ReadOnlySpan<int>)items.ToArray(), order));

    public int Count => _heap.Count;

    public void Push(int item) => _heap.Push(item);

    public int Peek() => _heap.TryPeek(out int item) ? item : throw new InvalidOperationException();

    public int Pop() => _heap.TryPop(out int item) ? item : throw new InvalidOperationException();
}

/// <summary>The variant under an order that is known only when it runs; under the usual one it is
/// the heap of ascending ints, so that its vectors are tried too. The laws of cost are for a binary
/// heap, and not for this one.</summary>
public sealed class FourAryHeapOfAnyOrder : IMinHeap<FourAryHeapOfAnyOrder, int>
{
    private readonly FourAryHeap<int, Ascending>? _ascending;
    private readonly FourAryHeap<int, AnyOrder>? _ordered;

    private FourAryHeapOfAnyOrder(IEnumerable<int> items, IComparer<int> order)
    {
        if (order == Comparer<int>.Default) _ascending = new(items);
        else _ordered = new(items, new(order));
    }

    public static FourAryHeapOfAnyOrder Empty(IComparer<int> order) => new([], order);

    public static FourAryHeapOfAnyOrder From(IEnumerable<int> items, IComparer<int> order) => new(items, order);

    public int Count => _ascending?.Count ?? _ordered!.Count;

    public void Push(int item)
    {
        _ascending?.Push(item);
        _ordered?.Push(item);
    }

    public int Peek() => _ascending?.Peek() ?? (_ordered!.TryPeek(out int item) ? item : throw new InvalidOperationException());

    public int Pop() => _ascending?.Pop() ?? (_ordered!.TryPop(out int item) ? item : throw new InvalidOperationException());

    private readonly struct AnyOrder(IComparer<int> order) : IComparer<int>
    {
        public int Compare(int x, int y) => order.Compare(x, y);
    }
}
