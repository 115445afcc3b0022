using System.Collections;
using System.Runtime.CompilerServices;

namespace Etudes.Engine;

/// <summary>
/// Values as C# writes them where their type is known: [0, 1], (0, 1, 5), new Values([0, 0, 1]).
/// </summary>
public static class Literal
{
    /// <summary>The value in C#, or null where it is of a kind that laws do not take.</summary>
    public static string? Of(object? value) => value switch
    {
        bool truth => truth ? "true" : "false",
        int or long => Show.Of(value),
        double number => Of(number),
        Enum constant => $"{constant.GetType().Name}.{constant}",
        IDrawn input => input.Literal,
        IEnumerable items => Joined(items.Cast<object?>()) is { } all ? $"[{all}]" : null,
        ITuple tuple => Joined(Enumerable.Range(0, tuple.Length).Select(i => tuple[i])) is { } all ? $"({all})" : null,
        _ => null,
    };

    /// <summary>A record by its constructor: new Values([0, 0, 1]).</summary>
    public static string? OfRecord(object record)
    {
        var type = record.GetType();
        var parts = type.GetConstructors().Single().GetParameters().Select(part => type.GetProperty(part.Name!)!.GetValue(record));
        return Joined(parts) is { } all ? $"new {type.Name}({all})" : null;
    }

    private static string Of(double number) =>
        double.IsNaN(number) ? "double.NaN"
        : double.IsInfinity(number) ? $"double.{(number > 0 ? "Positive" : "Negative")}Infinity"
        : number == 0 && double.IsNegative(number) ? "-0.0" // -0 is an integer, and 0
        : Show.Of(number);

    private static string? Joined(IEnumerable<object?> values)
    {
        string?[] each = [.. values.Select(Of)];
        return each.Contains(null) ? null : string.Join(", ", each);
    }
}
