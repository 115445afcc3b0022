// From pushes the items one after the other, O(n log n) instead of building bottom-up.
namespace Etudes.Heap;

public sealed class MinHeap<T>(IComparer<T> cmp) : IMinHeap<MinHeap<T>, T>
{
    T[] tree = new T[4];   // one-based
    int n;

    public static MinHeap<T> Empty(IComparer<T> order) => new MinHeap<T>(order);

    public static MinHeap<T> From(IEnumerable<T> items, IComparer<T> order)
    {
        var h = Empty(order);
        foreach (var x in items) h.Push(x);
        return h;
    }

    public int Count => n;

    public void Push(T item)
    {
        if (++n == tree.Length) Array.Resize(ref tree, 2 * n);
        int hole = n;
        for (; hole > 1 && cmp.Compare(item, tree[hole >> 1]) < 0; hole >>= 1)
            tree[hole] = tree[hole >> 1];
        tree[hole] = item;
    }

    public T Peek()
    {
        if (n == 0) throw new InvalidOperationException();
        return tree[1];
    }

    public T Pop()
    {
        var result = Peek();
        var moved = tree[n];
        tree[n--] = default!;
        if (n == 0) return result;
        int hole = 1;
        while (2 * hole <= n)
        {
            int c = 2 * hole;
            if (c < n && cmp.Compare(tree[c + 1], tree[c]) < 0) c++;
            if (cmp.Compare(tree[c], moved) >= 0) break;
            tree[hole] = tree[c];
            hole = c;
        }
        tree[hole] = moved;
        return result;
    }
}
