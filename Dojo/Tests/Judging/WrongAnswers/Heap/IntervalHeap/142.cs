// Min and Max clear away what was popped at the other end, which compares items and takes O(n log n) at once, e.g. Max after half of the items were popped by PopMin; promised is O(1), without a comparison.
namespace Etudes.Heap;

public sealed class IntervalHeap<T> : IIntervalHeap<IntervalHeap<T>, T>
{
    private sealed class Entry(T item)
    {
        public readonly T Item = item;
        public bool Gone;
    }

    private readonly PriorityQueue<Entry, T> smallest;
    private readonly PriorityQueue<Entry, T> largest;

    private IntervalHeap(IComparer<T> order)
    {
        smallest = new PriorityQueue<Entry, T>(order);
        largest = new PriorityQueue<Entry, T>(Comparer<T>.Create((x, y) => order.Compare(y, x)));
    }

    public static IntervalHeap<T> Empty(IComparer<T> order) => new(order);

    public int Count { get; private set; }

    public void Push(T item)
    {
        var entry = new Entry(item);
        smallest.Enqueue(entry, item);
        largest.Enqueue(entry, item);
        Count++;
    }

    public T Min => Top(smallest).Item;

    public T Max => Top(largest).Item;

    public T PopMin() => Pop(smallest);

    public T PopMax() => Pop(largest);

    private Entry Top(PriorityQueue<Entry, T> queue)
    {
        if (Count == 0) throw new InvalidOperationException("There is no item.");
        // What was taken out at the other end is still in here.
        while (queue.Peek().Gone) queue.Dequeue();
        return queue.Peek();
    }

    private T Pop(PriorityQueue<Entry, T> queue)
    {
        Entry top = Top(queue);
        queue.Dequeue();
        top.Gone = true;
        Count--;
        if (Count == 0)
        {
            smallest.Clear();
            largest.Clear();
        }
        return top.Item;
    }
}
