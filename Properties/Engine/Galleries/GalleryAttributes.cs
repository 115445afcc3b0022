namespace Etudes.Engine;

/// <summary>Names the law that catches this mistake: <c>[CaughtBy(nameof(TopKProperties&lt;&gt;.Keeps_the_k_largest))]</c>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CaughtByAttribute(string law) : Attribute
{
    public string Law { get; } = law;
}

/// <summary>One sentence to the learner whose answer behaves like this mistake.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AdviceAttribute(string sentence) : Attribute
{
    public string Sentence { get; } = sentence;
}

/// <summary>
/// Names the promises that this mistake breaks: <c>[Breaks("Largest.summary.2", "Constraints.3")]</c>. A promise is a sentence of
/// the contract's docs, named by member, tag and number, or a line of the statement's Constraints or of the hints' Target.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BreaksAttribute(params string[] promises) : Attribute
{
    public IReadOnlyList<string> Promises { get; } = promises;
}

/// <summary>On a gallery: a promise that no law can hold an answer to, and why.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class UntestableAttribute(string promise, string reason) : Attribute
{
    public string Promise { get; } = promise;

    public string Reason { get; } = reason;
}
