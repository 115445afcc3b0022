namespace Etudes.Graph;

public static class BottleneckPathMistakes
{
    /// <summary>Kruskal with weights on the links of union-find, as most people write it; each mistake spoils one part.</summary>
    public abstract class WithLinks<TSelf> : IBottleneckPath<TSelf> where TSelf : WithLinks<TSelf>, new()
    {
        protected (int U, int V, long Weight)[] Edges { get; private set; } = [];
        protected int[] Parent { get; private set; } = [];
        protected int[] Size { get; private set; } = [];
        protected int[] Link { get; private set; } = []; // the place of its edge in the order of joining; roots: int.MaxValue
        protected List<int> Order { get; private set; } = [];

        public static TSelf Of(int vertices, (int U, int V, long Weight)[] edges)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(vertices);
            var paths = new TSelf { Edges = edges, Size = new int[vertices], Link = new int[vertices], Parent = [.. Enumerable.Range(0, vertices)] };
            paths.Check();
            paths.Edges = paths.Kept(edges);
            Array.Fill(paths.Size, 1);
            Array.Fill(paths.Link, int.MaxValue);
            paths.Order = [.. Enumerable.Range(0, paths.Edges.Length)];
            paths.Order.Sort((i, j) => paths.Comparison(paths.Edges[i].Weight, paths.Edges[j].Weight));
            for (int at = 0; at < paths.Order.Count; at++)
                paths.Join(paths.Find(paths.Edges[paths.Order[at]].U), paths.Find(paths.Edges[paths.Order[at]].V), at);
            return paths;
        }

        protected virtual void Check()
        {
            if (Edges.Any(edge => !IsVertex(edge.U) || !IsVertex(edge.V))) throw new ArgumentOutOfRangeException(nameof(Edges));
        }

        protected virtual (int U, int V, long Weight)[] Kept((int U, int V, long Weight)[] edges) => [.. edges];

        protected virtual int Comparison(long one, long other) => one.CompareTo(other);

        protected virtual int Find(int v)
        {
            LawRunner.EndIfGivenUp();
            while (Parent[v] != v) v = Parent[v];
            return v;
        }

        protected virtual void Join(int u, int v, int at)
        {
            if (u == v) return;
            if (Size[u] < Size[v]) (u, v) = (v, u);
            Attach(v, u, at);
        }

        protected void Attach(int small, int large, int at)
        {
            Size[large] += Size[small];
            (Parent[small], Link[small]) = (large, at);
        }

        protected bool IsVertex(int v) => v >= 0 && v < Parent.Length;

        protected long Weight(int link) => Edges[Order[link]].Weight;

        public virtual long? Between(int u, int v)
        {
            if (!IsVertex(u) || !IsVertex(v)) throw Outside();
            return u == v ? ToItself(u) : Find(u) != Find(v) ? Apart : Climb(u, v);
        }

        protected virtual Exception Outside() => new ArgumentOutOfRangeException();
        protected virtual long? Apart => null;
        protected virtual long? ToItself(int v) => long.MinValue;

        protected virtual long? Climb(int u, int v)
        {
            long heaviest = Lowest;
            while (u != v)
            {
                if (Link[u] > Link[v]) (u, v) = (v, u);
                heaviest = Math.Max(heaviest, Weight(Link[u]));
                u = Parent[u];
            }
            return heaviest;
        }

        protected virtual long Lowest => long.MinValue;
    }

    [CaughtBy(nameof(BottleneckPathProperties<>.Between_two_is_the_smallest_weight_whose_lighter_edges_connect_them))]
    [Breaks("Between.summary.1")]
    [Advice("Compressing a path forgets which edge made each link: leave the paths as they are. Union by size keeps them short.")]
    public sealed class CompressesPaths : WithLinks<CompressesPaths>
    {
        protected override int Find(int v)
        {
            for (; Parent[v] != v; v = Parent[v]) Parent[v] = Parent[Parent[v]];
            return v;
        }
    }

    [CaughtBy(nameof(BottleneckPathProperties<>.Between_two_is_the_smallest_weight_whose_lighter_edges_connect_them))]
    [Breaks("BottleneckPath.summary.1", "Between.summary.1")]
    [Advice("Stop climbing where the two meet: links above that are heavier and on neither's way.")]
    public sealed class ClimbsToTheRoot : WithLinks<ClimbsToTheRoot>
    {
        protected override long? Climb(int u, int v)
        {
            long heaviest = Lowest;
            foreach (int end in (int[])[u, v])
                for (int x = end; Parent[x] != x; x = Parent[x]) heaviest = Math.Max(heaviest, Weight(Link[x]));
            return heaviest;
        }
    }

    [CaughtBy(nameof(BottleneckPathProperties<>.Only_the_order_of_the_weights_matters))]
    [Breaks("Constraints.2")]
    [Advice("All weights on a path may be negative: begin the maximum at long.MinValue, not at 0.")]
    public sealed class BeginsTheMaximumAtZero : WithLinks<BeginsTheMaximumAtZero>
    {
        protected override long Lowest => 0;
    }

    [CaughtBy(nameof(BottleneckPathProperties<>.Only_the_order_of_the_weights_matters))]
    [Breaks("Constraints.2")]
    [Advice("The difference of two weights overflows, and an int cannot hold it: compare with CompareTo.")]
    public sealed class SortsByDifference : WithLinks<SortsByDifference>
    {
        protected override int Comparison(long one, long other) => (int)(one - other);
    }

    [CaughtBy(nameof(BottleneckPathProperties<>.No_way_over_a_third_vertex_is_better))]
    [Breaks("Between.summary.1")]
    [Advice("The path of fewest edges need not be the best: a longer way round may avoid its heaviest edge.")]
    public sealed class TakesTheFewestEdges : WithLinks<TakesTheFewestEdges>
    {
        protected override long? Climb(int u, int v)
        {
            var heaviest = new Dictionary<int, long> { [u] = Lowest };
            var queue = new Queue<int>([u]);
            while (queue.TryDequeue(out int at) && at != v)
                foreach (var edge in Edges.SelectMany(edge => new[] { edge, (U: edge.V, V: edge.U, edge.Weight) }).Where(edge => edge.U == at))
                    if (heaviest.TryAdd(edge.V, Math.Max(heaviest[at], edge.Weight))) queue.Enqueue(edge.V);
            return heaviest[v];
        }
    }

    [CaughtBy(nameof(BottleneckPathProperties<>.Other_names_of_the_vertices_and_another_order_of_the_edges_change_nothing))]
    [Breaks("Constraints.2")]
    [Advice("Of parallel edges keep the lightest, or all, not the last one.")]
    public sealed class KeepsTheLastOfParallelEdges : WithLinks<KeepsTheLastOfParallelEdges>
    {
        protected override (int U, int V, long Weight)[] Kept((int U, int V, long Weight)[] edges)
        {
            var last = new Dictionary<(int, int), (int, int, long)>();
            foreach (var edge in edges) last[(Math.Min(edge.U, edge.V), Math.Max(edge.U, edge.V))] = edge;
            return [.. last.Values];
        }
    }

    [CaughtBy(nameof(BottleneckPathProperties<>.There_is_none_just_when_no_path_connects_two))]
    [Breaks("Between.summary.1", "Constraints.3")]
    [Advice("long.MaxValue is a weight: return null where there is no path.")]
    public sealed class TakesTheLargestLongForNoPath : WithLinks<TakesTheLargestLongForNoPath>
    {
        protected override long? Apart => long.MaxValue;
    }

    [CaughtBy(nameof(BottleneckPathProperties<>.In_a_dense_graph_the_heaviest_of_weights_is_one_like_any_other))]
    [Breaks("Between.summary.1", "Constraints.2")]
    [Advice("long.MaxValue is a weight, and no sign that two are not connected: ask whether their roots are the same.")]
    public sealed class TakesTheLargestLongForNone : WithLinks<TakesTheLargestLongForNone>
    {
        protected override long? Climb(int u, int v) => base.Climb(u, v) is { } heaviest and < long.MaxValue ? heaviest : null;
    }

    [CaughtBy(nameof(BottleneckPathProperties<>.No_edge_is_needed_from_a_vertex_to_itself))]
    [Breaks("Between.summary.2", "Constraints.3")]
    [Advice("From a vertex to itself no edge is needed, not even its self-loop: the largest of no weights is long.MinValue.")]
    public sealed class ChargesTheWayToItself : WithLinks<ChargesTheWayToItself>
    {
        protected override long? ToItself(int v) => Edges.Where(edge => edge.U == v && edge.V == v).Min(edge => (long?)edge.Weight) ?? 0;
    }

    [CaughtBy(nameof(BottleneckPathProperties<>.What_the_caller_does_with_the_edges_changes_no_answer))]
    [Breaks("Of.summary.2", "Constraints.5")]
    [Advice("The caller may change the edges after Of: copy the weights that queries need.")]
    public sealed class KeepsTheCallersEdges : WithLinks<KeepsTheCallersEdges>
    {
        protected override (int U, int V, long Weight)[] Kept((int U, int V, long Weight)[] edges) => edges;
    }

    [CaughtBy(nameof(BottleneckPathProperties<>.A_query_outside_the_range_is_refused_and_changes_no_answer))]
    [Breaks("Between.exception.1", "Constraints.4")]
    [Advice("An array throws IndexOutOfRangeException: check both vertices of a query yourself and throw ArgumentOutOfRangeException.")]
    public sealed class LeavesTheRangeToTheArray : WithLinks<LeavesTheRangeToTheArray>
    {
        protected override Exception Outside() => new IndexOutOfRangeException();
    }

    [CaughtBy(nameof(BottleneckPathProperties<>.Each_of_many_queries_takes_logarithmic_time))]
    [Breaks("Of.summary.3", "Between.summary.3", "Target.2")]
    [Advice("Without union by size a tree may be a path n deep: attach the smaller tree to the larger.")]
    public sealed class JoinsWithoutSizes : WithLinks<JoinsWithoutSizes>
    {
        protected override void Join(int u, int v, int at)
        {
            if (u != v) Attach(u, v, at);
        }
    }

    [CaughtBy(nameof(BottleneckPathProperties<>.Each_of_many_queries_takes_logarithmic_time))]
    [Breaks("Of.summary.1", "Between.summary.3", "Target.2")]
    [Advice("Walking through the forest takes O(n) per query: climb a tree of logarithmic depth.")]
    public sealed class WalksTheForest : WithLinks<WalksTheForest>
    {
        private List<(int To, long Weight)>[] _near = [];

        protected override void Join(int u, int v, int at)
        {
            if (_near.Length == 0) _near = [.. Parent.Select(_ => new List<(int, long)>())];
            if (u == v) return;
            var (from, to, weight) = Edges[Order[at]];
            _near[from].Add((to, weight));
            _near[to].Add((from, weight));
            base.Join(u, v, at);
        }

        protected override long? Climb(int u, int v)
        {
            LawRunner.EndIfGivenUp();
            var stack = new Stack<(int At, int From, long Heaviest)>([(u, u, Lowest)]);
            while (stack.TryPop(out var step))
            {
                if (step.At == v) return step.Heaviest;
                foreach (var (to, weight) in _near[step.At])
                    if (to != step.From) stack.Push((to, step.At, Math.Max(step.Heaviest, weight)));
            }
            return null;
        }
    }

    [CaughtBy(nameof(BottleneckPathProperties<>.Between_two_is_the_smallest_weight_whose_lighter_edges_connect_them))]
    [Breaks("Of.summary.2", "Constraints.5")]
    [Advice("Sorting what you were given changes it for the caller too: sort a copy, or the places of the edges.")]
    public sealed class SortsTheGivenEdges : WithLinks<SortsTheGivenEdges>
    {
        protected override (int U, int V, long Weight)[] Kept((int U, int V, long Weight)[] edges)
        {
            Array.Sort(edges, (one, other) => one.Weight.CompareTo(other.Weight));
            return base.Kept(edges);
        }
    }

    [CaughtBy(nameof(BottleneckPathProperties<>.Only_the_order_of_the_weights_matters))]
    [Breaks("Constraints.2")]
    [Advice("A double has 53 bits: beyond 2^53 it takes different weights for equal, so compare them as long.")]
    public sealed class ComparesDoubles : WithLinks<ComparesDoubles>
    {
        protected override int Comparison(long one, long other) => ((double)one).CompareTo(other);
    }

    [CaughtBy(nameof(BottleneckPathProperties<>.A_vertex_outside_the_range_is_refused))]
    [Breaks("Of.exception.1", "Constraints.4")]
    [Advice("An edge with an end outside connects nothing, but it is an error: check both ends and throw ArgumentOutOfRangeException.")]
    public sealed class SkipsEdgesOutside : WithLinks<SkipsEdgesOutside>
    {
        protected override void Check() { }

        protected override (int U, int V, long Weight)[] Kept((int U, int V, long Weight)[] edges) =>
            [.. edges.Where(edge => IsVertex(edge.U) && IsVertex(edge.V))];
    }

    [CaughtBy(nameof(BottleneckPathProperties<>.A_query_outside_the_range_is_refused_and_changes_no_answer))]
    [Breaks("Between.exception.1", "Constraints.4")]
    [Advice("From a vertex to itself no edge is needed, but it must be a vertex: check the range before you compare the two.")]
    public sealed class ComparesTheTwoBeforeItChecks : WithLinks<ComparesTheTwoBeforeItChecks>
    {
        public override long? Between(int u, int v) => u == v ? long.MinValue : base.Between(u, v);
    }

    [CaughtBy(nameof(BottleneckPathProperties<>.Each_of_many_queries_takes_logarithmic_time))]
    [Breaks("Constraints.1")]
    [Advice("2^17 is less than the path may be long: the number of levels must follow from n.")]
    public sealed class JumpsOfSeventeenLevels : WithLinks<JumpsOfSeventeenLevels>
    {
        private List<(int To, long Weight)>[] _near = [];
        private int[][]? _up;
        private long[][] _heaviest = [];
        private int[] _depth = [];

        protected override void Join(int u, int v, int at)
        {
            if (_near.Length == 0) _near = [.. Parent.Select(_ => new List<(int, long)>())];
            if (u == v) return;
            var (from, to, weight) = Edges[Order[at]];
            _near[from].Add((to, weight));
            _near[to].Add((from, weight));
            base.Join(u, v, at);
        }

        protected override long? Climb(int u, int v)
        {
            var up = _up ??= Lift();
            long heaviest = Lowest;
            if (_depth[u] < _depth[v]) (u, v) = (v, u);
            for (int level = up.Length - 1; level >= 0; level--)
                if (_depth[u] - _depth[v] >= 1 << level) Jump(ref u, level);
            for (int level = up.Length - 1; level >= 0; level--)
            {
                if (up[level][u] == up[level][v]) continue;
                Jump(ref u, level);
                Jump(ref v, level);
            }
            if (u == v) return heaviest;
            Jump(ref u, 0);
            Jump(ref v, 0);
            return heaviest;

            void Jump(ref int x, int level)
            {
                heaviest = Math.Max(heaviest, _heaviest[level][x]);
                x = up[level][x];
            }
        }

        private int[][] Lift()
        {
            int n = Parent.Length;
            int[][] up = [.. Enumerable.Range(0, 17).Select(_ => new int[n])];
            (_heaviest, _depth) = ([.. up.Select(_ => new long[n])], new int[n]);
            var seen = new bool[n];
            for (int root = 0; root < n; root++)
            {
                if (seen[root]) continue;
                (seen[root], up[0][root], _heaviest[0][root]) = (true, root, Lowest);
                var stack = new Stack<int>([root]);
                while (stack.TryPop(out int u))
                    foreach (var (to, weight) in _near[u])
                    {
                        if (seen[to]) continue;
                        (seen[to], up[0][to], _heaviest[0][to], _depth[to]) = (true, u, weight, _depth[u] + 1);
                        stack.Push(to);
                    }
            }
            for (int level = 1; level < up.Length; level++)
                for (int v = 0; v < n; v++)
                {
                    int half = up[level - 1][v];
                    (up[level][v], _heaviest[level][v]) = (up[level - 1][half], Math.Max(_heaviest[level - 1][v], _heaviest[level - 1][half]));
                }
            return up;
        }
    }

    [CaughtBy(nameof(BottleneckPathProperties<>.Each_of_many_queries_takes_logarithmic_time))]
    [Breaks("Of.summary.3", "Target.1")]
    [Advice("Putting each edge into a sorted list moves those behind it, O(m) each time: sort once.")]
    public sealed class SortsByInsertion : WithLinks<SortsByInsertion>
    {
        protected override (int U, int V, long Weight)[] Kept((int U, int V, long Weight)[] edges)
        {
            var sorted = new List<(int U, int V, long Weight)>();
            foreach (var edge in edges)
            {
                LawRunner.EndIfGivenUp();
                int found = sorted.BinarySearch(edge, Comparer<(int U, int V, long Weight)>.Create((one, other) => one.Weight.CompareTo(other.Weight)));
                sorted.Insert(found < 0 ? ~found : found, edge);
            }
            return [.. sorted];
        }
    }

    [CaughtBy(nameof(BottleneckPathProperties<>.Each_of_many_queries_takes_logarithmic_time))]
    [Breaks("Constraints.1")]
    [Advice("A place among the edges in 16 bits begins again at 0 after 65 535: keep it in int.")]
    public sealed class KeepsPlacesInSixteenBits : WithLinks<KeepsPlacesInSixteenBits>
    {
        protected override void Join(int u, int v, int at) => base.Join(u, v, (ushort)at);
    }

    [CaughtBy(nameof(BottleneckPathProperties<>.After_65536_questions_the_next_answer_is_as_right_as_the_first))]
    [Breaks("Between.summary.1")]
    [Advice("A number of the query in 16 bits comes round after 65 536 queries, and old marks look new: climb by the order of the links.")]
    public sealed class MarksTheWayUp : WithLinks<MarksTheWayUp>
    {
        private (ushort Query, long Heaviest)[] _marks = [];
        private ushort _query;

        protected override long? Climb(int u, int v)
        {
            if (_marks.Length == 0) _marks = new (ushort, long)[Parent.Length];
            if (++_query == 0) _query = 1; // 0 marks nothing
            long heaviest = Lowest;
            for (int x = u; ; x = Parent[x])
            {
                _marks[x] = (_query, heaviest);
                if (Parent[x] == x) break;
                heaviest = Math.Max(heaviest, Weight(Link[x]));
            }
            heaviest = Lowest;
            for (int x = v; ; x = Parent[x])
            {
                if (_marks[x].Query == _query) return Math.Max(heaviest, _marks[x].Heaviest);
                heaviest = Math.Max(heaviest, Weight(Link[x]));
            }
        }
    }

    [CaughtBy(nameof(BottleneckPathProperties<>.Edges_that_the_caller_changes_in_place_are_another_graph))]
    [Breaks("Of.summary.1")]
    [Advice("The caller may change an array and hand it over again: know a graph by what it says, not by its array.")]
    public sealed class RemembersTheArray : WithLinks<RemembersTheArray>
    {
        [ThreadStatic] private static (int Vertices, (int U, int V, long Weight)[] Edges, (int U, int V, long Weight)[] Kept)? s_last;

        protected override (int U, int V, long Weight)[] Kept((int U, int V, long Weight)[] edges)
        {
            if (s_last is not { } last || last.Vertices != Parent.Length || last.Edges != edges) s_last = (Parent.Length, edges, base.Kept(edges));
            return s_last.Value.Kept;
        }
    }

    [CaughtBy(nameof(BottleneckPathProperties<>.In_a_dense_graph_the_heaviest_of_weights_is_one_like_any_other))]
    [Breaks("Between.summary.1", "Constraints.2")]
    [Advice("long.MaxValue is a weight like any other: in a matrix of weights it cannot stand for no edge.")]
    public sealed class TakesTheHeaviestForNoEdgeWhereThereAreMany : WithLinks<TakesTheHeaviestForNoEdgeWhereThereAreMany>
    {
        protected override (int U, int V, long Weight)[] Kept((int U, int V, long Weight)[] edges) =>
            Parent.Length >= 32 && edges.Length >= 8 * Parent.Length ? [.. edges.Where(edge => edge.Weight < long.MaxValue)] : base.Kept(edges);
    }

    [CaughtBy(nameof(BottleneckPathProperties<>.Each_of_many_queries_takes_logarithmic_time))]
    [Breaks("Between.summary.3", "Target.2")]
    [Advice("A chain must go on to the child with the most below it, not with the most children: a bush with many of them leads nowhere.")]
    public sealed class GoesOnToTheMostChildren : WithLinks<GoesOnToTheMostChildren>
    {
        private List<(int To, long Weight)>[] _near = [];
        private int[]? _above, _head, _depth;
        private long[] _weight = [], _toHead = [];

        protected override void Join(int u, int v, int at)
        {
            if (_near.Length == 0) _near = [.. Parent.Select(_ => new List<(int, long)>())];
            if (u == v) return;
            var (from, to, weight) = Edges[Order[at]];
            _near[from].Add((to, weight));
            _near[to].Add((from, weight));
            base.Join(u, v, at);
        }

        protected override long? Climb(int u, int v)
        {
            LawRunner.EndIfGivenUp();
            if (_above is null || _head is null || _depth is null) (_above, _head, _depth) = Hung();
            long heaviest = Lowest;
            while (_head[u] != _head[v])
            {
                if (_depth[_head[u]] < _depth[_head[v]]) (u, v) = (v, u);
                heaviest = Math.Max(heaviest, Math.Max(_toHead[u], _weight[_head[u]]));
                u = _above[_head[u]];
            }
            for (; u != v; u = _above[u]) // on one chain
            {
                if (_depth[u] < _depth[v]) (u, v) = (v, u);
                heaviest = Math.Max(heaviest, _weight[u]);
            }
            return heaviest;
        }

        private (int[] Above, int[] Head, int[] Depth) Hung()
        {
            int n = Parent.Length;
            (_weight, _toHead) = ([.. Enumerable.Repeat(Lowest, n)], [.. Enumerable.Repeat(Lowest, n)]);
            int[] above = [.. Enumerable.Repeat(-1, n)], head = [.. Enumerable.Range(0, n)], depth = new int[n];
            for (int root = 0; root < n; root++)
            {
                if (above[root] >= 0) continue;
                above[root] = root;
                var queue = new Queue<int>([root]);
                while (queue.TryDequeue(out int x))
                {
                    int on = -1;
                    foreach (var (to, weight) in _near[x])
                    {
                        if (above[to] >= 0) continue;
                        (above[to], depth[to], _weight[to]) = (x, depth[x] + 1, weight);
                        if (on < 0 || _near[to].Count > _near[on].Count) on = to;
                        queue.Enqueue(to);
                    }
                    if (on >= 0) (head[on], _toHead[on]) = (head[x], Math.Max(_toHead[x], _weight[on]));
                }
            }
            return (above, head, depth);
        }
    }
}
