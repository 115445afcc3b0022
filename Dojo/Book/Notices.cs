namespace Etudes.Dojo;

/// <summary>
/// Sentences that are no part of what was asked for. This room does not know where they are shown.
/// </summary>
internal static class Notices
{
    /// <summary>The program points it at the terminal.</summary>
    public static Action<string> Tell { get; set; } = sentence => Console.Error.WriteLine(sentence);
}
