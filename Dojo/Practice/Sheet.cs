using System.Text;

namespace Etudes.Dojo;

/// <summary>What the interviewer holds in the hand: what to ask, what to listen for, the traps, the follow-ups with answers.</summary>
internal static class Sheet
{
    /// <param name="gallery">The known mistakes of the kata.</param>
    public static string Of(Kata kata, IReadOnlyList<KnownMistake> gallery)
    {
        var hints = KataHints.Of(kata);
        var text = new StringBuilder($"# {kata.Name}: the interviewer's sheet\n\nLevel {kata.Level}, {kata.Minutes} minutes. The statement is {kata.Statement}; read its problem aloud, without the level.\n");
        text.Append("\n## What may be asked back\n\nThe constraints answer most of it. Give them only when they are asked for.\n\n");
        text.Append(StatementSections.Of(kata, "Constraints")).Append("\n\n## What to listen for\n\n").Append(hints.Idea);
        text.Append("\n\n## Costs to reach\n\n").Append(hints.Target);
        text.Append("\n\n## Where candidates go wrong\n\n");
        foreach (var mistake in gallery) text.Append($"- {mistake.Advice}\n");
        text.Append("\n## Hints, the smallest first\n\n");
        foreach (var hint in hints.Hints) text.Append($"**{hint.Title}**\n\n{hint.Text}\n\n");
        text.Append("## Follow-ups\n");
        foreach (var asked in hints.FollowUps) text.Append($"\n**{asked.Title}**\n\n{asked.Text}\n");
        return text.ToString();
    }
}
