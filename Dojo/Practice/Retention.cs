namespace Etudes.Dojo;

/// <summary>What is still remembered of a kata that was done to its end, and when it is due again.</summary>
/// <param name="Last">The day of the last time, where the learner was.</param>
internal sealed record Retention(Kata Kata, Memory Memory, DateOnly Last)
{
    /// <summary>So many checks say that it was no first try, and that it was hard.</summary>
    private const int FewChecks = 10, ManyChecks = 40;

    public DateOnly Due => Last.AddDays(Memory.Interval);

    /// <summary>How likely it is remembered on a day, from 0 to 1.</summary>
    public double RecallOn(DateOnly day) => Memory.Recall(day.DayNumber - Last.DayNumber);

    /// <summary>Null where the kata has never been done to its end.</summary>
    public static Retention? Of(Kata kata)
    {
        Retention? known = null;
        foreach (var review in Progress.Of(kata).Reviews)
        {
            var (grade, day) = (GradeOf(review, kata.Minutes), DateOnly.FromDateTime(review.Time.LocalDateTime));
            known = new(kata, known?.Memory.After(grade, day.DayNumber - known.Last.DayNumber) ?? Memory.First(grade), day);
        }
        return known;
    }

    /// <summary>What is due on a day or before, what is most forgotten first.</summary>
    public static IReadOnlyList<Retention> DueOn(DateOnly day) =>
        [.. Kata.All.Select(Of).OfType<Retention>().Where(one => one.Due <= day).OrderBy(one => one.RecallOn(day))];

    /// <summary>As the learner says, else from hints, checks and time against the kata's minutes.</summary>
    public static Grade GradeOf(Review review, int minutes) =>
        review.Said ?? (review.Taken is not { } taken ? Grade.Again
            : review.Hints > 1 || review.Checks > ManyChecks || taken.TotalMinutes > 1.5 * minutes ? Grade.Hard
            : review.Hints == 0 && review.Checks <= FewChecks && taken.TotalMinutes < 0.5 * minutes ? Grade.Easy
            : Grade.Good);
}
