using System.CommandLine;
using System.Text;

namespace Etudes.Dojo;

/// <summary>One file that compiles alone, on standard output or in the clipboard.</summary>
internal static class Paste
{
    /// <summary>What many judges take at most.</summary>
    private const int Large = 1 << 16;

    public static Command Make()
    {
        var name = new Argument<string?>("name") { Description = "An answer, a faster variant of one, or the path of a program that uses answers: it ends in .cs.", Arity = ArgumentArity.ZeroOrOne };
        var file = new Option<string?>("--file") { Description = "The same for a program.", Arity = ArgumentArity.ZeroOrOne, HelpName = "main.cs" };
        var copy = new Option<bool>("--copy") { Description = "Into the clipboard, and not on standard output." };
        var command = new Verb(Wish.Compete, "paste", "kata paste Kruskal", "one file that compiles alone: an answer, or a program with the answers that it uses") { name, file, copy };
        command.Validators.Add(result =>
        {
            bool hasName = result.GetValue(name) is not null, hasFile = result.GetValue(file) is not null;
            if (hasName == hasFile || !hasFile && result.GetResult(file) is not null) result.AddError("kata paste wants the name of an answer or the path of a program: kata paste Kruskal, kata paste main.cs.");
        });
        command.SetAction(parsed =>
        {
            Edition.MustBeClone("kata paste");
            string what = parsed.GetValue(file) ?? parsed.GetValue(name)!;
            bool isProgram = parsed.GetValue(file) is not null || what.EndsWith(".cs", StringComparison.OrdinalIgnoreCase);
            if (isProgram) Give(PastedFile.Program(what), parsed.GetValue(copy));
            else if (MayBeShown(what)) Give(PastedFile.Answer(what), parsed.GetValue(copy));
        });
        return command;
    }

    private static void Give(string text, bool copy)
    {
        int size = Encoding.UTF8.GetByteCount(text);
        if (copy) Terminal.Aside($"{size:n0} bytes are in the clipboard, taken by {Clipboard.Take(text)}.");
        else Terminal.Print(text);
        if (size > Large) Terminal.Aside($"The file has {size:n0} bytes; many judges take no more than {Large:n0}.");
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
