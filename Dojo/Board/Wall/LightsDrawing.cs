using System.Xml.Linq;

namespace Etudes.Dojo;

/// <summary>Lights as circles, triangles and squares with a letter: nobody needs to see their colours.</summary>
internal static class LightsDrawing
{
    private const double Column = 34, Height = 30;
    private const int Tick = 5;

    /// <summary>So many minutes are on the wall; the review has all of them.</summary>
    private const int OnWall = 30;

    public static string Word(Light light) => light switch { Light.Green => "green", Light.Red => "red", _ => "amber" };

    /// <summary>One light, as large as a row.</summary>
    public static XElement Large(Light light) => Drawing(1, Word(light), One(light, 0, 0, Height));

    /// <summary>A column per minute, up to the last light of the room, with a line every five.</summary>
    /// <param name="began">Where the first minute begins.</param>
    /// <param name="last">The last of all teams' lights.</param>
    /// <param name="minutes">So many columns at most, the last ones.</param>
    public static XElement OfLast(IReadOnlyList<Lit> lights, DateTimeOffset began, DateTimeOffset last, int minutes = OnWall)
    {
        int newest = MinuteOf(last), first = Math.Max(0, newest + 1 - minutes);
        var shown = lights.Select(light => (Minute: MinuteOf(light.At) - first, light.Light)).Where(light => light.Minute >= 0).ToArray();
        return Drawing(newest - first + 1, $"{lights.Count} lights: {string.Join(", ", shown.TakeLast(5).Select(light => Word(light.Light)))}",
            Enumerable.Range(first, newest - first + 1).Where(minute => minute > first && minute % Tick == 0).Select(minute => Svg.Line("tick", (minute - first) * Column - 2, 0, (minute - first) * Column - 2, Height))
            .Concat(shown.GroupBy(light => light.Minute).SelectMany(minute => Within(minute.Key, [.. minute.Select(light => light.Light)]))));

        int MinuteOf(DateTimeOffset at) => Math.Max(0, (int)(at - began).TotalMinutes);
    }

    /// <summary>Several lights of a minute share its column, in rows from left to right.</summary>
    private static IEnumerable<XElement> Within(int minute, Light[] lights)
    {
        int across = (int)Math.Ceiling(Math.Sqrt(lights.Length));
        double size = Height / across;
        return lights.SelectMany((light, i) => One(light, minute * Column + i % across * size, i / across * size, size));
    }

    private static IEnumerable<XElement> One(Light light, double x, double y, double size)
    {
        double half = size / 2, radius = size * 0.46;
        yield return light switch
        {
            Light.Green => Svg.Circle("green", x + half, y + half, radius),
            Light.Red => Svg.Rect("red", x + size * 0.08, y + size * 0.08, size * 0.84, size * 0.84),
            _ => Svg.Path("amber", $"M {x + half} {y + size * 0.04} L {x + size * 0.97} {y + size * 0.94} L {x + size * 0.03} {y + size * 0.94} Z"),
        };
        if (size >= Height / 2) yield return Letter(light, x + half, y + (light == Light.Amber ? size * 0.66 : half), size);
    }

    private static XElement Letter(Light light, double x, double y, double size)
    {
        var letter = Svg.Text("letter", x, y, Word(light)[..1].ToUpperInvariant());
        letter.Add(Svg.At("font-size", size * 0.55));
        return letter;
    }

    private static XElement Drawing(int columns, string label, IEnumerable<XElement> content) => Svg.Of("svg", Svg.At("width", columns * Column), Svg.At("height", Height),
        new XAttribute("viewBox", FormattableString.Invariant($"0 0 {columns * Column} {Height}")), new XAttribute("preserveAspectRatio", "xMinYMid"), new XAttribute("role", "img"), new XAttribute("aria-label", label), content);
}
