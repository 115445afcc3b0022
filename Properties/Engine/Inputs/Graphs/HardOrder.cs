using FsCheck;
using FsCheck.Fluent;

namespace Etudes.Engine;

/// <summary>What hurts some way to put vertices in order: many paths, a hub, a long cycle, much before and behind one, one edge that leads back.</summary>
public enum HardOrderKind { Ladder, Hub, Ring, Lasso, Back }

/// <summary>One large directed graph of each kind; only for a <see cref="LargeLawAttribute"/>, whose size says how many vertices.</summary>
public sealed record HardOrder(HardOrderKind Kind, int Vertices) : IInput<HardOrder>
{
    private int Last => Vertices - 1;
    private int Third => Vertices / 3;

    /// <summary>Whether every edge can lead forward.</summary>
    public bool IsAcyclic => Kind is HardOrderKind.Ladder or HardOrderKind.Hub;

    /// <summary>Fresh edges, at most 2n.</summary>
    public (int U, int V)[] Edges() => [.. Kind switch
    {
        HardOrderKind.Ladder => Rungs(),
        HardOrderKind.Hub => Between(1, Last, v => v % 2 == 1 ? (v, 0) : (0, v)),
        HardOrderKind.Ring => Between(1, Last, v => (v - 1, v)).Append((Last, 0)),
        HardOrderKind.Lasso => Between(1, Last, v => (v - 1, v)).Append((2 * Third, Third)),
        _ => Rungs().Prepend((0, Last / 2)),
    }];

    /// <summary>A path from the last vertex to the first, and an edge past every second vertex of it.</summary>
    private IEnumerable<(int U, int V)> Rungs() => Between(1, Last, v => (v, v - 1)).Concat(Between(2, Last, v => (v, v - 2)));

    private static IEnumerable<(int U, int V)> Between(int first, int last, Func<int, (int, int)> edge) =>
        Enumerable.Range(first, Math.Max(0, last - first + 1)).Select(edge);

    public override string ToString() => Kind switch
    {
        HardOrderKind.Ladder => $"{Vertices} vertices, from each edges to the two before it",
        HardOrderKind.Hub => $"{Vertices} vertices, the odd ones lead to 0, which leads to all others",
        HardOrderKind.Ring => $"{Vertices} vertices in one cycle",
        HardOrderKind.Lasso => $"a path of {Vertices} vertices, and an edge {2 * Third}>{Third}",
        _ => $"{Vertices} vertices, from each edges to the two before it, and an edge 0>{Last / 2}",
    };

    public Shape? Shape => null;

    public IEnumerable<HardOrder> Smaller() => [];

    public static Gen<HardOrder> Generator { get; } = Gen.Sized(size =>
        Gen.Constant(new HardOrder((HardOrderKind)(size % LargeLawAttribute.Kinds), size - size % LargeLawAttribute.Kinds)));
}
