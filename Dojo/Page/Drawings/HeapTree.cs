using System.Numerics;
using System.Xml.Linq;

namespace Etudes.Dojo;

/// <summary>A heap as a tree, and as the array that it is kept in.</summary>
internal static class HeapTree
{
    private const double Level = 50;
    /// <summary>Four levels: of a fifth the items would not be legible.</summary>
    private const int Most = 15;

    /// <param name="items">In the order in which they leave: so they make a heap.</param>
    public static Drawing Of(IReadOnlyList<string> items)
    {
        var array = RowDrawing.Of(new SequenceShape(items, []));
        string[] shown = [.. items.Take(Most)];
        int levels = 1 + BitOperations.Log2((uint)shown.Length);
        double box = shown.Max(RowDrawing.WidthOf), width = (1 << levels - 1) * (box + 10);
        List<XElement> lines = [], boxes = [];
        for (int i = 0; i < shown.Length; i++)
        {
            var (x, y) = Place(i);
            if (i > 0)
            {
                var (above, top) = Place((i - 1) / 2);
                lines.Add(Svg.Line("edge", x, y, above, top));
            }
            boxes.AddRange(Svg.Box("", x - box / 2, y - Svg.RowHeight / 2, box, shown[i]));
        }
        double below = levels * Level + 6;
        var row = Svg.Of("g", new XAttribute("transform", FormattableString.Invariant($"translate(0 {below})")), array.Parts);
        return new(Math.Max(width, array.Width), below + array.Height, [.. lines, .. boxes, row]);

        (double X, double Y) Place(int i)
        {
            int level = BitOperations.Log2((uint)i + 1), at = i + 1 - (1 << level);
            return ((at + 0.5) * width / (1 << level), level * Level + Svg.RowHeight / 2);
        }
    }
}
