using FsCheck;
using FsCheck.Fluent;

namespace Etudes.Engine;

/// <summary>The shapes of graphs that hurt: deep, wide, deep with much beside it, and the edges of a deep one from its far end.</summary>
public enum GraphKind { Path, PathBackwards, Bushes, Star, Random }

/// <summary>One large graph of each shape; only for a <see cref="LargeLawAttribute"/>, whose size says how many vertices.</summary>
public sealed record LargeGraph(GraphKind Kind, int Vertices) : IInput<LargeGraph>
{
    /// <summary>
    /// Fresh edges: n - 1 of a tree, 2n of a random graph. Weights are a fixed scramble of the edge's place; but on the path a quicksort that
    /// takes the middle of a part for its pivot finds the largest there each time, and backwards all weights are n - 1, the number of edges.
    /// </summary>
    public (int U, int V, long Weight)[] Edges()
    {
        int n = Vertices, m = Kind == GraphKind.Random ? 2 * n : Math.Max(0, n - 1);
        var random = new Random(n);
        var edges = new (int U, int V, long Weight)[m];
        for (int i = 0; i < m; i++)
        {
            var (u, v) = Kind switch
            {
                GraphKind.Star => (0, i + 1),
                GraphKind.Bushes => (Parent(i + 1), i + 1),
                GraphKind.Random => (random.Next(n), random.Next(n)),
                _ => (At(i), At(i + 1)),
            };
            edges[i] = (u, v, Kind switch { GraphKind.Path => i, GraphKind.PathBackwards => m, _ => random.Next(1_000_000_000) });
        }
        if (Kind == GraphKind.Bushes) random.Shuffle(edges);
        if (Kind == GraphKind.Path)
            for (int i = 1; i < m; i++) (edges[i].Weight, edges[i / 2].Weight) = (edges[i / 2].Weight, edges[i].Weight);
        return edges;
    }

    /// <summary>The vertex at a place of a path; backwards it begins with n / 2, so that neither the first, the last nor the middle vertex lies
    /// in the middle.</summary>
    public int At(int place) => Kind != GraphKind.PathBackwards ? place
        : place == 0 ? Vertices / 2 : Vertices - 1 - place == Vertices / 2 ? Vertices - 1 : Vertices - 1 - place;

    /// <summary>The first fifth is a path. Each of its vertices has one more child, and that has three leaves: it has the most children, and leads nowhere.</summary>
    private int Parent(int v)
    {
        int spine = Math.Max(1, Vertices / 5);
        return v < spine ? v - 1 : v < 2 * spine ? v - spine : spine + (v - 2 * spine) / 3 % spine;
    }

    public override string ToString() => Kind switch
    {
        GraphKind.Path => $"a path of {Vertices} vertices",
        GraphKind.PathBackwards => $"a path of {Vertices} vertices from {Vertices / 2} down to 0, all weights {Vertices - 1}",
        GraphKind.Bushes => $"{Vertices} vertices, a path of a fifth of them, at each a child with three leaves, the edges shuffled",
        GraphKind.Star => $"a star of {Vertices} vertices",
        _ => $"{Vertices} vertices, {2 * Vertices} random edges",
    };

    public Shape? Shape => null;

    public IEnumerable<LargeGraph> Smaller() => [];

    public static Gen<LargeGraph> Generator { get; } = Gen.Sized(size =>
        Gen.Constant(new LargeGraph((GraphKind)(size % LargeLawAttribute.Kinds), size - size % LargeLawAttribute.Kinds)));
}
