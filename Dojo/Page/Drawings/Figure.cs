namespace Etudes.Dojo;

/// <summary>A part of a counterexample as it is drawn.</summary>
/// <param name="Kind">given, expected or actual.</param>
/// <param name="Text">The same in words.</param>
/// <param name="Frames">One, or one per step.</param>
internal sealed record Figure(string Kind, string Caption, string Text, IReadOnlyList<Drawing> Frames)
{
    private const int LongestCaption = 160;

    /// <summary>What the answer was given, what it should have said and what it said.</summary>
    public static IReadOnlyList<Figure> Of(Verdict verdict)
    {
        Figure[] given = [.. verdict.Arguments.SelectMany(Given)];
        if (verdict is not { Expected: { } expected, Actual: { } actual } || given.Any(figure => figure.Kind == "expected")) return given;
        (expected, actual) = Compared(expected, actual);
        return [.. given, Said("expected", "should be", expected), Said("actual", "is", actual)];
    }

    /// <summary>Of two grids without marks the first numbers that differ are marked.</summary>
    private static (Shown Expected, Shown Actual) Compared(Shown expected, Shown actual)
    {
        if (expected.Shape is not GridShape { Marked: [] } right || actual.Shape is not GridShape { Marked: [] } found) return (expected, actual);
        var differing = from row in Enumerable.Range(0, Math.Min(right.Rows.Count, found.Rows.Count))
                        from column in Enumerable.Range(0, Math.Min(right.Rows[row].Count, found.Rows[row].Count))
                        where !right.Rows[row][column].Equals(found.Rows[row][column])
                        select new CellShape(row, column);
        CellShape[] first = [.. differing.Take(1)];
        return (expected with { Shape = right with { Marked = first } }, actual with { Shape = found with { Marked = first } });
    }

    private static IEnumerable<Figure> Given(Argument argument) => argument.Shape switch
    {
        GraphShape { Chosen: { } chosen, Right: { } right } graph => [Chosen("expected", $"{argument.Name}: a right forest", graph, right, null), Chosen("actual", $"{argument.Name}: yours", graph, chosen, ChosenEdges.Of(graph))],
        GraphShape { Chosen: { } chosen } graph => [Chosen("actual", $"{argument.Name}: what you chose", graph, chosen, ChosenEdges.Of(graph))],
        GraphShape { Notes: { } notes } graph => Noted(argument.Name, argument.Text, graph, notes),
        GraphShape graph => [new("given", argument.Name, argument.Text, [GraphDrawing.Of(graph, [])])],
        StepsShape steps => [new("given", argument.Name, argument.Text, Drawing.Of(steps))],
        HalvesShape halves => [new("given", $"{argument.Name}, as they should be", argument.Text, Drawing.Of(halves))],
        // What such a record is made of besides: a scale, a ratio, the size of patches.
        { } shape when argument.Text is not ['[', ..] && argument.Text.Length <= LongestCaption => [new("given", $"{argument.Name}: {argument.Text}", argument.Text, Drawn(shape))],
        { } shape => [new("given", argument.Name, argument.Text, Drawn(shape))],
        null => [new("given", argument.Name, argument.Text, [RowDrawing.OfOne(argument.Text, "")])],
    };

    /// <summary>What is marked of an input is no difference: the sources of a maze.</summary>
    private static IReadOnlyList<Drawing> Drawn(Shape shape) => shape is GridShape grid ? [GridDrawing.Of(grid, "begin")] : Drawing.Of(shape);

    private static Figure Chosen(string kind, string caption, GraphShape graph, IReadOnlyList<int> chosen, ChosenEdges? wrong)
    {
        string words = wrong?.Words(graph) ?? "";
        return new(kind, words == "" ? caption : $"{caption}, {words}", "", [GraphDrawing.Of(graph, chosen, wrong)]);
    }

    /// <summary>What is right of the vertices, and beside it what the answer said if that differs.</summary>
    private static IEnumerable<Figure> Noted(string name, string text, GraphShape graph, IReadOnlyList<string> notes)
    {
        string right = $"{name}, right from {graph.From}";
        int differs = graph.Found is not { } found ? -1 : found.Zip(notes).ToList().FindIndex(pair => pair.First != "" && pair.First != pair.Second);
        return differs < 0 ? [new("given", right, text, [GraphDrawing.Of(graph, [], notes: notes)])]
            : [new("expected", right, text, [GraphDrawing.Of(graph, [], notes: notes)]),
                new("actual", $"{name}, yours, wrong at {differs}", "", [GraphDrawing.Of(graph, [], notes: graph.Found, differs: differs)])];
    }

    private static Figure Said(string kind, string caption, Shown value) => new(kind, caption, value.Text, value.Shape is { } shape ? Drawing.Of(shape) : [RowDrawing.OfOne(value.Text, "mark")]);
}
