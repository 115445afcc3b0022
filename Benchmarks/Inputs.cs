using System.Runtime.InteropServices;

namespace Etudes;

/// <summary>The inputs that benchmarks share; the same each time.</summary>
internal static class Inputs
{
    /// <summary>Integers anywhere in int: "random", or the same ones "ascending" or "descending".</summary>
    public static int[] Numbers(int count, string order)
    {
        var random = new Random(1);
        var numbers = new int[count];
        for (int i = 0; i < count; i++) numbers[i] = random.Next(int.MinValue, int.MaxValue);
        if (order != "random") Array.Sort(numbers);
        if (order == "descending") Array.Reverse(numbers);
        return numbers;
    }

    /// <summary>A connected random graph: n - 1 edges of a random tree, the others anywhere, weights 0 .. 10^9.</summary>
    public static (int U, int V, long Weight)[] Graph(int vertices, int edges)
    {
        var random = new Random(1);
        var graph = new (int U, int V, long Weight)[edges];
        for (int i = 0; i < edges; i++)
            graph[i] = i + 1 < vertices ? (random.Next(i + 1), i + 1, random.Next(1_000_000_000))
                : (random.Next(vertices), random.Next(vertices), random.Next(1_000_000_000));
        random.Shuffle(graph);
        return graph;
    }

    /// <summary>Edges that lead forward in a random order of the vertices; if there is a cycle, one leads back along a path to its middle.</summary>
    public static (int U, int V)[] Forward(int vertices, int edges, bool cycle)
    {
        var random = new Random(1);
        int[] place = [.. Enumerable.Range(0, vertices)];
        random.Shuffle(place);
        var graph = new (int U, int V)[edges];
        for (int i = 0; i < edges; i++)
        {
            int u = i + 1 < vertices ? i : random.Next(vertices - 1), v = i + 1 < vertices ? i + 1 : random.Next(u + 1, vertices);
            graph[i] = (place[u], place[v]);
        }
        if (cycle) graph[^1] = (place[^1], place[vertices / 2]);
        random.Shuffle(graph);
        return graph;
    }

    /// <summary>As many rows as columns, a third of the cells walls, and so many sources.</summary>
    public static string[] Grid(int side, int sources)
    {
        var random = new Random(1);
        char[][] rows = [.. Enumerable.Range(0, side).Select(_ => Enumerable.Range(0, side).Select(_ => random.Next(3) == 0 ? '#' : '.').ToArray())];
        for (int i = 0; i < sources; i++) rows[random.Next(side)][random.Next(side)] = 'S';
        return [.. rows.Select(row => new string(row))];
    }

    /// <summary>Every edge that there can be, in random order, weights 0 .. 10^9.</summary>
    public static (int U, int V, long Weight)[] Complete(int vertices)
    {
        var random = new Random(1);
        var graph = new List<(int U, int V, long Weight)>();
        for (int v = 0; v < vertices; v++)
            for (int u = 0; u < v; u++) graph.Add((u, v, random.Next(1_000_000_000)));
        random.Shuffle(CollectionsMarshal.AsSpan(graph));
        return [.. graph];
    }

    /// <summary>A graph as contest programs read it: n and m, then u, v and the weight of each edge.</summary>
    public static void Write(string path, int vertices, (int U, int V, long Weight)[] edges) => File.WriteAllLines(path,
        [$"{vertices} {edges.Length}", .. edges.Select(edge => $"{edge.U} {edge.V} {edge.Weight}")]);
}
