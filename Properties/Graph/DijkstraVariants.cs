namespace Etudes.Graph;

public sealed class ShortestPathsTests : DijkstraProperties<ShortestPathsOfLongs>;

/// <summary>What only the variant does, beside the answer of the kata.</summary>
public abstract class ShortestPathsLaws<T> where T : IDijkstra<T>
{
    [Law]
    public static void Edges_that_lead_both_ways_are_two_edges_each(Roads roads)
    {
        if (roads.Vertices == 0) return;
        var expected = T.From(roads.Vertices, [.. roads.Edges, .. roads.Edges.Select(edge => (edge.V, edge.U, edge.Weight))], 0);
        var paths = ShortestPaths<long>.From(roads.Vertices, roads.Copy(), 0, directed: false);
        for (int v = 0; v < roads.Vertices; v++) Must.Be(expected.DistanceTo(v), paths.TryDistance(v, out long distance) ? distance : null, $"undirected, the distance to {v}");
    }

    [Law]
    public static void The_edges_of_a_path_lead_along_it_and_add_up(Roads roads)
    {
        if (roads.Vertices == 0) return;
        var paths = ShortestPaths<long>.From(roads.Vertices, roads.Copy(), 0, directed: false);
        for (int v = 0; v < roads.Vertices; v++)
        {
            bool any = paths.TryDistance(v, out long distance);
            Must.Be(any, paths.PathTo(v) is not null, $"whether there is a path to {v}");
            if (paths.PathTo(v) is not { } path || paths.EdgesTo(v) is not { } edges) continue;
            Must.Be(path.Length - 1, edges.Length, $"how many edges lead to {v}");
            Must.Be(distance, edges.Sum(i => roads.Edges[i].Weight), $"the weights of the edges to {v}");
            for (int i = 0; i < edges.Length; i++)
            {
                var (from, to, _) = roads.Edges[edges[i]];
                Must.Hold((from, to) == (path[i], path[i + 1]) || (to, from) == (path[i], path[i + 1]), $"the edge {from}-{to} on the path to {v} should join {path[i]} and {path[i + 1]}");
            }
        }
    }

    [Law]
    public static void With_a_target_all_that_is_nearer_is_found(Roads roads)
    {
        for (int target = 0; target < roads.Vertices; target++)
        {
            var all = T.From(roads.Vertices, roads.Copy(), 0);
            var some = ShortestPaths<long>.From(roads.Vertices, roads.Copy(), 0, target: target);
            for (int v = 0; v < roads.Vertices; v++)
            {
                bool found = some.TryDistance(v, out long distance);
                if (found) Must.Be(all.DistanceTo(v), distance, $"with target {target}, the distance to {v}");
                else Must.Hold(all.DistanceTo(v) is not { } real || v != target && real >= all.DistanceTo(target), $"with target {target} the distance to {v} should be {all.DistanceTo(v)} but is not known");
            }
        }
    }

    [Law]
    public static void Ints_and_doubles_say_the_same(Roads roads)
    {
        if (roads.Vertices == 0) return;
        var small = Given.As(nameof(roads), roads with { Edges = [.. roads.Edges.Select(edge => edge with { Weight = edge.Weight % 1_000_000 })] });
        var expected = T.From(small.Vertices, small.Copy(), 0);
        var ints = ShortestPaths<int>.From(small.Vertices, Array.ConvertAll(small.Edges, edge => (edge.U, edge.V, (int)edge.Weight)), 0);
        var doubles = ShortestPaths<double>.From(small.Vertices, Array.ConvertAll(small.Edges, edge => (edge.U, edge.V, edge.Weight / 4.0)), 0);
        for (int v = 0; v < small.Vertices; v++)
        {
            Must.Be(expected.DistanceTo(v), ints.TryDistance(v, out int distance) ? distance : null, $"with ints, the distance to {v}");
            Must.Be(expected.DistanceTo(v) / 4.0, doubles.TryDistance(v, out double quarter) ? quarter : null, $"with quarters of the weights, the distance to {v}");
        }
    }
}

public sealed class ShortestPathsBesideDijkstraTests : ShortestPathsLaws<Dijkstra>;

/// <summary>The variant as the kata's contract wants it.</summary>
public sealed class ShortestPathsOfLongs : IDijkstra<ShortestPathsOfLongs>
{
    private readonly ShortestPaths<long> _paths;

    private ShortestPathsOfLongs(ShortestPaths<long> paths) => _paths = paths;

    public static ShortestPathsOfLongs From(int vertices, (int U, int V, long Weight)[] edges, int source) => new(ShortestPaths<long>.From(vertices, edges, source));

    public long? DistanceTo(int vertex) => _paths.TryDistance(vertex, out long distance) ? distance : null;

    public int[]? PathTo(int vertex) => _paths.PathTo(vertex);
}
