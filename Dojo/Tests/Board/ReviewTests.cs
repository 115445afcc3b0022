using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Etudes.Dojo;

/// <summary>What a review says of a record.</summary>
public sealed class ReviewTests
{
    private const string Lynx = "0123456789abcdef0123456789abcdef", Fox = "fedcba9876543210fedcba9876543210";

    private static readonly DateTimeOffset s_nine = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private static readonly DojoEvent[] s_story =
    [
        new DojoOpened("KXQWTR", Lynx, "ada", new(0, true, false, "TopK", [])) { At = s_nine },
        new TeamJoined("KXQWTR", "lynx", ["ada", "bob"]) { Team = Lynx, N = 1, At = s_nine },
        Check(Lynx, 2, 0, Light.Amber),
        Check(Lynx, 3, 2, Light.Red, broken: ["TopK: one law", "TopK: two laws"], guess: Light.Green),
        Check(Lynx, 4, 5, Light.Red, broken: ["TopK: two laws"], guess: Light.Red),
        Check(Lynx, 5, 9, Light.Green, source: "a\nb\r\nc\n"),
        Check(Lynx, 6, 10, Light.Green, source: "a\r\nB\nc\nd\n"),
        Check(Fox, 1, 3, Light.Green, source: "a\nb\nc\n"),
        new RetroWritten("liked", "<b>pairs</b>") { At = s_nine },
    ];

    [Fact]
    public void Time_is_split_by_lights_and_laws_by_what_they_cost()
    {
        var room = new Room();
        foreach (var happened in s_story) room.Take(happened);
        var team = new TeamStory("lynx", room.Find(Lynx)!, s_nine, s_nine.AddMinutes(10), s_story.OfType<CheckMade>().Where(check => check.Team == Lynx && check.Source is not null).ToDictionary(check => check.N, check => check.Source!.ReplaceLineEndings("\n")));
        Assert.Equal((2, 7, 1), (team.In(Light.Amber).TotalMinutes, team.In(Light.Red).TotalMinutes, team.In(Light.Green).TotalMinutes));
        Assert.Equal([("TopK: two laws", TimeSpan.FromMinutes(7)), ("TopK: one law", TimeSpan.FromMinutes(3))], team.Costs);
        Assert.Equal((TimeSpan.Zero, TimeSpan.FromMinutes(9)), (team.FirstCheck, team.FirstGreen));
        Assert.Equal([s_nine.AddMinutes(2)], team.WrongGuesses.Select(light => light.At));
        Assert.Equal([3], team.Steps); // b goes, B and d come; the ends of lines do not count
    }

    [Theory]
    [InlineData(null, 9, "9:00")] // a turn of its own
    [InlineData(5.0, 9, "5:00")] // the phase ends
    [InlineData(12.0, 9, "9:00")]
    [InlineData(-1.0, 9, "9:00")] // an earlier one
    [InlineData(null, 0, "0:00")] // not heard since
    public void The_last_light_is_on_until_its_phase_ends_or_its_team_is_silent(double? phaseEnded, double heard, string red)
    {
        DojoEvent[] story = [.. s_story[..2], Check(Lynx, 2, 0, Light.Red), new TurnBegun("bob") { Team = Lynx, N = 3, At = s_nine.AddMinutes(heard) }, Check(Fox, 1, 60, Light.Green)];
        if (phaseEnded is { } minutes) story = [.. story, new PhaseEnded { At = s_nine.AddMinutes(minutes) }];
        Assert.Contains($"<tr><th>lynx</th><td>1</td><td>0:00</td><td>-</td><td>0:00</td><td>0:00</td><td>{red}</td>", ReviewPage.Of(story, names: false).Html);
    }

    [Fact]
    public void Persons_are_named_only_if_that_is_wanted()
    {
        Assert.DoesNotContain("bob", ReviewPage.Of(s_story, names: false).Html);
        Assert.Contains("lynx (ada, bob)", ReviewPage.Of(s_story, names: true).Html);
    }

    [Fact]
    public void What_was_typed_is_text()
    {
        string html = ReviewPage.Of(s_story, names: false).Html;
        Assert.Contains("&lt;b&gt;pairs", html);
        Assert.DoesNotContain("<b>", html);
    }

    [Fact]
    public void A_source_cannot_end_the_script_that_holds_it()
    {
        string html = ReviewPage.Of([.. s_story, Check(Fox, 2, 4, Light.Red, source: "</script><script>alert(1)</script>")], names: false).Html;
        Assert.DoesNotContain("alert(1)</script>", html);
        using var json = JsonDocument.Parse(Regex.Match(html, "id=\"sources\">(.*?)</script>").Groups[1].Value);
        Assert.Contains("</script><script>alert(1)</script>", json.RootElement.GetProperty("lines").EnumerateArray().Select(line => line.GetString()));
    }

    [Fact]
    public void Nobody_learns_a_teams_id_or_the_boards_token() => Assert.DoesNotContain(Lynx, ReviewPage.Of(s_story, names: true).Html);

    [Fact]
    public void It_asks_for_nothing_from_elsewhere() => Assert.DoesNotContain("://", ReviewPage.Of(s_story, names: true).Html.Replace("http://www.w3.org/2000/svg", ""));

    [Fact]
    public void Ninety_minutes_of_four_teams_are_under_two_megabytes()
    {
        string answer = File.ReadAllText(Path.Combine(Engine.Repository.Root, "Solutions", "Graph", "Arborescence.cs"));
        string[] lines = answer.Split('\n');
        var checks = Enumerable.Range(0, 400).Select(i => Check($"{i % 4:x32}", i / 4 + 1, i / 4 * 0.9, (Light)(i % 3), source: string.Join('\n', lines.Take(10 + i * (lines.Length - 10) / 400).Append($"// {i}"))));
        Assert.InRange(ReviewPage.Of([.. checks], names: false).Html.Length, 10_000, 2_000_000);
    }

    [Fact]
    public void A_dojo_without_a_check_has_a_review() => Assert.Contains("Nothing was checked.", ReviewPage.Of(s_story[..2], names: false).Html);

    private static CheckMade Check(string team, int n, double minutes, Light light, string[]? broken = null, Light? guess = null, string? source = null) =>
        new("TopK", light, "", 17 - (broken?.Length ?? 0), 17, broken ?? [], guess, source) { Team = team, N = n, At = s_nine.AddMinutes(minutes) };
}
