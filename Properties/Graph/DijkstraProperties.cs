namespace Etudes.Graph;

public abstract class DijkstraProperties<T> where T : IDijkstra<T>
{
    private static readonly Int128 s_unreached = Int128.MaxValue;

    [Law]
    public static void The_distances_are_those_of_relaxing_all_edges_until_nothing_changes(Roads roads)
    {
        for (int source = 0; source < roads.Vertices; source++)
        {
            var edges = roads.Copy();
            Compare(Distances(roads, source), T.From(roads.Vertices, edges, source), $"from {source},");
            Must.LeaveAlone(roads.Edges, edges);
        }
    }

    [Law]
    public static void A_path_runs_along_edges_and_is_as_long_as_the_distance(Roads roads)
    {
        var least = roads.Edges.GroupBy(edge => (edge.U, edge.V)).ToDictionary(parallel => parallel.Key, parallel => parallel.Min(edge => edge.Weight));
        for (int source = 0; source < roads.Vertices; source++)
        {
            var paths = T.From(roads.Vertices, roads.Copy(), source);
            for (int v = 0; v < roads.Vertices; v++)
            {
                string what = $"from {source}, PathTo({v})";
                if (paths.DistanceTo(v) is not long distance) Must.Be(null, paths.PathTo(v), what);
                else Must.Be(distance, Length(least, Must.Read(paths.PathTo(v), what), source, v, what), $"the length of {what}");
            }
        }
    }

    [Law]
    public static void Only_a_shortest_distance_beyond_64_bits_overflows(Roads roads)
    {
        var heavy = roads with { Edges = [.. roads.Edges.Select(edge => edge with { Weight = Heavy(edge.Weight) })] };
        string what = $"of {heavy},";
        Must.Given(nameof(roads), heavy, () =>
        {
            for (int source = 0; source < roads.Vertices; source++)
            {
                int from = source;
                var distances = Distances(heavy, source);
                if (distances.Any(distance => distance > long.MaxValue && distance != s_unreached))
                    Must.Throw<OverflowException>(() => T.From(heavy.Vertices, heavy.Copy(), from), $"{what} From {source}");
                else Compare(distances, T.From(heavy.Vertices, heavy.Copy(), source), $"{what} from {source},");
            }
        });
    }

    [Law]
    public static void One_more_edge_lengthens_no_distance(Roads roads)
    {
        if (roads.Vertices == 0) return;
        int last = roads.Vertices - 1;
        var more = roads with { Edges = [.. roads.Edges, (0, last, 0)] };
        var before = T.From(roads.Vertices, roads.Copy(), 0);
        Must.Given(nameof(roads), more, () =>
        {
            var after = T.From(more.Vertices, more.Copy(), 0);
            Must.Be(0, after.DistanceTo(last), $"with 0>{last}:0 added, DistanceTo({last})");
            for (int v = 0; v < roads.Vertices; v++)
                Must.Hold(before.DistanceTo(v) is not long distance || after.DistanceTo(v) <= distance,
                    $"with 0>{last}:0 added, DistanceTo({v}) grows from {Show.Of(before.DistanceTo(v))} to {Show.Of(after.DistanceTo(v))}");
        });
    }

    [Law]
    public static void The_way_back_along_edges_turned_round_is_as_long(Roads roads)
    {
        if (roads.Vertices == 0) return;
        var turned = roads with { Edges = [.. roads.Edges.Select(edge => (edge.V, edge.U, edge.Weight))] };
        var there = T.From(roads.Vertices, roads.Copy(), 0);
        Must.Given(nameof(roads), turned, () =>
        {
            for (int v = 0; v < roads.Vertices; v++)
                Must.Be(there.DistanceTo(v), T.From(turned.Vertices, turned.Copy(), v).DistanceTo(0), $"from {v} and all edges turned round, DistanceTo(0)");
        });
    }

    [Law]
    public static void Other_names_of_the_vertices_and_another_order_of_the_edges_change_nothing(Roads roads)
    {
        int last = roads.Vertices - 1;
        var renamed = roads with { Edges = [.. roads.Edges.Reverse().Select(edge => (last - edge.U, last - edge.V, edge.Weight))] };
        for (int source = 0; source <= last; source++)
        {
            var paths = T.From(roads.Vertices, roads.Copy(), source);
            int from = last - source;
            Must.Given(nameof(roads), renamed, () =>
            {
                var again = T.From(renamed.Vertices, renamed.Copy(), from);
                for (int v = 0; v <= last; v++) Must.Be(paths.DistanceTo(v), again.DistanceTo(last - v), $"from {from} and {last} - v for v, DistanceTo({last - v})");
            });
        }
    }

    [Law]
    public static void What_the_caller_does_with_the_edges_and_the_paths_changes_no_answer(Roads roads)
    {
        if (roads.Vertices == 0) return;
        var edges = roads.Copy();
        var paths = T.From(roads.Vertices, edges, 0);
        Array.Fill(edges, (0, 0, 0L));
        Compare(Distances(roads, 0), paths, "after changing the edges,");
        for (int v = 0; v < roads.Vertices; v++)
        {
            if (paths.PathTo(v) is not int[] path) continue;
            int[] copy = [.. path];
            Array.Fill(path, -1);
            Must.Be(copy, paths.PathTo(v), $"after changing the path, PathTo({v})");
        }
    }

    [Law(MaxTest = 100)]
    public static void Negative_weights_and_vertices_outside_the_range_are_refused(Roads roads)
    {
        int n = roads.Vertices;
        Refused(new(-1, []), 0, "From with -1 vertices");
        foreach (int outside in (int[])[-1, n, int.MinValue, int.MaxValue])
        {
            Refused(roads, outside, $"From with source {outside}");
            if (n == 0) continue;
            Refused(roads with { Edges = [.. roads.Edges, (outside, 0, 1)] }, 0, $"From with the edge {outside}>0:1");
            Refused(roads with { Edges = [.. roads.Edges, (0, outside, 1)] }, 0, $"From with the edge 0>{outside}:1");
            Must.Given("v", outside, () =>
            {
                Must.Throw<ArgumentOutOfRangeException>(() => T.From(n, roads.Copy(), 0).DistanceTo(outside), $"DistanceTo({outside})");
                Must.Throw<ArgumentOutOfRangeException>(() => T.From(n, roads.Copy(), 0).PathTo(outside), $"PathTo({outside})");
            });
        }
        if (n == 0) return;
        var negative = roads with { Edges = [.. roads.Edges, (n - 1, 0, -1)] };
        Must.Given(nameof(roads), negative, () => Must.Throw<ArgumentException>(() => T.From(n, negative.Copy(), 0), $"From 0 with the edge {n - 1}>0:-1"));

        void Refused(Roads wrong, int source, string what) => Must.Given(nameof(roads), wrong, () => Must.Given(nameof(source), source, () =>
            Must.Throw<ArgumentOutOfRangeException>(() => T.From(wrong.Vertices, wrong.Copy(), source), what)));
    }

    [LargeLaw(60_000)]
    public static void A_hub_that_comes_nearer_60000_times_is_left_only_once()
    {
        const int N = 60_000, Hub = 2 * N;
        List<(int, int, long)> edges = [];
        for (int i = 1; i <= N; i++)
        {
            edges.Add((0, i, i)); // the farther from the source ...
            edges.Add((i, Hub, 3 * N - 2 * i)); // ... the shorter the way on to the hub
            edges.Add((Hub, N + i % N, 1));
        }
        Must.Be(2L * N, T.From(Hub + 1, [.. edges], 0).DistanceTo(Hub), "DistanceTo the hub");
    }

    [LargeLaw(60_000)]
    public static void Each_of_many_vertices_is_settled_in_logarithmic_time(LargeGraph graph)
    {
        int source = graph.Kind == GraphKind.PathBackwards ? graph.Vertices - 1 : 0;
        var edges = graph.Edges();
        var paths = T.From(graph.Vertices, edges, source);
        Must.Be(0, paths.DistanceTo(source), "DistanceTo the source");
        foreach (var (u, v, weight) in edges)
            if (paths.DistanceTo(u) is long distance && !(paths.DistanceTo(v) <= distance + weight))
                throw new LawBroken($"DistanceTo({v}) should be at most {distance + weight}, the way over {u}, but is {Show.Of(paths.DistanceTo(v))}");
    }

    private static long Heavy(long weight) => (weight % 3) switch { 0 => weight, 1 => 1L << 62, _ => long.MaxValue };

    private static Int128[] Distances(Roads roads, int source)
    {
        var distances = new Int128[roads.Vertices];
        Array.Fill(distances, s_unreached);
        distances[source] = 0;
        for (bool changed = true; changed;)
        {
            changed = false;
            foreach (var (u, v, weight) in roads.Edges)
            {
                if (distances[u] == s_unreached || distances[u] + weight >= distances[v]) continue;
                distances[v] = distances[u] + weight;
                changed = true;
            }
        }
        return distances;
    }

    private static void Compare(Int128[] distances, T paths, string when)
    {
        for (int v = 0; v < distances.Length; v++)
            Must.Be(distances[v] == s_unreached ? null : (long?)distances[v], paths.DistanceTo(v), $"{when} DistanceTo({v})");
    }

    private static long Length(Dictionary<(int U, int V), long> least, int[] path, int source, int v, string what)
    {
        if (path.Length == 0 || path[0] != source || path[^1] != v)
            throw new LawBroken($"{what} should begin with {source} and end with {v} but is {Show.Of(path)}");
        long length = 0;
        for (int i = 1; i < path.Length; i++)
        {
            if (!least.TryGetValue((path[i - 1], path[i]), out long weight))
                throw new LawBroken($"{what} is {Show.Of(path)}, but there is no edge {path[i - 1]}>{path[i]}");
            length += weight;
        }
        return length;
    }
}

public sealed class DijkstraTests : DijkstraProperties<Dijkstra>;
