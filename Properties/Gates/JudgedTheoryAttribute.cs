using Xunit;

namespace Etudes.Gates;

/// <summary>A theory that runs laws: skipped, with the reason, where the machine lacks what the laws of this assembly need.</summary>
public sealed class JudgedTheoryAttribute : TheoryAttribute
{
    public JudgedTheoryAttribute() => Skip = NeedsAttribute.MissingFor(typeof(Kata).Assembly);
}
