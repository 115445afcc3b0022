using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Etudes.Engine;

/// <summary>Values as a person writes them: [0, 1], 0-1:5, null. Long ones are cut, and their
/// length is told.</summary>
public static class Show
{
    private const int Width = 90;
    /// <summary>Nobody reads nineteen digits to see that it is the last number but one.</summary>
    private const int NearTheEnd = 10;

    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => text,
        bool truth => truth ? "true" : "false",
        long number and (> long.MaxValue - NearTheEnd or < long.MinValue + NearTheEnd) => OfEnd(number),
        IEnumerable items => $"[{Join(", ", items.Cast<object?>().Select(Of))}]",
        ITuple tuple => $"({string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Of(tuple[i])))})",
        _ => FormattableString.Invariant($"{value}"),
    };

    /// <summary>1 map, 2 maps.</summary>
    public static string Count(int count, string thing) => $"{count} {thing}{(count == 1 ? "" : "s")}";

    private static string OfEnd(long number) => number switch
    {
        long.MaxValue => "long.MaxValue",
        long.MinValue => "long.MinValue",
        > 0 => $"long.MaxValue - {long.MaxValue - number}",
        _ => $"long.MinValue + {number - long.MinValue}",
    };

    /// <summary>The text with its control characters written out, <c>\u001b</c>: an answer chooses what it says, and a terminal
    /// would obey.</summary>
    public static string Printable(string text) =>
        text.Any(IsControl) ? string.Concat(text.Select(character => IsControl(character) ? $"\\u{(int)character:x4}" : $"{character}")) : text;

    /// <summary>Line breaks and tabs are harmless; marks of direction, which are no control characters, are not.</summary>
    private static bool IsControl(char character) =>
        character is not ('\n' or '\t') && char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>Joins the words up to about a line's width, then says how many there are.</summary>
    public static string Join(string separator, IEnumerable<string> words)
    {
        List<string> all = [.. words];
        int shown = Math.Min(1, all.Count);
        for (int width = all.Take(1).Sum(word => word.Length); shown < all.Count && (width += separator.Length + all[shown].Length) <= Width;) shown++;
        return shown == all.Count ? string.Join(separator, all)
            : $"{string.Join(separator, all.Take(shown))}{separator}... {all.Count} in all";
    }
}
