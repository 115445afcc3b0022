using System.Text;
using System.Xml.Linq;

namespace Etudes.Dojo;

/// <summary>Elements of the page. Text stays text: what a learner's code says is never markup.</summary>
internal static class Html
{
    /// <param name="kind">The class, or nothing.</param>
    public static XElement Of(string name, string kind, params object?[] content) => new(name, kind == "" ? null : new XAttribute("class", kind), content, "");

    public static XElement Text(string name, string kind, string text) => Of(name, kind, Printable(text));

    /// <summary>What is folded away under its title.</summary>
    public static XElement Folded(string kind, string title, params object?[] content) => Of("details", kind, Of("summary", "", Printable(title)), content);

    public static string Written(params IEnumerable<XElement> elements) => string.Concat(elements.Select(element => element.ToString(SaveOptions.DisableFormatting)));

    /// <summary>Half of a surrogate pair cannot be written down, and neither can what is no character for good.</summary>
    private static string Printable(string text) => string.Concat(Show.Printable(text).EnumerateRunes().Select(rune => rune.Value is 0xFFFE or 0xFFFF ? Rune.ReplacementChar : rune));
}
