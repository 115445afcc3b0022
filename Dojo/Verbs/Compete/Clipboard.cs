using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Etudes.Dojo;

/// <summary>The clipboard: by a tool of the system, else by the terminal, which may be at the other end of a connection.</summary>
internal static class Clipboard
{
    /// <summary>A program that takes a text, where that variable says that it can work.</summary>
    private sealed record Tool(string Program, string[] Arguments, string? Variable, Encoding Encoding);

    private static readonly Encoding s_plain = new UTF8Encoding(false);
    private static readonly Tool[] s_tools = OperatingSystem.IsWindows() ? [new("clip.exe", [], null, Encoding.Unicode)]
        : OperatingSystem.IsMacOS() ? [new("pbcopy", [], null, s_plain)]
        :
        [
            new("wl-copy", [], "WAYLAND_DISPLAY", s_plain), new("xclip", ["-selection", "clipboard"], "DISPLAY", s_plain), new("xsel", ["--input", "--clipboard"], "DISPLAY", s_plain),
            new("clip.exe", [], "WSL_DISTRO_NAME", Encoding.Unicode),
        ];

    /// <returns>What has taken it.</returns>
    /// <exception cref="RefusedException">Nothing does.</exception>
    public static string Take(string text)
    {
        var here = s_tools.Where(tool => tool.Variable is null || Environment.GetEnvironmentVariable(tool.Variable) is { Length: > 0 });
        if (here.FirstOrDefault(tool => Runs(tool, text)) is { } taker) return taker.Program;
        string request = $"\x1b]52;c;{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}\a"; // OSC 52
        if (!Console.IsErrorRedirected) Console.Error.Write(request);
        else if (!Console.IsOutputRedirected) Console.Write(request);
        else throw new RefusedException($"There is no clipboard here: no {string.Join(", ", s_tools.Select(tool => tool.Program))} that works, and no terminal. Leave --copy out, and > submit.cs keeps the file.");
        return "the terminal, if it allows that (OSC 52)";
    }

    private static bool Runs(Tool tool, string text)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(tool.Program, tool.Arguments) { RedirectStandardInput = true })!;
            process.StandardInput.BaseStream.Write([.. tool.Encoding.GetPreamble(), .. tool.Encoding.GetBytes(text)]);
            process.StandardInput.Close();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Exception e) when (e is Win32Exception or IOException) { return false; } // it is not there, or reads nothing
    }
}
