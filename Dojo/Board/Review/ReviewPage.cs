using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace Etudes.Dojo;

/// <summary>One page that needs nothing else, made of a record: what became of the time, and what changed from light to light.</summary>
/// <param name="Policy">The Content-Security-Policy to serve it under.</param>
internal sealed record ReviewPage(string Html, string Policy)
{
    /// <summary>Of the retrospective.</summary>
    public static IReadOnlyList<string> Headings { get; } = ["liked", "learned", "lacked", "to try"];

    /// <param name="events">By the board's clock.</param>
    /// <param name="names">Persons are named, too.</param>
    /// <param name="record">The path of the record, and the line that deletes it is told; or null.</param>
    public static ReviewPage Of(IReadOnlyList<DojoEvent> events, bool names, string? record = null)
    {
        var room = new Room();
        foreach (var happened in events) room.Take(happened);
        var began = room.Began ?? events[0].At ?? events[0].Time;
        TeamStory[] teams = [.. room.Teams.Select(team => new TeamStory(names && team.People.Count > 0 ? $"{team.Name} ({string.Join(", ", team.People)})" : team.Name, team, began, EndOf(team, events),
            events.OfType<CheckMade>().Where(check => check.Team == team.Id && check.Source is not null).ToDictionary(check => check.N, check => check.Source!.ReplaceLineEndings("\n"))))];
        var body = ReviewParts.Of(room, teams, began, record);
        var (style, script) = (PageFiles.Read("lights.css") + PageFiles.Read("review.css"), PageFiles.Read("review.js"));
        string policy = $"default-src 'none'; style-src {Hash(style)}; script-src {Hash(script)}; connect-src 'self'; base-uri 'none'; form-action 'none'";
        string html = $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <meta http-equiv="Content-Security-Policy" content="{policy}">
            <title>Review of a dojo, {began:yyyy-MM-dd} - Etudes</title>
            <style>{style}</style>
            </head>
            <body>
            {Dojo.Html.Written(body)}
            <script type="application/json" id="sources">{ReviewSources.Of(teams, began)}</script>
            <script>{script}</script>
            </body>
            </html>

            """;
        return new(html, policy);
    }

    /// <summary>When a team's last light went out: with the phase, and at the latest when the team was heard last.</summary>
    private static DateTimeOffset EndOf(Team team, IReadOnlyList<DojoEvent> events)
    {
        var lit = team.Lights.LastOrDefault()?.At;
        var phase = events.Where(happened => happened is PhaseBegun or PhaseEnded && happened.At > lit).Min(happened => happened.At);
        var heard = events.OfType<TeamEvent>().Where(happened => happened.Team == team.Id).Max(happened => happened.At ?? happened.Time);
        return phase < heard ? phase.Value : heard;
    }

    private static string Hash(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";
}
