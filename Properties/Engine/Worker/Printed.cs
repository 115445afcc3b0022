using System.Text;

namespace Etudes.Engine;

/// <summary>The console of an answer: keeps the beginning of what it writes in one case, and drops the flood.</summary>
internal sealed class Printed : TextWriter
{
    private const int Longest = 400;
    private readonly StringBuilder _text = new();

    public override Encoding Encoding => Encoding.UTF8;

    public string Text
    {
        get { lock (_text) return _text.ToString(); }
    }

    public void Clear()
    {
        lock (_text) _text.Clear();
    }

    public override void Write(char value) => Write([value]);

    public override void Write(string? value) => Write(value.AsSpan());

    public override void WriteLine(string? value)
    {
        Write(value);
        Write('\n');
    }

    public override void Write(ReadOnlySpan<char> text)
    {
        lock (_text) _text.Append(text[..Math.Min(text.Length, Longest - _text.Length)]);
    }
}
