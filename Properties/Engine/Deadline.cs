using System.Diagnostics;

namespace Etudes.Engine;

/// <summary>A moment by the clock and by the process's processor time.</summary>
internal readonly record struct Moment(long Clock, TimeSpan Processor)
{
    public static Moment Now() => new(Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);

    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(Clock);
}

/// <summary>
/// So many seconds of processor time, or three times as many by the clock: a right answer must not fail because the machine
/// is busy, and one that sleeps must not wait for ever.
/// </summary>
internal readonly record struct Deadline(int Seconds)
{
    private const int Patience = 3;

    public bool IsOver(Moment began) => began.Elapsed.TotalSeconds > Seconds
        && (Moment.Now().Processor - began.Processor).TotalSeconds > Seconds || began.Elapsed.TotalSeconds > Patience * Seconds;
}
