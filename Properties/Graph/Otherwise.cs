namespace Etudes.Graph;

// Right answers that choose otherwise than the reference: other edges among equal ones, in another
// order, other paths, other representatives. An example that a learner writes must hold for them too.

/// <summary>The edges from the last to the first, and their places turned back, in another order.</summary>
internal static class FromTheEnd
{
    public static (int U, int V, long Weight)[] Of((int U, int V, long Weight)[] edges) => [.. edges.Reverse()];

    public static int[] Places(int[] places, int edges) => [.. places.Select(place => edges - 1 - place).Reverse()];
}

public static class SpanningForestOtherwise
{
    public abstract class ReadsFromTheEnd : ISpanningForest
    {
        public static int[] Edges(int vertices, (int U, int V, long Weight)[] edges) =>
            FromTheEnd.Places(SpanningForest.Edges(vertices, FromTheEnd.Of(edges)), edges.Length);
    }
}

public static class KruskalOtherwise
{
    public abstract class ReadsFromTheEnd : IKruskal
    {
        public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges) =>
            Kruskal.Forest(vertices, FromTheEnd.Of(edges)) is var (chosen, total) ? (FromTheEnd.Places(chosen, edges.Length), total) : default;
    }
}

public static class PrimOtherwise
{
    public abstract class ReadsFromTheStart : IPrim
    {
        public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges) => Kruskal.Forest(vertices, edges);
    }

    public abstract class ReadsFromTheEnd : IPrim
    {
        public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges) => KruskalOtherwise.ReadsFromTheEnd.Forest(vertices, edges);
    }
}

public static class BoruvkaOtherwise
{
    public abstract class ReadsFromTheStart : IBoruvka
    {
        public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges) => Kruskal.Forest(vertices, edges);
    }

    public abstract class ReadsFromTheEnd : IBoruvka
    {
        public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges) => KruskalOtherwise.ReadsFromTheEnd.Forest(vertices, edges);
    }
}

public static class MaximumSpanningForestOtherwise
{
    public abstract class ReadsFromTheEnd : IMaximumSpanningForest
    {
        public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges) =>
            MaximumSpanningForest.Forest(vertices, FromTheEnd.Of(edges)) is var (chosen, total) ? (FromTheEnd.Places(chosen, edges.Length), total) : default;
    }
}

public static class ArborescenceOtherwise
{
    public abstract class ReadsFromTheEnd : IArborescence
    {
        public static (int[] Edges, long Total)? Of(int vertices, (int U, int V, long Weight)[] edges, int root) =>
            Arborescence.Of(vertices, FromTheEnd.Of(edges), root) is var (chosen, total) ? (FromTheEnd.Places(chosen, edges.Length), total) : null;
    }
}

public static class DijkstraOtherwise
{
    public sealed class ReadsFromTheEnd : IDijkstra<ReadsFromTheEnd>
    {
        private readonly Dijkstra _paths;

        private ReadsFromTheEnd(Dijkstra paths) => _paths = paths;

        public static ReadsFromTheEnd From(int vertices, (int U, int V, long Weight)[] edges, int source) => new(Dijkstra.From(vertices, FromTheEnd.Of(edges), source));

        public long? DistanceTo(int vertex) => _paths.DistanceTo(vertex);

        public int[]? PathTo(int vertex) => _paths.PathTo(vertex);
    }
}

public static class TopologicalOrderOtherwise
{
    /// <summary>Another of the orders, another cycle, and begun elsewhere.</summary>
    public abstract class NumbersFromTheEnd : ITopologicalOrder
    {
        public static (int[]? Order, int[]? Cycle) Of(int vertices, (int U, int V)[] edges)
        {
            var (order, cycle) = TopologicalOrder.Of(vertices, [.. edges.Reverse().Select(edge => (vertices - 1 - edge.U, vertices - 1 - edge.V))]);
            return (order?.Select(v => vertices - 1 - v).ToArray(), cycle is null ? null : [.. cycle[1..].Append(cycle[0]).Select(v => vertices - 1 - v)]);
        }
    }

    public sealed class GoesDeep : TopologicalOrderMistakes.DepthFirst<GoesDeep>;
}

public static class DisjointSetsOtherwise
{
    /// <summary>Another member stands for each set.</summary>
    public sealed class NumbersFromTheEnd : IDisjointSets<NumbersFromTheEnd>
    {
        private readonly DisjointSets _sets;
        private readonly int _n;

        private NumbersFromTheEnd(int n) => (_sets, _n) = (DisjointSets.Of(n), n);

        public static NumbersFromTheEnd Of(int n) => new(n);

        public int Find(int x) => Turned(_sets.Find(Turned(x)));

        public bool Union(int x, int y) => _sets.Union(Turned(y), Turned(x));

        public bool Same(int x, int y) => _sets.Same(Turned(x), Turned(y));

        public int SizeOf(int x) => _sets.SizeOf(Turned(x));

        public int Count => _sets.Count;

        public int[][] Groups() => [.. _sets.Groups().Select(set => set.Select(Turned).Order().ToArray()).OrderBy(set => set[0])];

        /// <summary>A number outside 0..n-1 stays outside.</summary>
        private int Turned(int x) => x < 0 || x >= _n ? x : _n - 1 - x;
    }
}
