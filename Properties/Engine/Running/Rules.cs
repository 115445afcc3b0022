namespace Etudes.Engine;

/// <summary>How strictly cases are run.</summary>
/// <param name="Case">How long an ordinary case may take.</param>
/// <param name="CountsSteps">The answer has been rewritten to count its steps, and no other law runs in this process.</param>
/// <param name="CaseBegins">Told of each case before it runs: its number from 1, and whether it was
/// shrunk from a case that failed.</param>
public sealed record Rules(Deadline Case, bool CountsSteps = false, Action<int, bool>? CaseBegins = null)
{
    /// <summary>Of dotnet test, which runs several laws at once.</summary>
    public static Rules OfTests { get; } = new(Deadline.OfLargeCase);

    /// <summary>Stricter, for a process that runs one law at a time.</summary>
    public static Rules OfWorker { get; } = new(new Deadline(Seconds: 1, Patience: 1.2), CountsSteps: true);
}
