using System;

namespace Etudes.Heap;

/// <summary>The median of every window of numbers that stand side by side.</summary>
public interface ISlidingMedian
{
    /// <summary>
    /// The median of the first <paramref name="window"/> numbers, then of those one further along,
    /// and so on to the last; for an even window, the mean of the two middle numbers, exact over
    /// all of int. O(n log w) for n numbers and a window of w.
    /// </summary>
    /// <param name="numbers">Left unchanged.</param>
    /// <param name="window">How many numbers a window holds.</param>
    /// <returns>n - w + 1 medians.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The window is below 1 or above the count of
    /// the numbers.</exception>
    static abstract double[] Medians(int[] numbers, int window);
}
