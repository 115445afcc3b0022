using System.Xml.Linq;

namespace Etudes.Dojo;

/// <summary>Steps as a strip, and what should be held after one of them: a drawing per step.</summary>
internal static class StepsDrawing
{
    private const int Shown = 12;
    private const double Gap = 28;

    public static IReadOnlyList<Drawing> Of(StepsShape shape)
    {
        int first = Math.Max(0, shape.Steps.Count - Shown); // the last one is where it breaks
        string cut = first == 0 ? "" : $"the last {Shown} of {shape.Steps.Count} steps";
        return [.. Enumerable.Range(first, shape.Steps.Count - first).Select(at => After(shape, first, at) with { Cut = cut })];
    }

    private static Drawing After(StepsShape shape, int first, int at)
    {
        List<XElement> parts = [];
        double x = 0, y = 0, widest = 0;
        for (int i = first; i < shape.Steps.Count; i++)
        {
            string text = shape.Steps[i].Text;
            if (x > 0 && x + RowDrawing.WidthOf(text) > 600) (x, y) = (0, y + Svg.RowHeight + 6);
            parts.AddRange(Svg.Box(i == at ? "now" : i > at ? "later" : "", x, y, RowDrawing.WidthOf(text), text));
            widest = Math.Max(widest, x += RowDrawing.WidthOf(text) + 6);
        }
        var (words, items) = Held(shape, at);
        if (words == "") return new(widest, y + Svg.RowHeight, parts);
        double below = y + Svg.RowHeight + Gap;
        parts.Add(Svg.Text("word", 0, below - Gap / 2 + 4, words));
        widest = Math.Max(widest, Svg.WidthOf(words));
        if (items is not [_, ..]) return new(widest, below, parts);
        var held = shape.AsHeap ? HeapTree.Of(items) : RowDrawing.Of(new SequenceShape(items, []));
        parts.Add(Svg.Of("g", new XAttribute("transform", FormattableString.Invariant($"translate(0 {below + 6})")), held.Parts));
        return new(Math.Max(widest, held.Width), below + 6 + held.Height, parts);
    }

    /// <summary>After a step; of one that breaks the law only what was there before is known.</summary>
    private static (string Words, IReadOnlyList<string>? Items) Held(StepsShape shape, int at)
    {
        var (after, before) = (shape.Steps[at].Held, at > 0 ? shape.Steps[at - 1].Held : []);
        string step = shape.Steps[at].Text;
        return after is not null ? (after.Count == 0 ? $"nothing should be held after {step}" : $"should be held after {step}", after)
            : before is [] ? ($"nothing should be held before {step}", null)
            : before is not null ? ($"should be held before {step}", before)
            : ("", null); // the law does not say
    }
}
