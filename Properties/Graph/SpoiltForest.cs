namespace Etudes.Graph;

/// <summary>A right answer to any kata of spanning forests, spoilt by what is done around it.</summary>
public static class SpoiltForest
{
    [ThreadStatic] private static int[]? s_edges;

    public delegate (int[] Edges, long Total) Solver(int vertices, (int U, int V, long Weight)[] edges);

    /// <summary>The vertices are taken for 1..n.</summary>
    public static (int[] Edges, long Total) FromOne(Solver solve, int vertices, (int U, int V, long Weight)[] edges) =>
        edges.All(edge => edge.U > 0 && edge.V > 0) ? solve(vertices + 1, edges) : throw new ArgumentOutOfRangeException(nameof(edges));

    /// <summary>Of edges with the same ends the last one is kept.</summary>
    public static (int[] Edges, long Total) WithoutParallels(Solver solve, int vertices, (int U, int V, long Weight)[] edges)
    {
        Dictionary<(int, int), int> last = [];
        for (int i = 0; i < edges.Length; i++) last[(Math.Min(edges[i].U, edges[i].V), Math.Max(edges[i].U, edges[i].V))] = i;
        int[] kept = [.. last.Values];
        var (forest, total) = solve(vertices, [.. kept.Select(i => edges[i])]);
        return ([.. forest.Select(k => kept[k])], total);
    }

    /// <summary>The ends are turned round in the input, and back if nothing is thrown.</summary>
    public static (int[] Edges, long Total) Turning(Solver solve, int vertices, (int U, int V, long Weight)[] edges)
    {
        Turn();
        var answer = solve(vertices, edges);
        Turn();
        return answer;

        void Turn()
        {
            foreach (ref var edge in edges.AsSpan()) (edge.U, edge.V) = (edge.V, edge.U);
        }
    }

    /// <summary>All forests of one size are given in the same array.</summary>
    public static (int[] Edges, long Total) InOneArray(Solver solve, int vertices, (int U, int V, long Weight)[] edges)
    {
        var (forest, total) = solve(vertices, edges);
        if (s_edges?.Length == forest.Length) forest.CopyTo(s_edges, 0);
        else s_edges = forest;
        return (s_edges, total);
    }
}
