using System.ComponentModel;
using FsCheck.Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Etudes.Engine;

/// <summary>
/// A rule that every right answer keeps: a <c>public static void</c> method of an abstract class, generic over the
/// answer, whose name is a sentence. Its parameters are drawn from <see cref="Arbitraries"/>, 300 times.
/// </summary>
[XunitTestCaseDiscoverer("Etudes.Engine.LawDiscoverer", "Etudes.Engine")]
public class LawAttribute : PropertyAttribute
{
    public LawAttribute() => (MaxTest, StartSize, EndSize) = (300, 1, 40);

    /// <summary>The inherited law right behind which this one stands; null: behind all of them.</summary>
    public string? After { get; init; }
}

/// <summary>
/// A law on large input, once for each shape of <see cref="LargeWorkload"/> or <see cref="LargeGraph"/>. FsCheck's size
/// carries both to the generator: the number of items, and in its remainder by <see cref="Shapes"/> the shape.
/// </summary>
public sealed class LargeLawAttribute : LawAttribute
{
    internal const int Shapes = 5;

    /// <param name="items">How many numbers or vertices, a multiple of 5; a right answer needs at most a fifth of the deadline.</param>
    public LargeLawAttribute(int items) => (MaxTest, StartSize, EndSize) = (Shapes, items - 1, items - 1 + Shapes); // FsCheck adds the first step at once
}

public sealed class LawDiscoverer(IMessageSink diagnostics) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions options, ITestMethod method, IAttributeInfo law) =>
        [new LawTestCase(diagnostics, method)];
}

/// <summary>All that xunit sees of a law: its name, and its verdict as a passed or failed test.</summary>
public sealed class LawTestCase : XunitTestCase
{
    [EditorBrowsable(EditorBrowsableState.Never), Obsolete("for deserialisation")]
    public LawTestCase() { }

    public LawTestCase(IMessageSink diagnostics, ITestMethod method)
        : base(diagnostics, Xunit.Sdk.TestMethodDisplay.Method, Xunit.Sdk.TestMethodDisplayOptions.None, method) { }

    protected override string GetDisplayName(IAttributeInfo law, string displayName) =>
        LawName.Sentence(TestMethod.TestClass.Class.ToRuntimeType(), TestMethod.Method.Name);

    public override Task<RunSummary> RunAsync(IMessageSink diagnostics, IMessageBus bus, object[] constructorArguments,
        ExceptionAggregator aggregator, CancellationTokenSource cancellation)
    {
        var test = new XunitTest(this, DisplayName);
        bus.QueueMessage(new TestCaseStarting(this));
        bus.QueueMessage(new TestStarting(test));
        var laws = TestMethod.TestClass.Class.ToRuntimeType();
        var summary = NeedsAttribute.MissingFor(laws.Assembly) is string missing ? Skip(test, missing, bus) : Judge(test, laws, bus);
        bus.QueueMessage(new TestFinished(test, summary.Time, ""));
        bus.QueueMessage(new TestCaseFinished(this, summary.Time, 1, summary.Failed, summary.Skipped));
        return Task.FromResult(summary);
    }

    private static RunSummary Skip(XunitTest test, string missing, IMessageBus bus)
    {
        bus.QueueMessage(new TestSkipped(test, missing));
        return new RunSummary { Total = 1, Skipped = 1 };
    }

    private RunSummary Judge(XunitTest test, Type laws, IMessageBus bus)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var verdict = LawRunner.Run(laws, TestMethod.Method.ToRuntimeMethod());
        var time = (decimal)clock.Elapsed.TotalSeconds;
        bool failed = verdict.Outcome != Outcome.Holds;
        // A type named Xunit.Sdk.* makes the runners print the message alone.
        bus.QueueMessage(failed
            ? new TestFailed(test, time, "", ["Xunit.Sdk.LawBroken"], [verdict.Words], [""], [-1])
            : new TestPassed(test, time, ""));
        return new RunSummary { Total = 1, Failed = failed ? 1 : 0, Time = time };
    }
}

/// <summary>Runs the laws of a class in <see cref="LawName.Order"/>.</summary>
public sealed class LawOrder : ITestCaseOrderer
{
    public IEnumerable<TTestCase> OrderTestCases<TTestCase>(IEnumerable<TTestCase> cases) where TTestCase : ITestCase =>
        cases.OrderBy(test => LawName.Order(test.TestMethod.Method.ToRuntimeMethod()));
}
