using System.Diagnostics;

namespace Etudes.ML.Pretraining;

/// <summary>A test that needs a Python with torch: skipped where there is none, and says
/// so.</summary>
public sealed class TorchFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> s_python = new(() => new[] { "python3", "/usr/bin/python3" }.FirstOrDefault(python => Run(python, "-c", "import importlib.util, sys; sys.exit(importlib.util.find_spec('torch') is None)").Code == 0));

    public TorchFactAttribute() => Skip = NeedsAttribute.MissingFor(typeof(TorchFactAttribute).Assembly) ?? (Python is null ? "no python3 that has torch; Debian's is python3-torch" : null);

    public static string? Python => s_python.Value;

    public static (int Code, string Words) Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var error = process.StandardError.ReadToEndAsync();
            string words = process.StandardOutput.ReadToEnd() + error.Result;
            process.WaitForExit();
            return (process.ExitCode, words);
        }
        catch (System.ComponentModel.Win32Exception absent)
        {
            return (-1, absent.Message);
        }
    }
}
