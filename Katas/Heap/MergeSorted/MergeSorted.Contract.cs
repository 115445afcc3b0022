using System.Collections.Generic;

namespace Etudes.Heap;

/// <summary>Many sorted streams as one.</summary>
public interface IMergeSorted
{
    /// <summary>
    /// The items of all streams in ascending order; equal ones in the order of their streams, and
    /// in each stream's own order. O(log k) comparisons per item for k streams.
    /// </summary>
    /// <remarks>
    /// Lazy: no stream is opened before the first item is asked for. No stream is read further than
    /// one item beyond those that have been handed out, so that endless streams can be merged. Each
    /// enumeration opens each stream once, and closes it
    /// (<see cref="System.IDisposable.Dispose"/>), also when the consumer stops early.
    /// </remarks>
    /// <param name="streams">Each sorted by <paramref name="order"/>; any of them, or all, may be
    /// empty or endless.</param>
    /// <param name="order">The order of the items.</param>
    static abstract IEnumerable<T> Merge<T>(IReadOnlyList<IEnumerable<T>> streams, IComparer<T> order);
}
