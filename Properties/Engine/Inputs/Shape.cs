using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Etudes.Engine;

/// <summary>
/// How an input or a result can be drawn: data of a few closed kinds, which crosses the pipe between worker and command. Whoever draws
/// it decides how.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(SequenceShape), "sequence")]
[JsonDerivedType(typeof(StepsShape), "steps")]
[JsonDerivedType(typeof(GraphShape), "graph")]
[JsonDerivedType(typeof(GridShape), "grid")]
[JsonDerivedType(typeof(BoxesShape), "boxes")]
public abstract record Shape
{
    /// <summary>The most bytes of JSON that a shape may take: nobody takes in a larger one at
    /// a glance.</summary>
    public const int Limit = 4096;

    /// <summary>So many items surely take more than that.</summary>
    protected const int TooMany = Limit / 2;

    /// <summary>The shape, or null where it is larger than <see cref="Limit"/>.</summary>
    [JsonIgnore]
    public Shape? WithinLimit => JsonSerializer.SerializeToUtf8Bytes(this, ShapeJson.Default.Shape).Length <= Limit ? this : null;

    /// <summary>The shape of a value that has one: an input, a sequence, rows of numbers.</summary>
    public static Shape? Of(object? value) => value switch
    {
        IDrawn drawn => drawn.Shape,
        string => null,
        IEnumerable<IReadOnlyList<double>> rows => GridShape.Of(rows),
        IEnumerable<IReadOnlyList<int>> rows => GridShape.Of(rows.Select(row => (IReadOnlyList<double>)[.. row])),
        IEnumerable items => SequenceShape.Of(items.Cast<object?>()),
        _ => null,
    };
}

/// <summary>Items in a row.</summary>
/// <param name="Marked">The places, from 0, of items to look at.</param>
public sealed record SequenceShape(IReadOnlyList<string> Items, IReadOnlyList<int> Marked) : Shape
{
    /// <param name="marked">Places beyond the last item mean that one is missing there.</param>
    public static SequenceShape? Of(IEnumerable<object?> items, params int[] marked)
    {
        object?[] some = [.. items.Take(TooMany)];
        return some.Length == TooMany ? null : new([.. some.Select(Show.Of)], marked);
    }
}

/// <summary>Operations one after the other.</summary>
public sealed record StepsShape(IReadOnlyList<StepShape> Steps) : Shape;

/// <param name="Text">push 3.</param>
/// <param name="Held">What should be held after the step, smallest first, by the law's own model; null where the law does not say.</param>
public sealed record StepShape(string Text, IReadOnlyList<string>? Held);

/// <summary>Vertices 0..n-1 and edges, some of them chosen.</summary>
/// <param name="Chosen">The places, from 0, of the chosen edges.</param>
public sealed record GraphShape(int Vertices, bool Directed, IReadOnlyList<EdgeShape> Edges, IReadOnlyList<int> Chosen) : Shape
{
    /// <returns>Null where an edge leads to a vertex that there is not.</returns>
    public static GraphShape? Of(int vertices, (int U, int V, long Weight)[] edges, bool directed, params IEnumerable<int> chosen) =>
        edges.Length >= TooMany || vertices < 0 || edges.Any(edge => Math.Min(edge.U, edge.V) < 0 || Math.Max(edge.U, edge.V) >= vertices) ? null
        : new(vertices, directed, [.. edges.Select(edge => new EdgeShape(edge.U, edge.V, Show.Of(edge.Weight)))], [.. chosen.Distinct().Where(i => 0 <= i && i < edges.Length)]);
}

/// <param name="Weight">As text: JSON's readers keep only 53 bits of a number. Empty where edges have no weights.</param>
public sealed record EdgeShape(int U, int V, string Weight);

/// <summary>Numbers in rows, of one length or not.</summary>
/// <param name="Marked">The numbers to look at.</param>
public sealed record GridShape(IReadOnlyList<IReadOnlyList<double>> Rows, IReadOnlyList<CellShape> Marked) : Shape
{
    public static GridShape? Of(IEnumerable<IReadOnlyList<double>> rows, params CellShape[] marked)
    {
        IReadOnlyList<double>[] some = [.. rows.Take(TooMany)];
        return some.Length == TooMany || some.Sum(row => (long)row.Count) >= TooMany ? null : new(some, marked);
    }
}

public sealed record CellShape(int Row, int Column);

/// <summary>Boxes over a grid of cells.</summary>
public sealed record BoxesShape(int Rows, int Columns, IReadOnlyList<BoxShape> Boxes) : Shape;

/// <summary>A box in cells from the upper left corner of the grid; one may be inverted, or reach beyond the grid.</summary>
public sealed record BoxShape(double Left, double Top, double Right, double Bottom);

/// <summary>A value in words, and drawn where it can be.</summary>
public sealed record Shown(string Text, Shape? Shape)
{
    public static Shown Of(object? value) => new(Show.Of(value), Shape.Of(value)?.WithinLimit);

    /// <summary>A sequence of which one place is marked.</summary>
    public static Shown Of<T>(IEnumerable<T> items, int marked) => new(Show.Of(items),
        (Shape.Of(items) is SequenceShape sequence ? sequence with { Marked = [marked] } : Shape.Of(items))?.WithinLimit);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(Shape))]
internal sealed partial class ShapeJson : JsonSerializerContext;
