namespace Etudes.Graph;

public static class BoruvkaMistakes
{
    /// <summary>Boruvka's rounds as most people write them; each mistake spoils one part.</summary>
    public abstract class Rounds<TSelf> : FaultyForest<TSelf>, IBoruvka where TSelf : Rounds<TSelf>, new()
    {
        protected virtual int MostRounds => int.MaxValue;
        protected virtual bool Considers((int U, int V, long Weight) edge) => edge.U != edge.V;
        protected virtual bool Lighter(long weight, long best, bool atV) => weight < best;
        protected virtual IEnumerable<int> Take(IEnumerable<int> chosen) => chosen.Distinct();
        protected virtual void EndRound((int U, int V, long Weight)[] edges, int[] tree) { }

        protected override List<int> Choose(int vertices, (int U, int V, long Weight)[] edges)
        {
            List<int> forest = [];
            int[] tree = [.. Enumerable.Range(0, vertices)];
            for (int round = 0; round < MostRounds; round++)
            {
                LawRunner.EndIfGivenUp();
                var taken = Take(Lightest(edges, tree).Where(i => i >= 0)).ToList();
                if (taken.Count == 0) break;
                forest.AddRange(taken);
                foreach (int i in taken) tree[Find(tree, edges[i].U)] = Find(tree, edges[i].V);
                for (int v = 0; v < vertices; v++) tree[v] = Find(tree, v);
                EndRound(edges, tree);
            }
            return forest;
        }

        private int[] Lightest((int U, int V, long Weight)[] edges, int[] tree)
        {
            var lightest = new int[tree.Length];
            Array.Fill(lightest, -1);
            for (int i = 0; i < edges.Length; i++)
            {
                if (!Considers(edges[i])) continue;
                int u = tree[edges[i].U], v = tree[edges[i].V];
                if (u == v) continue;
                if (lightest[u] < 0 || Lighter(edges[i].Weight, edges[lightest[u]].Weight, atV: false)) lightest[u] = i;
                if (lightest[v] < 0 || Lighter(edges[i].Weight, edges[lightest[v]].Weight, atV: true)) lightest[v] = i;
            }
            return lightest;
        }

        private static int Find(int[] tree, int v)
        {
            while (tree[v] != v) v = tree[v] = tree[tree[v]];
            return v;
        }
    }

    [CaughtBy(nameof(BoruvkaProperties<>.Equal_weights_make_no_cycle))]
    [Breaks("Boruvka.summary.1", "Forest.summary.1")]
    [Advice("Break ties by index everywhere: if three trees choose three different edges of equal weight, they make a cycle.")]
    public sealed class BreaksTiesTwoWays : Rounds<BreaksTiesTwoWays>
    {
        protected override bool Lighter(long weight, long best, bool atV) => atV ? weight <= best : weight < best;
    }

    [CaughtBy(nameof(BoruvkaProperties<>.What_the_edges_connect_the_forest_connects))]
    [Breaks("Forest.summary.2")]
    [Advice("After a round there are at most half as many trees, but often more than one: go on until no edge leaves a tree.")]
    public sealed class StopsAfterOneRound : Rounds<StopsAfterOneRound>
    {
        protected override int MostRounds => 1;
    }

    [CaughtBy(nameof(BoruvkaProperties<>.There_are_as_many_edges_as_vertices_minus_components))]
    [Breaks("Forest.summary.1")]
    [Advice("Two trees may choose the same edge: take it once.")]
    public sealed class TakesAnEdgeForEachEnd : Rounds<TakesAnEdgeForEachEnd>
    {
        protected override IEnumerable<int> Take(IEnumerable<int> chosen) => chosen;
    }

    [CaughtBy(nameof(BoruvkaProperties<>.The_only_lightest_edge_at_a_vertex_is_in_the_forest))]
    [Breaks("Constraints.1")]
    [Advice("The weights have 64 bits: a best weight kept in an int is only the lower half.")]
    public sealed class ComparesInInt : Rounds<ComparesInInt>
    {
        protected override bool Lighter(long weight, long best, bool atV) => unchecked((int)weight < (int)best);
    }

    [CaughtBy(nameof(BoruvkaProperties<>.A_single_edge_is_taken_whatever_its_weight))]
    [Breaks("Constraints.1")]
    [Advice("If the best weight starts at long.MaxValue, an edge of that weight is never taken: start with no edge.")]
    public sealed class TakesMaxValueForNone : Rounds<TakesMaxValueForNone>
    {
        private const long None = long.MaxValue;

        protected override bool Considers((int U, int V, long Weight) edge) => base.Considers(edge) && edge.Weight < None;
    }

    [CaughtBy(nameof(BoruvkaProperties<>.The_total_is_the_sum_of_the_chosen_weights))]
    [Breaks("Forest.summary.1")]
    [Advice("Add up the total in 64 bits or more.")]
    public sealed class AddsUpInInt : Rounds<AddsUpInInt>
    {
        protected override long Sum(List<long> weights) => weights.Aggregate(0, (sum, weight) => unchecked(sum + (int)weight));
    }

    [CaughtBy(nameof(BoruvkaProperties<>.A_total_beyond_64_bits_throws))]
    [Breaks("Forest.exception.2", "Constraints.4")]
    [Advice("A sum of longs wraps round without a word: add up in Int128 and convert the total in a checked context.")]
    public sealed class LetsTheTotalWrap : Rounds<LetsTheTotalWrap>
    {
        protected override long Sum(List<long> weights) => weights.Aggregate(0L, (sum, weight) => unchecked(sum + weight));
    }

    [CaughtBy(nameof(BoruvkaProperties<>.A_total_within_64_bits_is_right_though_partial_sums_are_beyond))]
    [Breaks("Forest.exception.2", "Constraints.4")]
    [Advice("A checked sum of longs throws at a partial sum that later weights would bring back: add up in Int128.")]
    public sealed class ThrowsAtAPartialSum : Rounds<ThrowsAtAPartialSum>
    {
        protected override long Sum(List<long> weights) => weights.Sum();
    }

    [CaughtBy(nameof(BoruvkaProperties<>.A_vertex_outside_the_graph_or_a_negative_number_of_vertices_throws))]
    [Breaks("Forest.exception.1", "Constraints.3")]
    [Advice("A self-loop is never taken, but its end must still be a vertex of the graph.")]
    public sealed class SkipsSelfLoopsUnchecked : Rounds<SkipsSelfLoopsUnchecked>
    {
        protected override void Check(int vertices, (int U, int V, long Weight)[] edges) =>
            base.Check(vertices, [.. edges.Where(edge => edge.U != edge.V)]);
    }

    [CaughtBy(nameof(BoruvkaProperties<>.The_input_is_left_alone))]
    [Breaks("Forest.edges.1")]
    [Advice("The edges are the caller's: keep the numbers of the trees in an array of your own.")]
    public sealed class ContractsItsInput : Rounds<ContractsItsInput>
    {
        protected override void EndRound((int U, int V, long Weight)[] edges, int[] tree)
        {
            foreach (ref var edge in edges.AsSpan()) (edge.U, edge.V) = (tree[edge.U], tree[edge.V]);
        }
    }

    [CaughtBy(nameof(BoruvkaProperties<>.Two_hundred_thousand_vertices_are_soon_done))]
    [Breaks("Forest.summary.3", "Target.1", "Target.2")]
    [Advice("A round looks at all edges: let every tree choose in it, or there are n rounds instead of log n.")]
    public sealed class JoinsOnePairARound : Rounds<JoinsOnePairARound>
    {
        protected override IEnumerable<int> Take(IEnumerable<int> chosen) => chosen.Take(1);
    }

    [CaughtBy(nameof(BoruvkaProperties<>.What_the_edges_connect_the_forest_connects))]
    [Breaks("Forest.vertices.1")]
    [Advice("The vertices are 0..n-1: 0 is a vertex like any other, and n is none.")]
    public sealed class NumbersVerticesFromOne : IBoruvka
    {
        public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges) => SpoiltForest.FromOne(Boruvka.Forest, vertices, edges);
    }

    [CaughtBy(nameof(BoruvkaProperties<>.The_edges_close_no_cycle))]
    [Breaks("Forest.summary.2", "Constraints.2")]
    [Advice("A self-loop is legal: it closes a cycle by itself, so leave it out.")]
    public sealed class RefusesSelfLoops : Rounds<RefusesSelfLoops>
    {
        protected override void Check(int vertices, (int U, int V, long Weight)[] edges)
        {
            base.Check(vertices, edges);
            if (Array.Exists(edges, edge => edge.U == edge.V)) throw new ArgumentException("a self-loop", nameof(edges));
        }
    }

    [CaughtBy(nameof(BoruvkaProperties<>.No_spanning_forest_weighs_less))]
    [Breaks("Constraints.2")]
    [Advice("Edges with the same ends are different edges: a dictionary by ends keeps only the last.")]
    public sealed class KeepsOneOfParallelEdges : IBoruvka
    {
        public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges) => SpoiltForest.WithoutParallels(Boruvka.Forest, vertices, edges);
    }

    [CaughtBy(nameof(BoruvkaProperties<>.A_total_is_right_up_to_the_ends_of_64_bits_and_throws_one_beyond))]
    [Breaks("Forest.exception.2")]
    [Advice("As a double, long.MaxValue is 2^63, one too much: convert the exact total in a checked context.")]
    public sealed class ChecksTheTotalInDouble : Rounds<ChecksTheTotalInDouble>
    {
        protected override long Sum(List<long> weights)
        {
            var sum = weights.Aggregate(Int128.Zero, (sum, weight) => sum + weight);
            return Math.Abs((double)sum) <= long.MaxValue ? unchecked((long)sum) : throw new OverflowException();
        }
    }

    [CaughtBy(nameof(BoruvkaProperties<>.After_a_refused_call_the_next_one_is_right))]
    [Breaks("Forest.summary.1")]
    [Advice("A total that outlives the call still holds what an overflow left there: start each call at 0.")]
    public sealed class KeepsItsTotal : Rounds<KeepsItsTotal>
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

    [CaughtBy(nameof(BoruvkaProperties<>.A_later_call_leaves_an_earlier_forest_alone))]
    [Breaks("Forest.summary.1")]
    [Advice("An array that was given to a caller is his: make a new one for each answer.")]
    public sealed class AnswersInOneArray : IBoruvka
    {
        public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges) => SpoiltForest.InOneArray(Boruvka.Forest, vertices, edges);
    }

    [CaughtBy(nameof(BoruvkaProperties<>.A_total_beyond_64_bits_throws))]
    [Breaks("Forest.edges.1")]
    [Advice("What is changed in the caller's edges and put back at the end stays changed when the call throws: use an array of your own.")]
    public sealed class TurnsTheEndsForAWhile : IBoruvka
    {
        public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges) => SpoiltForest.Turning(Boruvka.Forest, vertices, edges);
    }

    [CaughtBy(nameof(BoruvkaProperties<>.An_edge_left_out_is_a_heaviest_on_the_cycle_that_it_closes))]
    [Breaks("Constraints.1")]
    [Advice("A double is exact up to 2^53 only, and larger weights that differ become equal: compare them as longs.")]
    public sealed class ComparesInDouble : Rounds<ComparesInDouble>
    {
        protected override bool Lighter(long weight, long best, bool atV) => (double)weight < best;
    }

    [CaughtBy(nameof(BoruvkaProperties<>.Large_graphs_that_hurt_get_a_lightest_forest))]
    [Breaks("Forest.summary.2")]
    [Advice("The number of rounds grows with n, up to its logarithm: go on until no edge leaves a tree.")]
    public sealed class StopsAfterSixteenRounds : Rounds<StopsAfterSixteenRounds>
    {
        protected override int MostRounds => 16;
    }

    [CaughtBy(nameof(BoruvkaProperties<>.Two_hundred_thousand_vertices_are_soon_done))]
    [Breaks("Forest.summary.3", "Target.2")]
    [Advice("A pass over all edges for each tree is O(n m): in a single pass each edge is shown to both its trees.")]
    public sealed class PassesOverTheEdgesForEachTree : FaultyForest<PassesOverTheEdgesForEachTree>, IBoruvka
    {
        protected override List<int> Choose(int vertices, (int U, int V, long Weight)[] edges)
        {
            List<int> forest = [];
            var trees = DisjointSets.Of(vertices);
            for (int before = -1; before != trees.Count;)
            {
                before = trees.Count;
                for (int v = 0; v < vertices; v++)
                {
                    LawRunner.EndIfGivenUp();
                    int lightest = -1;
                    for (int i = 0; i < edges.Length; i++)
                        if (trees.Same(edges[i].U, v) != trees.Same(edges[i].V, v) && (lightest < 0 || edges[i].Weight < edges[lightest].Weight)) lightest = i;
                    if (lightest >= 0 && trees.Union(edges[lightest].U, edges[lightest].V)) forest.Add(lightest);
                }
            }
            return forest;
        }
    }

    [CaughtBy(nameof(BoruvkaProperties<>.Edges_that_the_caller_changes_in_place_are_another_graph))]
    [Breaks("Forest.summary.1")]
    [Advice("The caller may change an array and hand it over again: know a graph by what it says, not by its array.")]
    public sealed class RemembersTheArray : IBoruvka
    {
        public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges) => SpoiltForest.FromMemory(Boruvka.Forest, vertices, edges);
    }

    [CaughtBy(nameof(BoruvkaProperties<>.After_65536_calls_the_next_is_as_right_as_the_first))]
    [Breaks("Forest.summary.1")]
    [Advice("A number of the call in 16 bits comes round after 65 536 calls, and old marks look new: mark in an array of the call's own.")]
    public sealed class NumbersItsCallsInSixteenBits : IBoruvka
    {
        public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges) => SpoiltForest.WithOldMarks(Boruvka.Forest, vertices, edges);
    }

    [CaughtBy(nameof(BoruvkaProperties<>.A_dense_graph_gets_its_forest_however_many_bits_the_weights_have))]
    [Breaks("Constraints.1")]
    [Advice("long.MaxValue is a weight like any other: in a matrix of weights it cannot stand for no edge.")]
    public sealed class TakesAnExtremeForNoEdgeWhereThereAreMany : IBoruvka
    {
        public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges) => SpoiltForest.ByMatrix(Boruvka.Forest, long.MaxValue, vertices, edges);
    }

    [CaughtBy(nameof(BoruvkaProperties<>.A_total_of_131072_extreme_weights_throws))]
    [Breaks("Forest.exception.2", "Constraints.4")]
    [Advice("A sum in 80 bits comes round too, after 2^17 weights of 63 bits: add up in Int128.")]
    public sealed class AddsUpInEightyBits : Rounds<AddsUpInEightyBits>
    {
        protected override long Sum(List<long> weights) => checked((long)(weights.Aggregate(Int128.Zero, (sum, weight) => sum + weight) << 48 >> 48));
    }
}
