using Deque.AxeCore.Playwright;

namespace Etudes.Dojo;

/// <summary>That everyone can use the page, and see without scrolling what matters.</summary>
[Collection(nameof(Chromium))]
public sealed class SightTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_finds_nothing_serious(ColorScheme scheme)
    {
        await using var session = await Session.Begin(chromium, "MinHeap", Session.Wrong("Heap/MinHeap/01"));
        await session.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await Expect(session.Light).ToContainTextAsync("laws hold");
        await session.Page.Keyboard.PressAsync("h");
        await Expect(session.Page.Locator("#hints h2")).ToHaveCountAsync(1);
        await Look("red, with steps and a hint");

        session.Save(Session.Wrong("Heap/MinHeap/01").Replace("int i", "int j"));
        await Expect(session.Verdict.Locator(".error").First).ToBeVisibleAsync();
        await Look("not compiled");

        session.Save("TopK", Workspace.Green);
        await session.Page.Keyboard.PressAsync("l");
        await Look("the list");
        await session.Page.Locator("[data-kata=TopK]").ClickAsync();
        await Expect(session.Light).ToContainTextAsync("green");
        await Expect(session.Verdict.GetByText("it escapes the")).ToBeVisibleAsync(); // the verdict comes after the light
        foreach (var folded in await session.Verdict.Locator("summary").AllAsync()) await folded.ClickAsync();
        await Expect(session.Verdict.Locator("table.beside")).ToBeVisibleAsync();
        await Look("green, with the reference beside it");

        await session.EndWatch();
        await Expect(session.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Look("the watch has ended");

        async Task Look(string state)
        {
            var found = await session.Page.RunAxe();
            Assert.NotEmpty(found.Passes);
            Assert.True(!found.Violations.Any(one => one.Impact is "serious" or "critical"), $"{state}:\n{string.Join("\n", found.Violations.Select(one =>
                $"{one.Impact} {one.Id}: {one.Help}\n{string.Join("\n", one.Nodes.Select(node => $"  {node.Html}\n  {string.Join(' ', node.Any.Select(check => check.Message))}"))}"))}");
        }
    }

    [BrowserFact]
    public async Task Dark_is_dark_and_light_is_light()
    {
        await using var session = await Session.Begin(chromium, answer: Workspace.Red);
        await Expect(session.Light).ToContainTextAsync("laws hold");
        foreach (var (scheme, isDark) in new[] { (ColorScheme.Light, false), (ColorScheme.Dark, true) })
        {
            await session.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            Assert.Equal(isDark, await Brightness(session.Page.Locator("body"), "backgroundColor") < 128);
            Assert.Equal(!isDark, await Brightness(session.Page.Locator("body"), "color") < 128);
            Assert.Equal(!isDark, await Brightness(session.Verdict.Locator("svg text").First, "fill") < 128);
        }

        static async Task<int> Brightness(ILocator what, string property) =>
            await what.EvaluateAsync<int>("(what, property) => Math.max(...getComputedStyle(what)[property].match(/\\d+/g).slice(0, 3))", property);
    }

    [BrowserTheory]
    [InlineData("TopK", "Heap/TopK/01")]
    [InlineData("MinHeap", "Heap/MinHeap/01")]
    [InlineData("Kruskal", "Graph/Kruskal/01")]
    public async Task Sentence_and_first_drawing_need_no_scrolling(string kata, string wrong)
    {
        await using var session = await Session.Begin(chromium, kata, Session.Wrong(wrong));
        await Expect(session.Light).ToContainTextAsync("laws hold");
        foreach (var (width, height) in new[] { (1366, 768), (1920, 1080) })
        {
            await session.Page.SetViewportSizeAsync(width, height);
            var room = (await session.Verdict.BoundingBoxAsync())!;
            foreach (string what in new[] { ".sentence", "figure svg:visible", "figure figcaption" })
            {
                var seen = (await session.Verdict.Locator(what).First.BoundingBoxAsync())!;
                Assert.True(seen.X >= room.X && seen.Y >= room.Y && seen.X + seen.Width <= room.X + room.Width && seen.Y + seen.Height <= Math.Min(height, room.Y + room.Height),
                    $"{kata}, {width} x {height}: {what} is at {seen.X}, {seen.Y} and {seen.Width} x {seen.Height}, the room at {room.X}, {room.Y} and {room.Width} x {room.Height}");
            }
            Assert.False(await session.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth || document.documentElement.scrollHeight > innerHeight"), $"{width} x {height}: the page scrolls as a whole");
        }
        session.MustBeClean();
    }
}
