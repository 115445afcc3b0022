using FsCheck;
using FsCheck.Fluent;

namespace Etudes.Engine;

/// <summary>How the feeders of the hubs are reached: all from vertex 0, or each from the one before it.</summary>
public enum Feed { Fan, Chain }

/// <summary>
/// Two hubs that come nearer with each of their feeders, and have as many vertices behind them: who looks at those again each time
/// takes quadratic time. The fan does that to a heap whose old entries are not skipped, the chain to a queue or a stack without an
/// order. Only for a <see cref="LargeLawAttribute"/>, whose size says how many feeders.
/// </summary>
public sealed record LateHubs(Feed Feed, int Feeders) : IInput<LateHubs>
{
    /// <summary>Vertex 0, then the feeders, a leaf for each, the hubs, and the vertices behind them.</summary>
    public int Vertices => 3 * Feeders + 3;

    /// <summary>Fresh edges. From vertex 0 the hubs are at the distance 2 * Feeders, and what is behind them one farther.</summary>
    public (int U, int V, long Weight)[] Edges()
    {
        int hub = 2 * Feeders + 1;
        List<(int, int, long)> edges = [(0, 1, 1)];
        for (int i = 1; i <= Feeders; i++)
        {
            edges.Add((i, Feeders + i, 0)); // the leaf, first and last: a queue in which the nearer one passes has it in front
            edges.Add((i, hub, 3 * Feeders - 2 * i));
            edges.Add(Feed == Feed.Fan ? (0, i, i) : (i, i + 1, 1)); // between the hubs: a stack takes one of them before it
            edges.Add((i, hub + 1, 3 * Feeders - 2 * i));
            edges.Add((i, Feeders + i, 0));
            edges.Add((hub + i % 2, hub + 1 + i, 1));
        }
        return [.. edges];
    }

    public override string ToString() => $"two hubs that come nearer {Feeders} times, by a {Feed}";

    public Shape? Shape => null;

    public IEnumerable<LateHubs> Smaller() => [];

    public static Gen<LateHubs> Generator { get; } = Gen.Sized(size =>
        Gen.Constant(new LateHubs((Feed)(size % LargeLawAttribute.Kinds % 2), size - size % LargeLawAttribute.Kinds)));
}
