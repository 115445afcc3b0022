// the lower half is a min-queue of negated numbers, and -int.MinValue is int.MinValue, which then stands on top; breaks "They lie anywhere in int": after int.MinValue, 0 and 1 Lower is int.MinValue instead of 0.
using System;
using System.Collections.Generic;

namespace Etudes.Heap;

public sealed class RunningMedian : IRunningMedian
{
    // the lower half, its largest on top, and the upper half; the lower one has as many or one more
    private readonly PriorityQueue<int, int> _low = new();
    private readonly PriorityQueue<int, int> _high = new();

    public void Add(int number)
    {
        if (_low.Count == 0 || number <= _low.Peek()) _low.Enqueue(number, -number);
        else _high.Enqueue(number, number);

        if (_low.Count > _high.Count + 1)
        {
            var moved = _low.Dequeue();
            _high.Enqueue(moved, moved);
        }
        else if (_high.Count > _low.Count)
        {
            var moved = _high.Dequeue();
            _low.Enqueue(moved, -moved);
        }
    }

    public int Lower => _low.Count > 0 ? _low.Peek() : throw new InvalidOperationException("No number has been added.");

    public int Upper => _low.Count > _high.Count ? Lower
        : _high.Count > 0 ? _high.Peek() : throw new InvalidOperationException("No number has been added.");

    public double Median => ((long)Lower + Upper) / 2.0;
}
