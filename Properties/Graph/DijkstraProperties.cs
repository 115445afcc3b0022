namespace Etudes.Graph;

/// <summary>The laws of shortest paths; what is refused, what is the caller's, dense and large graphs.</summary>
public abstract class DijkstraProperties<T> : ShortestPathLaws<T> where T : IDijkstra<T>
{
    [Law]
    public static void What_the_caller_does_with_the_edges_and_the_paths_changes_no_answer(Roads roads)
    {
        if (roads.Vertices == 0) return;
        var edges = roads.Copy();
        var paths = T.From(roads.Vertices, edges, Given.As("source", 0));
        Array.Fill(edges, (0, 0, 0L));
        Compare(roads, 0, paths, "after changing the edges,");
        Follow(roads, 0, paths, "after changing the edges,");
        for (int v = 0; v < roads.Vertices; v++)
        {
            if (paths.PathTo(v) is not int[] path) continue;
            int[] copy = [.. path];
            Must.Hold(!ReferenceEquals(path, paths.PathTo(v)), $"PathTo({v}) should give an array of its own each time, but gives the same again");
            Array.Fill(path, -1);
            Must.Be(copy, paths.PathTo(v), $"after changing the path, PathTo({v})");
        }
        foreach (var (u, v, _) in roads.Edges) // a path to v may be made of one to u
        {
            if (paths.PathTo(u) is not int[] path) continue;
            Array.Fill(path, -1);
            FollowTo(v, roads, 0, paths, $"after changing the path to {u},");
        }
    }

    [Law]
    public static void A_later_call_changes_no_earlier_answer(Roads roads)
    {
        if (roads.Vertices == 0) return;
        var paths = T.From(roads.Vertices, roads.Copy(), Given.As("source", 0));
        T.From(roads.Vertices, [.. roads.Edges.Select(edge => (edge.V, edge.U, edge.Weight))], roads.Vertices - 1);
        const string After = "after a call with the edges turned round, from the last vertex,";
        Compare(roads, 0, paths, After);
        Follow(roads, 0, paths, After);
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
            var copy = negative.Copy();
            Must.Throw<ArgumentException>(() => T.From(n, copy, Given.As("source", 0)), $"From 0 with the edge {u}>{v}:{weight}");
            Must.LeaveAlone(negative.Edges, copy);
        }

        void Refused(Roads wrong, int source, string what)
        {
            var copy = Given.As(nameof(roads), wrong).Copy();
            Must.Throw<ArgumentOutOfRangeException>(() => T.From(wrong.Vertices, copy, Given.As(nameof(source), source)), what);
            Must.LeaveAlone(wrong.Edges, copy);
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
        Compare(roads, 0, paths, "after it refused a vertex,");
        Follow(roads, 0, paths, "after it refused a vertex,");
    }

    [Law(MaxTest = 100)]
    public static void Edges_that_the_caller_changes_in_place_are_another_graph(Roads roads)
    {
        if (roads.Vertices == 0) return;
        var edges = roads.Copy();
        foreach (int i in ChangedInPlace.EachEdge(edges, () => T.From(roads.Vertices, edges, Given.As("source", 0))))
        {
            var changed = Given.As(nameof(roads), roads with { Edges = [.. edges] });
            Compare(changed, 0, T.From(roads.Vertices, edges, 0), $"after edge {i} of the array was changed,");
        }
    }

    [Law(BeyondExamples = true)]
    public static void After_65536_calls_the_next_is_as_right_as_the_first()
    {
        (int, int, long)[] few = [(0, 1, 0)];
        var asked = T.From(7, [.. Enumerable.Range(1, 6).Select(v => (v / 2, v, 1L))], Given.As("source", 0));
        foreach (int ask in ManyCalls.Order(4))
        {
            int v = 3 + ask % 4;
            if (asked.PathTo(ask < 0 ? 1 : v) is not [0, ..]) throw new LawBroken($"after many questions, PathTo({v}) should begin with 0");
            if (ask < 0) T.From(2, few, 0);
            else
            {
                int source = Given.As("source", 3 * v); // vertices that no call meets in between
                var roads = Given.As("roads", new Roads(21, [(source, source + 1, 1), (source + 1, source + 2, 2)]));
                var paths = T.From(21, roads.Copy(), source);
                string when = ask < 4 ? "at first," : "after many calls,";
                Compare(roads, source, paths, when);
                Follow(roads, source, paths, when);
            }
        }
    }

    [Law(MaxTest = 20, BeyondExamples = true)]
    public static void In_a_dense_graph_the_largest_distance_is_one_like_any_other(DenseGraph graph)
    {
        int last = graph.Vertices - 1;
        var roads = Given.As("roads", new Roads(graph.Vertices, [.. graph.Edges.Select(edge => edge with { Weight = edge.V == last ? long.MaxValue : edge.Weight & 7 })]));
        Compare(roads, last - 1, T.From(roads.Vertices, roads.Copy(), Given.As("source", last - 1)), $"from {last - 1},");
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
        int n = graph.Vertices, source = Given.As("source", graph.At(0));
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
}

public sealed class DijkstraTests : DijkstraProperties<Dijkstra>;
