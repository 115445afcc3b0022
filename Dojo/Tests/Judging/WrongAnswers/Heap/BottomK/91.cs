// Breaks: "The <paramref name="k"/> smallest numbers in ascending order, equal ones as often as they come"
// How: A stream that calls Smallest itself while it is read: Smallest(blocks.SelectMany(b => Smallest(b, 1)), 1) for the blocks
// [5] and [9] gives 9: the inner call works in the same scratch array of the thread and overwrites the outer one's 5.
using System;
using System.Collections.Generic;

namespace Etudes.Heap;

public abstract class BottomK : IBottomK
{
    [ThreadStatic]
    private static int[]? scratch;

    public static int[] Smallest(IEnumerable<int> stream, int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        if (k == 0) return [];
        int[] heap = scratch ??= new int[64];
        int count = 0;
        foreach (int number in stream)
        {
            if (count < k)
            {
                if (count == heap.Length) Array.Resize(ref heap, (int)Math.Min(2L * count, k));
                int i = count++;
                while (i > 0 && heap[(i - 1) / 2] < number)
                {
                    heap[i] = heap[(i - 1) / 2];
                    i = (i - 1) / 2;
                }
                heap[i] = number;
            }
            else if (number < heap[0])
            {
                int i = 0;
                while (2 * i + 1 < count)
                {
                    int child = 2 * i + 1;
                    if (child + 1 < count && heap[child + 1] > heap[child]) child++;
                    if (heap[child] <= number) break;
                    heap[i] = heap[child];
                    i = child;
                }
                heap[i] = number;
            }
        }
        int[] answer = heap[..count];
        Array.Sort(answer);
        return answer;
    }
}
