namespace Etudes.Heap;

/// <summary>The laws of every binary heap, and what giving the smallest first may get wrong.</summary>
public abstract class MinHeapProperties<T> : BinaryHeapLaws<MinHeapProperties<T>>, IHeapMaker where T : IMinHeap<T, int>
{
    public static AnyHeap Empty(IComparer<int> order) => Any(T.Empty(order));

    public static AnyHeap From(IEnumerable<int> items, IComparer<int> order) => Any(T.From(items, order));

    public static IEnumerable<int> InOrder(IEnumerable<int> items) => items.Order();

    [Law(After = nameof(Any_operations_agree_with_searching_a_list))]
    public static void A_heap_built_from_items_gives_them_in_ascending_order(Values values) =>
        Must.Be(values.Sorted(), Drain(From(new ReadOnce<int>(values.Items), Comparer<int>.Default)), "popping everything");

    [Law(After = nameof(Any_operations_agree_with_searching_a_list))]
    public static void Only_the_sign_of_a_comparison_counts(Values values)
    {
        var heap = Pushed(values, Comparer<int>.Create((x, y) => x > y ? int.MinValue : x < y ? int.MaxValue : 0));
        Must.Be(values.Items.OrderDescending(), Drain(heap), "under the opposite order, popping everything");
    }

    private static AnyHeap Any(T heap) => new(() => heap.Count, item => heap.Push(item), () => heap.Peek(), () => heap.Pop());
}

public abstract class MinHeapCostProperties<T> : BinaryHeapCostLaws<MinHeapProperties<T>> where T : IMinHeap<T, int>;

public sealed class MinHeapTests : MinHeapProperties<MinHeap<int>>;

public sealed class MinHeapCostTests : MinHeapCostProperties<MinHeap<int>>;
