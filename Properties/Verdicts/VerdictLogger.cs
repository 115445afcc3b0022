using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Client;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Logging;

namespace Etudes.Verdicts;

/// <summary>
/// Lays out the verdicts under dotnet test, grouped by kata: one line for a kata not yet written, otherwise each broken law
/// with its words. The words are the engine's; VSTest adds its own summary line.
/// </summary>
[FriendlyName("Verdicts")]
[ExtensionUri("logger://etudes/verdicts/v1")]
public sealed class VerdictLogger : ITestLogger
{
    private const string NotWritten = "not written yet";
    private readonly List<TestResult> _failures = [];

    public void Initialize(TestLoggerEvents events, string testRunDirectory)
    {
        events.TestRunMessage += (_, e) => { if (e.Level == TestMessageLevel.Error) Console.WriteLine(e.Message); };
        events.TestResult += (_, e) => { if (e.Result.Outcome == TestOutcome.Failed) _failures.Add(e.Result); };
        events.TestRunComplete += (_, _) => Print();
    }

    private void Print()
    {
        foreach (var kata in _failures.GroupBy(test => (test.DisplayName ?? "").Split(':')[0]).OrderBy(kata => kata.Any(IsStub)))
        {
            if (kata.All(IsStub)) Console.WriteLine(kata.First().ErrorMessage);
            else PrintLaws([.. kata]);
        }
    }

    private static void PrintLaws(TestResult[] laws)
    {
        string? last = null;
        foreach (var law in laws)
        {
            var lines = (law.ErrorMessage ?? "").Split('\n').ToList();
            if (lines[^1].TrimStart().StartsWith("stuck?"))
            {
                last = lines[^1];
                lines.RemoveAt(lines.Count - 1);
            }
            Console.WriteLine($"Failed {law.DisplayName}");
            lines.ForEach(Console.WriteLine);
        }
        if (last is not null) Console.WriteLine(last);
        Console.WriteLine();
    }

    private static bool IsStub(TestResult test) => test.ErrorMessage?.Contains(NotWritten) == true;
}
