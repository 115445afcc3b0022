namespace Etudes.Dojo;

/// <summary>Vertices in a row, and below them a line per edge: chosen ones are double.</summary>
internal static class GraphSketch
{
    private const int MostVertices = 6, MostEdges = 10;

    public static IEnumerable<string> Of(GraphShape graph)
    {
        if (graph.Vertices is < 2 or > MostVertices || graph.Edges.Count is 0 or > MostEdges) yield break;
        int step = graph.Edges.Max(edge => edge.Weight.Length) + 5;
        yield return string.Concat(Enumerable.Range(0, graph.Vertices).Select(v => $"{v}".PadRight(step)));
        for (int i = 0; i < graph.Edges.Count; i++)
        {
            var (u, v, weight) = graph.Edges[i];
            int left = Math.Min(u, v), right = Math.Max(u, v);
            bool isChosen = graph.Chosen?.Contains(i) == true;
            string line = u == v ? $"o {weight}, a self-loop{(isChosen ? ", chosen" : "")}" : Line((right - left) * step - 1, weight, isChosen ? '=' : '-');
            if (graph.Directed && u < v) line = $"o{line[..^1]}>o";
            else if (graph.Directed && u > v) line = $"o<{line[1..]}o";
            else if (u != v) line = $"o{line}o";
            yield return $"{new string(' ', left * step)}{line}";
        }
        if (graph.Chosen is { Count: > 0 }) yield return "= chosen by your answer";
    }

    private static string Line(int length, string weight, char stroke)
    {
        int before = (length - weight.Length) / 2;
        return $"{new string(stroke, before)}{weight}{new string(stroke, length - weight.Length - before)}";
    }
}
