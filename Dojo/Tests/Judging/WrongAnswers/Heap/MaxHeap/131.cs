// From is promised in O(n) with at most 2n comparisons: it pushes item by item, which takes about n log2 n comparisons for ascending items.
namespace Etudes.Heap;

public sealed class MaxHeap<T> : IMaxHeap<MaxHeap<T>, T>
{
    private readonly IComparer<T> _order;
    private readonly List<T> _items = [];

    private MaxHeap(IComparer<T> order) => _order = order;

    public static MaxHeap<T> Empty(IComparer<T> order) => new(order);

    public static MaxHeap<T> From(IEnumerable<T> items, IComparer<T> order)
    {
        var heap = new MaxHeap<T>(order);
        foreach (T item in items) heap.Push(item);
        return heap;
    }

    public int Count => _items.Count;

    public void Push(T item)
    {
        _items.Add(item);
        int place = _items.Count - 1;
        while (place > 0)
        {
            int parent = (place - 1) / 2;
            if (_order.Compare(item, _items[parent]) <= 0) break;
            _items[place] = _items[parent];
            place = parent;
        }
        _items[place] = item;
    }

    public T Peek() => Count > 0 ? _items[0] : throw new InvalidOperationException("The heap is empty.");

    public T Pop()
    {
        T top = Peek();
        T item = _items[^1];
        _items.RemoveAt(_items.Count - 1);
        if (Count == 0) return top;

        int place = 0;
        for (int child = 1; child < Count; child = 2 * place + 1)
        {
            if (child + 1 < Count && _order.Compare(_items[child + 1], _items[child]) > 0) child++;
            if (_order.Compare(_items[child], item) <= 0) break;
            _items[place] = _items[child];
            place = child;
        }
        _items[place] = item;
        return top;
    }
}
