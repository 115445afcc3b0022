// Min and Max are promised in O(1), "without a comparison": items that were taken at the other end are cleared away only when they are looked at, so Min or Max may first sift the heap, with comparisons.
namespace Etudes.Heap;

public sealed class IntervalHeap<T> : IIntervalHeap<IntervalHeap<T>, T>
{
    // Every item lies in both queues under a number of its own. One that was taken from one
    // queue is gone, and leaves the other when it gets to its top.
    private readonly PriorityQueue<(long Id, T Item), T> _low;
    private readonly PriorityQueue<(long Id, T Item), T> _high;
    private readonly HashSet<long> _gone = new();
    private long _next;

    private IntervalHeap(IComparer<T> order)
    {
        _low = new(order);
        _high = new(Comparer<T>.Create((x, y) => order.Compare(y, x)));
    }

    public static IntervalHeap<T> Empty(IComparer<T> order) => new(order);

    public int Count { get; private set; }

    public void Push(T item)
    {
        long id = _next++;
        _low.Enqueue((id, item), item);
        _high.Enqueue((id, item), item);
        Count++;
    }

    public T Min => Top(_low).Item;

    public T Max => Top(_high).Item;

    public T PopMin() => Take(_low, _high);

    public T PopMax() => Take(_high, _low);

    private (long Id, T Item) Top(PriorityQueue<(long Id, T Item), T> queue)
    {
        if (Count == 0) throw new InvalidOperationException("There is no item.");
        while (_gone.Remove(queue.Peek().Id)) queue.Dequeue();
        return queue.Peek();
    }

    private T Take(PriorityQueue<(long Id, T Item), T> queue, PriorityQueue<(long Id, T Item), T> other)
    {
        var (id, item) = Top(queue);
        queue.Dequeue();
        _gone.Add(id);
        if (--Count == 0)
        {
            _gone.Clear();
            queue.Clear();
            other.Clear();
        }
        return item;
    }
}
