namespace Etudes.Heap;

/// <summary>The laws of every binary heap, and what giving the largest first may get wrong.</summary>
public abstract class MaxHeapProperties<T> : BinaryHeapLaws<MaxHeapProperties<T>>, IHeapMaker where T : IMaxHeap<T, int>
{
    public static AnyHeap Empty(IComparer<int> order) => Any(T.Empty(order));

    public static AnyHeap From(IEnumerable<int> items, IComparer<int> order) => Any(T.From(items, order));

    public static IEnumerable<int> InOrder(IEnumerable<int> items) => items.OrderDescending();

    [Law(After = nameof(Any_operations_agree_with_searching_a_list))]
    public static void A_heap_built_from_items_gives_them_in_descending_order(Values values) =>
        Must.Be(InOrder(values.Items), Drain(From(new ReadOnce<int>(values.Items), Comparer<int>.Default)), "popping everything");

    [Law(After = nameof(Any_operations_agree_with_searching_a_list))]
    public static void Under_the_opposite_order_the_smallest_comes_first(Values values)
    {
        var heap = Pushed(values, Comparer<int>.Create((x, y) => y.CompareTo(x)));
        Must.Be(values.Sorted(), Drain(heap), "under the opposite order, popping everything");
    }

    [Law(After = nameof(Any_operations_agree_with_searching_a_list))]
    public static void Only_the_sign_of_a_comparison_counts(Values values)
    {
        var heap = Pushed(values, Comparer<int>.Create((x, y) => x < y ? int.MinValue : x > y ? int.MaxValue : 0));
        Must.Be(InOrder(values.Items), Drain(heap), "with int.MinValue returned for less, popping everything");
    }

    private static AnyHeap Any(T heap) => new(() => heap.Count, item => heap.Push(item), () => heap.Peek(), () => heap.Pop());
}

public abstract class MaxHeapCostProperties<T> : BinaryHeapCostLaws<MaxHeapProperties<T>> where T : IMaxHeap<T, int>;

public sealed class MaxHeapTests : MaxHeapProperties<MaxHeap<int>>;

public sealed class MaxHeapCostTests : MaxHeapCostProperties<MaxHeap<int>>;
