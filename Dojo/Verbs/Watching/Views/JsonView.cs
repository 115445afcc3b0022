using Spectre.Console.Rendering;

namespace Etudes.Dojo;

/// <summary>A line of JSON per event.</summary>
internal sealed class JsonView : IWatchView
{
    private Kata _kata = null!;

    public void Begin(Kata kata, int? seed) => _kata = kata;

    public void Take(Judgement judgement, Reply reply)
    {
        if (reply is LawVerdict law) Console.WriteLine(new WatchLine("law", law.Verdict).ToJson());
    }

    public void End(Judgement judgement) => Console.WriteLine(new WatchLine("checked", Check: CheckedFile.Of(_kata.Name, _kata.Stub, judgement)).ToJson());

    /// <summary>A tool asks by the other verbs.</summary>
    public void Show(IRenderable drawing, int focus = 0) { }

    public void Say(string sentence) => Terminal.Aside(sentence);

    public void Scroll(int rows) { }

    public void Refuse(string sentence) => Terminal.Aside(sentence);

    public void Tick() { }
}
