// After a pop the item changes places with a child that is smaller than it, the left one first, not with the smaller child.
namespace Etudes.Heap;

public sealed class MinHeap<T> : IMinHeap<MinHeap<T>, T>
{
    private readonly List<T> nodes = new();
    private readonly Comparison<T> compare;

    private MinHeap(IComparer<T> order) => compare = order.Compare;

    public static MinHeap<T> Empty(IComparer<T> order) => new(order);

    public static MinHeap<T> From(IEnumerable<T> items, IComparer<T> order)
    {
        var result = new MinHeap<T>(order);
        result.nodes.AddRange(items);
        foreach (int i in Enumerable.Range(0, result.nodes.Count / 2).Reverse()) result.Heapify(i);
        return result;
    }

    public int Count => nodes.Count;

    public void Push(T item)
    {
        nodes.Add(item);
        for (int i = nodes.Count - 1, p; i > 0; i = p)
        {
            p = (i - 1) / 2;
            if (compare(nodes[p], nodes[i]) <= 0) return;
            Swap(i, p);
        }
    }

    public T Peek() => nodes is [var first, ..] ? first : throw new InvalidOperationException();

    public T Pop()
    {
        var first = Peek();
        nodes[0] = nodes[^1];
        nodes.RemoveAt(nodes.Count - 1);
        Heapify(0);
        return first;
    }

    private void Heapify(int i)
    {
        for (; ; )
        {
            int l = 2 * i + 1, r = 2 * i + 2;
            if (l < nodes.Count && compare(nodes[l], nodes[i]) < 0)
            {
                Swap(l, i);
                i = l;
            }
            else if (r < nodes.Count && compare(nodes[r], nodes[i]) < 0)
            {
                Swap(r, i);
                i = r;
            }
            else break;
        }
    }

    private void Swap(int a, int b) => (nodes[a], nodes[b]) = (nodes[b], nodes[a]);
}
