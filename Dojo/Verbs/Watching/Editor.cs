using System.Diagnostics;

namespace Etudes.Dojo;

/// <summary>Opens a stub in the editor whose own terminal this is, or in one that was asked for.</summary>
internal static class Editor
{
    private const string VSCode = "code -r", Rider = "rider";

    /// <summary>The command of the editor whose terminal this is, or null: $EDITOR could take the terminal.</summary>
    public static string? OfTerminal =>
        Environment.GetEnvironmentVariable("TERM_PROGRAM") == "vscode" ? VSCode
        : Environment.GetEnvironmentVariable("TERMINAL_EMULATOR") == "JetBrains-JediTerm" && IsOnPath(Rider) ? Rider
        : null;

    /// <summary>Starts it and does not wait.</summary>
    /// <param name="command">With arguments of its own: code -r.</param>
    /// <param name="failed">Is told if it does not start, in one sentence.</param>
    public static void Open(Kata kata, string command, Action<string> failed)
    {
        string stub = Kata.Full(kata.Stub);
        var start = OperatingSystem.IsWindows() ? new ProcessStartInfo("cmd", $"/c {command} \"{stub}\"") : new ProcessStartInfo("sh", ["-c", $"{command} \"$1\"", "sh", stub]);
        (start.RedirectStandardOutput, start.RedirectStandardError, start.RedirectStandardInput) = (true, true, true);
        var process = Process.Start(start)!;
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) =>
        {
            if (process.ExitCode is 126 or 127 or 9009) failed($"'{command}' does not start; --edit wants the command of an editor with a window, 'code -r', say.");
        };
    }

    private static bool IsOnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, $"{program}.cmd")));
}
