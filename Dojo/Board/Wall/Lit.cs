namespace Etudes.Dojo;

/// <summary>A light: a check that was meant, with those that followed it at once and came to the same.</summary>
/// <param name="At">When it went on.</param>
/// <param name="Check">The last of its checks.</param>
/// <param name="Checks">How many they are.</param>
internal sealed record Lit(DateTimeOffset At, CheckMade Check, int Checks)
{
    /// <summary>Some editors save whenever their window loses the focus.</summary>
    private static readonly TimeSpan s_atOnce = TimeSpan.FromSeconds(20);

    public Light Light => Check.Light;

    /// <summary>Whether a check is no light of its own.</summary>
    public bool Takes(CheckMade check) => check.Light == Light && check.Kata == Check.Kata && Check.Guess is null && (check.At ?? check.Time) - At < s_atOnce;
}
