// Breaks: "The mean of <see cref="Lower"/> and <see cref="Upper"/>, exact over all of int."
// How: Add(1), ask Median (1), Add(5) 256 times without asking, ask Median: the remembered 1 counts as fresh, because its stamp
// is the count in a byte (1, and 257 again 1); Lower and Upper are 5. Asking after every Add never shows it.
using System;

namespace Etudes.Heap;

public sealed class RunningMedian : IRunningMedian
{
    private int[] low = new int[8], high = new int[8];   // a max-heap and a min-heap, both kept as max-heaps (high of ~x)
    private int lows, highs;
    private double? known;
    private byte stamp;

    private byte Now => unchecked((byte)(lows + highs));

    public void Add(int number)
    {
        if (lows > highs)
        {
            if (number < low[0])
            {
                int top = low[0];
                Replace(low, lows, number);
                number = top;
            }
            Push(ref high, ref highs, ~number);
        }
        else
        {
            if (highs > 0 && number > ~high[0])
            {
                int top = ~high[0];
                Replace(high, highs, ~number);
                number = top;
            }
            Push(ref low, ref lows, number);
        }
    }

    public int Lower => lows > 0 ? low[0] : throw new InvalidOperationException("No number has been added.");

    public int Upper => lows > highs ? low[0] : highs > 0 ? ~high[0] : throw new InvalidOperationException("No number has been added.");

    public double Median
    {
        get
        {
            if (known is { } median && stamp == Now) return median;
            double mean = Lower / 2.0 + Upper / 2.0;
            known = mean;
            stamp = Now;
            return mean;
        }
    }

    private static void Push(ref int[] heap, ref int count, int number)
    {
        if (count == heap.Length) Array.Resize(ref heap, 2 * count);
        int i = count++;
        while (i > 0 && heap[(i - 1) / 2] < number)
        {
            heap[i] = heap[(i - 1) / 2];
            i = (i - 1) / 2;
        }
        heap[i] = number;
    }

    private static void Replace(int[] heap, int count, int number)
    {
        int i = 0;
        while (2 * i + 1 < count)
        {
            int child = 2 * i + 1;
            if (child + 1 < count && heap[child + 1] > heap[child]) child++;
            if (heap[child] <= number) break;
            heap[i] = heap[child];
            i = child;
        }
        heap[i] = number;
    }
}
