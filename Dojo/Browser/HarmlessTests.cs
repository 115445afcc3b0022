namespace Etudes.Dojo;

/// <summary>What a learner's code says is text, and the page asks nobody but its watch.</summary>
[Collection(nameof(Chromium))]
public sealed class HarmlessTests(Chromium chromium)
{
    private const string Markup = "<script>window.ran = 1</script><img src='x' onerror='window.ran = 2'><b onclick='window.ran = 3'>&lt;";

    [BrowserFact]
    public async Task Markup_in_a_message_and_in_what_is_printed_stays_text()
    {
        await using var session = await Session.Begin(chromium);
        await Expect(session.Light).ToHaveTextAsync("not written yet");
        session.Save(Workspace.Stub.Replace("int k) => throw new NotImplementedException();", $$"""
            int k)
            {
                Console.WriteLine("{{Markup}}");
                throw new InvalidOperationException("{{Markup}}");
            }
            """));
        await Expect(session.Light).ToContainTextAsync("laws hold");
        await Expect(session.Verdict.Locator(".sentence").First).ToContainTextAsync(Markup);
        await session.Verdict.GetByText("it printed").First.ClickAsync();
        await Expect(session.Verdict.Locator(".printed pre").First).ToContainTextAsync(Markup);
        await NothingRan(session);
    }

    [BrowserFact]
    public async Task Markup_in_an_error_of_the_compiler_stays_text()
    {
        await using var session = await Session.Begin(chromium);
        await Expect(session.Light).ToHaveTextAsync("not written yet");
        session.Save($"#error {Markup}\n{Workspace.Red}");
        await Expect(session.Verdict.Locator(".error").First).ToContainTextAsync(Markup);
        await NothingRan(session);
    }

    [BrowserFact]
    public async Task A_visit_asks_the_watch_alone()
    {
        await using var session = await Session.Begin(chromium, "MinHeap", Session.Wrong("Heap/MinHeap/01"));
        await Expect(session.Light).ToContainTextAsync("laws hold");
        foreach (string key in new[] { "h", "c", "f", "l" }) await session.Page.Keyboard.PressAsync(key);
        await Expect(session.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await Expect(session.Page.Locator("#hints h2")).ToHaveCountAsync(1);
        await Expect(session.Light).ToContainTextAsync("laws hold");
        string[] asked = [.. session.Requests.Select(request => request[session.Address.Length..]).Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal(["", "drawing.css", "events", "live.js", "page.css", "page.js", "press/c", "press/f", "press/h"], asked);
        session.MustBeClean();
    }

    private static async Task NothingRan(Session session)
    {
        await Expect(session.Verdict.Locator("script, img, b")).ToHaveCountAsync(0);
        Assert.Equal("undefined", await session.Page.EvaluateAsync<string>("typeof window.ran"));
        session.MustBeClean();
    }
}
