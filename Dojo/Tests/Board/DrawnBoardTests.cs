using System.Xml.Linq;

namespace Etudes.Dojo;

/// <summary>A board is drawn for who looks at it, and holds up no laptop.</summary>
public sealed class DrawnBoardTests
{
    private static readonly string s_lynx = BoardHere.Team(0);

    [Fact]
    public async Task While_it_is_drawn_laptops_go_on()
    {
        await using var board = await BoardHere.Start(teams: 2);
        var copy = board.Desk.See(room => room.Copy());
        int n = 1;
        foreach (var (_, html) in BoardPage.Parts(copy, "join", WallClock.Now, isChanged: true))
        {
            Assert.NotEmpty(html);
            board.Desk.Take(s_lynx, [BoardHere.Check(s_lynx, ++n)], WallClock.Now);
        }
        Assert.Empty(copy.Teams[0].Lights);
        Assert.Equal(n - 1, board.Desk.See(room => room.Teams[0].Lights.Count));
        Assert.Equal((1, n), (copy.Teams[0].Kept, board.Desk.See(room => room.Teams[0].Kept)));
    }

    [Fact]
    public async Task A_row_shows_the_kata_that_is_worked_on_and_its_light_alone()
    {
        await using var board = await BoardHere.Start(teams: 1);
        board.Desk.Take(s_lynx, [BoardHere.Check(s_lynx, 2)], WallClock.Now);
        Assert.Equal(("3 of 9", 2), Row());
        board.Desk.Take(s_lynx, [BoardHere.Joined(s_lynx, n: 3) with { Kata = "Kruskal" }], WallClock.Now);
        Assert.Equal(("Kruskal", 1), Row());
        board.Desk.Take(s_lynx, [BoardHere.Joined(s_lynx, n: 4) with { Kata = "TopK" }], WallClock.Now);
        Assert.Equal(("3 of 9", 2), Row());

        (string Laws, int Drawings) Row()
        {
            var row = XElement.Parse(BoardPage.Parts(board.Desk.See(room => room.Copy()), "join", WallClock.Now, isChanged: true).Single(part => part.Part == "rows").Html).Descendants("tr").Last();
            return (row.Elements("td").Single(cell => (string?)cell.Attribute("class") == "laws").Value, row.Descendants().Count(one => one.Name.LocalName == "svg"));
        }
    }

    [Fact]
    public async Task Who_begins_to_look_sees_it_as_it_is()
    {
        await using var board = await BoardHere.Start();
        await board.Tell(s_lynx, BoardHere.Joined(s_lynx, "lynx"));
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var events = new StreamReader(await client.GetStreamAsync(new Uri(board.Root, $"{BoardHere.Token}/events")));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        Assert.Contains("lynx", await events.ReadLineAsync(patience.Token));
    }
}
