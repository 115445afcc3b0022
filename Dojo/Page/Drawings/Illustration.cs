using System.Xml.Linq;

namespace Etudes.Dojo;

/// <summary>A counterexample as one picture with a file of its own.</summary>
internal static class Illustration
{
    private const double Widest = 720, Gap = 28, LineHeight = 22;
    private const int LongestLine = 80;

    /// <summary>The law's sentence, the figures side by side where there is room, and what is wrong.</summary>
    public static string Of(Verdict verdict)
    {
        List<XElement> parts = [];
        double x = 0, y = 0, widest = 0, rowHeight = 0;
        Tell("caption", verdict.Law);
        var figures = Figure.Of(verdict);
        foreach (var figure in figures)
        {
            var drawing = figure.Frames[^1];
            string caption = drawing.Cut == "" ? figure.Caption : $"{figure.Caption}, {drawing.Cut}";
            string[] lines = [.. Lines(caption, LongestLine)];
            double width = Math.Max(drawing.Width, lines.Max(Svg.WidthOf)), top = lines.Length * LineHeight;
            bool hasPair = figure.Kind == "expected"; // what should be and what is stand side by side
            if (x > 0 && x + width * (hasPair ? 2 : 1) > Widest && (hasPair || figure.Kind == "given" || x + width > Widest)) NextRow();
            parts.AddRange(lines.Select((line, i) => Svg.Text("caption", x, y + (i + 0.5) * LineHeight, line)));
            parts.Add(Svg.Of("g", Svg.Kind(figure.Kind), new XAttribute("transform", FormattableString.Invariant($"translate({Math.Round(x, 1)} {Math.Round(y + top, 1)})")), drawing.Parts));
            rowHeight = Math.Max(rowHeight, top + drawing.Height + 14);
            widest = Math.Max(widest, (x += width + Gap) - Gap);
        }
        NextRow();
        if (Legend.Of(figures.Select(figure => figure.Frames[^1])) is { Length: > 0 } legend) Tell("legend", legend);
        Tell("sentence", verdict.Sentence);
        var svg = new Drawing(widest, y, parts).ToSvg("", $"{verdict.Law}; {verdict.Sentence}");
        svg.AddFirst(Svg.Of("style", PageFiles.Read("drawing.css")), Svg.Rect("paper", -4, -4, widest + 8, y + 8));
        return $"{svg}\n";

        void NextRow() => (x, y, rowHeight) = (0, y + rowHeight, 0);

        void Tell(string kind, string text)
        {
            foreach (string line in Lines(text, LongestLine))
            {
                parts.Add(Svg.Text(kind, 0, y + LineHeight / 2, line));
                widest = Math.Max(widest, Svg.WidthOf(line));
                y += LineHeight;
            }
            y += 6;
        }
    }

    /// <summary>Broken at blanks, so that no line is longer if that can be had.</summary>
    public static IEnumerable<string> Lines(string text, int longest)
    {
        string line = "";
        foreach (string word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + word.Length >= longest)
            {
                yield return line;
                line = "";
            }
            line = line.Length == 0 ? word : $"{line} {word}";
        }
        yield return line;
    }
}
