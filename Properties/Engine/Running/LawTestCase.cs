using System.Collections.Concurrent;
using System.ComponentModel;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Etudes.Engine;

/// <summary>All that xunit sees of a law: its name, and its verdict as a passed or failed test.</summary>
public sealed class LawTestCase : XunitTestCase
{
    /// <summary>The answers that hung in a law: none of their further laws is run.</summary>
    private static readonly ConcurrentDictionary<Type, bool> s_hung = [];

    [EditorBrowsable(EditorBrowsableState.Never), Obsolete("for deserialisation")]
    public LawTestCase() { }

    public LawTestCase(IMessageSink diagnostics, ITestMethod method)
        : base(diagnostics, Xunit.Sdk.TestMethodDisplay.Method, Xunit.Sdk.TestMethodDisplayOptions.None, method) { }

    private Law Law => new(TestMethod.TestClass.Class.ToRuntimeType(), TestMethod.Method.ToRuntimeMethod());

    protected override string GetDisplayName(IAttributeInfo law, string displayName) => Law.Sentence;

    public override Task<RunSummary> RunAsync(IMessageSink diagnostics, IMessageBus bus, object[] constructorArguments,
        ExceptionAggregator aggregator, CancellationTokenSource cancellation)
    {
        var test = new XunitTest(this, DisplayName);
        bus.QueueMessage(new TestCaseStarting(this));
        bus.QueueMessage(new TestStarting(test));
        var summary = NeedsAttribute.MissingFor(Law.Class.Assembly) is string missing ? Skip(test, missing, bus) : Replay(test, bus);
        bus.QueueMessage(new TestFinished(test, summary.Time, ""));
        bus.QueueMessage(new TestCaseFinished(this, summary.Time, 1, summary.Failed, summary.Skipped));
        return Task.FromResult(summary);
    }

    private static RunSummary Skip(XunitTest test, string missing, IMessageBus bus)
    {
        bus.QueueMessage(new TestSkipped(test, missing));
        return new RunSummary { Total = 1, Skipped = 1 };
    }

    /// <summary>Where KATA_REPLAY names a law, that one alone is run.</summary>
    private RunSummary Replay(XunitTest test, IMessageBus bus)
    {
        try
        {
            return Seeds.Replay is not var (law, start) ? Judge(test, bus, Start.FromSeed(Seeds.Seed))
                : law == Law.Name ? Judge(test, bus, start)
                : Skip(test, $"KATA_REPLAY repeats {law}", bus);
        }
        // Of KATA_REPLAY, or of what is read once for all laws.
        catch (Exception e) when (e.GetBaseException() is FormatException setting) { return Tell(test, bus, new(Outcome.NotRun, Law.Sentence) { Sentence = $"not run: {setting.Message}" }, 0); }
    }

    private RunSummary Judge(XunitTest test, IMessageBus bus, Start start)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var verdict = s_hung.ContainsKey(Law.Subject) ? Verdict.NotRun(Law.Sentence) : LawRunner.Run(Law, start);
        if (verdict.Outcome == Outcome.Hung && !Law.IsExample) s_hung[Law.Subject] = true;
        return Tell(test, bus, verdict, (decimal)clock.Elapsed.TotalSeconds);
    }

    private static RunSummary Tell(XunitTest test, IMessageBus bus, Verdict verdict, decimal time)
    {
        bool failed = verdict.Outcome != Outcome.Holds;
        // A type named Xunit.Sdk.* makes the runners print the message alone.
        bus.QueueMessage(failed
            ? new TestFailed(test, time, "", ["Xunit.Sdk.LawBroken"], [TestMessage.Write(verdict)], [""], [-1])
            : new TestPassed(test, time, ""));
        return new RunSummary { Total = 1, Failed = failed ? 1 : 0, Time = time };
    }
}

public sealed class LawDiscoverer(IMessageSink diagnostics) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions options, ITestMethod method, IAttributeInfo law) =>
        [new LawTestCase(diagnostics, method)];
}

/// <summary>Runs the laws of a class in <see cref="Law.Order"/>.</summary>
public sealed class LawOrder : ITestCaseOrderer
{
    public IEnumerable<TTestCase> OrderTestCases<TTestCase>(IEnumerable<TTestCase> cases) where TTestCase : ITestCase =>
        cases.OrderBy(test => Law.Order(test.TestMethod.Method.ToRuntimeMethod()));
}
