using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Etudes.Dojo;

/// <summary>Lines on the terminal, in colours; through a pipe the same lines, plain and unwrapped.</summary>
internal static class Terminal
{
    /// <summary>Somebody sits at a terminal: there are questions and keys.</summary>
    public static bool IsInteractive { get; } = !Console.IsOutputRedirected && !Console.IsInputRedirected;

    /// <summary>Lines can be taken back.</summary>
    private static readonly bool s_moves;
    private static int s_passing;

    static Terminal()
    {
        if (OperatingSystem.IsWindows()) Console.OutputEncoding = Encoding.UTF8;
        if (Console.IsOutputRedirected) AnsiConsole.Profile.Width = 10_000;
        s_moves = IsInteractive && AnsiConsole.Profile.Capabilities.Ansi;
    }

    public static Style Dim { get; } = new(Color.Grey);
    public static Style Bad { get; } = new(Color.Red, decoration: Decoration.Bold);
    public static Style Good { get; } = new(Color.Green, decoration: Decoration.Bold);

    public static int Width => AnsiConsole.Profile.Width;

    public static void Tell(string line) => Tell(line, Style.Plain);

    public static void Tell(string line, Style style)
    {
        TakeBack();
        if (Console.IsOutputRedirected) Console.WriteLine(line);
        else AnsiConsole.Write(new Text(line + "\n", style));
    }

    /// <summary>A text to be kept in a file: never coloured or wrapped.</summary>
    public static void Print(string text) => Console.Out.Write(text);

    public static void Show(IRenderable drawing)
    {
        TakeBack();
        if (!Console.IsOutputRedirected)
        {
            AnsiConsole.Write(drawing);
            return;
        }
        // Tables pad their last column.
        var options = RenderOptions.Create(AnsiConsole.Console, AnsiConsole.Profile.Capabilities);
        string text = string.Concat(drawing.Render(options, Width).Where(segment => !segment.IsControlCode).Select(segment => segment.Text));
        foreach (string line in text.TrimEnd('\n').Split('\n')) Console.WriteLine(line.TrimEnd());
    }

    /// <summary>To standard error: it is no part of what was asked for.</summary>
    public static void Aside(string sentence)
    {
        TakeBack();
        Console.Error.WriteLine(sentence);
    }

    /// <summary>A line that the next one replaces; through a pipe it stays.</summary>
    public static void Passing(string line)
    {
        Tell(line, Dim);
        if (!s_moves) return;
        Console.Write("\x1b[A");
        s_passing = 1;
    }

    public static void Clear()
    {
        if (s_moves) AnsiConsole.Clear();
    }

    private static void TakeBack()
    {
        if (Interlocked.Exchange(ref s_passing, 0) > 0) Console.Write("\r\x1b[K");
    }
}
