namespace Etudes.Dojo;

/// <summary>What is known of a learner, in words.</summary>
internal static class ProgressText
{
    public static string Of(State state) => state switch { State.Green => "green", State.Red => "red", _ => "not written yet" };

    /// <summary>0:38, 12:31 or 1:02:03.</summary>
    public static string Of(TimeSpan time) => time.TotalHours >= 1 ? $"{(int)time.TotalHours}:{time:mm\\:ss}" : time.ToString(@"m\:ss");

    /// <summary>The clock of the attempt: 3:12 of 20 min.</summary>
    public static string Clock(Kata kata, Progress progress) => progress.Clock is { } clock ? $"{Of(clock)} of {kata.Minutes} min" : $"{kata.Minutes} min, from your first change";

    /// <summary>What a green kata deserves to hear.</summary>
    /// <param name="next">The kata to go on with, or null.</param>
    public static string Solved(Kata kata, Progress progress, Kata? next) => string.Join("; ", ((string?[])
    [
        progress.Time is { } time ? $"solved in {Of(time)}" : null,
        progress.Time is null ? null : $"the statement gives {kata.Minutes} minutes",
        next is null ? "all katas are green" : $"next: {next.Name}",
    ]).OfType<string>());
}
