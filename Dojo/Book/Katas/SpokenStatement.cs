using System.Text.RegularExpressions;

namespace Etudes.Dojo;

/// <summary>The problem as an interviewer tells it.</summary>
internal static partial class SpokenStatement
{
    /// <summary>The statement without level, minutes, what it builds on, and where else it is asked.</summary>
    /// <exception cref="RefusedException">The statement is not there.</exception>
    public static string Of(Kata kata) => Source().Replace(Headline().Replace(Kata.Read(kata.Statement), "\n"), "").Trim();

    [GeneratedRegex(@"^## Source\n.*?(?=^## |\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Source();

    [GeneratedRegex(@"\n\*Level [^\n]*\*\n")]
    private static partial Regex Headline();
}
