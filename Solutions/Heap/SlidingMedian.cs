using System;
using System.Numerics;

namespace Etudes.Heap;

/// <summary>The median of every window: two heaps grow out of it to either side, and a new number
/// takes the oldest one's place.</summary>
/// <remarks>
/// Time: O(n log w). Space: O(w) besides the result.
/// It is over 100 lines since it takes numbers of any kind beside ints.
/// Source: Härdle and Steiger, <see href="https://doi.org/10.2307/2986349">Algorithm AS 296:
/// Optimal Median Smoothing</see>, 1995.
/// </remarks>
public abstract partial class SlidingMedian
{
    /// <inheritdoc/>
    public static double[] Medians(int[] numbers, int window) => Medians<int>(numbers.AsSpan(), window);

    /// <summary>The same of numbers of any kind: int, long or double, say. Each is the double
    /// nearest to the median. O(n log w).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The window is below 1 or above the count of
    /// the numbers.</exception>
    /// <exception cref="ArgumentException">One of them is no number.</exception>
    public static double[] Medians<T>(T[] numbers, int window) where T : INumber<T> => Medians<T>(numbers.AsSpan(), window);

    /// <summary>The same of a span. O(n log w).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The window is below 1 or above the count of
    /// the numbers.</exception>
    /// <exception cref="ArgumentException">One of them is no number.</exception>
    public static double[] Medians<T>(ReadOnlySpan<T> numbers, int window) where T : INumber<T>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(window, numbers.Length);
        foreach (T number in numbers)
            if (T.IsNaN(number)) throw new ArgumentException("one is no number", nameof(numbers));
        var medians = new double[numbers.Length - window + 1];
        var heaps = new DoubleHeap<T>(numbers[..window].ToArray());
        medians[0] = heaps.Median;
        for (int i = window; i < numbers.Length; i++)
        {
            heaps.Replace(i % window, numbers[i]);
            medians[i - window + 1] = heaps.Median;
        }
        return medians;
    }

    /// <summary>The double nearest to the mean of two numbers of at most 64 bits.</summary>
    internal static double Mean<T>(T a, T b) where T : INumber<T>
    {
        if (T.One / (T.One + T.One) == T.Zero) return (double)(Int128.CreateChecked(a) + Int128.CreateChecked(b)) / 2;
        double x = double.CreateChecked(a), y = double.CreateChecked(b);
        return double.IsFinite(x + y) ? (x + y) / 2 : x / 2 + y / 2; // where the sum is too large, halves are exact
    }

    /// <summary>
    /// Places -low .. high with the median (for an even window the lower middle) at 0. The parent
    /// of place i is i / 2, rounded toward 0: to the left no number is above its parent, a
    /// max-heap; to the right no number is below its parent, a min-heap.
    /// </summary>
    private sealed class DoubleHeap<T> where T : INumber<T>
    {
        private readonly T[] _numbers; // by slot: the window as a ring
        private readonly int[] _slots;   // at place i the slot _slots[_low + i]
        private readonly int[] _places;  // and its inverse
        private readonly int _low, _high;

        public DoubleHeap(T[] numbers)
        {
            int count = numbers.Length;
            (_numbers, _slots, _places, _low, _high) = (numbers, new int[count], new int[count], (count - 1) / 2, count / 2);
            for (int i = 0; i < count; i++) _slots[i] = i;
            Array.Sort((T[])numbers.Clone(), _slots); // whatever is sorted is a heap on either side
            for (int i = 0; i < count; i++) _places[_slots[i]] = i - _low;
        }

        public double Median => Mean(At(0), At(_high - _low)); // the upper middle: place 1 if the count is even, else 0

        public void Replace(int slot, T number)
        {
            _numbers[slot] = number;
            int at = _places[slot];
            for (; Disordered(at / 2, at); at /= 2) Swap(at / 2, at);
            if (at <= 0) SiftDown(at, -1);
            if (at >= 0) SiftDown(at, 1); // from place 0 to both sides: a number may pass from one heap to the other
        }

        private void SiftDown(int at, int side)
        {
            // The children of i are 2i and the one beyond; by the same rule those of 0 are 0 itself
            // and its neighbour.
            for (int child; Exists(child = 2 * at); at = child)
            {
                if (Exists(child + side) && Disordered(child, child + side)) child += side;
                if (!Disordered(at, child)) return;
                Swap(at, child);
            }
        }

        private T At(int place) => _numbers[_slots[_low + place]];

        private bool Exists(int place) => -_low <= place && place <= _high;

        private bool Disordered(int parent, int child) => child > 0 ? At(child) < At(parent) : At(child) > At(parent);

        private void Swap(int a, int b)
        {
            ref int first = ref _slots[_low + a], second = ref _slots[_low + b];
            (first, second) = (second, first);
            (_places[first], _places[second]) = (a, b);
        }
    }
}
