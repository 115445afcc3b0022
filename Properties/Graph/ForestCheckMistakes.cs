using System.Runtime.CompilerServices;

namespace Etudes.Graph;

public static class ForestCheckMistakes
{
    /// <summary>Everything from the number of components, which a search counts; each mistake spoils one part.</summary>
    public abstract class Checker<TSelf> : IForestCheck where TSelf : Checker<TSelf>, new()
    {
        public static bool IsForest(int vertices, (int U, int V, long Weight)[] edges) => new TSelf().Forest(vertices, edges);
        public static bool IsSpanningTree(int vertices, (int U, int V, long Weight)[] edges) => new TSelf().SpanningTree(vertices, edges);
        public static bool IsSpanningForest(int vertices, (int U, int V, long Weight)[] edges, int[] chosen) =>
            new TSelf().SpanningForest(vertices, edges, chosen);
        public static int TreeCount(int vertices, (int U, int V, long Weight)[] edges) => new TSelf().Trees(vertices, edges);

        protected virtual bool Forest(int vertices, (int U, int V, long Weight)[] edges) =>
            Components(vertices, edges) == vertices - edges.Length;

        protected virtual bool SpanningTree(int vertices, (int U, int V, long Weight)[] edges) =>
            Components(vertices, edges) == 1 && edges.Length == vertices - 1;

        protected virtual bool SpanningForest(int vertices, (int U, int V, long Weight)[] edges, int[] chosen)
        {
            if (chosen.Any(i => i < 0 || i >= edges.Length)) throw new ArgumentOutOfRangeException(nameof(chosen));
            int components = Components(vertices, edges);
            return components == vertices - chosen.Length && components == Components(vertices, [.. chosen.Select(i => edges[i])]);
        }

        protected virtual int Trees(int vertices, (int U, int V, long Weight)[] edges) =>
            Forest(vertices, edges) ? Components(vertices, edges) : throw new ArgumentException("a cycle");

        protected static int Components(int vertices, (int U, int V, long Weight)[] edges)
        {
            var sets = new DisjointSets(vertices);
            foreach (var (u, v, _) in edges) sets.Union(u, v);
            return sets.Count;
        }

        /// <summary>The components in O(n m): for each edge one of them gets the name of the other.</summary>
        protected static int Renamed(int vertices, (int U, int V, long Weight)[] edges)
        {
            int components = vertices;
            int[] component = [.. Enumerable.Range(0, vertices)];
            foreach (var (u, v, _) in edges)
            {
                LawRunner.EndIfGivenUp();
                if (component[u] != component[v]) components--;
                component.AsSpan().Replace(component[u], component[v]);
            }
            return components;
        }

        protected static List<int>[] Neighbours(int vertices, (int U, int V, long Weight)[] edges)
        {
            _ = Components(vertices, edges); // throws where an end is outside
            List<int>[] neighbours = [.. Enumerable.Range(0, vertices).Select(_ => new List<int>())];
            foreach (var (u, v, _) in edges)
            {
                neighbours[u].Add(v);
                neighbours[v].Add(u);
            }
            return neighbours;
        }
    }

    [CaughtBy(nameof(ForestCheckProperties<>.Of_a_forest_no_edge_is_left_when_its_leaves_are_plucked_again_and_again))]
    [Breaks("IsForest.summary.2")]
    [Advice("A set or a matrix of neighbours keeps parallel edges once, but two of them make a cycle: count each.")]
    public sealed class CollapsesParallelEdges : Checker<CollapsesParallelEdges>
    {
        protected override bool Forest(int vertices, (int U, int V, long Weight)[] edges) =>
            base.Forest(vertices, [.. edges.DistinctBy(edge => (Math.Min(edge.U, edge.V), Math.Max(edge.U, edge.V)))]);
    }

    [CaughtBy(nameof(ForestCheckProperties<>.Of_a_forest_no_edge_is_left_when_its_leaves_are_plucked_again_and_again))]
    [Breaks("IsForest.summary.2")]
    [Advice("A self-loop is a cycle of one edge: do not skip it.")]
    public sealed class SkipsSelfLoops : Checker<SkipsSelfLoops>
    {
        protected override bool Forest(int vertices, (int U, int V, long Weight)[] edges) =>
            base.Forest(vertices, [.. edges.Where(edge => edge.U != edge.V || edge.U >= vertices)]);
    }

    [CaughtBy(nameof(ForestCheckProperties<>.Any_two_of_connected_acyclic_and_n_minus_1_edges_make_a_spanning_tree))]
    [Breaks("ForestCheck.summary.1", "IsSpanningTree.summary.1")]
    [Advice("n - 1 edges can make a cycle and leave a vertex out: check the connection as well.")]
    public sealed class CountsEdgesOnly : Checker<CountsEdgesOnly>
    {
        protected override bool SpanningTree(int vertices, (int U, int V, long Weight)[] edges) =>
            Components(vertices, edges) <= vertices && edges.Length == vertices - 1;
    }

    [CaughtBy(nameof(ForestCheckProperties<>.Any_two_of_connected_acyclic_and_n_minus_1_edges_make_a_spanning_tree))]
    [Breaks("IsSpanningTree.summary.1")]
    [Advice("The empty graph is a forest, but not a tree: ask for exactly one component, not for at most one.")]
    public sealed class MakesATreeOfNothing : Checker<MakesATreeOfNothing>
    {
        protected override bool SpanningTree(int vertices, (int U, int V, long Weight)[] edges) =>
            Forest(vertices, edges) && Components(vertices, edges) <= 1;
    }

    [CaughtBy(nameof(ForestCheckProperties<>.A_forest_has_a_tree_less_for_each_edge_and_a_graph_with_a_cycle_has_no_count))]
    [Breaks("TreeCount.summary.1")]
    [Advice("A vertex without edges is a tree too: count every vertex, not only those that edges name.")]
    public sealed class ForgetsIsolatedVertices : Checker<ForgetsIsolatedVertices>
    {
        protected override int Trees(int vertices, (int U, int V, long Weight)[] edges) =>
            base.Trees(vertices, edges) - (vertices - edges.SelectMany(edge => (int[])[edge.U, edge.V]).Distinct().Count());
    }

    [CaughtBy(nameof(ForestCheckProperties<>.A_forest_has_a_tree_less_for_each_edge_and_a_graph_with_a_cycle_has_no_count))]
    [Breaks("TreeCount.exception.2", "Constraints.4")]
    [Advice("n - m counts trees only where there is no cycle: check that first and throw ArgumentException.")]
    public sealed class SubtractsWithoutACheck : Checker<SubtractsWithoutACheck>
    {
        protected override int Trees(int vertices, (int U, int V, long Weight)[] edges) =>
            Components(vertices, edges) > vertices ? 0 : vertices - edges.Length;
    }

    [CaughtBy(nameof(ForestCheckProperties<>.Of_all_sets_of_edges_the_acyclic_that_connect_as_much_as_the_graph_span_it))]
    [Breaks("IsSpanningForest.summary.1")]
    [Advice("A graph of several components has a spanning forest of as many trees: compare with its components, not with one.")]
    public sealed class WantsASingleTree : Checker<WantsASingleTree>
    {
        protected override bool SpanningForest(int vertices, (int U, int V, long Weight)[] edges, int[] chosen) =>
            base.SpanningForest(vertices, edges, chosen) && chosen.Length == vertices - 1;
    }

    [CaughtBy(nameof(ForestCheckProperties<>.A_spanning_forest_with_one_edge_less_one_more_or_one_twice_is_none))]
    [Breaks("IsSpanningForest.summary.2", "Constraints.3")]
    [Advice("An edge chosen twice is a cycle: a set of the indices hides it.")]
    public sealed class TakesChosenAsASet : Checker<TakesChosenAsASet>
    {
        protected override bool SpanningForest(int vertices, (int U, int V, long Weight)[] edges, int[] chosen) =>
            base.SpanningForest(vertices, edges, [.. chosen.Distinct()]);
    }

    [CaughtBy(nameof(ForestCheckProperties<>.Other_names_of_the_vertices_and_another_order_of_the_edges_change_nothing))]
    [Breaks("IsForest.summary.1")]
    [Advice("A search from vertex 0 sees one component: start again from every vertex not yet seen.")]
    public sealed class SearchesFromVertex0Only : Checker<SearchesFromVertex0Only>
    {
        protected override bool Forest(int vertices, (int U, int V, long Weight)[] edges)
        {
            var neighbours = Neighbours(vertices, edges);
            if (vertices == 0) return true;
            HashSet<int> seen = [0];
            var queue = new Queue<int>([0]);
            while (queue.TryDequeue(out int u))
                foreach (int v in neighbours[u])
                    if (seen.Add(v)) queue.Enqueue(v);
            return edges.Count(edge => seen.Contains(edge.U)) == seen.Count - 1;
        }
    }

    [CaughtBy(nameof(ForestCheckProperties<>.Whatever_is_outside_throws_even_after_a_cycle))]
    [Breaks("ForestCheck.summary.2", "IsForest.exception.1", "Constraints.5")]
    [Advice("Returning at the first cycle leaves the edges after it unchecked: look at all of them.")]
    public sealed class StopsAtTheFirstCycle : Checker<StopsAtTheFirstCycle>
    {
        protected override bool Forest(int vertices, (int U, int V, long Weight)[] edges)
        {
            var sets = new DisjointSets(vertices);
            return edges.All(edge => sets.Union(edge.U, edge.V));
        }
    }

    [CaughtBy(nameof(ForestCheckProperties<>.Three_hundred_thousand_vertices_are_checked_in_almost_linear_time))]
    [Breaks("Constraints.2")]
    [Advice("Recursion goes as deep as a path is long, and a deep one ends the program: use a stack of your own, or disjoint sets.")]
    public sealed class SearchesRecursively : Checker<SearchesRecursively>
    {
        protected override bool Forest(int vertices, (int U, int V, long Weight)[] edges)
        {
            var neighbours = Neighbours(vertices, edges);
            var seen = new bool[vertices];
            int trees = 0;
            for (int root = 0; root < vertices; root++) trees += Visit(root) ? 1 : 0;
            return trees == vertices - edges.Length;

            bool Visit(int u)
            {
                RuntimeHelpers.EnsureSufficientExecutionStack(); // an exception in place of the stack overflow
                if (seen[u]) return false;
                seen[u] = true;
                foreach (int v in neighbours[u]) Visit(v);
                return true;
            }
        }
    }

    [CaughtBy(nameof(ForestCheckProperties<>.Three_hundred_thousand_vertices_are_checked_in_almost_linear_time))]
    [Breaks("IsForest.summary.3", "Target.1")]
    [Advice("Renaming a whole component for each edge takes O(n m): join disjoint sets instead.")]
    public sealed class RenamesComponents : Checker<RenamesComponents>
    {
        protected override bool Forest(int vertices, (int U, int V, long Weight)[] edges)
        {
            _ = Components(vertices, edges);
            return Renamed(vertices, edges) == vertices - edges.Length;
        }
    }

    [CaughtBy(nameof(ForestCheckProperties<>.Of_a_forest_no_edge_is_left_when_its_leaves_are_plucked_again_and_again))]
    [Breaks("Constraints.1")]
    [Advice("An edge of weight 0 is an edge: look at its ends, not at its weight.")]
    public sealed class TakesWeight0ForNoEdge : Checker<TakesWeight0ForNoEdge>
    {
        protected override bool Forest(int vertices, (int U, int V, long Weight)[] edges) =>
            base.Forest(vertices, [.. edges.Where(edge => edge.Weight != 0 || edge.U < 0 || edge.U >= vertices || edge.V < 0 || edge.V >= vertices)]);
    }

    [CaughtBy(nameof(ForestCheckProperties<>.A_forest_has_a_tree_less_for_each_edge_and_a_graph_with_a_cycle_has_no_count))]
    [Breaks("ForestCheck.summary.2")]
    [Advice("Sorting the edges changes them for the caller too; whether they make a cycle does not depend on their order.")]
    public sealed class SortsTheGivenEdges : Checker<SortsTheGivenEdges>
    {
        protected override int Trees(int vertices, (int U, int V, long Weight)[] edges)
        {
            Array.Sort(edges);
            return base.Trees(vertices, edges);
        }
    }

    [CaughtBy(nameof(ForestCheckProperties<>.A_spanning_forest_with_one_edge_less_one_more_or_one_twice_is_none))]
    [Breaks("ForestCheck.summary.2")]
    [Advice("Sorting the chosen indices changes them for the caller too: look for one that stands there twice without it.")]
    public sealed class SortsTheChosen : Checker<SortsTheChosen>
    {
        protected override bool SpanningForest(int vertices, (int U, int V, long Weight)[] edges, int[] chosen)
        {
            Array.Sort(chosen);
            return base.SpanningForest(vertices, edges, chosen);
        }
    }

    [CaughtBy(nameof(ForestCheckProperties<>.A_spanning_forest_with_one_edge_less_one_more_or_one_twice_is_none))]
    [Breaks("IsSpanningForest.summary.2", "Constraints.3")]
    [Advice("The chosen indices come in any order: compare each with all others, not only with its neighbour.")]
    public sealed class WantsTheChosenInOrder : Checker<WantsTheChosenInOrder>
    {
        protected override bool SpanningForest(int vertices, (int U, int V, long Weight)[] edges, int[] chosen) =>
            base.SpanningForest(vertices, edges, chosen) && chosen.Zip(chosen.Skip(1)).All(pair => pair.First < pair.Second);
    }

    [CaughtBy(nameof(ForestCheckProperties<>.Whatever_is_outside_throws_even_after_a_cycle))]
    [Breaks("ForestCheck.summary.2", "IsSpanningTree.exception.1", "Constraints.5")]
    [Advice("When the number of edges is wrong the answer is certain, but an end outside is still an error: check all edges first.")]
    public sealed class CountsBeforeItChecks : Checker<CountsBeforeItChecks>
    {
        protected override bool SpanningTree(int vertices, (int U, int V, long Weight)[] edges) =>
            edges.Length == vertices - 1 && base.SpanningTree(vertices, edges);
    }

    [CaughtBy(nameof(ForestCheckProperties<>.Whatever_is_outside_throws_even_after_a_cycle))]
    [Breaks("IsSpanningForest.exception.1", "Constraints.5")]
    [Advice("An edge that nobody chose is part of the graph: check its ends too, even where the chosen edges decide.")]
    public sealed class ChecksOnlyTheChosen : Checker<ChecksOnlyTheChosen>
    {
        protected override bool SpanningForest(int vertices, (int U, int V, long Weight)[] edges, int[] chosen)
        {
            if (chosen.Any(i => i < 0 || i >= edges.Length)) throw new ArgumentOutOfRangeException(nameof(chosen));
            return Components(vertices, [.. chosen.Select(i => edges[i])]) == vertices - chosen.Length && base.SpanningForest(vertices,
                [.. edges.Where(edge => Math.Min(edge.U, edge.V) >= 0 && Math.Max(edge.U, edge.V) < vertices)], chosen);
        }
    }

    [CaughtBy(nameof(ForestCheckProperties<>.Whatever_is_outside_throws_even_after_a_cycle))]
    [Breaks("IsSpanningForest.exception.1", "Constraints.5")]
    [Advice("An index outside the edges is an error wherever it stands: check all of them before you answer.")]
    public sealed class StopsAtTheFirstChosenCycle : Checker<StopsAtTheFirstChosenCycle>
    {
        protected override bool SpanningForest(int vertices, (int U, int V, long Weight)[] edges, int[] chosen)
        {
            int components = Components(vertices, edges);
            var sets = new DisjointSets(vertices);
            foreach (int i in chosen)
                if (i < 0 || i >= edges.Length) throw new ArgumentOutOfRangeException(nameof(chosen));
                else if (!sets.Union(edges[i].U, edges[i].V)) return false;
            return sets.Count == components;
        }
    }

    [CaughtBy(nameof(ForestCheckProperties<>.Whatever_is_outside_throws_even_after_a_cycle))]
    [Breaks("TreeCount.exception.1", "Constraints.5")]
    [Advice("Without edges there are as many trees as vertices, but not -1: check n before you answer.")]
    public sealed class AnswersAtOnceWithoutEdges : Checker<AnswersAtOnceWithoutEdges>
    {
        protected override int Trees(int vertices, (int U, int V, long Weight)[] edges) => edges.Length == 0 ? vertices : base.Trees(vertices, edges);
    }

    [CaughtBy(nameof(ForestCheckProperties<>.Three_hundred_thousand_vertices_are_checked_in_almost_linear_time))]
    [Breaks("IsSpanningTree.summary.2", "Target.1")]
    [Advice("A spanning tree is checked in almost linear time too: join disjoint sets instead of renaming components.")]
    public sealed class RenamesForASpanningTree : Checker<RenamesForASpanningTree>
    {
        protected override bool SpanningTree(int vertices, (int U, int V, long Weight)[] edges) =>
            Components(vertices, edges) <= vertices && edges.Length == vertices - 1 && Renamed(vertices, edges) == 1;
    }

    [CaughtBy(nameof(ForestCheckProperties<>.Three_hundred_thousand_vertices_are_checked_in_almost_linear_time))]
    [Breaks("IsSpanningForest.summary.3", "Target.1")]
    [Advice("Looking for each index among all others takes O(n) each: disjoint sets notice an edge that comes twice by themselves.")]
    public sealed class ComparesTheChosenInPairs : Checker<ComparesTheChosenInPairs>
    {
        protected override bool SpanningForest(int vertices, (int U, int V, long Weight)[] edges, int[] chosen)
        {
            for (int i = 0; i < chosen.Length; i++)
            {
                LawRunner.EndIfGivenUp();
                for (int j = 0; j < i; j++)
                    if (chosen[i] == chosen[j] && base.SpanningForest(vertices, edges, chosen)) return false;
            }
            return base.SpanningForest(vertices, edges, chosen);
        }
    }

    [CaughtBy(nameof(ForestCheckProperties<>.Three_hundred_thousand_vertices_are_checked_in_almost_linear_time))]
    [Breaks("TreeCount.summary.2", "Target.1")]
    [Advice("Counting trees takes almost linear time too: join disjoint sets instead of renaming components.")]
    public sealed class RenamesForTheCount : Checker<RenamesForTheCount>
    {
        protected override int Trees(int vertices, (int U, int V, long Weight)[] edges) =>
            Forest(vertices, edges) ? Renamed(vertices, edges) : throw new ArgumentException("a cycle");
    }

    [CaughtBy(nameof(ForestCheckProperties<>.Three_hundred_thousand_vertices_are_checked_in_almost_linear_time))]
    [Breaks("Constraints.1")]
    [Advice("A count in 16 bits ends at 65 535, and then begins again at 0: count in int.")]
    public sealed class CountsInSixteenBits : Checker<CountsInSixteenBits>
    {
        protected override int Trees(int vertices, (int U, int V, long Weight)[] edges) => (ushort)base.Trees(vertices, edges);
    }

    [CaughtBy(nameof(ForestCheckProperties<>.Three_hundred_thousand_vertices_are_checked_in_almost_linear_time))]
    [Breaks("IsForest.summary.3", "Target.1")]
    [Advice("A root that goes below the smaller one makes a chain of a star: join by size, or shorten the paths.")]
    public sealed class HangsTheLargerRootBelow : Checker<HangsTheLargerRootBelow>
    {
        protected override bool Forest(int vertices, (int U, int V, long Weight)[] edges)
        {
            _ = Components(vertices, edges);
            int[] parent = [.. Enumerable.Range(0, vertices)];
            bool forest = true;
            foreach (var (u, v, _) in edges)
            {
                LawRunner.EndIfGivenUp();
                int one = Root(u), other = Root(v);
                forest &= one != other;
                parent[Math.Max(one, other)] = Math.Min(one, other);
            }
            return forest;

            int Root(int v)
            {
                while (parent[v] != v) v = parent[v];
                return v;
            }
        }
    }

    [CaughtBy(nameof(ForestCheckProperties<>.Edges_that_the_caller_changes_in_place_are_another_graph))]
    [Breaks("IsForest.summary.1")]
    [Advice("The caller may change an array and hand it over again: know a graph by what it says, not by its array.")]
    public sealed class RemembersTheArray : Checker<RemembersTheArray>
    {
        [ThreadStatic] private static (int Vertices, (int U, int V, long Weight)[] Edges, bool Answer)? s_last;

        protected override bool Forest(int vertices, (int U, int V, long Weight)[] edges)
        {
            if (s_last is not { } last || last.Vertices != vertices || last.Edges != edges) s_last = (vertices, edges, base.Forest(vertices, edges));
            return s_last.Value.Answer;
        }
    }

    [CaughtBy(nameof(ForestCheckProperties<>.After_65536_calls_the_next_is_as_right_as_the_first))]
    [Breaks("IsForest.summary.1")]
    [Advice("A number of the call in 8 bits comes round after 256 calls, and old marks look new: mark in an array of the call's own.")]
    public sealed class NumbersItsCallsInEightBits : Checker<NumbersItsCallsInEightBits>
    {
        [ThreadStatic] private static byte s_call;
        [ThreadStatic] private static byte[]? s_marks;

        protected override bool Forest(int vertices, (int U, int V, long Weight)[] edges)
        {
            bool forest = base.Forest(vertices, edges);
            if (s_marks is null || s_marks.Length < vertices) Array.Resize(ref s_marks, vertices);
            s_call++;
            bool known = edges.Any(edge => s_marks[edge.U] == s_call && s_marks[edge.V] == s_call);
            foreach (var (u, v, _) in edges) s_marks[u] = s_marks[v] = s_call;
            return forest && !known;
        }
    }

    [CaughtBy(nameof(ForestCheckProperties<>.Whatever_is_outside_throws_even_after_a_cycle))]
    [Breaks("ForestCheck.summary.2")]
    [Advice("A mark in the caller's edges that is taken away at the end stays there when the call throws: mark in an array of your own.")]
    public sealed class MarksTheChosenEdges : Checker<MarksTheChosenEdges>
    {
        protected override bool SpanningForest(int vertices, (int U, int V, long Weight)[] edges, int[] chosen)
        {
            int components = Components(vertices, edges);
            bool twice = false;
            foreach (int i in chosen)
            {
                if (i < 0 || i >= edges.Length) throw new ArgumentOutOfRangeException(nameof(chosen));
                twice |= edges[i].U < 0;
                if (edges[i].U >= 0) edges[i].U = ~edges[i].U;
            }
            foreach (int i in chosen)
                if (edges[i].U < 0) edges[i].U = ~edges[i].U;
            return !twice && components == vertices - chosen.Length && base.SpanningForest(vertices, edges, chosen);
        }
    }
}
