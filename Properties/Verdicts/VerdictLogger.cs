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
    /// <summary>How many broken laws of a kata are told whole: the first ones are the ones to mend.</summary>
    private const int Told = 3;

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
        foreach (var kata in _failures.GroupBy(test => (test.DisplayName ?? "").Split(':')[0])
                     .OrderBy(kata => kata.All(NotWritten)).ThenBy(kata => kata.First().TestCase.FullyQualifiedName))
        {
            if (kata.All(NotWritten)) Console.WriteLine(kata.First().ErrorMessage);
            else PrintLaws([.. kata]);
        }
    }

    /// <summary>The first broken laws in their order, those of cost last; then, a line each, how many more and why some were not judged.</summary>
    private static void PrintLaws(TestResult[] laws)
    {
        string? stuck = null;
        var broken = laws.Where(law => !NotRun(law) && !NotWritten(law)).OrderBy(law => Class(law).Length).ToArray(); // TopKTests, TopKCostTests
        foreach (var law in broken.Take(Told))
        {
            Console.WriteLine($"Failed {law.DisplayName}");
            foreach (string line in (law.ErrorMessage ?? "").Split('\n'))
            {
                if (line.StartsWith(" stuck?")) stuck = line; // once a kata is enough
                else Console.WriteLine(line);
            }
        }
        if (broken.Length > Told) Console.WriteLine($"{Laws(broken.Length - Told)} broken; mend these first");
        foreach (var reason in laws.Where(law => NotRun(law) || NotWritten(law)).GroupBy(law => law.ErrorMessage))
            Console.WriteLine($"{Laws(reason.Count())}{reason.Key}");
        Console.WriteLine($"{stuck}\n");
    }

    private static string Laws(int count) => count == 1 ? "1 more law" : $"{count} more laws";

    private static string Class(TestResult test) => test.TestCase.FullyQualifiedName[..test.TestCase.FullyQualifiedName.LastIndexOf('.')];

    private static string Reason(TestResult test) => test.ErrorMessage ?? test.Messages.FirstOrDefault()?.Text?.Trim() ?? "no reason given";

    private static bool NotWritten(TestResult test) => Says(test, "not written yet");
    private static bool NotRun(TestResult test) => Says(test, "not run:");
    private static bool Says(TestResult test, string words) => test.ErrorMessage?.Contains(words) == true;
}
