using System.CommandLine;
using System.CommandLine.Parsing;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Etudes.Dojo;

/// <summary>
/// Tests before code: whether a learner's examples hold for right answers, and which known mistakes
/// they catch.
/// </summary>
internal static class Examples
{
    private const int Right = 0, NotRight = 1;

    public static Key Key { get; } = new('e', "examples", watch => watch.Tell(Lines(ExamplesFile.Begin(watch.Kata) ? Begun(watch.Kata)
        : watch.Judgement is { Examples: { } tried } ? ExamplesText.Whole(tried) : None(watch.Kata))));

    public static Command Make()
    {
        var name = Verbs.One();
        var reveal = new Option<int?>("--reveal")
        {
            Description = "A promise that no example holds an answer to yet: the first, or that of a number.",
            Arity = ArgumentArity.ZeroOrOne,
            CustomParser = Number,
            HelpName = "2",
        };
        var command = new Verb(Wish.Practise, "examples", "kata examples TopK", "judges the examples that you write before your code") { name, reveal };
        command.SetAction((parsed, cancel) => Run(Verbs.Chosen(parsed.GetValue(name)), parsed.GetResult(reveal) is null ? null : parsed.GetValue(reveal) ?? 1, cancel));
        return command;
    }

    /// <returns>The exit code: 0 where there are examples, and all are right.</returns>
    private static async Task<int> Run(Kata kata, int? reveal, CancellationToken cancel)
    {
        if (ExamplesFile.Begin(kata))
        {
            Terminal.Show(Lines(Begun(kata)));
            return NotRight;
        }
        Terminal.Tell($"{kata.Name}  {kata.Examples}", Terminal.Dim);
        using var judges = new Judges();
        var judgement = await judges.TryExamples(kata, cancel);
        foreach (string obstacle in judgement.ErrorsOfExamples.Concat(judgement.Obstacles)) Terminal.Tell(Show.Printable(obstacle), Terminal.Bad);
        if (judgement is { Examples: null, ErrorsOfExamples: [], Obstacles: [] }) Terminal.Show(Lines(None(kata)));
        if (judgement.Examples is not { } tried) return NotRight;
        Terminal.Show(Lines(ExamplesText.Whole(tried)));
        if (reveal is { } number) Terminal.Show(Lines(Revealed(tried, number)));
        return tried.AreRight ? Right : NotRight;
    }

    private static IEnumerable<StyledLine> Begun(Kata kata) =>
    [
        new($"{kata.Examples} is there now, and empty: say in it what a right answer gives."),
        new($" {Sample(kata)}", Terminal.Code),
    ];

    private static IEnumerable<StyledLine> None(Kata kata) =>
    [
        new($"{kata.Examples} has no example yet: a public static void method with [Example]."),
        new($" {Sample(kata)}", Terminal.Code),
    ];

    /// <summary>Of another kata than the own: what to test is the learner's to find.</summary>
    private static string Sample(Kata kata) => kata.Name == "TopK"
        ? "of BottomK, say: [Example] public static void Three() => Must.Be([1, 2], BottomK.Smallest([3, 1, 2], 2), \"the two smallest\");"
        : "of TopK, say: [Example] public static void Three() => Must.Be([3, 2], TopK.Largest([3, 1, 2], 2), \"the two largest\");";

    /// <summary>One promise that nothing holds an answer to.</summary>
    /// <param name="number">From 1.</param>
    /// <exception cref="RefusedException">There are not so many.</exception>
    private static IEnumerable<StyledLine> Revealed(ExamplesTried tried, int number)
    {
        string[] promises = [.. tried.Mistakes.Where(mistake => mistake.Examples.Count == 0).Select(mistake => mistake.Promise).Distinct()];
        if (promises.Length == 0) return [new(" nothing is left to reveal: every known mistake is caught")];
        if (number > promises.Length) throw new RefusedException($"--reveal wants a number from 1 to {promises.Length}, and {number} is none.");
        return [new($" a known mistake that breaks this is not caught yet ({number} of {promises.Length}):"), new($" {promises[number - 1]}", Terminal.Open)];
    }

    private static int? Number(ArgumentResult result)
    {
        if (result.Tokens.Count == 0) return null;
        if (int.TryParse(result.Tokens[0].Value, out int number) && number > 0) return number;
        result.AddError($"--reveal wants a number from 1, and '{result.Tokens[0].Value}' is none.");
        return null;
    }

    private static Rows Lines(IEnumerable<StyledLine> lines) => new(lines.Select(line => (IRenderable)new Text(line.Text, line.Style)));
}
