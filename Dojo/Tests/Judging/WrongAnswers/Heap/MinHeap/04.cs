// From builds the heap inside the caller's own array when it is given one.
namespace Etudes.Heap;

public sealed class MinHeap<T> : IMinHeap<MinHeap<T>, T>
{
    private readonly IComparer<T> order;
    private T[] data;
    private int used;

    private MinHeap(IComparer<T> order, T[] data)
    {
        this.order = order;
        this.data = data;
        used = data.Length;
        int i = used / 2;
        while (--i >= 0) Sink(i, data[i]);
    }

    public static MinHeap<T> Empty(IComparer<T> order) => new(order, []);

    public static MinHeap<T> From(IEnumerable<T> items, IComparer<T> order)
    {
        // no need to copy what is an array already
        return new MinHeap<T>(order, items as T[] ?? items.ToArray());
    }

    public int Count { get { return used; } }

    public void Push(T item)
    {
        if (used == data.Length)
        {
            T[] bigger = new T[used * 2 + 1];
            data.CopyTo(bigger, 0);
            data = bigger;
        }
        int i = used++;
        while (i != 0)
        {
            int p = (i - 1) / 2;
            if (order.Compare(data[p], item) <= 0) break;
            data[i] = data[p];
            i = p;
        }
        data[i] = item;
    }

    public T Peek()
    {
        ThrowIfEmpty();
        return data[0];
    }

    public T Pop()
    {
        ThrowIfEmpty();
        T first = data[0];
        T last = data[--used];
        if (used > 0) Sink(0, last);
        return first;
    }

    private void ThrowIfEmpty()
    {
        if (used == 0) throw new InvalidOperationException("no items");
    }

    private void Sink(int i, T item)
    {
        for (int c; (c = 2 * i + 1) < used; i = c)
        {
            if (c + 1 < used && order.Compare(data[c], data[c + 1]) > 0) c += 1;
            if (order.Compare(item, data[c]) <= 0) break;
            data[i] = data[c];
        }
        data[i] = item;
    }
}
