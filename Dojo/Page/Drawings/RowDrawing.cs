using System.Xml.Linq;

namespace Etudes.Dojo;

/// <summary>Items as boxes in a row.</summary>
internal static class RowDrawing
{
    private const double LeastWidth = 34, Widest = 560, Above = 18, Below = 16, Label = 84;
    private const int MostRows = 8, MostLetters = 60;
    /// <summary>So many items are shown before the one that is marked, where not all fit.</summary>
    private const int Before = 4;

    /// <summary>The places above, and a mark below; a missing item is a box of dashes.</summary>
    public static Drawing Of(SequenceShape sequence)
    {
        int count = Math.Max(sequence.Items.Count, sequence.Marked.Count > 0 ? sequence.Marked.Max() + 1 : 0);
        if (count == 0) return new(60, Svg.RowHeight, [Svg.Text("word", 0, Svg.RowHeight / 2, "empty")]);
        int first = sequence.Marked.Count == 0 || sequence.Marked[0] < Fit(sequence.Items) ? 0 : sequence.Marked[0] - Before;
        int last = Math.Min(count, first + Fit(sequence.Items, first));
        List<XElement> parts = [];
        double x = 0;
        for (int i = first; i < last; i++)
        {
            bool isMarked = sequence.Marked.Contains(i), isThere = i < sequence.Items.Count;
            double width = isThere ? WidthOf(sequence.Items[i]) : LeastWidth;
            parts.Add(Svg.Text("place", x + width / 2, 8, $"{i}"));
            parts.AddRange(Svg.Box($"{(isMarked ? "mark" : "")}{(isThere ? "" : " missing")}", x, Above, width, isThere ? sequence.Items[i] : ""));
            if (isMarked) parts.Add(Svg.Path("pointer", $"M {x + width / 2} {Above + Svg.RowHeight + 4} l 6 10 h -12 z"));
            x += width;
        }
        return new(x, Above + Svg.RowHeight + Below, parts, last - first == count ? "" : $"{first} to {last - 1} of {count} items");
    }

    /// <summary>A row per stream, its number before it.</summary>
    public static Drawing Of(StreamsShape shape)
    {
        var rows = shape.Streams.Take(MostRows).Select((stream, i) => (Name: $"stream {i}", Items: stream)).ToArray();
        return Rows(rows, shape.Streams.Count > MostRows ? $"{MostRows} of {shape.Streams.Count} streams" : "");
    }

    /// <summary>Those below and those above the middle.</summary>
    public static Drawing Of(HalvesShape halves) => Rows([("below", halves.Below), ("above", halves.Above)], "");

    /// <summary>A value that is no sequence; of a long one the beginning.</summary>
    public static Drawing OfOne(string text, string kind)
    {
        string shown = text.Length <= MostLetters ? text : $"{text[..MostLetters]}...";
        return new(WidthOf(shown), Svg.RowHeight, [.. Svg.Box(kind, 0, 0, WidthOf(shown), shown)], shown == text ? "" : "cut");
    }

    /// <summary>How wide the box of an item is.</summary>
    public static double WidthOf(string item) => Math.Max(LeastWidth, Svg.WidthOf(item) + 14);

    private static Drawing Rows((string Name, IReadOnlyList<string> Items)[] rows, string cut)
    {
        List<XElement> parts = [];
        double widest = Label, y = 0;
        foreach (var (name, items) in rows)
        {
            parts.Add(Svg.Text("word", 0, y + Svg.RowHeight / 2, name));
            double x = Label;
            int fit = Fit(items);
            if (items.Count == 0) parts.Add(Svg.Text("word", x, y + Svg.RowHeight / 2, "empty"));
            foreach (string item in items.Take(fit))
            {
                parts.AddRange(Svg.Box("", x, y, WidthOf(item), item));
                x += WidthOf(item);
            }
            if (items.Count > fit) parts.Add(Svg.Text("word", x + 4, y + Svg.RowHeight / 2, $"+ {items.Count - fit}"));
            widest = Math.Max(widest, items.Count == 0 ? x + Svg.WidthOf("empty") : items.Count > fit ? x + 60 : x);
            y += Svg.RowHeight + 6;
        }
        return new(widest, Math.Max(y - 6, 0), parts, cut);
    }

    /// <summary>How many boxes fit into a row, from an item on.</summary>
    private static int Fit(IReadOnlyList<string> items, int first = 0)
    {
        double width = 0;
        int fit = 0;
        for (; width <= Widest; fit++) width += first + fit < items.Count ? WidthOf(items[first + fit]) : LeastWidth;
        return Math.Max(1, fit - 1);
    }
}
