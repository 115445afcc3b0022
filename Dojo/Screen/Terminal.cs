using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Etudes.Dojo;

/// <summary>Lines on the terminal, in colours; through a pipe the same lines, plain and unwrapped.</summary>
internal static class Terminal
{
    private static int s_passing;

    static Terminal()
    {
        if (OperatingSystem.IsWindows()) Console.OutputEncoding = Encoding.UTF8;
        if (Console.IsOutputRedirected) AnsiConsole.Profile.Width = 10_000;
        Moves = IsInteractive && AnsiConsole.Profile.Capabilities.Ansi;
    }

    /// <summary>Somebody sits at a terminal: there are questions and keys.</summary>
    public static bool IsInteractive { get; } = !Console.IsOutputRedirected && !Console.IsInputRedirected;

    /// <summary>Lines can be taken back, and the screen can be drawn anew.</summary>
    public static bool Moves { get; private set; }

    // Each can be read on black and on white.
    public static Style Dim { get; } = new(Color.Grey);
    public static Style Bad { get; } = new(Color.Red, decoration: Decoration.Bold);
    public static Style Good { get; } = new(Color.Green, decoration: Decoration.Bold);
    public static Style Open { get; } = new(Color.DarkGoldenrod);
    public static Style Code { get; } = new(Color.Teal);
    public static Style Link { get; } = new(Color.DodgerBlue2);

    public static int Width => AnsiConsole.Profile.Width;

    public static int Height => AnsiConsole.Profile.Height;

    /// <summary>No colours from here on, and nothing that moves the cursor.</summary>
    public static void BePlain()
    {
        AnsiConsole.Profile.Capabilities.ColorSystem = ColorSystem.NoColors;
        AnsiConsole.Profile.Capabilities.Ansi = Moves = false;
    }

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
            AnsiConsole.WriteLine();
            return;
        }
        Console.WriteLine(Plain(drawing));
    }

    /// <summary>The text of a drawing without colours.</summary>
    public static string Plain(IRenderable drawing)
    {
        var options = RenderOptions.Create(AnsiConsole.Console, AnsiConsole.Profile.Capabilities);
        string text = string.Concat(drawing.Render(options, Width).Where(segment => !segment.IsControlCode).Select(segment => segment.Text));
        return string.Join(Environment.NewLine, text.TrimEnd('\n').Split('\n').Select(line => line.TrimEnd())); // tables pad their last column
    }

    /// <summary>The lines of a drawing as the terminal takes them, none wider than it is.</summary>
    public static string[] Lines(IRenderable drawing)
    {
        var written = new StringWriter();
        var console = AnsiConsole.Create(new() { Ansi = AnsiSupport.Yes, ColorSystem = (ColorSystemSupport)AnsiConsole.Profile.Capabilities.ColorSystem, Out = new AnsiConsoleOutput(written) });
        (console.Profile.Width, console.Profile.Capabilities.Unicode) = (Width, AnsiConsole.Profile.Capabilities.Unicode);
        console.Write(drawing);
        return written.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
    }

    /// <summary>Makes these lines the screen, from its first row on.</summary>
    public static void Draw(IEnumerable<string> lines) => Console.Write($"\x1b[H{string.Join("\x1b[K\r\n", lines)}\x1b[K\x1b[J");

    /// <summary>Writes the first rows anew and leaves the cursor where it is.</summary>
    public static void DrawFirst(IEnumerable<string> lines) => Console.Write($"\x1b" + $"7\x1b[H{string.Join("\x1b[K\r\n", lines)}\x1b[K\x1b" + "8");

    /// <summary>The bell, where somebody can hear it.</summary>
    public static void Ring()
    {
        if (IsInteractive) Console.Write('\a');
    }

    /// <summary>A question that is answered by y or n; n is meant where nothing is said.</summary>
    public static bool Confirm(string question) => AnsiConsole.Confirm(question.EscapeMarkup(), defaultValue: false);

    /// <summary>The same; where nobody can be asked, no.</summary>
    public static bool Confirmed(string question) => IsInteractive && Confirm($"{question}?");

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
        if (!Moves) return;
        Console.Write("\x1b[A");
        s_passing = 1;
    }

    public static void Clear()
    {
        if (Moves) AnsiConsole.Clear();
    }

    private static void TakeBack()
    {
        if (Interlocked.Exchange(ref s_passing, 0) > 0) Console.Write("\r\x1b[K");
    }
}
