// A sorted list of the k smallest: each insertion moves O(k) numbers.
namespace Etudes.Heap;

public abstract class BottomK : IBottomK
{
    public static int[] Smallest(IEnumerable<int> stream, int k)
    {
        if (k < 0) throw new ArgumentOutOfRangeException(nameof(k));
        var kept = new LinkedList<int>();
        if (k == 0) return [];
        foreach (int x in stream)
        {
            if (kept.Count == k)
            {
                if (x >= kept.Last!.Value) continue;
                kept.RemoveLast();
            }
            var node = kept.Last;
            while (node != null && node.Value > x) node = node.Previous;
            if (node == null) kept.AddFirst(x);
            else kept.AddAfter(node, x);
        }
        return kept.ToArray();
    }
}
