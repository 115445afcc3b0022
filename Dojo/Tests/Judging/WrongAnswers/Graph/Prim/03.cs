// The priority of an offer is the whole way from the root, as in Dijkstra, not the weight of the edge.
namespace Etudes.Graph;

public abstract class Prim : IPrim
{
    public static (int[] Edges, long Total) Forest(int vertices, (int U, int V, long Weight)[] edges)
    {
        if (vertices < 0) throw new ArgumentOutOfRangeException(nameof(vertices));
        var lists = Enumerable.Range(0, vertices).Select(_ => new List<(int To, int Id)>()).ToArray();
        for (int i = 0; i < edges.Length; i++)
        {
            var e = edges[i];
            if (e.U < 0 || e.U >= vertices || e.V < 0 || e.V >= vertices) throw new ArgumentOutOfRangeException(nameof(edges));
            lists[e.U].Add((e.V, i));
            if (e.U != e.V) lists[e.V].Add((e.U, i));
        }
        var inside = new bool[vertices];
        var ids = new List<int>();
        for (int s = 0; s < vertices; s++)
        {
            if (inside[s]) continue;
            var set = new SortedSet<(Int128 Key, int Id, int To)>();
            Grow(s, 0);
            while (set.Count > 0)
            {
                var (key, id, to) = set.Min;
                set.Remove((key, id, to));
                if (inside[to]) continue;
                ids.Add(id);
                Grow(to, key);
            }

            void Grow(int v, Int128 way)
            {
                inside[v] = true;
                foreach (var (to, id) in lists[v])
                    if (!inside[to]) set.Add((way + edges[id].Weight, id, to));
            }
        }
        Int128 total = 0;
        ids.ForEach(i => total += edges[i].Weight);
        return (ids.ToArray(), checked((long)total));
    }
}
