using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Etudes.Gates;

/// <summary>A theory that runs laws: skipped, with the reason, where the machine lacks what the laws of its judge need.</summary>
[XunitTestCaseDiscoverer("Etudes.Gates.JudgedTheoryDiscoverer", "Etudes.Gates")]
public sealed class JudgedTheoryAttribute : TheoryAttribute;

public sealed class JudgedTheoryDiscoverer(IMessageSink diagnostics) : TheoryDiscoverer(diagnostics)
{
    public override IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions options, ITestMethod method, IAttributeInfo theory) =>
        NeedsAttribute.MissingFor(method.TestClass.Class.ToRuntimeType().Assembly) is { } missing
            ? CreateTestCasesForSkip(options, method, theory, missing) : base.Discover(options, method, theory);
}
