// Of the comparisons of a min-heap it forgot to turn the one between the two children.
namespace Etudes.Heap;

public sealed class MaxHeap<T> : IMaxHeap<MaxHeap<T>, T>
{
    private T[] _heap = new T[16];
    private int _count;
    private readonly IComparer<T> _by;

    private MaxHeap(IComparer<T> by) => _by = by;

    public static MaxHeap<T> Empty(IComparer<T> order) => new(order);

    public static MaxHeap<T> From(IEnumerable<T> items, IComparer<T> order)
    {
        var max = new MaxHeap<T>(order);
        foreach (T item in items) max.Append(item);
        for (int i = max._count / 2 - 1; i >= 0; --i) max.PushDown(i);
        return max;
    }

    public int Count => _count;

    public void Push(T item)
    {
        Append(item);
        int i = _count - 1;
        while (i > 0)
        {
            int up = (i - 1) / 2;
            if (_by.Compare(_heap[up], _heap[i]) >= 0) return;
            (_heap[up], _heap[i]) = (_heap[i], _heap[up]);
            i = up;
        }
    }

    public T Peek() => _count == 0 ? throw new InvalidOperationException() : _heap[0];

    public T Pop()
    {
        T max = Peek();
        _heap[0] = _heap[--_count];
        _heap[_count] = default!;
        PushDown(0);
        return max;
    }

    private void Append(T item)
    {
        if (_count == _heap.Length) Array.Resize(ref _heap, _count * 2);
        _heap[_count++] = item;
    }

    private void PushDown(int i)
    {
        while (2 * i + 1 < _count)
        {
            int left = 2 * i + 1, right = 2 * i + 2, pick = left;
            if (right < _count && _by.Compare(_heap[right], _heap[left]) < 0) pick = right;
            if (_by.Compare(_heap[i], _heap[pick]) >= 0) return;
            (_heap[i], _heap[pick]) = (_heap[pick], _heap[i]);
            i = pick;
        }
    }
}
