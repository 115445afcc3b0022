using System;
using System.Collections.Generic;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Etudes.Heap;

/// <summary>
/// The k largest of many numbers. What beats a threshold goes into a buffer of 2k; when it is full
/// a quickselect keeps the k largest, and the least of them is the new threshold. Vectors compare
/// an array with it, so that almost all numbers are dropped at once.
/// </summary>
/// <remarks>
/// Time: O(n + k log k) expected, whatever the order. Space: at most 2k numbers, and no more than
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
    /// come; all of them, if the stream holds fewer. The stream is read once; at most 2k numbers
    /// are held. O(n + k log k) expected.
    /// </summary>
    /// <param name="stream">Left unchanged. An array or a list is the fastest.</param>
    /// <param name="k">How many; 0 gives an empty array.</param>
    /// <exception cref="ArgumentOutOfRangeException">k is negative.</exception>
    public static int[] Largest(IEnumerable<int> stream, int k)
    {
        if (stream is int[] array) return Largest(array.AsSpan(), k);
        if (stream is List<int> list) return Largest(CollectionsMarshal.AsSpan(list), k);
        var best = new Best(k);
        if (k > 0)
            foreach (int number in stream) best.Offer(number);
        return best.Descending();
    }

    /// <summary>The <paramref name="k"/> largest of numbers that lie in one piece, as above.
    /// O(n + k log k) expected.</summary>
    /// <exception cref="ArgumentOutOfRangeException">k is negative.</exception>
    public static int[] Largest(ReadOnlySpan<int> numbers, int k)
    {
        var best = new Best(k);
        if (k > 0) best.Offer(numbers);
        return best.Descending();
    }

    private sealed class Best
    {
        private const int Least = 16;
        // More rounds mean a bad order: from then on pivots are drawn, and no order is bad for all.
        private const int Rounds = 32;

        private readonly int _k, _most;
        private int[] _buffer = [];
        private int _count;
        private int _threshold = int.MinValue; // at least k numbers in the buffer are no smaller

        public Best(int k)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(k);
            (_k, _most) = (k, (int)Math.Min(2L * k, Array.MaxLength));
        }

        public void Offer(int number)
        {
            if (number <= _threshold && _count >= _k) return;
            if (_count == _buffer.Length) MakeRoom();
            _buffer[_count++] = number;
        }

        public void Offer(ReadOnlySpan<int> numbers)
        {
            int first = Math.Min(_k, numbers.Length); // no threshold is right before there are k
            foreach (int number in numbers[..first]) Offer(number);
            numbers = numbers[first..];
            var vectors = MemoryMarshal.Cast<int, Vector<int>>(numbers);
            var threshold = new Vector<int>(_threshold);
            for (; vectors.Length >= 4; vectors = vectors[4..])
            {
                if (!Vector.GreaterThanAny(Vector.Max(Vector.Max(vectors[0], vectors[1]), Vector.Max(vectors[2], vectors[3])), threshold)) continue;
                foreach (var vector in vectors[..4])
                    if (Vector.GreaterThanAny(vector, threshold))
                        for (int i = 0; i < Vector<int>.Count; i++) Offer(vector[i]);
                threshold = new(_threshold);
            }
            int left = numbers.Length % (4 * Vector<int>.Count);
            foreach (int number in numbers[^left..]) Offer(number);
        }

        public int[] Descending()
        {
            if (_count > _k) KeepLargest();
            var largest = _buffer[.._count];
            Array.Sort(largest);
            Array.Reverse(largest);
            return largest;
        }

        private void MakeRoom()
        {
            if (_buffer.Length < _most) Array.Resize(ref _buffer, (int)Math.Min(Math.Max(2L * _buffer.Length, Least), _most));
            else
            {
                KeepLargest();
                _threshold = int.MaxValue;
                foreach (int number in _buffer.AsSpan(0, _k)) _threshold = Math.Min(_threshold, number);
            }
        }

        /// <summary>Quickselect: brings the k largest to the front and forgets
        /// the others.</summary>
        private void KeepLargest()
        {
            var rest = _buffer.AsSpan(0, _count); // those before it are among the k largest, those behind it are not
            int wanted = _count = _k; // of the rest
            for (int rounds = 0; rest.Length > wanted; rounds++)
            {
                int pivot = rounds < Rounds ? MedianOfThree(rest[0], rest[rest.Length / 2], rest[^1]) : rest[Random.Shared.Next(rest.Length)];
                int above = Partition(rest, pivot), atLeast = above + Partition(rest[above..], pivot - 1L);
                if (above >= wanted) rest = rest[..above];
                else if (atLeast >= wanted) return;
                else
                {
                    rest = rest[atLeast..];
                    wanted -= atLeast;
                }
            }
        }

        /// <summary>Brings what is above a bound to the front, without a branch to be predicted,
        /// and counts it.</summary>
        private static int Partition(Span<int> numbers, long bound)
        {
            int above = 0;
            for (int i = 0; i < numbers.Length; i++)
            {
                int number = numbers[i];
                (numbers[i], numbers[above]) = (numbers[above], number);
                above += number > bound ? 1 : 0;
            }
            return above;
        }

        private static int MedianOfThree(int a, int b, int c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
    }
}
