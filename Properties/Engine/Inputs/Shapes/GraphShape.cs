namespace Etudes.Engine;

/// <summary>Vertices 0..n-1 and edges, some of them chosen.</summary>
/// <param name="Chosen">The places, from 0, of the edges that the answer has chosen; null where it chooses none.</param>
/// <param name="Right">A right choice, by the law's own model; null where the law does not say.</param>
/// <param name="Swap">What makes the choice a worse one than it could be; null where nothing does, or the law does not say.</param>
/// <param name="From">The vertex from which the others were looked at; null where there is none.</param>
/// <param name="Notes">The right word at each vertex, its distance, say; null where there is nothing to say.</param>
/// <param name="Found">The answer's word at each vertex, empty where it was not asked; null as the notes are.</param>
public sealed record GraphShape(int Vertices, bool Directed, IReadOnlyList<EdgeShape> Edges, IReadOnlyList<int>? Chosen,
    IReadOnlyList<int>? Right = null, SwapShape? Swap = null, int? From = null, IReadOnlyList<string>? Notes = null, IReadOnlyList<string>? Found = null) : Shape
{
    /// <returns>Null where an edge leads to a vertex that there is not.</returns>
    public static GraphShape? Of(int vertices, (int U, int V, long Weight)[] edges, bool directed, IEnumerable<int>? chosen = null, IEnumerable<int>? right = null) =>
        edges.Length >= TooMany || vertices < 0 || edges.Any(edge => Math.Min(edge.U, edge.V) < 0 || Math.Max(edge.U, edge.V) >= vertices) ? null
        : new(vertices, directed, [.. edges.Select(edge => new EdgeShape(edge.U, edge.V, Show.Of(edge.Weight)))], Known(chosen, edges), Known(right, edges));

    private static int[]? Known(IEnumerable<int>? chosen, (int U, int V, long Weight)[] edges) =>
        chosen?.Distinct().Where(i => 0 <= i && i < edges.Length).ToArray();
}

/// <summary>A chosen edge, and a better one that could stand in its place: by their places, from 0.</summary>
public sealed record SwapShape(int Chosen, int Better);

/// <param name="Weight">As text: JSON's readers keep only 53 bits of a number. Empty where edges have no weights.</param>
public sealed record EdgeShape(int U, int V, string Weight);
