// the total is added up in 64 bits, checked, so a total that fits throws OverflowException where a partial sum does not fit (e.g. two trees of negative weights near long.MinValue, then positive ones).
namespace Etudes.Graph;

public abstract class Prim : IPrim
{
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        foreach (var (u, v, _) in edges)
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));

        // Each edge stands in two chains, 2e in that of U and 2e + 1 in that of V.
        int[] head = new int[vertices], next = new int[2 * edges.Length];
        Array.Fill(head, -1);
        for (int e = 0; e < edges.Length; e++)
        {
            var (u, v, _) = edges[e];
            if (u == v) continue;
            (next[2 * e], head[u]) = (head[u], 2 * e);
            (next[2 * e + 1], head[v]) = (head[v], 2 * e + 1);
        }

        bool[] inTree = new bool[vertices];
        var crossing = new PriorityQueue<int, long>();
        var forest = new List<int>();
        long total = 0;
        for (int root = 0; root < vertices; root++)
        {
            if (inTree[root]) continue;
            Grow(root);
            while (crossing.TryDequeue(out int half, out long weight))
            {
                int end = half % 2 == 0 ? edges[half / 2].V : edges[half / 2].U;
                if (inTree[end]) continue;
                forest.Add(half / 2);
                total = checked(total + weight);
                Grow(end);
            }
        }
        return (forest.ToArray(), total);

        void Grow(int vertex)
        {
            inTree[vertex] = true;
            for (int half = head[vertex]; half >= 0; half = next[half])
            {
                int other = half % 2 == 0 ? edges[half / 2].V : edges[half / 2].U;
                if (!inTree[other]) crossing.Enqueue(half, edges[half / 2].Weight);
            }
        }
    }
}
