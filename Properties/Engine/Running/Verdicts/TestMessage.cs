namespace Etudes.Engine;

/// <summary>
/// A verdict as the one string that VSTest carries from the test to its logger, written and read in this file alone. People see it too, in
/// a test explorer. So it is the lines of the verdict, and reading finds out what each line says.
/// </summary>
public static class TestMessage
{
    private const string Stuck = " stuck? ", NotRun = " not run: ", NotWritten = " not written yet", NeedsWritten = ", not written yet (";

    public static string Write(Verdict verdict) => string.Join('\n', VerdictLines.Of(verdict).Select(line => line.Text));

    /// <summary>The verdict with the same lines: input and places are part of its sentence.</summary>
    /// <param name="law">TopK: keeps the k largest in descending order.</param>
    public static Verdict Read(string law, string message)
    {
        string[] lines = message.Split('\n');
        var outcome = lines[0].StartsWith(NotRun) ? Outcome.NotRun
            : lines is [var only] && (only.StartsWith(NotWritten) || only.Contains(NeedsWritten)) ? Outcome.NotWritten
            : Outcome.Broken;
        return new(outcome, law)
        {
            Sentence = string.Join('\n', lines.Where(line => !line.StartsWith(Stuck))).TrimStart(' '),
            Statement = lines.LastOrDefault(line => line.StartsWith(Stuck))?[Stuck.Length..].Replace("HINTS.md", "README.md"),
        };
    }
}
