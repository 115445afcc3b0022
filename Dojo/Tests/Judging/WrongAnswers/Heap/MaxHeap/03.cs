// Peek of an empty heap gives default instead of throwing.
namespace Etudes.Heap;

public sealed class MaxHeap<T> : IMaxHeap<MaxHeap<T>, T>
{
    private readonly List<T> a = [];
    private IComparer<T> o = null!;

    public static MaxHeap<T> Empty(IComparer<T> order) => new() { o = order };

    public static MaxHeap<T> From(IEnumerable<T> items, IComparer<T> order)
    {
        var h = Empty(order);
        h.a.AddRange(items);
        for (var i = h.a.Count / 2; i > 0; i--) h.Fix(i - 1);
        return h;
    }

    public int Count => a.Count;

    public void Push(T item)
    {
        a.Add(item);
        var i = a.Count - 1;
        for (var p = (i - 1) / 2; i > 0 && o.Compare(a[i], a[p]) > 0; p = (i - 1) / 2)
        {
            (a[i], a[p]) = (a[p], a[i]);
            i = p;
        }
    }

    public T Peek() => a.FirstOrDefault()!;

    public T Pop()
    {
        if (a.Count == 0) throw new InvalidOperationException();
        var top = a[0];
        a[0] = a[^1];
        a.RemoveAt(a.Count - 1);
        Fix(0);
        return top;
    }

    private void Fix(int i)
    {
        var big = 2 * i + 1;
        if (big >= a.Count) return;
        if (big + 1 < a.Count && o.Compare(a[big + 1], a[big]) > 0) big++;
        if (o.Compare(a[big], a[i]) <= 0) return;
        (a[big], a[i]) = (a[i], a[big]);
        Fix(big);
    }
}
