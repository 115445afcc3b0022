using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;

namespace Etudes.Dojo;

/// <summary>A dojo of three teams, from the first line that is typed to the review.</summary>
[Collection(nameof(Chromium))]
public sealed partial class BoardTests(Chromium chromium) : IAsyncLifetime
{
    private readonly Workspace _wall = new();
    private readonly Dictionary<string, Workspace> _laptops = new() { ["lynx"] = new(), ["fox"] = new(), ["owl"] = new() };
    private readonly List<Talk> _talks = [];
    private IBrowserContext _window = null!;
    private IPage _board = null!;

    public async Task InitializeAsync()
    {
        if (Chromium.Executable is not null) _window = await chromium.Window();
    }

    public async Task DisposeAsync()
    {
        if (_window is not null) await _window.CloseAsync();
        _talks.ForEach(talk => talk.Dispose());
        foreach (var work in _laptops.Values.Append(_wall)) work.Dispose();
    }

    [BrowserFact]
    public async Task Three_teams_join_guess_change_the_driver_and_look_back()
    {
        string[] join = await Host("TopK", "--predict", "--turn", "5", "--plan", "ask:1,code:2");
        Dictionary<string, Talk> teams = [];
        foreach (var (name, work) in _laptops) teams[name] = Begin(work, [.. join, "--team", name, "--names", $"{name}-one,{name}-two"]);
        foreach (var (name, talk) in teams)
        {
            Assert.Contains("your source go there", await talk.Until("not written yet: TopK.Largest"));
            await Expect(Row(name)).ToContainTextAsync($"{name}-one");
        }

        await _board.Locator("[data-act=phase]").ClickAsync();
        await Expect(_board.Locator("#phase")).ToContainTextAsync("ask");
        await teams["fox"].Until("ask begins");
        // The lynx guesses wrongly, the fox rightly, and the owl's save is not checked yet.
        await Save("lynx", Workspace.Red, 'g');
        await Save("fox", Workspace.Green, 'g');
        _laptops["owl"].Answer = Workspace.Red;
        await teams["owl"].Until("your guess");
        await Expect(Row("lynx").Locator("td").Nth(0).Locator("svg")).ToHaveAttributeAsync("aria-label", "red");
        await Expect(Row("lynx")).ToContainTextAsync("0 of 1");
        await Expect(Row("fox").Locator("td").Nth(0).Locator("svg")).ToHaveAttributeAsync("aria-label", "green");
        await Expect(Row("fox")).ToContainTextAsync("1 of 1");
        await Expect(Row("owl").Locator("td").Nth(0)).ToHaveTextAsync("-");
        await teams["fox"].Press('t');
        await Expect(Row("fox")).ToContainTextAsync("fox-two");
        await _board.Locator("[data-act='phase/end']").ClickAsync();
        await teams["owl"].Until("the phase is over");
        await _board.Locator("[data-act=hint]").ClickAsync();
        await teams["owl"].Until("A hint for all on TopK: ");
        await Propose("MaximumSpanningForest");
        await _board.Locator("[data-act=hint]").ClickAsync();
        await Expect(_board.Locator("#kata")).ToHaveTextAsync("MaximumSpanningForest, hint 1 told");
        var (kata, last) = (await _board.Locator("#kata").BoundingBoxAsync(), await _board.Locator("nav a").Last.BoundingBoxAsync());
        Assert.True(Math.Abs(last!.Y - kata!.Y) < kata.Height / 2); // the footer is one line
        await Propose("Kruskal");
        await teams["owl"].Until("The board proposes Kruskal");
        await teams["owl"].Press('y');
        await teams["owl"].Until("Katas/Graph/Kruskal/Kruskal.cs");
        await Expect(Row("fox").Locator(".laws")).ToContainTextAsync("TopK"); // it works on that
        await Expect(Row("owl").Locator(".laws")).ToHaveTextAsync("");
        await Rename("lynx", "<b>wolf</b>", teams["fox"]);
        await teams["lynx"].Until("The board: your row is named <b>wolf</b> now.");

        var review = await _window.RunAndWaitForPageAsync(() => _board.GetByRole(AriaRole.Link, new() { Name = "review", Exact = true }).ClickAsync());
        var times = review.Locator("section", new() { HasText = "first check" }).Locator("tbody tr");
        await Expect(times).ToHaveCountAsync(3);
        await Expect(times.Filter(new() { HasText = "wolf" })).ToContainTextAsync("0 of 1");
        await Expect(review.Locator("section", new() { HasText = "Predictions that went wrong" }).Locator("tbody tr")).ToHaveTextAsync(WrongGuess());
        Assert.DoesNotContain("lynx-one", await review.ContentAsync());
        await review.Locator("#from").SelectOptionAsync("0");
        await review.Locator("#to").SelectOptionAsync("1");
        await Expect(review.Locator("#beside .its").First).ToBeVisibleAsync();
        await review.GetByLabel("liked").FillAsync(new('x', 4_001));
        await Expect(review.Locator("#refused")).ToHaveTextAsync("It is not kept: a text has at most 4000 characters.");
        await review.GetByLabel("liked").FillAsync("pairs");
        await Until(() => Record().Contains("\"text\":\"pairs\""));
        await Look(review);
        // What the review counts is what the laptops wrote down.
        int checks = _laptops.Values.Sum(work => File.ReadAllText(Directory.GetFiles(work.Full(".kata/private/dojo"), "*.jsonl").Single()).Split("\"kind\":\"check\"").Length - 1);
        Assert.Equal(2, checks);
        Assert.Equal(checks, Record().Split("\"kind\":\"check\"").Length - 1);

        async Task Propose(string kata)
        {
            await _board.Locator("#katas").SelectOptionAsync(kata);
            await _board.Locator("[data-act=kata]").ClickAsync();
        }

        async Task Save(string team, string answer, char guess)
        {
            _laptops[team].Answer = answer;
            await teams[team].Until("your guess");
            await teams[team].Press(guess);
            await teams[team].Until("You guessed");
        }
    }

    /// <summary>By keyboard alone, while another team goes on.</summary>
    private async Task Rename(string team, string name, Talk other)
    {
        var field = _board.GetByRole(AriaRole.Textbox, new() { Name = $"New name of {team}" });
        await Row(team).GetByRole(AriaRole.Button).FocusAsync();
        await _board.Keyboard.PressAsync("Enter");
        await _board.Keyboard.TypeAsync("nobody");
        await _board.Keyboard.PressAsync("Escape");
        await Expect(Row(team).GetByRole(AriaRole.Button)).ToBeFocusedAsync();
        await _board.Keyboard.PressAsync("Enter");
        await _board.Keyboard.TypeAsync(name[..4]);
        await other.Press('t');
        await Expect(Row("fox")).ToContainTextAsync("fox-one"); // all rows are drawn anew
        await Expect(field).ToBeFocusedAsync();
        await Look(_board);
        await _board.Keyboard.TypeAsync(name[4..]);
        await _board.Keyboard.PressAsync("Enter");
        await Expect(Row(name).GetByRole(AriaRole.Button)).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task A_board_that_is_ended_and_begun_again_is_found_by_browser_and_laptops()
    {
        string[] join = await Host("TopK");
        var lynx = Begin(_laptops["lynx"], [.. join, "--team", "lynx"]);
        await lynx.Until("not written yet: TopK.Largest");
        await Expect(Row("lynx")).ToBeVisibleAsync();
        await _talks[0].Quit();
        await Expect(_board.Locator("#gone")).ToBeVisibleAsync();
        _laptops["lynx"].Answer = Workspace.Red;
        await lynx.Until("The board has not got everything yet");
        Begin(_wall, ["dojo", "host", "--no-open", "--port", $"{new Uri(_board.Url).Port}"]);
        await Expect(Row("lynx").Locator("td").Nth(0).Locator("svg")).ToHaveAttributeAsync("aria-label", "red");
        await Expect(_board.Locator("#gone")).ToBeHiddenAsync();
    }

    /// <summary>Holds a board, and shows it.</summary>
    /// <returns>What laptops type.</returns>
    private async Task<string[]> Host(params string[] arguments)
    {
        string port = $"{FreePort()}";
        string said = await Begin(_wall, ["dojo", "host", "--no-open", "--port", port, .. arguments]).Until("q ends the board");
        _board = await _window.NewPageAsync();
        await _board.GotoAsync(AddressPattern().Match(said).Value);
        string[] join = [.. JoinPattern().Match(said).Groups[1].Value.Trim().Split(' ')];
        await Expect(_board.Locator("#join")).ToHaveTextAsync($"./kata {string.Join(' ', join)}");
        return join;
    }

    private Talk Begin(Workspace work, string[] arguments)
    {
        var talk = new Talk(work, arguments);
        _talks.Add(talk);
        return talk;
    }

    private ILocator Row(string team) => _board.Locator("#rows tbody tr", new() { Has = _board.GetByRole(AriaRole.Button, new() { Name = team, Exact = true }) });

    private string Record() => File.ReadAllText(Directory.GetFiles(_wall.Full(".kata/private/dojo"), "board-*.jsonl").Single());

    private static async Task Until(Func<bool> comes)
    {
        for (int i = 0; !comes(); i++, await Task.Delay(100)) Assert.True(i < 300);
    }

    private static async Task Look(IPage page)
    {
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            var found = await page.RunAxe();
            Assert.NotEmpty(found.Passes);
            Assert.True(!found.Violations.Any(one => one.Impact is "serious" or "critical"), $"{scheme}:\n{string.Join("\n", found.Violations.Select(one => $"{one.Impact} {one.Id}: {one.Help} {one.Nodes[0].Html}"))}");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"http://\S+")]
    private static partial Regex AddressPattern();

    [GeneratedRegex("On each laptop: ./kata (.*)")]
    private static partial Regex JoinPattern();

    [GeneratedRegex("wolf.*green.*red")]
    private static partial Regex WrongGuess();
}
