using System.Xml.Linq;

namespace Etudes.Dojo;

/// <summary>A graph on a circle: chosen edges are thick, what is wrong is marked, words stand below the vertices.</summary>
internal static class GraphDrawing
{
    private const int MostVertices = 12, MostEdges = 30;

    /// <param name="chosen">The places of the edges to draw thick.</param>
    /// <param name="wrong">What is wrong with them, or null.</param>
    /// <param name="notes">A word below each vertex, or null.</param>
    /// <param name="differs">The vertex whose word is wrong, or null.</param>
    public static Drawing Of(GraphShape graph, IReadOnlyList<int> chosen, ChosenEdges? wrong = null, IReadOnlyList<string>? notes = null, int? differs = null)
    {
        int[] important = [.. (wrong?.Important ?? []).Concat(chosen).Concat(Enumerable.Range(0, graph.Edges.Count)).Distinct()];
        int[] looked = [.. new[] { differs, graph.From }.OfType<int>()];
        int[] vertices = [.. looked.Concat(important.SelectMany(i => new[] { graph.Edges[i].U, graph.Edges[i].V })).Concat(Enumerable.Range(0, graph.Vertices)).Distinct().Take(MostVertices).Order()];
        int[] edges = [.. important.Where(i => vertices.Contains(graph.Edges[i].U) && vertices.Contains(graph.Edges[i].V)).Take(MostEdges).Order()];
        if (vertices.Length == 0) return new(100, 20, [Svg.Text("word", 0, 10, "no vertices")]);

        var layout = new GraphLayout(vertices, isWide: edges.Any(i => graph.Edges[i].U == graph.Edges[i].V || Lane(graph, edges, i) != 0));
        double along = vertices.Length > 4 ? 0.36 : 0.5;
        List<XElement> lines = [], words = [];
        foreach (int i in edges)
        {
            var edge = graph.Edges[i];
            var line = layout.Edge(edge.U, edge.V, Lane(graph, edges, i), edge.U == edge.V ? 0.5 : along);
            string kind = wrong?.KindOf(i) is { } marked and not "edge" ? marked : chosen.Contains(i) ? "edge chosen" : "edge";
            lines.Add(Svg.Path(kind, line.Path));
            if (graph.Directed) lines.Add(Svg.Path($"head {kind}", line.Head));
            if (edge.Weight != "") words.Add(Svg.Number("weight", line.X, line.Y, edge.Weight));
        }
        foreach (int v in vertices)
        {
            var (x, y) = layout.Of(v);
            lines.Add(Svg.Circle(v == differs ? "vertex differs" : "vertex", x, y, GraphLayout.Radius));
            if (v == graph.From) lines.Add(Svg.Circle("vertex from", x, y, GraphLayout.Radius - 4));
            lines.Add(Svg.Text("item", x, y, $"{v}"));
            if (notes is not null && notes[v] != "") words.Add(Svg.Number(v == differs ? "note wrong" : "note", x, y + GraphLayout.Radius + 11, notes[v]));
        }
        string cut = vertices.Length < graph.Vertices ? $"{vertices.Length} of {graph.Vertices} vertices" : edges.Length < graph.Edges.Count ? $"{edges.Length} of {graph.Edges.Count} edges" : "";
        return new(layout.Width, layout.Height, [.. lines, .. words], cut);
    }

    /// <summary>Edges between the same two pass beside each other: -0.5 and 0.5, or -1, 0 and 1; loops 0, 1, 2.</summary>
    private static double Lane(GraphShape graph, int[] edges, int edge)
    {
        var (u, v) = (graph.Edges[edge].U, graph.Edges[edge].V);
        int[] same = [.. edges.Where(i => (graph.Edges[i].U, graph.Edges[i].V) == (u, v) || (graph.Edges[i].V, graph.Edges[i].U) == (u, v))];
        int at = Array.IndexOf(same, edge);
        return u == v ? at : at - (same.Length - 1) / 2.0;
    }
}
