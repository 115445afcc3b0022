using FsCheck.Xunit;
using Xunit.Sdk;

namespace Etudes.Engine;

/// <summary>
/// A rule that every right answer keeps: a <c>public static void</c> method of an abstract class, generic over the
/// answer, whose name is a sentence. Its <see cref="Parameters"/> are drawn 300 times.
/// </summary>
[XunitTestCaseDiscoverer("Etudes.Engine.LawDiscoverer", "Etudes.Engine")]
public class LawAttribute : PropertyAttribute
{
    public LawAttribute() => (MaxTest, StartSize, EndSize) = (300, 1, 40);

    /// <summary>The inherited law after which a learner meets this one; null: after all of them.</summary>
    public string? After { get; init; }

    /// <summary>A learner meets it before the inherited laws: it says plainly what the answer is.</summary>
    public bool First { get; init; }

    /// <summary>It counts comparisons, operations or room, or takes very many calls or numbers: no example that one writes by
    /// hand shows what breaks it.</summary>
    public bool BeyondExamples { get; init; }
}

/// <summary>
/// A law on large input, once for each kind of <see cref="LargeWorkload"/>, <see cref="LargeGraph"/>,
/// <see cref="HardGraph"/> or <see cref="HardDigraph"/>. FsCheck's size carries both to the generator:
/// it is the number of items, and its remainder by <see cref="Kinds"/> is the kind.
/// </summary>
public sealed class LargeLawAttribute : LawAttribute
{
    internal const int Kinds = 5;

    /// <param name="items">How many numbers or vertices, a multiple of 5; a right answer needs at most a fifth of the deadline.</param>
    public LargeLawAttribute(int items) => (MaxTest, StartSize, EndSize) = (Kinds, items - 1, items - 1 + Kinds); // FsCheck adds the first step at once
}
