// When sifting down it ignores the right child if that is the last item of the heap.
namespace Etudes.Heap;

public sealed class MinHeap<T> : IMinHeap<MinHeap<T>, T>
{
    private readonly List<T> _a;
    private readonly IComparer<T> _order;

    private MinHeap(List<T> a, IComparer<T> order)
    {
        _a = a;
        _order = order;
    }

    public static MinHeap<T> Empty(IComparer<T> order) => new([], order);

    public static MinHeap<T> From(IEnumerable<T> items, IComparer<T> order)
    {
        var heap = new MinHeap<T>([.. items], order);
        for (int i = heap.Count / 2 - 1; i >= 0; i--) heap.Down(i);
        return heap;
    }

    public int Count => _a.Count;

    public void Push(T item)
    {
        _a.Add(item);
        int i = _a.Count - 1;
        while (i > 0)
        {
            int parent = (i - 1) / 2;
            if (_order.Compare(_a[i], _a[parent]) >= 0) break;
            (_a[i], _a[parent]) = (_a[parent], _a[i]);
            i = parent;
        }
    }

    public T Peek() => _a.Count > 0 ? _a[0] : throw new InvalidOperationException("empty");

    public T Pop()
    {
        T top = Peek();
        int last = _a.Count - 1;
        _a[0] = _a[last];
        _a.RemoveAt(last);
        if (last > 0) Down(0);
        return top;
    }

    private void Down(int i)
    {
        while (true)
        {
            int child = 2 * i + 1;
            if (child >= _a.Count) return;
            if (child + 1 < _a.Count - 1 && _order.Compare(_a[child + 1], _a[child]) < 0) child++;
            if (_order.Compare(_a[child], _a[i]) >= 0) return;
            (_a[i], _a[child]) = (_a[child], _a[i]);
            i = child;
        }
    }
}
