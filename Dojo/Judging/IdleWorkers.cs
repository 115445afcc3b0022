using System.Collections.Concurrent;

namespace Etudes.Dojo;

/// <summary>
/// Workers whose examiner has gone. They are ended, but for the tests, which keep them warm for
/// their next run of the command.
/// </summary>
internal static class IdleWorkers
{
    private static readonly ConcurrentDictionary<Judge, ConcurrentBag<WorkerProcess>> s_kept = [];

    public static bool AreKept { get; set; }

    public static WorkerProcess Take(Judge judge)
    {
        while (Of(judge).TryTake(out var worker))
        {
            if (worker.IsRunning) return worker;
            worker.Dispose();
        }
        return new(judge);
    }

    public static void Leave(Judge judge, WorkerProcess worker)
    {
        if (AreKept) Of(judge).Add(worker);
        else worker.Dispose();
    }

    private static ConcurrentBag<WorkerProcess> Of(Judge judge) => s_kept.GetOrAdd(judge, _ => []);
}
