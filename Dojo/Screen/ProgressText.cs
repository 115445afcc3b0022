namespace Etudes.Dojo;

/// <summary>What is known of a learner, in words.</summary>
internal static class ProgressText
{
    public static string Of(State state) => state switch { State.Green => "green", State.Red => "red", _ => "not written yet" };

    /// <summary>12:31, or 1:02:03.</summary>
    public static string Of(TimeSpan time) => time.TotalHours >= 1 ? $"{(int)time.TotalHours}:{time:mm\\:ss}" : time.ToString(@"mm\:ss");
}
