// From reads its items twice: once to count them, once to copy them.
namespace Etudes.Heap;

public sealed class MaxHeap<T> : IMaxHeap<MaxHeap<T>, T>
{
    private readonly IComparer<T> _order;
    private T[] _slots;

    public int Count { get; private set; }

    private MaxHeap(IComparer<T> order, int capacity)
    {
        _order = order;
        _slots = new T[capacity];
    }

    public static MaxHeap<T> Empty(IComparer<T> order) => new(order, 0);

    public static MaxHeap<T> From(IEnumerable<T> items, IComparer<T> order)
    {
        var heap = new MaxHeap<T>(order, items.Count());
        foreach (T item in items)
        {
            heap._slots[heap.Count++] = item;
        }
        for (int i = heap.Count / 2 - 1; i >= 0; i--)
        {
            heap.MoveDown(i);
        }
        return heap;
    }

    public void Push(T item)
    {
        if (Count == _slots.Length)
        {
            Array.Resize(ref _slots, Count < 4 ? 4 : 2 * Count);
        }
        int i = Count++;
        while (i > 0)
        {
            int parent = (i - 1) / 2;
            if (_order.Compare(_slots[parent], item) >= 0)
            {
                break;
            }
            _slots[i] = _slots[parent];
            i = parent;
        }
        _slots[i] = item;
    }

    public T Peek()
    {
        if (Count == 0)
        {
            throw new InvalidOperationException("Empty heap.");
        }
        return _slots[0];
    }

    public T Pop()
    {
        T largest = Peek();
        Count--;
        _slots[0] = _slots[Count];
        _slots[Count] = default!;
        MoveDown(0);
        return largest;
    }

    private void MoveDown(int i)
    {
        while (true)
        {
            int left = 2 * i + 1;
            if (left >= Count)
            {
                return;
            }
            int right = left + 1;
            int larger = right < Count && _order.Compare(_slots[left], _slots[right]) < 0 ? right : left;
            if (_order.Compare(_slots[i], _slots[larger]) >= 0)
            {
                return;
            }
            (_slots[i], _slots[larger]) = (_slots[larger], _slots[i]);
            i = larger;
        }
    }
}
