// It asks whether the comparison gives exactly -1 or 1 instead of looking at its sign.
namespace Etudes.Heap;

public sealed class MinHeap<T> : IMinHeap<MinHeap<T>, T>
{
    private T[] _items = [];
    private int _size;
    private IComparer<T> _comparer = Comparer<T>.Default;

    public static MinHeap<T> Empty(IComparer<T> order) => new() { _comparer = order };

    public static MinHeap<T> From(IEnumerable<T> items, IComparer<T> order)
    {
        T[] copy = items.ToList().ToArray();
        MinHeap<T> heap = new() { _comparer = order, _items = copy, _size = copy.Length };
        for (int node = copy.Length / 2; node-- > 0;) heap.SiftDown(node);
        return heap;
    }

    public int Count => _size;

    public void Push(T item)
    {
        if (_size == _items.Length) Array.Resize(ref _items, Math.Max(8, _size * 2));
        _items[_size] = item;
        SiftUp(_size++);
    }

    public T Peek()
    {
        if (_size == 0) throw new InvalidOperationException("The heap is empty.");
        return _items[0];
    }

    public T Pop()
    {
        T smallest = Peek();
        _size--;
        _items[0] = _items[_size];
        _items[_size] = default!;
        SiftDown(0);
        return smallest;
    }

    private bool IsLess(T a, T b) => _comparer.Compare(a, b) == -1;

    private void SiftUp(int node)
    {
        if (node == 0) return;
        int parent = (node - 1) >> 1;
        if (!IsLess(_items[node], _items[parent])) return;
        Exchange(node, parent);
        SiftUp(parent);
    }

    private void SiftDown(int node)
    {
        int left = 2 * node + 1, right = left + 1;
        if (left >= _size) return;
        int smaller = right < _size && IsLess(_items[right], _items[left]) ? right : left;
        if (!IsLess(_items[smaller], _items[node])) return;
        Exchange(node, smaller);
        SiftDown(smaller);
    }

    private void Exchange(int a, int b) => (_items[a], _items[b]) = (_items[b], _items[a]);
}
