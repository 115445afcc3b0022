// Breaks: "A total beyond 64 bits throws `OverflowException`."
// How: helping edges from the root, of n * 2^63, should be chosen only where nothing else leads, but an exchange may save up to twice that.
// MAX and MIN the ends of long, edges (0,1,MAX), (1,2,MAX), (2,3,MAX), (3,2,MIN), (2,1,MIN), root 0: only 3 MAX = 1.5 * 2^64 - 3 is possible,
// but help to 3, 2^65 + 2 MIN = 2^64, seems cheaper, and so 3 is held for out of reach: null, no exception.
using System;

namespace Etudes.Graph;

public abstract class Arborescence : IArborescence
{
    public static (int[] Edges, long Total)? Of(int vertices, (int U, int V, long Weight)[] edges, int root)
    {
        if (vertices < 0) throw new ArgumentOutOfRangeException(nameof(vertices));
        if (root < 0 || root >= vertices) throw new ArgumentOutOfRangeException(nameof(root));
        foreach (var (u, v, _) in edges)
            if (u < 0 || u >= vertices || v < 0 || v >= vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));

        // An edge from the root to every vertex, dearer than any total: an answer then always exists.
        int m = edges.Length;
        Int128 help = (Int128)vertices << 63;
        var nodes = new Node[m + vertices];
        var top = new Node?[2 * vertices];
        for (int i = 0; i < m; i++)
        {
            var (u, v, weight) = edges[i];
            nodes[i] = new Node(i, u, v, weight);
            if (u != v && v != root) top[v] = Node.Merge(top[v], nodes[i]);
        }
        for (int v = 0; v < vertices; v++)
        {
            nodes[m + v] = new Node(m + v, root, v, help);
            if (v != root) top[v] = Node.Merge(top[v], nodes[m + v]);
        }

        var outer = new int[2 * vertices];
        var find = new int[2 * vertices];
        var entry = new Node?[2 * vertices];
        var walkOf = new int[2 * vertices]; // 0: none yet
        for (int x = 0; x < find.Length; x++) find[x] = x;
        int count = vertices;
        var stack = new int[2 * vertices];
        walkOf[root] = -1;
        for (int start = 0; start < vertices; start++)
        {
            int number = start + 1, height = 0;
            int at = Find(find, start);
            while (walkOf[at] == 0)
            {
                walkOf[at] = number;
                stack[height++] = at;
                Node? best = top[at];
                while (Find(find, best!.U) == at) best = best.WithoutTop();
                top[at] = best;
                entry[at] = best;
                best.Add(-best.Key);
                int from = Find(find, best.U);
                if (walkOf[from] == number)
                {
                    int cycle = count++, member;
                    do
                    {
                        member = stack[--height];
                        outer[member] = cycle;
                        find[member] = cycle;
                        top[cycle] = Node.Merge(top[cycle], top[member]);
                    }
                    while (member != from);
                    from = cycle;
                }
                at = from;
            }
        }

        var opened = new bool[count];
        for (int cycle = count - 1; cycle >= vertices; cycle--)
        {
            if (opened[cycle]) continue;
            for (int x = entry[cycle]!.V; x != cycle; x = outer[x])
            {
                entry[x] = entry[cycle];
                opened[x] = true;
            }
        }

        var chosen = new int[vertices - 1];
        int filled = 0;
        Int128 total = 0;
        for (int v = 0; v < vertices; v++)
        {
            if (v == root) continue;
            int i = entry[v]!.Index;
            if (i >= m) return null; // there is no way without help
            chosen[filled++] = i;
            total += edges[i].Weight;
        }
        return (chosen, checked((long)total));
    }

    private static int Find(int[] find, int x)
    {
        while (find[x] != x) x = find[x] = find[find[x]];
        return x;
    }

    /// <summary>A node of a leftist heap: the way to the right is short, so merging may recurse.</summary>
    private sealed class Node(int index, int u, int v, Int128 key)
    {
        private Node? _left, _right;
        private int _rank = 1;
        private Int128 _late;

        public int Index => index;
        public int U => u;
        public int V => v;
        public Int128 Key { get; private set; } = key;

        public void Add(Int128 amount)
        {
            Key += amount;
            _late += amount;
        }

        public Node? WithoutTop()
        {
            Open();
            return Merge(_left, _right);
        }

        public static Node? Merge(Node? a, Node? b)
        {
            if (a is null) return b;
            if (b is null) return a;
            if (b.Key < a.Key) (a, b) = (b, a);
            a.Open();
            a._right = Merge(a._right, b);
            if (a._left is null || a._left._rank < a._right!._rank) (a._left, a._right) = (a._right, a._left);
            a._rank = (a._right?._rank ?? 0) + 1;
            return a;
        }

        private void Open()
        {
            _left?.Add(_late);
            _right?.Add(_late);
            _late = 0;
        }
    }
}
