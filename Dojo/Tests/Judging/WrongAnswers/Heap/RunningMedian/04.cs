// It keeps a sorted list and inserts into it: O(n) a number.
namespace Etudes.Heap;

public sealed class RunningMedian : IRunningMedian
{
    private readonly List<int> numbers = new List<int>();

    public void Add(int number)
    {
        int index = numbers.BinarySearch(number);
        if (index < 0) index = ~index;
        numbers.Insert(index, number);
    }

    public int Lower
    {
        get
        {
            if (numbers.Count == 0) throw new InvalidOperationException();
            return numbers[(numbers.Count - 1) / 2];
        }
    }

    public int Upper
    {
        get
        {
            if (numbers.Count == 0) throw new InvalidOperationException();
            return numbers[numbers.Count / 2];
        }
    }

    public double Median => Lower / 2.0 + Upper / 2.0;
}
