// A vertex is settled when it is first seen, not when it leaves the heap.
namespace Etudes.Graph;

public sealed class Dijkstra : IDijkstra<Dijkstra>
{
    readonly Int128[] d;
    readonly int[] via;

    Dijkstra(Int128[] d, int[] via) => (this.d, this.via) = (d, via);

    public static Dijkstra From(int vertices, (int U, int V, long Weight)[] edges, int source)
    {
        if (vertices < 0) throw new ArgumentOutOfRangeException(nameof(vertices));
        if ((uint)source >= (uint)vertices) throw new ArgumentOutOfRangeException(nameof(source));
        int[] first = new int[vertices], next = new int[edges.Length];
        Array.Fill(first, -1);
        for (int i = 0; i < edges.Length; i++)
        {
            if ((uint)edges[i].U >= (uint)vertices || (uint)edges[i].V >= (uint)vertices) throw new ArgumentOutOfRangeException(nameof(edges));
            if (edges[i].Weight < 0) throw new ArgumentException("weight");
            next[i] = first[edges[i].U];
            first[edges[i].U] = i;
        }
        Int128[] d = new Int128[vertices];
        int[] via = new int[vertices];
        Array.Fill(via, -1);
        bool[] seen = new bool[vertices];
        seen[source] = true;
        PriorityQueue<int, Int128> heap = new();
        heap.Enqueue(source, 0);
        while (heap.Count > 0)
        {
            int u = heap.Dequeue();
            if (d[u] > long.MaxValue) throw new OverflowException();
            for (int i = first[u]; i >= 0; i = next[i])
            {
                int v = edges[i].V;
                if (seen[v]) continue;
                seen[v] = true;
                d[v] = d[u] + edges[i].Weight;
                via[v] = u;
                heap.Enqueue(v, d[v]);
            }
        }
        for (int v = 0; v < vertices; v++) if (!seen[v]) d[v] = -1;
        return new(d, via);
    }

    public long? DistanceTo(int vertex)
    {
        if ((uint)vertex >= (uint)d.Length) throw new ArgumentOutOfRangeException(nameof(vertex));
        return d[vertex] < 0 ? null : (long)d[vertex];
    }

    public int[]? PathTo(int vertex)
    {
        if (DistanceTo(vertex) is null) return null;
        LinkedList<int> path = new();
        for (; vertex >= 0; vertex = via[vertex]) path.AddFirst(vertex);
        return path.ToArray();
    }
}
