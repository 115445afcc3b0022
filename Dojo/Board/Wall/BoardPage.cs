using System.Xml.Linq;

namespace Etudes.Dojo;

/// <summary>The board as HTML, part by part. It is read from the back of a room.</summary>
internal static class BoardPage
{
    /// <param name="join">What laptops type.</param>
    /// <param name="isChanged">Something has happened besides that time has gone by.</param>
    public static IEnumerable<(string Part, string Html)> Parts(Room room, string join, DateTimeOffset now, bool isChanged)
    {
        yield return ("clock", Html.Written(Html.Text("span", "", room.Began is { } began ? ProgressText.Of(now - began) : "0:00")));
        yield return ("phase", Html.Written(PhaseOf(room, now)));
        if (!isChanged) yield break;
        yield return ("join", Html.Written(Html.Text("kbd", "", join)));
        yield return ("next", Html.Written(Html.Text("span", "", room.NextPhase is { } next ? $"begin {room.Plan[next].Name}" : "the plan is at its end")));
        yield return ("kata", Html.Written(Html.Text("span", "", room.Kata is null ? "none yet" : room.Hint is { } hint ? $"{room.Kata}, hint {hint.Hint} told" : room.Kata)));
        yield return ("katas", Html.Written(Kata.All.Select(kata => new XElement("option", kata.Name))));
        yield return ("rows", Html.Written(Rows(room)));
    }

    private static IEnumerable<XElement> PhaseOf(Room room, DateTimeOffset now)
    {
        if (room.Phase is { } phase && room.PhaseEnds - now is { } left)
            yield return left > TimeSpan.Zero ? Html.Text("strong", "", $"{phase.Name} {ProgressText.Of(left)}") : Html.Text("strong", "over", $"{phase.Name} is over");
        if (room.NextPhase is { } next) yield return Html.Text("span", "soft", $"next: {room.Plan[next].Name}, {room.Plan[next].Minutes} min");
    }

    private static IEnumerable<XElement> Rows(Room room)
    {
        if (room.Teams.Count == 0)
        {
            yield return Html.Text("p", "soft", "Nobody has joined yet. On each laptop, type the line above.");
            yield break;
        }
        bool turns = room.Opened!.Settings.Turn > 0 || room.Teams.Any(team => team.Driver is not null), guesses = room.Opened.Settings.Predict;
        string[] heads = ["team", "now", "laws", .. turns ? ["drives"] : Array.Empty<string>(), .. guesses ? ["guessed right"] : Array.Empty<string>(), "one column a minute, a line every five"];
        yield return Html.Of("table", room.Teams.Count switch { > 18 => "crowd", > 9 => "many", _ => "" }, Html.Of("thead", "", Html.Of("tr", "", heads.Select(head => Html.Text("th", "", head)))),
            Html.Of("tbody", "", room.Teams.Select((team, i) => Row(room, team, i, turns, guesses))));
    }

    private static XElement Row(Room room, Team team, int place, bool turns, bool guesses)
    {
        var last = team.Lights is [.., { Check: var check }] && check.Kata == team.Kata ? check : null; // of another kata it says nothing here
        var name = Html.Text("button", "name", team.Name);
        name.Add(new XAttribute("data-row", place), new XAttribute("title", "rename"));
        return Html.Of("tr", "",
            Html.Of("th", "", name),
            Html.Of("td", "", last is null ? Html.Text("span", "soft", "-") : LightsDrawing.Large(last.Light)),
            Html.Of("td", "laws", last is null ? null : Html.Text("span", "", last.Laws > 0 ? $"{last.Held} of {last.Laws}" : last.Why),
                team.Kata is null || team.Kata == room.Kata ? null : Html.Text("span", "soft", team.Kata)),
            turns ? Html.Text("td", "", team.Driver ?? "") : null,
            guesses ? Html.Text("td", "", team.Guesses == 0 ? "" : $"{team.RightGuesses} of {team.Guesses}") : null,
            Html.Of("td", "lights", room.Began is { } began ? LightsDrawing.OfLast(team.Lights, began, room.Teams.Max(one => one.Lights.LastOrDefault()?.At) ?? began) : null));
    }
}
