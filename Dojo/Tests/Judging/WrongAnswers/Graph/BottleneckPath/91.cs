// Breaks: "A query in O(log n), whatever the shape of the forest."
// How: chains go on to the child with the most children of its own. A spine s(1)-s(2)-...-s(k), s(1) = vertex 0, where each s(i) also has
// a child with three leaves: the chain always turns off the spine (the next s has only two children), so Between(s(1), s(k)) takes k steps,
// k = 60 000 for n = 300 000. Paths, stars, caterpillars and random trees are fast.
using System;
using System.Collections.Generic;

namespace Etudes.Graph;

public sealed class BottleneckPath : IBottleneckPath<BottleneckPath>
{
    private readonly int[] _parent, _depth, _head, _place, _root;
    private readonly long[] _up;      // the weight of the edge to the parent
    private readonly long[] _toHead;  // the largest on the chain up to its head
    private readonly long[] _segments;

    private BottleneckPath(int n)
    {
        _parent = new int[n];
        _depth = new int[n];
        _head = new int[n];
        _place = new int[n];
        _root = new int[n];
        _up = new long[n];
        _toHead = new long[n];
        _segments = new long[2 * n];
    }

    public static BottleneckPath Of(int vertices, (int U, int V, long Weight)[] edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertices);
        foreach (var (u, v, _) in edges)
            if ((uint)u >= (uint)vertices || (uint)v >= (uint)vertices)
                throw new ArgumentOutOfRangeException(nameof(edges));

        var first = new int[vertices];
        Array.Fill(first, -1);
        var next = new List<(int To, long Weight, int Next)>(2 * vertices);
        foreach (int i in Forest(vertices, edges))
        {
            var (u, v, weight) = edges[i];
            next.Add((v, weight, first[u]));
            first[u] = next.Count - 1;
            next.Add((u, weight, first[v]));
            first[v] = next.Count - 1;
        }

        var result = new BottleneckPath(vertices);
        result.Hang(first, next);
        return result;
    }

    public long? Between(int u, int v)
    {
        if ((uint)u >= (uint)_parent.Length) throw new ArgumentOutOfRangeException(nameof(u));
        if ((uint)v >= (uint)_parent.Length) throw new ArgumentOutOfRangeException(nameof(v));
        if (_root[u] != _root[v]) return null;
        long largest = long.MinValue;
        while (_head[u] != _head[v])
        {
            if (_depth[_head[u]] < _depth[_head[v]]) (u, v) = (v, u);
            int head = _head[u];
            largest = Math.Max(largest, Math.Max(_toHead[u], _up[head]));
            u = _parent[head];
        }
        if (_place[u] > _place[v]) (u, v) = (v, u);
        int n = _parent.Length;
        for (int a = _place[u] + 1 + n, b = _place[v] + 1 + n; a < b; a >>= 1, b >>= 1)
        {
            if ((a & 1) == 1) largest = Math.Max(largest, _segments[a++]);
            if ((b & 1) == 1) largest = Math.Max(largest, _segments[--b]);
        }
        return largest;
    }

    private void Hang(int[] first, List<(int To, long Weight, int Next)> next)
    {
        int n = first.Length;
        var order = new int[n]; // parents before their children
        int count = 0;
        Array.Fill(_parent, -1);
        Array.Fill(_root, -1);
        for (int root = 0; root < n; root++)
        {
            if (_root[root] >= 0) continue;
            int read = count;
            _root[root] = root;
            _up[root] = long.MinValue;
            order[count++] = root;
            while (read < count)
            {
                int x = order[read++];
                for (int k = first[x]; k >= 0; k = next[k].Next)
                {
                    var (y, weight, _) = next[k];
                    if (_root[y] >= 0) continue;
                    _root[y] = root;
                    _parent[y] = x;
                    _depth[y] = _depth[x] + 1;
                    _up[y] = weight;
                    order[count++] = y;
                }
            }
        }

        // The child with the most children carries the chain on.
        var children = new int[n];
        foreach (int x in order)
            if (_parent[x] >= 0) children[_parent[x]]++;
        var heavy = new int[n];
        Array.Fill(heavy, -1);
        foreach (int x in order)
        {
            int p = _parent[x];
            if (p >= 0 && (heavy[p] < 0 || children[x] > children[heavy[p]])) heavy[p] = x;
        }

        int place = 0;
        foreach (int top in order)
        {
            if (_parent[top] >= 0 && heavy[_parent[top]] == top) continue;
            long largest = long.MinValue;
            for (int x = top; x >= 0; x = heavy[x])
            {
                if (x != top) largest = Math.Max(largest, _up[x]);
                _head[x] = top;
                _toHead[x] = largest;
                _place[x] = place;
                _segments[n + place++] = _up[x];
            }
        }
        for (int s = n - 1; s > 0; s--) _segments[s] = Math.Max(_segments[2 * s], _segments[2 * s + 1]);
    }

    private static List<int> Forest(int n, (int U, int V, long Weight)[] edges)
    {
        var keys = new long[edges.Length];
        var order = new int[edges.Length];
        for (int i = 0; i < edges.Length; i++)
        {
            keys[i] = edges[i].Weight;
            order[i] = i;
        }
        Array.Sort(keys, order);
        var link = new int[n];
        Array.Fill(link, -1);
        var kept = new List<int>();
        foreach (int i in order)
        {
            int a = Root(link, edges[i].U), b = Root(link, edges[i].V);
            if (a == b) continue;
            if (link[b] < link[a]) (a, b) = (b, a);
            link[a] += link[b];
            link[b] = a;
            kept.Add(i);
        }
        return kept;
    }

    private static int Root(int[] link, int x)
    {
        while (link[x] >= 0)
        {
            int up = link[x];
            if (link[up] >= 0) link[x] = link[up];
            x = up;
        }
        return x;
    }
}
