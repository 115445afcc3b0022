// From counts the items before it copies them, so a stream that is no collection is read twice, not once (and one that can be read only once comes out wrong or throws).
namespace Etudes.Heap;

public sealed class MinHeap<T> : IMinHeap<MinHeap<T>, T>
{
    private readonly IComparer<T> order;
    private readonly List<T> items;

    private MinHeap(List<T> items, IComparer<T> order)
    {
        this.items = items;
        this.order = order;
    }

    public static MinHeap<T> Empty(IComparer<T> order) => new([], order);

    public static MinHeap<T> From(IEnumerable<T> items, IComparer<T> order)
    {
        var room = new List<T>(items.Count());
        foreach (T item in items) room.Add(item);
        var heap = new MinHeap<T>(room, order);
        for (int i = room.Count / 2 - 1; i >= 0; i--) heap.SiftDown(i);
        return heap;
    }

    public int Count => items.Count;

    public void Push(T item)
    {
        int i = items.Count;
        items.Add(item);
        while (i > 0)
        {
            int parent = (i - 1) / 2;
            if (order.Compare(items[parent], item) <= 0) break;
            items[i] = items[parent];
            i = parent;
        }
        items[i] = item;
    }

    public T Peek() => items.Count == 0 ? throw new InvalidOperationException("The heap is empty.") : items[0];

    public T Pop()
    {
        T top = Peek();
        int last = items.Count - 1;
        items[0] = items[last];
        items.RemoveAt(last);
        if (last > 0) SiftDown(0);
        return top;
    }

    private void SiftDown(int i)
    {
        T item = items[i];
        for (int child = 2 * i + 1; child < items.Count; child = 2 * i + 1)
        {
            if (child + 1 < items.Count && order.Compare(items[child], items[child + 1]) > 0) child++;
            if (order.Compare(items[child], item) >= 0) break;
            items[i] = items[child];
            i = child;
        }
        items[i] = item;
    }
}
