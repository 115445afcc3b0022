using System.Runtime.CompilerServices;

namespace Etudes.Graph;

public static class DijkstraMistakes
{
    /// <summary>Dijkstra with a plain queue and stale entries, as most people write it; each mistake spoils one part.</summary>
    public abstract class WithStaleEntries<TSelf> : IDijkstra<TSelf> where TSelf : WithStaleEntries<TSelf>, new()
    {
        protected (int U, int V, long Weight)[] Edges { get; private set; } = [];
        protected Int128?[] Distance { get; set; } = [];
        protected int[] Before { get; set; } = [];
        protected bool[] Settled { get; private set; } = [];
        protected int Source { get; private set; }

        public static TSelf From(int vertices, (int U, int V, long Weight)[] edges, int source)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(vertices);
            if (source < 0 || source >= vertices) throw new ArgumentOutOfRangeException(nameof(source));
            var paths = new TSelf { Edges = edges, Distance = new Int128?[vertices], Before = new int[vertices], Settled = new bool[vertices], Source = source };
            paths.CheckEnds();
            paths.CheckWeights();
            paths.Search(source);
            paths.CheckDistances();
            return paths;
        }

        protected virtual void CheckEnds()
        {
            if (Edges.Any(edge => !IsVertex(edge.U) || !IsVertex(edge.V))) throw new ArgumentOutOfRangeException(nameof(Edges));
        }

        protected virtual void CheckWeights()
        {
            if (Edges.Any(edge => edge.Weight < 0)) throw new ArgumentException("");
        }

        protected virtual void CheckDistances()
        {
            if (Distance.Any(distance => distance > long.MaxValue)) throw new OverflowException();
        }

        protected virtual void Search(int source)
        {
            var outgoing = Outgoing();
            var queue = new PriorityQueue<int, Int128>([(source, 0)]);
            Distance[source] = 0;
            while (queue.TryDequeue(out int u, out _))
            {
                if (IsStale(u)) continue;
                Settled[u] = true;
                foreach (var (v, weight) in outgoing[u])
                {
                    Int128 sum = Sum(Distance[u]!.Value, weight);
                    if (!IsNearer(v, sum)) continue;
                    Note(u, v);
                    Distance[v] = sum;
                    queue.Enqueue(v, sum);
                }
            }
        }

        protected virtual List<(int V, long Weight)>[] Outgoing()
        {
            List<(int V, long Weight)>[] outgoing = [.. Distance.Select(_ => new List<(int, long)>())];
            foreach (var (u, v, weight) in Edges) outgoing[u].Add((v, weight));
            return outgoing;
        }

        protected virtual bool IsStale(int u) => Settled[u];
        protected virtual Int128 Sum(Int128 distance, long weight) => distance + weight;
        protected virtual bool IsNearer(int v, Int128 sum) => Distance[v] is null || sum < Distance[v];
        protected virtual void Note(int u, int v) => Before[v] = u;

        protected bool IsVertex(int v) => v >= 0 && v < Distance.Length;

        public virtual long? DistanceTo(int vertex) =>
            IsVertex(vertex) ? (long?)Distance[vertex] : throw new ArgumentOutOfRangeException(nameof(vertex));

        public virtual int[]? PathTo(int vertex)
        {
            if (DistanceTo(vertex) is null) return null;
            List<int> path = [vertex];
            while (path[^1] != Source) path.Add(Before[path[^1]]);
            path.Reverse();
            return [.. path];
        }
    }

    [CaughtBy(nameof(DijkstraProperties<>.The_distances_are_those_of_relaxing_all_edges_until_nothing_changes))]
    [Breaks("Dijkstra.summary.1", "From.summary.1")]
    [Advice("An edge leads from U to V only; there may be no way back.")]
    public sealed class GoesBothWays : WithStaleEntries<GoesBothWays>
    {
        protected override List<(int V, long Weight)>[] Outgoing()
        {
            var outgoing = base.Outgoing();
            foreach (var (u, v, weight) in Edges) outgoing[v].Add((u, weight));
            return outgoing;
        }
    }

    [CaughtBy(nameof(DijkstraProperties<>.The_distances_are_those_of_relaxing_all_edges_until_nothing_changes))]
    [Breaks("DistanceTo.summary.1")]
    [Advice("A vertex is settled when it is popped, not when it is first seen: a shorter way may still be found.")]
    public sealed class SettlesWhatItSees : WithStaleEntries<SettlesWhatItSees>
    {
        protected override bool IsNearer(int v, Int128 sum) => Distance[v] is null;
    }

    [CaughtBy(nameof(DijkstraProperties<>.The_distances_are_those_of_relaxing_all_edges_until_nothing_changes))]
    [Breaks("DistanceTo.summary.1", "Constraints.2")]
    [Advice("A distance of 10^18 is legal: mark an unreachable vertex by something that is not a distance.")]
    public sealed class TakesALargeNumberForInfinity : WithStaleEntries<TakesALargeNumberForInfinity>
    {
        protected override bool IsNearer(int v, Int128 sum) => sum < (Distance[v] ?? 1_000_000_000_000_000_000);
    }

    [CaughtBy(nameof(DijkstraProperties<>.A_path_runs_along_edges_and_is_as_long_as_the_distance))]
    [Breaks("PathTo.summary.1")]
    [Advice("Each time a vertex comes nearer, note its new predecessor, not only the first time.")]
    public sealed class KeepsTheFirstWay : WithStaleEntries<KeepsTheFirstWay>
    {
        protected override void Note(int u, int v)
        {
            if (Distance[v] is null) base.Note(u, v);
        }
    }

    [CaughtBy(nameof(DijkstraProperties<>.A_path_runs_along_edges_and_is_as_long_as_the_distance))]
    [Breaks("PathTo.summary.1")]
    [Advice("Walking back gives the path from its end: turn it round.")]
    public sealed class GivesThePathBackwards : WithStaleEntries<GivesThePathBackwards>
    {
        public override int[]? PathTo(int vertex) => base.PathTo(vertex)?.Reverse().ToArray();
    }

    [CaughtBy(nameof(DijkstraProperties<>.Only_a_shortest_distance_beyond_64_bits_overflows))]
    [Breaks("Constraints.2")]
    [Advice("The sum of two longs may wrap round to a small one, which then looks near: compare before adding, or add without a sign.")]
    public sealed class LetsTheSumWrap : WithStaleEntries<LetsTheSumWrap>
    {
        protected override Int128 Sum(Int128 distance, long weight) => unchecked((long)distance + weight);
        protected override bool IsStale(int u) => base.IsStale(u) || Distance[u] < 0;
    }

    [CaughtBy(nameof(DijkstraProperties<>.Only_a_shortest_distance_beyond_64_bits_overflows))]
    [Breaks("From.exception.3", "Constraints.2")]
    [Advice("A sum beyond 64 bits is only an error when no shorter way is found: do not throw while relaxing.")]
    public sealed class ThrowsWhileRelaxing : WithStaleEntries<ThrowsWhileRelaxing>
    {
        protected override Int128 Sum(Int128 distance, long weight) => checked((long)distance + weight);
    }

    [CaughtBy(nameof(DijkstraProperties<>.Negative_weights_and_vertices_outside_the_range_are_refused))]
    [Breaks("From.exception.2", "Constraints.3")]
    [Advice("Check every weight before the search: a negative one out of the source's reach is refused too.")]
    public sealed class ChecksOnlyTheWeightsInReach : WithStaleEntries<ChecksOnlyTheWeightsInReach>
    {
        protected override void CheckWeights() { }

        protected override void CheckDistances()
        {
            if (Edges.Any(edge => edge.Weight < 0 && Distance[edge.U] is not null)) throw new ArgumentException("");
            base.CheckDistances();
        }
    }

    [CaughtBy(nameof(DijkstraProperties<>.What_the_caller_does_with_the_edges_and_the_paths_changes_no_answer))]
    [Breaks("PathTo.summary.1", "Constraints.5")]
    [Advice("A path belongs to the caller, who may change it: return a fresh array each time.")]
    public sealed class ReturnsItsOwnPaths : WithStaleEntries<ReturnsItsOwnPaths>
    {
        private readonly Dictionary<int, int[]?> _paths = [];

        public override int[]? PathTo(int vertex) => _paths.TryGetValue(vertex, out var path) ? path : _paths[vertex] = base.PathTo(vertex);
    }

    [CaughtBy(nameof(DijkstraProperties<>.A_hub_that_comes_nearer_60000_times_is_left_only_once))]
    [Breaks("From.summary.3", "Target.1")]
    [Advice("Skip an entry whose vertex is settled already: relaxing its edges each time takes O(n m).")]
    public sealed class LeavesAVertexAgainForEachEntry : WithStaleEntries<LeavesAVertexAgainForEachEntry>
    {
        protected override bool IsStale(int u)
        {
            LawRunner.EndIfGivenUp();
            return false;
        }
    }

    [CaughtBy(nameof(DijkstraProperties<>.Each_of_many_vertices_is_settled_in_logarithmic_time))]
    [Breaks("From.summary.3", "Target.1")]
    [Advice("Looking through all vertices for the nearest takes O(n) each time: take it from a heap.")]
    public sealed class LooksThroughAllVertices : WithStaleEntries<LooksThroughAllVertices>
    {
        protected override void Search(int source)
        {
            var outgoing = Outgoing();
            Distance[source] = 0;
            for (int u = source; u >= 0; u = Nearest())
            {
                Settled[u] = true;
                foreach (var (v, weight) in outgoing[u])
                {
                    if (!IsNearer(v, Distance[u]!.Value + weight)) continue;
                    Note(u, v);
                    Distance[v] = Distance[u] + weight;
                }
            }
        }

        private int Nearest()
        {
            LawRunner.EndIfGivenUp();
            int nearest = -1;
            for (int v = 0; v < Distance.Length; v++)
                if (!Settled[v] && Distance[v] is Int128 distance && (nearest < 0 || distance < Distance[nearest])) nearest = v;
            return nearest;
        }
    }

    [CaughtBy(nameof(DijkstraProperties<>.What_the_caller_does_with_the_edges_and_the_paths_changes_no_answer))]
    [Breaks("From.summary.2")]
    [Advice("The caller may change the edges after From: note vertices, which are your own, and not places in the given array.")]
    public sealed class LooksUpTheEdgesLater : WithStaleEntries<LooksUpTheEdgesLater>
    {
        private readonly Dictionary<int, int> _edge = [];

        protected override void Note(int u, int v) => _edge[v] = Array.FindIndex(Edges, edge => edge.U == u && edge.V == v);

        public override int[]? PathTo(int vertex)
        {
            for (int v = vertex; DistanceTo(vertex) is not null && v != Source; v = Before[v]) Before[v] = Edges[_edge[v]].U;
            return base.PathTo(vertex);
        }
    }

    [CaughtBy(nameof(DijkstraProperties<>.The_distances_are_those_of_relaxing_all_edges_until_nothing_changes))]
    [Breaks("From.summary.2", "Constraints.5")]
    [Advice("Sorting what you were given changes it for the caller too: sort a copy, or set the edges down by counting.")]
    public sealed class SortsTheGivenEdges : WithStaleEntries<SortsTheGivenEdges>
    {
        protected override List<(int V, long Weight)>[] Outgoing()
        {
            Array.Sort(Edges);
            return base.Outgoing();
        }
    }

    [CaughtBy(nameof(DijkstraProperties<>.The_distances_are_those_of_relaxing_all_edges_until_nothing_changes))]
    [Breaks("DistanceTo.summary.1")]
    [Advice("long.MaxValue is a distance like any other: return null where there is no path.")]
    public sealed class AnswersTheLargestLongForNoPath : WithStaleEntries<AnswersTheLargestLongForNoPath>
    {
        public override long? DistanceTo(int vertex) => base.DistanceTo(vertex) ?? long.MaxValue;
    }

    [CaughtBy(nameof(DijkstraProperties<>.A_path_runs_along_edges_and_is_as_long_as_the_distance))]
    [Breaks("PathTo.summary.1")]
    [Advice("Where there is no path, there is no array either: return null, not an empty one.")]
    public sealed class AnswersAnEmptyPath : WithStaleEntries<AnswersAnEmptyPath>
    {
        public override int[]? PathTo(int vertex) => base.PathTo(vertex) ?? [];
    }

    [CaughtBy(nameof(DijkstraProperties<>.The_distances_are_those_of_relaxing_all_edges_until_nothing_changes))]
    [Breaks("Constraints.1")]
    [Advice("Of parallel edges the shortest counts: a dictionary by ends must not keep the last one.")]
    public sealed class KeepsTheLastOfParallelEdges : WithStaleEntries<KeepsTheLastOfParallelEdges>
    {
        protected override List<(int V, long Weight)>[] Outgoing() =>
            [.. base.Outgoing().Select(leaving => leaving.GroupBy(edge => edge.V).Select(parallel => parallel.Last()).ToList())];
    }

    [CaughtBy(nameof(DijkstraProperties<>.No_path_goes_round_in_a_cycle_of_weight_0))]
    [Breaks("Constraints.1")]
    [Advice("A way as long as the one known must not replace it: on a cycle of weight 0 each vertex would come before the other.")]
    public sealed class TakesAnEquallyLongWay : WithStaleEntries<TakesAnEquallyLongWay>
    {
        protected override bool IsNearer(int v, Int128 sum) => Distance[v] is null || sum <= Distance[v];

        public override int[]? PathTo(int vertex)
        {
            if (DistanceTo(vertex) is null) return null;
            for (int v = vertex; v != Source; v = Before[v]) LawRunner.EndIfGivenUp();
            return base.PathTo(vertex);
        }
    }

    [CaughtBy(nameof(DijkstraProperties<>.Distances_beyond_2_to_the_60_are_told_apart_to_the_last_unit))]
    [Breaks("Constraints.2")]
    [Advice("A double has 53 bits: beyond 2^53 it takes different distances for equal, so keep the order of the heap in 64 bits.")]
    public sealed class OrdersByDouble : WithStaleEntries<OrdersByDouble>
    {
        protected override void Search(int source)
        {
            var outgoing = Outgoing();
            var queue = new PriorityQueue<int, double>([(source, 0)]);
            Distance[source] = 0;
            while (queue.TryDequeue(out int u, out _))
            {
                if (Settled[u]) continue;
                Settled[u] = true;
                foreach (var (v, weight) in outgoing[u])
                {
                    if (!IsNearer(v, Distance[u]!.Value + weight)) continue;
                    Note(u, v);
                    Distance[v] = Distance[u] + weight;
                    if (!Settled[v]) queue.Enqueue(v, (double)Distance[v]!.Value);
                }
            }
        }
    }

    [CaughtBy(nameof(DijkstraProperties<>.Only_a_shortest_distance_beyond_64_bits_overflows))]
    [Breaks("From.exception.3")]
    [Advice("From itself throws when a distance is beyond 64 bits; do not wait until somebody asks for that vertex.")]
    public sealed class OverflowsOnlyWhenAsked : WithStaleEntries<OverflowsOnlyWhenAsked>
    {
        protected override void CheckDistances() { }

        public override long? DistanceTo(int vertex) => IsVertex(vertex) ? checked((long?)Distance[vertex]) : base.DistanceTo(vertex);
    }

    [CaughtBy(nameof(DijkstraProperties<>.Negative_weights_and_vertices_outside_the_range_are_refused))]
    [Breaks("From.exception.1", "Constraints.4")]
    [Advice("Both ends of an edge must be vertices: an edge that begins outside is never followed, and is refused all the same.")]
    public sealed class ChecksOnlyWhereEdgesEnd : WithStaleEntries<ChecksOnlyWhereEdgesEnd>
    {
        protected override void CheckEnds()
        {
            if (Edges.Any(edge => !IsVertex(edge.V))) throw new ArgumentOutOfRangeException(nameof(Edges));
        }

        protected override List<(int V, long Weight)>[] Outgoing()
        {
            List<(int V, long Weight)>[] outgoing = [.. Distance.Select(_ => new List<(int, long)>())];
            foreach (var (u, v, weight) in Edges)
                if (IsVertex(u)) outgoing[u].Add((v, weight));
            return outgoing;
        }
    }

    [CaughtBy(nameof(DijkstraProperties<>.A_vertex_outside_the_range_is_refused_and_changes_no_answer))]
    [Breaks("DistanceTo.exception.1")]
    [Advice("A vertex outside the range is the caller's mistake: throw ArgumentOutOfRangeException instead of answering null.")]
    public sealed class KnowsNoDistanceOutside : WithStaleEntries<KnowsNoDistanceOutside>
    {
        public override long? DistanceTo(int vertex) => IsVertex(vertex) ? base.DistanceTo(vertex) : null;

        public override int[]? PathTo(int vertex) => IsVertex(vertex) ? base.PathTo(vertex) : throw new ArgumentOutOfRangeException(nameof(vertex));
    }

    [CaughtBy(nameof(DijkstraProperties<>.A_vertex_outside_the_range_is_refused_and_changes_no_answer))]
    [Breaks("PathTo.exception.1")]
    [Advice("Both queries refuse a vertex outside the range: PathTo must look at it too before it looks for a path.")]
    public sealed class KnowsNoPathOutside : WithStaleEntries<KnowsNoPathOutside>
    {
        public override int[]? PathTo(int vertex) => IsVertex(vertex) ? base.PathTo(vertex) : null;
    }

    [CaughtBy(nameof(DijkstraProperties<>.Each_of_many_vertices_is_settled_in_logarithmic_time))]
    [Breaks("DistanceTo.summary.2", "Target.2")]
    [Advice("Adding up the path for each query takes as long as the path is: keep the distances that the search finds.")]
    public sealed class WalksForTheDistance : WithStaleEntries<WalksForTheDistance>
    {
        public override long? DistanceTo(int vertex)
        {
            if (base.DistanceTo(vertex) is null) return null;
            Int128 distance = 0;
            for (int v = vertex; v != Source; v = Before[v])
            {
                LawRunner.EndIfGivenUp();
                distance += Distance[v]!.Value - Distance[Before[v]]!.Value;
            }
            return (long)distance;
        }
    }

    [CaughtBy(nameof(DijkstraProperties<>.Each_of_many_vertices_is_settled_in_logarithmic_time))]
    [Breaks("PathTo.summary.2", "Target.2")]
    [Advice("Putting each vertex in front moves all that are behind it, which takes quadratic time: turn the path round at the end.")]
    public sealed class PutsEachInFront : WithStaleEntries<PutsEachInFront>
    {
        public override int[]? PathTo(int vertex)
        {
            if (DistanceTo(vertex) is null) return null;
            List<int> path = [vertex];
            while (path[0] != Source)
            {
                LawRunner.EndIfGivenUp();
                path = [Before[path[0]], .. path];
            }
            return [.. path];
        }
    }

    [CaughtBy(nameof(DijkstraProperties<>.Each_of_many_vertices_is_settled_in_logarithmic_time))]
    [Breaks("PathTo.summary.2", "Target.2")]
    [Advice("Room for all vertices is too much for a path of two: a path costs what its length is.")]
    public sealed class MakesRoomForAllVertices : WithStaleEntries<MakesRoomForAllVertices>
    {
        public override int[]? PathTo(int vertex)
        {
            if (DistanceTo(vertex) is null) return null;
            LawRunner.EndIfGivenUp();
            var path = new int[Distance.Length];
            int at = path.Length;
            for (int v = vertex; ; v = Before[v])
            {
                path[--at] = v;
                if (v == Source) return path[at..];
            }
        }
    }

    [CaughtBy(nameof(DijkstraProperties<>.Each_of_many_vertices_is_settled_in_logarithmic_time))]
    [Breaks("Constraints.1")]
    [Advice("Recursion goes as deep as a path is long, and a deep one ends the program: walk back in a loop.")]
    public sealed class RecursesForThePath : WithStaleEntries<RecursesForThePath>
    {
        public override int[]? PathTo(int vertex)
        {
            if (DistanceTo(vertex) is null) return null;
            List<int> path = [];
            Add(vertex);
            return [.. path];

            void Add(int v)
            {
                RuntimeHelpers.EnsureSufficientExecutionStack(); // an exception in place of the stack overflow
                if (v != Source) Add(Before[v]);
                path.Add(v);
            }
        }
    }

    [CaughtBy(nameof(DijkstraProperties<>.Each_of_many_vertices_is_settled_in_logarithmic_time))]
    [Breaks("Constraints.1")]
    [Advice("A vertex in 16 bits ends at 65 535, and then begins again at 0: keep vertices in int.")]
    public sealed class KeepsVerticesInSixteenBits : WithStaleEntries<KeepsVerticesInSixteenBits>
    {
        protected override void Note(int u, int v) => base.Note((ushort)u, v);
    }

    [CaughtBy(nameof(DijkstraProperties<>.A_hub_that_comes_nearer_60000_times_is_left_only_once))]
    [Breaks("From.summary.3", "Target.1")]
    [Advice("A plain queue looks at a vertex again each time it comes nearer, O(n m) at worst: take the nearest from a heap.")]
    public sealed class QueuesWithoutAnOrder : WithStaleEntries<QueuesWithoutAnOrder>
    {
        protected override void Search(int source)
        {
            var outgoing = Outgoing();
            var queue = new Queue<int>([source]);
            var waits = new bool[Distance.Length];
            Distance[source] = 0;
            while (queue.TryDequeue(out int u))
            {
                LawRunner.EndIfGivenUp();
                waits[u] = false;
                foreach (var (v, weight) in outgoing[u])
                {
                    if (!IsNearer(v, Distance[u]!.Value + weight)) continue;
                    Note(u, v);
                    Distance[v] = Distance[u] + weight;
                    if (!waits[v]) queue.Enqueue(v);
                    waits[v] = true;
                }
            }
        }
    }

    [CaughtBy(nameof(DijkstraProperties<>.A_hub_that_comes_nearer_60000_times_is_left_only_once))]
    [Breaks("From.summary.3", "Target.1")]
    [Advice("A queue whose front the nearer vertex passes is still no heap: a vertex may be looked at O(n) times.")]
    public sealed class LetsTheNearerOnePass : WithStaleEntries<LetsTheNearerOnePass>
    {
        protected override void Search(int source)
        {
            var outgoing = Outgoing();
            var queue = new LinkedList<int>([source]);
            var waits = new bool[Distance.Length];
            Distance[source] = 0;
            while (queue.First is { Value: int u })
            {
                LawRunner.EndIfGivenUp();
                queue.RemoveFirst();
                waits[u] = false;
                foreach (var (v, weight) in outgoing[u])
                {
                    if (!IsNearer(v, Distance[u]!.Value + weight)) continue;
                    Note(u, v);
                    Distance[v] = Distance[u] + weight;
                    if (waits[v]) continue;
                    waits[v] = true;
                    if (queue.First is { Value: int first } && Distance[v] > Distance[first]) queue.AddLast(v);
                    else queue.AddFirst(v);
                }
            }
        }
    }

    [CaughtBy(nameof(DijkstraProperties<>.What_the_caller_does_with_the_edges_and_the_paths_changes_no_answer))]
    [Breaks("PathTo.summary.1")]
    [Advice("A path that was given to a caller is his: do not remember the array, but make a new one.")]
    public sealed class RemembersTheLastPath : WithStaleEntries<RemembersTheLastPath>
    {
        private int[]? _last;

        public override int[]? PathTo(int vertex) => _last is { Length: > 0 } last && last[^1] == vertex ? last : _last = base.PathTo(vertex);
    }

    [CaughtBy(nameof(DijkstraProperties<>.Edges_that_the_caller_changes_in_place_are_another_graph))]
    [Breaks("From.summary.1")]
    [Advice("The caller may change an array and hand it over again: know a graph by what it says, not by its array.")]
    public sealed class RemembersTheArray : WithStaleEntries<RemembersTheArray>
    {
        [ThreadStatic] private static (int Vertices, (int U, int V, long Weight)[] Edges, List<(int V, long Weight)>[] Outgoing)? s_last;

        protected override List<(int V, long Weight)>[] Outgoing()
        {
            if (s_last is not { } last || last.Vertices != Distance.Length || last.Edges != Edges) s_last = (Distance.Length, Edges, base.Outgoing());
            return s_last.Value.Outgoing;
        }
    }

    [CaughtBy(nameof(DijkstraProperties<>.After_65536_calls_the_next_is_as_right_as_the_first))]
    [Breaks("From.summary.1")]
    [Advice("A number of the call in 16 bits comes round after 65 536 calls, and old marks look new: mark in an array of the call's own.")]
    public sealed class NumbersItsCallsInSixteenBits : WithStaleEntries<NumbersItsCallsInSixteenBits>
    {
        [ThreadStatic] private static ushort s_call;
        [ThreadStatic] private static ushort[]? s_settled;

        protected override void Search(int source)
        {
            if (s_settled is null || s_settled.Length < Distance.Length) Array.Resize(ref s_settled, Distance.Length);
            if (++s_call == 0) s_call = 1; // 0 marks nothing
            base.Search(source);
        }

        protected override bool IsStale(int u)
        {
            if (s_settled is not { } settled || settled[u] == s_call) return true;
            settled[u] = s_call;
            return false;
        }
    }

    [CaughtBy(nameof(DijkstraProperties<>.In_a_dense_graph_the_largest_distance_is_one_like_any_other))]
    [Breaks("DistanceTo.summary.1", "Constraints.2")]
    [Advice("long.MaxValue is a distance like any other: in a table of distances it cannot stand for no way.")]
    public sealed class TakesTheLargestForNoWayWhereThereAreManyEdges : WithStaleEntries<TakesTheLargestForNoWayWhereThereAreManyEdges>
    {
        public override long? DistanceTo(int vertex) =>
            base.DistanceTo(vertex) is { } distance && (distance < long.MaxValue || Edges.Length < 8 * Distance.Length) ? distance : null;
    }

    [CaughtBy(nameof(DijkstraProperties<>.What_the_caller_does_with_the_edges_and_the_paths_changes_no_answer))]
    [Breaks("Constraints.5")]
    [Advice("A path that was handed out is the caller's, who may have changed it: do not copy the next one from it.")]
    public sealed class GoesOnFromTheLastPath : WithStaleEntries<GoesOnFromTheLastPath>
    {
        private int[] _last = [];
        private int _end = -1;

        public override int[]? PathTo(int vertex)
        {
            if (base.PathTo(vertex) is not { } path) return null;
            int known = Array.IndexOf(path, _end, 0, path.Length - 1);
            if (known >= 0) Array.Copy(_last, path, known + 1);
            (_last, _end) = (path, vertex);
            return path;
        }
    }

    [CaughtBy(nameof(DijkstraProperties<>.Each_of_many_vertices_is_settled_in_logarithmic_time))]
    [Breaks("From.summary.3", "Target.1")]
    [Advice("Buckets for all weights up to m are looked through between any two vertices, O(n m) in all: use a heap.")]
    public sealed class LooksThroughBuckets : WithStaleEntries<LooksThroughBuckets>
    {
        protected override void Search(int source)
        {
            long heaviest = Edges.Select(edge => edge.Weight).DefaultIfEmpty().Max();
            if (heaviest > Edges.Length)
            {
                base.Search(source);
                return;
            }
            var outgoing = Outgoing();
            var buckets = new Stack<int>?[heaviest + 1];
            Distance[source] = 0;
            (buckets[0] = []).Push(source);
            int waiting = 1;
            for (long at = 0; waiting > 0; at = at < heaviest ? at + 1 : 0)
            {
                if ((at & 1023) == 0) LawRunner.EndIfGivenUp();
                while (buckets[at] is { } bucket && bucket.TryPop(out int u))
                {
                    waiting--;
                    if (IsStale(u)) continue;
                    Settled[u] = true;
                    foreach (var (v, weight) in outgoing[u])
                    {
                        var sum = Sum(Distance[u] ?? 0, weight);
                        if (!IsNearer(v, sum)) continue;
                        Note(u, v);
                        Distance[v] = sum;
                        (buckets[(long)(sum % (heaviest + 1))] ??= []).Push(v);
                        waiting++;
                    }
                }
            }
        }
    }
    [CaughtBy(nameof(DijkstraProperties<>.A_later_call_changes_no_earlier_answer))]
    [Breaks("PathTo.summary.1")]
    [Advice("An array that is kept for the next call holds that call's vertices when an earlier answer is asked for a path: each answer needs its own.")]
    public sealed class SharesWhereItCameFrom : WithStaleEntries<SharesWhereItCameFrom>
    {
        [ThreadStatic] private static int[]? s_before;

        protected override void Search(int source)
        {
            if (s_before is null || s_before.Length < Before.Length) s_before = Before;
            Before = s_before;
            base.Search(source);
        }

        public override int[]? PathTo(int vertex)
        {
            if (DistanceTo(vertex) is null) return null;
            List<int> path = [vertex];
            while (path[^1] != Source && path.Count < Distance.Length) path.Add(Before[path[^1]]);
            path.Reverse();
            return [.. path];
        }
    }
}
