// two heaps with lazy deletion, in which Min and Max first throw out what the other end has taken; contract: "O(1), without a comparison": Push(5), Push(9), PopMin(), Push(1), Push(2), Push(3), PopMax(), then Max removes the stale 5 and compares
using System;
using System.Collections.Generic;

namespace Etudes.Heap;

public sealed class IntervalHeap<T> : IIntervalHeap<IntervalHeap<T>, T>
{
    private readonly PriorityQueue<int, T> _low;
    private readonly PriorityQueue<int, T> _high;
    private readonly List<bool> _gone = [];

    private IntervalHeap(IComparer<T> order)
    {
        _low = new PriorityQueue<int, T>(order);
        _high = new PriorityQueue<int, T>(Comparer<T>.Create((a, b) => order.Compare(b, a)));
    }

    public static IntervalHeap<T> Empty(IComparer<T> order) => new(order);

    public int Count { get; private set; }

    public T Min
    {
        get
        {
            Top(_low, out T item);
            return item;
        }
    }

    // With one item left, both ends find the same one.
    public T Max
    {
        get
        {
            Top(_high, out T item);
            return item;
        }
    }

    public void Push(T item)
    {
        int id = _gone.Count;
        _gone.Add(false);
        _low.Enqueue(id, item);
        _high.Enqueue(id, item);
        Count++;
    }

    public T PopMin() => Pop(_low);

    public T PopMax() => Pop(_high);

    private T Pop(PriorityQueue<int, T> end)
    {
        int id = Top(end, out T item);
        end.Dequeue();
        _gone[id] = true;
        if (--Count == 0)
        {
            _low.Clear();
            _high.Clear();
            _gone.Clear();
        }
        return item;
    }

    /// <summary>The first item of one end that the other end has not taken.</summary>
    private int Top(PriorityQueue<int, T> end, out T item)
    {
        if (Count == 0) throw new InvalidOperationException("The heap is empty.");
        while (true)
        {
            end.TryPeek(out int id, out T? first);
            if (!_gone[id])
            {
                item = first!;
                return id;
            }
            end.Dequeue();
        }
    }
}
