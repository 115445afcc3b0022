using System.CommandLine;

namespace Etudes.Dojo;

/// <summary>
/// Doing a kata once more, from its fresh stub. What a learner wrote is copied, and never deleted.
/// </summary>
internal static class Again
{
    public static Command Make() => Verbs.OfOne("again", "Puts the attempt aside and begins a new one from a fresh stub.", Begin);

    private static void Begin(Kata kata)
    {
        bool isBegun = Progress.Of(kata).Started is not null;
        var fresh = FreshStub.Of(kata);
        if (fresh.IsInPlace && !isBegun)
        {
            Terminal.Tell($"{kata.Stub} is a fresh stub already.");
            return;
        }
        var now = DateTimeOffset.Now;
        string? kept = fresh.PutInPlace(now, Terminal.Tell);
        LearnerLog.Learner.Append(kata.Name, progress => new PutAside(kata.Name, kept, progress.State, progress.Time) { Time = now });
        Terminal.Tell($"A fresh stub: {kata.Stub}. The clock starts when it is watched or checked.");
    }
}
