using System.CommandLine;

namespace Etudes.Dojo;

/// <summary>A learner's own notes of a kata.</summary>
internal static class Note
{
    public static Command Make()
    {
        var name = new Argument<string>("name") { Description = "The kata." };
        var text = new Argument<string?>("text") { Description = "What to remember; without it the notes are told.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Verb(Wish.Practise, "note", "kata note TopK \"...\"", "keeps a note of your own, shown when the kata is green and when it is due") { name, text };
        command.SetAction(parsed => Run(Kata.Named(parsed.GetValue(name)!), parsed.GetValue(text)));
        return command;
    }

    private static void Run(Kata kata, string? text)
    {
        if (text is { Length: > 0 }) LearnerLog.Learner.Append(new Noted(kata.Name, text));
        var notes = Progress.Of(kata).Notes;
        if (notes.Count == 0) Terminal.Tell($"{kata.Name} has no notes yet.");
        foreach (var note in notes) Terminal.Tell($"{note.Time.ToLocalTime():yyyy-MM-dd}  {Show.Printable(note.Text)}");
    }
}
