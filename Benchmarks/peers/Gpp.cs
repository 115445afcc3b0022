using System.ComponentModel;
using System.Diagnostics;

namespace Etudes;

/// <summary>The C++ compiler, where there is one.</summary>
internal static class Gpp
{
    /// <summary>Null if there is no g++.</summary>
    public static string? Version => Run("-dumpfullversion")?.Trim();

    /// <summary>Compiles a program or a library; without g++ nothing happens.</summary>
    /// <exception cref="InvalidOperationException">g++ fails; it has told why.</exception>
    public static void Compile(string[] sources, string output, params string[] options) =>
        Run(["-std=c++17", "-O2", "-Wall", "-Wextra", .. options, "-o", output, .. sources]);

    private static string? Run(params string[] arguments)
    {
        try
        {
            using var compiler = Process.Start(new ProcessStartInfo("g++", arguments) { RedirectStandardOutput = true })!;
            string said = compiler.StandardOutput.ReadToEnd();
            compiler.WaitForExit();
            return compiler.ExitCode == 0 ? said : throw new InvalidOperationException($"g++ {string.Join(' ', arguments)} ended with {compiler.ExitCode}.");
        }
        catch (Win32Exception) { return null; }
    }
}
