using System.Globalization;
using System.Xml.Linq;

namespace Etudes.Dojo;

/// <summary>The maps that have boxes or points over them, and the boxes in words: one off its map has no other place.</summary>
internal static class BoxesDrawing
{
    private const int MostMaps = 3, MostWords = 8;
    private const double Widest = 640, Gap = 24, Line = 22;

    public static Drawing Of(BoxesShape shape)
    {
        int[] maps = [.. shape.Boxes.Select(box => box.Map).DefaultIfEmpty().Distinct().Order()];
        bool isNamed = maps is not [0];
        List<XElement> parts = [];
        List<string> cut = [];
        double x = 0, y = 0, below = 0, widest = 0;
        foreach (int map in maps.Take(MostMaps))
        {
            var drawn = MapDrawing.Of(shape, map);
            if (x > 0 && x + drawn.Width > Widest) (x, y) = (0, below + Gap);
            double top = isNamed ? y + Line : y;
            if (isNamed) parts.Add(Svg.Text("word", x, y + Line / 2, $"map {map}"));
            parts.Add(Svg.Of("g", new XAttribute("transform", FormattableString.Invariant($"translate({Math.Round(x, 1)} {Math.Round(top, 1)})")), drawn.Parts));
            (below, widest) = (Math.Max(below, top + drawn.Height), Math.Max(widest, x + drawn.Width));
            x += drawn.Width + Gap;
            if (drawn.Cut != "") cut.Add(drawn.Cut);
        }
        if (maps.Length > MostMaps) cut.Add($"{MostMaps} of {maps.Length} maps");
        foreach (string words in shape.Boxes.Take(MostWords).Select((box, i) => Words(shape, box, i, isNamed)))
        {
            parts.Add(Svg.Text("word", 0, below + Line, words));
            (below, widest) = (below + Line, Math.Max(widest, Svg.WidthOf(words)));
        }
        return new(widest, below + (shape.Boxes.Count > 0 ? Line / 2 : 0), parts, string.Join(", ", cut.Distinct()));
    }

    private static string Words(BoxesShape shape, BoxShape box, int number, bool isNamed)
    {
        bool isOff = !(Math.Max(box.Left, box.Right) >= 0 && Math.Min(box.Left, box.Right) <= shape.Columns && Math.Max(box.Top, box.Bottom) >= 0 && Math.Min(box.Top, box.Bottom) <= shape.Rows);
        return $"box {number}: x {Word(box.Left)} to {Word(box.Right)}, y {Word(box.Top)} to {Word(box.Bottom)}{(isNamed ? $", map {box.Map}" : "")}{(isOff ? ", off the map" : "")}";
    }

    private static string Word(double value) => value.ToString("G7", CultureInfo.InvariantCulture);
}
