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
