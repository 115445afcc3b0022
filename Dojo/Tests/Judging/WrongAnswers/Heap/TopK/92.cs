// Breaks: "all of them, if the stream holds fewer."
// How: Largest([3, 1], 1_000_000_000): 3k wraps to -1294967296, so the first number is cut at once and RemoveRange throws.
// For k = int.MaxValue 3k wraps to 2147483645, and all goes well; small k too.
using System;
using System.Collections.Generic;

namespace Etudes.Heap;

public abstract class TopK : ITopK, ITopKByOrder
{
    public static int[] Largest(IEnumerable<int> stream, int k) => Largest(stream, k, Comparer<int>.Default);

    public static T[] Largest<T>(IEnumerable<T> stream, int k, IComparer<T> order)
    {
        if (k < 0) throw new ArgumentOutOfRangeException(nameof(k), k, "k is negative.");
        if (k == 0) return [];
        // Fill up to 3k, keep the k largest, fill again: 2k arrivals pay for a sort of 3k.
        int limit = 3 * k;
        var held = new List<T>();
        bool cut = false;
        T bar = default!;
        foreach (T item in stream)
        {
            if (cut && order.Compare(item, bar) <= 0) continue;
            held.Add(item);
            if (held.Count < limit) continue;
            Descending(held, order);
            held.RemoveRange(k, held.Count - k);
            bar = held[k - 1];
            cut = true;
        }
        Descending(held, order);
        if (held.Count > k) held.RemoveRange(k, held.Count - k);
        return held.ToArray();
    }

    private static void Descending<T>(List<T> held, IComparer<T> order) => held.Sort((x, y) => order.Compare(y, x));
}
