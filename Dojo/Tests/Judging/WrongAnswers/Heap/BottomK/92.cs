// Breaks: "The stream is read once and never kept: a few times k numbers are held at most."
// How: Smallest(an array or a list of 300 000 numbers, 1) copies and sorts all 300 000, O(n log n) time and n numbers held for
// k = 1. A lazy stream goes through a heap of k numbers.
using System;
using System.Collections.Generic;

namespace Etudes.Heap;

public abstract class BottomK : IBottomK
{
    public static int[] Smallest(IEnumerable<int> stream, int k)
    {
        if (k < 0) throw new ArgumentOutOfRangeException(nameof(k));
        if (k == 0) return [];
        if (stream is ICollection<int> known)
        {
            // It lies in memory anyway.
            var all = new int[known.Count];
            known.CopyTo(all, 0);
            Array.Sort(all);
            return all.Length <= k ? all : all[..k];
        }
        var heap = new PriorityQueue<int, int>();
        foreach (int number in stream)
        {
            if (heap.Count < k) heap.Enqueue(number, ~number);
            else if (number < heap.Peek()) heap.DequeueEnqueue(number, ~number);
        }
        var answer = new int[heap.Count];
        for (int i = answer.Length - 1; i >= 0; i--) answer[i] = heap.Dequeue();
        return answer;
    }
}
