using System.Xml.Linq;

namespace Etudes.Dojo;

/// <summary>One line that says what the marks of drawings mean, of those that occur.</summary>
internal static class Legend
{
    /// <summary>So many long numbers are written out.</summary>
    private const int MostNumbers = 4;

    private static readonly (string Kind, string Words)[] s_marks =
    [
        ("pointer", "triangle: the first difference"), ("frame", "green and red frame: the first difference"), ("begin", "blue frame: where it begins"),
        ("missing", "dashes: an item is missing"), ("now", "blue frame: this step"), ("later", "dots: later steps"),
        ("chosen", "thick: chosen"), ("cycle", "red: the cycle"), ("closing", "red dashes: the edge that closes it"), ("apart", "red dots: an edge between two that are apart"),
        ("worse", "red: chosen, but not one of the best"), ("better", "green dashes: the better one"),
        ("from", "double circle: asked from here"), ("note", "below a vertex: what is said of it"), ("differs", "red circle: the first difference"),
        ("positive", "blue: above 0"), ("negative", "orange: below 0"), ("hidden", "dark: a wall, or hidden by the mask"), ("block", "thick lines: patches"),
        ("region", "blue frame: a box"), ("inverted", "frame of dashes: a box with its ends the wrong way round"), ("bin", "dashes: bins"), ("corner", "dot: the upper left end of a box"),
        ("point", "circles: where the kernel's points read"),
    ];

    /// <returns>Nothing where there is no mark.</returns>
    public static string Of(IEnumerable<Drawing> drawings)
    {
        XElement[] parts = [.. drawings.SelectMany(drawing => drawing.Parts).SelectMany(part => part.DescendantsAndSelf())];
        HashSet<string> there = [.. parts.SelectMany(part => ((string?)part.Attribute("class") ?? "").Split(' '))];
        var numbers = parts.Where(part => part.Name.LocalName == "title").Select(title => $"{title.Parent!.Nodes().OfType<XText>().First().Value} = {title.Value}").Distinct().Take(MostNumbers);
        return string.Join(" \u00b7 ", s_marks.Where(mark => there.Contains(mark.Kind)).Select(mark => mark.Words).Concat(numbers));
    }
}
