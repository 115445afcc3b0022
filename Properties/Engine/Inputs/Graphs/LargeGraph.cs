using FsCheck;
using FsCheck.Fluent;

namespace Etudes.Engine;

/// <summary>The shapes of graphs that hurt: deep, wide, and the edges of a deep one in the worst orders.</summary>
public enum GraphKind { Path, PathBackwards, PathShuffled, Star, Random }

/// <summary>One large graph of each shape; only for a <see cref="LargeLawAttribute"/>, whose size says how many vertices.</summary>
public sealed record LargeGraph(GraphKind Kind, int Vertices) : IInput<LargeGraph>
{
    /// <summary>Fresh edges: n - 1 of a tree, 2n of a random graph; weights are a fixed scramble of the edge's place.</summary>
    public (int U, int V, long Weight)[] Edges()
    {
        int n = Vertices, m = Kind == GraphKind.Random ? 2 * n : Math.Max(0, n - 1);
        var random = new Random(n);
        var edges = new (int U, int V, long Weight)[m];
        for (int i = 0; i < m; i++)
        {
            var (u, v) = Kind switch
            {
                GraphKind.PathBackwards => (n - 1 - i, n - 2 - i),
                GraphKind.Star => (0, i + 1),
                GraphKind.Random => (random.Next(n), random.Next(n)),
                _ => (i, i + 1),
            };
            edges[i] = (u, v, random.Next(1_000_000_000));
        }
        if (Kind == GraphKind.PathShuffled) random.Shuffle(edges);
        return edges;
    }

    public override string ToString() => Kind switch
    {
        GraphKind.Path => $"a path of {Vertices} vertices",
        GraphKind.PathBackwards => $"a path of {Vertices} vertices, its edges from the far end",
        GraphKind.PathShuffled => $"a path of {Vertices} vertices, its edges shuffled",
        GraphKind.Star => $"a star of {Vertices} vertices",
        _ => $"{Vertices} vertices, {2 * Vertices} random edges",
    };

    public Shape? Shape => null;

    public IEnumerable<LargeGraph> Smaller() => [];

    public static Gen<LargeGraph> Generator { get; } = Gen.Sized(size =>
        Gen.Constant(new LargeGraph((GraphKind)(size % LargeLawAttribute.Kinds), size - size % LargeLawAttribute.Kinds)));
}
