namespace Etudes.Dojo;

/// <summary>What happened on a learner's way with a kata: one line of the log.</summary>
internal abstract record Event(string Kata)
{
    public DateTimeOffset Time { get; init; } = DateTimeOffset.Now;
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

/// <summary>What was known before there was a log of the attempt that goes on.</summary>
/// <param name="Taken">How long it took to green, or null if it never was.</param>
internal sealed record Imported(string Kata, State State, DateTimeOffset? Started, TimeSpan? Taken, int HintsSeen, bool GaveUp, string? Replay) : Event(Kata);
