// Push is promised in O(log n) amortised and Pop in O(log n), but the array is halved as soon as it is half empty: with 131 072 items in it, every Push and Pop in turn copies all of them.
namespace Etudes.Heap;

public sealed class MinHeap<T> : IMinHeap<MinHeap<T>, T>
{
    private const int Least = 16;

    private readonly IComparer<T> order;
    private T[] items = new T[Least];

    private MinHeap(IComparer<T> order) => this.order = order;

    public static MinHeap<T> Empty(IComparer<T> order) => new(order);

    public static MinHeap<T> From(IEnumerable<T> items, IComparer<T> order)
    {
        var heap = new MinHeap<T>(order);
        foreach (T item in items) heap.Append(item);
        for (int i = heap.Count / 2 - 1; i >= 0; i--) heap.Down(i, heap.items[i]);
        return heap;
    }

    public int Count { get; private set; }

    public void Push(T item)
    {
        Append(item);
        int i = Count - 1;
        while (i > 0)
        {
            int parent = (i - 1) / 2;
            if (order.Compare(items[parent], item) <= 0) break;
            items[i] = items[parent];
            i = parent;
        }
        items[i] = item;
    }

    public T Peek() => Count > 0 ? items[0] : throw new InvalidOperationException("The heap is empty.");

    public T Pop()
    {
        T top = Peek();
        Count--;
        T last = items[Count];
        items[Count] = default!;
        if (Count > 0) Down(0, last);

        // give the room back
        if (items.Length > Least && Count <= items.Length / 2) Array.Resize(ref items, items.Length / 2);
        return top;
    }

    private void Append(T item)
    {
        if (Count == items.Length) Array.Resize(ref items, 2 * items.Length);
        items[Count] = item;
        Count++;
    }

    private void Down(int i, T item)
    {
        while (true)
        {
            int child = 2 * i + 1;
            if (child >= Count) break;
            if (child + 1 < Count && order.Compare(items[child + 1], items[child]) < 0) child++;
            if (order.Compare(item, items[child]) <= 0) break;
            items[i] = items[child];
            i = child;
        }
        items[i] = item;
    }
}
