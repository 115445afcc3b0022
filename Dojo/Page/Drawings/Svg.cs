using System.Globalization;
using System.Xml.Linq;

namespace Etudes.Dojo;

/// <summary>The parts of a drawing. Lengths are pixels; colours come from the classes of drawing.css.</summary>
internal static class Svg
{
    public const double RowHeight = 30;
    private const double LetterWidth = 8.5;

    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";

    /// <summary>How wide a text is in the drawings' letters, which are all of one width.</summary>
    public static double WidthOf(string text) => LetterWidth * text.Length;

    public static XElement Of(string name, params object?[] content) => new(s_svg + name, content);

    public static XElement Rect(string kind, double x, double y, double width, double height) =>
        Of("rect", Kind(kind), At("x", x), At("y", y), At("width", width), At("height", height));

    public static XElement Line(string kind, double x1, double y1, double x2, double y2) =>
        Of("line", Kind(kind), At("x1", x1), At("y1", y1), At("x2", x2), At("y2", y2));

    public static XElement Circle(string kind, double x, double y, double radius) =>
        Of("circle", Kind(kind), At("cx", x), At("cy", y), At("r", radius));

    public static XElement Path(string kind, FormattableString path) => Of("path", Kind(kind), new XAttribute("d", Round(path)));

    /// <summary>A text around a point, or from it on.</summary>
    public static XElement Text(string kind, double x, double y, string text) =>
        Of("text", Kind(kind), At("x", x), At("y", y), Show.Printable(text));

    /// <summary>A number around a point: a long one in few letters, and all of it where one points at it.</summary>
    public static XElement Number(string kind, double x, double y, string text)
    {
        var drawn = Text(kind, x, y, ShortNumber.Of(text));
        if (drawn.Value != text) drawn.Add(Of("title", Show.Printable(text)));
        return drawn;
    }

    /// <summary>An item in its box.</summary>
    public static IEnumerable<XElement> Box(string kind, double x, double y, double width, string text) =>
        [Rect($"box {kind}", x, y, width, RowHeight), Text("item", x + width / 2, y + RowHeight / 2, text)];

    public static XAttribute Kind(string kind) => new("class", kind.Trim());

    public static XAttribute At(string name, double value) => new(name, Round(value));

    private static string Round(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);

    private static string Round(FormattableString path) =>
        string.Format(CultureInfo.InvariantCulture, path.Format, [.. path.GetArguments().Select(part => part is double value ? Round(value) : part)]);
}
