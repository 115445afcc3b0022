using System.CommandLine;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Etudes.Dojo;

/// <summary>The smallest counterexample as code beside the stub, where a breakpoint is met on nothing else.</summary>
internal static class Debug
{
    private const int Done = 0, NotGreen = 1;

    public static Key Key { get; } = new('d', "debug", watch =>
    {
        if (watch.Judgement is { } judgement) watch.Tell(Lines(Write(watch.Kata, judgement).Told));
    });

    public static Command Make()
    {
        var name = Verbs.One();
        var command = new Verb(Wish.Practise, "debug", "kata debug TopK", "writes the smallest counterexample beside your stub, as an example to step through") { name };
        command.SetAction((parsed, cancel) => Run(Verbs.Chosen(parsed.GetValue(name)), cancel));
        return command;
    }

    /// <returns>The exit code: 0 where there is an example, or nothing to debug.</returns>
    private static async Task<int> Run(Kata kata, CancellationToken cancel)
    {
        Edition.MustBeClone("kata debug");
        using var judges = new Judges();
        var judgement = await judges.Judge(kata, null, (_, _) => { }, cancel) ?? throw new OperationCanceledException();
        var (told, isDone) = Write(kata, judgement);
        Terminal.Show(Lines(told));
        return isDone ? Done : NotGreen;
    }

    private static (StyledLine[] Told, bool IsDone) Write(Kata kata, Judgement judgement)
    {
        Edition.MustBeClone("kata debug");
        if (judgement.State == State.Green) return ([new($"{kata.Name} is green: there is nothing to debug.")], true);
        if (judgement.Obstacles.Count > 0) return ([.. judgement.Obstacles.Select(obstacle => new StyledLine(obstacle, Terminal.Bad))], false);
        if (judgement.Verdicts.FirstOrDefault(verdict => verdict.Call is not null) is not { } broken)
            return ([.. judgement.Verdicts.Take(1).SelectMany(VerdictLines.Of).Select(line => new StyledLine(line.Text)), new($"{kata.Name} has no counterexample yet: no law has failed on an input.")], false);
        ExamplesFile.Write(kata, broken);
        InHandFile.Write(kata);
        return ([.. new VerdictLines().Add(broken).Select(line => new StyledLine(line.Text)),
            new($"{kata.Examples} holds this case as the example {ExamplesFile.Counterexample}."),
            new($" debug it in your editor, or run it: dotnet run --project {kata.Judge.Stubs} -p:Kata={kata.Name} -- {ExamplesFile.Counterexample}", Terminal.Dim)], true);
    }

    private static Rows Lines(StyledLine[] lines) => new(lines.Select(line => (IRenderable)new Text(line.Text, line.Style)));
}
