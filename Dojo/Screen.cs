using Spectre.Console;

namespace Etudes.Dojo;

/// <summary>Lines on the terminal, coloured by what they say; through a pipe the same lines, plain and unwrapped.</summary>
internal static class Screen
{
    /// <summary>Somebody sits at a terminal: the screen may be cleared, and keys come one by one.</summary>
    public static bool IsInteractive { get; } = !Console.IsOutputRedirected && !Console.IsInputRedirected;

    static Screen()
    {
        if (Console.IsOutputRedirected) AnsiConsole.Profile.Width = 10_000;
    }

    private static int s_passing;

    public static void Tell(string line) => Tell(line, StyleOf(line));

    public static void Tell(string line, Style style)
    {
        if (Interlocked.Exchange(ref s_passing, 0) > 0) Console.Write("\r\x1b[K");
        AnsiConsole.Write(new Text(line + "\n", style));
    }

    /// <summary>A line that the next one replaces; through a pipe it stays.</summary>
    public static void Passing(string line)
    {
        Tell(line, Dim);
        if (!IsInteractive) return;
        Console.Write("\x1b[A");
        s_passing = 1;
    }

    public static void Clear()
    {
        if (IsInteractive) AnsiConsole.Clear();
    }

    /// <summary>To standard error, with the exit code of a call that cannot be served.</summary>
    public static int Refuse(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return 2;
    }

    public static Style Dim { get; } = new(Color.Grey);

    private static Style StyleOf(string line) =>
        line.StartsWith("Failed ") || line.Contains(": error CS") ? new(Color.Red, decoration: Decoration.Bold)
        : line.Contains(" is green: ") ? new(Color.Green, decoration: Decoration.Bold)
        : line.StartsWith(" not written yet") ? new(Color.Yellow)
        : line.StartsWith(" stuck?") ? Dim
        : Style.Plain;
}
