using System;

namespace Etudes.Heap;

/// <summary>
/// The median of a growing multiset, for long streams. The numbers around the median lie in a small
/// sorted window, those below and above it in two 4-ary heaps. A new number mostly goes into a
/// heap, where it rises a step or two, and nothing is popped until the median has wandered out of
/// the window.
/// </summary>
/// <remarks>
/// Time: O(log n) per number, amortised, O(1) to ask. Space: n numbers. Needs: FourAryHeap.
/// Source: the two heaps are those of
/// <see href="https://leetcode.com/problems/find-median-from-data-stream/">LeetCode 295</see>.
/// Numbers in random order cost O(1) each: the rank of the median walks at random, and leaves a
/// window of w numbers after about w^2 steps (Feller, An Introduction to Probability Theory, volume
/// 1, chapter III).
/// </remarks>
public sealed partial class WindowedMedian
{
    private const int Room = 64, Half = Room / 2;

    // Every number of low <= every number of the window <= every number of high. Both middles are
    // in the window.
    private readonly FourAryHeap<int, Ascending> _low = new(); // of complements: a max-heap
    private readonly FourAryHeap<int, Ascending> _high = new();
    private readonly int[] _window = new int[Room]; // its first _size are sorted
    private int _size, _count;

    /// <inheritdoc/>
    public int Lower => Middle((_count - 1) / 2);

    /// <inheritdoc/>
    public int Upper => Middle(_count / 2);

    /// <inheritdoc/>
    public double Median => ((long)Lower + Upper) / 2.0;

    /// <inheritdoc/>
    public void Add(int number)
    {
        _count++;
        if (_size > 0 && number < _window[0]) _low.Push(~number);
        else if (_size > 0 && number > _window[_size - 1]) _high.Push(number);
        else Insert(number);
        if ((_count - 1) / 2 < _low.Count) MoveDown();
        else if (_count / 2 >= _low.Count + _size) MoveUp();
    }

    private int Middle(int rank) => _count > 0 ? _window[rank - _low.Count] : throw new InvalidOperationException("There is no number yet.");

    private void Insert(int number)
    {
        if (_size == Room)
        {
            if (_count / 2 - _low.Count < Half) SpillHighest(1);
            else SpillLowest(1);
        }
        int at = _window.AsSpan(0, _size).BinarySearch(number);
        if (at < 0) at = ~at;
        Array.Copy(_window, at, _window, at + 1, _size++ - at);
        _window[at] = number;
    }

    private void MoveDown()
    {
        int moved = Math.Min(Half, _low.Count);
        SpillHighest(Math.Max(0, _size + moved - Room));
        Array.Copy(_window, 0, _window, moved, _size);
        _size += moved;
        while (moved > 0) _window[--moved] = ~_low.Pop();
    }

    private void MoveUp()
    {
        int moved = Math.Min(Half, _high.Count);
        SpillLowest(Math.Max(0, _size + moved - Room));
        for (; moved > 0; moved--) _window[_size++] = _high.Pop();
    }

    private void SpillHighest(int count)
    {
        for (; count > 0; count--) _high.Push(_window[--_size]);
    }

    private void SpillLowest(int count)
    {
        for (int i = 0; i < count; i++) _low.Push(~_window[i]);
        _size -= count;
        Array.Copy(_window, count, _window, 0, _size);
    }
}
