namespace Etudes.Graph;

public static class KruskalMistakes
{
    public abstract class Scan<TSelf> : FaultyForestScan<TSelf>, IKruskal where TSelf : Scan<TSelf>, new();

    [CaughtBy(nameof(KruskalProperties<>.The_edges_close_no_cycle))]
    [Advice("Join the roots of the two trees, not the two vertices: compare and link what Find gives.")]
    public sealed class JoinsWithoutFind : Scan<JoinsWithoutFind>
    {
        protected override int Find(int[] parent, int v) => parent[v];
    }

    [CaughtBy(nameof(KruskalProperties<>.No_spanning_forest_weighs_less))]
    [Advice("The difference of two weights overflows, and more so as an int: compare with CompareTo.")]
    public sealed class ComparesByDifference : Scan<ComparesByDifference>
    {
        protected override int Compare((int U, int V, long Weight) a, (int U, int V, long Weight) b) => unchecked((int)(a.Weight - b.Weight));
    }

    [CaughtBy(nameof(KruskalProperties<>.What_the_edges_connect_the_forest_connects))]
    [Advice("A weight of 0 or below is a weight like any other, not the lack of an edge.")]
    public sealed class TakesZeroForNoEdge : Scan<TakesZeroForNoEdge>
    {
        protected override bool Considers((int U, int V, long Weight) edge) => edge.Weight > 0;
    }

    [CaughtBy(nameof(KruskalProperties<>.Only_the_order_of_the_weights_matters))]
    [Advice("Sort by the weights as they are: the lightest is the most negative one, not the one nearest to 0.")]
    public sealed class SortsByMagnitude : Scan<SortsByMagnitude>
    {
        protected override int Compare((int U, int V, long Weight) a, (int U, int V, long Weight) b) =>
            Int128.Abs(a.Weight).CompareTo(Int128.Abs(b.Weight));
    }

    [CaughtBy(nameof(KruskalProperties<>.No_spanning_forest_weighs_less))]
    [Advice("Sorted by their bits, negative weights come last: flip the sign bit, or subtract the least weight.")]
    public sealed class SortsByTheBits : Scan<SortsByTheBits>
    {
        protected override int Compare((int U, int V, long Weight) a, (int U, int V, long Weight) b) => ((ulong)a.Weight).CompareTo((ulong)b.Weight);
    }

    [CaughtBy(nameof(KruskalProperties<>.The_total_is_the_sum_of_the_chosen_weights))]
    [Advice("A double is exact up to 2^53 only: add up in Int128.")]
    public sealed class AddsUpInDouble : Scan<AddsUpInDouble>
    {
        protected override long Sum(List<long> weights) => (long)weights.Aggregate(0.0, (sum, weight) => sum + weight);
    }

    [CaughtBy(nameof(KruskalProperties<>.A_total_beyond_64_bits_throws))]
    [Advice("A sum of longs wraps round without a word: add up in Int128 and convert the total in a checked context.")]
    public sealed class LetsTheTotalWrap : Scan<LetsTheTotalWrap>
    {
        protected override long Sum(List<long> weights) => weights.Aggregate(0L, (sum, weight) => unchecked(sum + weight));
    }

    [CaughtBy(nameof(KruskalProperties<>.A_total_within_64_bits_is_right_though_partial_sums_are_beyond))]
    [Advice("A checked sum of longs, as LINQ's Sum is, throws at a partial sum that later weights would bring back: add up in Int128.")]
    public sealed class ThrowsAtAPartialSum : Scan<ThrowsAtAPartialSum>
    {
        protected override long Sum(List<long> weights) => weights.Sum();
    }

    [CaughtBy(nameof(KruskalProperties<>.A_vertex_outside_the_graph_or_a_negative_number_of_vertices_throws))]
    [Advice("The scan may stop before it has met a bad edge: check all vertices first.")]
    public sealed class ChecksOnlyWhatItScans : Scan<ChecksOnlyWhatItScans>
    {
        protected override void Check(int vertices, (int U, int V, long Weight)[] edges) => ArgumentOutOfRangeException.ThrowIfNegative(vertices);

        protected override int Find(int[] parent, int v) =>
            (uint)v < (uint)parent.Length ? base.Find(parent, v) : throw new ArgumentOutOfRangeException(nameof(v));
    }

    [CaughtBy(nameof(KruskalProperties<>.The_input_is_left_alone))]
    [Advice("Sort indices, not the edges: the array is the caller's, and once it is sorted your indices mean other edges.")]
    public sealed class SortsItsInput : Scan<SortsItsInput>
    {
        protected override List<int> Choose(int vertices, (int U, int V, long Weight)[] edges)
        {
            Array.Sort(edges, Compare);
            return base.Choose(vertices, edges);
        }
    }

    [CaughtBy(nameof(KruskalProperties<>.Eighty_thousand_vertices_are_soon_done))]
    [Advice("Giving all vertices of a tree a new label takes O(n) per edge: use disjoint sets.")]
    public sealed class RelabelsAllVertices : Scan<RelabelsAllVertices>
    {
        protected override List<int> Choose(int vertices, (int U, int V, long Weight)[] edges)
        {
            List<int> forest = [];
            int[] label = [.. Enumerable.Range(0, vertices)];
            foreach (int i in Enumerable.Range(0, edges.Length).OrderBy(i => edges[i].Weight))
            {
                int from = label[edges[i].U], to = label[edges[i].V];
                if (from == to) continue;
                LawRunner.EndIfGivenUp();
                forest.Add(i);
                for (int v = 0; v < vertices; v++)
                    if (label[v] == from) label[v] = to;
            }
            return forest;
        }
    }
}
