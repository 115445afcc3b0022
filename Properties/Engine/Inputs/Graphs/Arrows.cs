using FsCheck;
using FsCheck.Fluent;

namespace Etudes.Engine;

/// <summary>Vertices 0..n-1 and edges from u to v without weights, self-loops and parallel ones among them: "4 vertices, 0>1  2>2".</summary>
public sealed record Arrows(int Vertices, (int U, int V)[] Edges) : IInput<Arrows>
{
    /// <summary>Fresh edges, the answer's to spoil.</summary>
    public (int U, int V)[] Copy() => [.. Edges];

    /// <summary>Takes away the vertices that no edge enters any more, as long as there is one: whether none is left then.</summary>
    public bool IsAcyclic()
    {
        HashSet<int> left = [.. Enumerable.Range(0, Vertices)];
        for (int before = -1; left.Count != before;)
        {
            before = left.Count;
            var entered = Edges.Where(edge => left.Contains(edge.U)).Select(edge => edge.V).ToHashSet();
            left.IntersectWith(entered);
        }
        return left.Count == 0;
    }

    public override string ToString()
    {
        string vertices = Vertices == 1 ? "1 vertex" : $"{Vertices} vertices";
        return Edges.Length == 0 ? vertices : $"{vertices}, {Show.Join("  ", Edges.Select(edge => $"{edge.U}>{edge.V}"))}";
    }

    public Shape? Shape => GraphShape.Of(Vertices, Weighted().Edges, directed: true) is { } shape
        ? shape with { Edges = [.. shape.Edges.Select(edge => edge with { Weight = "" })] } : null;

    public IEnumerable<Arrows> Smaller() => Weighted().Smaller().Select(graph => Of(graph.Vertices, graph.Edges));

    /// <summary>In four of ten graphs every edge leads forward in some order of the vertices, and in four all but one or two do.</summary>
    public static Gen<Arrows> Generator { get; } = Gen.Frequency((2, Any()), (4, Forward()), (2, Back()), (2, Lasso()));

    private static Gen<Arrows> Any() => Digraph.Generator.Select(graph => Of(graph.Vertices, graph.Edges));

    private static Gen<Arrows> Forward() =>
        from graph in Digraph.Generator
        from place in Gen.Shuffle(Enumerable.Range(0, graph.Vertices))
        select Of(graph.Vertices, [.. graph.Edges.Where(edge => edge.U != edge.V).Select(edge => place[edge.U] < place[edge.V] ? edge : (edge.V, edge.U, 0))]);

    private static Gen<Arrows> Back() =>
        from graph in Forward()
        from more in Gen.Choose(0, Math.Max(0, graph.Vertices - 1)).Two().ArrayOf(graph.Vertices > 0 ? 2 : 0)
        from count in Gen.Choose(1, 2)
        select graph with { Edges = [.. more.Take(count), .. graph.Edges] };

    /// <summary>A path of all vertices and an edge back, from its end or not, to its beginning or not.</summary>
    private static Gen<Arrows> Lasso() =>
        from vertices in GraphInputs.Vertices
        let last = Math.Max(0, vertices - 1)
        from first in Gen.OneOf(Gen.Constant(0), Gen.Choose(0, last))
        from end in Gen.OneOf(Gen.Constant(last), Gen.Choose(first, last))
        from names in Gen.Shuffle(Enumerable.Range(0, vertices))
        from edges in Gen.Shuffle(Enumerable.Range(0, last).Select(i => (names[i], names[i + 1])).Concat(vertices == 0 ? [] : [(names[end], names[first])]))
        select new Arrows(vertices, edges);

    private Digraph Weighted() => new(Vertices, [.. Edges.Select(edge => (edge.U, edge.V, 0L))]);

    private static Arrows Of(int vertices, (int U, int V, long Weight)[] edges) => new(vertices, [.. edges.Select(edge => (edge.U, edge.V))]);
}
