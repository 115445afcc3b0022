using System.Text;

namespace Etudes.Dojo;

/// <summary>
/// The kata in hand as the project of the stubs reads it in an IDE, which then compiles that kata
/// alone. On the command line nobody reads it, and git ignores it as a user's own.
/// </summary>
internal static class InHandFile
{
    /// <summary>
    /// Names the kata. It is a convenience: where the file cannot be written, the IDE goes on as
    /// before.
    /// </summary>
    public static void Write(Kata kata)
    {
        string path = Kata.Full($"{kata.Judge.Stubs}/InHand.user");
        byte[] text = Encoding.ASCII.GetBytes($"<Project><PropertyGroup><Kata>{kata.Name}</Kata></PropertyGroup></Project>\n");
        try
        {
            // An IDE loads the project again after each change of it.
            if (!File.Exists(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(text)) Replacement.Write(path, text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { }
    }
}
