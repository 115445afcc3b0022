using FsCheck;
using FsCheck.Fluent;

namespace Etudes.Engine;

/// <summary>
/// All edges between 33 vertices or more, and one to a last vertex: for whoever goes another way where there are many edges. The
/// weights need all 64 bits, and may add up to more.
/// </summary>
public sealed record DenseGraph(int Vertices, (int U, int V, long Weight)[] Edges) : WeightedGraph(Vertices, Edges), IInput<DenseGraph>
{
    /// <summary>The same with weights of so many bits; where a weight is given, the edges of the last vertex have that.</summary>
    public DenseGraph Narrow(int bits, long? last = null) => this with
    {
        Edges = [.. Edges.Select(edge => edge with { Weight = last is { } weight && Math.Max(edge.U, edge.V) == Vertices - 1 ? weight : edge.Weight >> 64 - bits })],
    };

    /// <summary>With weights of each number of bits, then with an edge of an extreme weight beside small ones.</summary>
    public IEnumerable<DenseGraph> OfEachWidth() =>
        [.. Enumerable.Range(1, 64).Select(bits => Narrow(bits)), Narrow(2, long.MinValue), Narrow(2, long.MaxValue), Narrow(50, long.MinValue), Narrow(50, long.MaxValue)];

    public static new Gen<DenseGraph> Generator { get; } =
        from last in Gen.Choose(33, 40)
        from seed in Gen.Choose(0, int.MaxValue)
        select Of(last, new Random(seed));

    public new IEnumerable<DenseGraph> Smaller() => base.Smaller().Select(graph => new DenseGraph(graph.Vertices, graph.Edges));

    private static DenseGraph Of(int last, Random random)
    {
        (int, int, long)[] edges = [(last - 1, last, 0), .. from u in Enumerable.Range(0, last)
                                                           from v in Enumerable.Range(0, u)
                                                           select (u, v, random.NextInt64(long.MinValue, long.MaxValue))];
        random.Shuffle(edges);
        return new(last + 1, edges);
    }
}
