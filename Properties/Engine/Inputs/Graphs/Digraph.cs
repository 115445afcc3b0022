using FsCheck;
using FsCheck.Fluent;

namespace Etudes.Engine;

/// <summary>
/// Vertices 0..n-1 and weighted edges from u to v, self-loops and parallel ones among them: "4 vertices, 0>1:5  2>2:-1".
/// The weights of any set of its edges add up to 64 bits.
/// </summary>
public record Digraph(int Vertices, (int U, int V, long Weight)[] Edges) : IInput<Digraph>
{
    public static Gen<Digraph> Generator { get; } = GeneratorOf((vertices, edges) => new Digraph(vertices, edges), GraphInputs.Vertices);

    public IEnumerable<Digraph> Smaller() =>
        GraphInputs.Smaller(new(Vertices, Edges)).Select(graph => new Digraph(graph.Vertices, graph.Edges));

    private int[]? _chosen;
    private VertexNotes? _notes;

    /// <summary>For a graph that a law makes of this one: nobody has chosen from that.</summary>
    protected Digraph(Digraph other) => (Vertices, Edges) = (other.Vertices, other.Edges);

    /// <summary>Notes which edges an answer has chosen, for whoever draws the graph.</summary>
    /// <param name="edges">Their indices, right or wrong.</param>
    public void Choose(int[]? edges) => _chosen = edges;

    /// <summary>Notes what an answer was asked of the vertices.</summary>
    public void Note(VertexNotes notes) => _notes = notes;

    public Shape? Shape => GraphShape.Of(Vertices, Edges, directed: true, _chosen) is { } shape ? _notes?.On(shape) ?? shape : null;

    /// <summary>Fresh edges, the answer's to spoil.</summary>
    public (int U, int V, long Weight)[] Copy() => [.. Edges];

    public sealed override string ToString()
    {
        string vertices = Vertices == 1 ? "1 vertex" : $"{Vertices} vertices";
        return Edges.Length == 0 ? vertices : $"{vertices}, {Show.Join("  ", Edges.Select(edge => $"{edge.U}>{edge.V}:{Show.Of(edge.Weight)}"))}";
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
    protected static Gen<TDigraph> GeneratorOf<TDigraph>(Func<int, (int U, int V, long Weight)[], TDigraph> make, Gen<int> vertexCounts, bool positive = false) =>
        from graph in GraphInputs.Generator((vertices, edges) => new WeightedGraph(vertices, edges), vertexCounts, positive)
        let n = graph.Vertices
        from k in Gen.Frequency((2, Gen.Constant(n)), (3, Gen.Choose(Math.Min(3, n), Math.Min(5, n))))
        from wind in Gen.Elements(true, false)
        let folded = graph.Edges.Select(edge => (edge.U % k, edge.V % k, edge.Weight)).ToArray()
        select wind && folded.Length > 0 ? Wound(folded, make) : make(k, folded);

    /// <summary>The edges as one closed walk, each beginning where the one before it ends, and the vertices on it, which all reach each other.</summary>
    private static TDigraph Wound<TDigraph>((int U, int V, long Weight)[] edges, Func<int, (int U, int V, long Weight)[], TDigraph> make)
    {
        int[] walk = [.. edges.Select(edge => edge.V)];
        int[] names = [.. walk.Distinct()];
        return make(names.Length, [.. edges.Select((edge, i) =>
            (Array.IndexOf(names, walk[i > 0 ? i - 1 : ^1]), Array.IndexOf(names, walk[i]), edge.Weight))]);
    }
}

/// <summary>A directed graph without negative weights.</summary>
public sealed record Roads(int Vertices, (int U, int V, long Weight)[] Edges) : Digraph(Vertices, Edges), IInput<Roads>
{
    public static new Gen<Roads> Generator { get; } = GeneratorOf((vertices, edges) => new Roads(vertices, edges), GraphInputs.Vertices, positive: true);

    public new IEnumerable<Roads> Smaller() => base.Smaller().Select(graph => new Roads(graph.Vertices, graph.Edges));
}

/// <summary>A directed graph of at most 10 vertices and 20 edges, small enough to try every choice of an edge into each vertex.</summary>
public sealed record SmallDigraph(int Vertices, (int U, int V, long Weight)[] Edges) : Digraph(Vertices, Edges), IInput<SmallDigraph>
{
    public static new Gen<SmallDigraph> Generator { get; } = GeneratorOf((vertices, edges) => new SmallDigraph(vertices, edges),
        Gen.Frequency((1, GraphInputs.FewVertices), (3, Gen.Choose(8, 10))));

    public new IEnumerable<SmallDigraph> Smaller() => base.Smaller().Select(graph => new SmallDigraph(graph.Vertices, graph.Edges));
}
