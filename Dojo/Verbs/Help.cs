using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Spectre.Console;

namespace Etudes.Dojo;

/// <summary>What kata --help says: verbs by what one comes for, each as one would type it.</summary>
internal sealed class Help : SynchronousCommandLineAction
{
    private static readonly string[] s_titles = ["Practise", "Together", "Look", "Compete", "Set up"];

    public override int Invoke(ParseResult parsed)
    {
        if (parsed.CommandResult.Command is Verb verb) Tell(verb, parsed.RootCommandResult.Command);
        else Tell((RootCommand)parsed.RootCommandResult.Command);
        return 0;
    }

    private static void Tell(RootCommand root)
    {
        Terminal.Tell(root.Description!);
        Terminal.Tell("");
        var lines = Lines();
        lines.AddRow(new Text("kata"), new Text("goes on with the kata in hand, else with the next that is not green"));
        foreach (var group in root.Subcommands.OfType<Verb>().SelectMany(Parts).GroupBy(verb => verb.Wish).OrderBy(group => group.Key))
        {
            lines.AddEmptyRow();
            lines.AddRow(new Text(s_titles[(int)group.Key], new(decoration: Decoration.Bold)), new Text(""));
            foreach (var verb in group) lines.AddRow(new Text(verb.Example), new Text(verb.Description!));
        }
        Terminal.Show(lines);
        Terminal.Tell("");
        Terminal.Tell("Without a name the kata in hand is meant: that of the folder you stand in, else the one checked last, as long as it is not green.");
        Terminal.Tell("kata check --help tells the flags of a verb. --plain and NO_COLOR=1 leave out the colours. kata doctor --completion bash lets the shell complete names.");
    }

    private static void Tell(Verb verb, Command root)
    {
        Terminal.Tell($"{verb.Example}: {verb.Description}");
        Terminal.Tell("");
        var lines = Lines();
        foreach (var part in verb.Subcommands.OfType<Verb>()) lines.AddRow(new Text(part.Example), new Text(part.Description!));
        foreach (var argument in verb.Arguments) lines.AddRow(new Text($"[{argument.Name}]{(argument.Arity.MaximumNumberOfValues > 1 ? "..." : "")}"), new Text(argument.Description!));
        foreach (var flag in verb.Options.Concat(root.Options.Where(option => option.Recursive && option is not HelpOption)))
            lines.AddRow(new Text(flag.Arity.MaximumNumberOfValues > 0 && flag.ValueType != typeof(bool) ? $"{flag.Name} {flag.HelpName ?? "value"}" : flag.Name), new Text(flag.Description!));
        Terminal.Show(lines);
    }

    /// <summary>A verb of several parts is told by its parts.</summary>
    private static IEnumerable<Verb> Parts(Verb verb) => verb.Subcommands.Count == 0 ? [verb] : verb.Subcommands.OfType<Verb>();

    private static Grid Lines() => new Grid()
        .AddColumn(new GridColumn { NoWrap = true, Padding = new(2, 0, 2, 0) })
        .AddColumn(new GridColumn { Padding = new(0, 0, 0, 0) });
}
