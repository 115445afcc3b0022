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
[JsonDerivedType(typeof(StreamsShape), "streams")]
[JsonDerivedType(typeof(HalvesShape), "halves")]
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
