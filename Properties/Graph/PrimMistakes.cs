namespace Etudes.Graph;

public static class PrimMistakes
{
    /// <summary>Prim with a queue of edges, as most people write it; each mistake spoils one part.</summary>
    public abstract class Growing<TSelf> : FaultyForest<TSelf>, IPrim where TSelf : Growing<TSelf>, new()
    {
        protected virtual bool Follows((int U, int V, long Weight) edge, int from) => edge.U == from || edge.V == from;
        protected virtual bool Takes(bool alreadyIn) => !alreadyIn;
        protected virtual long Priority((int U, int V, long Weight) edge, long ofParent) => edge.Weight;
        protected virtual IEnumerable<int> Roots(bool[] inTree) => Enumerable.Range(0, inTree.Length).Where(v => !inTree[v]);
        protected virtual PriorityQueue<(int V, int Edge), long> Queue() => new();
        protected virtual bool IsWhole(int taken, int vertices) => false;

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
            foreach (int root in Roots(inTree)) Grow(root, edges, around, inTree, forest);
            return forest;
        }

        private void Grow(int root, (int U, int V, long Weight)[] edges, List<int>[] around, bool[] inTree, List<int> forest)
        {
            var queue = Queue();
            queue.Enqueue((root, -1), 0);
            while (!IsWhole(forest.Count, inTree.Length) && queue.TryDequeue(out var entry, out long priority))
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
    [Breaks("Forest.summary.2")]
    [Advice("The graph may have several components: start a tree from every vertex that no tree has reached yet.")]
    public sealed class GrowsFromVertexZeroOnly : Growing<GrowsFromVertexZeroOnly>
    {
        protected override IEnumerable<int> Roots(bool[] inTree) => base.Roots(inTree).Take(1);
    }

    [CaughtBy(nameof(PrimProperties<>.The_edges_close_no_cycle))]
    [Breaks("Prim.summary.1", "Forest.summary.1")]
    [Advice("A vertex may stand in the queue several times: skip an entry whose vertex has joined the tree since.")]
    public sealed class TakesStaleEntries : Growing<TakesStaleEntries>
    {
        protected override bool Takes(bool alreadyIn) => true;
    }

    [CaughtBy(nameof(PrimProperties<>.A_chosen_edge_is_a_lightest_across_the_cut_that_it_bridges))]
    [Breaks("Forest.summary.1")]
    [Advice("The edges are undirected: put each into the lists of both its ends.")]
    public sealed class FollowsEdgesOneWay : Growing<FollowsEdgesOneWay>
    {
        protected override bool Follows((int U, int V, long Weight) edge, int from) => edge.U == from;
    }

    [CaughtBy(nameof(PrimProperties<>.No_spanning_forest_weighs_less))]
    [Breaks("Prim.summary.1")]
    [Advice("The priority of a vertex is the weight of one edge, not the length of the way from the root: that is Dijkstra's algorithm.")]
    public sealed class AddsUpTheWayFromTheRoot : Growing<AddsUpTheWayFromTheRoot>
    {
        protected override long Priority((int U, int V, long Weight) edge, long ofParent) => ofParent + edge.Weight;
    }

    [CaughtBy(nameof(PrimProperties<>.An_edge_left_out_is_a_heaviest_on_the_cycle_that_it_closes))]
    [Breaks("Constraints.1")]
    [Advice("The weights have 64 bits: a priority cast to int keeps only the lower half.")]
    public sealed class CastsThePriorityToInt : Growing<CastsThePriorityToInt>
    {
        protected override long Priority((int U, int V, long Weight) edge, long ofParent) => unchecked((int)edge.Weight);
    }

    [CaughtBy(nameof(PrimProperties<>.The_total_is_the_sum_of_the_chosen_weights))]
    [Breaks("Forest.summary.1")]
    [Advice("Add up the total in 64 bits or more.")]
    public sealed class AddsUpInInt : Growing<AddsUpInInt>
    {
        protected override long Sum(List<long> weights) => weights.Aggregate(0, (sum, weight) => unchecked(sum + (int)weight));
    }

    [CaughtBy(nameof(PrimProperties<>.A_total_beyond_64_bits_throws))]
    [Breaks("Forest.exception.2", "Constraints.4")]
    [Advice("A sum of longs wraps round without a word: add up in Int128 and convert the total in a checked context.")]
    public sealed class LetsTheTotalWrap : Growing<LetsTheTotalWrap>
    {
        protected override long Sum(List<long> weights) => weights.Aggregate(0L, (sum, weight) => unchecked(sum + weight));
    }

    [CaughtBy(nameof(PrimProperties<>.A_total_within_64_bits_is_right_though_partial_sums_are_beyond))]
    [Breaks("Forest.exception.2", "Constraints.4")]
    [Advice("A checked sum of longs throws at a partial sum that later weights would bring back: add up in Int128.")]
    public sealed class ThrowsAtAPartialSum : Growing<ThrowsAtAPartialSum>
    {
        protected override long Sum(List<long> weights) => weights.Aggregate(0L, (sum, weight) => checked(sum + weight));
    }

    [CaughtBy(nameof(PrimProperties<>.A_vertex_outside_the_graph_or_a_negative_number_of_vertices_throws))]
    [Breaks("Forest.exception.1", "Constraints.3")]
    [Advice("An array that is indexed outside throws IndexOutOfRangeException: check the vertices first.")]
    public sealed class LetsTheArrayComplain : Growing<LetsTheArrayComplain>
    {
        protected override void Check(int vertices, (int U, int V, long Weight)[] edges) => ArgumentOutOfRangeException.ThrowIfNegative(vertices);
    }

    [CaughtBy(nameof(PrimProperties<>.A_single_edge_is_taken_whatever_its_weight))]
    [Breaks("Constraints.1")]
    [Advice("If the key of an unreached vertex is long.MaxValue, an edge of that weight never reaches it: mark what is reached.")]
    public sealed class TakesMaxValueForUnreached : Growing<TakesMaxValueForUnreached>
    {
        private const long Unreached = long.MaxValue;

        protected override bool Follows((int U, int V, long Weight) edge, int from) => base.Follows(edge, from) && edge.Weight < Unreached;
    }

    [CaughtBy(nameof(PrimProperties<>.The_input_is_left_alone))]
    [Breaks("Forest.edges.1")]
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

    [CaughtBy(nameof(PrimProperties<>.Two_hundred_thousand_vertices_are_soon_done))]
    [Breaks("Forest.summary.3", "Target.1")]
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

    [CaughtBy(nameof(PrimProperties<>.What_the_edges_connect_the_forest_connects))]
    [Breaks("Forest.vertices.1")]
    [Advice("The vertices are 0..n-1: 0 is a vertex like any other, and n is none.")]
    public sealed class NumbersVerticesFromOne : IPrim
    {
        public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges) => SpoiltForest.FromOne(Prim.Forest, vertices, edges);
    }

    [CaughtBy(nameof(PrimProperties<>.The_edges_close_no_cycle))]
    [Breaks("Forest.summary.2", "Constraints.2")]
    [Advice("A self-loop is legal: it closes a cycle by itself, so leave it out.")]
    public sealed class RefusesSelfLoops : Growing<RefusesSelfLoops>
    {
        protected override void Check(int vertices, (int U, int V, long Weight)[] edges)
        {
            base.Check(vertices, edges);
            if (Array.Exists(edges, edge => edge.U == edge.V)) throw new ArgumentException("a self-loop", nameof(edges));
        }
    }

    [CaughtBy(nameof(PrimProperties<>.No_spanning_forest_weighs_less))]
    [Breaks("Constraints.2")]
    [Advice("Edges with the same ends are different edges: a dictionary by ends keeps only the last.")]
    public sealed class KeepsOneOfParallelEdges : IPrim
    {
        public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges) => SpoiltForest.WithoutParallels(Prim.Forest, vertices, edges);
    }

    [CaughtBy(nameof(PrimProperties<>.A_total_is_right_up_to_the_ends_of_64_bits_and_throws_one_beyond))]
    [Breaks("Forest.exception.2")]
    [Advice("As a double, long.MaxValue is 2^63, one too much: convert the exact total in a checked context.")]
    public sealed class ChecksTheTotalInDouble : Growing<ChecksTheTotalInDouble>
    {
        protected override long Sum(List<long> weights)
        {
            var sum = weights.Aggregate(Int128.Zero, (sum, weight) => sum + weight);
            return Math.Abs((double)sum) <= long.MaxValue ? unchecked((long)sum) : throw new OverflowException();
        }
    }

    [CaughtBy(nameof(PrimProperties<>.After_a_refused_call_the_next_one_is_right))]
    [Breaks("Forest.summary.1")]
    [Advice("A total that outlives the call still holds what an overflow left there: start each call at 0.")]
    public sealed class KeepsItsTotal : Growing<KeepsItsTotal>
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

    [CaughtBy(nameof(PrimProperties<>.A_later_call_leaves_an_earlier_forest_alone))]
    [Breaks("Forest.summary.1")]
    [Advice("An array that was given to a caller is his: make a new one for each answer.")]
    public sealed class AnswersInOneArray : IPrim
    {
        public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges) => SpoiltForest.InOneArray(Prim.Forest, vertices, edges);
    }

    [CaughtBy(nameof(PrimProperties<>.A_total_beyond_64_bits_throws))]
    [Breaks("Forest.edges.1")]
    [Advice("What is changed in the caller's edges and put back at the end stays changed when the call throws: use an array of your own.")]
    public sealed class TurnsTheEndsForAWhile : IPrim
    {
        public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges) => SpoiltForest.Turning(Prim.Forest, vertices, edges);
    }

    [CaughtBy(nameof(PrimProperties<>.An_edge_left_out_is_a_heaviest_on_the_cycle_that_it_closes))]
    [Breaks("Constraints.1")]
    [Advice("A double is exact up to 2^53 only, and larger weights that differ become equal: let the priorities be longs.")]
    public sealed class RoundsThePriority : Growing<RoundsThePriority>
    {
        protected override long Priority((int U, int V, long Weight) edge, long ofParent) => (long)(double)edge.Weight;
    }

    [CaughtBy(nameof(PrimProperties<>.Two_hundred_thousand_vertices_are_soon_done))]
    [Breaks("Constraints.1")]
    [Advice("The number of an edge in 16 bits ends at 65 535, and then begins again at 0: keep it in an int.")]
    public sealed class NumbersEdgesInSixteenBits : IPrim
    {
        public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
        {
            var (forest, total) = Prim.Forest(vertices, edges);
            return (Array.ConvertAll(forest, i => (int)(ushort)i), total);
        }
    }

    [CaughtBy(nameof(PrimProperties<>.Two_hundred_thousand_vertices_are_soon_done))]
    [Breaks("Target.2")]
    [Advice("Only the edges of the vertex that has just joined are new to the border: what was offered before is in the heap already.")]
    public sealed class FillsTheHeapEachTime : FaultyForest<FillsTheHeapEachTime>, IPrim
    {
        protected override List<int> Choose(int vertices, (int U, int V, long Weight)[] edges)
        {
            List<int> forest = [];
            var inTree = new bool[vertices];
            for (int root = 0; root < vertices; root++)
            {
                if (inTree[root]) continue;
                inTree[root] = true;
                while (true)
                {
                    LawRunner.EndIfGivenUp();
                    var border = Enumerable.Range(0, edges.Length).Where(i => inTree[edges[i].U] != inTree[edges[i].V]);
                    var heap = new PriorityQueue<int, long>(border.Select(i => (i, edges[i].Weight)));
                    if (!heap.TryDequeue(out int lightest, out _)) break;
                    inTree[edges[lightest].U] = inTree[edges[lightest].V] = true;
                    forest.Add(lightest);
                }
            }
            return forest;
        }
    }

    [CaughtBy(nameof(PrimProperties<>.Large_graphs_that_hurt_get_a_lightest_forest))]
    [Breaks("Forest.summary.3")]
    [Advice("An array of all vertices for each tree takes O(n) per tree, O(n^2) in all: keep one for the whole forest.")]
    public sealed class MarksInANewArrayForEachTree : IPrim
    {
        public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
        {
            var answer = Prim.Forest(vertices, edges);
            var done = new bool[vertices];
            for (int trees = vertices - answer.Edges.Length; trees > 0; trees--)
            {
                LawRunner.EndIfGivenUp();
                done = [.. done];
            }
            return answer;
        }
    }

    [CaughtBy(nameof(PrimProperties<>.Two_hundred_thousand_vertices_are_soon_done))]
    [Breaks("Constraints.1")]
    [Advice("n * n does not fit 32 bits: two edges with different ends get one key, and one of them is lost.")]
    public sealed class KeysEndsInThirtyTwoBits : IPrim
    {
        public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
        {
            Dictionary<int, int> lightest = [];
            for (int i = 0; i < edges.Length; i++)
            {
                int key = unchecked(Math.Min(edges[i].U, edges[i].V) * vertices + Math.Max(edges[i].U, edges[i].V));
                if (!lightest.TryGetValue(key, out int other) || edges[i].Weight < edges[other].Weight) lightest[key] = i;
            }
            int[] kept = [.. lightest.Values];
            var (forest, total) = Prim.Forest(vertices, [.. kept.Select(i => edges[i])]);
            return ([.. forest.Select(k => kept[k])], total);
        }
    }

    [CaughtBy(nameof(PrimProperties<>.Edges_that_the_caller_changes_in_place_are_another_graph))]
    [Breaks("Forest.summary.1")]
    [Advice("The caller may change an array and hand it over again: know a graph by what it says, not by its array.")]
    public sealed class RemembersTheArray : IPrim
    {
        public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges) => SpoiltForest.FromMemory(Prim.Forest, vertices, edges);
    }

    [CaughtBy(nameof(PrimProperties<>.After_65536_calls_the_next_is_as_right_as_the_first))]
    [Breaks("Forest.summary.1")]
    [Advice("A number of the call in 16 bits comes round after 65 536 calls, and old marks look new: mark in an array of the call's own.")]
    public sealed class NumbersItsCallsInSixteenBits : IPrim
    {
        public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges) => SpoiltForest.WithOldMarks(Prim.Forest, vertices, edges);
    }

    [CaughtBy(nameof(PrimProperties<>.A_dense_graph_gets_its_forest_however_many_bits_the_weights_have))]
    [Breaks("Constraints.1")]
    [Advice("long.MaxValue is a weight like any other: in a matrix of weights it cannot stand for no edge.")]
    public sealed class TakesAnExtremeForNoEdgeWhereThereAreMany : IPrim
    {
        public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges) => SpoiltForest.ByMatrix(Prim.Forest, long.MaxValue, vertices, edges);
    }

    [CaughtBy(nameof(PrimProperties<>.A_total_of_131072_extreme_weights_throws))]
    [Breaks("Forest.exception.2", "Constraints.4")]
    [Advice("A sum in 80 bits comes round too, after 2^17 weights of 63 bits: add up in Int128.")]
    public sealed class AddsUpInEightyBits : Growing<AddsUpInEightyBits>
    {
        protected override long Sum(List<long> weights) => checked((long)(weights.Aggregate(Int128.Zero, (sum, weight) => sum + weight) << 48 >> 48));
    }

    [CaughtBy(nameof(PrimProperties<>.Large_graphs_that_hurt_get_a_lightest_forest))]
    [Breaks("Forest.summary.3", "Target.1")]
    [Advice("Looking again from a hub's first edge for one that leaves the tree takes O(n) each time: go on where you stopped, or keep stale entries.")]
    public sealed class LooksAgainFromTheLastTaken : Growing<LooksAgainFromTheLastTaken>
    {
        protected override List<int> Choose(int vertices, (int U, int V, long Weight)[] edges)
        {
            List<int>[] around = [.. Enumerable.Range(0, vertices).Select(_ => new List<int>())];
            foreach (int i in Enumerable.Range(0, edges.Length).OrderBy(i => edges[i].Weight))
            {
                around[edges[i].U].Add(i);
                if (edges[i].U != edges[i].V) around[edges[i].V].Add(i);
            }
            List<int> forest = [];
            var (inTree, next) = (new bool[vertices], new int[vertices]);
            var queue = new PriorityQueue<(int From, int At), long>();
            for (int root = 0; root < vertices; root++)
            {
                if (inTree[root]) continue;
                inTree[root] = true;
                Offer(root);
                while (queue.TryDequeue(out var entry, out _))
                {
                    LawRunner.EndIfGivenUp();
                    var (from, at) = entry;
                    int edge = around[from][at], to = edges[edge].U ^ edges[edge].V ^ from;
                    if (!inTree[to])
                    {
                        forest.Add(edge);
                        next[from] = at + 1;
                        inTree[to] = true;
                        Offer(to);
                    }
                    Offer(from);
                }
            }
            return forest;

            void Offer(int from)
            {
                int at = next[from];
                while (at < around[from].Count && inTree[edges[around[from][at]].U] && inTree[edges[around[from][at]].V]) at++;
                if (at < around[from].Count) queue.Enqueue((from, at), edges[around[from][at]].Weight);
            }
        }
    }

    [CaughtBy(nameof(PrimProperties<>.A_million_vertices_without_an_edge_are_soon_done))]
    [Breaks("Forest.summary.3", "Target.1", "Constraints.1")]
    [Advice("Whoever looks for the next root from vertex 0 each time looks n^2 / 2 times: go on after the last root.")]
    public sealed class LooksForEachRootFromTheFirst : Growing<LooksForEachRootFromTheFirst>
    {
        protected override IEnumerable<int> Roots(bool[] inTree)
        {
            for (int root; (root = Array.IndexOf(inTree, false)) >= 0; LawRunner.EndIfGivenUp()) yield return root;
        }
    }

    [CaughtBy(nameof(PrimProperties<>.After_a_refused_call_the_next_one_is_right))]
    [Breaks("Forest.summary.1")]
    [Advice("A queue that outlives the call still holds what an overflow left there: empty it before use, not after.")]
    public sealed class KeepsItsQueue : Growing<KeepsItsQueue>
    {
        [ThreadStatic] private static PriorityQueue<(int V, int Edge), long>? s_queue;

        protected override PriorityQueue<(int V, int Edge), long> Queue() => s_queue ??= new();

        protected override bool IsWhole(int taken, int vertices) => taken == vertices - 1;

        protected override long Sum(List<long> weights)
        {
            long total = base.Sum(weights);
            s_queue?.Clear();
            return total;
        }
    }
}
