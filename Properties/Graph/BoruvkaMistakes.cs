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
    [Advice("Break ties by index everywhere: if three trees choose three different edges of equal weight, they make a cycle.")]
    public sealed class BreaksTiesTwoWays : Rounds<BreaksTiesTwoWays>
    {
        protected override bool Lighter(long weight, long best, bool atV) => atV ? weight <= best : weight < best;
    }

    [CaughtBy(nameof(BoruvkaProperties<>.What_the_edges_connect_the_forest_connects))]
    [Advice("After a round there are at most half as many trees, but often more than one: go on until no edge leaves a tree.")]
    public sealed class StopsAfterOneRound : Rounds<StopsAfterOneRound>
    {
        protected override int MostRounds => 1;
    }

    [CaughtBy(nameof(BoruvkaProperties<>.There_are_as_many_edges_as_vertices_minus_components))]
    [Advice("Two trees may choose the same edge: take it once.")]
    public sealed class TakesAnEdgeForEachEnd : Rounds<TakesAnEdgeForEachEnd>
    {
        protected override IEnumerable<int> Take(IEnumerable<int> chosen) => chosen;
    }

    [CaughtBy(nameof(BoruvkaProperties<>.The_only_lightest_edge_at_a_vertex_is_in_the_forest))]
    [Advice("The weights have 64 bits: a best weight kept in an int is only the lower half.")]
    public sealed class ComparesInInt : Rounds<ComparesInInt>
    {
        protected override bool Lighter(long weight, long best, bool atV) => unchecked((int)weight < (int)best);
    }

    [CaughtBy(nameof(BoruvkaProperties<>.A_single_edge_is_taken_whatever_its_weight))]
    [Advice("If the best weight starts at long.MaxValue, an edge of that weight is never taken: start with no edge.")]
    public sealed class TakesMaxValueForNone : Rounds<TakesMaxValueForNone>
    {
        private const long None = long.MaxValue;

        protected override bool Considers((int U, int V, long Weight) edge) => base.Considers(edge) && edge.Weight < None;
    }

    [CaughtBy(nameof(BoruvkaProperties<>.The_total_is_the_sum_of_the_chosen_weights))]
    [Advice("Add up the total in 64 bits or more.")]
    public sealed class AddsUpInInt : Rounds<AddsUpInInt>
    {
        protected override long Sum(List<long> weights) => weights.Aggregate(0, (sum, weight) => unchecked(sum + (int)weight));
    }

    [CaughtBy(nameof(BoruvkaProperties<>.A_total_beyond_64_bits_throws))]
    [Advice("A sum of longs wraps round without a word: add up in Int128 and convert the total in a checked context.")]
    public sealed class LetsTheTotalWrap : Rounds<LetsTheTotalWrap>
    {
        protected override long Sum(List<long> weights) => weights.Aggregate(0L, (sum, weight) => unchecked(sum + weight));
    }

    [CaughtBy(nameof(BoruvkaProperties<>.A_total_within_64_bits_is_right_though_partial_sums_are_beyond))]
    [Advice("A checked sum of longs throws at a partial sum that later weights would bring back: add up in Int128.")]
    public sealed class ThrowsAtAPartialSum : Rounds<ThrowsAtAPartialSum>
    {
        protected override long Sum(List<long> weights) => weights.Sum();
    }

    [CaughtBy(nameof(BoruvkaProperties<>.A_vertex_outside_the_graph_or_a_negative_number_of_vertices_throws))]
    [Advice("A self-loop is never taken, but its end must still be a vertex of the graph.")]
    public sealed class SkipsSelfLoopsUnchecked : Rounds<SkipsSelfLoopsUnchecked>
    {
        protected override void Check(int vertices, (int U, int V, long Weight)[] edges) =>
            base.Check(vertices, [.. edges.Where(edge => edge.U != edge.V)]);
    }

    [CaughtBy(nameof(BoruvkaProperties<>.The_input_is_left_alone))]
    [Advice("The edges are the caller's: keep the numbers of the trees in an array of your own.")]
    public sealed class ContractsItsInput : Rounds<ContractsItsInput>
    {
        protected override void EndRound((int U, int V, long Weight)[] edges, int[] tree)
        {
            foreach (ref var edge in edges.AsSpan()) (edge.U, edge.V) = (tree[edge.U], tree[edge.V]);
        }
    }

    [CaughtBy(nameof(BoruvkaProperties<>.Three_hundred_thousand_vertices_are_soon_done))]
    [Advice("A round looks at all edges: let every tree choose in it, or there are n rounds instead of log n.")]
    public sealed class JoinsOnePairARound : Rounds<JoinsOnePairARound>
    {
        protected override IEnumerable<int> Take(IEnumerable<int> chosen) => chosen.Take(1);
    }
}
