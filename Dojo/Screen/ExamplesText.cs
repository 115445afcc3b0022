namespace Etudes.Dojo;

/// <summary>What came of a learner's examples, in words.</summary>
internal static class ExamplesText
{
    /// <summary>In short, above a verdict: what is wrong with them, or how much they catch, and what the answer makes of them.</summary>
    public static IEnumerable<StyledLine> Short(ExamplesTried tried)
    {
        foreach (var line in Wrong(tried)) yield return line;
        foreach (var example in tried.Examples.Where(example => example.IsRight && example.Answer is { Outcome: not (Outcome.Holds or Outcome.NotWritten) }))
        {
            yield return new($"Failed your example {example.Name}", Terminal.Bad);
            foreach (var line in VerdictLines.Of(example.Answer! with { Statement = null, Again = null })) yield return new(line.Text);
        }
        yield return new($" {Together(tried)}", Terminal.Dim);
    }

    /// <summary>All of it: each example with the mistakes that it catches.</summary>
    public static IEnumerable<StyledLine> Whole(ExamplesTried tried)
    {
        foreach (var line in Wrong(tried)) yield return line;
        foreach (var example in tried.Examples.Where(example => example.IsRight))
        {
            var caught = tried.Mistakes.Where(mistake => mistake.Examples.Contains(example.Name)).ToArray();
            bool isSpare = caught.Length > 0 && caught.All(mistake => mistake.Examples.Count > 1);
            yield return new($" {example.Name} is right{(caught.Length == 0 ? "" : $" and catches {string.Join(", ", caught.Select(mistake => mistake.Name))}")}{(isSpare ? "; other examples catch all of them too" : "")}");
        }
        yield return new($" {Together(tried)}", Terminal.Good);
        if (tried.Beyond > 0) yield return new($" {Count(tried.Beyond, "more mistake")} can only be seen in costs or on large inputs", Terminal.Dim);
    }

    private static IEnumerable<StyledLine> Wrong(ExamplesTried tried)
    {
        foreach (var example in tried.Examples.Where(example => !example.IsRight))
        {
            yield return new($"Your example {example.Name} {(example.Other is null ? "is wrong" : "holds by chance")}", Terminal.Bad);
            yield return new($" {Difference(example.Other ?? example.Reference)}");
            if (example.Other is not null) yield return new(" the contract leaves a choice here: say only what every right answer must give", Terminal.Dim);
        }
    }

    private static string Difference(Verdict verdict) => Show.Printable(verdict is { Expected: { } said, Actual: { } given } && verdict.Sentence.Split(" should be ") is [var what, _, ..]
        ? $"{what}: your example says {said.Text}, and a right answer gives {given.Text}"
        : $"of a right answer it says: {verdict.Sentence}");

    private static string Together(ExamplesTried tried) =>
        $"your {Count(tried.Examples.Count(example => example.IsRight), tried.AreRight ? "example" : "right example")} catch{(tried.Examples.Count(example => example.IsRight) == 1 ? "es" : "")} {tried.Caught} of {tried.Mistakes.Count} known mistakes";

    private static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";
}
