using System.Runtime.CompilerServices;

namespace Etudes.Graph;

public static class SpanningForestMistakes
{
    /// <summary>A search over lists of edges at each vertex; each mistake spoils one part.</summary>
    public abstract class Search<TSelf> : ISpanningForest where TSelf : Search<TSelf>, new()
    {
        protected int Vertices { get; private set; }
        protected (int U, int V, long Weight)[] All { get; private set; } = [];
        protected List<int>[] Incident { get; private set; } = [];
        protected List<int> Chosen { get; } = [];
        protected virtual bool[] Seen { get; set; } = [];

        public static int[] Edges(int vertices, (int U, int V, long Weight)[] edges) => new TSelf { Vertices = vertices, All = edges }.Forest();

        protected virtual int[] Forest()
        {
            Check();
            Seen = new bool[Vertices];
            Incident = [.. Enumerable.Range(0, Vertices).Select(_ => new List<int>())];
            for (int i = 0; i < All.Length; i++) Enter(i);
            foreach (int root in Roots())
                if (!Seen[root]) Visit(root);
            return [.. Chosen];
        }

        protected virtual void Check()
        {
            ArgumentOutOfRangeException.ThrowIfNegative(Vertices);
            if (All.Any(edge => Math.Min(edge.U, edge.V) < 0 || Math.Max(edge.U, edge.V) >= Vertices)) throw new ArgumentOutOfRangeException(nameof(All));
        }

        protected virtual void Enter(int i)
        {
            Incident[All[i].U].Add(i);
            Incident[All[i].V].Add(i);
        }

        protected virtual IEnumerable<int> Roots() => Enumerable.Range(0, Vertices);

        protected virtual void Visit(int root)
        {
            Seen[root] = true;
            var stack = new Stack<int>([root]);
            while (stack.TryPop(out int u))
                foreach (int i in Incident[u])
                    if (!Seen[Other(i, u)])
                    {
                        Seen[Other(i, u)] = true;
                        Chosen.Add(i);
                        stack.Push(Other(i, u));
                    }
        }

        protected int Other(int i, int u) => All[i].U == u ? All[i].V : All[i].U;
    }

    [CaughtBy(nameof(SpanningForestProperties<>.Each_index_names_an_edge_and_none_stands_twice))]
    [Breaks("Edges.summary.1", "Constraints.2")]
    [Advice("A root was reached by no edge: leave its -1 out of the result.")]
    public sealed class ReturnsTheRootsToo : Search<ReturnsTheRootsToo>
    {
        protected override void Visit(int root)
        {
            Chosen.Add(-1);
            base.Visit(root);
        }
    }

    [CaughtBy(nameof(SpanningForestProperties<>.The_chosen_edges_connect_all_that_the_graph_connects))]
    [Breaks("SpanningForest.summary.1")]
    [Advice("A search from vertex 0 sees one component: start again from every vertex not yet seen.")]
    public sealed class SearchesFromVertex0Only : Search<SearchesFromVertex0Only>
    {
        protected override IEnumerable<int> Roots() => base.Roots().Take(1);
    }

    [CaughtBy(nameof(SpanningForestProperties<>.The_chosen_edges_connect_all_that_the_graph_connects))]
    [Breaks("SpanningForest.summary.1")]
    [Advice("An edge can be followed both ways: enter it at both of its ends.")]
    public sealed class FollowsEdgesOneWay : Search<FollowsEdgesOneWay>
    {
        protected override void Enter(int i) => Incident[All[i].U].Add(i);
    }

    [CaughtBy(nameof(SpanningForestProperties<>.The_chosen_edges_connect_all_that_the_graph_connects))]
    [Breaks("SpanningForest.summary.1")]
    [Advice("Both ends of an edge can be known and still lie in two trees: grow one tree at a time, or join disjoint sets.")]
    public sealed class SkipsEdgesBetweenKnownVertices : Search<SkipsEdgesBetweenKnownVertices>
    {
        protected override int[] Forest()
        {
            Check();
            HashSet<int> known = [];
            return [.. Enumerable.Range(0, All.Length).Where(i => All[i].U != All[i].V && (known.Add(All[i].U) | known.Add(All[i].V)))];
        }
    }

    [CaughtBy(nameof(SpanningForestProperties<>.Without_any_one_of_the_chosen_edges_something_falls_apart))]
    [Breaks("SpanningForest.summary.1")]
    [Advice("Mark a vertex when it is pushed: if it is marked only when it is popped, several edges push it, and all are chosen.")]
    public sealed class MarksWhenPopped : Search<MarksWhenPopped>
    {
        protected override void Visit(int root)
        {
            var stack = new Stack<int>([root]);
            while (stack.TryPop(out int u))
            {
                if (Seen[u]) continue;
                Seen[u] = true;
                foreach (int i in Incident[u])
                    if (!Seen[Other(i, u)])
                    {
                        Chosen.Add(i);
                        stack.Push(Other(i, u));
                    }
            }
        }
    }

    [CaughtBy(nameof(SpanningForestProperties<>.Self_loops_and_a_second_copy_of_each_edge_make_the_forest_no_larger))]
    [Breaks("Constraints.3")]
    [Advice("Parallel edges have the same two ends: keep the index of each edge at a vertex, not its ends.")]
    public sealed class LooksEdgesUpByTheirEnds : Search<LooksEdgesUpByTheirEnds>
    {
        protected override int[] Forest()
        {
            var forest = base.Forest();
            var index = Enumerable.Range(0, All.Length).ToDictionary(i => (All[i].U, All[i].V));
            return [.. forest.Select(i => index[(All[i].U, All[i].V)])];
        }
    }

    [CaughtBy(nameof(SpanningForestProperties<>.An_earlier_call_leaves_nothing_behind))]
    [Breaks("Edges.summary.1")]
    [Advice("Static marks outlive the call: mark in an array of the call's own.")]
    public sealed class KeepsItsMarks : Search<KeepsItsMarks>
    {
        private static bool[] s_seen = [];

        protected override bool[] Seen
        {
            get => s_seen;
            set => s_seen = s_seen.Length >= value.Length ? s_seen : value;
        }
    }

    [CaughtBy(nameof(SpanningForestProperties<>.A_vertex_outside_throws))]
    [Breaks("Edges.exception.1", "Constraints.4")]
    [Advice("An index outside an array throws IndexOutOfRangeException: check the ends first and throw ArgumentOutOfRangeException.")]
    public sealed class LeavesTheCheckToTheArray : Search<LeavesTheCheckToTheArray>
    {
        protected override void Check() => ArgumentOutOfRangeException.ThrowIfNegative(Vertices);
    }

    [CaughtBy(nameof(SpanningForestProperties<>.A_vertex_outside_throws))]
    [Breaks("Edges.exception.1", "Constraints.4")]
    [Advice("A table of n + 1 offsets has a place for n, which is no vertex: compare both ends with n, not with the table's length.")]
    public sealed class ChecksAnEndByTheTable : Search<ChecksAnEndByTheTable>
    {
        protected override void Check()
        {
            ArgumentOutOfRangeException.ThrowIfNegative(Vertices);
            var offsets = new int[Vertices + 1];
            foreach (var (u, v, _) in All)
                if ((uint)u >= (uint)offsets.Length || (uint)v >= (uint)Vertices) throw new ArgumentOutOfRangeException(nameof(All));
        }
    }

    [CaughtBy(nameof(SpanningForestProperties<>.Three_hundred_thousand_vertices_are_searched_in_linear_time))]
    [Breaks("Constraints.1")]
    [Advice("Recursion goes as deep as a path is long, and a deep one ends the program: keep the vertices still to visit in a stack or queue.")]
    public sealed class SearchesRecursively : Search<SearchesRecursively>
    {
        protected override void Visit(int root)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack(); // an exception in place of the stack overflow
            Seen[root] = true;
            foreach (int i in Incident[root])
                if (!Seen[Other(i, root)])
                {
                    Chosen.Add(i);
                    Visit(Other(i, root));
                }
        }
    }

    [CaughtBy(nameof(SpanningForestProperties<>.Three_hundred_thousand_vertices_are_searched_in_linear_time))]
    [Breaks("Edges.summary.3", "Target.1")]
    [Advice("Taking from the front of a list moves all the others: use Queue<int>, or an array and the place of its head.")]
    public sealed class QueuesInAList : Search<QueuesInAList>
    {
        protected override void Visit(int root)
        {
            Seen[root] = true;
            for (List<(int Vertex, int Edge)> queue = [(root, -1)]; queue.Count > 0; queue.RemoveAt(0))
            {
                LawRunner.EndIfGivenUp();
                var (u, edge) = queue[0];
                if (edge >= 0) Chosen.Add(edge);
                foreach (int i in Incident[u])
                    if (!Seen[Other(i, u)])
                    {
                        Seen[Other(i, u)] = true;
                        queue.Add((Other(i, u), i));
                    }
            }
        }
    }

    [CaughtBy(nameof(SpanningForestProperties<>.A_million_vertices_without_an_edge_are_soon_done))]
    [Breaks("Edges.summary.3", "Target.1", "Constraints.1")]
    [Advice("Looking for the next vertex to begin with from 0 on each time takes O(n) per tree: go on from where the last one was found.")]
    public sealed class BeginsEachSearchAt0 : Search<BeginsEachSearchAt0>
    {
        protected override IEnumerable<int> Roots()
        {
            for (int root; (root = Array.IndexOf(Seen, false)) >= 0; LawRunner.EndIfGivenUp()) yield return root;
        }
    }

    [CaughtBy(nameof(SpanningForestProperties<>.Each_index_names_an_edge_and_none_stands_twice))]
    [Breaks("Edges.summary.2")]
    [Advice("The edges are the caller's: sort indices, or a copy, for in a sorted array your indices mean other edges.")]
    public sealed class SortsItsInput : ISpanningForest
    {
        public static int[] Edges(int vertices, (int U, int V, long Weight)[] edges)
        {
            Array.Sort(edges);
            return SpanningForest.Edges(vertices, edges);
        }
    }

    [CaughtBy(nameof(SpanningForestProperties<>.A_vertex_outside_throws))]
    [Breaks("Edges.summary.2")]
    [Advice("What is changed in the caller's edges and put back at the end stays changed when the call throws: use an array of your own.")]
    public sealed class TurnsTheEndsForAWhile : ISpanningForest
    {
        public static int[] Edges(int vertices, (int U, int V, long Weight)[] edges) =>
            SpoiltForest.Turning((n, turned) => (SpanningForest.Edges(n, turned), 0), vertices, edges).Edges;
    }

    [CaughtBy(nameof(SpanningForestProperties<>.An_earlier_call_leaves_nothing_behind))]
    [Breaks("Edges.summary.1")]
    [Advice("An array that was given to a caller is his: make a new one for each answer.")]
    public sealed class AnswersInOneArray : ISpanningForest
    {
        public static int[] Edges(int vertices, (int U, int V, long Weight)[] edges) =>
            SpoiltForest.InOneArray((n, same) => (SpanningForest.Edges(n, same), 0), vertices, edges).Edges;
    }

    [CaughtBy(nameof(SpanningForestProperties<>.After_a_refused_call_the_next_one_is_right))]
    [Breaks("Edges.summary.1")]
    [Advice("A list that outlives the call still holds what a refused call left there: make a new one for each call.")]
    public sealed class KeepsItsList : ISpanningForest
    {
        [ThreadStatic] private static List<int>? s_chosen;

        public static int[] Edges(int vertices, (int U, int V, long Weight)[] edges)
        {
            var chosen = s_chosen ??= [];
            var sets = DisjointSets.Of(vertices);
            for (int i = 0; i < edges.Length; i++)
                if (sets.Union(edges[i].U, edges[i].V)) chosen.Add(i);
            s_chosen = null;
            return [.. chosen];
        }
    }

    [CaughtBy(nameof(SpanningForestProperties<>.The_weights_do_not_matter))]
    [Breaks("Constraints.3")]
    [Advice("Nobody asks for the total, and it may be beyond 64 bits: leave the weights alone.")]
    public sealed class AddsUpTheWeights : Search<AddsUpTheWeights>
    {
        protected override int[] Forest()
        {
            var forest = base.Forest();
            _ = forest.Sum(i => All[i].Weight);
            return forest;
        }
    }

    [CaughtBy(nameof(SpanningForestProperties<>.The_chosen_edges_connect_all_that_the_graph_connects))]
    [Breaks("Constraints.3")]
    [Advice("A weight of 0 is a weight like any other, not the lack of an edge.")]
    public sealed class TakesZeroForNoEdge : Search<TakesZeroForNoEdge>
    {
        protected override void Enter(int i)
        {
            if (All[i].Weight != 0) base.Enter(i);
        }
    }

    [CaughtBy(nameof(SpanningForestProperties<>.Each_index_names_an_edge_and_none_stands_twice))]
    [Breaks("Constraints.3")]
    [Advice("A self-loop is legal: both its ends have been seen when it is met, so it is never kept.")]
    public sealed class RefusesSelfLoops : Search<RefusesSelfLoops>
    {
        protected override void Check()
        {
            base.Check();
            if (Array.Exists(All, edge => edge.U == edge.V)) throw new ArgumentException("a self-loop");
        }
    }

    [CaughtBy(nameof(SpanningForestProperties<>.Three_hundred_thousand_vertices_are_searched_in_linear_time))]
    [Breaks("Constraints.1")]
    [Advice("The number of an edge in 16 bits ends at 65 535, and then begins again at 0: keep it in an int.")]
    public sealed class NumbersEdgesInSixteenBits : Search<NumbersEdgesInSixteenBits>
    {
        protected override int[] Forest() => Array.ConvertAll(base.Forest(), i => (int)(ushort)i);
    }

    [CaughtBy(nameof(SpanningForestProperties<>.Three_hundred_thousand_vertices_are_searched_in_linear_time))]
    [Breaks("Target.2")]
    [Advice("Looking through all edges for those at a vertex takes O(m) each time, O(n m) in all: enter each edge at its ends first.")]
    public sealed class LooksThroughAllEdges : Search<LooksThroughAllEdges>
    {
        protected override void Enter(int i) { }

        protected override void Visit(int root)
        {
            Seen[root] = true;
            var stack = new Stack<int>([root]);
            while (stack.TryPop(out int u))
            {
                LawRunner.EndIfGivenUp();
                for (int i = 0; i < All.Length; i++)
                {
                    if (All[i].U != u && All[i].V != u || Seen[Other(i, u)]) continue;
                    Seen[Other(i, u)] = true;
                    Chosen.Add(i);
                    stack.Push(Other(i, u));
                }
            }
        }
    }

    [CaughtBy(nameof(SpanningForestProperties<>.Large_graphs_that_hurt_get_a_spanning_forest))]
    [Breaks("Edges.summary.3", "Target.1")]
    [Advice("An array of all vertices for each tree takes O(n) per tree, O(n^2) in all: keep one for the whole forest.")]
    public sealed class MarksInANewArrayForEachTree : Search<MarksInANewArrayForEachTree>
    {
        protected override void Visit(int root)
        {
            LawRunner.EndIfGivenUp();
            Seen = [.. Seen];
            base.Visit(root);
        }
    }

    [CaughtBy(nameof(SpanningForestProperties<>.Edges_that_the_caller_changes_in_place_are_another_graph))]
    [Breaks("Edges.summary.1")]
    [Advice("The caller may change an array and hand it over again: know a graph by what it says, not by its array.")]
    public sealed class RemembersTheArray : ISpanningForest
    {
        public static int[] Edges(int vertices, (int U, int V, long Weight)[] edges) =>
            SpoiltForest.FromMemory((n, same) => (SpanningForest.Edges(n, same), 0), vertices, edges).Edges;
    }

    [CaughtBy(nameof(SpanningForestProperties<>.After_65536_calls_the_next_is_as_right_as_the_first))]
    [Breaks("Edges.summary.1")]
    [Advice("A number of the call in 16 bits comes round after 65 536 calls, and old marks look new: mark in an array of the call's own.")]
    public sealed class NumbersItsCallsInSixteenBits : ISpanningForest
    {
        public static int[] Edges(int vertices, (int U, int V, long Weight)[] edges) =>
            SpoiltForest.WithOldMarks((n, same) => (SpanningForest.Edges(n, same), 0), vertices, edges).Edges;
    }

    [CaughtBy(nameof(SpanningForestProperties<>.Large_graphs_that_hurt_get_a_spanning_forest))]
    [Breaks("Edges.summary.3", "Target.1")]
    [Advice("A root that goes below the smaller one makes a path n deep where the edges come from its far end: join by size, or search.")]
    public sealed class HangsTheLargerRootBelow : ISpanningForest
    {
        public static int[] Edges(int vertices, (int U, int V, long Weight)[] edges)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(vertices);
            if (edges.Any(edge => Math.Min(edge.U, edge.V) < 0 || Math.Max(edge.U, edge.V) >= vertices)) throw new ArgumentOutOfRangeException(nameof(edges));
            int[] parent = [.. Enumerable.Range(0, vertices)];
            return [.. Enumerable.Range(0, edges.Length).Where(i => Joins(Root(edges[i].U), Root(edges[i].V)))];

            bool Joins(int one, int other)
            {
                parent[Math.Max(one, other)] = Math.Min(one, other);
                return one != other;
            }

            int Root(int v)
            {
                LawRunner.EndIfGivenUp();
                while (parent[v] != v) v = parent[v];
                return v;
            }
        }
    }
}
