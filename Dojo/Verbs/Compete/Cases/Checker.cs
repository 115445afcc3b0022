using System.ComponentModel;
using System.Text;

namespace Etudes.Dojo;

/// <summary>Says whether an output is right: by its tokens, or by a program that is called with the files of input, output and expected output.</summary>
/// <param name="command">What starts that program; null: by tokens.</param>
internal sealed class Checker(string[]? command, double? tolerance)
{
    private const int Most = 1 << 16;
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(20);

    /// <summary>Why the output is wrong, in one line; null where it is right.</summary>
    /// <exception cref="RefusedException">The checker does not start, or does not end.</exception>
    public async Task<string?> Fault(JudgeCase one, byte[] output, CancellationToken cancel)
    {
        if (command is null) return TokenDifference.First(await File.ReadAllBytesAsync(one.Expected, cancel), output, tolerance);
        string file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, output, cancel);
            var run = await CaseRun.Of([.. command, one.Input, file, one.Expected], one.Input, s_limit, Most, cancel);
            if (run.ExitCode is not { } code) throw new RefusedException($"The checker does not end within {s_limit.TotalSeconds} s on {one.Name}.");
            return code == 0 ? null : $"the checker says: {Lines.First($"{run.Errors}\n{Encoding.UTF8.GetString(run.Output)}") ?? $"exit code {code}"}";
        }
        catch (Win32Exception e) { throw new RefusedException($"The checker cannot be started: {e.Message}"); }
        finally { File.Delete(file); }
    }
}

/// <summary>What is said of many lines where there is room for one.</summary>
internal static class Lines
{
    public static string? First(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
}
