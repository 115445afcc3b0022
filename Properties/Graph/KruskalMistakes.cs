namespace Etudes.Graph;

public static class KruskalMistakes
{
    public abstract class Scan<TSelf> : FaultyForestScan<TSelf>, IKruskal where TSelf : Scan<TSelf>, new();

    [CaughtBy(nameof(KruskalProperties<>.The_edges_close_no_cycle))]
    [Breaks("Kruskal.summary.1")]
    [Advice("Join the roots of the two trees, not the two vertices: compare and link what Find gives.")]
    public sealed class JoinsWithoutFind : Scan<JoinsWithoutFind>
    {
        protected override int Find(int[] parent, int v) => parent[v];
    }

    [CaughtBy(nameof(KruskalProperties<>.No_spanning_forest_weighs_less))]
    [Breaks("Forest.summary.1", "Constraints.1")]
    [Advice("The difference of two weights overflows, and more so as an int: compare with CompareTo.")]
    public sealed class ComparesByDifference : Scan<ComparesByDifference>
    {
        protected override int Compare((int U, int V, long Weight) a, (int U, int V, long Weight) b) => unchecked((int)(a.Weight - b.Weight));
    }

    [CaughtBy(nameof(KruskalProperties<>.What_the_edges_connect_the_forest_connects))]
    [Breaks("Forest.summary.2")]
    [Advice("A weight of 0 or below is a weight like any other, not the lack of an edge.")]
    public sealed class TakesZeroForNoEdge : Scan<TakesZeroForNoEdge>
    {
        protected override bool Considers((int U, int V, long Weight) edge) => edge.Weight > 0;
    }

    [CaughtBy(nameof(KruskalProperties<>.Only_the_order_of_the_weights_matters))]
    [Breaks("Forest.summary.2")]
    [Advice("Sort by the weights as they are: the lightest is the most negative one, not the one nearest to 0.")]
    public sealed class SortsByMagnitude : Scan<SortsByMagnitude>
    {
        protected override int Compare((int U, int V, long Weight) a, (int U, int V, long Weight) b) =>
            Int128.Abs(a.Weight).CompareTo(Int128.Abs(b.Weight));
    }

    [CaughtBy(nameof(KruskalProperties<>.No_spanning_forest_weighs_less))]
    [Breaks("Forest.summary.2", "Constraints.1")]
    [Advice("Sorted by their bits, negative weights come last: flip the sign bit, or subtract the least weight.")]
    public sealed class SortsByTheBits : Scan<SortsByTheBits>
    {
        protected override int Compare((int U, int V, long Weight) a, (int U, int V, long Weight) b) => ((ulong)a.Weight).CompareTo((ulong)b.Weight);
    }

    [CaughtBy(nameof(KruskalProperties<>.The_total_is_the_sum_of_the_chosen_weights))]
    [Breaks("Forest.summary.1")]
    [Advice("A double is exact up to 2^53 only: add up in Int128.")]
    public sealed class AddsUpInDouble : Scan<AddsUpInDouble>
    {
        protected override long Sum(List<long> weights) => (long)weights.Aggregate(0.0, (sum, weight) => sum + weight);
    }

    [CaughtBy(nameof(KruskalProperties<>.A_total_beyond_64_bits_throws))]
    [Breaks("Forest.exception.2", "Constraints.4")]
    [Advice("A sum of longs wraps round without a word: add up in Int128 and convert the total in a checked context.")]
    public sealed class LetsTheTotalWrap : Scan<LetsTheTotalWrap>
    {
        protected override long Sum(List<long> weights) => weights.Aggregate(0L, (sum, weight) => unchecked(sum + weight));
    }

    [CaughtBy(nameof(KruskalProperties<>.A_total_within_64_bits_is_right_though_partial_sums_are_beyond))]
    [Breaks("Forest.exception.2", "Constraints.4")]
    [Advice("A checked sum of longs, as LINQ's Sum is, throws at a partial sum that later weights would bring back: add up in Int128.")]
    public sealed class ThrowsAtAPartialSum : Scan<ThrowsAtAPartialSum>
    {
        protected override long Sum(List<long> weights) => weights.Sum();
    }

    [CaughtBy(nameof(KruskalProperties<>.A_vertex_outside_the_graph_or_a_negative_number_of_vertices_throws))]
    [Breaks("Forest.exception.1", "Constraints.3")]
    [Advice("The scan may stop before it has met a bad edge: check all vertices first.")]
    public sealed class ChecksOnlyWhatItScans : Scan<ChecksOnlyWhatItScans>
    {
        protected override void Check(int vertices, (int U, int V, long Weight)[] edges) => ArgumentOutOfRangeException.ThrowIfNegative(vertices);

        protected override int Find(int[] parent, int v) =>
            (uint)v < (uint)parent.Length ? base.Find(parent, v) : throw new ArgumentOutOfRangeException(nameof(v));
    }

    [CaughtBy(nameof(KruskalProperties<>.The_input_is_left_alone))]
    [Breaks("Forest.edges.1")]
    [Advice("Sort indices, not the edges: the array is the caller's, and once it is sorted your indices mean other edges.")]
    public sealed class SortsItsInput : Scan<SortsItsInput>
    {
        protected override List<int> Choose(int vertices, (int U, int V, long Weight)[] edges)
        {
            Array.Sort(edges, Compare);
            return base.Choose(vertices, edges);
        }
    }

    [CaughtBy(nameof(KruskalProperties<>.Two_hundred_thousand_vertices_are_soon_done))]
    [Breaks("Forest.summary.3", "Target.1")]
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

    [CaughtBy(nameof(KruskalProperties<>.What_the_edges_connect_the_forest_connects))]
    [Breaks("Forest.vertices.1")]
    [Advice("The vertices are 0..n-1: 0 is a vertex like any other, and n is none.")]
    public sealed class NumbersVerticesFromOne : IKruskal
    {
        public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges) => SpoiltForest.FromOne(Kruskal.Forest, vertices, edges);
    }

    [CaughtBy(nameof(KruskalProperties<>.The_edges_close_no_cycle))]
    [Breaks("Forest.summary.2", "Constraints.2")]
    [Advice("A self-loop is legal: it closes a cycle by itself, so leave it out.")]
    public sealed class RefusesSelfLoops : Scan<RefusesSelfLoops>
    {
        protected override void Check(int vertices, (int U, int V, long Weight)[] edges)
        {
            base.Check(vertices, edges);
            if (Array.Exists(edges, edge => edge.U == edge.V)) throw new ArgumentException("a self-loop", nameof(edges));
        }
    }

    [CaughtBy(nameof(KruskalProperties<>.No_spanning_forest_weighs_less))]
    [Breaks("Constraints.2")]
    [Advice("Edges with the same ends are different edges: a dictionary by ends keeps only the last.")]
    public sealed class KeepsOneOfParallelEdges : IKruskal
    {
        public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges) => SpoiltForest.WithoutParallels(Kruskal.Forest, vertices, edges);
    }

    [CaughtBy(nameof(KruskalProperties<>.An_edge_left_out_is_a_heaviest_on_the_cycle_that_it_closes))]
    [Breaks("Constraints.1")]
    [Advice("A double is exact up to 2^53 only, and larger weights that differ become equal: compare them as longs.")]
    public sealed class ComparesInDouble : Scan<ComparesInDouble>
    {
        protected override int Compare((int U, int V, long Weight) a, (int U, int V, long Weight) b) => ((double)a.Weight).CompareTo(b.Weight);
    }

    [CaughtBy(nameof(KruskalProperties<>.A_total_is_right_up_to_the_ends_of_64_bits_and_throws_one_beyond))]
    [Breaks("Forest.exception.2")]
    [Advice("As a double, long.MaxValue is 2^63, one too much: convert the exact total in a checked context.")]
    public sealed class ChecksTheTotalInDouble : Scan<ChecksTheTotalInDouble>
    {
        protected override long Sum(List<long> weights)
        {
            var sum = weights.Aggregate(Int128.Zero, (sum, weight) => sum + weight);
            return Math.Abs((double)sum) <= long.MaxValue ? unchecked((long)sum) : throw new OverflowException();
        }
    }

    [CaughtBy(nameof(KruskalProperties<>.After_a_refused_call_the_next_one_is_right))]
    [Breaks("Forest.summary.1")]
    [Advice("A total that outlives the call still holds what an overflow left there: start each call at 0.")]
    public sealed class KeepsItsTotal : Scan<KeepsItsTotal>
    {
        [ThreadStatic] private static Int128 s_sum;

        protected override long Sum(List<long> weights)
        {
            foreach (long weight in weights) s_sum += weight;
            long total = checked((long)s_sum);
            s_sum = 0;
            return total;
        }
    }

    [CaughtBy(nameof(KruskalProperties<>.A_later_call_leaves_an_earlier_forest_alone))]
    [Breaks("Forest.summary.1")]
    [Advice("An array that was given to a caller is his: make a new one for each answer.")]
    public sealed class AnswersInOneArray : IKruskal
    {
        public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges) => SpoiltForest.InOneArray(Kruskal.Forest, vertices, edges);
    }

    [CaughtBy(nameof(KruskalProperties<>.A_total_beyond_64_bits_throws))]
    [Breaks("Forest.edges.1")]
    [Advice("What is changed in the caller's edges and put back at the end stays changed when the call throws: use an array of your own.")]
    public sealed class TurnsTheEndsForAWhile : IKruskal
    {
        public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges) => SpoiltForest.Turning(Kruskal.Forest, vertices, edges);
    }

    [CaughtBy(nameof(KruskalProperties<>.Two_hundred_thousand_vertices_are_soon_done))]
    [Breaks("Constraints.1")]
    [Advice("A count in 16 bits ends at 65 535, and then begins again at 0: count in int.")]
    public sealed class CountsInSixteenBits : Scan<CountsInSixteenBits>
    {
        protected override bool IsWhole(int taken, int vertices) => (ushort)taken == (ushort)(vertices - 1);
    }

    [CaughtBy(nameof(KruskalProperties<>.Two_hundred_thousand_vertices_are_soon_done))]
    [Breaks("Target.2")]
    [Advice("The order of the edges stays the same all the time: sort once, before the scan.")]
    public sealed class SortsAgainForEachEdge : Scan<SortsAgainForEachEdge>
    {
        protected override List<int> Choose(int vertices, (int U, int V, long Weight)[] edges)
        {
            List<int> forest = [], left = [.. Enumerable.Range(0, edges.Length)];
            int[] parent = [.. Enumerable.Range(0, vertices)];
            for (; left.Count > 0; left.RemoveAt(left.Count - 1))
            {
                LawRunner.EndIfGivenUp();
                left.Sort((i, j) => Compare(edges[j], edges[i]));
                int u = Find(parent, edges[left[^1]].U), v = Find(parent, edges[left[^1]].V);
                if (u == v) continue;
                parent[u] = v;
                forest.Add(left[^1]);
            }
            return forest;
        }
    }

    [CaughtBy(nameof(KruskalProperties<>.Large_graphs_that_hurt_get_a_lightest_forest))]
    [Breaks("Forest.summary.3", "Target.1")]
    [Advice("A quicksort that takes the first of a part as its pivot is quadratic where the weights ascend or are equal: use Array.Sort.")]
    public sealed class TakesTheFirstAsThePivot : Scan<TakesTheFirstAsThePivot>
    {
        protected override void Sort(List<int> order, (int U, int V, long Weight)[] edges)
        {
            var parts = new Stack<(int First, int End)>([(0, order.Count)]);
            while (parts.TryPop(out var part))
            {
                LawRunner.EndIfGivenUp();
                var (first, end) = part;
                if (end - first < 2) continue;
                int pivot = first;
                for (int k = first + 1; k < end; k++)
                {
                    if (Compare(edges[order[k]], edges[order[first]]) >= 0) continue;
                    pivot++;
                    (order[pivot], order[k]) = (order[k], order[pivot]);
                }
                (order[first], order[pivot]) = (order[pivot], order[first]);
                parts.Push((first, pivot));
                parts.Push((pivot + 1, end));
            }
        }
    }

    [CaughtBy(nameof(KruskalProperties<>.Two_hundred_thousand_vertices_are_soon_done))]
    [Breaks("Constraints.1")]
    [Advice("Weight and index in one number leave the index too few bits: 18 of them end at 262 143.")]
    public sealed class PacksTheIndexIntoEighteenBits : IKruskal
    {
        public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
        {
            var (forest, total) = Kruskal.Forest(vertices, edges);
            return ([.. forest.Select(i => i & (1 << 18) - 1)], total);
        }
    }

    [CaughtBy(nameof(KruskalProperties<>.Edges_that_the_caller_changes_in_place_are_another_graph))]
    [Breaks("Forest.summary.1")]
    [Advice("The caller may change an array and hand it over again: know a graph by what it says, not by its array.")]
    public sealed class RemembersTheArray : IKruskal
    {
        public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges) => SpoiltForest.FromMemory(Kruskal.Forest, vertices, edges);
    }

    [CaughtBy(nameof(KruskalProperties<>.After_65536_calls_the_next_is_as_right_as_the_first))]
    [Breaks("Forest.summary.1")]
    [Advice("A number of the call in 16 bits comes round after 65 536 calls, and old marks look new: mark in an array of the call's own.")]
    public sealed class NumbersItsCallsInSixteenBits : IKruskal
    {
        public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges) => SpoiltForest.WithOldMarks(Kruskal.Forest, vertices, edges);
    }

    [CaughtBy(nameof(KruskalProperties<>.A_dense_graph_gets_its_forest_however_many_bits_the_weights_have))]
    [Breaks("Constraints.1")]
    [Advice("long.MaxValue is a weight like any other: in a matrix of weights it cannot stand for no edge.")]
    public sealed class TakesAnExtremeForNoEdgeWhereThereAreMany : IKruskal
    {
        public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges) => SpoiltForest.ByMatrix(Kruskal.Forest, long.MaxValue, vertices, edges);
    }

    [CaughtBy(nameof(KruskalProperties<>.A_total_of_131072_extreme_weights_throws))]
    [Breaks("Forest.exception.2", "Constraints.4")]
    [Advice("A sum in 80 bits comes round too, after 2^17 weights of 63 bits: add up in Int128.")]
    public sealed class AddsUpInEightyBits : Scan<AddsUpInEightyBits>
    {
        protected override long Sum(List<long> weights) => checked((long)(weights.Aggregate(Int128.Zero, (sum, weight) => sum + weight) << 48 >> 48));
    }

    [CaughtBy(nameof(KruskalProperties<>.Two_hundred_thousand_vertices_are_soon_done))]
    [Breaks("Forest.summary.3", "Target.1")]
    [Advice("A quicksort that takes the middle of a part as its pivot is quadratic in some orders too: use Array.Sort.")]
    public sealed class TakesTheMiddleAsThePivot : Scan<TakesTheMiddleAsThePivot>
    {
        protected override void Sort(List<int> order, (int U, int V, long Weight)[] edges)
        {
            var parts = new Stack<(int First, int Last)>([(0, order.Count - 1)]);
            while (parts.TryPop(out var part))
            {
                LawRunner.EndIfGivenUp();
                var (first, last) = part;
                if (first >= last) continue;
                int i = first, j = last, pivot = order[(first + last) / 2];
                while (i <= j)
                {
                    while (Compare(edges[order[i]], edges[pivot]) < 0) i++;
                    while (Compare(edges[order[j]], edges[pivot]) > 0) j--;
                    if (i > j) break;
                    (order[i], order[j]) = (order[j], order[i]);
                    (i, j) = (i + 1, j - 1);
                }
                parts.Push((first, j));
                parts.Push((i, last));
            }
        }
    }
}
