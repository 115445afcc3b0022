using Spectre.Console;
using Spectre.Console.Rendering;

namespace Etudes.Dojo;

/// <summary>A clock in the first row, what is said below it, then a page, and the line that is being typed; through a pipe lines in their order.</summary>
internal sealed class InterviewScreen
{
    private readonly List<StyledLine> _said = [];
    private StyledLine _head = new("");
    private IRenderable? _page;
    private string _prompt = "";
    private int _top;
    private bool _isChanged = true;
    private (int, int) _size;

    /// <summary>Shows a page in the place of the last one.</summary>
    public void Page(IRenderable page)
    {
        (_page, _top, _isChanged) = (page, 0, true);
        if (!Terminal.Moves) Terminal.Show(page);
    }

    public void Say(params StyledLine[] lines)
    {
        _said.AddRange(lines);
        _isChanged = true;
        if (Terminal.Moves) return;
        foreach (var line in lines) Terminal.Tell(line.Text, line.Style);
    }

    /// <summary>Takes back what was said.</summary>
    public void Clear()
    {
        _said.Clear();
        _isChanged = true;
    }

    /// <summary>The question with what has been typed.</summary>
    public void Prompt(string line)
    {
        bool isNew = line.Length > 0 && !line.StartsWith(_prompt) || _prompt.Length == 0;
        if (!Terminal.Moves && isNew && line.Length > 0) Terminal.Tell(line);
        (_prompt, _isChanged) = (line, true);
    }

    public void Scroll(int rows)
    {
        _top += rows;
        _isChanged = true;
    }

    /// <summary>Draws what has changed; of the clock alone only the first row.</summary>
    public void Tick(StyledLine head)
    {
        if (!Terminal.Moves)
        {
            if (head.Text.Split("  ")[^1] != _head.Text.Split("  ")[^1]) Terminal.Tell(head.Text, head.Style); // another step
            _head = head;
            return;
        }
        if (_size != (Terminal.Width, Terminal.Height)) Terminal.Clear();
        if (_isChanged || _size != (Terminal.Width, Terminal.Height)) Draw(head);
        else if (head != _head) Terminal.DrawFirst([Row(head)]);
        (_head, _isChanged, _size) = (head, false, (Terminal.Width, Terminal.Height));
    }

    /// <summary>What comes next stands below.</summary>
    public void End()
    {
        if (!Terminal.Moves) return;
        Draw(_head);
        Terminal.Tell("");
    }

    private void Draw(StyledLine head)
    {
        string[] said = [.. _said.SelectMany(line => Terminal.Lines(new Text(line.Text, line.Style)))];
        string[] foot = _prompt.Length == 0 ? [] : Terminal.Lines(new Text($"{_prompt}_"));
        string[] page = _page is null ? [] : Terminal.Lines(_page);
        Terminal.Draw([Row(head), .. Fit.Into(Terminal.Height - 1 - foot.Length, [said], page, ref _top), .. foot]);
    }

    private static string Row(StyledLine line) => Terminal.Lines(new Text(line.Text, line.Style) { Overflow = Overflow.Ellipsis })[0];
}
