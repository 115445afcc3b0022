using System.CommandLine;

namespace Etudes.Dojo;

/// <summary>One file that compiles alone, on standard output.</summary>
internal static class Paste
{
    public static Command Make()
    {
        var name = new Argument<string?>("name") { Description = "An answer, or a faster variant of one.", Arity = ArgumentArity.ZeroOrOne };
        var file = new Option<string?>("--file") { Description = "A program that uses answers.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("paste", "One file that compiles alone, for a contest: an answer, or a program with the answers it uses, and what they need.") { name, file };
        command.Validators.Add(result =>
        {
            bool hasName = result.GetValue(name) is not null, hasFile = result.GetValue(file) is not null;
            if (hasName == hasFile || !hasFile && result.GetResult(file) is not null) result.AddError("kata paste wants the name of an answer, or --file and the path of a program.");
        });
        command.SetAction(parsed =>
        {
            Edition.MustBeClone("kata paste");
            Terminal.Print(parsed.GetValue(file) is { } path ? PastedFile.Program(path) : PastedFile.Answer(parsed.GetValue(name)!));
        });
        return command;
    }
}
