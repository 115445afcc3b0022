using System.Runtime.CompilerServices;

namespace Etudes.Graph;

public static class ArborescenceMistakes
{
    /// <summary>Edmonds with a plain list of entries for each node, O(n m), as most people write it; each mistake spoils one part.</summary>
    public abstract class WithLists<TSelf> : IArborescence where TSelf : WithLists<TSelf>, new()
    {
        private List<(Int128 Cost, int Edge)>[] _entries = [];
        private bool[] _given = []; // the nodes whose entry is that of the cycle around them

        protected (int U, int V, long Weight)[] Edges { get; set; } = [];
        protected int[] Entry { get; private set; } = [];
        protected int[] Outer { get; private set; } = [];
        protected int[] Link { get; private set; } = [];
        protected int Root { get; private set; }

        public static (int[] Edges, long Total)? Of(int vertices, (int U, int V, long Weight)[] edges, int root)
        {
            var solver = new TSelf { Edges = edges, Root = root };
            solver.Check(vertices);
            return solver.Solve(vertices);
        }

        protected virtual void Check(int n)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(n);
            if (Root < 0 || Root >= n) throw new ArgumentOutOfRangeException(nameof(Root));
            if (Edges.Any(edge => Math.Min(edge.U, edge.V) < 0 || Math.Max(edge.U, edge.V) >= n)) throw new ArgumentOutOfRangeException(nameof(Edges));
        }

        protected virtual (int[] Edges, long Total)? Solve(int n)
        {
            (Entry, Outer, Link, _given) = (new int[2 * n], new int[2 * n], [.. Enumerable.Range(0, 2 * n)], new bool[2 * n]);
            Array.Fill(Entry, -1);
            Begin(n);
            for (int i = 0; i < Edges.Length; i++)
                if (Counts(Edges[i])) Add(Edges[i].V, i);
            if (!Contract(n, out int count)) return null;
            Expand(n, count);
            int[] tree = [.. Entry.Take(n).Where((edge, v) => v != Root && edge >= 0)];
            return (tree, Total(tree));
        }

        private bool Contract(int n, out int count)
        {
            var walked = new int[2 * n];
            var walk = new Stack<int>();
            for (int start = count = 0; start < n; start++)
            {
                int x = Find(start);
                Walk(n);
                while (x != Root && walked[x] == 0)
                {
                    LawRunner.EndIfGivenUp();
                    walked[x] = start + 1;
                    walk.Push(x);
                    int cheapest = Cheapest(x);
                    if (cheapest < 0 && FindsNone()) return false;
                    if (cheapest < 0) break;
                    Take(x, cheapest);
                    int from = Find(Edges[cheapest].U);
                    if (walked[from] == start + 1) // a cycle
                    {
                        int cycle = n + count++, inner;
                        do
                        {
                            inner = walk.Pop();
                            Outer[inner] = Link[inner] = cycle;
                            Pour(inner, cycle);
                        } while (inner != from);
                        from = cycle;
                    }
                    x = from;
                }
            }
            count += n;
            return true;
        }

        protected virtual void Begin(int n) => _entries = [.. Entry.Select(_ => new List<(Int128, int)>())];
        protected virtual bool Counts((int U, int V, long Weight) edge) => true;
        protected virtual void Add(int x, int edge) => _entries[x].Add((Cost(edge), edge));
        protected virtual Int128 Cost(int edge) => Edges[edge].Weight;

        protected virtual int Cheapest(int x)
        {
            _entries[x].RemoveAll(entry => Find(Edges[entry.Edge].U) == x);
            if (_entries[x].Count == 0) return -1;
            var cheapest = Choose(_entries[x]);
            _entries[x] = _entries[x].ConvertAll(entry => (Reduced(x, entry.Cost, cheapest.Cost), entry.Edge));
            return cheapest.Edge;
        }

        protected virtual void Pour(int inner, int cycle)
        {
            _entries[cycle].AddRange(_entries[inner]);
            _entries[inner] = [];
        }

        protected virtual int Find(int x)
        {
            for (; Link[x] != x; x = Link[x]) Link[x] = Link[Link[x]];
            return x;
        }

        protected virtual void Walk(int n) { }
        protected virtual bool FindsNone() => true;
        protected virtual (Int128 Cost, int Edge) Choose(List<(Int128 Cost, int Edge)> entries) => entries.MinBy(entry => entry.Cost);
        protected virtual void Take(int x, int edge) => Entry[x] = edge;
        protected virtual Int128 Reduced(int x, Int128 cost, Int128 cheapest) => cost - cheapest;

        protected virtual void Expand(int n, int count)
        {
            for (int cycle = count - 1; cycle >= n; cycle--) Open(cycle);
        }

        protected virtual void Open(int cycle)
        {
            if (Entry[cycle] < 0 || _given[cycle]) return;
            for (int x = Edges[Entry[cycle]].V; x != cycle; x = Outer[x]) (Entry[x], _given[x]) = (Entry[cycle], true);
        }

        protected virtual long Total(int[] tree) => checked((long)Sum(tree));

        protected Int128 Sum(int[] tree) => tree.Aggregate(Int128.Zero, (sum, edge) => sum + Edges[edge].Weight);
    }

    /// <summary>The same with a queue of entries for each node, and a note of what they are all lowered by: O(m log^2 m).</summary>
    public abstract class WithQueues<TSelf> : WithLists<TSelf> where TSelf : WithQueues<TSelf>, new()
    {
        private PriorityQueue<int, Int128>?[] _entries = [];
        private Int128[] _lowered = [];

        protected override void Begin(int n) => (_entries, _lowered) = (new PriorityQueue<int, Int128>?[2 * n], new Int128[2 * n]);
        protected override void Add(int x, int edge) => (_entries[x] ??= new()).Enqueue(edge, Edges[edge].Weight);

        protected override int Cheapest(int x)
        {
            while (_entries[x] is { } entries && entries.TryDequeue(out int edge, out var cost))
            {
                if (Find(Edges[edge].U) == x) continue;
                _lowered[x] = Noted(cost);
                return edge;
            }
            return -1;
        }

        protected override void Pour(int inner, int cycle)
        {
            if (IsPoured(_entries[inner]?.Count ?? 0, _entries[cycle]?.Count ?? 0))
                (_entries[cycle], _entries[inner], _lowered[cycle], _lowered[inner]) = (_entries[inner], _entries[cycle], _lowered[inner], _lowered[cycle]);
            if (_entries[inner] is not { } entries) return;
            var cycles = _entries[cycle] ??= new();
            foreach (var (edge, cost) in entries.UnorderedItems)
            {
                LawRunner.EndIfGivenUp();
                cycles.Enqueue(edge, cost - _lowered[inner] + _lowered[cycle]);
            }
            _entries[inner] = null;
        }

        protected virtual Int128 Noted(Int128 cost) => cost;

        /// <summary>Whether the cycle's entries are poured into the node's: these are more.</summary>
        protected virtual bool IsPoured(int inner, int cycle) => inner > cycle;
    }

    [CaughtBy(nameof(ArborescenceProperties<>.Every_vertex_but_the_root_is_entered_once_and_reached))]
    [Breaks("Of.summary.1")]
    [Advice("The cheapest edges into each vertex may close a cycle that the root does not reach: contract it.")]
    public sealed class LeavesTheCycles : WithLists<LeavesTheCycles>
    {
        protected override void Open(int cycle) { }
    }

    [CaughtBy(nameof(ArborescenceProperties<>.Every_vertex_but_the_root_is_entered_once_and_reached))]
    [Breaks("Of.summary.1")]
    [Advice("A cycle is cut where the edge from outside enters it, not at its heaviest edge.")]
    public sealed class CutsTheHeaviestOfTheCycle : WithLists<CutsTheHeaviestOfTheCycle>
    {
        protected override void Open(int cycle)
        {
            var inner = Enumerable.Range(0, cycle).Where(x => Outer[x] == cycle);
            Entry[inner.MaxBy(x => Edges[Entry[x]].Weight)] = Entry[cycle];
        }
    }

    [CaughtBy(nameof(ArborescenceProperties<>.No_choice_of_an_edge_into_each_vertex_weighs_less))]
    [Breaks("Of.summary.1")]
    [Advice("An edge into a cycle replaces the one in its vertex: subtract the weight of the replaced edge from its cost.")]
    public sealed class ForgetsWhatAnEntryReplaces : WithLists<ForgetsWhatAnEntryReplaces>
    {
        protected override Int128 Reduced(int x, Int128 cost, Int128 cheapest) => cost;
    }

    [CaughtBy(nameof(ArborescenceProperties<>.Cycles_within_cycles_are_entered_for_the_least))]
    [Breaks("Constraints.1", "Target.1")]
    [Advice("A contracted cycle is a node like any other: what enters it loses the cost of what the cycle has taken.")]
    public sealed class ReducesAtVerticesOnly : WithLists<ReducesAtVerticesOnly>
    {
        protected override Int128 Reduced(int x, Int128 cost, Int128 cheapest) => x < Entry.Length / 2 ? cost - cheapest : cost;
    }

    [CaughtBy(nameof(ArborescenceProperties<>.No_choice_of_an_edge_into_each_vertex_weighs_less))]
    [Breaks("Arborescence.summary.1", "Of.summary.1")]
    [Advice("Growing from the root by the lightest edge is right only without directions: a heavy edge may open the light ones.")]
    public sealed class GrowsLikePrim : WithLists<GrowsLikePrim>
    {
        protected override (int[] Edges, long Total)? Solve(int n)
        {
            HashSet<int> reached = [Root];
            List<int> tree = [];
            while (reached.Count < n)
            {
                var leaving = Enumerable.Range(0, Edges.Length).Where(i => reached.Contains(Edges[i].U) && !reached.Contains(Edges[i].V)).ToList();
                if (leaving.Count == 0) return null;
                tree.Add(leaving.MinBy(i => Edges[i].Weight));
                reached.Add(Edges[tree[^1]].V);
            }
            return ([.. tree], Total([.. tree]));
        }
    }

    [CaughtBy(nameof(ArborescenceProperties<>.No_choice_of_an_edge_into_each_vertex_weighs_less))]
    [Breaks("Constraints.5")]
    [Advice("The edges may come in any order: the first that enters a vertex need not be the cheapest.")]
    public sealed class TakesTheEdgesForSorted : WithLists<TakesTheEdgesForSorted>
    {
        protected override (Int128 Cost, int Edge) Choose(List<(Int128 Cost, int Edge)> entries) => entries[0];
    }

    [CaughtBy(nameof(ArborescenceProperties<>.No_choice_of_an_edge_into_each_vertex_weighs_less))]
    [Breaks("Constraints.2")]
    [Advice("The weights have 64 bits: a cost that is cast to int keeps only the lower half.")]
    public sealed class ComparesInInt : WithLists<ComparesInInt>
    {
        protected override (Int128 Cost, int Edge) Choose(List<(Int128 Cost, int Edge)> entries) => entries.MinBy(entry => unchecked((int)entry.Cost));
    }

    [CaughtBy(nameof(ArborescenceProperties<>.No_choice_of_an_edge_into_each_vertex_weighs_less))]
    [Breaks("Constraints.2")]
    [Advice("A double is exact up to 2^53 only, and larger costs that differ become equal: compare whole numbers.")]
    public sealed class RoundsTheCost : WithLists<RoundsTheCost>
    {
        protected override (Int128 Cost, int Edge) Choose(List<(Int128 Cost, int Edge)> entries) => entries.MinBy(entry => (double)entry.Cost);
    }

    [CaughtBy(nameof(ArborescenceProperties<>.No_choice_of_an_edge_into_each_vertex_weighs_less))]
    [Breaks("Constraints.3")]
    [Advice("Edges with the same ends are different edges: a dictionary by ends keeps only the last.")]
    public sealed class KeepsOneOfParallelEdges : IArborescence
    {
        public static (int[] Edges, long Total)? Of(int vertices, (int U, int V, long Weight)[] edges, int root)
        {
            Dictionary<(int, int), int> last = [];
            for (int i = 0; i < edges.Length; i++) last[(edges[i].U, edges[i].V)] = i;
            int[] kept = [.. last.Values];
            return Arborescence.Of(vertices, [.. kept.Select(i => edges[i])], root) is var (tree, total) ? ([.. tree.Select(k => kept[k])], total) : null;
        }
    }

    [CaughtBy(nameof(ArborescenceProperties<>.No_choice_of_an_edge_into_each_vertex_weighs_less))]
    [Breaks("Constraints.3")]
    [Advice("A self-loop is legal: it leads to no other vertex, so leave it out.")]
    public sealed class RefusesSelfLoops : WithLists<RefusesSelfLoops>
    {
        protected override void Check(int n)
        {
            base.Check(n);
            if (Array.Exists(Edges, edge => edge.U == edge.V)) throw new ArgumentException("a self-loop", nameof(Edges));
        }
    }

    [CaughtBy(nameof(ArborescenceProperties<>.Every_vertex_but_the_root_is_entered_once_and_reached))]
    [Breaks("Arborescence.summary.1", "Of.summary.2")]
    [Advice("An edge leads from U to V, and the tree away from the root: search among the edges into each vertex.")]
    public sealed class LeadsToTheRoot : IArborescence
    {
        public static (int[] Edges, long Total)? Of(int vertices, (int U, int V, long Weight)[] edges, int root) =>
            Arborescence.Of(vertices, Array.ConvertAll(edges, edge => (edge.V, edge.U, edge.Weight)), root);
    }

    [CaughtBy(nameof(ArborescenceProperties<>.There_is_none_just_when_some_vertex_is_out_of_reach))]
    [Breaks("Of.summary.2")]
    [Advice("An edge leads from U to V only: it is an entry of V, and none of U.")]
    public sealed class TakesEdgesBothWays : IArborescence
    {
        public static (int[] Edges, long Total)? Of(int vertices, (int U, int V, long Weight)[] edges, int root)
        {
            var answer = Arborescence.Of(vertices, [.. edges, .. edges.Select(edge => (edge.V, edge.U, edge.Weight))], root);
            return answer is var (tree, total) ? ([.. tree.Select(i => i % edges.Length)], total) : null;
        }
    }

    [CaughtBy(nameof(ArborescenceProperties<>.There_is_none_just_when_some_vertex_is_out_of_reach))]
    [Breaks("Of.summary.1", "Constraints.4")]
    [Advice("When a node has no entry, the root cannot reach it: answer null instead of a part of the tree.")]
    public sealed class GivesWhatCanBeReached : WithLists<GivesWhatCanBeReached>
    {
        protected override bool FindsNone() => false;
    }

    [CaughtBy(nameof(ArborescenceProperties<>.There_is_none_just_when_some_vertex_is_out_of_reach))]
    [Breaks("Of.summary.1", "Constraints.4")]
    [Advice("The tree of a single vertex has no edges, and it is a tree: null says that a vertex is out of reach.")]
    public sealed class HasNoTreeWithoutEdges : WithLists<HasNoTreeWithoutEdges>
    {
        protected override (int[] Edges, long Total)? Solve(int n) => Edges.Length == 0 ? null : base.Solve(n);
    }

    [CaughtBy(nameof(ArborescenceProperties<>.The_total_is_that_of_the_chosen_edges))]
    [Breaks("Of.summary.1")]
    [Advice("An edge taken into a cycle may be replaced later: add up the edges that are left, or the reduced costs.")]
    public sealed class TotalsWhatWasReplaced : WithLists<TotalsWhatWasReplaced>
    {
        private long _total;

        protected override void Take(int x, int edge)
        {
            base.Take(x, edge);
            _total += Edges[edge].Weight;
        }

        protected override long Total(int[] tree) => _total;
    }

    [CaughtBy(nameof(ArborescenceProperties<>.A_single_edge_is_taken_whatever_its_weight))]
    [Breaks("Constraints.2")]
    [Advice("If long.MaxValue says that there is no entry, an edge of that weight is lost: note the edge, not its cost.")]
    public sealed class TakesMaxValueForNone : WithLists<TakesMaxValueForNone>
    {
        protected override bool Counts((int U, int V, long Weight) edge) => edge.Weight < long.MaxValue;
    }

    [CaughtBy(nameof(ArborescenceProperties<>.A_constant_on_all_weights_is_added_once_for_each_vertex_but_the_root))]
    [Breaks("Constraints.2")]
    [Advice("No number can stand for infinity: an edge may be heavier, and it is an edge all the same.")]
    public sealed class TakesABillionForInfinity : WithLists<TakesABillionForInfinity>
    {
        protected override bool Counts((int U, int V, long Weight) edge) => edge.Weight < 1_000_000_000;
    }

    [CaughtBy(nameof(ArborescenceProperties<>.Edges_into_the_root_never_matter))]
    [Breaks("Of.summary.1")]
    [Advice("The root is not entered: leave the edges into it alone when adding up.")]
    public sealed class EntersTheRoot : WithLists<EntersTheRoot>
    {
        protected override long Total(int[] tree)
        {
            var entries = Edges.Where(edge => edge.V == Root && edge.U != Root).Select(edge => edge.Weight).ToArray();
            return base.Total(tree) + (entries.Length > 0 ? Math.Min(0, entries.Min()) : 0);
        }
    }

    [CaughtBy(nameof(ArborescenceProperties<>.The_edges_are_left_alone))]
    [Breaks("Of.summary.3")]
    [Advice("The edges are the caller's: keep the reduced costs in an array of your own.")]
    public sealed class ReducesInPlace : IArborescence
    {
        public static (int[] Edges, long Total)? Of(int vertices, (int U, int V, long Weight)[] edges, int root)
        {
            var answer = Arborescence.Of(vertices, edges, root);
            var cheapest = edges.GroupBy(edge => edge.V).ToDictionary(into => into.Key, into => into.Min(edge => edge.Weight));
            foreach (ref var edge in edges.AsSpan()) edge.Weight -= cheapest[edge.V];
            return answer;
        }
    }

    [CaughtBy(nameof(ArborescenceProperties<>.A_tree_beyond_64_bits_throws_and_a_vertex_out_of_reach_does_not))]
    [Breaks("Of.summary.3")]
    [Advice("What is changed in the caller's edges and put back at the end stays changed when the call throws: use an array of your own.")]
    public sealed class FreesTheRootForAWhile : IArborescence
    {
        public static (int[] Edges, long Total)? Of(int vertices, (int U, int V, long Weight)[] edges, int root)
        {
            (int U, int V, long Weight)[] kept = [.. edges];
            foreach (ref var edge in edges.AsSpan())
                if (edge.V == root) edge.U = root; // a self-loop, which is never taken
            var answer = Arborescence.Of(vertices, edges, root);
            kept.CopyTo(edges, 0);
            return answer;
        }
    }

    [CaughtBy(nameof(ArborescenceProperties<>.A_later_call_leaves_an_earlier_tree_alone))]
    [Breaks("Of.summary.1")]
    [Advice("An array that was given to a caller is his: make a new one for each answer.")]
    public sealed class AnswersInOneArray : IArborescence
    {
        [ThreadStatic] private static int[]? s_tree;

        public static (int[] Edges, long Total)? Of(int vertices, (int U, int V, long Weight)[] edges, int root)
        {
            if (Arborescence.Of(vertices, edges, root) is not var (tree, total)) return null;
            if (s_tree?.Length == tree.Length) tree.CopyTo(s_tree, 0);
            else s_tree = tree;
            return (s_tree, total);
        }
    }

    [CaughtBy(nameof(ArborescenceProperties<>.All_64_bit_weights_are_legal_and_only_a_total_beyond_them_overflows))]
    [Breaks("Constraints.2")]
    [Advice("The difference of two longs may overflow: reduce costs without a sign, or in Int128.")]
    public sealed class ReducesIn64Bits : WithLists<ReducesIn64Bits>
    {
        protected override Int128 Reduced(int x, Int128 cost, Int128 cheapest) => unchecked((long)cost - (long)cheapest);
    }

    [CaughtBy(nameof(ArborescenceProperties<>.A_cycle_is_entered_for_the_least_whatever_64_bits_its_weights_are))]
    [Breaks("Constraints.2")]
    [Advice("A reduced cost has 65 bits: what is still to be taken off the entries of a node needs them too.")]
    public sealed class NotesIn63Bits : WithQueues<NotesIn63Bits>
    {
        protected override Int128 Noted(Int128 cost) => -(Int128)unchecked(-(long)cost);
    }

    [CaughtBy(nameof(ArborescenceProperties<>.All_64_bit_weights_are_legal_and_only_a_total_beyond_them_overflows))]
    [Breaks("Of.exception.2", "Constraints.6")]
    [Advice("A sum on the way may be beyond 64 bits though the total is not: add up in Int128, and check the total.")]
    public sealed class ChecksEveryPartialSum : WithLists<ChecksEveryPartialSum>
    {
        protected override long Total(int[] tree) => tree.Aggregate(0L, (total, edge) => checked(total + Edges[edge].Weight));
    }

    [CaughtBy(nameof(ArborescenceProperties<>.A_tree_beyond_64_bits_throws_and_a_vertex_out_of_reach_does_not))]
    [Breaks("Of.exception.2", "Constraints.6")]
    [Advice("A sum of longs wraps round without a word: add up in Int128 and convert the total in a checked context.")]
    public sealed class LetsTheTotalWrap : WithLists<LetsTheTotalWrap>
    {
        protected override long Total(int[] tree) => unchecked((long)Sum(tree));
    }

    [CaughtBy(nameof(ArborescenceProperties<>.A_tree_beyond_64_bits_throws_and_a_vertex_out_of_reach_does_not))]
    [Breaks("Of.exception.2", "Constraints.6")]
    [Advice("Negative weights take a total beyond 64 bits too: look at both ends.")]
    public sealed class LooksForOverflowAboveOnly : WithLists<LooksForOverflowAboveOnly>
    {
        protected override long Total(int[] tree) => Sum(tree) <= long.MaxValue ? unchecked((long)Sum(tree)) : throw new OverflowException();
    }

    [CaughtBy(nameof(ArborescenceProperties<>.A_total_is_right_up_to_the_ends_of_64_bits_and_throws_one_beyond))]
    [Breaks("Of.exception.2", "Constraints.6")]
    [Advice("As a double, long.MaxValue is 2^63, one too much: convert the exact total in a checked context.")]
    public sealed class ChecksTheTotalInDouble : WithLists<ChecksTheTotalInDouble>
    {
        protected override long Total(int[] tree) => Math.Abs((double)Sum(tree)) <= long.MaxValue ? unchecked((long)Sum(tree)) : throw new OverflowException();
    }

    [CaughtBy(nameof(ArborescenceProperties<>.A_tree_beyond_64_bits_throws_and_a_vertex_out_of_reach_does_not))]
    [Breaks("Of.summary.1", "Constraints.4")]
    [Advice("Where a vertex is out of reach there is no tree, so no total that could overflow: answer null first.")]
    public sealed class AddsUpBeforeItKnows : WithLists<AddsUpBeforeItKnows>
    {
        private bool _none;

        protected override bool FindsNone() => !(_none = true);
        protected override (int[] Edges, long Total)? Solve(int n) => base.Solve(n) is { } answer && !_none ? answer : null;
    }

    [CaughtBy(nameof(ArborescenceProperties<>.After_a_refused_call_the_next_one_is_right))]
    [Breaks("Of.summary.1")]
    [Advice("A total that outlives the call still holds what an overflow left there: start each call at 0.")]
    public sealed class KeepsItsTotal : WithLists<KeepsItsTotal>
    {
        [ThreadStatic] private static Int128 s_sum;

        protected override long Total(int[] tree)
        {
            s_sum += Sum(tree);
            long total = checked((long)s_sum);
            s_sum = 0;
            return total;
        }
    }

    [CaughtBy(nameof(ArborescenceProperties<>.A_vertex_outside_the_range_is_refused))]
    [Breaks("Of.exception.1", "Constraints.7")]
    [Advice("An array throws IndexOutOfRangeException: check the ends of every edge yourself and throw ArgumentOutOfRangeException.")]
    public sealed class LeavesTheRangeToTheArray : WithLists<LeavesTheRangeToTheArray>
    {
        protected override void Check(int n) => ArgumentOutOfRangeException.ThrowIfNegative(n);
    }

    [CaughtBy(nameof(ArborescenceProperties<>.A_vertex_outside_the_range_is_refused))]
    [Breaks("Of.exception.1", "Constraints.7")]
    [Advice("A root that is no vertex is the caller's mistake: throw instead of answering that it reaches nothing.")]
    public sealed class TakesAnyRoot : WithLists<TakesAnyRoot>
    {
        protected override void Check(int n)
        {
            if (Root >= 0 && Root < n) base.Check(n);
            else ArgumentOutOfRangeException.ThrowIfNegative(n);
        }

        protected override (int[] Edges, long Total)? Solve(int n) => Root >= 0 && Root < n ? base.Solve(n) : null;
    }

    [CaughtBy(nameof(ArborescenceProperties<>.A_vertex_outside_the_range_is_refused))]
    [Breaks("Of.exception.1", "Constraints.7")]
    [Advice("Every edge has its ends in 0..n-1, also a self-loop and an edge into the root: check before you leave any out.")]
    public sealed class ChecksOnlyWhatIsOfUse : WithLists<ChecksOnlyWhatIsOfUse>
    {
        protected override void Check(int n)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(n);
            if (Root < 0 || Root >= n || Edges.Any(edge => Counts(edge) && (Math.Min(edge.U, edge.V) < 0 || Math.Max(edge.U, edge.V) >= n)))
                throw new ArgumentOutOfRangeException(nameof(Edges));
        }

        protected override bool Counts((int U, int V, long Weight) edge) => edge.U != edge.V && edge.V != Root;
    }

    [CaughtBy(nameof(ArborescenceProperties<>.A_vertex_outside_the_range_is_refused))]
    [Breaks("Of.exception.1", "Constraints.7")]
    [Advice("A single vertex needs no edge, but wrong edges are refused all the same: check first.")]
    public sealed class IsDoneWithOneVertex : WithLists<IsDoneWithOneVertex>
    {
        protected override void Check(int n)
        {
            if (n != 1 || Root != 0) base.Check(n);
        }

        protected override (int[] Edges, long Total)? Solve(int n) => n == 1 ? ([], 0) : base.Solve(n);
    }

    [CaughtBy(nameof(ArborescenceProperties<>.Cycles_within_cycles_or_side_by_side_take_logarithmic_time_each))]
    [Breaks("Of.summary.4", "Target.1")]
    [Advice("Looking through all entries of a contracted cycle takes O(m) each time: merge heaps, and subtract lazily.")]
    public sealed class LooksThroughAllEntries : WithLists<LooksThroughAllEntries>;

    [CaughtBy(nameof(ArborescenceProperties<>.Cycles_within_cycles_or_side_by_side_take_logarithmic_time_each))]
    [Breaks("Of.summary.4", "Target.1")]
    [Advice("Filling the heap of a cycle with all entries of what lies in it moves them again at each depth: merge the heaps.")]
    public sealed class PoursAllIntoTheNew : WithQueues<PoursAllIntoTheNew>
    {
        protected override bool IsPoured(int inner, int cycle) => false;
    }

    [CaughtBy(nameof(ArborescenceProperties<>.Cycles_within_cycles_or_side_by_side_take_logarithmic_time_each))]
    [Breaks("Of.summary.4")]
    [Advice("A vertex may lie in as many cycles as there are vertices: shorten the way to the outermost one when you go it.")]
    public sealed class FollowsLinksWithoutShortening : WithQueues<FollowsLinksWithoutShortening>
    {
        protected override int Find(int x)
        {
            while (Link[x] != x)
            {
                LawRunner.EndIfGivenUp();
                x = Link[x];
            }
            return x;
        }
    }

    [CaughtBy(nameof(ArborescenceProperties<>.Cycles_within_cycles_or_side_by_side_take_logarithmic_time_each))]
    [Breaks("Target.1")]
    [Advice("A cycle whose entry came from the cycle around it is cut already: going up to it from the vertex again takes O(n) each time.")]
    public sealed class OpensEachFromItsVertex : WithQueues<OpensEachFromItsVertex>
    {
        protected override void Open(int cycle)
        {
            for (int x = Edges[Entry[cycle]].V; x != cycle; x = Outer[x])
            {
                LawRunner.EndIfGivenUp();
                Entry[x] = Entry[cycle];
            }
        }
    }

    [CaughtBy(nameof(ArborescenceProperties<>.Cycles_within_cycles_or_side_by_side_take_logarithmic_time_each))]
    [Breaks("Constraints.1")]
    [Advice("Cycles lie in cycles to any depth, and the stack has an end: open them in a loop, the youngest first.")]
    public sealed class OpensByRecursion : WithQueues<OpensByRecursion>
    {
        protected override void Expand(int n, int count)
        {
            var inner = Enumerable.Range(n, count - n).ToLookup(cycle => Outer[cycle]);
            foreach (int outermost in inner[0]) OpenAll(outermost);

            void OpenAll(int cycle)
            {
                RuntimeHelpers.EnsureSufficientExecutionStack(); // an exception in place of the stack overflow
                Open(cycle);
                foreach (int within in inner[cycle]) OpenAll(within);
            }
        }
    }

    [CaughtBy(nameof(ArborescenceProperties<>.Cycles_within_cycles_or_side_by_side_take_logarithmic_time_each))]
    [Breaks("Constraints.1")]
    [Advice("The way out of a vertex may lead through as many cycles as there are vertices, and the stack has an end: go it in a loop.")]
    public sealed class FindsByRecursion : WithQueues<FindsByRecursion>
    {
        protected override int Find(int x)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack(); // an exception in place of the stack overflow
            return Link[x] == x ? x : Link[x] = Find(Link[x]);
        }
    }

    [CaughtBy(nameof(ArborescenceProperties<>.Cycles_within_cycles_or_side_by_side_take_logarithmic_time_each))]
    [Breaks("Of.summary.4")]
    [Advice("An array of all vertices for each walk takes O(n) per walk, O(n^2) in all: mark a vertex with the number of its walk.")]
    public sealed class MarksInANewArrayForEachWalk : WithQueues<MarksInANewArrayForEachWalk>
    {
        private bool[] _walked = [];

        protected override void Walk(int n)
        {
            LawRunner.EndIfGivenUp();
            _walked = new bool[n];
            _walked[Root] = true;
        }
    }

    [CaughtBy(nameof(ArborescenceProperties<>.Cycles_within_cycles_or_side_by_side_take_logarithmic_time_each))]
    [Breaks("Constraints.1")]
    [Advice("The number of an edge in 16 bits ends at 65 535, and then begins again at 0: keep it in an int.")]
    public sealed class NumbersEdgesInSixteenBits : IArborescence
    {
        public static (int[] Edges, long Total)? Of(int vertices, (int U, int V, long Weight)[] edges, int root) =>
            Arborescence.Of(vertices, edges, root) is var (tree, total) ? (Array.ConvertAll(tree, i => (int)(ushort)i), total) : null;
    }

    [CaughtBy(nameof(ArborescenceProperties<>.Edges_that_the_caller_changes_in_place_are_another_graph))]
    [Breaks("Of.summary.1")]
    [Advice("The caller may change an array and hand it over again: know a graph by what it says, not by its array.")]
    public sealed class RemembersTheArray : IArborescence
    {
        [ThreadStatic] private static ((int, int) Asked, (int U, int V, long Weight)[] Edges, (int[] Edges, long Total)? Answer)? s_last;

        public static (int[] Edges, long Total)? Of(int vertices, (int U, int V, long Weight)[] edges, int root)
        {
            if (s_last is not { } last || last.Asked != (vertices, root) || last.Edges != edges) s_last = ((vertices, root), edges, Arborescence.Of(vertices, edges, root));
            return s_last.Value.Answer;
        }
    }

    [CaughtBy(nameof(ArborescenceProperties<>.After_65536_calls_the_next_is_as_right_as_the_first))]
    [Breaks("Of.summary.1")]
    [Advice("A number of the call in 16 bits comes round after 65 536 calls, and old marks look new: mark in an array of the call's own.")]
    public sealed class NumbersItsCallsInSixteenBits : WithLists<NumbersItsCallsInSixteenBits>
    {
        [ThreadStatic] private static ushort s_call;
        [ThreadStatic] private static ushort[]? s_roots;

        protected override (int[] Edges, long Total)? Solve(int n)
        {
            if (s_roots is null || s_roots.Length < n) Array.Resize(ref s_roots, n);
            bool known = s_roots[Root] == ++s_call;
            s_roots[Root] = s_call;
            return known ? null : base.Solve(n);
        }
    }

    [CaughtBy(nameof(ArborescenceProperties<>.A_dense_graph_with_each_edge_both_ways_gets_a_tree_as_light_as_its_spanning_tree))]
    [Breaks("Constraints.2")]
    [Advice("long.MaxValue is a weight like any other: in a matrix of weights it cannot stand for no edge.")]
    public sealed class TakesTheHeaviestForNoEdgeWhereThereAreMany : WithLists<TakesTheHeaviestForNoEdgeWhereThereAreMany>
    {
        protected override bool Counts((int U, int V, long Weight) edge) => edge.Weight < long.MaxValue || Edges.Length < 400;
    }

    [CaughtBy(nameof(ArborescenceProperties<>.A_total_of_131072_extreme_weights_throws))]
    [Breaks("Of.exception.2", "Constraints.6")]
    [Advice("A sum in 80 bits comes round too, after 2^17 weights of 63 bits: add up in Int128.")]
    public sealed class AddsUpInEightyBits : WithLists<AddsUpInEightyBits>
    {
        protected override long Total(int[] tree) => checked((long)(tree.Aggregate(Int128.Zero, (sum, i) => sum + Edges[i].Weight) << 48 >> 48));
    }

    [CaughtBy(nameof(ArborescenceProperties<>.A_total_is_right_up_to_the_ends_of_64_bits_and_throws_one_beyond))]
    [Breaks("Of.exception.2")]
    [Advice("A helping edge for n 2^63 may look cheaper than a tree, for an exchange saves up to twice that: make it dearer, or look for ways first.")]
    public sealed class HelpsForTooLittle : WithLists<HelpsForTooLittle>
    {
        private int _first; // of the helping edges, from the root to each vertex

        protected override void Check(int n)
        {
            base.Check(n);
            _first = Edges.Length;
            Edges = [.. Edges, .. Enumerable.Range(0, n).Select(v => (Root, v, 0L))];
        }

        protected override Int128 Cost(int edge) => edge < _first ? base.Cost(edge) : (Int128)(Edges.Length - _first) << 63;

        protected override (int[] Edges, long Total)? Solve(int n) => base.Solve(n) is var (tree, total) && tree.All(edge => edge < _first) ? (tree, total) : null;

        protected override long Total(int[] tree) => tree.All(edge => edge < _first) ? base.Total(tree) : 0;
    }
}
