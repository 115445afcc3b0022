namespace Etudes.Graph;

public static class PrimMistakes
{
    /// <summary>Prim with a queue of edges, as most people write it; each mistake spoils one part.</summary>
    public abstract class Growing<TSelf> : FaultyForest<TSelf>, IPrim where TSelf : Growing<TSelf>, new()
    {
        protected virtual bool OneTreeOnly => false;
        protected virtual bool Follows((int U, int V, long Weight) edge, int from) => edge.U == from || edge.V == from;
        protected virtual bool Takes(bool alreadyIn) => !alreadyIn;
        protected virtual long Priority((int U, int V, long Weight) edge, long ofParent) => edge.Weight;

        protected override List<int> Choose(int vertices, (int U, int V, long Weight)[] edges)
        {
            var around = new List<int>[vertices];
            for (int v = 0; v < vertices; v++) around[v] = [];
            for (int i = 0; i < edges.Length; i++)
            {
                around[edges[i].U].Add(i);
                if (edges[i].U != edges[i].V) around[edges[i].V].Add(i);
            }
            List<int> forest = [];
            var inTree = new bool[vertices];
            for (int root = 0; root < (OneTreeOnly ? Math.Min(vertices, 1) : vertices); root++)
                if (!inTree[root]) Grow(root, edges, around, inTree, forest);
            return forest;
        }

        private void Grow(int root, (int U, int V, long Weight)[] edges, List<int>[] around, bool[] inTree, List<int> forest)
        {
            var queue = new PriorityQueue<(int V, int Edge), long>();
            queue.Enqueue((root, -1), 0);
            while (queue.TryDequeue(out var entry, out long priority))
            {
                var (v, into) = entry;
                bool alreadyIn = inTree[v];
                if (into >= 0 && Takes(alreadyIn)) forest.Add(into);
                if (alreadyIn) continue;
                inTree[v] = true;
                foreach (int i in around[v])
                    if (Follows(edges[i], v) && !inTree[edges[i].U ^ edges[i].V ^ v])
                        queue.Enqueue((edges[i].U ^ edges[i].V ^ v, i), Priority(edges[i], priority));
            }
        }
    }

    [CaughtBy(nameof(PrimProperties<>.Two_graphs_side_by_side_get_the_sum_of_their_totals))]
    [Advice("The graph may have several components: start a tree from every vertex that no tree has reached yet.")]
    public sealed class GrowsFromVertexZeroOnly : Growing<GrowsFromVertexZeroOnly>
    {
        protected override bool OneTreeOnly => true;
    }

    [CaughtBy(nameof(PrimProperties<>.The_edges_close_no_cycle))]
    [Advice("A vertex may stand in the queue several times: skip an entry whose vertex has joined the tree since.")]
    public sealed class TakesStaleEntries : Growing<TakesStaleEntries>
    {
        protected override bool Takes(bool alreadyIn) => true;
    }

    [CaughtBy(nameof(PrimProperties<>.A_chosen_edge_is_a_lightest_across_the_cut_that_it_bridges))]
    [Advice("The edges are undirected: put each into the lists of both its ends.")]
    public sealed class FollowsEdgesOneWay : Growing<FollowsEdgesOneWay>
    {
        protected override bool Follows((int U, int V, long Weight) edge, int from) => edge.U == from;
    }

    [CaughtBy(nameof(PrimProperties<>.No_spanning_forest_weighs_less))]
    [Advice("The priority of a vertex is the weight of one edge, not the length of the way from the root: that is Dijkstra's algorithm.")]
    public sealed class AddsUpTheWayFromTheRoot : Growing<AddsUpTheWayFromTheRoot>
    {
        protected override long Priority((int U, int V, long Weight) edge, long ofParent) => ofParent + edge.Weight;
    }

    [CaughtBy(nameof(PrimProperties<>.An_edge_left_out_is_a_heaviest_on_the_cycle_that_it_closes))]
    [Advice("The weights have 64 bits: a priority cast to int keeps only the lower half.")]
    public sealed class CastsThePriorityToInt : Growing<CastsThePriorityToInt>
    {
        protected override long Priority((int U, int V, long Weight) edge, long ofParent) => unchecked((int)edge.Weight);
    }

    [CaughtBy(nameof(PrimProperties<>.The_total_is_the_sum_of_the_chosen_weights))]
    [Advice("Add up the total in 64 bits or more.")]
    public sealed class AddsUpInInt : Growing<AddsUpInInt>
    {
        protected override long Sum(List<long> weights) => weights.Aggregate(0, (sum, weight) => unchecked(sum + (int)weight));
    }

    [CaughtBy(nameof(PrimProperties<>.A_total_beyond_64_bits_throws))]
    [Advice("A sum of longs wraps round without a word: add up in Int128 and convert the total in a checked context.")]
    public sealed class LetsTheTotalWrap : Growing<LetsTheTotalWrap>
    {
        protected override long Sum(List<long> weights) => weights.Aggregate(0L, (sum, weight) => unchecked(sum + weight));
    }

    [CaughtBy(nameof(PrimProperties<>.A_total_within_64_bits_is_right_though_partial_sums_are_beyond))]
    [Advice("A checked sum of longs throws at a partial sum that later weights would bring back: add up in Int128.")]
    public sealed class ThrowsAtAPartialSum : Growing<ThrowsAtAPartialSum>
    {
        protected override long Sum(List<long> weights) => weights.Aggregate(0L, (sum, weight) => checked(sum + weight));
    }

    [CaughtBy(nameof(PrimProperties<>.A_vertex_outside_the_graph_or_a_negative_number_of_vertices_throws))]
    [Advice("An array that is indexed outside throws IndexOutOfRangeException: check the vertices first.")]
    public sealed class LetsTheArrayComplain : Growing<LetsTheArrayComplain>
    {
        protected override void Check(int vertices, (int U, int V, long Weight)[] edges) => ArgumentOutOfRangeException.ThrowIfNegative(vertices);
    }

    [CaughtBy(nameof(PrimProperties<>.A_single_edge_is_taken_whatever_its_weight))]
    [Advice("If the key of an unreached vertex is long.MaxValue, an edge of that weight never reaches it: mark what is reached.")]
    public sealed class TakesMaxValueForUnreached : Growing<TakesMaxValueForUnreached>
    {
        private const long Unreached = long.MaxValue;

        protected override bool Follows((int U, int V, long Weight) edge, int from) => base.Follows(edge, from) && edge.Weight < Unreached;
    }

    [CaughtBy(nameof(PrimProperties<>.The_input_is_left_alone))]
    [Advice("The edges are the caller's: turn their ends round, if you must, in a copy.")]
    public sealed class TurnsTheEndsInPlace : Growing<TurnsTheEndsInPlace>
    {
        protected override List<int> Choose(int vertices, (int U, int V, long Weight)[] edges)
        {
            foreach (ref var edge in edges.AsSpan())
                if (edge.U > edge.V) (edge.U, edge.V) = (edge.V, edge.U);
            return base.Choose(vertices, edges);
        }
    }

    [CaughtBy(nameof(PrimProperties<>.Three_hundred_thousand_vertices_are_soon_done))]
    [Advice("Looking through all vertices for the nearest one takes O(n) each time, O(n^2) in all: keep the border in a heap.")]
    public sealed class ScansForTheNearest : FaultyForest<ScansForTheNearest>, IPrim
    {
        protected override List<int> Choose(int vertices, (int U, int V, long Weight)[] edges)
        {
            var around = Enumerable.Range(0, edges.Length).SelectMany(i => new[] { (edges[i].U, i), (edges[i].V, i) }).ToLookup(x => x.Item1, x => x.i);
            List<int> forest = [];
            var (inTree, lightest) = (new bool[vertices], new int[vertices]);
            Array.Fill(lightest, -1);
            for (int step = 0; step < vertices; step++)
            {
                LawRunner.EndIfGivenUp();
                int nearest = -1;
                for (int v = 0; v < vertices; v++)
                    if (!inTree[v] && (nearest < 0 || Key(v) < Key(nearest))) nearest = v;
                inTree[nearest] = true;
                if (lightest[nearest] >= 0) forest.Add(lightest[nearest]);
                foreach (int i in around[nearest])
                {
                    int v = edges[i].U ^ edges[i].V ^ nearest;
                    if (!inTree[v] && edges[i].Weight < Key(v)) lightest[v] = i;
                }
            }
            return forest;

            Int128 Key(int v) => lightest[v] < 0 ? Int128.MaxValue : edges[lightest[v]].Weight;
        }
    }
}
