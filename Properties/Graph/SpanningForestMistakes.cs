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
    [Advice("A search from vertex 0 sees one component: start again from every vertex not yet seen.")]
    public sealed class SearchesFromVertex0Only : Search<SearchesFromVertex0Only>
    {
        protected override IEnumerable<int> Roots() => base.Roots().Take(1);
    }

    [CaughtBy(nameof(SpanningForestProperties<>.The_chosen_edges_connect_all_that_the_graph_connects))]
    [Advice("An edge can be followed both ways: enter it at both of its ends.")]
    public sealed class FollowsEdgesOneWay : Search<FollowsEdgesOneWay>
    {
        protected override void Enter(int i) => Incident[All[i].U].Add(i);
    }

    [CaughtBy(nameof(SpanningForestProperties<>.The_chosen_edges_connect_all_that_the_graph_connects))]
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
    [Advice("An index outside an array throws IndexOutOfRangeException: check the ends first and throw ArgumentOutOfRangeException.")]
    public sealed class LeavesTheCheckToTheArray : Search<LeavesTheCheckToTheArray>
    {
        protected override void Check() => ArgumentOutOfRangeException.ThrowIfNegative(Vertices);
    }

    [CaughtBy(nameof(SpanningForestProperties<>.A_vertex_outside_throws))]
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

    [CaughtBy(nameof(SpanningForestProperties<>.Two_hundred_thousand_vertices_are_searched_in_linear_time))]
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

    [CaughtBy(nameof(SpanningForestProperties<>.Two_hundred_thousand_vertices_are_searched_in_linear_time))]
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
}
