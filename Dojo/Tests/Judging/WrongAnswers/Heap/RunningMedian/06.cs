// A new number goes to the smaller heap by size alone, without passing through the other one.
namespace Etudes.Heap;

public sealed class RunningMedian : IRunningMedian
{
    private readonly List<int> lows = [], highs = [];   // heaps written by hand

    public void Add(int number)
    {
        if (lows.Count == highs.Count) Push(lows, number, (a, b) => a > b);
        else Push(highs, number, (a, b) => a < b);
    }

    public int Lower
    {
        get
        {
            if (lows is []) throw new InvalidOperationException("no number yet");
            return lows[0];
        }
    }

    public int Upper => lows.Count > highs.Count ? lows[0] : highs.Count > 0 ? highs[0] : throw new InvalidOperationException("no number yet");

    public double Median => Lower + ((long)Upper - Lower) / 2.0;

    private static void Push(List<int> heap, int x, Func<int, int, bool> above)
    {
        heap.Add(x);
        for (int i = heap.Count - 1; i > 0 && above(heap[i], heap[(i - 1) / 2]); i = (i - 1) / 2)
            (heap[i], heap[(i - 1) / 2]) = (heap[(i - 1) / 2], heap[i]);
    }
}
