using FsCheck;

namespace Etudes.Engine;

/// <summary>
/// Vertices 0..n-1 and weighted edges, self-loops and parallel ones among them: "4 vertices, 0-1:5  2-2:-1".
/// The weights of any set of its edges add up to 64 bits.
/// </summary>
public record WeightedGraph(int Vertices, (int U, int V, long Weight)[] Edges) : IInput<WeightedGraph>
{
    public static Gen<WeightedGraph> Generator { get; } = GraphInputs.Generator((vertices, edges) => new WeightedGraph(vertices, edges), GraphInputs.Vertices);

    public IEnumerable<WeightedGraph> Smaller() => GraphInputs.Smaller(this);

    private int[]? _chosen;
    private int _sign;
    private VertexNotes? _notes;

    /// <summary>For a graph that a law makes of this one: nobody has chosen from that.</summary>
    protected WeightedGraph(WeightedGraph other) => (Vertices, Edges) = (other.Vertices, other.Edges);

    /// <summary>Notes which edges an answer has chosen, for whoever draws the graph.</summary>
    /// <param name="edges">Their indices, right or wrong.</param>
    /// <param name="sign">1 where the lightest forest is the right one, -1 where the heaviest is.</param>
    public void Choose(int[] edges, int sign) => (_chosen, _sign) = (edges, sign);

    /// <summary>Notes what an answer was asked of the vertices.</summary>
    public void Note(VertexNotes notes) => _notes = notes;

    public Shape? Shape
    {
        get
        {
            if (GraphShape.Of(Vertices, Edges, directed: false, _chosen, _chosen is null ? null : BestEdges(_sign)) is not { } shape) return null;
            if (shape is { Chosen: { } chosen, WithinLimit: not null }) shape = shape with { Swap = Swap(chosen) };
            return _notes?.On(shape) ?? shape;
        }
    }

    /// <summary>Fresh edges, the answer's to spoil.</summary>
    public (int U, int V, long Weight)[] Copy() => [.. Edges];

    public sealed override string ToString()
    {
        string vertices = Vertices == 1 ? "1 vertex" : $"{Vertices} vertices";
        return Edges.Length == 0 ? vertices : $"{vertices}, {Show.Join("  ", Edges.Select(Word))}";
    }

    /// <summary>One edge: 0-1:5.</summary>
    public static string Word((int U, int V, long Weight) edge) => $"{edge.U}-{edge.V}:{Show.Of(edge.Weight)}";

    /// <summary>The component of each vertex, named by its smallest vertex, found by relaxing every edge until nothing changes.</summary>
    /// <param name="edges">Indices of the edges that count; null: all.</param>
    public int[] Components(IEnumerable<int>? edges = null)
    {
        int[] component = [.. Enumerable.Range(0, Vertices)];
        var used = (edges is null ? Edges : edges.Select(i => Edges[i])).ToArray();
        for (bool changed = true; changed;)
        {
            changed = false;
            foreach (var (u, v, _) in used)
            {
                int smaller = Math.Min(component[u], component[v]);
                changed |= component[u] != component[v];
                component[u] = component[v] = smaller;
            }
        }
        return component;
    }

    /// <summary>How many components the graph has.</summary>
    public int ComponentCount => Components().Distinct().Count();

    /// <summary>How many edges a best spanning forest has, and what it weighs: edge by edge in order of their weights, with labels that are walked to.</summary>
    /// <param name="sign">1 where the lightest is the best, -1 where the heaviest is.</param>
    public (int Count, Int128 Total) Best(int sign)
    {
        var best = BestEdges(sign);
        return (best.Count, best.Aggregate(Int128.Zero, (total, i) => total + Edges[i].Weight));
    }

    /// <summary>The worst chosen edge without which a better one would join what falls apart.</summary>
    private SwapShape? Swap(IReadOnlyList<int> chosen)
    {
        foreach (int i in chosen.OrderByDescending(Cost))
        {
            int[] component = Components(chosen.Where(j => j != i));
            var apart = Joined(i);
            if (apart.Least == apart.Most) continue;
            int better = Enumerable.Range(0, Edges.Length).Except(chosen).Where(j => Joined(j) == apart).OrderBy(Cost).FirstOrDefault(i);
            if (Cost(better) < Cost(i)) return new(i, better);

            (int Least, int Most) Joined(int j)
            {
                int u = component[Edges[j].U], v = component[Edges[j].V];
                return (Math.Min(u, v), Math.Max(u, v));
            }
        }
        return null;

        long Cost(int i) => _sign > 0 ? Edges[i].Weight : ~Edges[i].Weight;
    }

    private List<int> BestEdges(int sign)
    {
        List<int> best = [];
        int[] above = [.. Enumerable.Range(0, Vertices)], order = [.. Enumerable.Range(0, Edges.Length)];
        Array.Sort(Array.ConvertAll(Edges, edge => sign > 0 ? edge.Weight : ~edge.Weight), order);
        foreach (int i in order)
        {
            var (u, v) = (Top(Edges[i].U), Top(Edges[i].V));
            if (u == v) continue;
            above[u] = v;
            best.Add(i);
        }
        return best;

        int Top(int v)
        {
            for (; above[v] != v; v = above[v]) above[v] = above[above[v]];
            return v;
        }
    }
}

/// <summary>A graph of at most 7 vertices and 10 edges, small enough to try every subset of its edges.</summary>
public sealed record SmallGraph(int Vertices, (int U, int V, long Weight)[] Edges) : WeightedGraph(Vertices, Edges), IInput<SmallGraph>
{
    public static new Gen<SmallGraph> Generator { get; } = GraphInputs.Generator((vertices, edges) => new SmallGraph(vertices, edges), GraphInputs.FewVertices);

    public new IEnumerable<SmallGraph> Smaller() => base.Smaller().Select(graph => new SmallGraph(graph.Vertices, graph.Edges));
}
