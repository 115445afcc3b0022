using System.CommandLine;

namespace Etudes.Dojo;

/// <summary>
/// The smallest counterexample as code beside the stub, where a breakpoint is met on nothing else.
/// </summary>
internal static class Debug
{
    private const int Done = 0, NotGreen = 1;

    public static Command Make()
    {
        var name = Verbs.One();
        var command = new Command("debug", "Writes the smallest counterexample beside your stub, as an example to debug.") { name };
        command.SetAction((parsed, cancel) => Run(Kata.Named(parsed.GetRequiredValue(name)), cancel));
        return command;
    }

    /// <returns>The exit code: 0 where there is an example, or nothing to debug.</returns>
    private static async Task<int> Run(Kata kata, CancellationToken cancel)
    {
        using var judges = new Judges();
        var judgement = await judges.Judge(kata, null, (_, _) => { }, cancel) ?? throw new OperationCanceledException();
        if (judgement.State == State.Green)
        {
            Terminal.Tell($"{kata.Name} is green: there is nothing to debug.");
            return Done;
        }
        if (judgement.Verdicts.FirstOrDefault(verdict => verdict.Call is not null) is not { } broken)
        {
            foreach (string obstacle in judgement.Obstacles) Terminal.Tell(obstacle, Terminal.Bad);
            foreach (var line in judgement.Verdicts.Take(1).SelectMany(VerdictLines.Of)) Terminal.Tell(line.Text);
            return NotGreen;
        }
        ExamplesFile.Write(kata, broken);
        InHandFile.Write(kata);
        foreach (var line in new VerdictLines().Add(broken)) Terminal.Tell(line.Text);
        Terminal.Tell($"{kata.Examples} holds this case as the example {ExamplesFile.Counterexample}.");
        Terminal.Tell($" debug it in your editor, or run it: dotnet run --project {kata.Judge.Stubs} -p:Kata={kata.Name} -- {ExamplesFile.Counterexample}", Terminal.Dim);
        return Done;
    }
}
