// the cost O(n + m log m) is broken: every contraction copies and scans all edges that still enter the cycle, so cycles that lie deep in cycles, with many edges into the innermost, cost O(n m).
namespace Etudes.Graph;

public abstract class Arborescence : IArborescence
{
    public static (int[] Edges, long Total)? Of(int vertices, (int U, int V, long Weight)[] edges, int root)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        if ((uint)root >= (uint)vertices) throw new ArgumentOutOfRangeException(nameof(root));
        foreach (var (u, v, _) in edges)
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));

        int limit = 2 * vertices;
        var into = new List<(int Edge, Int128 Cost)>?[limit];
        for (int e = 0; e < edges.Length; e++)
        {
            var (u, v, w) = edges[e];
            if (u != v && v != root) (into[v] ??= []).Add((e, w));
        }

        int[] parent = new int[limit], entering = new int[limit], seen = new int[limit], set = new int[limit];
        Array.Fill(seen, -1);
        for (int i = 0; i < limit; i++) set[i] = i;
        var price = new Int128[limit];
        int count = vertices;
        seen[root] = root;
        var path = new Stack<int>();

        for (int s = 0; s < vertices; s++)
        {
            path.Clear();
            int u = s;
            while (seen[u] < 0)
            {
                List<(int Edge, Int128 Cost)>? list = into[u];
                if (list is null || list.Count == 0) return null;
                (int e, Int128 least) = list[0];
                for (int i = 1; i < list.Count; i++)
                    if (list[i].Cost < least) (e, least) = list[i];

                entering[u] = e;
                price[u] = least;
                seen[u] = s;
                path.Push(u);
                int v = Find(set, edges[e].U);
                if (seen[v] != s)
                {
                    u = v;
                    continue;
                }

                // v is on the path: contract the cycle.
                int c = count++, w;
                var members = new List<int>();
                do
                {
                    w = path.Pop();
                    members.Add(w);
                    set[w] = c;
                    parent[w] = c;
                }
                while (w != v);

                var outside = new List<(int Edge, Int128 Cost)>();
                foreach (int member in members)
                {
                    foreach (var (edge, cost) in into[member]!)
                        if (Find(set, edges[edge].U) != c) outside.Add((edge, cost - price[member]));
                    into[member] = null;
                }
                into[c] = outside;
                u = c;
            }
        }

        // Open the cycles, the outermost first.
        bool[] done = new bool[limit];
        for (int c = count - 1; c >= vertices; c--)
        {
            if (done[c]) continue;
            int e = entering[c];
            for (int w = edges[e].V; w != c; w = parent[w])
            {
                entering[w] = e;
                done[w] = true;
            }
        }

        int[] result = new int[vertices - 1];
        int taken = 0;
        Int128 total = 0;
        for (int v = 0; v < vertices; v++)
        {
            if (v == root) continue;
            result[taken++] = entering[v];
            total += edges[entering[v]].Weight;
        }
        return (result, checked((long)total));
    }

    private static int Find(int[] set, int x)
    {
        while (set[x] != x) x = set[x] = set[set[x]];
        return x;
    }
}
