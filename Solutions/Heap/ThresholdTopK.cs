using System;
using System.Collections.Generic;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Etudes.Heap;

/// <summary>
/// The k largest of many numbers of any kind. What beats a threshold goes into a buffer of 4k; when
/// it is full a quickselect keeps the 2k largest at most, and its last pivot is the new threshold.
/// Vectors compare an array with it, so that almost all numbers are dropped at once.
/// </summary>
/// <remarks>
/// Time: O(n + k log k) expected, whatever the order. Space: at most 4k numbers, and no more than
/// twice what the stream has.
/// It is over 100 lines since arrays have a way of their own, by vectors, and quickselect
/// comes along.
/// Source: <see href="https://doi.org/10.1145/366622.366647">Hoare, Algorithm 65: Find, 1961</see>;
/// the buffer is that of Guava's TopKSelector.
/// </remarks>
public abstract partial class ThresholdTopK
{
    /// <summary>
    /// The <paramref name="k"/> largest numbers in descending order, equal ones as often as they
    /// come; all of them, if the stream holds fewer. The stream is read once; at most 4k numbers
    /// are held. O(n + k log k) expected.
    /// </summary>
    /// <param name="stream">Left unchanged. An array or a list is the fastest.</param>
    /// <param name="k">How many; 0 gives an empty array.</param>
    /// <exception cref="ArgumentOutOfRangeException">k is negative.</exception>
    public static int[] Largest(IEnumerable<int> stream, int k) => Largest<int>(stream, k);

    /// <summary>The <paramref name="k"/> largest of numbers that lie in one piece, as above.
    /// O(n + k log k) expected.</summary>
    /// <exception cref="ArgumentOutOfRangeException">k is negative.</exception>
    public static int[] Largest(ReadOnlySpan<int> numbers, int k) => Largest<int>(numbers, k);

    /// <summary>The same of numbers of any kind: int, long or double, say.
    /// O(n + k log k) expected.</summary>
    /// <exception cref="ArgumentOutOfRangeException">k is negative.</exception>
    /// <exception cref="ArgumentException">k is not 0, and something in the stream is no number.</exception>
    public static T[] Largest<T>(IEnumerable<T> stream, int k) where T : struct, INumber<T>
    {
        if (stream is T[] array) return Largest<T>(array.AsSpan(), k);
        if (stream is List<T> list) return Largest<T>(CollectionsMarshal.AsSpan(list), k);
        var best = new Best<T>(k);
        if (k > 0)
            foreach (T number in stream) best.Offer(number);
        return best.Descending();
    }

    /// <summary>The same of numbers of any kind that lie in one piece.
    /// O(n + k log k) expected.</summary>
    /// <exception cref="ArgumentOutOfRangeException">k is negative.</exception>
    /// <exception cref="ArgumentException">k is not 0, and one of them is no number.</exception>
    public static T[] Largest<T>(ReadOnlySpan<T> numbers, int k) where T : struct, INumber<T>
    {
        var best = new Best<T>(k);
        if (k > 0) best.Offer(numbers);
        return best.Descending();
    }

    private sealed class Best<T> where T : struct, INumber<T>
    {
        private const int Least = 128, Block = 4;
        // More rounds mean a bad order: from then on pivots are drawn, and no order is bad for all.
        private const int Rounds = 32;

        private readonly int _k, _most;
        private T[] _buffer = [];
        private int _count;
        private T _threshold; // once there are k in the buffer, at least k of them are no smaller

        public Best(int k)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(k);
            (_k, _most) = (k, (int)Math.Min(Math.Max(4L * k, Least), Array.MaxLength));
        }

        public void Offer(T number)
        {
            if (_count >= _k && number <= _threshold) return;
            Check(number);
            if (_count == _buffer.Length) MakeRoom();
            _buffer[_count++] = number;
            if (_count == _k) _threshold = LeastOf(_buffer.AsSpan(0, _k));
        }

        public void Offer(ReadOnlySpan<T> numbers)
        {
            _buffer = GC.AllocateUninitializedArray<T>(Math.Min(Math.Max(numbers.Length, Least), _most));
            int first = Math.Min(_k, numbers.Length); // no threshold is right before there are k
            foreach (T number in numbers[..first]) Offer(number);
            numbers = numbers[first..];
            foreach (T number in Sift(numbers)) Offer(number);
        }

        /// <summary>Takes what is above the threshold: whole blocks where all is, as in ascending numbers.
        /// Returns what is left, where there is no block any more.</summary>
        private ReadOnlySpan<T> Sift(ReadOnlySpan<T> numbers)
        {
            if (Vector256<T>.IsSupported && Block * Vector256<T>.Count is var size && size <= Math.Min(_most / 2, _most - _k)) // there is always room for a block
                for (; numbers.Length >= size; numbers = numbers[size..])
                {
                    var block = MemoryMarshal.Cast<T, Vector256<T>>(numbers[..size]);
                    var threshold = Vector256.Create(_threshold);
                    var (a, b, c, d) = (block[0], block[1], block[2], block[3]);
                    var dropped = Vector256.LessThanOrEqual(a, threshold) & Vector256.LessThanOrEqual(b, threshold)
                        & Vector256.LessThanOrEqual(c, threshold) & Vector256.LessThanOrEqual(d, threshold);
                    if (dropped.AsByte() == Vector256<byte>.AllBitsSet) continue;
                    if (_count + size > _buffer.Length) MakeRoom();
                    var taken = Vector256.GreaterThan(a, threshold) & Vector256.GreaterThan(b, threshold)
                        & Vector256.GreaterThan(c, threshold) & Vector256.GreaterThan(d, threshold);
                    if (taken.AsByte() == Vector256<byte>.AllBitsSet) Append(a, b, c, d);
                    else Append(numbers[..size]);
                }
            return numbers;
        }

        private void Append(Vector256<T> a, Vector256<T> b, Vector256<T> c, Vector256<T> d)
        {
            var free = MemoryMarshal.Cast<T, Vector256<T>>(_buffer.AsSpan(_count, Block * Vector256<T>.Count));
            (free[0], free[1], free[2], free[3]) = (a, b, c, d);
            _count += Block * Vector256<T>.Count;
        }

        /// <summary>Takes what is above the threshold, without a branch to be predicted.</summary>
        private void Append(ReadOnlySpan<T> block)
        {
            var (buffer, count, threshold) = (_buffer, _count, _threshold);
            foreach (T number in block)
            {
                Check(number);
                buffer[count] = number;
                count += number > threshold ? 1 : 0;
            }
            _count = count;
        }

        private static void Check(T number)
        {
            if (T.IsNaN(number)) throw new ArgumentException("one is no number");
        }

        public T[] Descending()
        {
            KeepLargest(_k);
            var largest = _buffer[.._count];
            Array.Sort(largest);
            Array.Reverse(largest);
            return largest;
        }

        private void MakeRoom()
        {
            if (_buffer.Length < _most) Array.Resize(ref _buffer, (int)Math.Min(Math.Max(2L * _buffer.Length, Least), _most));
            else KeepLargest(Math.Max(_k, _most / 2));
        }

        /// <summary>Quickselect: brings k of the largest to the front, or some more up to the most,
        /// and forgets the others.</summary>
        private void KeepLargest(int most)
        {
            int kept = 0; // so many at the front are among the k largest
            for (int rounds = 0; _count > most; rounds++)
            {
                var rest = _buffer.AsSpan(kept, _count - kept);
                T pivot = rounds < Rounds ? MedianOfThree(rest[0], rest[rest.Length / 2], rest[^1]) : rest[Random.Shared.Next(rest.Length)];
                if (kept == 0 && CountAbove(rest, pivot) >= _k)
                {
                    (_count, _threshold) = (0, pivot);
                    Append(Sift(rest)); // into its own place, where nothing is written before it was read
                    continue;
                }
                int above = kept + Partition(rest, pivot, withEqual: false);
                if (above < _k)
                {
                    kept = above + Partition(rest[(above - kept)..], pivot, withEqual: true);
                    if (kept < _k) continue;
                    above = _k;
                }
                (_count, _threshold) = (above, pivot);
            }
        }

        private static int CountAbove(ReadOnlySpan<T> numbers, T pivot)
        {
            int above = 0;
            if (Vector256<T>.IsSupported)
                for (; numbers.Length >= Vector256<T>.Count; numbers = numbers[Vector256<T>.Count..])
                    above += Vector256.CountWhereAllBitsSet(Vector256.GreaterThan(Vector256.Create(numbers), Vector256.Create(pivot)));
            foreach (T number in numbers) above += number > pivot ? 1 : 0;
            return above;
        }

        /// <summary>Brings what is above a pivot to the front, without a branch to be predicted,
        /// and counts it.</summary>
        private static int Partition(Span<T> numbers, T pivot, bool withEqual)
        {
            int above = 0;
            for (int i = 0; i < numbers.Length; i++)
            {
                T number = numbers[i];
                (numbers[i], numbers[above]) = (numbers[above], number);
                above += number > pivot | withEqual & number == pivot ? 1 : 0;
            }
            return above;
        }

        private static T MedianOfThree(T a, T b, T c) => T.Max(T.Min(a, b), T.Min(T.Max(a, b), c));

        private static T LeastOf(ReadOnlySpan<T> numbers)
        {
            T least = numbers[0];
            foreach (T number in numbers) least = T.Min(least, number);
            return least;
        }
    }
}
