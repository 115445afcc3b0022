using Etudes.Graph;
using static Etudes.Origin;

namespace Etudes;

/// <summary>Tasks on graphs; their size is the number of edges.</summary>
internal static class GraphRaces
{
    public static Race Forest(string name, int size, Func<int, (int, (int U, int V, long Weight)[])> graph, double atMost) => new(name, size, m =>
    {
        var (n, edges) = graph(m);
        var native = Laid(edges);
        var chosen = new int[n];
        return
        [
            new(Cpp, "union-find, std::sort of records", () => Native.kruskal(n, native, native.Length, chosen)),
            new(Cpp, "union-find, std::sort of packed keys", () => Native.kruskal_packed(n, native, native.Length, chosen)),
            new(Framework, "OrderBy, array of parents", () => Parents.Weight(n, edges.OrderBy(edge => edge.Weight))),
            new(Answer, nameof(Kruskal), () => Kruskal.Forest(n, edges).Total),
            new(Answer, nameof(Boruvka), () => Boruvka.Forest(n, edges).Total),
            new(Variant, nameof(RadixKruskal), () => RadixKruskal.Forest(n, edges).Total, atMost),
        ];
    });

    public static Race ForestByPrim(string name, int size, Func<int, (int, (int U, int V, long Weight)[])> graph) => new(name, size, m =>
    {
        var (n, edges) = graph(m);
        var native = Laid(edges);
        var chosen = new int[n];
        return
        [
            new(Cpp, "std::priority_queue", () => Native.prim(n, native, native.Length, chosen)),
            new(Answer, nameof(Prim), () => Prim.Forest(n, edges).Total, 1.5),
        ];
    });

    /// <summary>Code for weights of any kind beside that for longs.</summary>
    public static Race AnyWeights(string name, Solver longs, Solver any) => new($"{name} for weights of any kind", 500_000, m =>
    {
        var edges = Inputs.Graph(m, m);
        return
        [
            new(Answer, name, () => longs(m, edges).Total),
            new(Variant, $"SpanningForests.{name}", () => any(m, edges).Total, 1.1),
        ];
    }, Answer);

    public delegate (int[] Edges, long Total) Solver(int vertices, (int U, int V, long Weight)[] edges);

    public static Race Unions(string name) => new(name, 1_000_000, n =>
    {
        var edges = Inputs.Graph(n, n);
        var native = Laid(edges);
        return
        [
            new(Cpp, "union by size, path halving", () => Native.unite_all(n, native, n)),
            new(Answer, nameof(DisjointSets), () =>
            {
                var sets = new DisjointSets(n);
                foreach (var (u, v, _) in edges) sets.Union(u, v);
                return sets.Count;
            }),
        ];
    });

    /// <summary>The complete graph of about m edges.</summary>
    public static (int, (int U, int V, long Weight)[]) Complete(int m)
    {
        int n = (int)Math.Sqrt(2.0 * m) + 1;
        return (n, Inputs.Complete(n));
    }

    private static Native.Edge[] Laid((int U, int V, long Weight)[] edges) =>
        [.. edges.Select(edge => new Native.Edge(edge.U, edge.V, edge.Weight))];
}
