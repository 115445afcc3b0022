// Push is promised in O(log n) amortised, but a full array is enlarged by only 16 places, so that n pushes copy O(n^2) items.
namespace Etudes.Heap;

public sealed class MinHeap<T> : IMinHeap<MinHeap<T>, T>
{
    private const int Step = 16;
    private readonly IComparer<T> order;
    private T[] items;

    private MinHeap(T[] items, IComparer<T> order)
    {
        this.items = items;
        this.order = order;
        Count = items.Length;
        for (int i = (Count >> 1) - 1; i >= 0; i--) SiftDown(i, items[i]);
    }

    public static MinHeap<T> Empty(IComparer<T> order) => new([], order);

    // A list copies into an array of its own, whatever the items are.
    public static MinHeap<T> From(IEnumerable<T> items, IComparer<T> order) => new(new List<T>(items).ToArray(), order);

    public int Count { get; private set; }

    public void Push(T item)
    {
        if (Count == items.Length)
        {
            T[] larger = new T[Count + Step];
            Array.Copy(items, larger, Count);
            items = larger;
        }

        int i = Count++;
        while (i > 0)
        {
            int parent = (i - 1) >> 1;
            if (order.Compare(items[parent], item) <= 0) break;
            items[i] = items[parent];
            i = parent;
        }
        items[i] = item;
    }

    public T Peek()
    {
        if (Count == 0) throw new InvalidOperationException("The heap is empty.");
        return items[0];
    }

    public T Pop()
    {
        T top = Peek();
        Count--;
        T last = items[Count];
        items[Count] = default!;
        if (Count > 0) SiftDown(0, last);
        return top;
    }

    private void SiftDown(int i, T item)
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
