using Spectre.Console.Rendering;

namespace Etudes.Dojo;

/// <summary>Lines in the order in which things happen: for pipes, and for terminals that cannot draw.</summary>
/// <param name="keys">What is told below a verdict.</param>
internal sealed class LogView(string keys) : IWatchView
{
    private Kata _kata = null!;
    private VerdictText _text = null!;

    public void Begin(Kata kata, int? seed)
    {
        bool isSame = kata == _kata && _text is { IsUnused: true };
        (_kata, _text) = (kata, new(kata.Name));
        if (isSame && seed is null) return; // the kata has just been shown, and its check begins
        Terminal.Tell($"{kata.Name}  {kata.Stub}  {kata.Statement}", Terminal.Dim);
        if (seed is not null) Terminal.Tell($" seed {seed}", Terminal.Dim);
        Terminal.Passing(" checking...");
    }

    public void Take(Judgement judgement, Reply reply)
    {
        foreach (var line in _text.Take(judgement, reply)) Terminal.Tell(line.Text, line.Style);
    }

    public void End(Judgement judgement)
    {
        foreach (var line in Footer.Of(_kata, judgement)) Terminal.Tell(line.Text, line.Style);
        Terminal.Tell($" {judgement.Taken.TotalSeconds:f2} s{(Terminal.IsInteractive ? keys : "")}", Terminal.Dim);
    }

    public void Show(IRenderable drawing, int focus = 0) => Terminal.Show(drawing);

    public void Scroll(int rows) { }

    public void Refuse(string sentence) => Terminal.Aside(sentence);

    public void Tick() { }
}
