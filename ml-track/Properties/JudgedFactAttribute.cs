using Xunit;

namespace Etudes.ML;

/// <summary>A test that needs libtorch: skipped, with the reason, where it does not load.</summary>
public sealed class JudgedFactAttribute : FactAttribute
{
    public JudgedFactAttribute() => Skip = NeedsAttribute.MissingFor(typeof(JudgedFactAttribute).Assembly);
}
