using System;

namespace Etudes.Heap;

/// <summary>The median of every window: two heaps grow out of it to either side, and a new number
/// takes the oldest one's place.</summary>
/// <remarks>
/// Time: O(n log w). Space: O(w) besides the result.
/// Source: Härdle and Steiger, <see href="https://doi.org/10.2307/2986349">Algorithm AS 296:
/// Optimal Median Smoothing</see>, 1995.
/// </remarks>
public abstract partial class SlidingMedian
{
    /// <inheritdoc/>
    public static double[] Medians(int[] numbers, int window)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(window, numbers.Length);
        var medians = new double[numbers.Length - window + 1];
        var heaps = new DoubleHeap(numbers[..window]);
        medians[0] = heaps.Median;
        for (int i = window; i < numbers.Length; i++)
        {
            heaps.Replace(i % window, numbers[i]);
            medians[i - window + 1] = heaps.Median;
        }
        return medians;
    }

    /// <summary>
    /// Places -low .. high with the median (for an even window the lower middle) at 0. The parent
    /// of place i is i / 2, rounded toward 0: to the left no number is above its parent, a
    /// max-heap; to the right no number is below its parent, a min-heap.
    /// </summary>
    private sealed class DoubleHeap
    {
        private readonly int[] _numbers; // by slot: the window as a ring
        private readonly int[] _slots;   // at place i the slot _slots[_low + i]
        private readonly int[] _places;  // and its inverse
        private readonly int _low, _high;

        public DoubleHeap(int[] numbers)
        {
            int count = numbers.Length;
            (_numbers, _slots, _places, _low, _high) = (numbers, new int[count], new int[count], (count - 1) / 2, count / 2);
            for (int i = 0; i < count; i++) _slots[i] = i;
            Array.Sort((int[])numbers.Clone(), _slots); // whatever is sorted is a heap on either side
            for (int i = 0; i < count; i++) _places[_slots[i]] = i - _low;
        }

        public double Median => ((long)At(0) + At(_high - _low)) / 2.0; // the upper middle: place 1 if the count is even, else 0

        public void Replace(int slot, int number)
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

        private int At(int place) => _numbers[_slots[_low + place]];

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
