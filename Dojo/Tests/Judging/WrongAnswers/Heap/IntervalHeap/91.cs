// Breaks: "The laws allow $2 (\lfloor \log_2 n \rfloor + 1)$ for a push, where $n$ counts the new item"
// How: Push 1..1024, PopMin 1023 times, Push(2000): n = 2 allows 4 comparisons, it takes 11. What PopMin took stays in the
// max-heap below the living 1024, and the new item climbs past 10 of the dead there. (Push, PopMax of the same shape: alike.)
using System;
using System.Collections.Generic;

namespace Etudes.Heap;

public sealed class IntervalHeap<T> : IIntervalHeap<IntervalHeap<T>, T>
{
    private sealed class Entry(T item)
    {
        public readonly T Item = item;
        public bool Gone;
    }

    private sealed class Side(Comparison<T> compare)
    {
        public readonly List<Entry> Heap = [];

        public void Push(Entry entry)
        {
            int i = Heap.Count;
            Heap.Add(entry);
            while (i > 0)
            {
                int parent = (i - 1) / 2;
                if (compare(entry.Item, Heap[parent].Item) >= 0) break;
                Heap[i] = Heap[parent];
                i = parent;
            }
            Heap[i] = entry;
        }

        public Entry Pop()
        {
            Entry top = Heap[0], last = Heap[^1];
            Heap.RemoveAt(Heap.Count - 1);
            if (Heap.Count == 0) return top;
            int i = 0;
            while (2 * i + 1 < Heap.Count)
            {
                int child = 2 * i + 1;
                if (child + 1 < Heap.Count && compare(Heap[child + 1].Item, Heap[child].Item) < 0) child++;
                if (compare(Heap[child].Item, last.Item) >= 0) break;
                Heap[i] = Heap[child];
                i = child;
            }
            Heap[i] = last;
            return top;
        }

        public void Bury()
        {
            while (Heap.Count > 0 && Heap[0].Gone) Pop();
        }
    }

    private readonly Side low, high;

    private IntervalHeap(IComparer<T> order)
    {
        low = new Side(order.Compare);
        high = new Side((x, y) => order.Compare(y, x));
    }

    public static IntervalHeap<T> Empty(IComparer<T> order) => new(order);

    public int Count { get; private set; }

    public void Push(T item)
    {
        var entry = new Entry(item);
        low.Push(entry);
        high.Push(entry);
        Count++;
    }

    public T Min => Top(low);

    public T Max => Top(high);

    public T PopMin() => Pop(low, high);

    public T PopMax() => Pop(high, low);

    private T Top(Side side)
    {
        if (Count == 0) throw new InvalidOperationException("There is no item.");
        return side.Heap[0].Item;
    }

    private T Pop(Side from, Side other)
    {
        T item = Top(from);
        Count--;
        if (Count == 0)
        {
            from.Heap.Clear();
            other.Heap.Clear();
            return item;
        }
        from.Pop().Gone = true;
        // Both tops are alive between operations.
        from.Bury();
        other.Bury();
        return item;
    }
}
