// When a cycle is contracted, the edges into it keep their full cost instead of the reduced one.
namespace Etudes.Graph;

public abstract class Arborescence : IArborescence
{
    // A leftist heap of the edges that enter a node, with a note of what is to be taken off.
    private sealed class Heap
    {
        public Heap? Left, Right;
        public int Rank = 1, Edge;
        public Int128 Key, Off;

        public void Settle()
        {
            Key = unchecked(Key - Off);
            if (Left != null) Left.Off = unchecked(Left.Off + Off);
            if (Right != null) Right.Off = unchecked(Right.Off + Off);
            Off = 0;
        }
    }

    private static Heap? Meld(Heap? a, Heap? b)
    {
        if (a == null) return b;
        if (b == null) return a;
        a.Settle();
        b.Settle();
        if (b.Key < a.Key) (a, b) = (b, a);
        a.Right = Meld(a.Right, b);
        if ((a.Left?.Rank ?? 0) < a.Right!.Rank) (a.Left, a.Right) = (a.Right, a.Left);
        a.Rank = 1 + (a.Right?.Rank ?? 0);
        return a;
    }

    public static (int[] Edges, long Total)? Of(int vertices, (int U, int V, long Weight)[] edges, int root)
    {
        if (vertices < 0) throw new ArgumentOutOfRangeException(nameof(vertices));
        if (root < 0 || root >= vertices) throw new ArgumentOutOfRangeException(nameof(root));
        foreach (var (u, v, _) in edges)
            if (u < 0 || u >= vertices || v < 0 || v >= vertices) throw new ArgumentOutOfRangeException(nameof(edges));

        // Every contraction makes a new node; nodes form a forest, whose leaves are the vertices.
        int most = 2 * vertices;
        int[] up = new int[most], set = new int[most], took = new int[most];
        Array.Fill(up, -1);
        Array.Fill(took, -1);
        for (int i = 0; i < most; i++) set[i] = i;
        int Find(int x)
        {
            while (set[x] != x) x = set[x] = set[set[x]];
            return x;
        }

        var entering = new Heap?[most];
        for (int i = 0; i < edges.Length; i++)
            entering[edges[i].V] = Meld(entering[edges[i].V], new Heap { Edge = i, Key = edges[i].Weight });

        var state = new byte[most];   // 0 new, 1 on the walk, 2 done
        state[root] = 2;
        int nodes = vertices;
        var walk = new Stack<int>();
        for (int start = 0; start < vertices; start++)
        {
            int x = Find(start);
            while (state[x] != 2)
            {
                if (state[x] == 1)
                {
                    // a cycle: everything on the walk down to x
                    int cycle = nodes++;
                    Heap? all = null;
                    int y;
                    do
                    {
                        y = walk.Pop();
                        up[y] = cycle;
                        set[y] = cycle;
                        if (entering[y] is { } h)
                        {
                            all = Meld(all, h);
                        }
                    } while (y != x);
                    entering[cycle] = all;
                    x = cycle;
                }
                // the cheapest edge from outside
                while (entering[x] is { } inner && Find(edges[inner.Edge].U) == x)
                {
                    inner.Settle();
                    entering[x] = Meld(inner.Left, inner.Right);
                }
                if (entering[x] is not { } best) return null;
                best.Settle();
                took[x] = best.Edge;
                state[x] = 1;
                walk.Push(x);
                x = Find(edges[best.Edge].U);
            }
            foreach (int y in walk) state[y] = 2;
            walk.Clear();
        }

        // Open the cycles, the youngest first: the edge that enters a node replaces what its vertex took on the way up.
        var result = new List<int>();
        Int128 total = 0;
        var opened = new bool[most];
        for (int node = nodes - 1; node >= 0; node--)
        {
            if (opened[node] || node == root || took[node] < 0) continue;
            int edge = took[node];
            result.Add(edge);
            total += edges[edge].Weight;
            for (int v = edges[edge].V; v >= 0 && !opened[v]; v = up[v]) opened[v] = true;
        }
        return (result.ToArray(), checked((long)total));
    }
}
