// The mean is an integer division, the half is lost.
namespace Etudes.Heap;

public sealed class RunningMedian : IRunningMedian
{
    readonly SortedSet<(int Value, int Number)> low = [];
    readonly SortedSet<(int Value, int Number)> high = [];
    int count;

    public void Add(int number)
    {
        var item = (number, count++);
        if (low.Count > 0 && number > low.Max.Value) high.Add(item);
        else low.Add(item);

        if (low.Count > high.Count + 1)
        {
            var move = low.Max;
            low.Remove(move);
            high.Add(move);
        }
        else if (high.Count > low.Count)
        {
            var move = high.Min;
            high.Remove(move);
            low.Add(move);
        }
        lower = low.Max.Value;
        upper = count % 2 == 1 ? lower : high.Min.Value;
    }

    int lower, upper;

    public int Lower => Checked(lower);
    public int Upper => Checked(upper);
    public double Median => ((long)Lower + Upper) / 2;

    int Checked(int value) => count == 0 ? throw new InvalidOperationException("no numbers") : value;
}
