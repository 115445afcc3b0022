using Etudes.Engine;
using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Client;

namespace Etudes.Verdicts;

/// <summary>
/// Lays out the verdicts under dotnet test, grouped by kata: one line for a kata not yet written, otherwise each broken law
/// with its words. The words are the engine's; VSTest adds its own summary line.
/// </summary>
[FriendlyName("Verdicts")]
[ExtensionUri("logger://etudes/verdicts/v1")]
public sealed class VerdictLogger : ITestLogger
{
    private readonly List<TestResult> _failures = [];
    private readonly HashSet<string> _reasons = [];

    public void Initialize(TestLoggerEvents events, string testRunDirectory)
    {
        events.TestResult += (_, e) =>
        {
            if (e.Result.Outcome == TestOutcome.Failed) _failures.Add(e.Result);
            if (e.Result.Outcome == TestOutcome.Skipped && _reasons.Add(Reason(e.Result))) Console.WriteLine($"Skipped: {Reason(e.Result)}");
        };
        events.TestRunComplete += (_, e) =>
        {
            PrintVerdicts();
            // VSTest tells the reason itself, with the frames of an endless recursion.
            if (e.IsAborted) Console.WriteLine("The answer ended the test process: endless or very deep recursion, Environment.Exit, or an exception on its own thread.");
        };
    }

    private void PrintVerdicts()
    {
        foreach (var kata in _failures.Select(test => (Test: test, Verdict: TestMessage.Read(test.DisplayName ?? "", test.ErrorMessage ?? "")))
                     .GroupBy(law => law.Verdict.Law.Split(':')[0])
                     .OrderBy(kata => kata.All(IsNotWritten)).ThenBy(kata => kata.First().Test.TestCase.FullyQualifiedName))
        {
            if (kata.All(IsNotWritten)) Print(VerdictLines.Of(kata.First().Verdict));
            else Print(kata.OrderBy(law => Class(law.Test).Length).Select(law => law.Verdict)); // TopKTests, TopKCostTests
        }

        static bool IsNotWritten((TestResult, Verdict Verdict) law) => law.Verdict.Outcome == Outcome.NotWritten;
    }

    private static void Print(IEnumerable<Verdict> verdicts)
    {
        var lines = new VerdictLines();
        Print(verdicts.SelectMany(lines.Add));
        Print(lines.End());
        Console.WriteLine();
    }

    private static void Print(IEnumerable<VerdictLine> lines)
    {
        foreach (var line in lines) Console.WriteLine(line.Text);
    }

    private static string Class(TestResult test) => test.TestCase.FullyQualifiedName[..test.TestCase.FullyQualifiedName.LastIndexOf('.')];

    private static string Reason(TestResult test) => test.ErrorMessage ?? test.Messages.FirstOrDefault()?.Text?.Trim() ?? "no reason given";
}
