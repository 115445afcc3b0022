using System.Text;

namespace Etudes.Worker;

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

    public override void Write(char value)
    {
        if (_text.Length < Longest)
            lock (_text) _text.Append(value);
    }
}
