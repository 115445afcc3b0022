namespace Etudes.Graph;

public static class MaximumSpanningForestMistakes
{
    /// <summary>Kruskal's scan from the heaviest edge; each mistake spoils one part.</summary>
    public abstract class HeaviestFirst<TSelf> : FaultyForestScan<TSelf>, IMaximumSpanningForest where TSelf : HeaviestFirst<TSelf>, new()
    {
        protected override int Compare((int U, int V, long Weight) a, (int U, int V, long Weight) b) => b.Weight.CompareTo(a.Weight);
    }

    [CaughtBy(nameof(MaximumSpanningForestProperties<>.An_edge_of_the_least_weight_beside_another_is_left_out))]
    [Breaks("Constraints.1")]
    [Advice("-long.MinValue is long.MinValue again: sort by ~w, which turns the order of all longs round.")]
    public sealed class NegatesTheWeights : HeaviestFirst<NegatesTheWeights>
    {
        protected override int Compare((int U, int V, long Weight) a, (int U, int V, long Weight) b) =>
            unchecked(-a.Weight).CompareTo(unchecked(-b.Weight));
    }

    [CaughtBy(nameof(MaximumSpanningForestProperties<>.A_chosen_edge_is_a_heaviest_across_the_cut_that_it_bridges))]
    [Breaks("MaximumSpanningForest.summary.1", "Forest.summary.2")]
    [Advice("That is a minimum spanning forest: look at the heaviest edges first.")]
    public sealed class TakesTheLightest : HeaviestFirst<TakesTheLightest>
    {
        protected override int Compare((int U, int V, long Weight) a, (int U, int V, long Weight) b) => a.Weight.CompareTo(b.Weight);
    }

    [CaughtBy(nameof(MaximumSpanningForestProperties<>.What_the_edges_connect_the_forest_connects))]
    [Breaks("Forest.summary.2")]
    [Advice("A negative edge lowers the total, but where nothing else connects, the forest must have it.")]
    public sealed class LeavesOutNegativeEdges : HeaviestFirst<LeavesOutNegativeEdges>
    {
        protected override bool Considers((int U, int V, long Weight) edge) => edge.Weight >= 0;
    }

    [CaughtBy(nameof(MaximumSpanningForestProperties<>.The_edges_close_no_cycle))]
    [Breaks("MaximumSpanningForest.summary.1")]
    [Advice("The heaviest n - 1 edges may close a cycle: take an edge only if it joins two trees.")]
    public sealed class TakesTheHeaviestEdges : HeaviestFirst<TakesTheHeaviestEdges>
    {
        protected override List<int> Choose(int vertices, (int U, int V, long Weight)[] edges) =>
            [.. Enumerable.Range(0, edges.Length).OrderByDescending(i => edges[i].Weight).Take(vertices - 1)];
    }

    [CaughtBy(nameof(MaximumSpanningForestProperties<>.A_chosen_edge_is_a_heaviest_across_the_cut_that_it_bridges))]
    [Breaks("MaximumSpanningForest.summary.1", "Forest.summary.2")]
    [Advice("Sort by the weights as they are: -5 is lighter than 1, though farther from 0.")]
    public sealed class SortsByMagnitude : HeaviestFirst<SortsByMagnitude>
    {
        protected override int Compare((int U, int V, long Weight) a, (int U, int V, long Weight) b) =>
            Int128.Abs(b.Weight).CompareTo(Int128.Abs(a.Weight));
    }

    [CaughtBy(nameof(MaximumSpanningForestProperties<>.Relabelling_the_vertices_and_shuffling_the_edges_keeps_the_total))]
    [Breaks("Forest.summary.2", "Constraints.2")]
    [Advice("Edges with the same ends are different edges: a dictionary by ends keeps only the last.")]
    public sealed class KeepsOneOfParallelEdges : IMaximumSpanningForest
    {
        public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges) =>
            SpoiltForest.WithoutParallels(MaximumSpanningForest.Forest, vertices, edges);
    }

    [CaughtBy(nameof(MaximumSpanningForestProperties<>.The_total_is_the_sum_of_the_chosen_weights))]
    [Breaks("Forest.summary.1")]
    [Advice("~w is -w - 1, so a sum of turned weights, turned back, is off by one per edge: add up the weights as given.")]
    public sealed class TurnsTheTotalBackAtOnce : HeaviestFirst<TurnsTheTotalBackAtOnce>
    {
        protected override long Sum(List<long> weights) => ~base.Sum(weights.ConvertAll(weight => ~weight));
    }

    [CaughtBy(nameof(MaximumSpanningForestProperties<>.A_single_edge_is_taken_whatever_its_weight))]
    [Breaks("Forest.exception.2", "Constraints.4")]
    [Advice("A total of long.MinValue fits, but its opposite does not: add up the weights as given.")]
    public sealed class NegatesTheTotal : HeaviestFirst<NegatesTheTotal>
    {
        protected override long Sum(List<long> weights) => -checked((long)weights.Aggregate(Int128.Zero, (sum, weight) => sum - weight));
    }

    [CaughtBy(nameof(MaximumSpanningForestProperties<>.A_total_beyond_64_bits_throws))]
    [Breaks("Forest.exception.2", "Constraints.4")]
    [Advice("A sum of longs wraps round without a word: add up in Int128 and convert the total in a checked context.")]
    public sealed class LetsTheTotalWrap : HeaviestFirst<LetsTheTotalWrap>
    {
        protected override long Sum(List<long> weights) => weights.Aggregate(0L, (sum, weight) => unchecked(sum + weight));
    }

    [CaughtBy(nameof(MaximumSpanningForestProperties<>.A_total_within_64_bits_is_right_though_partial_sums_are_beyond))]
    [Breaks("Forest.exception.2", "Constraints.4")]
    [Advice("A checked sum of longs, as LINQ's Sum is, throws at a partial sum that later weights would bring back: add up in Int128.")]
    public sealed class ThrowsAtAPartialSum : HeaviestFirst<ThrowsAtAPartialSum>
    {
        protected override long Sum(List<long> weights) => weights.Sum();
    }

    [CaughtBy(nameof(MaximumSpanningForestProperties<>.A_vertex_outside_the_graph_or_a_negative_number_of_vertices_throws))]
    [Breaks("Forest.exception.1", "Constraints.3")]
    [Advice("A vertex can be below 0 too: check both sides of the range.")]
    public sealed class ChecksTheUpperEndOnly : HeaviestFirst<ChecksTheUpperEndOnly>
    {
        protected override void Check(int vertices, (int U, int V, long Weight)[] edges)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(vertices);
            foreach (var (u, v, _) in edges) ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(Math.Max(u, v), vertices);
        }
    }

    [CaughtBy(nameof(MaximumSpanningForestProperties<>.The_input_is_left_alone))]
    [Breaks("Forest.edges.1")]
    [Advice("The weights are the caller's: turn them round in an array of your own.")]
    public sealed class TurnsTheWeightsInPlace : HeaviestFirst<TurnsTheWeightsInPlace>
    {
        protected override int Compare((int U, int V, long Weight) a, (int U, int V, long Weight) b) => a.Weight.CompareTo(b.Weight);

        protected override List<int> Choose(int vertices, (int U, int V, long Weight)[] edges)
        {
            foreach (ref var edge in edges.AsSpan()) edge.Weight = ~edge.Weight;
            return base.Choose(vertices, edges);
        }

        protected override long Sum(List<long> weights) => base.Sum(weights.ConvertAll(weight => ~weight));
    }

    [CaughtBy(nameof(MaximumSpanningForestProperties<>.Two_hundred_thousand_vertices_are_soon_done))]
    [Breaks("Forest.summary.3", "Target.1")]
    [Advice("Looking for the heaviest edge left takes O(m) each time: sort once.")]
    public sealed class LooksForTheHeaviestEachTime : HeaviestFirst<LooksForTheHeaviestEachTime>
    {
        protected override List<int> Choose(int vertices, (int U, int V, long Weight)[] edges)
        {
            List<int> forest = [], left = [.. Enumerable.Range(0, edges.Length)];
            int[] parent = [.. Enumerable.Range(0, vertices)];
            while (left.Count > 0)
            {
                LawRunner.EndIfGivenUp();
                int heaviest = left.MaxBy(i => edges[i].Weight);
                left.Remove(heaviest);
                int u = Find(parent, edges[heaviest].U), v = Find(parent, edges[heaviest].V);
                if (u == v) continue;
                parent[u] = v;
                forest.Add(heaviest);
            }
            return forest;
        }
    }

    [CaughtBy(nameof(MaximumSpanningForestProperties<>.What_the_edges_connect_the_forest_connects))]
    [Breaks("Forest.vertices.1")]
    [Advice("The vertices are 0..n-1: 0 is a vertex like any other, and n is none.")]
    public sealed class NumbersVerticesFromOne : IMaximumSpanningForest
    {
        public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges) => SpoiltForest.FromOne(MaximumSpanningForest.Forest, vertices, edges);
    }

    [CaughtBy(nameof(MaximumSpanningForestProperties<>.The_edges_close_no_cycle))]
    [Breaks("Forest.summary.2", "Constraints.2")]
    [Advice("A self-loop is legal: it closes a cycle by itself, so leave it out.")]
    public sealed class RefusesSelfLoops : HeaviestFirst<RefusesSelfLoops>
    {
        protected override void Check(int vertices, (int U, int V, long Weight)[] edges)
        {
            base.Check(vertices, edges);
            if (Array.Exists(edges, edge => edge.U == edge.V)) throw new ArgumentException("a self-loop", nameof(edges));
        }
    }

    [CaughtBy(nameof(MaximumSpanningForestProperties<>.A_total_is_right_up_to_the_ends_of_64_bits_and_throws_one_beyond))]
    [Breaks("Forest.exception.2")]
    [Advice("As a double, long.MaxValue is 2^63, one too much: convert the exact total in a checked context.")]
    public sealed class ChecksTheTotalInDouble : HeaviestFirst<ChecksTheTotalInDouble>
    {
        protected override long Sum(List<long> weights)
        {
            var sum = weights.Aggregate(Int128.Zero, (sum, weight) => sum + weight);
            return Math.Abs((double)sum) <= long.MaxValue ? unchecked((long)sum) : throw new OverflowException();
        }
    }

    [CaughtBy(nameof(MaximumSpanningForestProperties<>.After_a_refused_call_the_next_one_is_right))]
    [Breaks("Forest.summary.1")]
    [Advice("A total that outlives the call still holds what an overflow left there: start each call at 0.")]
    public sealed class KeepsItsTotal : HeaviestFirst<KeepsItsTotal>
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

    [CaughtBy(nameof(MaximumSpanningForestProperties<>.A_later_call_leaves_an_earlier_forest_alone))]
    [Breaks("Forest.summary.1")]
    [Advice("An array that was given to a caller is his: make a new one for each answer.")]
    public sealed class AnswersInOneArray : IMaximumSpanningForest
    {
        public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges) => SpoiltForest.InOneArray(MaximumSpanningForest.Forest, vertices, edges);
    }

    [CaughtBy(nameof(MaximumSpanningForestProperties<>.A_total_beyond_64_bits_throws))]
    [Breaks("Forest.edges.1")]
    [Advice("What is changed in the caller's edges and put back at the end stays changed when the call throws: use an array of your own.")]
    public sealed class TurnsTheEndsForAWhile : IMaximumSpanningForest
    {
        public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges) => SpoiltForest.Turning(MaximumSpanningForest.Forest, vertices, edges);
    }

    [CaughtBy(nameof(MaximumSpanningForestProperties<>.An_edge_left_out_is_a_lightest_on_the_cycle_that_it_closes))]
    [Breaks("Constraints.1")]
    [Advice("A double is exact up to 2^53 only, and larger weights that differ become equal: compare them as longs.")]
    public sealed class ComparesInDouble : HeaviestFirst<ComparesInDouble>
    {
        protected override int Compare((int U, int V, long Weight) a, (int U, int V, long Weight) b) => ((double)b.Weight).CompareTo(a.Weight);
    }

    [CaughtBy(nameof(MaximumSpanningForestProperties<>.Large_graphs_that_hurt_get_a_heaviest_forest_for_the_opposite_weights))]
    [Breaks("Constraints.1")]
    [Advice("A count in 16 bits ends at 65 535, and then begins again at 0: count in int.")]
    public sealed class CountsInSixteenBits : HeaviestFirst<CountsInSixteenBits>
    {
        protected override bool IsWhole(int taken, int vertices) => (ushort)taken == (ushort)(vertices - 1);
    }

    [CaughtBy(nameof(MaximumSpanningForestProperties<>.Edges_that_the_caller_changes_in_place_are_another_graph))]
    [Breaks("Forest.summary.1")]
    [Advice("The caller may change an array and hand it over again: know a graph by what it says, not by its array.")]
    public sealed class RemembersTheArray : IMaximumSpanningForest
    {
        public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges) => SpoiltForest.FromMemory(MaximumSpanningForest.Forest, vertices, edges);
    }

    [CaughtBy(nameof(MaximumSpanningForestProperties<>.After_65536_calls_the_next_is_as_right_as_the_first))]
    [Breaks("Forest.summary.1")]
    [Advice("A number of the call in 16 bits comes round after 65 536 calls, and old marks look new: mark in an array of the call's own.")]
    public sealed class NumbersItsCallsInSixteenBits : IMaximumSpanningForest
    {
        public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges) => SpoiltForest.WithOldMarks(MaximumSpanningForest.Forest, vertices, edges);
    }

    [CaughtBy(nameof(MaximumSpanningForestProperties<>.A_dense_graph_gets_its_forest_however_many_bits_the_weights_have))]
    [Breaks("Constraints.1")]
    [Advice("long.MinValue is a weight like any other: in a matrix of weights it cannot stand for no edge.")]
    public sealed class TakesAnExtremeForNoEdgeWhereThereAreMany : IMaximumSpanningForest
    {
        public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges) => SpoiltForest.ByMatrix(MaximumSpanningForest.Forest, long.MinValue, vertices, edges);
    }

    [CaughtBy(nameof(MaximumSpanningForestProperties<>.A_total_of_131072_extreme_weights_throws))]
    [Breaks("Forest.exception.2", "Constraints.4")]
    [Advice("A sum in 80 bits comes round too, after 2^17 weights of 63 bits: add up in Int128.")]
    public sealed class AddsUpInEightyBits : HeaviestFirst<AddsUpInEightyBits>
    {
        protected override long Sum(List<long> weights) => checked((long)(weights.Aggregate(Int128.Zero, (sum, weight) => sum + weight) << 48 >> 48));
    }

    [CaughtBy(nameof(MaximumSpanningForestProperties<>.A_dense_graph_gets_its_forest_however_many_bits_the_weights_have))]
    [Breaks("Forest.summary.1", "Constraints.1")]
    [Advice("Weight and index fit into one word only if their bits together are at most 64: 2^k needs k + 1 of them.")]
    public sealed class PacksOneBitTooMany : HeaviestFirst<PacksOneBitTooMany>
    {
        protected override void Sort(List<int> order, (int U, int V, long Weight)[] edges)
        {
            base.Sort(order, edges);
            if (order.Count < 64) return;
            long heaviest = edges.Max(edge => edge.Weight);
            int bits = int.Log2(order.Count - 1) + 1;
            if (ulong.Log2(Below(edges.Min(edge => edge.Weight))) + (ulong)bits <= 64)
                order.Sort((i, j) => (Below(edges[i].Weight) << bits | (uint)i).CompareTo(Below(edges[j].Weight) << bits | (uint)j));

            ulong Below(long weight) => unchecked((ulong)(heaviest - weight));
        }
    }
}
