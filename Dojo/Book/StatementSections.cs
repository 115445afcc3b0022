using System.Text.RegularExpressions;

namespace Etudes.Dojo;

/// <summary>Parts of a kata's statement, as Markdown.</summary>
internal static partial class StatementSections
{
    /// <summary>The text of a section; nothing where there is no such section.</summary>
    /// <exception cref="RefusedException">The statement is not there.</exception>
    public static string Of(Kata kata, string title) => Section(title).Match(Kata.Read(kata.Statement)).Groups[1].Value.Trim();

    /// <summary>The problem as an interviewer tells it: without level, minutes, what it builds on, and where else it is asked.</summary>
    /// <exception cref="RefusedException">The statement is not there.</exception>
    public static string AsAsked(Kata kata) => Section("Source").Replace(Headline().Replace(Kata.Read(kata.Statement), "\n"), "").Trim();

    private static Regex Section(string title) => new($@"^## {title}\n(.*?)(?=^## |\z)", RegexOptions.Multiline | RegexOptions.Singleline);

    [GeneratedRegex(@"\n\*Level [^\n]*\*\n")]
    private static partial Regex Headline();
}
