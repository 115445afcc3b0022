using FsCheck;
using FsCheck.Fluent;

namespace Etudes.Engine;

/// <summary>
/// Vertices 0..n-1 and weighted edges from u to v, self-loops and parallel ones among them: "4 vertices, 0>1:5  2>2:-1".
/// The weights of any set of its edges add up to 64 bits.
/// </summary>
public record Digraph(int Vertices, (int U, int V, long Weight)[] Edges)
{
    /// <summary>Fresh edges, the answer's to spoil.</summary>
    public (int U, int V, long Weight)[] Copy() => [.. Edges];

    public sealed override string ToString()
    {
        string vertices = Vertices == 1 ? "1 vertex" : $"{Vertices} vertices";
        return Edges.Length == 0 ? vertices : $"{vertices}, {Show.Join("  ", Edges.Select(edge => $"{edge.U}>{edge.V}:{edge.Weight}"))}";
    }

    /// <summary>Which vertices a walk from the root can reach, found by following every edge until nothing changes.</summary>
    public bool[] ReachedFrom(int root)
    {
        var reached = new bool[Vertices];
        reached[root] = true;
        for (bool changed = true; changed;)
        {
            changed = false;
            foreach (var (u, v, _) in Edges)
            {
                changed |= reached[u] && !reached[v];
                reached[v] |= reached[u];
            }
        }
        return reached;
    }

    /// <summary>Graphs read as directed; many are folded, v to v mod k, which makes them dense, and half are wound.</summary>
    internal static Arbitrary<TDigraph> Arbitrary<TDigraph>(Func<int, (int U, int V, long Weight)[], TDigraph> make,
        Gen<int> vertexCounts, bool positive = false) where TDigraph : Digraph
    {
        var graphs = Graphs.Arbitrary((vertices, edges) => new Graph(vertices, edges), vertexCounts, positive);
        var generator =
            from graph in graphs.Generator
            let n = graph.Vertices
            from k in Gen.Frequency((2, Gen.Constant(n)), (3, Gen.Choose(Math.Min(3, n), Math.Min(5, n))))
            from wind in Gen.Elements(true, false)
            let folded = graph.Edges.Select(edge => (edge.U % k, edge.V % k, edge.Weight)).ToArray()
            select wind && folded.Length > 0 ? Wound(folded, make) : make(k, folded);
        return Arb.From(generator, digraph =>
            graphs.Shrinker(new Graph(digraph.Vertices, digraph.Edges)).Select(graph => make(graph.Vertices, graph.Edges)));
    }

    /// <summary>The edges as one closed walk, each beginning where the one before it ends, and the vertices on it, which all reach each other.</summary>
    private static TDigraph Wound<TDigraph>((int U, int V, long Weight)[] edges, Func<int, (int, int, long)[], TDigraph> make)
    {
        int[] walk = [.. edges.Select(edge => edge.V)];
        int[] names = [.. walk.Distinct()];
        return make(names.Length, [.. edges.Select((edge, i) =>
            (Array.IndexOf(names, walk[i > 0 ? i - 1 : ^1]), Array.IndexOf(names, walk[i]), edge.Weight))]);
    }
}

/// <summary>A directed graph without negative weights.</summary>
public sealed record Roads(int Vertices, (int U, int V, long Weight)[] Edges) : Digraph(Vertices, Edges);

/// <summary>A directed graph of at most 10 vertices and 20 edges, small enough to try every choice of an edge into each vertex.</summary>
public sealed record SmallDigraph(int Vertices, (int U, int V, long Weight)[] Edges) : Digraph(Vertices, Edges);
