using System.Collections.Generic;

namespace Etudes.Heap;

/// <summary>The median of a growing multiset: its smaller half in a max-heap, its larger half in
/// a min-heap.</summary>
/// <remarks>
/// Time: O(log n) per number, O(1) to ask. Space: n numbers.
/// Source: <see href="https://leetcode.com/problems/find-median-from-data-stream/">LeetCode
/// 295</see>.
/// </remarks>
public sealed partial class RunningMedian
{
    // Every number of low <= every number of high; low holds as many or one more.
    private readonly PriorityQueue<int, int> _low = new(); // priority ~x: a max-heap, and unlike -x right for int.MinValue
    private readonly PriorityQueue<int, int> _high = new();

    /// <inheritdoc/>
    public int Lower => _low.Peek();

    /// <inheritdoc/>
    public int Upper => _low.Count > _high.Count ? _low.Peek() : _high.Peek();

    /// <inheritdoc/>
    public double Median => ((long)Lower + Upper) / 2.0;

    /// <inheritdoc/>
    public void Add(int number)
    {
        // What leaves one heap's top for the other keeps the halves apart, wherever the number
        // itself belongs.
        if (_low.Count > _high.Count)
        {
            int largest = _low.EnqueueDequeue(number, ~number);
            _high.Enqueue(largest, largest);
        }
        else
        {
            int smallest = _high.EnqueueDequeue(number, number);
            _low.Enqueue(smallest, ~smallest);
        }
    }
}
