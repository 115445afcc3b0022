using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Etudes.Dojo;

/// <summary>
/// The stub as it was before anybody wrote in it: of its versions in git's history the newest that
/// leaves the most to be written. The kit holds it.
/// </summary>
internal sealed class FreshStub
{
    private static readonly byte[] s_notWritten = "NotImplementedException"u8.ToArray();

    private readonly Kata _kata;
    private readonly byte[] _text;

    private FreshStub(Kata kata, byte[] text) => (_kata, _text) = (kata, text);

    /// <exception cref="RefusedException">Git or its history is missing.</exception>
    public static FreshStub Of(Kata kata) => new(kata, Edition.IsKit ? Edition.Held(kata.Stub) : FromHistory(kata));

    private static byte[] FromHistory(Kata kata)
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

    /// <summary>Nobody has written anything yet.</summary>
    public bool IsInPlace => File.Exists(Kata.Full(_kata.Stub)) && File.ReadAllBytes(Kata.Full(_kata.Stub)).AsSpan().SequenceEqual(_text);

    /// <summary>Puts what is there into the attempts, then the fresh stub into its place; the path of what was kept, if there was anything.</summary>
    /// <exception cref="RefusedException">Nothing could be kept, and so nothing was changed.</exception>
    public string? PutInPlace(DateTimeOffset now, Action<string> tell)
    {
        string stub = Kata.Full(_kata.Stub), folder = Path.Combine(LearnerLog.Folder, "attempts", _kata.Name);
        string? kept = null;
        try
        {
            if (File.Exists(stub))
            {
                Directory.CreateDirectory(folder);
                kept = Kata.Relative(Replacement.Copy(stub, Path.Combine(folder, now.ToString("yyyy-MM-dd-HHmm", CultureInfo.InvariantCulture)), ".cs"));
                tell($"What you wrote is kept: {kept}");
            }
            Replacement.Write(stub, _text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"{_kata.Stub} cannot be put aside ({e.Message}); it was not changed.");
        }
        return kept;
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
