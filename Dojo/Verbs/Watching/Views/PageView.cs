using Spectre.Console.Rendering;

namespace Etudes.Dojo;

/// <summary>The page in a browser, part by part.</summary>
internal sealed class PageView(PageHub hub) : IWatchView
{
    /// <summary>The keys of the watch that have a button: page.html shows them, and a green verdict the last.</summary>
    public const string Letters = "hcfnedso";

    private Kata? _kata;
    private Progress _progress = new();
    /// <summary>What the last check came to.</summary>
    private string _verdict = "";

    public void Begin(Kata kata, int? seed)
    {
        if (kata != _kata)
        {
            hub.Put("kata", Html.Written(Html.Text("span", "", kata.Name)));
            hub.Put("statement", StatementPage.Of(Kata.Read(kata.Statement)));
            hub.Put("verdict", "");
            hub.Put("asked", "");
        }
        _kata = kata;
        hub.Put("light", Light("checking", seed is null ? "checking" : $"checking, seed {seed}"));
        Refresh();
    }

    public void Take(Judgement judgement, Reply reply)
    {
        bool tells = reply is NotCompiled or ExamplesNotCompiled or Refused or ExamplesTried or Diagnosis or LawVerdict { Verdict.IsFailure: true };
        if (!tells) return;
        if (reply is not ExamplesTried) hub.Put("light", Light("red", "red"));
        hub.Put("verdict", Html.Written(VerdictPage.Of(judgement)));
    }

    public void End(Judgement judgement)
    {
        bool isGreen = judgement.State == State.Green;
        string taken = FormattableString.Invariant($"{judgement.Taken.TotalSeconds:f2} s");
        hub.Put("light", isGreen ? Light("green", $"green, {taken}") : judgement.State == State.NotWritten ? Light("open", "not written yet")
            : Light("red", judgement.Laws == 0 ? "red, not run" : $"red, {judgement.Held} of {judgement.Laws} laws hold, {taken}"));
        string verdict = Html.Written(isGreen ? VerdictPage.Green(_kata!, judgement, ProgressText.Solved(_kata!, Progress.Of(_kata!), InHand.After(_kata!))) : VerdictPage.Of(judgement));
        if (verdict != _verdict) hub.Put("asked", ""); // the example that d writes is a save too, and changes no verdict
        hub.Put("verdict", _verdict = verdict);
        Refresh();
    }

    /// <summary>The terminal shows what a key asked for; the page has it in a place of its own, or needs it not.</summary>
    public void Show(IRenderable drawing, int focus = 0) => Refresh();

    public void Tell(IRenderable drawing) => hub.Put("asked", Html.Written(Html.Text("pre", "", Terminal.Plain(drawing))));

    public void ShowSolution(Kata kata)
    {
        hub.Put("asked", Html.Written(BesidePage.Table(kata)));
        Refresh();
    }

    public void ShowGrowth(Growth growth) => hub.Put("asked", Html.Written(GrowthPage.Of(growth)));

    public void Scroll(int rows) { }

    public void Refuse(string sentence) => hub.Put("verdict", Html.Written(Html.Text("p", "open", sentence)));

    public void Tick()
    {
        if (_kata is not null) hub.Put("clock", Html.Written(Html.Text("span", "", ProgressText.Clock(_kata, _progress))));
    }

    /// <summary>What follows from the log.</summary>
    private void Refresh()
    {
        _progress = Progress.Of(_kata!);
        Tick();
        var hints = KataHints.Of(_kata!).Hints;
        int seen = Math.Min(_progress.HintsSeen, hints.Count);
        string shown = string.Concat(hints.Take(seen).Select((hint, i) => $"{Html.Written(Html.Text("h2", "", $"{hint.Title} ({i + 1} of {hints.Count})"))}{StatementPage.Of(hint.Text)}"));
        hub.Put("hints", shown);
        hub.Put("list", Html.Written(ListPage.Of(_kata!)));
    }

    /// <summary>A colour, a sign and a word: nobody needs to see the colour.</summary>
    private static string Light(string kind, string words) => Html.Written(Html.Text("span", kind, words));
}
