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
        Figure[] said = verdict is { Expected: { } expected, Actual: { } actual } && !given.Any(figure => figure.Kind == "expected")
            ? [Said("expected", "should be", expected), Said("actual", "is", actual)] : [];
        return [.. given, .. said];
    }

    private static IEnumerable<Figure> Given(Argument argument) => argument.Shape switch
    {
        GraphShape { Chosen: { } chosen, Right: { } right } graph => [Chosen("expected", $"{argument.Name}: a right forest", graph, right, null), Chosen("actual", $"{argument.Name}: yours", graph, chosen, ChosenEdges.Of(graph))],
        GraphShape { Chosen: { } chosen } graph => [Chosen("actual", $"{argument.Name}: what you chose", graph, chosen, ChosenEdges.Of(graph))],
        GraphShape graph => [new("given", graph.Notes is null ? argument.Name : $"{argument.Name}, with the right distances", argument.Text, [GraphDrawing.Of(graph, [])])],
        StepsShape steps => [new("given", argument.Name, argument.Text, Drawing.Of(steps))],
        HalvesShape halves => [new("given", $"{argument.Name}, as they should be", argument.Text, Drawing.Of(halves))],
        // What such a record is made of besides: a scale, a ratio, the size of patches.
        { } shape when argument.Text is not ['[', ..] && argument.Text.Length <= LongestCaption => [new("given", $"{argument.Name}: {argument.Text}", argument.Text, Drawing.Of(shape))],
        { } shape => [new("given", argument.Name, argument.Text, Drawing.Of(shape))],
        null => [new("given", argument.Name, argument.Text, [RowDrawing.OfOne(argument.Text, "")])],
    };

    private static Figure Chosen(string kind, string caption, GraphShape graph, IReadOnlyList<int> chosen, ChosenEdges? wrong)
    {
        string words = wrong?.Words(graph) ?? "";
        return new(kind, words == "" ? caption : $"{caption}, {words}", "", [GraphDrawing.Of(graph, chosen, wrong)]);
    }

    private static Figure Said(string kind, string caption, Shown value) => new(kind, caption, value.Text, value.Shape is { } shape ? Drawing.Of(shape) : [RowDrawing.OfOne(value.Text, "mark")]);
}
