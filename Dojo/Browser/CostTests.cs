using System.Collections.Concurrent;
using Xunit.Abstractions;

namespace Etudes.Dojo;

/// <summary>What the page costs: time beside the terminal's, and bytes.</summary>
[Collection(nameof(Chromium))]
public sealed class CostTests(Chromium chromium, ITestOutputHelper output)
{
    private const int Saves = 21;
    private const int LeastBytes = 10_000, MostBytes = 200_000;

    /// <summary>Notes when each sentence has been painted with its drawing, in milliseconds since 1970.</summary>
    private const string Noting = """
        () => {
            window.painted = {};
            new MutationObserver(() => {
                const sentence = document.querySelector("#verdict .sentence")?.textContent;
                if (sentence && document.querySelector("#verdict svg"))
                    requestAnimationFrame(() => setTimeout(() => { window.painted[sentence] ??= performance.timeOrigin + performance.now(); }));
            }).observe(document.getElementById("verdict"), { childList: true });
        }
        """;

    /// <summary>Both are told of the same saves, so that what else the machine does concerns both.</summary>
    [BrowserFact]
    public async Task Each_verdict_is_drawn_and_how_soon_after_the_terminals_is_told()
    {
        await using var session = await Session.Begin(chromium, answer: Workspace.Red);
        await Expect(session.Light).ToContainTextAsync("laws hold");
        await session.Page.EvaluateAsync(Noting);
        ConcurrentDictionary<string, double> told = [];
        session.Told += line => told.TryAdd(line.Trim(), Now());
        List<double> atTerminal = [], onPage = [];
        for (int save = 0; save < Saves; save++)
        {
            await Task.Delay(200);
            double saved = Now();
            session.Save(Workspace.Red.Replace("int k) => []", $"int k) => [{1000 + save}]"));
            await Expect(session.Verdict.Locator(".sentence").First).ToContainTextAsync($"but is [{1000 + save}]");
            await Expect(session.Light).ToContainTextAsync("laws hold");
            string sentence = await session.Verdict.Locator(".sentence").First.InnerTextAsync();
            onPage.Add(await session.Page.EvaluateAsync<double>("sentence => window.painted[sentence]", sentence) - saved);
            atTerminal.Add(told[sentence] - saved);
        }
        double ratio = Median(onPage) / Median(atTerminal);
        string figures = FormattableString.Invariant($"from a save to its verdict: {Median(atTerminal):f0} ms at the terminal, {Median(onPage):f0} ms on the page, ratio {ratio:f2}");
        output.WriteLine(figures); // at most 1.3 is asked for
        Assert.All(onPage, time => Assert.True(time > 0, figures));
    }

    [BrowserFact]
    public async Task All_that_a_page_loads_is_small()
    {
        await using var session = await Session.Begin(chromium, "MinHeap", Session.Wrong("Heap/MinHeap/01"));
        await Expect(session.Light).ToContainTextAsync("laws hold");
        var network = await session.Page.Context.NewCDPSessionAsync(session.Page);
        long bytes = 0;
        network.Event("Network.dataReceived").OnEvent += (_, data) => Interlocked.Add(ref bytes, data!.Value.GetProperty("dataLength").GetInt64());
        await network.SendAsync("Network.enable");
        await session.Page.ReloadAsync();
        await Expect(session.Verdict.Locator("svg").First).ToBeAttachedAsync();
        output.WriteLine($"{bytes} bytes");
        Assert.InRange(bytes, LeastBytes, MostBytes);
    }

    private static double Now() => (DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds;

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
