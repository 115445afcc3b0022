namespace Etudes.Graph;

public static class MaximumSpanningForestMistakes
{
    /// <summary>Kruskal's scan from the heaviest edge; each mistake spoils one part.</summary>
    public abstract class HeaviestFirst<TSelf> : FaultyForestScan<TSelf>, IMaximumSpanningForest where TSelf : HeaviestFirst<TSelf>, new()
    {
        protected override int Compare((int U, int V, long Weight) a, (int U, int V, long Weight) b) => b.Weight.CompareTo(a.Weight);
    }

    [CaughtBy(nameof(MaximumSpanningForestProperties<>.An_edge_of_the_least_weight_beside_another_is_left_out))]
    [Advice("-long.MinValue is long.MinValue again: sort by ~w, which turns the order of all longs round.")]
    public sealed class NegatesTheWeights : HeaviestFirst<NegatesTheWeights>
    {
        protected override int Compare((int U, int V, long Weight) a, (int U, int V, long Weight) b) =>
            unchecked(-a.Weight).CompareTo(unchecked(-b.Weight));
    }

    [CaughtBy(nameof(MaximumSpanningForestProperties<>.What_the_edges_connect_the_forest_connects))]
    [Advice("A negative edge lowers the total, but where nothing else connects, the forest must have it.")]
    public sealed class LeavesOutNegativeEdges : HeaviestFirst<LeavesOutNegativeEdges>
    {
        protected override bool Considers((int U, int V, long Weight) edge) => edge.Weight >= 0;
    }

    [CaughtBy(nameof(MaximumSpanningForestProperties<>.The_edges_close_no_cycle))]
    [Advice("The heaviest n - 1 edges may close a cycle: take an edge only if it joins two trees.")]
    public sealed class TakesTheHeaviestEdges : HeaviestFirst<TakesTheHeaviestEdges>
    {
        protected override List<int> Choose(int vertices, (int U, int V, long Weight)[] edges) =>
            [.. Enumerable.Range(0, edges.Length).OrderByDescending(i => edges[i].Weight).Take(vertices - 1)];
    }

    [CaughtBy(nameof(MaximumSpanningForestProperties<>.A_chosen_edge_is_a_heaviest_across_the_cut_that_it_bridges))]
    [Advice("Sort by the weights as they are: -5 is lighter than 1, though farther from 0.")]
    public sealed class SortsByMagnitude : HeaviestFirst<SortsByMagnitude>
    {
        protected override int Compare((int U, int V, long Weight) a, (int U, int V, long Weight) b) =>
            Int128.Abs(b.Weight).CompareTo(Int128.Abs(a.Weight));
    }

    [CaughtBy(nameof(MaximumSpanningForestProperties<>.Relabelling_the_vertices_and_shuffling_the_edges_keeps_the_total))]
    [Advice("Edges with the same ends are different edges: a dictionary by ends keeps only the last.")]
    public sealed class KeepsOneOfParallelEdges : HeaviestFirst<KeepsOneOfParallelEdges>
    {
        protected override List<int> Choose(int vertices, (int U, int V, long Weight)[] edges)
        {
            Dictionary<(int, int), int> last = [];
            for (int i = 0; i < edges.Length; i++) last[(Math.Min(edges[i].U, edges[i].V), Math.Max(edges[i].U, edges[i].V))] = i;
            int[] kept = [.. last.Values];
            return base.Choose(vertices, [.. kept.Select(i => edges[i])]).ConvertAll(k => kept[k]);
        }
    }

    [CaughtBy(nameof(MaximumSpanningForestProperties<>.The_total_is_the_sum_of_the_chosen_weights))]
    [Advice("~w is -w - 1, so a sum of turned weights, turned back, is off by one per edge: add up the weights as given.")]
    public sealed class TurnsTheTotalBackAtOnce : HeaviestFirst<TurnsTheTotalBackAtOnce>
    {
        protected override long Sum(List<long> weights) => ~base.Sum(weights.ConvertAll(weight => ~weight));
    }

    [CaughtBy(nameof(MaximumSpanningForestProperties<>.A_single_edge_is_taken_whatever_its_weight))]
    [Advice("A total of long.MinValue fits, but its opposite does not: add up the weights as given.")]
    public sealed class NegatesTheTotal : HeaviestFirst<NegatesTheTotal>
    {
        protected override long Sum(List<long> weights) => -checked((long)weights.Aggregate(Int128.Zero, (sum, weight) => sum - weight));
    }

    [CaughtBy(nameof(MaximumSpanningForestProperties<>.A_total_beyond_64_bits_throws))]
    [Advice("A sum of longs wraps round without a word: add up in Int128 and convert the total in a checked context.")]
    public sealed class LetsTheTotalWrap : HeaviestFirst<LetsTheTotalWrap>
    {
        protected override long Sum(List<long> weights) => weights.Aggregate(0L, (sum, weight) => unchecked(sum + weight));
    }

    [CaughtBy(nameof(MaximumSpanningForestProperties<>.A_total_within_64_bits_is_right_though_partial_sums_are_beyond))]
    [Advice("A checked sum of longs, as LINQ's Sum is, throws at a partial sum that later weights would bring back: add up in Int128.")]
    public sealed class ThrowsAtAPartialSum : HeaviestFirst<ThrowsAtAPartialSum>
    {
        protected override long Sum(List<long> weights) => weights.Sum();
    }

    [CaughtBy(nameof(MaximumSpanningForestProperties<>.A_vertex_outside_the_graph_or_a_negative_number_of_vertices_throws))]
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

    [CaughtBy(nameof(MaximumSpanningForestProperties<>.Three_hundred_thousand_vertices_are_soon_done))]
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
}
