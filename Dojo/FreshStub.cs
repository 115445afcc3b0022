using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Etudes.Dojo;

/// <summary>The stub as it was before anybody wrote in it: of its versions in git's history the newest that leaves the most to be written.</summary>
internal static class FreshStub
{
    private static readonly byte[] s_notWritten = "NotImplementedException"u8.ToArray();

    /// <exception cref="RefusedException">Git or its history is missing.</exception>
    public static byte[] Of(Kata kata)
    {
        string[] versions = Encoding.ASCII.GetString(Git("log", "--format=%H", "--", kata.Stub)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        byte[]? freshest = null;
        int most = 0;
        foreach (string version in versions)
        {
            if (TryGit(out byte[] text, out _, "show", $"{version}:./{kata.Stub}") && Count(text) is var open && open > most)
                (freshest, most) = (text, open);
        }
        return freshest ?? throw new RefusedException($"Git's history holds no fresh stub of {kata.Stub}; nothing was changed.");
    }

    private static int Count(ReadOnlySpan<byte> text)
    {
        int count = 0;
        for (int at; (at = text.IndexOf(s_notWritten)) >= 0; text = text[(at + 1)..]) count++;
        return count;
    }

    private static byte[] Git(params string[] arguments) => TryGit(out byte[] output, out string error, arguments) ? output
        : throw new RefusedException($"A fresh stub comes from git's history, which cannot be read: {error.Split('\n')[0]}; nothing was changed.");

    private static bool TryGit(out byte[] output, out string error, params string[] arguments)
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", ["-C", Kata.Root, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = git.StandardError.ReadToEndAsync();
            using var bytes = new MemoryStream();
            git.StandardOutput.BaseStream.CopyTo(bytes);
            git.WaitForExit();
            (output, error) = (bytes.ToArray(), errors.Result);
            return git.ExitCode == 0;
        }
        catch (Win32Exception) { throw new RefusedException("A fresh stub comes from git's history, and git is not installed; nothing was changed."); }
    }
}
