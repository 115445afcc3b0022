using FsCheck;
using FsCheck.Fluent;

namespace Etudes.Engine;

/// <summary>Generators and shrinker of graphs: empty, single, disconnected, paths, stars, cycles, cliques; ties, extremes, near ones.</summary>
internal static class GraphInputs
{
    public static readonly Gen<int> FewVertices = Gen.Frequency((1, Gen.Choose(0, 1)), (9, Gen.Choose(2, 7)));

    public static readonly Gen<int> Vertices = Gen.Sized(size => Gen.Frequency((4, FewVertices), (3, Gen.Choose(2, Math.Max(2, size)))));

    /// <summary>A double cannot tell weights apart that are so large and so near each other; 63 of them add up to 64 bits.</summary>
    private const long Large = 1L << 57;

    private static readonly Gen<Gen<long>> s_weightKind = Gen.Elements<Gen<long>>(
        Gen.Choose(0, 2).Select(x => (long)x),
        Gen.Choose(-3, 3).Select(x => (long)x),
        Gen.Choose(-1000, 1000).Select(x => (long)x),
        Gen.Choose(-1000, -1).Select(x => (long)x),
        Gen.Choose(-1000, 1000).Select(x => x * (1L << 32)),
        Gen.Choose(0, 3).Select(x => Large + x),
        Gen.Choose(0, 3).Select(x => -Large - x),
        Gen.Elements(long.MinValue, long.MinValue + 1, -(1L << 62), -1, 0, 1, 1L << 62, long.MaxValue - 1, long.MaxValue));

    /// <summary>Draws graphs of some type.</summary>
    /// <param name="make">Its constructor.</param>
    /// <param name="vertexCounts">How many vertices.</param>
    /// <param name="positive">Whether weights are kept at 0 or above.</param>
    public static Gen<TGraph> Generator<TGraph>(Func<int, (int U, int V, long Weight)[], TGraph> make, Gen<int> vertexCounts, bool positive = false) =>
        from vertices in vertexCounts
        from ends in Ends(vertices)
        from kind in s_weightKind
        from weights in kind.ArrayOf(ends.Length)
        select make(vertices, Weigh(ends, positive ? [.. weights.Select(weight => weight & long.MaxValue)] : weights));

    public static IEnumerable<WeightedGraph> Smaller(WeightedGraph graph)
    {
        for (int v = 0; v < graph.Vertices; v++)
            yield return Without(v, graph with { Edges = [.. graph.Edges.Where(edge => edge.U != v && edge.V != v)] });
        foreach (var edges in Shrink.List(graph.Edges, edge => Weights(edge.Weight).Select(weight => edge with { Weight = weight })))
            yield return graph with { Edges = edges };
        foreach (var (u, v, _) in graph.Edges.Where(edge => edge.U != edge.V)) // contracted: a long cycle becomes a short one
            yield return Without(v, graph with { Edges = [.. graph.Edges.Select(edge => (edge.U == v ? u : edge.U, edge.V == v ? u : edge.V, edge.Weight))] });
    }

    private static Gen<(int U, int V)[]> Ends(int n)
    {
        if (n == 0) return Gen.Constant<(int, int)[]>([]);
        var vertex = Gen.Choose(0, n - 1);
        var random = Gen.Choose(0, Math.Min(2 * n, n <= 7 ? 10 : 60)).SelectMany(m => vertex.Two().ArrayOf(m));
        var apart = Gen.Choose(0, Math.Min(2 * n, 10)).SelectMany(m => vertex.Two().ArrayOf(m)).Select(ends => // never across the middle
            ends.Select(end => (end.Item1, end.Item1 < n / 2 ? end.Item2 % Math.Max(1, n / 2) : n / 2 + end.Item2 % (n - n / 2))));
        var arranged = Gen.Elements(n, Math.Max(1, n - 1)).SelectMany(Arranged); // the last vertex may stay alone
        return Gen.Frequency((4, random), (2, apart.Select(ends => ends.ToArray())), (3, arranged));
    }

    /// <summary>A path, a star, a cycle or a clique of all n vertices, or of five of them.</summary>
    private static Gen<(int U, int V)[]> Arranged(int n)
    {
        var path = Gen.Constant(Enumerable.Range(0, n - 1).Select(v => (v, v + 1)));
        var star = Gen.Constant(Enumerable.Range(1, n - 1).Select(v => (0, v)));
        var cycle = Gen.Constant(Enumerable.Range(0, n).Select(v => (v, (v + 1) % n)));
        var clique = Gen.Constant(Enumerable.Range(0, Math.Min(n, 5)).SelectMany(u => Enumerable.Range(0, u).Select(v => (u, v))));
        return
            from ends in Gen.OneOf(path, star, cycle, clique)
            from names in Gen.Shuffle(Enumerable.Range(0, n))
            from order in Gen.Shuffle(ends.Select(end => (names[end.Item1], names[end.Item2])))
            select order;
    }

    /// <summary>Gives each edge its weight; a weight that could take a sum beyond 64 bits
    /// becomes 0.</summary>
    private static (int, int, long)[] Weigh((int U, int V)[] ends, long[] weights)
    {
        long above = 0, below = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            if (weights[i] > 0 ? above > long.MaxValue - weights[i] : below < long.MinValue - weights[i]) weights[i] = 0;
            (above, below) = weights[i] > 0 ? (above + weights[i], below) : (above, below + weights[i]);
        }
        return [.. ends.Zip(weights, (end, weight) => (end.U, end.V, weight))];
    }

    /// <summary>Smaller weights of the same sign: the positive twin of a negative one could make a sum go beyond 64 bits.</summary>
    private static IEnumerable<long> Weights(long weight) => Shrink.Number(weight).Where(smaller => weight > 0 || smaller <= 0);

    /// <summary>The graph without a vertex that has no edges; the vertices after it move up.</summary>
    private static WeightedGraph Without(int vertex, WeightedGraph graph) => new(graph.Vertices - 1,
        [.. graph.Edges.Select(edge => (edge.U - (edge.U > vertex ? 1 : 0), edge.V - (edge.V > vertex ? 1 : 0), edge.Weight))]);
}
