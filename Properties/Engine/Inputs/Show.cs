using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Etudes.Engine;

/// <summary>Values as a person writes them: [0, 1], 0-1:5, null. Long ones are cut, and their
/// length is told.</summary>
public static class Show
{
    private const int Width = 90;

    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => text,
        bool truth => truth ? "true" : "false",
        IEnumerable items => $"[{Join(", ", items.Cast<object?>().Select(Of))}]",
        ITuple tuple => $"({string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Of(tuple[i])))})",
        _ => FormattableString.Invariant($"{value}"),
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
        int shown = 0;
        for (int width = 0; shown < all.Count && (width += all[shown].Length + separator.Length) <= Width;) shown++;
        return shown == all.Count ? string.Join(separator, all)
            : $"{string.Join(separator, all.Take(shown))}{separator}... {all.Count} in all";
    }
}
