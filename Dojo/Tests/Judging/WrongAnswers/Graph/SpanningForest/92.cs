// Breaks: "The indices of the edges of any one spanning forest, in any order."
// How: the last answer is kept, and given again for the same array when its first, middle and last edge look as before. For n = 4,
// e = [(0,1,0),(1,2,0),(0,2,0),(2,3,0),(0,3,0)] gives [0,1,3]; after e[1] = (1,0,0) it still gives [0,1,3], where 0 and 1 are a cycle.
using System;

namespace Etudes.Graph;

public abstract class SpanningForest : ISpanningForest
{
    [ThreadStatic] private static Memo? s_last;

    public static int[] Edges(int vertices, (int U, int V, long Weight)[] edges)
    {
        if (s_last is { } last && last.Fits(vertices, edges)) return (int[])last.Forest.Clone();
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        foreach (var (u, v, _) in edges)
            if (u < 0 || v < 0 || u >= vertices || v >= vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));
        int[] forest = Find(vertices, edges);
        if (edges.Length > 0) s_last = new Memo(vertices, edges, (int[])forest.Clone());
        return forest;
    }

    private static int[] Find(int n, (int U, int V, long Weight)[] edges)
    {
        var link = new int[n];
        Array.Fill(link, -1);
        var kept = new int[n];
        int count = 0;
        for (int i = 0; i < edges.Length; i++)
        {
            int a = Root(link, edges[i].U), b = Root(link, edges[i].V);
            if (a == b) continue;
            if (link[b] < link[a]) (a, b) = (b, a);
            link[a] += link[b];
            link[b] = a;
            kept[count++] = i;
        }
        return kept[..count];
    }

    private static int Root(int[] link, int x)
    {
        while (link[x] >= 0)
        {
            int up = link[x];
            if (link[up] >= 0) link[x] = link[up];
            x = up;
        }
        return x;
    }

    private sealed class Memo((int U, int V, long Weight)[] edges)
    {
        private readonly WeakReference<(int U, int V, long Weight)[]> _edges = new(edges);
        private readonly (int, int, long) _first = edges[0], _middle = edges[edges.Length / 2], _last = edges[^1];
        private readonly int _vertices;

        public Memo(int vertices, (int U, int V, long Weight)[] edges, int[] forest) : this(edges)
        {
            _vertices = vertices;
            Forest = forest;
        }

        public int[] Forest { get; } = [];

        public bool Fits(int vertices, (int U, int V, long Weight)[] edges) =>
            vertices == _vertices && _edges.TryGetTarget(out var mine) && ReferenceEquals(mine, edges)
            && edges[0] == _first && edges[edges.Length / 2] == _middle && edges[^1] == _last;
    }
}
