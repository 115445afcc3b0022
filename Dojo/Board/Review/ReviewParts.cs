using System.Xml.Linq;

namespace Etudes.Dojo;

/// <summary>The parts of a review, as HTML.</summary>
internal static class ReviewParts
{
    /// <summary>So many laws are told.</summary>
    private const int Dearest = 8;

    public static IEnumerable<XElement> Of(Room room, IReadOnlyList<TeamStory> teams, DateTimeOffset began, string? record)
    {
        string katas = string.Join(", ", teams.SelectMany(team => team.Lights).Select(light => light.Check.Kata).Distinct());
        yield return Html.Text("h1", "", $"{(katas.Length > 0 ? katas : "A dojo")}, {began:yyyy-MM-dd}");
        if (teams.All(team => team.Lights.Count == 0))
        {
            yield return Html.Text("p", "soft", "Nothing was checked.");
        }
        else
        {
            yield return Section("Lights over time", Lights(teams, began));
            yield return Section("Time", Times(teams));
            yield return Section("Laws that cost most time", Costs(teams));
            if (teams.SelectMany(team => team.WrongGuesses).Any()) yield return Section("Predictions that went wrong", Guesses(teams, began));
            if (teams.Any(team => team.Lights.Any(light => team.SourceOf(light) is not null))) yield return Section("What changed", Compare());
        }
        yield return Section("Looking back", ReviewPage.Headings.Select(heading => Field(heading, room.Retro.GetValueOrDefault(heading, ""))).Append(Html.Of("p", "", new XAttribute("id", "refused"), new XAttribute("role", "alert"))));
        if (record is not null) yield return Html.Of("p", "soft", "The record is ", Html.Text("code", "", record), "; this line deletes it: ", Html.Text("code", "", $"rm {record}"));
    }

    private static XElement Section(string title, params IEnumerable<XElement> content) => Html.Of("section", "", Html.Text("h2", "", title), content);

    private static XElement Lights(IReadOnlyList<TeamStory> teams, DateTimeOffset began)
    {
        var last = teams.Max(team => team.Lights.LastOrDefault()?.At) ?? began;
        return Table(["team", "one column a minute, a line every five"], teams.Select(team => Html.Of("tr", "", Html.Text("th", "", team.Name), Html.Of("td", "lights", LightsDrawing.OfLast(team.Lights, began, last, minutes: int.MaxValue)))));
    }

    private static XElement Times(IReadOnlyList<TeamStory> teams) => Table(["team", "lights", "first check", "first green", "green", "amber", "red", "guessed right", "lines from green to green"], teams.Select(team => Row(team.Name,
        $"{team.Lights.Count}", At(team.FirstCheck), At(team.FirstGreen), ProgressText.Of(team.In(Light.Green)), ProgressText.Of(team.In(Light.Amber)), ProgressText.Of(team.In(Light.Red)), team.Predicted,
        team.Steps is { Count: > 0 } steps ? $"{steps.Order().ElementAt(steps.Count / 2)}, at most {steps.Max()}" : "-")));

    private static XElement Costs(IReadOnlyList<TeamStory> teams)
    {
        var laws = teams.SelectMany(team => team.Costs, (team, law) => (team.Name, law.Law, law.Time)).Where(law => law.Time > TimeSpan.Zero).OrderByDescending(law => law.Time).Take(Dearest).ToArray();
        return laws.Length == 0 ? Html.Text("p", "soft", "None was broken for long.") : Table(["law", "team", "broken for"], laws.Select(law => Row(law.Law, law.Name, ProgressText.Of(law.Time))));
    }

    private static XElement Guesses(IReadOnlyList<TeamStory> teams, DateTimeOffset began) => Table(["team", "guessed", "was", "at"],
        from team in teams
        from wrong in team.WrongGuesses.GroupBy(light => (Guess: light.Check.Guess!.Value, light.Light))
        select Row(team.Name, LightsDrawing.Word(wrong.Key.Guess), LightsDrawing.Word(wrong.Key.Light), string.Join(", ", wrong.Select(light => ProgressText.Of(light.At - began)))));

    /// <summary>Two lights to choose, of one team or of two; the page's script lays out what differs.</summary>
    private static IEnumerable<XElement> Compare() =>
    [
        Html.Of("p", "choice", Html.Of("label", "", "from ", Chooser("from")), Html.Of("label", "", "to ", Chooser("to"))),
        Html.Of("table", "beside", new XAttribute("id", "beside")),
    ];

    private static XElement Chooser(string name) => Html.Of("select", "", new XAttribute("id", name));

    private static XElement Field(string heading, string text)
    {
        var field = Html.Text("textarea", "", text);
        field.Add(new XAttribute("rows", 4), new XAttribute("data-heading", heading));
        return Html.Of("label", "field", Html.Text("span", "", heading), field);
    }

    private static XElement Table(string[] heads, IEnumerable<XElement> rows) =>
        Html.Of("table", "", Html.Of("thead", "", Html.Of("tr", "", heads.Select(head => Html.Text("th", "", head)))), Html.Of("tbody", "", rows));

    private static XElement Row(string head, params string[] cells) => Html.Of("tr", "", Html.Text("th", "", head), cells.Select(cell => Html.Text("td", "", cell)));

    private static string At(TimeSpan? time) => time is { } since ? ProgressText.Of(since) : "-";
}
