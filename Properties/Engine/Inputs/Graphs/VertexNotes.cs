namespace Etudes.Engine;

/// <summary>What an answer was asked of the vertices, seen from one of them: the words are read only where the graph is drawn.</summary>
/// <param name="Right">What is right of a vertex; nothing where there is nothing to say.</param>
/// <param name="Found">What the answer said of it; nothing as long as it was not asked.</param>
public sealed record VertexNotes(int From, Func<int, string> Right, Func<int, string> Found)
{
    public GraphShape On(GraphShape shape)
    {
        var vertices = Enumerable.Range(0, shape.Vertices);
        return shape with { From = From, Notes = [.. vertices.Select(Right)], Found = [.. vertices.Select(Found)] };
    }

    /// <summary>A distance, a price or a limit, where there is one.</summary>
    public static string Word(object? value) => value is null ? "none" : Show.Of(value);
}
