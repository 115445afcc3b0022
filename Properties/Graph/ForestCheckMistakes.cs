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
    [Advice("A set or a matrix of neighbours keeps parallel edges once, but two of them make a cycle: count each.")]
    public sealed class CollapsesParallelEdges : Checker<CollapsesParallelEdges>
    {
        protected override bool Forest(int vertices, (int U, int V, long Weight)[] edges) =>
            base.Forest(vertices, [.. edges.DistinctBy(edge => (Math.Min(edge.U, edge.V), Math.Max(edge.U, edge.V)))]);
    }

    [CaughtBy(nameof(ForestCheckProperties<>.Of_a_forest_no_edge_is_left_when_its_leaves_are_plucked_again_and_again))]
    [Advice("A self-loop is a cycle of one edge: do not skip it.")]
    public sealed class SkipsSelfLoops : Checker<SkipsSelfLoops>
    {
        protected override bool Forest(int vertices, (int U, int V, long Weight)[] edges) =>
            base.Forest(vertices, [.. edges.Where(edge => edge.U != edge.V || edge.U >= vertices)]);
    }

    [CaughtBy(nameof(ForestCheckProperties<>.Any_two_of_connected_acyclic_and_n_minus_1_edges_make_a_spanning_tree))]
    [Advice("n - 1 edges can make a cycle and leave a vertex out: check the connection as well.")]
    public sealed class CountsEdgesOnly : Checker<CountsEdgesOnly>
    {
        protected override bool SpanningTree(int vertices, (int U, int V, long Weight)[] edges) =>
            Components(vertices, edges) <= vertices && edges.Length == vertices - 1;
    }

    [CaughtBy(nameof(ForestCheckProperties<>.Any_two_of_connected_acyclic_and_n_minus_1_edges_make_a_spanning_tree))]
    [Advice("The empty graph is a forest, but not a tree: ask for exactly one component, not for at most one.")]
    public sealed class MakesATreeOfNothing : Checker<MakesATreeOfNothing>
    {
        protected override bool SpanningTree(int vertices, (int U, int V, long Weight)[] edges) =>
            Forest(vertices, edges) && Components(vertices, edges) <= 1;
    }

    [CaughtBy(nameof(ForestCheckProperties<>.A_forest_has_a_tree_less_for_each_edge_and_a_graph_with_a_cycle_has_no_count))]
    [Advice("A vertex without edges is a tree too: count every vertex, not only those that edges name.")]
    public sealed class ForgetsIsolatedVertices : Checker<ForgetsIsolatedVertices>
    {
        protected override int Trees(int vertices, (int U, int V, long Weight)[] edges) =>
            base.Trees(vertices, edges) - (vertices - edges.SelectMany(edge => (int[])[edge.U, edge.V]).Distinct().Count());
    }

    [CaughtBy(nameof(ForestCheckProperties<>.A_forest_has_a_tree_less_for_each_edge_and_a_graph_with_a_cycle_has_no_count))]
    [Advice("n - m counts trees only where there is no cycle: check that first and throw ArgumentException.")]
    public sealed class SubtractsWithoutACheck : Checker<SubtractsWithoutACheck>
    {
        protected override int Trees(int vertices, (int U, int V, long Weight)[] edges) =>
            Components(vertices, edges) > vertices ? 0 : vertices - edges.Length;
    }

    [CaughtBy(nameof(ForestCheckProperties<>.Of_all_sets_of_edges_the_acyclic_that_connect_as_much_as_the_graph_span_it))]
    [Advice("A graph of several components has a spanning forest of as many trees: compare with its components, not with one.")]
    public sealed class WantsASingleTree : Checker<WantsASingleTree>
    {
        protected override bool SpanningForest(int vertices, (int U, int V, long Weight)[] edges, int[] chosen) =>
            base.SpanningForest(vertices, edges, chosen) && chosen.Length == vertices - 1;
    }

    [CaughtBy(nameof(ForestCheckProperties<>.A_spanning_forest_with_one_edge_less_one_more_or_one_twice_is_none))]
    [Advice("An edge chosen twice is a cycle: a set of the indices hides it.")]
    public sealed class TakesChosenAsASet : Checker<TakesChosenAsASet>
    {
        protected override bool SpanningForest(int vertices, (int U, int V, long Weight)[] edges, int[] chosen) =>
            base.SpanningForest(vertices, edges, [.. chosen.Distinct()]);
    }

    [CaughtBy(nameof(ForestCheckProperties<>.Other_names_of_the_vertices_and_another_order_of_the_edges_change_nothing))]
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
    [Advice("Returning at the first cycle leaves the edges after it unchecked: look at all of them.")]
    public sealed class StopsAtTheFirstCycle : Checker<StopsAtTheFirstCycle>
    {
        protected override bool Forest(int vertices, (int U, int V, long Weight)[] edges)
        {
            var sets = new DisjointSets(vertices);
            return edges.All(edge => sets.Union(edge.U, edge.V));
        }
    }

    [CaughtBy(nameof(ForestCheckProperties<>.Two_hundred_thousand_vertices_are_checked_in_almost_linear_time))]
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

    [CaughtBy(nameof(ForestCheckProperties<>.Two_hundred_thousand_vertices_are_checked_in_almost_linear_time))]
    [Advice("Renaming a whole component for each edge takes O(n m): join disjoint sets instead.")]
    public sealed class RenamesComponents : Checker<RenamesComponents>
    {
        protected override bool Forest(int vertices, (int U, int V, long Weight)[] edges)
        {
            _ = Components(vertices, edges);
            int[] component = [.. Enumerable.Range(0, vertices)];
            bool forest = true;
            foreach (var (u, v, _) in edges)
            {
                LawRunner.EndIfGivenUp();
                forest &= component[u] != component[v];
                component.AsSpan().Replace(component[u], component[v]);
            }
            return forest;
        }
    }
}
