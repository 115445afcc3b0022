using System.Xml.Linq;

namespace Etudes.Dojo;

/// <summary>A judgement as HTML: the first broken law drawn, all else in few words.</summary>
internal static class VerdictPage
{
    /// <summary>So many broken laws are told.</summary>
    private const int Told = 3;

    public static IEnumerable<XElement> Of(Judgement judgement)
    {
        if (judgement.Obstacles.Concat(judgement.ErrorsOfExamples).ToArray() is { Length: > 0 } errors) yield return Html.Text("pre", "error", string.Join('\n', errors));
        Verdict[] broken = [.. judgement.Verdicts.Where(verdict => verdict.IsFailure)];
        foreach (var part in broken.Take(1).SelectMany(verdict => Whole(verdict, "h2"))) yield return part;
        for (var told = judgement.Diagnosis; told is not null; told = told.Or) yield return Advice(told, isOther: told != judgement.Diagnosis);
        if (judgement.State == State.NotWritten) yield return Html.Text("p", "open", judgement.Verdicts.First().Sentence);
        if (judgement.Examples is { } tried) yield return Html.Of("ul", "examples", ExamplesText.Short(tried).Select(line => Html.Text("li", "", line.Text.Trim())));
        foreach (var verdict in broken.Skip(1).Take(Told - 1)) yield return Html.Folded("more", $"{Law(verdict)}: {verdict.Sentence}", Whole(verdict, heading: null));
        if (broken.Length > Told) yield return Html.Text("p", "soft", $"{broken.Length - Told} more broken; mend these first");
        int rest = judgement.Verdicts.Count(verdict => verdict.Outcome == Outcome.NotRun);
        if (rest > 0 && broken.Any(verdict => verdict.Outcome == Outcome.Hung)) yield return Html.Text("p", "soft", $"{Show.Count(rest, "more law")} not run: an earlier law hung");
    }

    private static XElement Advice(Diagnosis diagnosis, bool isOther) => Html.Of("p", "advice",
        diagnosis.Mistake is null ? null : Html.Text("strong", "", $"{(isOther ? "or " : "")}{diagnosis.Mistake}, a known mistake: "), Html.Text("span", "", diagnosis.Advice));

    /// <summary>Without the kata's name, which stands above.</summary>
    private static string Law(Verdict verdict) => verdict.Law[(verdict.Law.IndexOf(": ", StringComparison.Ordinal) + 2)..];

    /// <param name="heading">Null where the law's sentence stands above already.</param>
    private static IEnumerable<XElement> Whole(Verdict verdict, string? heading)
    {
        if (heading is not null) yield return Html.Text(heading, "law", Law(verdict));
        yield return Html.Text("p", "sentence", verdict.Sentence);
        var figures = Figure.Of(verdict);
        yield return Html.Of("div", "figures", figures.Select(figure => Drawn(figure, verdict.Sentence)));
        if (Legend.Of(figures.SelectMany(figure => figure.Frames)) is { Length: > 0 } legend) yield return Html.Text("p", "legend", legend);
        if (verdict.Place is not null) yield return Html.Text("p", "place", $"in {verdict.Place}");
        foreach (string remark in verdict.Remarks) yield return Html.Text("p", "soft", remark);
        if (verdict.Printed.Length > 0) yield return Html.Folded("printed", "it printed", Html.Text("pre", "", verdict.Printed));
    }

    /// <summary>A figure of several frames has a slider; the last frame is shown first.</summary>
    private static XElement Drawn(Figure figure, string sentence)
    {
        string caption = figure.Frames[^1].Cut is { Length: > 0 } cut ? $"{figure.Caption} ({cut})" : figure.Caption;
        string label = $"{figure.Caption}: {(figure.Text == "" ? sentence : figure.Text)}";
        var frames = figure.Frames.Select((frame, i) => Html.Of("div", "frame", i < figure.Frames.Count - 1 ? new XAttribute("hidden", "") : null, frame.ToSvg(figure.Kind, label)));
        return Html.Of("figure", figure.Kind, Html.Text("figcaption", "", caption), frames, figure.Frames.Count < 2 ? null : Slider(figure.Frames.Count));
    }

    private static XElement Slider(int frames) => new("input", new XAttribute("type", "range"),
        new XAttribute("min", 1), new XAttribute("max", frames), new XAttribute("value", frames), new XAttribute("aria-label", "step"));

    /// <summary>What a green answer deserves: what it escaped, what comes next, and the reference beside it.</summary>
    public static IEnumerable<XElement> Green(Kata kata, Judgement judgement, string solved)
    {
        yield return Html.Text("h2", "law", $"all {judgement.Laws} laws hold");
        yield return Html.Text("p", "sentence", solved);
        yield return Html.Folded("more", $"it escapes the {judgement.Mistakes.Count} known mistakes", Html.Text("p", "", string.Join(", ", judgement.Mistakes)));
        foreach (var part in BesidePage.Of(kata)) yield return part;
        if (kata.HasGrowth) yield return Html.Of("button", "", new XAttribute("data-key", "o"), Html.Text("kbd", "", "o"), new XText(" how its time grows: O(?)"));
        if (KataHints.Of(kata).FollowUps is { Count: > 0 } asked)
            yield return Html.Folded("more", "what an interviewer asks next", asked.Select(question => Html.Text("p", "", question.Title)));
    }
}
