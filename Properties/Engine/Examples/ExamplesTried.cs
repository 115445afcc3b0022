namespace Etudes.Engine;

/// <summary>What came of a learner's examples.</summary>
/// <param name="Mistakes">Those that a small input can show.</param>
/// <param name="Beyond">How many mistakes only costs or large inputs show.</param>
public sealed record ExamplesTried(IReadOnlyList<TriedExample> Examples, IReadOnlyList<SoughtMistake> Mistakes, int Beyond) : Reply
{
    /// <summary>All of them hold for every right answer.</summary>
    public bool AreRight => Examples.All(example => example.IsRight);

    public int Caught => Mistakes.Count(mistake => mistake.Examples.Count > 0);
}

/// <summary>One example.</summary>
/// <param name="Reference">Its verdict on the reference.</param>
/// <param name="Other">Where it holds for the reference alone: its verdict on an answer that is right too, and chooses otherwise.</param>
public sealed record TriedExample(string Name, Verdict Reference, Verdict? Other)
{
    /// <summary>Its verdict on the learner's answer; null where there is none that compiles.</summary>
    public Verdict? Answer { get; init; }

    public bool IsRight => Reference.Outcome == Outcome.Holds && Other is null;
}

/// <summary>A mistake of the gallery that examples are to catch.</summary>
/// <param name="Promise">What it breaks, in the words of contract or statement.</param>
/// <param name="Examples">The right examples that catch it.</param>
public sealed record SoughtMistake(string Name, string Promise, IReadOnlyList<string> Examples);

/// <summary>A learner's examples, compiled as a class that is generic over the answer.</summary>
/// <param name="Names">The methods that are examples, from the top.</param>
public sealed record CompiledExamples(byte[] Image, byte[] Symbols, string[] Names);
