using System.CommandLine;
using System.Diagnostics;

namespace Etudes.Dojo;

/// <summary>The files of a kata, and the stub in the learner's own editor.</summary>
internal static class Open
{
    public static Command Make() => Verbs.OfOne("open", "Prints the paths of a kata; $VISUAL or $EDITOR opens its stub.", Start);

    /// <exception cref="RefusedException">The editor cannot be started.</exception>
    private static void Start(Kata kata)
    {
        foreach (string path in (string[])[kata.Stub, kata.Statement, kata.Contract]) Terminal.Tell(Kata.Full(path).Replace('\\', '/'));
        if ((Setting("VISUAL") ?? Setting("EDITOR")) is not { } variable) return;
        string editor = Environment.GetEnvironmentVariable(variable)!;
        // It may have arguments of its own: code --wait.
        var start = OperatingSystem.IsWindows() ? new ProcessStartInfo("cmd", $"/c {editor} \"{Kata.Full(kata.Stub)}\"")
            : new ProcessStartInfo("sh", ["-c", $"{editor} \"$1\"", "sh", Kata.Full(kata.Stub)]);
        using var process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode is 126 or 127 or 9009) throw new RefusedException($"${variable} is '{editor}', which does not start.");
    }

    private static string? Setting(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } ? variable : null;
}
