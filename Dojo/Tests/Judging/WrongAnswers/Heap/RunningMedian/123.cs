// the queues' priorities are float (so that minus int.MinValue does not overflow), which cannot tell neighbours above 2^24 apart; breaks "Lower, the lower of the two middle numbers" over all of int: after 16777216, 16777217 and 20000000 Lower is 16777216 instead of 16777217.
using System;
using System.Collections.Generic;

namespace Etudes.Heap;

public sealed class RunningMedian : IRunningMedian
{
    // the lower half, its largest on top, and the upper half; the lower one has as many or one more
    private readonly PriorityQueue<int, float> _low = new();
    private readonly PriorityQueue<int, float> _high = new();

    public void Add(int number)
    {
        if (_low.Count == 0 || number <= _low.Peek()) _low.Enqueue(number, -(float)number);
        else _high.Enqueue(number, number);

        if (_low.Count > _high.Count + 1)
        {
            var moved = _low.Dequeue();
            _high.Enqueue(moved, moved);
        }
        else if (_high.Count > _low.Count)
        {
            var moved = _high.Dequeue();
            _low.Enqueue(moved, -(float)moved);
        }
    }

    public int Lower => _low.Count > 0 ? _low.Peek() : throw new InvalidOperationException("No number has been added.");

    public int Upper => _low.Count > _high.Count ? Lower
        : _high.Count > 0 ? _high.Peek() : throw new InvalidOperationException("No number has been added.");

    public double Median => ((long)Lower + Upper) / 2.0;
}
