using System.Net;
using System.Xml.Linq;

namespace Etudes.Dojo;

/// <summary>What laptops say stays text on the board and in the review.</summary>
public sealed class TextTests
{
    [Theory]
    [InlineData("<img src=x onerror=1>")]
    [InlineData("</script><script>alert(1)")]
    [InlineData("&lt;b&gt;&amp;")]
    [InlineData("\u202eneercs\u2066")]
    [InlineData("\u05d0\u05d1\u05d2 1")]
    [InlineData("a\u001b[2J\u0000\u0007")]
    [InlineData("\uffff\ufffe\U0001fffe")]
    [InlineData("]]><!--")]
    public async Task A_name_is_text_on_board_and_review(string name)
    {
        await using var board = await BoardHere.Start();
        string team = BoardHere.Team(0);
        Assert.Equal(HttpStatusCode.OK, (await board.Tell(team, new TeamJoined(BoardHere.Code, name, [name]) { Team = team, N = 1 }, new TurnBegun(name) { Team = team, N = 2 },
            BoardHere.Check(team, 3, source: name) with { Why = name, Laws = 1, Held = 0, Broken = [name] }, BoardHere.Check(team, 4, Light.Amber, name) with { Why = name, Held = 0, Laws = 0, Broken = [], Time = WallClock.Now.AddMinutes(-1) })).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await board.Post($"{BoardHere.Token}/retro/liked", System.Text.Encoding.UTF8.GetBytes(name))).Status);

        string rows = board.Desk.See(room => BoardPage.Parts(room, "join", WallClock.Now, isChanged: true).Single(part => part.Part == "rows").Html);
        var button = XElement.Parse(rows).Descendants("button").Single();
        Assert.Equal(Shown(name), button.Value);
        Assert.False(button.HasElements);

        string review = (await board.Get($"{BoardHere.Token}/review?names=1")).Said;
        string body = review[review.IndexOf("<h1", StringComparison.Ordinal)..review.IndexOf("<script type", StringComparison.Ordinal)];
        var field = XElement.Parse($"<body>{body}</body>").Descendants("textarea").First();
        Assert.Equal(Shown(name), field.Value);
        foreach (string page in (string[])[rows, review])
        {
            Assert.DoesNotContain("<img", page);
            Assert.DoesNotContain(page, character => character is '\u202e' or '\u2066' or '\u001b' or '\0');
        }
        Assert.Equal(2, review.Split("</script>").Length - 1);
    }

    /// <summary>Marks of direction and control characters are written out, so that they turn nothing round.</summary>
    private static string Shown(string name) => Show.Printable(name).Replace("\uffff", "\ufffd").Replace("\ufffe", "\ufffd");
}
