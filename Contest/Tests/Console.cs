using System.Text;
using Etudes.Contest;

namespace Etudes.IO;

/// <summary>
/// The console of a program that runs inside the tests. It is in FastIO's own namespace, so that
/// FastIO's unchanged text, compiled against this assembly, finds it before System.Console.
/// </summary>
public static class Console
{
    [ThreadStatic] private static Stream? s_input, s_output;
    [ThreadStatic] private static TextWriter? s_errors;

    public static bool IsInputRedirected => true;

    public static TextWriter Error => s_errors!;

    public static Stream OpenStandardInput() => s_input!;

    public static Stream OpenStandardOutput() => s_output!;

    /// <summary>Runs a program on this thread, with streams that no other thread sees.</summary>
    internal static RunResult Run(Func<string[], int> main, Stream input, MemoryStream output)
    {
        var errors = new StringWriter();
        (s_input, s_output, s_errors) = (input, output, errors);
        int code = main([]);
        return new(code, Encoding.UTF8.GetString(output.ToArray()), errors.ToString());
    }
}

/// <summary>
/// The system of such a program, which FastIO finds in the same way: on Windows it asks for no
/// descriptor, and so not for those of the tests' own process.
/// </summary>
public static class OperatingSystem
{
    public static bool IsWindows() => true;
}
