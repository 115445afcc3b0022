using FsCheck;
using FsCheck.Fluent;

namespace Etudes.Engine;

/// <summary>What hurts some way to find an arborescence: cycles within cycles, one that is long, many that are short.</summary>
public enum HardDigraphKind { Nested, Hub, Ring, Pairs, Random }

/// <summary>
/// One large graph of each kind, whose only lightest tree away from 0 is known since it is made around it; only for a
/// <see cref="LargeLawAttribute"/>, whose size says how many vertices.
/// </summary>
public sealed record HardDigraph(HardDigraphKind Kind, int Vertices) : IInput<HardDigraph>
{
    private int Last => Vertices - 1;

    /// <summary>Fresh edges, fewer than 3n; the tree's are the last n - 1 of them.</summary>
    public (int U, int V, long Weight)[] Edges() => [.. Others().Concat(Tree())];

    /// <summary>What the lightest tree weighs.</summary>
    public long Least() => Tree().Sum(edge => edge.Weight);

    /// <summary>The edges of the lightest tree away from 0.</summary>
    private IEnumerable<(int U, int V, long Weight)> Tree() => Kind switch
    {
        HardDigraphKind.Nested => Between(1, Last - 1, v => (v, v + 1, 0)).Prepend((0, 1, (long)Vertices * Vertices)),
        HardDigraphKind.Hub => Between(2, Last - 1, v => (1, v, 0)).Concat([(0, Last, Vertices), (Last, 1, Last)]),
        HardDigraphKind.Ring => Between(1, Last - 2, v => (v, v + 1, 1)).Concat([(0, Last, 2 * Vertices), (Last, 1, 1)]),
        HardDigraphKind.Pairs => Between(1, Last, v => v % 2 == 1 ? (0, v, v) : (v - 1, v, 0)),
        _ => Parents().Select((parent, i) => (parent, i + 1, 1L + i % 5)),
    };

    /// <summary>The others: they close cycles for less than the edges from 0, and are of no use in the end.</summary>
    private IEnumerable<(int U, int V, long Weight)> Others() => Kind switch
    {
        HardDigraphKind.Nested => Between(1, Last - 1, v => (v + 1, v, v)), // a cycle around the one before, each time
        HardDigraphKind.Hub => Between(2, Last - 1, v => (v, 1, v)).Append((1, Last, 0)),
        HardDigraphKind.Ring => Between(1, Last - 1, v => (0, v, 2 * Vertices + v)).Append((Last - 1, Last, 1)),
        HardDigraphKind.Pairs => Between(1, Last, v => v % 2 == 1 ? (v + 1, v, 0) : (0, v, v)).Where(edge => edge.U < Vertices),
        _ => Parents().Select((parent, i) => (i + 1, parent, 0L)).Concat(Parents().Select((other, i) => (other, i + 1, 5L * Vertices + i))),
    };

    private static IEnumerable<(int U, int V, long Weight)> Between(int first, int last, Func<int, (int, int, long)> edge) =>
        Enumerable.Range(first, Math.Max(0, last - first + 1)).Select(edge);

    /// <summary>A parent for each vertex but 0, from those before it.</summary>
    private IEnumerable<int> Parents()
    {
        var random = new Random(Vertices);
        return Enumerable.Range(1, Last).Select(v => random.Next(v));
    }

    public override string ToString() => Kind switch
    {
        HardDigraphKind.Nested => $"{Vertices} vertices, {Vertices - 2} cycles one within the other: v>v+1:0 and v+1>v:v, and 0>1",
        HardDigraphKind.Hub => $"{Vertices} vertices, 1 joined to all others: 1>v:0 and v>1:v, and 0>{Last}",
        HardDigraphKind.Ring => $"{Vertices} vertices, one cycle of all but 0, and dear edges from 0 to each",
        HardDigraphKind.Pairs => $"{Vertices} vertices, all but 0 in cycles of two, and edges from 0 to each",
        _ => $"{Vertices} vertices, a random tree, back for nothing along each of its edges, and {Last} dear edges",
    };

    public Shape? Shape => null;

    public IEnumerable<HardDigraph> Smaller() => [];

    public static Gen<HardDigraph> Generator { get; } = Gen.Sized(size =>
        Gen.Constant(new HardDigraph((HardDigraphKind)(size % LargeLawAttribute.Kinds), size - size % LargeLawAttribute.Kinds)));
}
