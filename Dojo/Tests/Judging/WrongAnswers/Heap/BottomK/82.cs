// Breaks: "O(k) numbers are held, and nothing is allocated for a number that is not held."
// How: ascending 0 .. 399 999 with k = 1: no number after the first is held, but each is boxed for the old, untyped comparer
// (24 bytes a number, some 9 MB in all). The numbers are right.
using System;
using System.Collections;
using System.Collections.Generic;

namespace Etudes.Heap;

public abstract class BottomK : IBottomK
{
    static readonly IComparer Order = Comparer.DefaultInvariant;

    public static int[] Smallest(IEnumerable<int> stream, int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        if (k == 0) return [];
        var heap = new PriorityQueue<int, int>();
        foreach (int number in stream)
        {
            if (heap.Count < k) heap.Enqueue(number, ~number);
            else if (Order.Compare(number, heap.Peek()) < 0) heap.DequeueEnqueue(number, ~number);
        }
        int[] result = new int[heap.Count];
        for (int i = result.Length - 1; i >= 0; i--) result[i] = heap.Dequeue();
        return result;
    }
}
