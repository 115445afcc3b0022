namespace Etudes.Graph;

public abstract class DijkstraProperties<T> : ShortestPathLaws<T> where T : IDijkstra<T>
{
    [Law]
    public static void The_distances_are_those_of_relaxing_all_edges_until_nothing_changes(Roads roads)
    {
        for (int source = 0; source < roads.Vertices; source++)
        {
            var edges = roads.Copy();
            Compare(Distances(roads, source), T.From(roads.Vertices, edges, Given.As(nameof(source), source)), $"from {source},");
            Must.LeaveAlone(roads.Edges, edges);
        }
    }

    /// <summary>The smallest first: whoever walks round for ever takes the time that shrinking would have.</summary>
    [Law(MaxTest = 1)]
    public static void No_path_goes_round_in_a_cycle_of_weight_0()
    {
        for (int n = 1; n <= 5; n++)
            for (int back = 0; back < n; back++)
            {
                var roads = Given.As("roads", new Roads(n, [.. Enumerable.Range(0, n).Select(v => (v, v < n - 1 ? v + 1 : back, 0L))]));
                var paths = T.From(n, roads.Copy(), Given.As("source", 0));
                for (int v = 0; v < n; v++) Must.Be(Enumerable.Range(0, v + 1), paths.PathTo(v), $"PathTo({v})");
            }
    }

    [Law]
    public static void A_path_runs_along_edges_and_is_as_long_as_the_distance(Roads roads)
    {
        for (int source = 0; source < roads.Vertices; source++)
            Follow(roads, source, T.From(roads.Vertices, roads.Copy(), Given.As(nameof(source), source)), $"from {source},");
    }

    [Law]
    public static void Only_a_shortest_distance_beyond_64_bits_overflows(Roads roads)
    {
        var heavy = Given.As(nameof(roads), roads with { Edges = [.. roads.Edges.Select(edge => edge with { Weight = Heavy(edge.Weight) })] });
        for (int source = 0; source < roads.Vertices; source++)
        {
            int from = Given.As(nameof(source), source);
            var distances = Distances(heavy, source);
            if (distances.Any(distance => distance > long.MaxValue && distance != s_unreached))
                Must.Throw<OverflowException>(() => T.From(heavy.Vertices, heavy.Copy(), from), $"From {source}");
            else Compare(distances, T.From(heavy.Vertices, heavy.Copy(), source), $"from {source},");
        }
    }

    [Law]
    public static void Distances_beyond_2_to_the_60_are_told_apart_to_the_last_unit(Roads roads)
    {
        int source = Given.As("source", roads.Vertices);
        var near = roads.Edges.Select(edge => edge with { Weight = edge.Weight % 8 });
        for (int first = 0; first < source; first++)
        {
            var far = Given.As(nameof(roads), new Roads(source + 1, [.. near, (source, first, 1L << 60)]));
            Compare(Distances(far, source), T.From(far.Vertices, far.Copy(), source), $"from {source},");
        }
    }

    [Law]
    public static void One_more_edge_lengthens_no_distance(Roads roads)
    {
        if (roads.Vertices == 0) return;
        int last = roads.Vertices - 1;
        var more = roads with { Edges = [.. roads.Edges, (0, last, 0)] };
        var before = T.From(roads.Vertices, roads.Copy(), Given.As("source", 0));
        var after = T.From(more.Vertices, Given.As(nameof(roads), more).Copy(), 0);
        Must.Be(0, after.DistanceTo(last), $"with 0>{last}:0 added, DistanceTo({last})");
        for (int v = 0; v < roads.Vertices; v++)
            Must.Hold(before.DistanceTo(v) is not long distance || after.DistanceTo(v) <= distance,
                $"with 0>{last}:0 added, DistanceTo({v}) grows from {Show.Of(before.DistanceTo(v))} to {Show.Of(after.DistanceTo(v))}");
    }

    [Law]
    public static void The_way_back_along_edges_turned_round_is_as_long(Roads roads)
    {
        if (roads.Vertices == 0) return;
        var turned = roads with { Edges = [.. roads.Edges.Select(edge => (edge.V, edge.U, edge.Weight))] };
        var there = T.From(roads.Vertices, roads.Copy(), Given.As("source", 0));
        Given.As(nameof(roads), turned);
        for (int v = 0; v < roads.Vertices; v++)
            Must.Be(there.DistanceTo(v), T.From(turned.Vertices, turned.Copy(), Given.As("source", v)).DistanceTo(0), $"from {v} and all edges turned round, DistanceTo(0)");
    }

    [Law]
    public static void Other_names_of_the_vertices_and_another_order_of_the_edges_change_nothing(Roads roads)
    {
        int last = roads.Vertices - 1;
        var renamed = roads with { Edges = [.. roads.Edges.Reverse().Select(edge => (last - edge.U, last - edge.V, edge.Weight))] };
        for (int source = 0; source <= last; source++)
        {
            var paths = T.From(roads.Vertices, Given.As(nameof(roads), roads).Copy(), Given.As(nameof(source), source));
            int from = Given.As(nameof(source), last - source);
            var again = T.From(renamed.Vertices, Given.As(nameof(roads), renamed).Copy(), from);
            for (int v = 0; v <= last; v++) Must.Be(paths.DistanceTo(v), again.DistanceTo(last - v), $"from {from} and {last} - v for v, DistanceTo({last - v})");
        }
    }

    [Law]
    public static void What_the_caller_does_with_the_edges_and_the_paths_changes_no_answer(Roads roads)
    {
        if (roads.Vertices == 0) return;
        var edges = roads.Copy();
        var paths = T.From(roads.Vertices, edges, Given.As("source", 0));
        Array.Fill(edges, (0, 0, 0L));
        Compare(Distances(roads, 0), paths, "after changing the edges,");
        Follow(roads, 0, paths, "after changing the edges,");
        for (int v = 0; v < roads.Vertices; v++)
        {
            if (paths.PathTo(v) is not int[] path) continue;
            int[] copy = [.. path];
            Must.Hold(!ReferenceEquals(path, paths.PathTo(v)), $"PathTo({v}) should give an array of its own each time, but gives the same again");
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
            Refused(roads with { Edges = [.. roads.Edges, (outside, n - 1, 1)] }, 0, $"From with the edge {outside}>{n - 1}:1");
            Refused(roads with { Edges = [.. roads.Edges, (n - 1, outside, 1)] }, 0, $"From with the edge {n - 1}>{outside}:1");
        }
        if (n == 0) return;
        foreach (var (u, v, weight) in ((int, int, long)[])[(n - 1, 0, -1), (n - 1, n - 1, -1), (0, n - 1, long.MinValue)])
        {
            var negative = Given.As(nameof(roads), roads with { Edges = [.. roads.Edges, (u, v, weight)] });
            Must.Throw<ArgumentException>(() => T.From(n, negative.Copy(), Given.As("source", 0)), $"From 0 with the edge {u}>{v}:{weight}");
        }

        void Refused(Roads wrong, int source, string what)
        {
            Given.As(nameof(roads), wrong);
            Must.Throw<ArgumentOutOfRangeException>(() => T.From(wrong.Vertices, wrong.Copy(), Given.As(nameof(source), source)), what);
        }
    }

    [Law(MaxTest = 100)]
    public static void A_vertex_outside_the_range_is_refused_and_changes_no_answer(Roads roads)
    {
        if (roads.Vertices == 0) return;
        var paths = T.From(roads.Vertices, roads.Copy(), Given.As("source", 0));
        foreach (int outside in (int[])[-1, roads.Vertices, int.MinValue, int.MaxValue])
        {
            int v = Given.As("v", outside);
            Must.Throw<ArgumentOutOfRangeException>(() => paths.DistanceTo(v), $"DistanceTo({v})");
            Must.Throw<ArgumentOutOfRangeException>(() => paths.PathTo(v), $"PathTo({v})");
        }
        Compare(Distances(roads, 0), paths, "after it refused a vertex,");
        Follow(roads, 0, paths, "after it refused a vertex,");
    }

    [LargeLaw(60_000)]
    public static void A_hub_that_comes_nearer_60000_times_is_left_only_once(LateHubs hubs)
    {
        var paths = T.From(hubs.Vertices, hubs.Edges(), Given.As("source", 0));
        for (int behind = 1; behind <= hubs.Feeders; behind++)
            Must.Be(2L * hubs.Feeders + 1, paths.DistanceTo(hubs.Vertices - behind), $"DistanceTo({hubs.Vertices - behind}), behind a hub,");
    }

    [LargeLaw(200_000)]
    public static void Each_of_many_vertices_is_settled_in_logarithmic_time(LargeGraph graph)
    {
        int n = graph.Vertices, source = Given.As("source", graph.Kind == GraphKind.PathBackwards ? n - 1 : 0);
        var edges = graph.Edges();
        var paths = T.From(n, edges, source);
        Must.Be(0, paths.DistanceTo(source), "DistanceTo the source");
        HashSet<(int, int)> shortest = new(n);
        foreach (var (u, v, weight) in edges)
        {
            if (paths.DistanceTo(u) is not long distance) continue;
            if (!(paths.DistanceTo(v) <= distance + weight))
                throw new LawBroken($"DistanceTo({v}) should be at most {distance + weight}, the way over {u}, but is {Show.Of(paths.DistanceTo(v))}");
            if (paths.DistanceTo(v) == distance + weight) shortest.Add((u, v));
        }
        int left = n; // so many vertices are on the paths that are looked at
        for (int v = n - 1; v >= 0 && left > 0; v--)
        {
            if (paths.PathTo(v) is not { } path) continue;
            left -= path.Length;
            if (path.Length == 0 || path[0] != source || path[^1] != v)
                throw new LawBroken($"PathTo({v}) should begin with {source} and end with {v}");
            for (int i = 1; i < path.Length; i++)
                if (!shortest.Contains((path[i - 1], path[i])))
                    throw new LawBroken($"PathTo({v}) goes from {path[i - 1]} to {path[i]}, which is no edge of a shortest path");
        }
    }

    private static long Heavy(long weight) => (weight % 3) switch { 0 => weight, 1 => 1L << 62, _ => long.MaxValue };
}

public sealed class DijkstraTests : DijkstraProperties<Dijkstra>;
