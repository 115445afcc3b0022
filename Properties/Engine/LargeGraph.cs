using FsCheck;
using FsCheck.Fluent;

namespace Etudes.Engine;

/// <summary>The shapes of graphs that hurt: deep, wide, and the edges of a deep one in the worst orders.</summary>
public enum GraphShape { Path, PathBackwards, PathShuffled, Star, Random }

/// <summary>One large graph of each shape; only for a <see cref="LargeLawAttribute"/>, whose size says how many vertices.</summary>
public sealed record LargeGraph(GraphShape Shape, int Vertices)
{
    /// <summary>Fresh edges: n - 1 of a tree, 2n of a random graph; weights are a fixed scramble of the edge's place.</summary>
    public (int U, int V, long Weight)[] Edges()
    {
        int n = Vertices, m = Shape == GraphShape.Random ? 2 * n : Math.Max(0, n - 1);
        var random = new Random(n);
        var edges = new (int U, int V, long Weight)[m];
        for (int i = 0; i < m; i++)
        {
            var (u, v) = Shape switch
            {
                GraphShape.PathBackwards => (n - 1 - i, n - 2 - i),
                GraphShape.Star => (0, i + 1),
                GraphShape.Random => (random.Next(n), random.Next(n)),
                _ => (i, i + 1),
            };
            edges[i] = (u, v, random.Next(1_000_000_000));
        }
        if (Shape == GraphShape.PathShuffled) random.Shuffle(edges);
        return edges;
    }

    public override string ToString() => Shape switch
    {
        GraphShape.Path => $"a path of {Vertices} vertices",
        GraphShape.PathBackwards => $"a path of {Vertices} vertices, its edges from the far end",
        GraphShape.PathShuffled => $"a path of {Vertices} vertices, its edges shuffled",
        GraphShape.Star => $"a star of {Vertices} vertices",
        _ => $"{Vertices} vertices, {2 * Vertices} random edges",
    };

    internal static Gen<LargeGraph> Generator { get; } = Gen.Sized(size =>
        Gen.Constant(new LargeGraph((GraphShape)(size % LargeLawAttribute.Shapes), size - size % LargeLawAttribute.Shapes)));
}
