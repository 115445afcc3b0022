using System.CommandLine;

namespace Etudes.Dojo;

/// <summary>The verb that watches a kata, which is also what the command does alone.</summary>
internal static class WatchVerb
{
    public static Command Make()
    {
        var name = Verbs.One();
        var byKey = new Option<bool>("--by-key") { Description = "Check when the key c is pressed, and not on a save." };
        var edit = new Option<string?>("--edit") { Description = "The command of an editor that opens the stub; in a terminal of VS Code or Rider that one does so by itself.", HelpName = "'code -r'" };
        var json = Verbs.Json();
        var page = new PageFlags();
        var command = new Verb(Wish.Practise, "watch", "kata TopK", "watches this one: a verdict after each save (long form: kata watch TopK)") { name, byKey, edit, json };
        page.AddTo(command);
        command.SetAction((parsed, cancel) => Watch.Run(new WatchPolicy(Verbs.Chosen(parsed.GetValue(name)),
            parsed.GetValue(byKey) ? CheckOn.Key : CheckOn.Save, parsed.GetValue(json), parsed.GetValue(edit), page.Of(parsed)), cancel));
        return command;
    }

    /// <summary>What kata does alone, or with the name of a kata.</summary>
    public static Task Run(string? name, PagePolicy? page, CancellationToken cancel) =>
        Watch.Run(new WatchPolicy(name is null ? Due.Offered() ?? InHand.Now : Kata.Find(name) ?? throw Verbs.NoWord(name), Page: page), cancel);
}
