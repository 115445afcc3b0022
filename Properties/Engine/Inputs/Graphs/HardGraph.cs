using FsCheck;
using FsCheck.Fluent;

namespace Etudes.Engine;

/// <summary>What hurts some way to find a spanning forest: many rounds, ties, two long paths before others, a hub, many trees.</summary>
public enum HardKind { Ruler, Tied, Ascending, Fan, Pairs }

/// <summary>
/// One large graph of each kind, whose lightest spanning forest is known since it is made around it; only for a
/// <see cref="LargeLawAttribute"/>, whose size says how many vertices.
/// </summary>
public sealed record HardGraph(HardKind Kind, int Vertices) : IInput<HardGraph>
{
    /// <summary>Fresh edges, fewer than 2n; the forest's come last, beyond 2^18 of them where n is large, unless the order matters.</summary>
    public (int U, int V, long Weight)[] Edges() => Kind == HardKind.Ascending ? [.. Forest(), .. Others()] : [.. Others(), .. Forest()];

    /// <summary>How many edges a spanning forest has, and what the lightest one weighs.</summary>
    public (int Count, long Total) Least() => (Forest().Count(), Forest().Sum(edge => edge.Weight));

    /// <summary>The edges of a lightest spanning forest.</summary>
    private IEnumerable<(int U, int V, long Weight)> Forest() => Kind switch
    {
        HardKind.Ruler => Enumerable.Range(1, Vertices - 1).Select(v => (v - 1, v, (long)int.TrailingZeroCount(v))), // trees join in pairs, again and again
        HardKind.Tied => Parents().Select((parent, i) => (parent, i + 1, 2L * (Vertices - 1))),
        HardKind.Ascending => Between(1, Math.Min(Half, Vertices - 2)).Concat(Between(Half + 1, Vertices - 2).Reverse()).Select((v, i) => (v - 1, v, 1L + i)) // deep by the smaller root and by the larger
            .Append((0, Vertices - 1, 3L * Vertices)), // all edges are looked at
        HardKind.Fan => Between(2, Half).Select(v => (v - 1, v, 1L)).Append((0, Half, 2L))
            .Concat(Between(Half + 2, Vertices - 1).Select(v => (v - 1, v, Rim(v)))).Append((0, Half + 1, Rim(Half + 1))).Where(edge => edge.Item2 < Vertices),
        _ => Between(0, Pairs - 1).Select(i => (i, i + Pairs, -1L - i)),
    };

    /// <summary>The others, none lighter than the forest's edges between its ends.</summary>
    private IEnumerable<(int U, int V, long Weight)> Others() => Kind switch
    {
        HardKind.Ruler => [],
        HardKind.Tied => Parents().Select((parent, i) => (i, parent, 2L * (Vertices - 1))),
        HardKind.Ascending => Parents().Select((parent, i) => (parent, i, (long)Vertices + i)), // not at the last vertex
        HardKind.Fan => Between(1, Half - 1).Select(v => (0, v, 2L + Vertices - v)).Concat(Between(Half + 2, Vertices - 1).Select(v => (0, v, Rim(v) + 1))),
        _ => Between(0, Pairs - 1).Select(i => (i + Pairs, i, (long)i)),
    };

    private int Half => Vertices / 2;

    /// <summary>How many pairs there are where there are pairs; i and i + Pairs are one, and who is left stays alone.</summary>
    public int Pairs => (Vertices - 1) / 2;

    /// <summary>Of the edge to a vertex from the one before it; that from the hub is heavier by 1, and comes right after it.</summary>
    private long Rim(int v) => 2L * (Vertices + v);

    private static IEnumerable<int> Between(int first, int last) => Enumerable.Range(first, Math.Max(0, last - first + 1));

    /// <summary>A parent for each vertex but 0, from those before it.</summary>
    private IEnumerable<int> Parents()
    {
        var random = new Random(Vertices);
        return Enumerable.Range(1, Vertices - 1).Select(v => random.Next(v));
    }

    public override string ToString() => Kind switch
    {
        HardKind.Ruler => $"a path of {Vertices} vertices, its weights the ruler sequence 0, 1, 0, 2, 0, 1, 0, 3, ...",
        HardKind.Tied => $"{Vertices} vertices, a random tree and {Vertices - 1} random edges, all weights {2 * (Vertices - 1)}",
        HardKind.Ascending => $"{Vertices} vertices, a path from both ends to its middle, then random edges, then one to the last vertex, the weights ascending",
        HardKind.Fan => $"two paths of {Vertices - 1} vertices and vertex 0 joined to them all: to one each time lighter, to the other right after the edge of the path",
        _ => $"{Vertices} vertices, v and v + {Pairs} joined by two edges, who is left alone",
    };

    public Shape? Shape => null;

    public IEnumerable<HardGraph> Smaller() => [];

    public static Gen<HardGraph> Generator { get; } = Gen.Sized(size =>
        Gen.Constant(new HardGraph((HardKind)(size % LargeLawAttribute.Kinds), size - size % LargeLawAttribute.Kinds)));
}
