namespace Etudes.Dojo;

/// <summary>A key of the watch, which belongs to a verb.</summary>
/// <param name="Word">What it says at the terminal.</param>
internal sealed record Key(char Letter, string Word, Func<Watch, Task> Act)
{
    public const char Up = '\u2191', Down = '\u2193', Enter = '\r', Escape = '\x1b';

    public Key(char letter, string word, Action<Watch> act) : this(letter, word, watch => { act(watch); return Task.CompletedTask; }) { }

    /// <summary>Keys at a terminal, letters through a pipe; ends with the pipe.</summary>
    public static void Read(Action<char> press)
    {
        while (true)
        {
            if (!Console.IsInputRedirected) press(Of(Console.ReadKey(intercept: true)));
            else if (Console.In.Read() is >= 0 and var letter) press(char.ToLowerInvariant((char)letter));
            else return;
        }
    }

    /// <summary>Waits for one at a terminal.</summary>
    public static char Next() => Of(Console.ReadKey(intercept: true));

    private static char Of(ConsoleKeyInfo pressed) => pressed.Key switch
    {
        ConsoleKey.UpArrow => Up,
        ConsoleKey.DownArrow => Down,
        ConsoleKey.Enter => Enter,
        ConsoleKey.Escape => Escape,
        _ => char.ToLowerInvariant(pressed.KeyChar),
    };
}
