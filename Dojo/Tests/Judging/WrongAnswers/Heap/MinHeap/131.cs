// From "reads its items once": it counts them first, so a sequence that does not know its length is enumerated twice (and one that can be read only once fails).
namespace Etudes.Heap;

public sealed class MinHeap<T> : IMinHeap<MinHeap<T>, T>
{
    private readonly IComparer<T> _order;
    private T[] _items;
    private int _count;

    private MinHeap(IComparer<T> order, T[] items, int count)
    {
        _order = order;
        _items = items;
        _count = count;
    }

    public static MinHeap<T> Empty(IComparer<T> order) => new(order, [], 0);

    public static MinHeap<T> From(IEnumerable<T> items, IComparer<T> order)
    {
        var copy = new T[items.Count()];
        int count = 0;
        foreach (T item in items) copy[count++] = item;

        var heap = new MinHeap<T>(order, copy, count);
        for (int place = count / 2 - 1; place >= 0; place--) heap.SiftDown(place, copy[place]);
        return heap;
    }

    public int Count => _count;

    public void Push(T item)
    {
        if (_count == _items.Length) Array.Resize(ref _items, Math.Max(4, 2 * _count));
        int place = _count++;
        while (place > 0)
        {
            int parent = (place - 1) / 2;
            if (_order.Compare(item, _items[parent]) >= 0) break;
            _items[place] = _items[parent];
            place = parent;
        }
        _items[place] = item;
    }

    public T Peek() => _count > 0 ? _items[0] : throw new InvalidOperationException("The heap is empty.");

    public T Pop()
    {
        T top = Peek();
        T last = _items[--_count];
        _items[_count] = default!;
        if (_count > 0) SiftDown(0, last);
        return top;
    }

    private void SiftDown(int place, T item)
    {
        int child;
        while ((child = 2 * place + 1) < _count)
        {
            if (child + 1 < _count && _order.Compare(_items[child + 1], _items[child]) < 0) child++;
            if (_order.Compare(item, _items[child]) <= 0) break;
            _items[place] = _items[child];
            place = child;
        }
        _items[place] = item;
    }
}
