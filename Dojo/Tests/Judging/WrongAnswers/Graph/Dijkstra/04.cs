// Any way that overflows throws, also one that is not taken.
namespace Etudes.Graph;

public sealed class Dijkstra : IDijkstra<Dijkstra>
{
    private readonly Dictionary<int, (long Distance, int Before)> known = [];
    private readonly int vertices;

    private Dijkstra(int vertices) { this.vertices = vertices; }

    public static Dijkstra From(int vertices, (int U, int V, long Weight)[] edges, int source)
    {
        if (vertices < 0) throw new ArgumentOutOfRangeException(nameof(vertices));
        if (source < 0 || source >= vertices) throw new ArgumentOutOfRangeException(nameof(source));
        if (edges.Any(e => e.U < 0 || e.U >= vertices || e.V < 0 || e.V >= vertices)) throw new ArgumentOutOfRangeException(nameof(edges));
        if (edges.Any(e => e.Weight < 0)) throw new ArgumentException("negative", nameof(edges));

        var byStart = edges.GroupBy(e => e.U).ToDictionary(g => g.Key, g => g.ToArray());
        var result = new Dijkstra(vertices);
        var queue = new PriorityQueue<(int Vertex, int Before), long>();
        queue.Enqueue((source, -1), 0);
        while (queue.TryDequeue(out var step, out long distance))
        {
            if (!result.known.TryAdd(step.Vertex, (distance, step.Before))) continue;
            if (!byStart.TryGetValue(step.Vertex, out var roads)) continue;
            foreach (var road in roads)
            {
                queue.Enqueue((road.V, step.Vertex), checked(distance + road.Weight));
            }
        }
        return result;
    }

    public long? DistanceTo(int vertex) => Look(vertex) ? known[vertex].Distance : null;

    public int[]? PathTo(int vertex)
    {
        if (!Look(vertex)) return null;
        List<int> path = [];
        do
        {
            path.Add(vertex);
            vertex = known[vertex].Before;
        } while (vertex != -1);
        path.Reverse();
        return [.. path];
    }

    private bool Look(int vertex)
    {
        if (vertex < 0 || vertex >= vertices) throw new ArgumentOutOfRangeException(nameof(vertex));
        return known.ContainsKey(vertex);
    }
}
