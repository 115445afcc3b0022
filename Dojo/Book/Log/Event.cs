namespace Etudes.Dojo;

/// <summary>What happened on a learner's way with a kata: one line of the log.</summary>
internal abstract record Event(string Kata)
{
    public DateTimeOffset Time { get; init; } = WallClock.Now;
}

/// <summary>A stub was judged.</summary>
/// <param name="Replay">The first case that failed, or null.</param>
/// <param name="Taken">How long the judgement took.</param>
/// <param name="IsDrawn">That case was drawn from another seed than usual, which alone does not repeat it.</param>
/// <param name="IsUntouched">Nobody had written anything yet: somebody only passed by.</param>
internal sealed record Checked(string Kata, State State, string? Replay, TimeSpan Taken, bool IsUntouched = false, bool IsDrawn = false) : Event(Kata);

/// <param name="Hint">Which of the hints, from 1.</param>
internal sealed record HintShown(string Kata, int Hint) : Event(Kata);

/// <summary>The solution was looked at before the answer was green.</summary>
internal sealed record GivenUp(string Kata) : Event(Kata);

/// <summary>An attempt has ended, and the next one begins.</summary>
/// <param name="File">The path from the root of what was put aside, or null without a stub.</param>
/// <param name="State">The state of the attempt.</param>
/// <param name="Taken">How long it took to green, or null if it never was.</param>
internal sealed record PutAside(string Kata, string? File, State State, TimeSpan? Taken) : Event(Kata);

/// <summary>The attempt goes on from a fresh stub.</summary>
internal sealed record StubReset(string Kata) : Event(Kata);

/// <summary>An interview has ended.</summary>
/// <param name="Taken">The time spent in it.</param>
/// <param name="File">The card, by its path from the root.</param>
internal sealed record Interviewed(string Kata, State State, TimeSpan Taken, string File) : Event(Kata);

/// <summary>The learner says how well the kata went the last time.</summary>
internal sealed record Graded(string Kata, Grade Grade) : Event(Kata);

/// <summary>A note of the learner's own.</summary>
internal sealed record Noted(string Kata, string Text) : Event(Kata);

/// <summary>What is due was asked for; from then on a grade can be changed.</summary>
internal sealed record DueAsked() : Event("");

/// <summary>What was known before there was a log of the attempt that goes on.</summary>
/// <param name="Taken">How long it took to green, or null if it never was.</param>
internal sealed record Imported(string Kata, State State, DateTimeOffset? Started, TimeSpan? Taken, int HintsSeen, bool GaveUp, string? Replay) : Event(Kata);

/// <summary>How well a kata went.</summary>
internal enum Grade { Again = 1, Hard, Good, Easy }
