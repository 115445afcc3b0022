namespace Etudes.Dojo;

/// <summary>A key of the watch, which belongs to a verb.</summary>
/// <param name="Word">What it says at the terminal.</param>
internal sealed record Key(char Letter, string Word, Func<Watch, Task> Act)
{
    public const char Up = '\u2191', Down = '\u2193', Enter = '\r', Escape = '\x1b';

    public Key(char letter, string word, Action<Watch> act) : this(letter, word, watch => { act(watch); return Task.CompletedTask; }) { }

    /// <summary>Keys at a terminal, letters through a pipe; ends with the pipe.</summary>
    /// <param name="press">Gets letters as they are typed.</param>
    public static void ReadTyped(Action<char> press)
    {
        while (true)
        {
            if (!Console.IsInputRedirected) press(Of(Console.ReadKey(intercept: true)));
            else if (Console.In.Read() is >= 0 and var letter) press((char)letter);
            else return;
        }
    }

    /// <summary>The same for keys that are no text: in lower case.</summary>
    public static void Read(Action<char> press) => ReadTyped(letter => press(char.ToLowerInvariant(letter)));

    /// <summary>Waits for one at a terminal.</summary>
    public static char Next() => char.ToLowerInvariant(Of(Console.ReadKey(intercept: true)));

    private static char Of(ConsoleKeyInfo pressed) => pressed.Key switch
    {
        ConsoleKey.UpArrow => Up,
        ConsoleKey.DownArrow => Down,
        ConsoleKey.Enter => Enter,
        ConsoleKey.Escape => Escape,
        _ => pressed.KeyChar,
    };
}
