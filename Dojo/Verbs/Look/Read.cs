using System.CommandLine;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Etudes.Dojo;

/// <summary>What a kata asks for, and what its HINTS.md tells beyond that, in the terminal.</summary>
internal static class Read
{
    public static Key Key { get; } = new('r', "read", watch => watch.Show(StatementText.Of(watch.Kata)));

    public static Command Make()
    {
        var name = Verbs.One();
        var idea = new Option<bool>("--idea") { Description = "The idea, and the costs to reach: for who is new to a topic." };
        var followUps = new Option<bool>("--follow-ups") { Description = "What an interviewer asks next, with the answers." };
        var command = new Verb(Wish.Look, "read", "kata read TopK", "the statement; --idea for who is new to a topic, --follow-ups afterwards") { name, idea, followUps };
        command.SetAction(parsed =>
        {
            var kata = Verbs.Chosen(parsed.GetValue(name));
            if (!parsed.GetValue(idea) && !parsed.GetValue(followUps)) Terminal.Show(StatementText.Of(kata));
            if (parsed.GetValue(idea)) Terminal.Show(Idea(KataHints.Of(kata)));
            if (parsed.GetValue(followUps)) Terminal.Show(FollowUps(KataHints.Of(kata)));
        });
        return command;
    }

    private static Rows Idea(KataHints hints) => new(StatementText.Folded("Idea", hints.Idea), StatementText.Folded("Target", hints.Target));

    private static Rows FollowUps(KataHints hints) => new(hints.FollowUps.Select(asked => (IRenderable)StatementText.Folded(asked.Title, asked.Text)));
}
