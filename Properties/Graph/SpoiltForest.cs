namespace Etudes.Graph;

/// <summary>A right answer to any kata of spanning forests, spoilt by what is done around it.</summary>
public static class SpoiltForest
{
    [ThreadStatic] private static int[]? s_edges;
    [ThreadStatic] private static (int, (int U, int V, long Weight)[], (int[] Edges, long Total) Answer)? s_last;
    [ThreadStatic] private static ushort s_call;
    [ThreadStatic] private static ushort[]? s_marks;

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

    /// <summary>The last answer is given again for the same array.</summary>
    public static (int[] Edges, long Total) FromMemory(Solver solve, int vertices, (int U, int V, long Weight)[] edges)
    {
        if (s_last is var (n, array, last) && n == vertices && ReferenceEquals(array, edges)) return ([.. last.Edges], last.Total);
        var answer = solve(vertices, edges);
        s_last = (vertices, edges, ([.. answer.Edges], answer.Total));
        return answer;
    }

    /// <summary>The vertices that a call has met are marked with its number, in 16 bits: between two of them an edge is not needed.</summary>
    public static (int[] Edges, long Total) WithOldMarks(Solver solve, int vertices, (int U, int V, long Weight)[] edges)
    {
        var answer = solve(vertices, edges);
        if (s_marks is null || s_marks.Length < vertices) Array.Resize(ref s_marks, vertices);
        var marks = s_marks;
        ushort call = ++s_call;
        int[] forest = Array.FindAll(answer.Edges, i => marks[edges[i].U] != call || marks[edges[i].V] != call);
        foreach (var (u, v, _) in edges) marks[u] = marks[v] = call;
        return (forest, answer.Total);
    }

    /// <summary>Where there are many edges, some weight stands for no edge.</summary>
    public static (int[] Edges, long Total) ByMatrix(Solver solve, long none, int vertices, (int U, int V, long Weight)[] edges)
    {
        if (vertices < 32 || vertices * vertices > 8 * edges.Length) return solve(vertices, edges);
        int[] kept = [.. Enumerable.Range(0, edges.Length).Where(i => edges[i].Weight != none)];
        var (forest, total) = solve(vertices, [.. kept.Select(i => edges[i])]);
        return ([.. forest.Select(k => kept[k])], total);
    }
}
