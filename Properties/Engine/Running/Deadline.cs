using System.Diagnostics;

namespace Etudes.Engine;

/// <summary>A moment by the clock and by the process's processor time.</summary>
internal readonly record struct Moment(long Clock, TimeSpan Processor)
{
    public static Moment Now() => new(Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);

    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(Clock);
}

/// <summary>
/// So many seconds of processor time per running law, or a multiple of them by the clock: a right
/// answer must not fail because the machine is busy, and one that sleeps must not wait for ever.
/// </summary>
/// <param name="Patience">How many times as long it may take by the clock.</param>
public readonly record struct Deadline(double Seconds, double Patience = 3)
{
    /// <summary>KATA_DEADLINES: how many times as long a large case and a law may take. What is too slow with 2 is so on a machine twice as fast.</summary>
    public static int Times { get; } = Seeds.Read("KATA_DEADLINES", 1, times => times > 0, "a positive integer");

    internal static Deadline OfLaw { get; } = new(Seconds: 8 * Times, Patience: 10);
    internal static Deadline OfLargeCase { get; } = new(Seconds: 2 * Times, Patience: 15); // half a second's work beside two dozen busy processes

    /// <summary>Whether the time is up; with a debugger attached it never is.</summary>
    /// <param name="began">When the clock was started.</param>
    /// <param name="running">How many laws share the processor time of the process, those left
    /// behind in a hang included.</param>
    internal bool IsOver(Moment began, int running) => !Debugger.IsAttached && (began.Elapsed.TotalSeconds > Seconds
        && (Moment.Now().Processor - began.Processor).TotalSeconds > Seconds * running || began.Elapsed.TotalSeconds > Patience * Seconds);
}
