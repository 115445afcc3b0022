using System.Diagnostics;

namespace Etudes.Dojo;

/// <summary>What time it is where the learner is.</summary>
internal static class WallClock
{
    private static readonly PerRun<TimeProvider> s_provider = new(() => Environment.GetEnvironmentVariable("KATA_NOW") is { Length: > 0 } now ? new From(DateTimeOffset.Parse(now)) : TimeProvider.System);

    /// <summary>Of the machine, unless KATA_NOW says when to start: the tests are at midnight, or where a clock is set back.</summary>
    public static TimeProvider Provider => s_provider.Value;

    public static DateTimeOffset Now => Provider.GetLocalNow();

    public static DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    private sealed class From(DateTimeOffset start) : TimeProvider
    {
        private readonly long _began = Stopwatch.GetTimestamp();

        public override DateTimeOffset GetUtcNow() => start.ToUniversalTime() + Stopwatch.GetElapsedTime(_began);
    }
}
