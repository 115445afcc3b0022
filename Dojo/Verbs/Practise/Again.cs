using System.CommandLine;

namespace Etudes.Dojo;

/// <summary>
/// Doing a kata once more, from its fresh stub. What a learner wrote is copied, and never deleted.
/// </summary>
internal static class Again
{
    public static Command Make()
    {
        var name = Verbs.One();
        name.Description = "The kata; without it that of the folder you stand in, or the one in hand if you say yes.";
        var sameClock = new Option<bool>("--same-clock") { Description = "A fresh stub for the same attempt, whose clock goes on." };
        var command = new Verb(Wish.Practise, "again", "kata again TopK", "puts your attempt aside and begins another one from a fresh stub") { name, sameClock };
        command.SetAction(parsed =>
        {
            if (Verbs.Confirmed(parsed.GetValue(name), "again", "Put your attempt aside and begin another one at") is { } kata) Begin(kata, parsed.GetValue(sameClock));
        });
        return command;
    }

    /// <exception cref="RefusedException">Nothing could be kept, and so nothing was changed.</exception>
    public static void Begin(Kata kata, bool sameClock, Action<string>? tell = null)
    {
        tell ??= Terminal.Tell;
        bool isBegun = Progress.Of(kata).Started is not null; // a log that is refused is refused before anything is replaced
        var fresh = FreshStub.Of(kata);
        if (fresh.IsInPlace && (sameClock || !isBegun))
        {
            tell($"{kata.Stub} is a fresh stub already.");
            return;
        }
        var now = WallClock.Now;
        string? kept = fresh.PutInPlace(now, tell);
        if (sameClock) LearnerLog.Learner.Append(new StubReset(kata.Name) { Time = now });
        else LearnerLog.Learner.Append(kata.Name, progress => new PutAside(kata.Name, kept, progress.State, progress.Time) { Time = now });
        tell($"A fresh stub: {kata.Stub}. {(sameClock ? "The attempt goes on, and so does its clock." : "The clock starts with your first change.")}");
    }
}
