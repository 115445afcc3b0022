namespace Etudes.Dojo;

/// <summary>What a learner does on the page, from the first save to the green answer.</summary>
[Collection(nameof(Chromium))]
public sealed class PracticeTests(Chromium chromium)
{
    private const string BesideTitle = "the reference beside yours";

    [BrowserFact]
    public async Task A_save_changes_verdict_and_drawing()
    {
        await using var session = await Session.Begin(chromium);
        await Expect(session.Light).ToHaveTextAsync("not written yet");
        await Expect(session.Page).ToHaveTitleAsync("TopK - Etudes");
        await Expect(session.Page.Locator("#statement")).ToContainTextAsync("Constraints");
        await Expect(session.Verdict.Locator("svg")).ToHaveCountAsync(0);

        session.Save(Workspace.Red);
        await Expect(session.Light).ToContainTextAsync("laws hold");
        await Expect(session.Light).ToContainTextAsync("red");
        await Expect(session.Verdict.Locator(".sentence").First).ToBeVisibleAsync();
        string empty = await session.Verdict.Locator("figure.actual svg").First.InnerHTMLAsync();

        session.Save(Workspace.Stub.Replace("throw new NotImplementedException()", "[.. stream]"));
        await Expect(session.Verdict.Locator("figure.actual svg").First).Not.ToHaveJSPropertyAsync("innerHTML", empty);
        await Expect(session.Light).ToContainTextAsync("laws hold");
        session.MustBeClean();
    }

    [BrowserFact]
    public async Task The_steps_of_a_heap_are_gone_through_by_slider_and_by_arrows()
    {
        await using var session = await Session.Begin(chromium, "MinHeap", Session.Wrong("Heap/MinHeap/01"));
        await Expect(session.Light).ToContainTextAsync("laws hold");
        var slider = session.Verdict.GetByRole(AriaRole.Slider, new() { Name = "step" }).First;
        var figure = session.Verdict.Locator("figure", new() { Has = session.Page.Locator("input") }).First;
        var shown = figure.Locator(".frame:visible");
        int steps = int.Parse((await slider.GetAttributeAsync("max"))!);
        Assert.InRange(steps, 3, 12);
        HashSet<string> seen = [];
        await See(steps); // the last step is where it breaks

        await session.Page.Keyboard.PressAsync("ArrowLeft"); // nothing has the focus
        await See(steps - 1);
        await slider.FocusAsync();
        await session.Page.Keyboard.PressAsync("ArrowLeft");
        await See(steps - 2);
        await slider.FillAsync("1");
        if (steps > 3) await See(1);
        await session.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(slider).ToHaveValueAsync("2");
        await slider.FillAsync($"{steps}");
        await Expect(shown).ToHaveCountAsync(1);
        Assert.False(seen.Add(await shown.InnerHTMLAsync())); // the one it began with
        session.MustBeClean();

        async Task See(int step)
        {
            await Expect(slider).ToHaveValueAsync($"{step}");
            await Expect(shown).ToHaveCountAsync(1);
            await Expect(figure.Locator(".frame").Nth(step - 1)).ToBeVisibleAsync();
            Assert.True(seen.Add(await shown.InnerHTMLAsync()), $"step {step} looks like another one");
        }
    }

    [BrowserFact]
    public async Task Hints_come_one_by_one_by_button_and_by_key()
    {
        await using var session = await Session.Begin(chromium);
        await Expect(session.Light).ToHaveTextAsync("not written yet");
        var titles = session.Page.Locator("#hints h2");
        await Expect(titles).ToHaveCountAsync(0);
        await session.Page.GetByRole(AriaRole.Button, new() { Name = "hint" }).ClickAsync();
        await Expect(titles).ToHaveTextAsync(["Brute force (1 of 3)"]);
        await session.Page.Keyboard.PressAsync("h");
        await Expect(titles).ToHaveTextAsync(["Brute force (1 of 3)", "What can be forgotten (2 of 3)"]);
        await Expect(titles.Nth(1)).ToBeInViewportAsync();
        await session.Page.Keyboard.PressAsync("h");
        await Expect(titles).ToHaveCountAsync(3);
        await Expect(titles.Nth(2)).ToBeInViewportAsync();
        session.MustBeClean();
    }

    [BrowserFact]
    public async Task Examples_debugging_and_the_solution_are_keys_here_too()
    {
        await using var session = await Session.Begin(chromium, answer: Workspace.Red);
        await Expect(session.Light).ToContainTextAsync("laws hold");
        var asked = session.Page.Locator("#asked");
        await session.Page.GetByRole(AriaRole.Button, new() { Name = "debug" }).ClickAsync();
        await Expect(asked).ToContainTextAsync("holds this case as the example Counterexample");
        await Expect(session.Light).ToContainTextAsync("laws hold");
        await Expect(asked).ToContainTextAsync("holds this case"); // what it wrote was checked too
        await session.Page.Keyboard.PressAsync("e");
        await Expect(asked).ToContainTextAsync("has no example yet");
        await session.Page.Keyboard.PressAsync("s");
        await Expect(asked).ToContainTextAsync("s once more gives up");
        await session.Page.GetByRole(AriaRole.Button, new() { Name = "solution" }).ClickAsync();
        await Expect(asked.Locator("table.beside")).ToBeVisibleAsync();

        session.Save(Workspace.Green);
        await Expect(session.Light).ToContainTextAsync("green");
        await Expect(asked).ToBeEmptyAsync();
        session.MustBeClean();
    }

    [BrowserFact]
    public async Task A_right_answer_is_green_and_has_the_reference_beside_it()
    {
        await using var session = await Session.Begin(chromium, answer: Workspace.Red);
        await Expect(session.Light).ToContainTextAsync("red");
        session.Save(Workspace.Green);
        await Expect(session.Light).ToContainTextAsync("green");
        await Expect(session.Light.Locator(".green")).ToBeVisibleAsync();
        await Expect(session.Verdict).ToContainTextAsync("laws hold");
        await Expect(session.Verdict.Locator("figure")).ToHaveCountAsync(0);

        await session.Verdict.GetByText("it escapes the").ClickAsync();
        await Expect(session.Verdict.Locator("details[open] p")).ToContainTextAsync(", ");

        await session.Verdict.GetByText(BesideTitle).ClickAsync();
        var beside = session.Verdict.Locator("table.beside");
        await Expect(beside.Locator("th")).ToHaveTextAsync(["Katas/Heap/TopK/TopK.cs", "Solutions/Heap/TopK.cs"]);
        var (mine, its) = (beside.Locator("td.mine"), beside.Locator("td.its"));
        await Expect(mine).ToContainTextAsync(["public abstract class TopK : ITopK, ITopKByOrder"]);
        await Expect(its).ToContainTextAsync(["public abstract partial class TopK"]);
        var (left, right) = ((await mine.First.BoundingBoxAsync())!, (await its.First.BoundingBoxAsync())!);
        Assert.Equal(left.Y, right.Y);
        Assert.True(right.X >= left.X + left.Width);
        string plain = await Background(beside.Locator("td:not([class])").First);
        Assert.Equal(3, new HashSet<string> { plain, await Background(mine.First), await Background(its.First) }.Count); // marked

        await session.Verdict.GetByText("how its time grows").ClickAsync();
        await Expect(session.Page.Locator("#asked")).ToContainTextAsync("fails"); // this copy has no benchmarks
        session.MustBeClean();

        static Task<string> Background(ILocator cell) => cell.EvaluateAsync<string>("cell => getComputedStyle(cell).backgroundColor");
    }

    [BrowserFact]
    public async Task An_error_of_the_compiler_is_told_with_its_line_and_goes_once_mended()
    {
        await using var session = await Session.Begin(chromium, answer: Workspace.Red);
        await Expect(session.Light).ToContainTextAsync("laws hold");
        session.Save(Workspace.Red.Replace("int k) => []", "int k) => \"three\""));
        var error = session.Verdict.Locator(".error");
        await Expect(error).ToContainTextAsync("Katas/Heap/TopK/TopK.cs(5,");
        await Expect(error).ToContainTextAsync("CS0029");
        await Expect(error).ToContainTextAsync("^");
        await Expect(session.Light).ToHaveTextAsync("red, not run");
        await Expect(session.Verdict.Locator("figure")).ToHaveCountAsync(0);
        session.Save(Workspace.Green);
        await Expect(session.Light).ToContainTextAsync("green");
        await Expect(error).ToHaveCountAsync(0);
        session.MustBeClean();
    }

    [BrowserFact]
    public async Task Another_kata_is_chosen_by_keyboard_alone()
    {
        await using var session = await Session.Begin(chromium, answer: Workspace.Red);
        session.Save("MinHeap", Session.Wrong("Heap/MinHeap/01"));
        await Expect(session.Light).ToContainTextAsync("laws hold");
        var keys = session.Page.Keyboard;
        var list = session.Page.GetByRole(AriaRole.Dialog);

        await keys.PressAsync("l");
        await Expect(list).ToBeVisibleAsync();
        await keys.PressAsync("Escape");
        await Expect(list).ToBeHiddenAsync();
        await keys.PressAsync("l");
        await Expect(list.Locator("[data-kata=TopK]")).ToBeFocusedAsync(); // the one in hand
        var wanted = list.Locator("[data-kata=MinHeap]");
        for (int i = 0; i < 60 && !await wanted.EvaluateAsync<bool>("button => button === document.activeElement"); i++) await keys.PressAsync("Shift+Tab");
        await Expect(wanted).ToBeFocusedAsync();
        await keys.PressAsync("Enter");

        await Expect(list).ToBeHiddenAsync();
        await Expect(session.Page.Locator("#kata")).ToHaveTextAsync("MinHeap");
        await Expect(session.Page).ToHaveTitleAsync("MinHeap - Etudes");
        await Expect(session.Page.Locator("#statement h2").First).ToContainTextAsync("heap");
        await Expect(session.Light).ToContainTextAsync("laws hold");
        await keys.PressAsync("l");
        await Expect(list.Locator("[aria-current]")).ToContainTextAsync("MinHeap");
        session.MustBeClean();
    }

    [BrowserFact]
    public async Task While_the_list_is_open_keys_of_the_watch_do_nothing_and_a_save_keeps_the_place()
    {
        await using var session = await Session.Begin(chromium, answer: Workspace.Red);
        await Expect(session.Light).ToContainTextAsync("laws hold");
        await session.Page.Keyboard.PressAsync("l");
        await session.Page.Keyboard.PressAsync("Tab");
        string place = await session.Page.Locator("dialog :focus").InnerTextAsync();
        await session.Page.Keyboard.PressAsync("h");
        session.Save(Workspace.Green);
        await Expect(session.Page.Locator("[data-kata=TopK]")).ToContainTextAsync("green"); // the list is written anew
        Assert.Equal(place, await session.Page.Locator("dialog :focus").InnerTextAsync());
        await Expect(session.Page.Locator("#hints h2")).ToHaveCountAsync(0);
        await session.Page.GetByRole(AriaRole.Button, new() { Name = "close" }).ClickAsync();
        await Expect(session.Page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        session.MustBeClean();
    }
}
