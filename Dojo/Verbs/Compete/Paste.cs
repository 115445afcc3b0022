using System.CommandLine;

namespace Etudes.Dojo;

/// <summary>One file that compiles alone, on standard output.</summary>
internal static class Paste
{
    public static Command Make()
    {
        var name = new Argument<string?>("name") { Description = "An answer, or a faster variant of one.", Arity = ArgumentArity.ZeroOrOne };
        var file = new Option<string?>("--file") { Description = "A program that uses answers.", Arity = ArgumentArity.ZeroOrOne, HelpName = "main.cs" };
        var command = new Verb(Wish.Compete, "paste", "kata paste Kruskal", "one file that compiles alone: an answer, or a program with the answers that it uses") { name, file };
        command.Validators.Add(result =>
        {
            bool hasName = result.GetValue(name) is not null, hasFile = result.GetValue(file) is not null;
            if (hasName == hasFile || !hasFile && result.GetResult(file) is not null) result.AddError("kata paste wants the name of an answer, or --file and the path of a program.");
        });
        command.SetAction(parsed =>
        {
            Edition.MustBeClone("kata paste");
            if (parsed.GetValue(file) is { } path) Terminal.Print(PastedFile.Program(path));
            else if (MayBeShown(parsed.GetValue(name)!)) Terminal.Print(PastedFile.Answer(parsed.GetValue(name)!));
        });
        return command;
    }

    /// <summary>On the screen it is the solution: while the attempt's clock runs, whoever wants to see it gives up.</summary>
    private static bool MayBeShown(string name)
    {
        if (!Terminal.IsInteractive || Kata.Find(name) is not { } kata) return true;
        var progress = Progress.Of(kata);
        if (progress.Started is null || progress.MayBeTold) return true;
        if (!Terminal.Confirm($"This shows the answer to {kata.Name}, and its clock is running. Give up?")) return false;
        LearnerLog.Learner.Append(new GivenUp(kata.Name));
        return true;
    }
}
