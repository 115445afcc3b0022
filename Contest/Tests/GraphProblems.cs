using static Etudes.Contest.ContestProblem;

namespace Etudes.Contest;

/// <summary>Inputs and outputs of the contest programs about graphs.</summary>
internal static class GraphProblems
{
    private const int SmallEnough = 8; // for brute force
    private const int Prime = 998_244_353;

    public static string DrawUnions(Random random, int size)
    {
        int n = random.Next(1, size + 1), q = random.Next(1, 2 * size + 1);
        return Lines($"{n} {q}", q, _ => $"{random.Next(2)} {random.Next(n)} {random.Next(n)}");
    }

    public static void CheckUnions(Queue<long> input, long[][] lines)
    {
        var label = Enumerable.Range(0, (int)input.Dequeue()).ToArray();
        var expected = new List<long[]>();
        for (long q = input.Dequeue(); q > 0; q--)
        {
            var (query, u, v) = (input.Dequeue(), label[input.Dequeue()], label[input.Dequeue()]);
            if (query == 1) expected.Add([u == v ? 1 : 0]);
            else for (int x = 0; x < label.Length; x++) if (label[x] == u) label[x] = v;
        }
        Assert.Equal(expected, lines);
    }

    /// <summary>Half of what is told follows from values that the numbers have.</summary>
    public static string DrawDifferences(Random random, int size)
    {
        int n = random.Next(1, size + 1), q = random.Next(1, 2 * size + 1);
        int[] values = [.. Enumerable.Range(0, n).Select(_ => random.Next(Prime))];
        return Lines($"{n} {q}", q, _ =>
        {
            int u = random.Next(n), v = random.Next(n);
            long told = random.Next(2) == 0 ? random.Next(Prime) : ((long)values[u] - values[v] + Prime) % Prime;
            return random.Next(2) == 0 ? $"1 {u} {v}" : $"0 {u} {v} {told}";
        });
    }

    /// <summary>Each number has its value, from the first of its set on; who joins two sets gives one of them new values.</summary>
    public static void CheckDifferences(Queue<long> input, long[][] lines)
    {
        var (set, value) = (Enumerable.Range(0, (int)input.Dequeue()).ToArray(), new Dictionary<int, long>());
        var expected = new List<long[]>();
        for (long q = input.Dequeue(); q > 0; q--)
        {
            var (query, u, v) = (input.Dequeue(), (int)input.Dequeue(), (int)input.Dequeue());
            long told = query == 0 ? input.Dequeue() : 0, difference = Rest(value.GetValueOrDefault(u) - value.GetValueOrDefault(v));
            bool known = set[u] == set[v];
            expected.Add([query == 1 ? known ? difference : -1 : !known || difference == told ? 1 : 0]);
            if (query == 1 || known) continue;
            int joining = set[u];
            for (int x = 0; x < set.Length; x++)
                if (set[x] == joining) (set[x], value[x]) = (set[v], Rest(value.GetValueOrDefault(x) + told - difference));
        }
        Assert.Equal(expected, lines);

        static long Rest(long number) => (number % Prime + Prime) % Prime;
    }

    public static string DrawConnected(Random random, int size)
    {
        int n = random.Next(1, size + 1), m = n - 1 + random.Next(n + 1), most = Most(random);
        var edges = Enumerable.Range(0, m).Select(i => i < n - 1 ? $"{i + 1} {random.Next(i + 1)}" : $"{random.Next(n)} {random.Next(n)}").ToArray();
        random.Shuffle(edges);
        return Lines($"{n} {m}", m, i => $"{edges[i]} {random.Next(most)}");
    }

    public static string DrawGraph(Random random, int size)
    {
        int n = random.Next(size + 1), m = n == 0 ? 0 : random.Next(2 * n + 1);
        long most = Most(random) * 1_000_000L;
        return Lines($"{n} {m}", m, _ => $"{random.Next(n)} {random.Next(n)} {random.NextInt64(-most, most)}");
    }

    public static string DrawRoutes(Random random, int size)
    {
        int n = random.Next(2, size + 2), m = random.Next(1, 3 * n), most = Most(random);
        return Lines($"{n} {m} {random.Next(n)} {random.Next(n)}", m, _ => $"{random.Next(n)} {random.Next(n)} {random.Next(most)}");
    }

    /// <summary>A tree from the root and other edges; in a large one none of these is lighter than the tree's edge to the same vertex.</summary>
    public static string DrawRooted(Random random, int size)
    {
        int n = random.Next(1, size + 1), m = n - 1 + random.Next(n + 1), most = Most(random);
        int[] vertices = [.. Enumerable.Range(0, n)], entry = new int[n];
        random.Shuffle(vertices);
        var edges = new string[m];
        for (int i = 1; i < n; i++) edges[i - 1] = $"{vertices[random.Next(i)]} {vertices[i]} {entry[vertices[i]] = random.Next(most)}";
        for (int i = n - 1; i < m; i++)
        {
            int v = random.Next(n);
            edges[i] = $"{random.Next(n)} {v} {random.Next(n <= SmallEnough ? 0 : entry[v], most)}";
        }
        random.Shuffle(edges);
        return Lines($"{n} {m} {vertices[0]}", m, i => edges[i]);
    }

    public static void CheckTree(Queue<long> input, long[][] lines)
    {
        var (n, edges) = GraphOf(input);
        Assert.Equal((2, 1, n - 1), (lines.Length, lines[0].Length, lines[1].Length));
        MustBeMinimal(n, edges, lines[0][0], lines[1]);
    }

    public static void CheckForest(Queue<long> input, long[][] lines)
    {
        var (n, edges) = GraphOf(input);
        Assert.Equal((2, 2), (lines.Length, lines[0].Length));
        Assert.Equal(n - lines[1].Length, lines[0][0]);
        MustBeMinimal(n, edges, lines[0][1], lines[1]);
    }

    /// <summary>A spanning forest is minimal just when no edge left out is lighter than one on the way between its ends.</summary>
    private static void MustBeMinimal(int n, (int U, int V, long Weight)[] edges, long total, long[] chosen)
    {
        Assert.Equal(total, chosen.Sum(i => edges[i].Weight));
        var (tree, depth, above) = (new int[n], new int[n], new (int Vertex, long Weight)[n]);
        var around = chosen.SelectMany(i => ((int From, int To, long Weight)[])[(edges[i].U, edges[i].V, edges[i].Weight), (edges[i].V, edges[i].U, edges[i].Weight)])
            .ToLookup(edge => edge.From);
        Array.Fill(tree, -1);
        var queue = new Queue<int>();
        int trees = 0;
        for (int root = 0; root < n; root++)
        {
            if (tree[root] >= 0) continue;
            tree[root] = trees++;
            for (queue.Enqueue(root); queue.TryDequeue(out int u);)
                foreach (var (_, v, weight) in around[u])
                {
                    if (tree[v] >= 0) continue;
                    (tree[v], depth[v], above[v]) = (tree[u], depth[u] + 1, (u, weight));
                    queue.Enqueue(v);
                }
        }
        Assert.Equal(n - trees, chosen.Length); // no cycle
        foreach (var (from, to, weight) in edges)
        {
            Assert.Equal(tree[from], tree[to]);
            for (int u = from, v = to; u != v;)
            {
                if (depth[u] < depth[v]) (u, v) = (v, u);
                Assert.True(above[u].Weight <= weight, $"{from}-{to}:{weight} is lighter than {u}-{above[u].Vertex}:{above[u].Weight}");
                u = above[u].Vertex;
            }
        }
    }

    public static void CheckPath(Queue<long> input, long[][] lines)
    {
        int n = (int)input.Dequeue(), m = (int)input.Dequeue(), s = (int)input.Dequeue(), t = (int)input.Dequeue();
        var edges = Edges(m, input);
        var distance = new long?[n];
        distance[s] = 0;
        for (bool changed = true; changed;) // Bellman and Ford
        {
            changed = false;
            foreach (var (u, v, weight) in edges)
                if (distance[u] + weight is { } length && !(distance[v] <= length)) (distance[v], changed) = (length, true);
        }
        if (distance[t] is not { } shortest)
        {
            Assert.Equal([[-1]], lines);
            return;
        }
        Assert.Equal([shortest, lines.Length - 1], lines[0]);
        long sum = 0, at = s;
        foreach (long[] step in lines[1..])
        {
            Assert.Equal((2, at), (step.Length, step[0]));
            sum += edges.Where(edge => (edge.U, edge.V) == (step[0], step[1])).Min(edge => edge.Weight);
            at = step[1];
        }
        Assert.Equal((shortest, t), (sum, at));
    }

    public static void CheckArborescence(Queue<long> input, long[][] lines)
    {
        int n = (int)input.Dequeue(), m = (int)input.Dequeue(), root = (int)input.Dequeue();
        var entries = Edges(m, input).ToLookup(edge => edge.V);
        Assert.Equal((2, 1, n), (lines.Length, lines[0].Length, lines[1].Length));
        int[] parent = [.. lines[1].Select(p => (int)p)];
        Assert.Equal(root, parent[root]);
        Assert.True(LeadsToAll(parent, root));
        int[] others = [.. Enumerable.Range(0, n).Where(v => v != root)];
        Assert.Equal(lines[0][0], others.Sum(v => entries[v].Where(edge => edge.U == parent[v]).Min(edge => edge.Weight)));
        // A large input is drawn so that the lightest entries make a tree.
        Assert.Equal(n <= SmallEnough ? Least(others.Length) : others.Sum(v => entries[v].Min(edge => edge.Weight)), lines[0][0]);

        long? Least(int left) => left == 0
            ? LeadsToAll(parent, root) ? 0 : null
            : entries[others[left - 1]].Min(edge =>
            {
                parent[others[left - 1]] = edge.U;
                return edge.Weight + Least(left - 1);
            });
    }

    private static bool LeadsToAll(int[] parent, int root) => Enumerable.Range(0, parent.Length).All(v =>
    {
        for (int steps = 0; v != root && steps < parent.Length; steps++) v = parent[v];
        return v == root;
    });

    private static (int Vertices, (int U, int V, long Weight)[] Edges) GraphOf(Queue<long> input)
    {
        int n = (int)input.Dequeue(), m = (int)input.Dequeue();
        return (n, Edges(m, input));
    }

    private static (int U, int V, long Weight)[] Edges(int count, Queue<long> input) =>
        [.. Enumerable.Range(0, count).Select(_ => ((int)input.Dequeue(), (int)input.Dequeue(), input.Dequeue()))];
}
