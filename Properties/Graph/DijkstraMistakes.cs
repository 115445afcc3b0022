namespace Etudes.Graph;

public static class DijkstraMistakes
{
    /// <summary>Dijkstra with a plain queue and stale entries, as most people write it; each mistake spoils one part.</summary>
    public abstract class WithStaleEntries<TSelf> : IDijkstra<TSelf> where TSelf : WithStaleEntries<TSelf>, new()
    {
        protected (int U, int V, long Weight)[] Edges { get; private set; } = [];
        protected Int128?[] Distance { get; set; } = [];
        protected int[] Before { get; private set; } = [];
        protected bool[] Settled { get; private set; } = [];
        private int _source;

        public static TSelf From(int vertices, (int U, int V, long Weight)[] edges, int source)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(vertices);
            if (edges.Any(edge => Math.Min(edge.U, edge.V) < 0 || Math.Max(edge.U, edge.V) >= vertices) || source < 0 || source >= vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));
            var paths = new TSelf { Edges = edges, Distance = new Int128?[vertices], Before = new int[vertices], Settled = new bool[vertices], _source = source };
            paths.CheckWeights();
            paths.Search(source);
            paths.CheckDistances();
            return paths;
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

        public virtual long? DistanceTo(int vertex) =>
            vertex >= 0 && vertex < Distance.Length ? (long?)Distance[vertex] : throw new ArgumentOutOfRangeException(nameof(vertex));

        public virtual int[]? PathTo(int vertex)
        {
            if (DistanceTo(vertex) is null) return null;
            List<int> path = [vertex];
            while (path[^1] != _source) path.Add(Before[path[^1]]);
            path.Reverse();
            return [.. path];
        }
    }

    [CaughtBy(nameof(DijkstraProperties<>.The_distances_are_those_of_relaxing_all_edges_until_nothing_changes))]
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
    [Advice("A vertex is settled when it is popped, not when it is first seen: a shorter way may still be found.")]
    public sealed class SettlesWhatItSees : WithStaleEntries<SettlesWhatItSees>
    {
        protected override bool IsNearer(int v, Int128 sum) => Distance[v] is null;
    }

    [CaughtBy(nameof(DijkstraProperties<>.The_distances_are_those_of_relaxing_all_edges_until_nothing_changes))]
    [Advice("A distance of 10^18 is legal: mark an unreachable vertex by something that is not a distance.")]
    public sealed class TakesALargeNumberForInfinity : WithStaleEntries<TakesALargeNumberForInfinity>
    {
        protected override bool IsNearer(int v, Int128 sum) => sum < (Distance[v] ?? 1_000_000_000_000_000_000);
    }

    [CaughtBy(nameof(DijkstraProperties<>.A_path_runs_along_edges_and_is_as_long_as_the_distance))]
    [Advice("Each time a vertex comes nearer, note its new predecessor, not only the first time.")]
    public sealed class KeepsTheFirstWay : WithStaleEntries<KeepsTheFirstWay>
    {
        protected override void Note(int u, int v)
        {
            if (Distance[v] is null) base.Note(u, v);
        }
    }

    [CaughtBy(nameof(DijkstraProperties<>.A_path_runs_along_edges_and_is_as_long_as_the_distance))]
    [Advice("Walking back gives the path from its end: turn it round.")]
    public sealed class GivesThePathBackwards : WithStaleEntries<GivesThePathBackwards>
    {
        public override int[]? PathTo(int vertex) => base.PathTo(vertex)?.Reverse().ToArray();
    }

    [CaughtBy(nameof(DijkstraProperties<>.Only_a_shortest_distance_beyond_64_bits_overflows))]
    [Advice("The sum of two longs may wrap round to a small one, which then looks near: compare before adding, or add without a sign.")]
    public sealed class LetsTheSumWrap : WithStaleEntries<LetsTheSumWrap>
    {
        protected override Int128 Sum(Int128 distance, long weight) => unchecked((long)distance + weight);
        protected override bool IsStale(int u) => base.IsStale(u) || Distance[u] < 0;
    }

    [CaughtBy(nameof(DijkstraProperties<>.Only_a_shortest_distance_beyond_64_bits_overflows))]
    [Advice("A sum beyond 64 bits is only an error when no shorter way is found: do not throw while relaxing.")]
    public sealed class ThrowsWhileRelaxing : WithStaleEntries<ThrowsWhileRelaxing>
    {
        protected override Int128 Sum(Int128 distance, long weight) => checked((long)distance + weight);
    }

    [CaughtBy(nameof(DijkstraProperties<>.Negative_weights_and_vertices_outside_the_range_are_refused))]
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
    [Advice("A path belongs to the caller, who may change it: return a fresh array each time.")]
    public sealed class ReturnsItsOwnPaths : WithStaleEntries<ReturnsItsOwnPaths>
    {
        private readonly Dictionary<int, int[]?> _paths = [];

        public override int[]? PathTo(int vertex) => _paths.TryGetValue(vertex, out var path) ? path : _paths[vertex] = base.PathTo(vertex);
    }

    [CaughtBy(nameof(DijkstraProperties<>.A_hub_that_comes_nearer_60000_times_is_left_only_once))]
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
}
