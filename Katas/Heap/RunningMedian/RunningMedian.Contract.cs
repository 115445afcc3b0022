using System;

namespace Etudes.Heap;

/// <summary>The median of the numbers added so far. A new one holds no numbers.</summary>
public interface IRunningMedian
{
    /// <summary>Adds a number. O(log n).</summary>
    void Add(int number);

    /// <summary>The lower of the two middle numbers, or the one in the middle. O(1).</summary>
    /// <exception cref="InvalidOperationException">No number has been added.</exception>
    int Lower { get; }

    /// <summary>The upper of the two middle numbers, or the one in the middle. O(1).</summary>
    /// <exception cref="InvalidOperationException">No number has been added.</exception>
    int Upper { get; }

    /// <summary>The mean of <see cref="Lower"/> and <see cref="Upper"/>, exact over all of
    /// int. O(1).</summary>
    /// <exception cref="InvalidOperationException">No number has been added.</exception>
    double Median { get; }
}
