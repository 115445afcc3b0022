using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Etudes.Heap;

/// <summary>
/// The median of a growing multiset of any kind of numbers, for long streams. Those around the
/// median lie in a small sorted window, the others on either side of it. There a number goes into a
/// 4-ary heap, where it rises a step or two, or into a ring if it is the farthest of all. The ring
/// is in order, and takes what the window spills too. Nothing leaves a side until the median has
/// wandered out of the window.
/// </summary>
/// <typeparam name="T">int, long or double, say.</typeparam>
/// <remarks>
/// Time: O(log n) per number, amortised, O(1) to ask. Space: n numbers.
/// Needs: FourAryHeap, SlidingMedian.
/// It is over 100 lines since it brings its ring along.
/// Source: the two heaps are those of
/// <see href="https://leetcode.com/problems/find-median-from-data-stream/">LeetCode 295</see>.
/// Numbers in random order cost O(1) each: the rank of the median walks at random, and leaves a
/// window of w numbers after about w^2 steps (Feller, An Introduction to Probability Theory, volume
/// 1, chapter III). So do numbers that ascend or descend: the ring takes them all.
/// </remarks>
public sealed class WindowedMedian<T> where T : INumber<T>
{
    private const int Room = 64, Half = Room / 2;

    // Every number below <= every number of the window <= every number above. Both middles are in
    // the window. Those below are turned round, so that both sides have their nearest first.
    private readonly Side _below = new(), _above = new();
    private readonly T[] _window = new T[Room]; // its first _size are sorted
    private int _size, _count;

    /// <summary>The lower of the two middle numbers, or the one in the middle. O(1).</summary>
    /// <exception cref="InvalidOperationException">No number has been added.</exception>
    public T Lower => Middle(_count - 1 >> 1);

    /// <summary>The upper of the two middle numbers, or the one in the middle. O(1).</summary>
    /// <exception cref="InvalidOperationException">No number has been added.</exception>
    public T Upper => Middle(_count >> 1);

    /// <summary>The double nearest to the mean of <see cref="Lower"/> and <see cref="Upper"/>.
    /// O(1).</summary>
    /// <exception cref="InvalidOperationException">No number has been added.</exception>
    public double Median => SlidingMedian.Mean(Lower, Upper);

    /// <summary>Adds a number. O(log n) amortised.</summary>
    /// <exception cref="ArgumentException">It is no number.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // a contest program is over before the runtime compiles this for a second time
    public void Add(T number)
    {
        if (T.IsNaN(number)) throw new ArgumentException("it is no number", nameof(number));
        _count++;
        if (_size > 0 && number < _window[0]) _below.Push(Turned(number));
        else if (_size > 0 && number > _window[_size - 1]) _above.Push(number);
        else Insert(number);
        if (_count - 1 >> 1 < _below.Count) MoveDown();
        else if (_count >> 1 >= _below.Count + _size) MoveUp();
    }

    private T Middle(int rank) => _count > 0 ? _window[rank - _below.Count] : throw new InvalidOperationException("There is no number yet.");

    private void Insert(T number)
    {
        if (_size == Room)
        {
            if (_count / 2 - _below.Count < Half) SpillHighest(1);
            else SpillLowest(1);
        }
        int at = _window.AsSpan(0, _size).BinarySearch(number);
        if (at < 0) at = ~at;
        Array.Copy(_window, at, _window, at + 1, _size++ - at);
        _window[at] = number;
    }

    private void MoveDown()
    {
        int moved = Math.Min(Half, _below.Count);
        SpillHighest(Math.Max(0, _size + moved - Room));
        Array.Copy(_window, 0, _window, moved, _size);
        _size += moved;
        while (moved > 0) _window[--moved] = Turned(_below.Pop());
    }

    private void MoveUp()
    {
        int moved = Math.Min(Half, _above.Count);
        SpillLowest(Math.Max(0, _size + moved - Room));
        for (; moved > 0; moved--) _window[_size++] = _above.Pop();
    }

    private void SpillHighest(int count)
    {
        for (; count > 0; count--) _above.PushNearest(_window[--_size]);
    }

    private void SpillLowest(int count)
    {
        for (int i = 0; i < count; i++) _below.PushNearest(Turned(_window[i]));
        _size -= count;
        Array.Copy(_window, count, _window, 0, _size);
    }

    /// <summary>Turns the order round, and back: -x, but ~x = -x - 1 for integers, the least of
    /// which has no opposite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Turned(T x) => T.One / (T.One + T.One) == T.Zero ? -x - T.One : -x;

    /// <summary>A queue whose least number is the nearest to the window.</summary>
    private sealed class Side
    {
        private readonly FourAryHeap<T, Ascending<T>> _heap = new();
        private T[] _ring = new T[Room]; // sorted from _first on; its length is a power of two
        private int _first, _ringed;
        private T _last = T.Zero; // in the ring, if there is any

        public int Count { get; private set; }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Push(T number)
        {
            Count++;
            if (_ringed > 0 && number < _last) _heap.Push(number);
            else
            {
                if (_ringed == _ring.Length) Grow();
                _ring[At(_ringed++)] = _last = number;
            }
        }

        public void PushNearest(T number)
        {
            Count++;
            if (_ringed == _ring.Length) Grow();
            _ring[_first = At(-1)] = number;
            if (_ringed++ == 0) _last = number;
        }

        public T Pop()
        {
            Count--;
            if (_ringed == 0 || _heap.TryPeek(out var least) && least < _ring[_first]) return _heap.Pop();
            _ringed--;
            T nearest = _ring[_first];
            _first = At(1);
            return nearest;
        }

        private int At(int place) => _first + place & _ring.Length - 1;

        private void Grow()
        {
            var ring = new T[2 * _ringed];
            _ring.AsSpan(_first).CopyTo(ring);
            _ring.AsSpan(0, _first).CopyTo(ring.AsSpan(_ringed - _first));
            (_ring, _first) = (ring, 0);
        }
    }
}

/// <summary>The same of ints.</summary>
public sealed partial class WindowedMedian
{
    private readonly WindowedMedian<int> _median = new();

    /// <inheritdoc/>
    public int Lower => _median.Lower;

    /// <inheritdoc/>
    public int Upper => _median.Upper;

    /// <inheritdoc/>
    public double Median => ((long)Lower + Upper) / 2.0;

    /// <inheritdoc/>
    public void Add(int number) => _median.Add(number);
}
