// Push and Pop are promised in O(log n) (Push amortised): the array doubles when it is full and is halved as soon as it is half empty, so a Push and a Pop by turns at that size copy all n items each time.
namespace Etudes.Heap;

public sealed class MinHeap<T> : IMinHeap<MinHeap<T>, T>
{
    private const int Least = 4;

    private readonly IComparer<T> _order;
    private T[] _items = new T[Least];
    private int _count;

    private MinHeap(IComparer<T> order) => _order = order;

    public static MinHeap<T> Empty(IComparer<T> order) => new(order);

    public static MinHeap<T> From(IEnumerable<T> items, IComparer<T> order)
    {
        var heap = new MinHeap<T>(order);
        foreach (T item in items) heap.Append(item);
        for (int i = heap._count / 2 - 1; i >= 0; i--) heap.Sink(i);
        return heap;
    }

    public int Count => _count;

    public void Push(T item)
    {
        Append(item);
        int i = _count - 1;
        while (i > 0 && _order.Compare(_items[i], _items[(i - 1) / 2]) < 0)
        {
            int parent = (i - 1) / 2;
            (_items[i], _items[parent]) = (_items[parent], _items[i]);
            i = parent;
        }
    }

    public T Peek()
    {
        if (_count == 0) throw new InvalidOperationException("The heap is empty.");
        return _items[0];
    }

    public T Pop()
    {
        T top = Peek();
        _count--;
        _items[0] = _items[_count];
        _items[_count] = default!;
        Sink(0);

        // Give memory back that is not needed any more.
        if (_items.Length > Least && _count <= _items.Length / 2) Array.Resize(ref _items, _items.Length / 2);
        return top;
    }

    private void Append(T item)
    {
        if (_count == _items.Length) Array.Resize(ref _items, 2 * _items.Length);
        _items[_count++] = item;
    }

    private void Sink(int i)
    {
        while (true)
        {
            int child = 2 * i + 1;
            if (child >= _count) return;
            if (child + 1 < _count && _order.Compare(_items[child + 1], _items[child]) < 0) child++;
            if (_order.Compare(_items[child], _items[i]) >= 0) return;
            (_items[i], _items[child]) = (_items[child], _items[i]);
            i = child;
        }
    }
}
