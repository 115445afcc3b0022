// After a pop the item that goes down is not exchanged with its partner where they are the wrong way round.
namespace Etudes.Heap;

public sealed class IntervalHeap<T> : IIntervalHeap<IntervalHeap<T>, T>
{
    private readonly List<T> a = new();
    private readonly IComparer<T> order;

    private IntervalHeap(IComparer<T> order) => this.order = order;

    public static IntervalHeap<T> Empty(IComparer<T> order) => new(order);

    public int Count => a.Count;

    public T Min => a.Count == 0 ? throw new InvalidOperationException() : a[0];

    public T Max => a.Count == 0 ? throw new InvalidOperationException() : a.Count == 1 ? a[0] : a[1];

    public void Push(T item)
    {
        a.Add(item);
        int i = a.Count - 1;
        if (i % 2 == 1)
        {
            if (Before(a[i], a[i - 1]))
            {
                Swap(i, i - 1);
                RiseLow(i - 1);
            }
            else RiseHigh(i);
        }
        else if (i > 0)
        {
            int parent = (i / 2 - 1) / 2 * 2;
            if (Before(a[i], a[parent])) RiseLow(i);
            else RiseHigh(i);
        }
    }

    public T PopMin()
    {
        T result = Min;
        T last = a[^1];
        a.RemoveAt(a.Count - 1);
        if (a.Count == 0) return result;
        int i = 0;
        while (true)
        {
            int c = 4 * (i / 2) + 2;
            if (c >= a.Count) break;
            if (c + 2 < a.Count && Before(a[c + 2], a[c])) c += 2;
            if (!Before(a[c], last)) break;
            a[i] = a[c];
            i = c;
        }
        a[i] = last;
        return result;
    }

    public T PopMax()
    {
        T result = Max;
        if (a.Count <= 2)
        {
            a.RemoveAt(a.Count - 1);
            return result;
        }
        T last = a[^1];
        a.RemoveAt(a.Count - 1);
        int i = 1;
        while (true)
        {
            int c = End(2 * (i / 2) + 1);
            if (c < 0) break;
            int d = End(2 * (i / 2) + 2);
            if (d >= 0 && Before(a[c], a[d])) c = d;
            if (!Before(last, a[c])) break;
            a[i] = a[c];
            i = c;
        }
        a[i] = last;
        return result;
    }

    // The place of a node's high end, -1 if there is no such node.
    private int End(int node) => 2 * node >= a.Count ? -1 : Math.Min(2 * node + 1, a.Count - 1);

    private void RiseLow(int i)
    {
        while (i > 1)
        {
            int p = (i / 2 - 1) / 2 * 2;
            if (!Before(a[i], a[p])) return;
            Swap(i, p);
            i = p;
        }
    }

    private void RiseHigh(int i)
    {
        while (i > 1)
        {
            int p = (i / 2 - 1) / 2 * 2 + 1;
            if (!Before(a[p], a[i])) return;
            Swap(i, p);
            i = p;
        }
    }

    private bool Before(T x, T y) => order.Compare(x, y) < 0;

    private void Swap(int i, int j) => (a[i], a[j]) = (a[j], a[i]);
}
