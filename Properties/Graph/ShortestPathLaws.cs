namespace Etudes.Graph;

/// <summary>What shortest paths are, by another algorithm than the answer's, and whether an answer gives them.</summary>
public abstract class ShortestPathLaws<T> where T : IDijkstra<T>
{
    protected static readonly Int128 s_unreached = Int128.MaxValue;

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

    /// <summary>Asks for each distance.</summary>
    protected static void Compare(Int128[] distances, T paths, string when)
    {
        for (int v = 0; v < distances.Length; v++)
            Must.Be(distances[v] == s_unreached ? null : (long?)distances[v], paths.DistanceTo(v), $"{when} DistanceTo({v})");
    }

    /// <summary>Walks along each path.</summary>
    protected static void Follow(Roads roads, int source, T paths, string when)
    {
        var least = roads.Edges.GroupBy(edge => (edge.U, edge.V)).ToDictionary(parallel => parallel.Key, parallel => parallel.Min(edge => edge.Weight));
        for (int v = 0; v < roads.Vertices; v++)
        {
            string what = $"{when} PathTo({v})";
            if (paths.DistanceTo(v) is not long distance) Must.Be(null, paths.PathTo(v), what);
            else Must.Be(distance, Length(least, Must.Read(paths.PathTo(v), what), source, v, what), $"the length of {what}");
        }
    }

    private static long Length(Dictionary<(int U, int V), long> least, int[] path, int source, int v, string what)
    {
        if (path.Length == 0 || path[0] != source || path[^1] != v)
            throw new LawBroken($"{what} should begin with {source} and end with {v} but is {Show.Of(path)}");
        if (path.Distinct().Count() < path.Length) throw new LawBroken($"{what} should meet no vertex twice but is {Show.Of(path)}");
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
