using System;

namespace Etudes.Graph;

/// <summary>The price of the cheapest way that takes few enough flights.</summary>
public interface ICheapestFlights
{
    /// <summary>The least sum of weights on a way of at most k edges from source to target, null
    /// if there is none. Every edge runs from U to V. A way without edges leads from a vertex to
    /// itself for 0. The edges are left unchanged. O(k (n + m)), and a k beyond n - 1 costs no
    /// more than n - 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">vertices or k is negative. So is it if source,
    /// target or an end of an edge is outside 0..vertices-1.</exception>
    /// <exception cref="ArgumentException">A weight is negative, even that of an edge that no such
    /// way takes.</exception>
    /// <exception cref="OverflowException">There is such a way, but none whose sum fits into 64
    /// bits.</exception>
    static abstract long? Price(int vertices, (int U, int V, long Weight)[] edges, int source, int target, int k);
}
