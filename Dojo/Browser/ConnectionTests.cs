namespace Etudes.Dojo;

/// <summary>The page and its watch, when either of them comes and goes.</summary>
[Collection(nameof(Chromium))]
public sealed class ConnectionTests(Chromium chromium)
{
    [BrowserFact]
    public async Task A_page_outlives_its_watch_and_goes_on_with_the_next()
    {
        await using var session = await Session.Begin(chromium, answer: Workspace.Red);
        await Expect(session.Light).ToContainTextAsync("laws hold");
        var gone = session.Page.GetByRole(AriaRole.Alert);
        await Expect(gone).ToBeHiddenAsync();

        await session.EndWatch();
        await Expect(gone).ToBeVisibleAsync();
        await Expect(gone).ToContainTextAsync("The watch has ended");
        await Expect(gone).ToBeInViewportAsync();

        string address = session.Address;
        await session.StartWatch();
        Assert.Equal(address, session.Address);
        await Expect(gone).ToBeHiddenAsync();
        session.Save(Workspace.Green);
        await Expect(session.Light).ToContainTextAsync("green");
        await session.Page.Keyboard.PressAsync("h");
        await Expect(session.Page.Locator("#hints h2")).ToHaveCountAsync(1);
        Assert.Equal(1, session.Loads);
    }

    [BrowserFact]
    public async Task Two_tabs_show_the_same_and_one_may_be_closed()
    {
        await using var session = await Session.Begin(chromium, answer: Workspace.Red);
        await Expect(session.Light).ToContainTextAsync("laws hold");
        var other = await session.Tab();
        await Expect(other.Locator("#light")).ToContainTextAsync("laws hold");
        Assert.Equal(await session.Verdict.InnerHTMLAsync(), await other.Locator("#verdict").InnerHTMLAsync());
        await other.Keyboard.PressAsync("h");
        foreach (var tab in new[] { other, session.Page }) await Expect(tab.Locator("#hints h2")).ToHaveCountAsync(1);
        session.MustBeClean();

        await other.CloseAsync();
        session.Save(Workspace.Green);
        await Expect(session.Light).ToContainTextAsync("green");
        await session.Page.Keyboard.PressAsync("h");
        await Expect(session.Page.Locator("#hints h2")).ToHaveCountAsync(2);
        Assert.Empty(session.Errors);
    }

    /// <summary>A browser has six connections to an address; a page that each held one of them would leave none for the seventh.</summary>
    [BrowserFact]
    public async Task Tabs_in_the_background_leave_the_connections_to_the_others()
    {
        await using var session = await Session.Begin(chromium, answer: Workspace.Red);
        await Expect(session.Light).ToContainTextAsync("laws hold");
        List<IPage> hidden = [];
        for (int i = 0; i < 7; i++)
        {
            var tab = await session.Tab();
            await Expect(tab.Locator("#light")).ToContainTextAsync("laws hold");
            await Turn(tab, away: true);
            hidden.Add(tab);
        }
        session.Save(Workspace.Green);
        await Expect(session.Light).ToContainTextAsync("green");
        await session.Page.Keyboard.PressAsync("h");
        await Expect(session.Page.Locator("#hints h2")).ToHaveCountAsync(1);

        await Turn(hidden[0], away: false);
        await Expect(hidden[0].Locator("#light")).ToContainTextAsync("green");
        await Expect(hidden[0].GetByRole(AriaRole.Alert)).ToBeHiddenAsync();
        session.MustBeClean();
    }

    /// <summary>Without a screen no tab is ever behind another; here one is told so.</summary>
    private static Task Turn(IPage tab, bool away) => tab.EvaluateAsync(
        "away => { Object.defineProperty(document, 'hidden', { value: away, configurable: true }); document.dispatchEvent(new Event('visibilitychange')); }", away);
}
