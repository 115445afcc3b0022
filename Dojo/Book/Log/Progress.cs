namespace Etudes.Dojo;

/// <summary>An attempt that was put aside.</summary>
/// <param name="Started">Null where nobody knows any more.</param>
/// <param name="Ended">When it was first green, else when it was put aside.</param>
/// <param name="Time">How long it took to green, or null if it never was.</param>
/// <param name="File">What was put aside, by its path from the root.</param>
internal sealed record Attempt(DateTimeOffset? Started, DateTimeOffset Ended, State State, TimeSpan? Time, string File);

/// <summary>A time that a kata was done to its end: solved, or given up.</summary>
/// <param name="Taken">How long it took to green; null where it was given up, as in an interview that failed.</param>
/// <param name="Hints">How many were seen.</param>
/// <param name="Checks">How many checks it took.</param>
/// <param name="Said">The grade that the learner has said, or null.</param>
internal sealed record Review(DateTimeOffset Time, TimeSpan? Taken, int Hints, int Checks, Grade? Said = null);

/// <summary>What is known of a learner's way with one kata, as the log's events tell it.</summary>
internal sealed record Progress
{
    public State State { get; init; }
    /// <summary>When the attempt was begun: with the first check of something that the learner wrote.</summary>
    public DateTimeOffset? Started { get; init; }
    /// <summary>How long the attempt took to green.</summary>
    public TimeSpan? Time { get; init; }
    public int HintsSeen { get; init; }
    /// <summary>The hint that was shown last, from 1; 0 before the first.</summary>
    public int LastHint { get; init; }
    /// <summary>The solution was looked at before the answer was green.</summary>
    public bool GaveUp { get; init; }
    /// <summary>The case that failed last, to be tried first.</summary>
    public string? Replay { get; init; }
    /// <summary>It was drawn from another seed than usual.</summary>
    public bool IsReplayDrawn { get; init; }
    public IReadOnlyList<Attempt> Attempts { get; init; } = [];

    /// <summary>The checks of the attempt.</summary>
    public int Checks { get; init; }
    public IReadOnlyList<Review> Reviews { get; init; } = [];
    public IReadOnlyList<Noted> Notes { get; init; } = [];
    public IReadOnlyList<Interviewed> Interviews { get; init; } = [];
    /// <summary>Of the learner rather than of a kata, and known under no name: due was asked for.</summary>
    public bool HasAskedWhatIsDue { get; init; }

    public int Count => Attempts.Count + (Started is null ? 0 : 1);
    public TimeSpan? Best => Attempts.Select(attempt => attempt.Time).Append(Time).Min();

    /// <summary>The solution can do no harm any more, or was asked for.</summary>
    public bool MayBeTold => GaveUp || State == State.Green || Time is not null;

    /// <summary>It was green once, in whatever attempt.</summary>
    public bool IsSolved => State == State.Green || Attempts.Any(attempt => attempt.State == State.Green);

    /// <summary>The attempt's clock: running, stopped at green, or not started yet.</summary>
    public TimeSpan? Clock => Time ?? WallClock.Now - Started;

    /// <inheritdoc cref="LearnerLog.Of"/>
    public static Progress Of(Kata kata) => LearnerLog.Learner.Of(kata.Name);

    /// <summary>What is known once an event has happened.</summary>
    public Progress After(Event happened) => happened switch
    {
        Checked of => After(of),
        HintShown of => this with { HintsSeen = Math.Max(HintsSeen, of.Hint), LastHint = of.Hint },
        GivenUp when MayBeTold => this with { GaveUp = true },
        GivenUp => this with { GaveUp = true, Reviews = [.. Reviews, new(happened.Time, null, HintsSeen, Checks)] },
        PutAside { File: null } => Kept with { Attempts = Attempts },
        PutAside of => Kept with { Attempts = [.. Attempts, new(Started, (of.Taken is null ? null : Started + of.Taken) ?? of.Time, of.State, of.Taken, of.File)] },
        StubReset => this with { State = State.NotWritten, Replay = null },
        Interviewed of => this with { Interviews = [.. Interviews, of] }, // where it failed, it was given up before
        Graded of => Reviews is [.., var last] ? this with { Reviews = [.. Reviews.SkipLast(1), last with { Said = of.Grade }] } : this,
        Noted of => this with { Notes = [.. Notes, of] },
        DueAsked => this with { HasAskedWhatIsDue = true },
        Imported of => this with { State = of.State, Started = of.Started, Time = of.Taken, HintsSeen = of.HintsSeen, LastHint = of.HintsSeen, GaveUp = of.GaveUp, Replay = of.Replay },
        _ => throw new ArgumentOutOfRangeException(nameof(happened)),
    };

    /// <summary>What outlives an attempt.</summary>
    private Progress Kept => new() { Reviews = Reviews, Notes = Notes, Interviews = Interviews };

    private Progress After(Checked check)
    {
        if (check.IsUntouched) return this with { State = check.State, Replay = null };
        var started = Started ?? check.Time - check.Taken;
        var time = Time ?? (check.State == State.Green && !GaveUp ? check.Time - started : null);
        return this with
        {
            State = check.State,
            Started = started,
            Time = time,
            Checks = Checks + 1,
            Reviews = Time is null && time is not null ? [.. Reviews, new(check.Time, time, HintsSeen, Checks + 1)] : Reviews,
            Replay = check.Replay,
            IsReplayDrawn = check.IsDrawn,
        };
    }
}
