namespace Etudes.Dojo;

/// <summary>What check --wrong says of an answer that is meant to be wrong.</summary>
internal static class WrongAnswer
{
    /// <summary>Which law catches it; where none does, what to send in, so that one will.</summary>
    public static IEnumerable<string> Lines(CheckedFile check)
    {
        if (check.CaughtBy is { } law) return [$" caught, as it should be. The first law that it breaks is {law}"];
        if (check.State != State.Green) return [" it was not judged, so nothing is known of it"];
        var kata = Kata.Named(check.Kata);
        string laws = $"{kata.Judge.Project}/{kata.Track}/{kata.Name}".Replace("//", "/");
        return
        [
            " No law catches it: either it is right after all, or the judge has a hole, and you have found it.",
            $" A pull request that closes it adds the law that is missing to {laws}Properties.cs,",
            $" and your answer under a name that says what is wrong with it to {laws}Mistakes.cs:",
            "",
            $"    [CaughtBy(nameof({kata.Name}Properties<>.The_law_that_is_missing))]",
            "    [Breaks(\"the promise: a member of the contract, a tag and a number, as in Largest.returns.2\")]",
            "    [Advice(\"One sentence to whoever makes this mistake.\")]",
            $"    public sealed class WhatIsWrong : I{kata.Name} {{ ... }} // {check.File}",
            "",
        ];
    }
}
