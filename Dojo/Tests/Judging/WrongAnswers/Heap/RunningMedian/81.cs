// Breaks: "Adds a number. O(log n)."
// How: 300 000 numbers in random order that all lie in 0 .. 65 535: they share their upper 16 bits, so one sorted bucket holds them all,
// and each Add moves O(n) numbers to make room (some 2 * 10^10 in all). Numbers spread over int, or ascending ones, are fast.
using System;
using System.Collections.Generic;

namespace Etudes.Heap;

public sealed class RunningMedian : IRunningMedian
{
    const int Buckets = 1 << 16;
    readonly List<int>?[] _buckets = new List<int>?[Buckets];   // by the upper 16 bits, each sorted
    readonly int[] _tree = new int[Buckets + 1];                // Fenwick tree of their counts
    int _count, _lower, _upper;

    public void Add(int number)
    {
        int bucket = (int)(((uint)number ^ 0x8000_0000u) >> 16);
        var list = _buckets[bucket] ??= [];
        int place = list.Count;
        if (place > 0 && list[^1] > number)
        {
            place = list.BinarySearch(number);
            if (place < 0) place = ~place;
        }
        list.Insert(place, number);
        for (int i = bucket + 1; i <= Buckets; i += i & -i) _tree[i]++;
        _count++;
        _lower = Select((_count + 1) / 2);
        _upper = Select(_count / 2 + 1);
    }

    // The number of this rank, counted from 1.
    int Select(int rank)
    {
        int at = 0;
        for (int step = Buckets; step > 0; step >>= 1)
            if (at + step <= Buckets && _tree[at + step] < rank)
            {
                at += step;
                rank -= _tree[at];
            }
        return _buckets[at]![rank - 1];
    }

    public int Lower => _count > 0 ? _lower : throw new InvalidOperationException("No number has been added.");

    public int Upper => _count > 0 ? _upper : throw new InvalidOperationException("No number has been added.");

    public double Median => ((double)Lower + Upper) / 2;
}
