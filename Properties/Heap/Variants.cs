namespace Etudes.Heap;

public sealed class FourAryHeapTests : MinHeapProperties<FourAryHeapOfAnyOrder>;

public sealed class ThresholdTopKTests : TopKProperties<ThresholdTopK>;

public sealed class WindowedMedianTests : RunningMedianProperties<WindowedMedian>;

/// <summary>Every way to hand the numbers over.</summary>
public abstract class TopKSources<T> where T : ITopK
{
    [Law]
    public static void An_array_a_list_and_a_stream_give_the_same(Values values, int k)
    {
        TopKProperties<T>.Tamed(k, k =>
        {
            var largest = T.Largest(values.Copy(), k);
            Must.Be(largest, T.Largest(values.Copy().ToList(), k), "TopK.Largest of a list");
            Must.Be(largest, T.Largest(new ReadOnce<int>(values.Items), k), "TopK.Largest of a stream");
        });
    }

    [Law]
    public static void A_negative_k_throws_from_each(Values values, int k) => Must.Given(nameof(k), ~k, () =>
    {
        Must.Throw<ArgumentOutOfRangeException>(() => T.Largest(values.Copy().ToList(), ~k), $"TopK.Largest of a list with k = {~k}");
        Must.Throw<ArgumentOutOfRangeException>(() => T.Largest(new ReadOnce<int>(values.Items), ~k), $"TopK.Largest of a stream with k = {~k}");
    });

    [LargeLaw(100_000)]
    public static void A_hundred_thousand_numbers_fill_the_buffer_again_and_again(LargeWorkload work)
    {
        var descending = work.Numbers();
        Array.Sort(descending);
        Array.Reverse(descending);
        foreach (int k in (int[])[1, 7, 1000, 40_000]) Must.Be(descending[..k], T.Largest(work.Numbers(), k), $"TopK.Largest with k = {k}");
    }
}

public sealed class ThresholdTopKSourceTests : TopKSources<ThresholdTopK>;

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

    public int Peek() => _ascending?.Peek() ?? _ordered!.Peek();

    public int Pop() => _ascending?.Pop() ?? _ordered!.Pop();

    private readonly struct AnyOrder(IComparer<int> order) : IComparer<int>
    {
        public int Compare(int x, int y) => order.Compare(x, y);
    }
}
