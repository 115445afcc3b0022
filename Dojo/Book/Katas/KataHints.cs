using System.Text.RegularExpressions;

namespace Etudes.Dojo;

/// <summary>What a kata's HINTS.md tells beyond its statement, section by section, as Markdown.</summary>
/// <param name="Idea">The pattern, and why it works.</param>
/// <param name="Hints">Steps towards the idea, each a larger one.</param>
/// <param name="FollowUps">What an interviewer asks next, with the answers.</param>
/// <param name="Target">The costs to reach.</param>
internal sealed partial record KataHints(string Idea, IReadOnlyList<Folded> Hints, IReadOnlyList<Folded> FollowUps, string Target)
{
    /// <exception cref="RefusedException">The file is not there.</exception>
    public static KataHints Of(Kata kata) => Parse(Kata.Read(kata.Hints));

    /// <summary>A section that is missing is empty.</summary>
    public static KataHints Parse(string markdown)
    {
        var sections = SectionPattern().Matches(markdown).ToDictionary(section => section.Groups[1].Value, section => section.Groups[2].Value.Trim());
        return new(Text("Idea"), Folded("Hints"), Folded("Follow-ups"), Text("Target"));

        string Text(string title) => sections.GetValueOrDefault(title, "");
        IReadOnlyList<Folded> Folded(string title) =>
            [.. FoldedPattern().Matches(Text(title)).Select(fold => new Folded(fold.Groups[1].Value, fold.Groups[2].Value))];
    }

    [GeneratedRegex(@"^## ([^\n]+)\n(.*?)(?=^## |\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex SectionPattern();

    [GeneratedRegex(@"<details><summary>(.*?)</summary>\n\n(.*?)\n\n</details>", RegexOptions.Singleline)]
    private static partial Regex FoldedPattern();
}

/// <summary>What is folded away in a file, under its title.</summary>
internal sealed record Folded(string Title, string Text);
