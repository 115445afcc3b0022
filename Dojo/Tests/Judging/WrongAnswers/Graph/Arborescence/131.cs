// "reduced costs must not overflow": they are kept in long and wrap round, so with weights near both ends of long a wrong edge enters a cycle and the total is not the least.
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

        var heaps = new Heaps(edges);
        var sets = new Sets(vertices);
        int[] heap = new int[vertices];
        Array.Fill(heap, -1);
        for (int e = 0; e < edges.Length; e++)
            if (edges[e].U != edges[e].V)
                heap[edges[e].V] = heaps.Merge(heap[edges[e].V], e);

        int[] seen = new int[vertices], path = new int[vertices], taken = new int[vertices], enter = new int[vertices];
        Array.Fill(seen, -1);
        Array.Fill(enter, -1);
        seen[root] = root;
        var cycles = new Stack<(int Node, int Time, int[] Edges)>();

        for (int start = 0; start < vertices; start++)
        {
            int at = start, length = 0;
            while (seen[at] < 0)
            {
                // Edges from inside a contracted cycle are of no use any more.
                while (heap[at] >= 0 && sets.Find(edges[heap[at]].U) == at) heap[at] = heaps.Pop(heap[at]);
                if (heap[at] < 0) return null;

                int edge = heap[at];
                heaps.Add(edge, -heaps.Cost(edge));
                heap[at] = heaps.Pop(edge);
                taken[length] = edge;
                path[length++] = at;
                seen[at] = start;
                at = sets.Find(edges[edge].U);
                if (seen[at] != start) continue;

                int end = length, time = sets.Time, merged = -1, node;
                do
                {
                    node = path[--length];
                    merged = heaps.Merge(merged, heap[node]);
                }
                while (sets.Union(at, node));
                at = sets.Find(at);
                heap[at] = merged;
                seen[at] = -1;
                cycles.Push((at, time, taken[length..end]));
            }
            for (int i = 0; i < length; i++) enter[sets.Find(edges[taken[i]].V)] = taken[i];
        }

        while (cycles.TryPop(out var cycle))
        {
            sets.Rollback(cycle.Time);
            int entering = enter[cycle.Node];
            foreach (int e in cycle.Edges) enter[sets.Find(edges[e].V)] = e;
            enter[sets.Find(edges[entering].V)] = entering;
        }

        var result = new int[vertices - 1];
        int count = 0;
        Int128 total = 0;
        for (int v = 0; v < vertices; v++)
        {
            if (v == root) continue;
            result[count++] = enter[v];
            total += edges[enter[v]].Weight;
        }
        return (result, checked((long)total));
    }

    // Skew heaps whose nodes are the edges; a whole heap can be lowered at once.
    private sealed class Heaps
    {
        private readonly long[] _cost, _lazy;
        private readonly int[] _left, _right;

        public Heaps((int U, int V, long Weight)[] edges)
        {
            _cost = new long[edges.Length];
            _lazy = new long[edges.Length];
            _left = new int[edges.Length];
            _right = new int[edges.Length];
            Array.Fill(_left, -1);
            Array.Fill(_right, -1);
            for (int e = 0; e < edges.Length; e++) _cost[e] = edges[e].Weight;
        }

        public long Cost(int node) => _cost[node];

        public void Add(int node, long change)
        {
            if (node < 0) return;
            _cost[node] += change;
            _lazy[node] += change;
        }

        private void Pass(int node)
        {
            if (_lazy[node] == 0) return;
            Add(_left[node], _lazy[node]);
            Add(_right[node], _lazy[node]);
            _lazy[node] = 0;
        }

        public int Pop(int node)
        {
            Pass(node);
            return Merge(_left[node], _right[node]);
        }

        public int Merge(int a, int b)
        {
            int top = -1, parent = -1;
            while (a >= 0 && b >= 0)
            {
                if (_cost[b] < _cost[a]) (a, b) = (b, a);
                Pass(a);
                if (parent < 0) top = a;
                else _left[parent] = a;
                int rest = _right[a];
                _right[a] = _left[a];
                parent = a;
                a = rest;
            }
            int last = a >= 0 ? a : b;
            if (parent < 0) return last;
            _left[parent] = last;
            return top;
        }
    }

    private sealed class Sets
    {
        private readonly int[] _parent, _size;
        private readonly Stack<int> _joined = new();

        public Sets(int n)
        {
            _parent = new int[n];
            _size = new int[n];
            for (int i = 0; i < n; i++) (_parent[i], _size[i]) = (i, 1);
        }

        public int Time => _joined.Count;

        public int Find(int x)
        {
            while (_parent[x] != x) x = _parent[x];
            return x;
        }

        public bool Union(int x, int y)
        {
            (x, y) = (Find(x), Find(y));
            if (x == y) return false;
            if (_size[x] < _size[y]) (x, y) = (y, x);
            _parent[y] = x;
            _size[x] += _size[y];
            _joined.Push(y);
            return true;
        }

        public void Rollback(int time)
        {
            while (_joined.Count > time)
            {
                int y = _joined.Pop();
                _size[_parent[y]] -= _size[y];
                _parent[y] = y;
            }
        }
    }
}
