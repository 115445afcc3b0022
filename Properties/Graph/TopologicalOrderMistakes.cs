using System.Runtime.CompilerServices;

namespace Etudes.Graph;

public static class TopologicalOrderMistakes
{
    /// <summary>What both ways to find an order have in common.</summary>
    public abstract class Sorter<TSelf> : ITopologicalOrder where TSelf : Sorter<TSelf>, new()
    {
        protected int Vertices { get; private set; }
        protected (int U, int V)[] Edges { get; set; } = [];
        protected List<int>[] Next { get; private set; } = [];

        public static (int[]? Order, int[]? Cycle) Of(int vertices, (int U, int V)[] edges)
        {
            var sorter = new TSelf { Vertices = vertices, Edges = edges };
            sorter.Check();
            sorter.Next = sorter.Leading();
            return sorter.Told();
        }

        protected virtual void Check()
        {
            ArgumentOutOfRangeException.ThrowIfNegative(Vertices);
            if (Edges.Any(edge => !IsVertex(edge.U) || !IsVertex(edge.V))) throw new ArgumentOutOfRangeException(nameof(Edges));
        }

        protected virtual List<int>[] Leading()
        {
            var next = new List<int>[Vertices];
            for (int v = 0; v < Vertices; v++) next[v] = [];
            foreach (var (u, v) in Edges) next[u].Add(v);
            return next;
        }

        protected abstract (int[]? Order, int[]? Cycle) Told();

        protected bool IsVertex(int v) => v >= 0 && v < Vertices;
    }

    /// <summary>Counts down the edges that enter each vertex; each mistake spoils one part.</summary>
    public abstract class CountingDown<TSelf> : Sorter<TSelf> where TSelf : CountingDown<TSelf>, new()
    {
        protected int[] Missing { get; private set; } = [];

        protected override (int[]? Order, int[]? Cycle) Told()
        {
            Missing = new int[Vertices];
            foreach (var (_, v) in Edges) Missing[v]++;
            int[] placed = Place();
            return placed.Length == Vertices ? (placed, null) : (null, Cycle());
        }

        protected virtual int[] Place()
        {
            List<int> order = [.. Enumerable.Range(0, Vertices).Where(v => Missing[v] == 0)];
            for (int at = 0; at < order.Count; at++)
                foreach (int v in Next[order[at]])
                    if (--Missing[v] == 0) order.Add(v);
            return [.. order];
        }

        protected virtual int[] Cycle()
        {
            List<int> cycle = [.. Back()];
            cycle.RemoveRange(0, cycle.IndexOf(cycle[^1]) + 1);
            cycle.Reverse();
            return [.. cycle];
        }

        /// <summary>From a vertex that is left back along edges up to one that was met before.</summary>
        protected IEnumerable<int> Back()
        {
            var before = new int[Vertices];
            Array.Fill(before, -1);
            foreach (var (u, v) in Edges)
                if (Missing[u] > 0 && Missing[v] > 0) before[v] = u;
            var met = new bool[Vertices];
            int at = Array.FindLastIndex(before, u => u >= 0);
            for (; at >= 0 && !met[at]; at = before[at])
            {
                met[at] = true;
                yield return at;
            }
            yield return at;
        }
    }

    /// <summary>Goes as deep as it can, and turns round the order in which it comes back; each mistake spoils one part.</summary>
    public abstract class DepthFirst<TSelf> : Sorter<TSelf> where TSelf : DepthFirst<TSelf>, new()
    {
        protected enum Mark { New, Open, Done }

        protected Mark[] Marks { get; private set; } = [];
        protected List<int> Path { get; } = [];
        protected List<int> Left { get; } = [];
        private int[] _looked = [];

        protected virtual IEnumerable<int> Starts => Enumerable.Range(0, Vertices);

        protected override (int[]? Order, int[]? Cycle) Told()
        {
            (Marks, _looked) = (new Mark[Vertices], new int[Vertices]);
            foreach (int start in Starts)
                if (Marks[start] == Mark.New && Search(start) is { } cycle) return (null, cycle);
            return (Order(), null);
        }

        protected virtual int[] Order() => [.. Enumerable.Reverse(Left)];

        protected virtual int[]? Search(int start)
        {
            Enter(start);
            while (Path.Count > 0)
            {
                int u = Path[^1];
                if (NextOf(u) is not int v) Leave(u);
                else if (IsOnPath(v)) return [.. Path.Skip(Path.IndexOf(v))];
                else if (Marks[v] == Mark.New) Enter(v);
            }
            return null;
        }

        protected virtual void Enter(int v)
        {
            Marks[v] = Mark.Open;
            Path.Add(v);
        }

        protected virtual void Leave(int u)
        {
            Path.RemoveAt(Path.Count - 1);
            Marks[u] = Mark.Done;
            Left.Add(u);
        }

        protected virtual int? NextOf(int u) => _looked[u] < Next[u].Count ? Next[u][_looked[u]++] : null;

        protected virtual bool IsOnPath(int v) => Marks[v] == Mark.Open;

        protected void LookAgain(int u) => _looked[u] = 0;
    }

    [CaughtBy(nameof(TopologicalOrderProperties<>.Without_a_cycle_there_is_an_order_in_which_every_edge_leads_forward))]
    [Breaks("TopologicalOrder.summary.1", "Of.summary.1", "Constraints.4")]
    [Advice("An edge leads from U to V, so U comes first; where a list of prerequisites reads the other way round, it says so.")]
    public sealed class ReadsTheEdgesBackwards : CountingDown<ReadsTheEdgesBackwards>
    {
        protected override List<int>[] Leading()
        {
            Edges = [.. Edges.Select(edge => (edge.V, edge.U))];
            return base.Leading();
        }

        protected override int[] Cycle() => [.. base.Cycle().Reverse()];
    }

    [CaughtBy(nameof(TopologicalOrderProperties<>.Without_a_cycle_there_is_an_order_in_which_every_edge_leads_forward))]
    [Breaks("Constraints.2")]
    [Advice("A set keeps parallel edges once: then count them once too, or the vertex that they enter waits for ever.")]
    public sealed class CountsParallelEdgesTwice : CountingDown<CountsParallelEdgesTwice>
    {
        protected override List<int>[] Leading() => [.. base.Leading().Select(next => next.Distinct().ToList())];
    }

    [CaughtBy(nameof(TopologicalOrderProperties<>.Without_a_cycle_there_is_an_order_in_which_every_edge_leads_forward))]
    [Breaks("Constraints.2", "Of.summary.2")]
    [Advice("A self-loop is a cycle of one vertex: do not skip it.")]
    public sealed class SkipsSelfLoops : CountingDown<SkipsSelfLoops>
    {
        protected override List<int>[] Leading()
        {
            Edges = [.. Edges.Where(edge => edge.U != edge.V)];
            return base.Leading();
        }
    }

    [CaughtBy(nameof(TopologicalOrderProperties<>.Without_a_cycle_there_is_an_order_in_which_every_edge_leads_forward))]
    [Breaks("Of.summary.1")]
    [Advice("A vertex without edges has a place too: take the vertices from 0..n-1, not from the edges.")]
    public sealed class LeavesOutLoneVertices : CountingDown<LeavesOutLoneVertices>
    {
        protected override (int[]? Order, int[]? Cycle) Told() => base.Told() is ({ } order, _)
            ? ([.. order.Intersect(Edges.SelectMany(edge => (int[])[edge.U, edge.V]))], null) : base.Told();
    }

    [CaughtBy(nameof(TopologicalOrderProperties<>.Without_a_cycle_there_is_an_order_in_which_every_edge_leads_forward))]
    [Breaks("Of.summary.2")]
    [Advice("What could be placed before the cycle stopped you is no order: return null unless all vertices are placed.")]
    public sealed class GivesAPartOfAnOrder : CountingDown<GivesAPartOfAnOrder>
    {
        private int[] _placed = [];

        protected override int[] Place() => _placed = base.Place();

        protected override (int[]? Order, int[]? Cycle) Told() => base.Told() with { Item1 = _placed };
    }

    [CaughtBy(nameof(TopologicalOrderProperties<>.Without_a_cycle_there_is_an_order_in_which_every_edge_leads_forward))]
    [Breaks("Of.summary.2")]
    [Advice("Without vertices the empty order has them all: it is not a sign of a cycle.")]
    public sealed class TakesAnEmptyOrderForNone : CountingDown<TakesAnEmptyOrderForNone>
    {
        protected override (int[]? Order, int[]? Cycle) Told() => base.Told() is ({ Length: 0 }, _) ? (null, []) : base.Told();
    }

    [CaughtBy(nameof(TopologicalOrderProperties<>.Without_an_order_there_is_a_cycle_that_goes_along_edges_and_meets_no_vertex_twice))]
    [Breaks("Of.summary.4")]
    [Advice("Where there is no cycle, there is no array either: return null, not an empty one.")]
    public sealed class GivesAnEmptyCycle : CountingDown<GivesAnEmptyCycle>
    {
        protected override (int[]? Order, int[]? Cycle) Told() => base.Told() is var (order, cycle) ? (order, cycle ?? []) : default;
    }

    [CaughtBy(nameof(TopologicalOrderProperties<>.Without_an_order_there_is_a_cycle_that_goes_along_edges_and_meets_no_vertex_twice))]
    [Breaks("Of.summary.3")]
    [Advice("What cannot be placed is not the cycle: all that lies behind a cycle cannot be placed either.")]
    public sealed class GivesAllThatIsLeft : CountingDown<GivesAllThatIsLeft>
    {
        protected override int[] Cycle() => [.. Enumerable.Range(0, Vertices).Where(v => Missing[v] > 0)];
    }

    [CaughtBy(nameof(TopologicalOrderProperties<>.Without_an_order_there_is_a_cycle_that_goes_along_edges_and_meets_no_vertex_twice))]
    [Breaks("Of.summary.3")]
    [Advice("Forward from a vertex that is left there may be a dead end behind the cycle; backward there is always another one.")]
    public sealed class FollowsWhatIsLeftForward : CountingDown<FollowsWhatIsLeftForward>
    {
        protected override int[] Cycle()
        {
            List<int> walk = [];
            int at = Array.FindIndex(Missing, missing => missing > 0);
            for (; !walk.Contains(at); at = Next[at].First(v => Missing[v] > 0)) walk.Add(at);
            return [.. walk.Skip(walk.IndexOf(at))];
        }
    }

    [CaughtBy(nameof(TopologicalOrderProperties<>.Without_an_order_there_is_a_cycle_that_goes_along_edges_and_meets_no_vertex_twice))]
    [Breaks("Of.summary.3")]
    [Advice("The walk may meet the cycle late: what it passed before that is no part of the cycle.")]
    public sealed class KeepsTheWayToTheCycle : CountingDown<KeepsTheWayToTheCycle>
    {
        protected override int[] Cycle() => [.. Back().SkipLast(1).Reverse()];
    }

    [CaughtBy(nameof(TopologicalOrderProperties<>.Without_an_order_there_is_a_cycle_that_goes_along_edges_and_meets_no_vertex_twice))]
    [Breaks("Of.summary.3")]
    [Advice("Going back along edges meets the cycle from its end: turn it round.")]
    public sealed class GivesTheCycleBackwards : CountingDown<GivesTheCycleBackwards>
    {
        protected override int[] Cycle() => [.. base.Cycle().Reverse()];
    }

    [CaughtBy(nameof(TopologicalOrderProperties<>.Without_an_order_there_is_a_cycle_that_goes_along_edges_and_meets_no_vertex_twice))]
    [Breaks("Of.summary.3")]
    [Advice("Each vertex of the cycle stands there once: do not write down the first one again at the end.")]
    public sealed class ClosesTheCycle : CountingDown<ClosesTheCycle>
    {
        protected override int[] Cycle() => base.Cycle() is var cycle ? [.. cycle, cycle[0]] : [];
    }

    [CaughtBy(nameof(TopologicalOrderProperties<>.Without_a_cycle_there_is_an_order_in_which_every_edge_leads_forward))]
    [Breaks("Of.summary.1")]
    [Advice("A vertex is left when all behind it are: the last one left comes first, so turn the list round.")]
    public sealed class ForgetsToTurnRound : DepthFirst<ForgetsToTurnRound>
    {
        protected override int[] Order() => [.. Left];
    }

    [CaughtBy(nameof(TopologicalOrderProperties<>.An_edge_from_each_vertex_of_an_order_to_the_next_leaves_only_that_order))]
    [Breaks("Of.summary.1")]
    [Advice("When a vertex is met, something before it may still be missing: note it when it is left, and turn the list round.")]
    public sealed class NotesWhatItMeets : DepthFirst<NotesWhatItMeets>
    {
        private readonly List<int> _met = [];

        protected override void Enter(int v)
        {
            base.Enter(v);
            _met.Add(v);
        }

        protected override int[] Order() => [.. _met];
    }

    [CaughtBy(nameof(TopologicalOrderProperties<>.Without_a_cycle_there_is_an_order_in_which_every_edge_leads_forward))]
    [Breaks("Of.summary.2")]
    [Advice("Two ways to one vertex are no cycle: only a vertex that is still on the path closes one, so it takes three marks.")]
    public sealed class TakesTwoWaysForACycle : DepthFirst<TakesTwoWaysForACycle>
    {
        protected override bool IsOnPath(int v) => Marks[v] != Mark.New;
    }

    [CaughtBy(nameof(TopologicalOrderProperties<>.Without_a_cycle_there_is_an_order_in_which_every_edge_leads_forward))]
    [Breaks("Of.summary.2")]
    [Advice("A vertex on a cycle is entered from it: who starts only where no edge enters never sees a cycle that stands alone.")]
    public sealed class StartsOnlyWhereNothingEnters : DepthFirst<StartsOnlyWhereNothingEnters>
    {
        protected override IEnumerable<int> Starts => Enumerable.Range(0, Vertices).Except(Edges.Select(edge => edge.V));
    }

    [CaughtBy(nameof(TopologicalOrderProperties<>.Without_a_cycle_there_is_an_order_in_which_every_edge_leads_forward))]
    [Breaks("Of.summary.1")]
    [Advice("Vertex 0 need not lead to all others: start from each vertex that has not been met.")]
    public sealed class StartsOnlyAtVertex0 : DepthFirst<StartsOnlyAtVertex0>
    {
        protected override IEnumerable<int> Starts => Enumerable.Range(0, Math.Min(1, Vertices));
    }

    [CaughtBy(nameof(TopologicalOrderProperties<>.Without_an_order_there_is_a_cycle_that_goes_along_edges_and_meets_no_vertex_twice))]
    [Breaks("Of.summary.3")]
    [Advice("The path leads to the cycle, and then round it: the cycle begins where the vertex met again stands.")]
    public sealed class GivesTheWholePath : DepthFirst<GivesTheWholePath>
    {
        protected override int[]? Search(int start) => base.Search(start) is null ? null : [.. Path];
    }

    [CaughtBy(nameof(TopologicalOrderProperties<>.Whatever_is_outside_throws_even_after_a_cycle))]
    [Breaks("Of.exception.1", "Constraints.3")]
    [Advice("Check all edges before the search: after the first cycle nobody looks at the others.")]
    public sealed class ChecksWhatItLooksAt : DepthFirst<ChecksWhatItLooksAt>
    {
        protected override void Check() => ArgumentOutOfRangeException.ThrowIfNegative(Vertices);

        protected override List<int>[] Leading()
        {
            var next = new List<int>[Vertices];
            for (int v = 0; v < Vertices; v++) next[v] = [];
            foreach (var (u, v) in Edges) (IsVertex(u) ? next[u] : throw new ArgumentOutOfRangeException(nameof(Edges))).Add(v);
            return next;
        }

        protected override int? NextOf(int u) => base.NextOf(u) is not int v ? null : IsVertex(v) ? v : throw new ArgumentOutOfRangeException(nameof(Edges));
    }

    [CaughtBy(nameof(TopologicalOrderProperties<>.Whatever_is_outside_throws_even_after_a_cycle))]
    [Breaks("Of.exception.1", "Constraints.3")]
    [Advice("An array says IndexOutOfRangeException of a wrong end, and OverflowException of a wrong length: check, and say which argument it is.")]
    public sealed class LeavesTheChecksToTheArray : CountingDown<LeavesTheChecksToTheArray>
    {
        protected override void Check() { }
    }

    [CaughtBy(nameof(TopologicalOrderProperties<>.Without_a_cycle_there_is_an_order_in_which_every_edge_leads_forward))]
    [Breaks("Of.summary.5", "Constraints.4")]
    [Advice("Sorting what you were given changes it for the caller too: set the edges down by counting, in an array of your own.")]
    public sealed class SortsTheGivenEdges : CountingDown<SortsTheGivenEdges>
    {
        protected override List<int>[] Leading()
        {
            Array.Sort(Edges);
            return base.Leading();
        }
    }

    [CaughtBy(nameof(TopologicalOrderProperties<>.What_the_caller_does_with_the_edges_and_the_arrays_changes_no_answer))]
    [Breaks("Of.summary.5", "Constraints.4")]
    [Advice("What you have returned is the caller's: a later call must not write into it, so make an array for each call.")]
    public sealed class WritesIntoTheArrayOfBefore : CountingDown<WritesIntoTheArrayOfBefore>
    {
        [ThreadStatic] private static int[]? s_order;

        protected override int[] Place()
        {
            int[] placed = base.Place();
            if (s_order?.Length != placed.Length) s_order = new int[placed.Length];
            placed.CopyTo(s_order, 0);
            return s_order;
        }
    }

    [CaughtBy(nameof(TopologicalOrderProperties<>.What_the_caller_does_with_the_edges_and_the_arrays_changes_no_answer))]
    [Breaks("Of.summary.1")]
    [Advice("The caller may change an array and hand it over again: know a graph by what it says, not by its array.")]
    public sealed class RemembersTheArray : CountingDown<RemembersTheArray>
    {
        [ThreadStatic] private static (int Vertices, (int U, int V)[] Edges, List<int>[] Next)? s_last;

        protected override List<int>[] Leading()
        {
            if (s_last is not { } last || last.Vertices != Vertices || last.Edges != Edges) s_last = (Vertices, Edges, base.Leading());
            return s_last.Value.Next;
        }
    }

    [CaughtBy(nameof(TopologicalOrderProperties<>.After_65536_calls_the_next_is_as_right_as_the_first))]
    [Breaks("Of.summary.1")]
    [Advice("A number of the call in 16 bits comes round after 65 536 calls, and old marks look new: mark in an array of the call's own.")]
    public sealed class NumbersItsCallsInSixteenBits : DepthFirst<NumbersItsCallsInSixteenBits>
    {
        [ThreadStatic] private static ushort s_call;
        [ThreadStatic] private static ushort[]? s_done;

        protected override IEnumerable<int> Starts
        {
            get
            {
                if (s_done is null || s_done.Length < Vertices) Array.Resize(ref s_done, Vertices);
                if (++s_call == 0) s_call = 1; // 0 marks nothing
                return base.Starts.Where(v => s_done[v] != s_call);
            }
        }

        protected override void Leave(int u)
        {
            base.Leave(u);
            s_done![u] = s_call;
        }
    }

    [CaughtBy(nameof(TopologicalOrderProperties<>.Many_paths_lead_to_a_vertex_and_all_are_as_good_as_one))]
    [Breaks("Of.summary.6", "Target.1")]
    [Advice("Without a mark on what is done, all behind a vertex is gone through once for each way to it, and the ways double with each rung.")]
    public sealed class GoesThroughAllPaths : DepthFirst<GoesThroughAllPaths>
    {
        protected override void Leave(int u)
        {
            LawRunner.EndIfGivenUp();
            base.Leave(u);
            Marks[u] = Mark.New;
            LookAgain(u);
        }

        protected override int[] Order() => [.. Enumerable.Reverse(Left).Distinct()];
    }

    [CaughtBy(nameof(TopologicalOrderProperties<>.Half_a_million_vertices_are_put_in_order_in_linear_time))]
    [Breaks("Constraints.1")]
    [Advice("Recursion goes as deep as a path is long, and a deep one ends the program: keep the path in a list of your own.")]
    public sealed class Recurses : DepthFirst<Recurses>
    {
        protected override int[]? Search(int start)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack(); // an exception in place of the stack overflow
            Enter(start);
            foreach (int v in Next[start])
            {
                if (IsOnPath(v)) return [.. Path.Skip(Path.IndexOf(v))];
                if (Marks[v] == Mark.New && Search(v) is { } cycle) return cycle;
            }
            Leave(start);
            return null;
        }
    }

    [CaughtBy(nameof(TopologicalOrderProperties<>.Half_a_million_vertices_are_put_in_order_in_linear_time))]
    [Breaks("Of.summary.6", "Target.1")]
    [Advice("Looking along the path for each edge takes quadratic time: mark the vertices that are on it.")]
    public sealed class LooksAlongThePath : DepthFirst<LooksAlongThePath>
    {
        protected override bool IsOnPath(int v)
        {
            LawRunner.EndIfGivenUp();
            return Path.Contains(v);
        }
    }

    [CaughtBy(nameof(TopologicalOrderProperties<>.Half_a_million_vertices_are_put_in_order_in_linear_time))]
    [Breaks("Of.summary.6", "Target.1")]
    [Advice("Looking at a vertex's edges from the first again each time you come back takes quadratic time at a hub: note where you were.")]
    public sealed class BeginsAgainWithTheFirstEdge : DepthFirst<BeginsAgainWithTheFirstEdge>
    {
        protected override int? NextOf(int u)
        {
            LawRunner.EndIfGivenUp();
            foreach (int v in Next[u])
                if (Marks[v] != Mark.Done) return v;
            return null;
        }
    }

    [CaughtBy(nameof(TopologicalOrderProperties<>.Half_a_million_vertices_are_put_in_order_in_linear_time))]
    [Breaks("Of.summary.6", "Target.1")]
    [Advice("Looking through all edges for those of one vertex takes O(n m): set them down by vertex once.")]
    public sealed class LooksThroughAllEdges : CountingDown<LooksThroughAllEdges>
    {
        protected override int[] Place()
        {
            List<int> order = [.. Enumerable.Range(0, Vertices).Where(v => Missing[v] == 0)];
            for (int at = 0; at < order.Count; at++)
            {
                LawRunner.EndIfGivenUp();
                foreach (var (u, v) in Edges)
                    if (u == order[at] && --Missing[v] == 0) order.Add(v);
            }
            return [.. order];
        }
    }

    [CaughtBy(nameof(TopologicalOrderProperties<>.Half_a_million_vertices_are_put_in_order_in_linear_time))]
    [Breaks("Of.summary.6", "Target.1")]
    [Advice("Looking through all vertices for one that misses nothing takes O(n) each time: put it into a queue when its last edge is counted.")]
    public sealed class LooksThroughAllVertices : CountingDown<LooksThroughAllVertices>
    {
        protected override int[] Place()
        {
            List<int> order = [];
            for (int u; (u = Array.IndexOf(Missing, 0)) >= 0; order.Add(u))
            {
                LawRunner.EndIfGivenUp();
                Missing[u] = -1;
                foreach (int v in Next[u]) Missing[v]--;
            }
            return [.. order];
        }
    }

    [CaughtBy(nameof(TopologicalOrderProperties<>.Hubs_many_paths_and_long_cycles_take_no_longer))]
    [Breaks("Of.summary.6", "Target.1")]
    [Advice("Removing the first item of a list moves all behind it: take a queue, or an index that goes forward.")]
    public sealed class TakesFromTheFrontOfAList : CountingDown<TakesFromTheFrontOfAList>
    {
        protected override int[] Place()
        {
            List<int> order = [], ready = [.. Enumerable.Range(0, Vertices).Where(v => Missing[v] == 0)];
            while (ready.Count > 0)
            {
                LawRunner.EndIfGivenUp();
                int u = ready[0];
                ready.RemoveAt(0);
                order.Add(u);
                foreach (int v in Next[u])
                    if (--Missing[v] == 0) ready.Add(v);
            }
            return [.. order];
        }
    }

    [CaughtBy(nameof(TopologicalOrderProperties<>.Hubs_many_paths_and_long_cycles_take_no_longer))]
    [Breaks("Of.summary.6", "Target.1")]
    [Advice("The cycle must be found in linear time too: mark what the walk has met instead of looking through the list.")]
    public sealed class LooksAlongTheWalk : CountingDown<LooksAlongTheWalk>
    {
        protected override int[] Cycle()
        {
            List<int> walk = [];
            foreach (int v in Back())
            {
                LawRunner.EndIfGivenUp();
                if (walk.IndexOf(v) is >= 0 and int first) return [.. walk.Skip(first).Reverse()];
                walk.Add(v);
            }
            return [];
        }
    }
}
