namespace Etudes.Engine;

/// <summary>
/// What an exception of an answer says. Its message may be the answer's own code: it may throw, and
/// be as long as a book.
/// </summary>
internal static class ThrownText
{
    private const int Longest = 200;

    /// <summary>The type and the first line of the message, "FormatException: no number"; the type
    /// alone where the message throws.</summary>
    public static string Of(Exception error)
    {
        string name = error.GetType().Name;
        try { return $"{name}: {FirstLine(error.Message)}"; }
        catch (Exception) { return name; }
    }

    private static string FirstLine(string message)
    {
        int end = message.IndexOf('\n');
        string line = (end < 0 ? message : message[..end]).TrimEnd();
        return line.Length <= Longest ? line : $"{line[..Longest]}... {line.Length} characters in all";
    }
}
