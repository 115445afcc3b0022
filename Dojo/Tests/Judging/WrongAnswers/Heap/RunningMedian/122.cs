// Add only collects, and the first question after it sorts all new numbers into the heaps; breaks "Lower, Upper, Median: O(1)": after 300000 Adds the first Median costs O(n log n).
using System;
using System.Collections.Generic;

namespace Etudes.Heap;

public sealed class RunningMedian : IRunningMedian
{
    // the lower half, its largest on top, and the upper half; the lower one has as many or one more
    private readonly PriorityQueue<int, int> _low = new();
    private readonly PriorityQueue<int, int> _high = new();

    // added, but not asked about yet
    private readonly List<int> _new = [];

    public void Add(int number) => _new.Add(number);

    private void Settle()
    {
        foreach (var number in _new) Insert(number);
        _new.Clear();
    }

    private void Insert(int number)
    {
        if (_low.Count == 0 || number <= _low.Peek()) _low.Enqueue(number, ~number);
        else _high.Enqueue(number, number);

        if (_low.Count > _high.Count + 1)
        {
            var moved = _low.Dequeue();
            _high.Enqueue(moved, moved);
        }
        else if (_high.Count > _low.Count)
        {
            var moved = _high.Dequeue();
            _low.Enqueue(moved, ~moved);
        }
    }

    public int Lower
    {
        get
        {
            Settle();
            return _low.Count > 0 ? _low.Peek() : throw new InvalidOperationException("No number has been added.");
        }
    }

    public int Upper
    {
        get
        {
            Settle();
            return _low.Count > _high.Count ? Lower
                : _high.Count > 0 ? _high.Peek() : throw new InvalidOperationException("No number has been added.");
        }
    }

    public double Median => ((long)Lower + Upper) / 2.0;
}
