// Breaks: "O(n + m log m): O(n) to make the sets, O(m log m) to sort, O(m α(n)) for the scan."
// How: a[i] = i, then for i = 1..m-1 swap a[i] with a[i/2]; these are the weights of the edges (i, i+1) of a path, m = 199 999. The
// quicksort's middle element is then the largest each time, and goes to the end: m^2/2 = 2e10 steps. Ascending, descending, equal, random: fast.
using System;

namespace Etudes.Graph;

public abstract class Kruskal : IKruskal
{
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        if (vertices < 0) throw new ArgumentOutOfRangeException(nameof(vertices));
        foreach (var (u, v, _) in edges)
            if (u < 0 || u >= vertices || v < 0 || v >= vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));

        var items = new (long Weight, int Index)[edges.Length];
        for (int i = 0; i < items.Length; i++) items[i] = (edges[i].Weight, i);
        Sort(items, 0, items.Length - 1);

        var parent = new int[vertices];
        var size = new int[vertices];
        for (int x = 0; x < vertices; x++)
        {
            parent[x] = x;
            size[x] = 1;
        }
        var kept = new int[vertices];
        int count = 0;
        Int128 total = 0;
        foreach (var (weight, index) in items)
        {
            int a = Root(parent, edges[index].U), b = Root(parent, edges[index].V);
            if (a == b) continue;
            if (size[a] < size[b]) (a, b) = (b, a);
            parent[b] = a;
            size[a] += size[b];
            kept[count++] = index;
            total += weight;
        }
        return (kept[..count], checked((long)total));
    }

    private static int Root(int[] parent, int x)
    {
        while (parent[x] != x) x = parent[x] = parent[parent[x]];
        return x;
    }

    /// <summary>Quicksort with the element in the middle; the shorter part first, so the stack stays low.</summary>
    private static void Sort((long Weight, int Index)[] a, int left, int right)
    {
        while (left < right)
        {
            int i = left, j = right;
            long pivot = a[(left + right) / 2].Weight;
            while (i <= j)
            {
                while (a[i].Weight < pivot) i++;
                while (a[j].Weight > pivot) j--;
                if (i > j) break;
                (a[i], a[j]) = (a[j], a[i]);
                i++;
                j--;
            }
            if (j - left < right - i)
            {
                Sort(a, left, j);
                left = i;
            }
            else
            {
                Sort(a, i, right);
                right = j;
            }
        }
    }
}
