namespace Etudes.Engine;

/// <summary>
/// What an exception of an answer says. Its message may be the answer's own code: it may throw, and
/// be as long as a book.
/// </summary>
internal static class ThrownText
{
    private const int Longest = 200;

    /// <summary>The type and the first line of the message, "FormatException: no number"; the type
    /// alone where the message throws. Of what the laws need, it is in words of their own.</summary>
    public static string Of(Exception error, Law law)
    {
        if (NeedsAttribute.WordsFor(law.Class.Assembly, error) is { } words) return Cut(words);
        string name = error.GetType().Name;
        try { return $"{name}: {FirstLine(error.Message)}"; }
        catch (Exception) { return name; }
    }

    private static string FirstLine(string message)
    {
        int end = message.IndexOf('\n');
        return Cut((end < 0 ? message : message[..end]).TrimEnd());
    }

    private static string Cut(string line) => line.Length <= Longest ? line : $"{line[..Longest]}... {line.Length} characters in all";
}
