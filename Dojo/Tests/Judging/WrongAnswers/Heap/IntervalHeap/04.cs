// A sorted list: finding the place is quick, but inserting and taking the smallest moves O(n) items.
namespace Etudes.Heap;

public sealed class IntervalHeap<T> : IIntervalHeap<IntervalHeap<T>, T>
{
    private readonly List<T> sorted = [];
    private readonly IComparer<T> order;

    private IntervalHeap(IComparer<T> order) { this.order = order; }

    public static IntervalHeap<T> Empty(IComparer<T> order) => new(order);

    public int Count => sorted.Count;

    public void Push(T item)
    {
        int at = sorted.BinarySearch(item, order);
        sorted.Insert(at < 0 ? ~at : at, item);
    }

    public T Min => NotEmpty()[0];

    public T Max => NotEmpty()[^1];

    public T PopMin() => RemoveAt(0);

    public T PopMax() => RemoveAt(sorted.Count - 1);

    private T RemoveAt(int i)
    {
        T item = NotEmpty()[i];
        sorted.RemoveAt(i);
        return item;
    }

    private List<T> NotEmpty() => sorted.Count > 0 ? sorted : throw new InvalidOperationException("empty");
}
