namespace Etudes.Graph;

/// <summary>What makes distances and paths the shortest ones, whichever algorithm found them.</summary>
public abstract class ShortestPathLaws<T> where T : IDijkstra<T>
{
    protected static readonly Int128 s_unreached = Int128.MaxValue;

    [Law]
    public static void The_distances_are_those_of_relaxing_all_edges_until_nothing_changes(Roads roads)
    {
        for (int source = 0; source < roads.Vertices; source++)
        {
            var edges = roads.Copy();
            Compare(roads, source, T.From(roads.Vertices, edges, Given.As(nameof(source), source)), $"from {source},");
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
            else Compare(heavy, source, T.From(heavy.Vertices, heavy.Copy(), source), $"from {source},");
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
            Compare(far, source, T.From(far.Vertices, far.Copy(), source), $"from {source},");
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

    /// <summary>Relaxes all edges until nothing changes.</summary>
    protected static Int128[] Distances(Roads roads, int source)
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

    /// <summary>Asks for all distances, so that they can be drawn, and then compares them.</summary>
    protected static void Compare(Roads roads, int source, T paths, string when)
    {
        long?[] right = [.. Distances(roads, source).Select(distance => distance == s_unreached ? null : (long?)distance)], found = new long?[right.Length];
        int asked = 0;
        roads.Note(new(source, v => VertexNotes.Word(right[v]), v => v < asked ? VertexNotes.Word(found[v]) : ""));
        for (; asked < found.Length; asked++) found[asked] = paths.DistanceTo(asked);
        for (int v = 0; v < right.Length; v++) Must.Be(right[v], found[v], $"{when} DistanceTo({v})");
    }

    /// <summary>Walks along each path.</summary>
    protected static void Follow(Roads roads, int source, T paths, string when)
    {
        for (int v = 0; v < roads.Vertices; v++) FollowTo(v, roads, source, paths, when);
    }

    /// <summary>Walks along one path.</summary>
    protected static void FollowTo(int v, Roads roads, int source, T paths, string when)
    {
        string what = $"{when} PathTo({v})";
        if (paths.DistanceTo(v) is not long distance) Must.Be(null, paths.PathTo(v), what);
        else Must.Be(distance, Length(roads, Must.Read(paths.PathTo(v), what), source, v, what), $"the length of {what}");
    }

    private static long Length(Roads roads, int[] path, int source, int v, string what)
    {
        if (path.Length == 0 || path[0] != source || path[^1] != v)
            throw new LawBroken($"{what} should begin with {source} and end with {v} but is {Show.Of(path)}");
        if (path.Distinct().Count() < path.Length) throw new LawBroken($"{what} should meet no vertex twice but is {Show.Of(path)}");
        long length = 0;
        for (int i = 1; i < path.Length; i++)
        {
            long? least = null; // of parallel edges
            foreach (var (from, to, weight) in roads.Edges)
                if (from == path[i - 1] && to == path[i] && !(least <= weight)) least = weight;
            length += least ?? throw new LawBroken($"{what} is {Show.Of(path)}, but there is no edge {path[i - 1]}>{path[i]}");
        }
        return length;
    }

    private static long Heavy(long weight) => (weight % 3) switch { 0 => weight, 1 => 1L << 62, _ => long.MaxValue };
}
