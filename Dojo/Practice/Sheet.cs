using System.Text;

namespace Etudes.Dojo;

/// <summary>What the interviewer holds in the hand: what to ask, what to listen for, the traps, the follow-ups with answers.</summary>
internal static class Sheet
{
    /// <summary>Nobody listens for more.</summary>
    private const int Traps = 12;

    /// <param name="gallery">The known mistakes of the kata.</param>
    public static string Of(Kata kata, IReadOnlyList<KnownMistake> gallery)
    {
        var hints = KataHints.Of(kata);
        var text = new StringBuilder($"# {kata.Name}: the interviewer's sheet\n\nLevel {kata.Level}, {kata.Minutes} minutes for who has seen the idea once. Of 45 minutes give 5 to questions and examples, 5 to ways and their costs, 20 to the code, 10 to testing it, 5 to follow-ups.\n");
        text.Append("\n## The problem\n\n").Append(SpokenStatement.Of(kata).Replace("\n## ", "\n### "));
        text.Append("\n\nA candidate who does not ask about the constraints is to be asked about them.\n\n## What to listen for\n\n").Append(hints.Idea);
        text.Append("\n\n## Costs to reach\n\n").Append(hints.Target);
        text.Append("\n\n## Where candidates go wrong\n\n");
        foreach (var mistake in gallery.Take(Traps)) text.Append($"- {mistake.Advice}\n");
        text.Append("\n## Hints, the smallest first\n\n");
        foreach (var hint in hints.Hints) text.Append($"**{hint.Title}**\n\n{hint.Text}\n\n");
        text.Append("## Follow-ups\n");
        foreach (var asked in hints.FollowUps) text.Append($"\n**{asked.Title}**\n\n{asked.Text}\n");
        text.Append("\n## Rubric\n");
        for (int dimension = 0; dimension < Card.Dimensions.Count; dimension++)
            text.Append($"\n**{Card.Dimensions[dimension]}**\n\n").AppendJoin("", Card.Levels(dimension).Select(level => $"- {level}\n"));
        return text.ToString();
    }
}
