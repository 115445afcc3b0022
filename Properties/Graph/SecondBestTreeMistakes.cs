namespace Etudes.Graph;

public static class SecondBestTreeMistakes
{
    /// <summary>Kruskal's tree, and for each edge left out the heaviest edge on the way between its ends; each mistake spoils one part.</summary>
    public abstract class Exchange<TSelf> : ISecondBestTree where TSelf : Exchange<TSelf>, new()
    {
        protected int Vertices { get; private set; }
        protected List<(int U, int V, long Weight)> Tree { get; } = [];
        protected List<(int U, int V, long Weight)> LeftOut { get; } = [];

        public static long? Weight(int vertices, (int U, int V, long Weight)[] edges)
        {
            var exchange = new TSelf { Vertices = vertices };
            exchange.Check(edges);
            var sets = new DisjointSets(vertices);
            foreach (var edge in exchange.Ascending(exchange.Usable(edges)))
                (sets.Union(edge.U, edge.V) ? exchange.Tree : exchange.LeftOut).Add(edge);
            return exchange.Connects() ? exchange.Second() : null;
        }

        protected virtual void Check((int U, int V, long Weight)[] edges)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(Vertices);
            if (edges.Any(edge => Math.Min(edge.U, edge.V) < 0 || Math.Max(edge.U, edge.V) >= Vertices)) throw new ArgumentOutOfRangeException(nameof(edges));
        }

        protected virtual IEnumerable<(int U, int V, long Weight)> Usable((int U, int V, long Weight)[] edges) => edges.Where(edge => edge.U != edge.V);

        protected virtual IEnumerable<(int U, int V, long Weight)> Ascending(IEnumerable<(int U, int V, long Weight)> edges) => edges.OrderBy(edge => edge.Weight);

        protected virtual bool Connects() => Tree.Count == Vertices - 1;

        protected virtual long? Second()
        {
            var gains = Gains().ToArray();
            return gains.Length > 0 ? checked((long)(Tree.Aggregate((Int128)0, (sum, edge) => sum + edge.Weight) + gains.Min())) : null;
        }

        protected virtual IEnumerable<Int128> Gains()
        {
            var heaviest = Heaviest();
            return LeftOut.Select(edge => (Int128)edge.Weight - heaviest(edge.U, edge.V));
        }

        /// <summary>Climbs from the deeper end, edge by edge, until both are one.</summary>
        protected virtual Func<int, int, long> Heaviest()
        {
            var (parent, depth, above) = Hung();
            return (u, v) =>
            {
                LawRunner.EndIfGivenUp();
                long heaviest = Lightest;
                while (u != v)
                {
                    if (depth[u] < depth[v]) (u, v) = (v, u);
                    heaviest = Math.Max(heaviest, above[u]);
                    u = parent[u];
                }
                return heaviest;
            };
        }

        /// <summary>The tree, hung up at a root: of each vertex the parent, the depth and the weight of the edge above.</summary>
        protected (int[] Parent, int[] Depth, long[] Above) Hung()
        {
            var (parent, depth, above) = (Enumerable.Repeat(-1, Vertices).ToArray(), new int[Vertices], new long[Vertices]);
            var neighbours = Tree.SelectMany(edge => ((int U, int V, long Weight)[])[edge, (edge.V, edge.U, edge.Weight)]).ToLookup(edge => edge.U);
            foreach (int root in Roots())
            {
                if (parent[root] >= 0) continue;
                parent[root] = root;
                var stack = new Stack<int>([root]);
                while (stack.TryPop(out int u))
                    foreach (var (_, v, weight) in neighbours[u])
                    {
                        if (parent[v] >= 0) continue;
                        (parent[v], depth[v], above[v]) = (u, depth[u] + 1, weight);
                        stack.Push(v);
                    }
            }
            return (parent, depth, above);
        }

        protected virtual long Lightest => long.MinValue;

        protected virtual IEnumerable<int> Roots() => Enumerable.Range(0, Vertices);
    }

    /// <summary>Of each vertex the one 2^level above; each mistake has too few levels.</summary>
    public abstract class Jumps<TSelf> : Exchange<TSelf> where TSelf : Jumps<TSelf>, new()
    {
        protected abstract int Levels { get; }

        protected override Func<int, int, long> Heaviest()
        {
            var (parent, depth, above) = Hung();
            int[][] up = [parent, .. Enumerable.Range(1, Levels - 1).Select(_ => new int[Vertices])];
            long[][] heaviest = [above, .. Enumerable.Range(1, Levels - 1).Select(_ => new long[Vertices])];
            for (int level = 1; level < up.Length; level++)
                for (int v = 0; v < Vertices; v++)
                {
                    int half = up[level - 1][v];
                    (up[level][v], heaviest[level][v]) = (up[level - 1][half], Math.Max(heaviest[level - 1][v], heaviest[level - 1][half]));
                }
            return (u, v) =>
            {
                long most = Lightest;
                if (depth[u] < depth[v]) (u, v) = (v, u);
                for (int level = up.Length - 1; level >= 0; level--)
                    if (depth[u] - depth[v] >= 1 << level) Jump(ref u, level);
                for (int level = up.Length - 1; level >= 0; level--)
                {
                    if (up[level][u] == up[level][v]) continue;
                    Jump(ref u, level);
                    Jump(ref v, level);
                }
                if (u == v) return most;
                Jump(ref u, 0);
                Jump(ref v, 0);
                return most;

                void Jump(ref int x, int level)
                {
                    most = Math.Max(most, heaviest[level][x]);
                    x = up[level][x];
                }
            };
        }
    }

    [CaughtBy(nameof(SecondBestTreeProperties<>.It_is_the_second_of_all_spanning_trees_in_the_order_of_weight))]
    [Breaks("Weight.summary.4", "Constraints.2")]
    [Advice("Where nothing can be exchanged there is no second tree: return null, not the weight of the only one.")]
    public sealed class ReturnsTheOnlyTree : Exchange<ReturnsTheOnlyTree>
    {
        protected override IEnumerable<Int128> Gains() => base.Gains().DefaultIfEmpty(0);
    }

    [CaughtBy(nameof(SecondBestTreeProperties<>.It_is_the_second_of_all_spanning_trees_in_the_order_of_weight))]
    [Breaks("SecondBestTree.summary.1", "Weight.summary.1")]
    [Advice("The lightest edge left out need not be the cheapest exchange: subtract from each the edge that leaves for it, then compare.")]
    public sealed class TakesTheLightestLeftOut : Exchange<TakesTheLightestLeftOut>
    {
        protected override IEnumerable<Int128> Gains() => base.Gains().Take(1);
    }

    [CaughtBy(nameof(SecondBestTreeProperties<>.It_is_a_lightest_tree_without_some_edge_of_a_lightest_tree))]
    [Breaks("Weight.summary.1")]
    [Advice("Only an edge between the ends of the new one may leave the tree, not the heaviest of the whole tree.")]
    public sealed class GivesUpTheHeaviestOfAll : Exchange<GivesUpTheHeaviestOfAll>
    {
        protected override Func<int, int, long> Heaviest() => (_, _) => Tree[^1].Weight;
    }

    [CaughtBy(nameof(SecondBestTreeProperties<>.With_a_copy_of_each_edge_the_second_best_is_as_light_as_the_best))]
    [Breaks("Weight.summary.2")]
    [Advice("Another tree of the same weight is another tree: an exchange that adds 0 counts.")]
    public sealed class WantsMoreWeight : Exchange<WantsMoreWeight>
    {
        protected override IEnumerable<Int128> Gains() => base.Gains().Where(gain => gain > 0);
    }

    [CaughtBy(nameof(SecondBestTreeProperties<>.Self_loops_change_nothing))]
    [Breaks("Constraints.3")]
    [Advice("A self-loop lies in no tree and replaces no edge: leave it out before the exchanges.")]
    public sealed class ExchangesForSelfLoops : Exchange<ExchangesForSelfLoops>
    {
        protected override IEnumerable<(int U, int V, long Weight)> Usable((int U, int V, long Weight)[] edges) => edges;
    }

    [CaughtBy(nameof(SecondBestTreeProperties<>.With_a_vertex_that_no_edge_reaches_there_is_none))]
    [Breaks("Weight.summary.4", "Constraints.2")]
    [Advice("Kruskal's algorithm ends with a forest when the graph is disconnected: count n - 1 edges before going on.")]
    public sealed class TakesAForestForATree : Exchange<TakesAForestForATree>
    {
        protected override bool Connects() => true;
    }

    [CaughtBy(nameof(SecondBestTreeProperties<>.Adding_a_constant_to_all_weights_adds_it_once_for_each_edge_of_a_tree))]
    [Breaks("Constraints.1")]
    [Advice("Weights may be negative: begin the maximum with the first edge of the path, or with long.MinValue, not with 0.")]
    public sealed class BeginsTheMaximumWithZero : Exchange<BeginsTheMaximumWithZero>
    {
        protected override long Lightest => 0;
    }

    [CaughtBy(nameof(SecondBestTreeProperties<>.Other_names_of_the_vertices_and_another_order_of_the_edges_change_nothing))]
    [Breaks("Weight.summary.3", "Constraints.3")]
    [Advice("Parallel edges are different edges, each with its weight: a dictionary by ends keeps only one of them.")]
    public sealed class KeepsOneOfParallelEdges : Exchange<KeepsOneOfParallelEdges>
    {
        protected override IEnumerable<(int U, int V, long Weight)> Usable((int U, int V, long Weight)[] edges) =>
            base.Usable(edges).DistinctBy(edge => (Math.Min(edge.U, edge.V), Math.Max(edge.U, edge.V)));
    }

    [CaughtBy(nameof(SecondBestTreeProperties<>.A_weight_that_fits_64_bits_is_right_and_any_other_overflows))]
    [Breaks("Weight.exception.2", "Constraints.4")]
    [Advice("A sum of long wraps round silently: add in Int128 and convert in a checked expression.")]
    public sealed class WrapsRound : Exchange<WrapsRound>
    {
        protected override long? Second()
        {
            var gains = Gains().ToArray();
            return gains.Length > 0 ? Tree.Aggregate(0L, (sum, edge) => sum + edge.Weight) + (long)gains.Min() : null;
        }
    }

    [CaughtBy(nameof(SecondBestTreeProperties<>.A_weight_that_fits_64_bits_is_right_and_any_other_overflows))]
    [Breaks("Constraints.4")]
    [Advice("The weight of the lightest tree may leave 64 bits where that of the second does not: check only the result.")]
    public sealed class ChecksTheLightestTreeToo : Exchange<ChecksTheLightestTreeToo>
    {
        protected override long? Second()
        {
            var gains = Gains().ToArray();
            return gains.Length > 0 ? checked((long)(Tree.Sum(edge => edge.Weight) + gains.Min())) : null;
        }
    }

    [CaughtBy(nameof(SecondBestTreeProperties<>.Of_two_parallel_edges_it_is_the_heavier))]
    [Breaks("Constraints.1", "Constraints.2")]
    [Advice("Two 64-bit weights may differ by as much as any 64 bits can say: no number is left to stand for no exchange.")]
    public sealed class TakesTheLargestDifferenceForNone : Exchange<TakesTheLargestDifferenceForNone>
    {
        protected override IEnumerable<Int128> Gains() => base.Gains().Where(gain => gain < ulong.MaxValue);
    }

    [CaughtBy(nameof(SecondBestTreeProperties<>.A_vertex_outside_throws))]
    [Breaks("Weight.exception.1", "Constraints.5")]
    [Advice("An edge that leads outside is an error, not an edge to skip: throw ArgumentOutOfRangeException.")]
    public sealed class SkipsEdgesOutside : Exchange<SkipsEdgesOutside>
    {
        protected override void Check((int U, int V, long Weight)[] edges) { }

        protected override IEnumerable<(int U, int V, long Weight)> Usable((int U, int V, long Weight)[] edges) =>
            base.Usable(edges).Where(edge => Math.Min(edge.U, edge.V) >= 0 && Math.Max(edge.U, edge.V) < Vertices);
    }

    [CaughtBy(nameof(SecondBestTreeProperties<>.Chords_of_three_hundred_thousand_vertices_are_weighed_in_almost_linear_time))]
    [Breaks("Weight.summary.6", "Target.1")]
    [Advice("Walking the path for each edge left out takes O(n) each: climb in jumps of powers of two, or in trees of height log n.")]
    public sealed class WalksEachPath : Exchange<WalksEachPath>;

    [CaughtBy(nameof(SecondBestTreeProperties<>.It_is_the_second_of_all_spanning_trees_in_the_order_of_weight))]
    [Breaks("Weight.summary.5", "Constraints.6")]
    [Advice("Sorting what you were given changes it for the caller too: sort a copy.")]
    public sealed class SortsTheGivenEdges : Exchange<SortsTheGivenEdges>
    {
        protected override IEnumerable<(int U, int V, long Weight)> Usable((int U, int V, long Weight)[] edges)
        {
            Array.Sort(edges, (one, other) => one.Weight.CompareTo(other.Weight));
            return base.Usable(edges);
        }
    }

    [CaughtBy(nameof(SecondBestTreeProperties<>.Adding_a_constant_to_all_weights_adds_it_once_for_each_edge_of_a_tree))]
    [Breaks("Constraints.1")]
    [Advice("A double has 53 bits: beyond 2^53 it takes different weights for equal, so sort by the long.")]
    public sealed class SortsByDouble : Exchange<SortsByDouble>
    {
        protected override IEnumerable<(int U, int V, long Weight)> Ascending(IEnumerable<(int U, int V, long Weight)> edges) =>
            edges.OrderBy(edge => (double)edge.Weight);
    }

    [CaughtBy(nameof(SecondBestTreeProperties<>.Chords_of_three_hundred_thousand_vertices_are_weighed_in_almost_linear_time))]
    [Breaks("Constraints.1")]
    [Advice("A tree may be deeper than what 17 levels of jumps reach: the number of levels must follow from n.")]
    public sealed class JumpsOfSeventeenLevels : Jumps<JumpsOfSeventeenLevels>
    {
        protected override int Levels => 17;
    }

    [CaughtBy(nameof(SecondBestTreeProperties<>.A_weight_of_131072_extreme_edges_throws))]
    [Breaks("Weight.exception.2", "Constraints.4")]
    [Advice("A sum in 80 bits comes round too, after 2^17 weights of 63 bits: add up in Int128.")]
    public sealed class AddsUpInEightyBits : Exchange<AddsUpInEightyBits>
    {
        protected override long? Second()
        {
            var gains = Gains().ToArray();
            return gains.Length > 0 ? checked((long)(Tree.Aggregate(Int128.Zero, (sum, edge) => sum + edge.Weight) + gains.Min() << 48 >> 48)) : null;
        }
    }

    [CaughtBy(nameof(SecondBestTreeProperties<>.Edges_that_the_caller_changes_in_place_are_another_graph))]
    [Breaks("Weight.summary.1")]
    [Advice("The caller may change an array and hand it over again: know a graph by what it says, not by its array.")]
    public sealed class RemembersTheArray : ISecondBestTree
    {
        [ThreadStatic] private static (int Vertices, (int U, int V, long Weight)[] Edges, long? Answer)? s_last;

        public static long? Weight(int vertices, (int U, int V, long Weight)[] edges)
        {
            if (s_last is not { } last || last.Vertices != vertices || last.Edges != edges) s_last = (vertices, edges, SecondBestTree.Weight(vertices, edges));
            return s_last.Value.Answer;
        }
    }

    [CaughtBy(nameof(SecondBestTreeProperties<>.After_65536_calls_the_next_is_as_right_as_the_first))]
    [Breaks("Weight.summary.1")]
    [Advice("A number of the call in 16 bits comes round after 65 536 calls, and old marks look new: mark in an array of the call's own.")]
    public sealed class NumbersItsCallsInSixteenBits : Exchange<NumbersItsCallsInSixteenBits>
    {
        [ThreadStatic] private static ushort s_call;
        [ThreadStatic] private static ushort[]? s_chorded;

        protected override IEnumerable<Int128> Gains()
        {
            if (s_chorded is null || s_chorded.Length < Vertices) Array.Resize(ref s_chorded, Vertices);
            var (chorded, call) = (s_chorded, ++s_call);
            var gains = base.Gains().Where((_, i) => call == 0 || chorded[LeftOut[i].U] != call || chorded[LeftOut[i].V] != call).ToArray();
            foreach (var (u, v, _) in LeftOut) chorded[u] = chorded[v] = call;
            return gains;
        }
    }

    [CaughtBy(nameof(SecondBestTreeProperties<>.Chords_of_three_hundred_thousand_vertices_are_weighed_in_almost_linear_time))]
    [Breaks("Constraints.1")]
    [Advice("2^18 is less than the tree may be deep, wherever its root: the number of levels must follow from n.")]
    public sealed class JumpsOfEighteenLevels : Jumps<JumpsOfEighteenLevels>
    {
        protected override int Levels => 18;

        /// <summary>Hung up at the middle vertex, a path in its natural order is only half as deep.</summary>
        protected override IEnumerable<int> Roots() => Vertices == 0 ? [] : [Vertices / 2, .. base.Roots()];
    }
}
