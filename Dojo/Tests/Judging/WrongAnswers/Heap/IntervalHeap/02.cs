// Two heaps hold every item, and neither learns what the other has given away.
namespace Etudes.Heap;

public sealed class IntervalHeap<T> : IIntervalHeap<IntervalHeap<T>, T>
{
    private readonly PriorityQueue<T, T> low;
    private readonly PriorityQueue<T, T> high;
    private int count;

    private IntervalHeap(IComparer<T> order)
    {
        low = new(order);
        high = new(Comparer<T>.Create((x, y) => order.Compare(y, x)));
    }

    public static IntervalHeap<T> Empty(IComparer<T> order) => new(order);

    public int Count => count;

    public void Push(T item)
    {
        low.Enqueue(item, item);
        high.Enqueue(item, item);
        count++;
    }

    public T Min
    {
        get
        {
            Require();
            return low.Peek();
        }
    }

    public T Max
    {
        get
        {
            Require();
            return high.Peek();
        }
    }

    public T PopMin() => Take(low);

    public T PopMax() => Take(high);

    private T Take(PriorityQueue<T, T> side)
    {
        Require();
        if (--count > 0) return side.Dequeue();
        T last = side.Dequeue();
        low.Clear();
        high.Clear();
        return last;
    }

    private void Require()
    {
        if (count == 0) throw new InvalidOperationException("There is no item.");
    }
}
