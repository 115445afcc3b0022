using System.Runtime.CompilerServices;

namespace Etudes.Graph;

public static class ArborescenceMistakes
{
    /// <summary>Edmonds with a plain list of entries for each node, O(n m), as most people write it; each mistake spoils one part.</summary>
    public abstract class WithLists<TSelf> : IArborescence where TSelf : WithLists<TSelf>, new()
    {
        protected (int U, int V, long Weight)[] Edges { get; set; } = [];
        protected int[] Entry { get; private set; } = [];
        protected int[] Outer { get; private set; } = [];
        protected int Root { get; private set; }

        public static (int[] Edges, long Total)? Of(int vertices, (int U, int V, long Weight)[] edges, int root)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(vertices);
            if (root < 0 || root >= vertices) throw new ArgumentOutOfRangeException(nameof(root));
            var solver = new TSelf { Edges = edges, Entry = new int[2 * vertices], Outer = new int[2 * vertices], Root = root };
            solver.Check(vertices);
            return solver.Solve(vertices);
        }

        protected virtual void Check(int n)
        {
            if (Edges.Any(edge => Math.Min(edge.U, edge.V) < 0 || Math.Max(edge.U, edge.V) >= n)) throw new ArgumentOutOfRangeException(nameof(Edges));
        }

        protected virtual (int[] Edges, long Total)? Solve(int n)
        {
            Array.Fill(Entry, -1);
            if (!Contract(n, out int count)) return null;
            for (int cycle = count - 1; cycle >= n; cycle--) Open(cycle);
            int[] tree = [.. Entry.Take(n).Where((edge, v) => v != Root && edge >= 0)];
            return (tree, Total(tree));
        }

        protected bool Contract(int n, out int count)
        {
            List<(Int128 Cost, int Edge)>[] entries = [.. Entry.Select(_ => new List<(Int128, int)>())];
            int[] walked = new int[2 * n], link = [.. Enumerable.Range(0, 2 * n)];
            var walk = new Stack<int>();
            for (int i = 0; i < Edges.Length; i++) entries[Edges[i].V].Add((Edges[i].Weight, i));
            for (int start = count = 0; start < n; start++)
            {
                int x = Find(start);
                while (x != Root && walked[x] == 0)
                {
                    LawRunner.EndIfGivenUp();
                    walked[x] = start + 1;
                    walk.Push(x);
                    entries[x].RemoveAll(entry => !Counts(x, entry.Edge) || Find(Edges[entry.Edge].U) == x);
                    if (entries[x].Count == 0 && FindsNone()) return false;
                    if (entries[x].Count == 0) break;
                    var cheapest = entries[x].MinBy(entry => entry.Cost);
                    Take(x, cheapest.Edge);
                    entries[x] = entries[x].ConvertAll(entry => (Reduced(entry.Cost, cheapest.Cost), entry.Edge));
                    int from = Find(Edges[cheapest.Edge].U);
                    if (walked[from] == start + 1) // a cycle
                    {
                        int cycle = n + count++, inner;
                        do
                        {
                            inner = walk.Pop();
                            Outer[inner] = link[inner] = cycle;
                            entries[cycle].AddRange(entries[inner]);
                            entries[inner] = [];
                        } while (inner != from);
                        from = cycle;
                    }
                    x = from;
                }
            }
            count += n;
            return true;

            int Find(int x)
            {
                for (; link[x] != x; x = link[x]) link[x] = link[link[x]];
                return x;
            }
        }

        protected virtual bool FindsNone() => true;
        protected virtual bool Counts(int x, int edge) => true;
        protected virtual void Take(int x, int edge) => Entry[x] = edge;
        protected virtual Int128 Reduced(Int128 cost, Int128 cheapest) => cost - cheapest;

        protected virtual void Open(int cycle)
        {
            if (Entry[cycle] < 0) return;
            for (int x = Edges[Entry[cycle]].V; x != cycle; x = Outer[x]) Entry[x] = Entry[cycle];
        }

        protected virtual long Total(int[] tree)
        {
            Int128 total = 0;
            foreach (int edge in tree) total += Edges[edge].Weight;
            return checked((long)total);
        }
    }

    [CaughtBy(nameof(ArborescenceProperties<>.Every_vertex_but_the_root_is_entered_once_and_reached))]
    [Breaks("Arborescence.summary.1", "Of.summary.1")]
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
        protected override Int128 Reduced(Int128 cost, Int128 cheapest) => cost;
    }

    [CaughtBy(nameof(ArborescenceProperties<>.No_choice_of_an_edge_into_each_vertex_weighs_less))]
    [Breaks("Of.summary.1")]
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

    [CaughtBy(nameof(ArborescenceProperties<>.There_is_none_just_when_some_vertex_is_out_of_reach))]
    [Breaks("Of.summary.1", "Constraints.4")]
    [Advice("When a node has no entry, the root cannot reach it: answer null instead of a part of the tree.")]
    public sealed class GivesWhatCanBeReached : WithLists<GivesWhatCanBeReached>
    {
        protected override bool FindsNone() => false;
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

    [CaughtBy(nameof(ArborescenceProperties<>.All_64_bit_weights_are_legal_and_only_a_total_beyond_them_overflows))]
    [Breaks("Constraints.2")]
    [Advice("The difference of two longs may overflow: reduce costs without a sign, or in Int128.")]
    public sealed class ReducesIn64Bits : WithLists<ReducesIn64Bits>
    {
        protected override Int128 Reduced(Int128 cost, Int128 cheapest) => unchecked((long)cost - (long)cheapest);
    }

    [CaughtBy(nameof(ArborescenceProperties<>.All_64_bit_weights_are_legal_and_only_a_total_beyond_them_overflows))]
    [Breaks("Constraints.6")]
    [Advice("A sum on the way may be beyond 64 bits though the total is not: add up in Int128, and check the total.")]
    public sealed class ChecksEveryPartialSum : WithLists<ChecksEveryPartialSum>
    {
        protected override long Total(int[] tree)
        {
            long total = 0;
            foreach (int edge in tree) total = checked(total + Edges[edge].Weight);
            return total;
        }
    }

    [CaughtBy(nameof(ArborescenceProperties<>.A_constant_on_all_weights_is_added_once_for_each_vertex_but_the_root))]
    [Breaks("Constraints.2")]
    [Advice("No number can stand for infinity: an edge may be heavier, and it is an edge all the same.")]
    public sealed class TakesABillionForInfinity : WithLists<TakesABillionForInfinity>
    {
        protected override bool Counts(int x, int edge) => Edges[edge].Weight < 1_000_000_000;
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

    [CaughtBy(nameof(ArborescenceProperties<>.A_vertex_outside_the_range_is_refused))]
    [Breaks("Of.exception.1", "Constraints.7")]
    [Advice("An array throws IndexOutOfRangeException: check the ends of every edge yourself and throw ArgumentOutOfRangeException.")]
    public sealed class LeavesTheRangeToTheArray : WithLists<LeavesTheRangeToTheArray>
    {
        protected override void Check(int n) { }
    }

    [CaughtBy(nameof(ArborescenceProperties<>.Cycles_within_cycles_80000_deep_take_logarithmic_time_each))]
    [Breaks("Of.summary.4", "Target.1")]
    [Advice("Looking through all entries of a contracted cycle takes O(m) each time: merge heaps, and subtract lazily.")]
    public sealed class LooksThroughAllEntries : WithLists<LooksThroughAllEntries>;

    [CaughtBy(nameof(ArborescenceProperties<>.No_choice_of_an_edge_into_each_vertex_weighs_less))]
    [Breaks("Of.summary.2")]
    [Advice("An edge leads from U to V only; there may be no way back.")]
    public sealed class GoesBothWays : WithLists<GoesBothWays>
    {
        protected override void Check(int n)
        {
            base.Check(n);
            Edges = [.. Edges, .. Edges.Select(edge => (edge.V, edge.U, edge.Weight))];
        }
    }

    [CaughtBy(nameof(ArborescenceProperties<>.No_choice_of_an_edge_into_each_vertex_weighs_less))]
    [Breaks("Of.summary.3")]
    [Advice("Sorting what you were given changes it for the caller too, and its places are what you return.")]
    public sealed class SortsTheGivenEdges : WithLists<SortsTheGivenEdges>
    {
        protected override void Check(int n)
        {
            base.Check(n);
            Array.Sort(Edges, (one, other) => one.Weight.CompareTo(other.Weight));
        }
    }

    [CaughtBy(nameof(ArborescenceProperties<>.No_choice_of_an_edge_into_each_vertex_weighs_less))]
    [Breaks("Constraints.3")]
    [Advice("Of parallel edges the cheapest counts: do not keep the last one.")]
    public sealed class KeepsTheLastOfParallelEdges : WithLists<KeepsTheLastOfParallelEdges>
    {
        protected override bool Counts(int x, int edge) => Array.FindLastIndex(Edges, other => other.U == Edges[edge].U && other.V == Edges[edge].V) == edge;
    }

    [CaughtBy(nameof(ArborescenceProperties<>.All_64_bit_weights_are_legal_and_only_a_total_beyond_them_overflows))]
    [Breaks("Of.exception.2", "Constraints.6")]
    [Advice("A sum of long wraps round silently: add up in Int128, and convert in a checked expression.")]
    public sealed class LetsTheTotalWrap : WithLists<LetsTheTotalWrap>
    {
        protected override long Total(int[] tree) => tree.Aggregate(0L, (sum, edge) => unchecked(sum + Edges[edge].Weight));
    }

    [CaughtBy(nameof(ArborescenceProperties<>.Weights_near_each_other_beyond_2_to_the_53_are_told_apart))]
    [Breaks("Constraints.2")]
    [Advice("A double has 53 bits: beyond 2^53 different costs become equal, so reduce them as integers.")]
    public sealed class ReducesInDouble : WithLists<ReducesInDouble>
    {
        protected override Int128 Reduced(Int128 cost, Int128 cheapest) => (Int128)((double)cost - (double)cheapest);
    }

    [CaughtBy(nameof(ArborescenceProperties<>.A_vertex_outside_the_range_is_refused))]
    [Breaks("Of.exception.1", "Constraints.7")]
    [Advice("An edge that leads outside is an error, not an edge to skip: throw ArgumentOutOfRangeException.")]
    public sealed class SkipsEdgesOutside : WithLists<SkipsEdgesOutside>
    {
        protected override void Check(int n) =>
            Edges = [.. Edges.Where(edge => Math.Min(edge.U, edge.V) >= 0 && Math.Max(edge.U, edge.V) < n)];
    }

    [CaughtBy(nameof(ArborescenceProperties<>.Other_names_of_the_vertices_and_another_order_of_the_edges_change_nothing))]
    [Breaks("Constraints.5")]
    [Advice("The edges come in any order: compare their weights instead of taking the first that enters.")]
    public sealed class TakesTheFirstEntry : WithLists<TakesTheFirstEntry>
    {
        protected override bool Counts(int x, int edge) => x >= Entry.Length / 2 || Array.FindIndex(Edges, other => other.V == x && other.U != x) == edge;
    }

    [CaughtBy(nameof(ArborescenceProperties<>.Cycles_within_cycles_80000_deep_take_logarithmic_time_each))]
    [Breaks("Constraints.1")]
    [Advice("Recursion goes as deep as a path is long, and a deep one ends the program: look for what can be reached in a loop.")]
    public sealed class FollowsTheEdgesRecursively : WithLists<FollowsTheEdgesRecursively>
    {
        protected override (int[] Edges, long Total)? Solve(int n)
        {
            var leaving = Edges.ToLookup(edge => edge.U, edge => edge.V);
            HashSet<int> reached = [];
            Visit(Root);
            return reached.Count == n ? base.Solve(n) : null;

            void Visit(int u)
            {
                RuntimeHelpers.EnsureSufficientExecutionStack(); // an exception in place of the stack overflow
                if (!reached.Add(u)) return;
                foreach (int v in leaving[u]) Visit(v);
            }
        }
    }
}
