using FsCheck;
using FsCheck.Fluent;

namespace Etudes.Engine;

/// <summary>What hurts some way to find a spanning forest: many rounds, ties, a long path before others, a hub, many trees.</summary>
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
        HardKind.Tied => Parents().Select((parent, i) => (parent, i + 1, 7L)),
        HardKind.Ascending => Enumerable.Range(1, Vertices - 2).Select(v => (v - 1, v, (long)v)).Append((0, Vertices - 1, 3L * Vertices)), // all edges are looked at
        HardKind.Fan => Enumerable.Range(2, Vertices - 2).Select(v => (v - 1, v, 1L)).Append((0, Vertices - 1, 2L)),
        _ => Enumerable.Range(0, (Vertices - 1) / 2).Select(i => (2 * i, 2 * i + 1, -1L - i)), // the last vertex stays alone
    };

    /// <summary>The others, none lighter than the forest's edges between its ends.</summary>
    private IEnumerable<(int U, int V, long Weight)> Others() => Kind switch
    {
        HardKind.Ruler => [],
        HardKind.Tied => Parents().Select((parent, i) => (i, parent, 7L)),
        HardKind.Ascending => Parents().Select((parent, i) => (parent, i, (long)Vertices + i)), // not at the last vertex
        HardKind.Fan => Enumerable.Range(1, Vertices - 2).Select(v => (0, v, 2L + Vertices - v)),
        _ => Enumerable.Range(0, (Vertices - 1) / 2).Select(i => (2 * i + 1, 2 * i, (long)i)),
    };

    /// <summary>A parent for each vertex but 0, from those before it.</summary>
    private IEnumerable<int> Parents()
    {
        var random = new Random(Vertices);
        return Enumerable.Range(1, Vertices - 1).Select(v => random.Next(v));
    }

    public override string ToString() => Kind switch
    {
        HardKind.Ruler => $"a path of {Vertices} vertices, its weights the ruler sequence 0, 1, 0, 2, 0, 1, 0, 3, ...",
        HardKind.Tied => $"{Vertices} vertices, a random tree and {Vertices - 1} random edges, all weights equal",
        HardKind.Ascending => $"{Vertices} vertices, a path, then random edges, then one to the last vertex, the weights ascending",
        HardKind.Fan => $"a path of {Vertices - 1} vertices and vertex 0 joined to them all, each time lighter",
        _ => $"{Vertices} vertices, joined in pairs by two edges each, the last one alone",
    };

    public Shape? Shape => null;

    public IEnumerable<HardGraph> Smaller() => [];

    public static Gen<HardGraph> Generator { get; } = Gen.Sized(size =>
        Gen.Constant(new HardGraph((HardKind)(size % LargeLawAttribute.Kinds), size - size % LargeLawAttribute.Kinds)));
}
