using System.Xml.Linq;

namespace Etudes.Dojo;

/// <summary>A shape as SVG.</summary>
/// <param name="Cut">What is not shown, in words, where the shape is larger than one takes in; else nothing.</param>
internal sealed record Drawing(double Width, double Height, IReadOnlyList<XElement> Parts, string Cut = "")
{
    private const double Margin = 4;

    /// <summary>The drawings of a shape: one, or one per step.</summary>
    public static IReadOnlyList<Drawing> Of(Shape shape) => shape switch
    {
        SequenceShape sequence => [RowDrawing.Of(sequence)],
        StreamsShape streams => [RowDrawing.Of(streams)],
        HalvesShape halves => [RowDrawing.Of(halves)],
        StepsShape steps => StepsDrawing.Of(steps),
        GraphShape graph => [GraphDrawing.Of(graph, graph.Chosen ?? [])],
        GridShape grid => [GridDrawing.Of(grid)],
        BoxesShape boxes => [BoxesDrawing.Of(boxes)],
        _ => [],
    };

    /// <param name="kind">given, expected or actual; or nothing.</param>
    /// <param name="label">What is seen, for whoever does not see it.</param>
    public XElement ToSvg(string kind, string label) => Svg.Of("svg", Svg.Kind($"drawing {kind}"), new XAttribute("role", "img"), new XAttribute("aria-label", Show.Printable(label)),
        Svg.At("width", Width + 2 * Margin), Svg.At("height", Height + 2 * Margin),
        new XAttribute("viewBox", FormattableString.Invariant($"{-Margin} {-Margin} {Math.Round(Width + 2 * Margin, 1)} {Math.Round(Height + 2 * Margin, 1)}")), Parts);
}
