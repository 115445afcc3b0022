// PopMin and PopMax count down before they find that there is nothing, so after a refused pop of an empty heap Count is -1 and the next Push fails: the heap does not stay usable.
namespace Etudes.Heap;

public sealed class IntervalHeap<T> : IIntervalHeap<IntervalHeap<T>, T>
{
    private readonly IComparer<T> order;
    private T[] items = new T[8];
    private int count;

    private IntervalHeap(IComparer<T> order) => this.order = order;

    public static IntervalHeap<T> Empty(IComparer<T> order) => new(order);

    public int Count => count;

    public T Min => count > 0 ? items[0] : throw Nothing();

    public T Max => count > 1 ? items[1] : Min;

    public void Push(T item)
    {
        if (count == items.Length) Array.Resize(ref items, 2 * count);
        int p = count++;
        items[p] = item;
        if (p % 2 == 1)
        {
            // The node is complete now.
            if (Greater(p - 1, p))
            {
                Swap(p - 1, p);
                RaiseLow(p - 1);
            }
            else
            {
                RaiseHigh(p);
            }
        }
        else if (p > 0)
        {
            // Alone in its node, it is both ends.
            int parent = (p / 2 - 1) / 2;
            if (Greater(2 * parent, p)) RaiseLow(p);
            else if (Greater(p, 2 * parent + 1)) RaiseHigh(p);
        }
    }

    public T PopMin()
    {
        if (--count < 0) throw Nothing();
        T result = items[0];
        items[0] = items[count];
        items[count] = default!;
        if (count > 1) LowerLow();
        return result;
    }

    public T PopMax()
    {
        if (--count < 0) throw Nothing();
        if (count <= 1)
        {
            // There were one or two: the largest was the last.
            T last = items[count];
            items[count] = default!;
            return last;
        }
        T result = items[1];
        items[1] = items[count];
        items[count] = default!;
        LowerHigh();
        return result;
    }

    private void RaiseLow(int p)
    {
        while (p > 1)
        {
            int parent = 2 * ((p / 2 - 1) / 2);
            if (!Greater(parent, p)) break;
            Swap(parent, p);
            p = parent;
        }
    }

    private void RaiseHigh(int p)
    {
        while (p > 1)
        {
            int parent = 2 * ((p / 2 - 1) / 2) + 1;
            if (!Greater(p, parent)) break;
            Swap(parent, p);
            p = parent;
        }
    }

    private void LowerLow()
    {
        int p = 0;
        while (true)
        {
            if (p + 1 < count && Greater(p, p + 1)) Swap(p, p + 1);
            int child = 2 * p + 2;
            if (child >= count) break;
            if (child + 2 < count && Greater(child, child + 2)) child += 2;
            if (!Greater(p, child)) break;
            Swap(p, child);
            p = child;
        }
    }

    private void LowerHigh()
    {
        int p = 1;
        while (true)
        {
            if (p % 2 == 0) break;
            if (Greater(p - 1, p)) Swap(p - 1, p);
            int node = p / 2, left = HighOf(2 * node + 1), right = HighOf(2 * node + 2);
            if (left < 0) break;
            int child = right >= 0 && Greater(right, left) ? right : left;
            if (!Greater(child, p)) break;
            Swap(child, p);
            p = child;
        }
    }

    /// <summary>The place of a node's high end, -1 if there is no such node.</summary>
    private int HighOf(int node) => 2 * node + 1 < count ? 2 * node + 1 : 2 * node < count ? 2 * node : -1;

    private bool Greater(int p, int q) => order.Compare(items[p], items[q]) > 0;

    private void Swap(int p, int q) => (items[p], items[q]) = (items[q], items[p]);

    private static InvalidOperationException Nothing() => new("There is no item.");
}
