using Spectre.Console;
using Spectre.Console.Rendering;

namespace Etudes.Dojo;

/// <summary>
/// A screen that is drawn anew whenever something changes. What does not fit is left out, and never
/// the first row or the first broken law.
/// </summary>
/// <param name="keys">The last row.</param>
/// <param name="above">A row above the first, or null.</param>
internal sealed class ScreenView(string keys, Func<StyledLine>? above = null) : IWatchView
{
    private readonly Lock _drawing = new();
    private readonly List<IReadOnlyList<StyledLine>> _verdict = [];
    private Kata? _kata;
    private Progress _progress = new();
    private VerdictText _text = null!;
    private Judgement? _judgement;
    private int? _seed;
    private IRenderable? _shown;
    private int _top;
    private (int Width, int Height) _size;

    public void Begin(Kata kata, int? seed)
    {
        lock (_drawing)
        {
            if (kata != _kata) Terminal.Clear();
            (_kata, _text, _seed, _judgement, _shown, _progress) = (kata, new(kata.Name), seed, null, null, Progress.Of(kata));
            _verdict.Clear();
            Draw();
        }
    }

    public void Take(Judgement judgement, Reply reply)
    {
        lock (_drawing)
        {
            if (_text.Take(judgement, reply) is not { Count: > 0 } lines) return;
            bool isFirst = _verdict.Count == 0;
            _verdict.Add(lines);
            if (isFirst && reply is LawVerdict law && Sketch.Of(law.Verdict, Terminal.Width) is { Count: > 0 } sketch) _verdict.Add([.. sketch.Select(line => new StyledLine(line, Terminal.Code))]);
            Draw();
        }
    }

    public void End(Judgement judgement)
    {
        lock (_drawing)
        {
            (_judgement, _progress) = (judgement, Progress.Of(_kata!));
            if (Footer.Of(_kata!, judgement).ToArray() is { Length: > 0 } footer) _verdict.Add(footer);
            Draw();
        }
    }

    public void Show(IRenderable drawing, int focus = 0)
    {
        lock (_drawing)
        {
            (_shown, _top) = (drawing, focus);
            Draw();
        }
    }

    public void Scroll(int rows)
    {
        lock (_drawing)
        {
            _top += rows;
            Draw();
        }
    }

    public void Refuse(string sentence) => Show(new Text(sentence, Terminal.Open));

    public void Tick()
    {
        lock (_drawing)
        {
            if (_kata is null) return;
            if (_size != (Terminal.Width, Terminal.Height)) Draw();
            else if (above is not null || _progress.Started is not null && _progress.Time is null) Terminal.DrawFirst(Head());
        }
    }

    /// <summary>The first rows, one line each.</summary>
    private string[] Head()
    {
        var kata = new StyledLine($"{_kata!.Name}  {ProgressText.Clock(_kata, _progress)}  {_kata.Stub}", Terminal.Dim);
        StyledLine[] rows = above is null ? [kata] : [above(), kata];
        return [.. rows.Select(row => Terminal.Lines(new Text(row.Text, row.Style) { Overflow = Overflow.Ellipsis })[0])];
    }

    private void Draw()
    {
        if (_size != (_size = (Terminal.Width, Terminal.Height))) Terminal.Clear();
        string taken = _judgement is { } done ? $" {done.Taken.TotalSeconds:f2} s" : " checking...";
        string[] foot = Terminal.Lines(new Text($"{taken}{(_seed is null ? "" : $"  seed {_seed}")}{keys}", Terminal.Dim));
        var blocks = _verdict.Select(block => Lines(block)).ToArray();
        string[] shown = _shown is null ? [] : Terminal.Lines(_shown);
        string[] head = Head();
        Terminal.Draw([.. head, .. Fit.Into(_size.Height - head.Length - foot.Length, blocks, shown, ref _top), .. foot]);
    }

    private static string[] Lines(IEnumerable<StyledLine> block) => [.. block.SelectMany(line => Terminal.Lines(new Text(line.Text, line.Style)))];
}
