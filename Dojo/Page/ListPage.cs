using System.Xml.Linq;

namespace Etudes.Dojo;

/// <summary>All katas by track, with progress; a button chooses one.</summary>
internal static class ListPage
{
    public static IEnumerable<XElement> Of(Kata inHand) => Kata.All.GroupBy(kata => kata.TrackName).Select(track =>
    {
        var known = track.Select(kata => (Kata: kata, Progress: Progress.Of(kata))).ToArray();
        int green = known.Count(one => one.Progress.IsSolved);
        return Html.Of("section", "track", Html.Text("h3", "", $"{track.Key}: {green} of {known.Length} solved"),
            new XElement("progress", new XAttribute("max", known.Length), new XAttribute("value", green), new XAttribute("aria-label", $"{track.Key}, solved"), ""),
            Html.Of("ul", "", known.Select(one => Html.Of("li", "", Choice(one.Kata, one.Progress, inHand)))));
    });

    private static XElement Choice(Kata kata, Progress progress, Kata inHand)
    {
        string state = progress.State == State.NotWritten && progress.Started is null ? "" : ProgressText.Of(progress.State);
        string words = $"level {kata.Level}, {kata.Minutes} min{(state == "" ? "" : $", {state}")}";
        return Html.Of("button", progress.State == State.Green ? "green" : progress.State == State.Red ? "red" : "", new XAttribute("data-kata", kata.Name),
            kata == inHand ? new XAttribute("aria-current", "true") : null, Html.Text("span", "name", kata.Name), Html.Text("span", "soft", words));
    }
}
