// What comes out of the heap is not asked whether its vertex has joined in the meantime.
namespace Etudes.Graph;

public abstract class Prim : IPrim
{
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        int[] start = new int[vertices + 1];
        foreach (var (u, v, _) in edges)
        {
            if (u < 0 || u >= vertices || v < 0 || v >= vertices) throw new ArgumentOutOfRangeException(nameof(edges));
            start[u]++;
            start[v]++;
        }
        for (int i = 1; i <= vertices; i++) start[i] += start[i - 1];
        int[] ends = new int[2 * edges.Length];
        for (int i = 0; i < edges.Length; i++)
        {
            ends[--start[edges[i].U]] = i;
            ends[--start[edges[i].V]] = i;
        }

        bool[] joined = new bool[vertices];
        List<int> forest = [];
        Int128 sum = 0;
        PriorityQueue<(int Edge, int Vertex), long> offers = new();
        for (int root = 0; root < vertices; root++)
        {
            if (joined[root]) continue;
            Join(root);
            while (offers.TryDequeue(out var offer, out long weight))
            {
                forest.Add(offer.Edge);
                sum += weight;
                Join(offer.Vertex);
            }
        }
        return ([.. forest], checked((long)sum));

        void Join(int v)
        {
            if (joined[v]) return;
            joined[v] = true;
            for (int at = start[v]; at < start[v + 1]; at++)
            {
                var e = edges[ends[at]];
                int other = e.U ^ e.V ^ v;
                if (!joined[other]) offers.Enqueue((ends[at], other), e.Weight);
            }
        }
    }
}
