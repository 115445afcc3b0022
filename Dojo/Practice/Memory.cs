namespace Etudes.Dojo;

/// <summary>
/// What one still remembers of a kata, by the memory model FSRS-6 with its usual parameters and
/// without learning steps. Source: <see href="https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm"/>.
/// </summary>
/// <param name="Stability">After so many days nine of ten are remembered.</param>
/// <param name="Difficulty">From 1 to 10.</param>
internal readonly record struct Memory(double Stability, double Difficulty)
{
    private const double Wanted = 0.9, Hardest = 10;

    private static readonly double[] s_w =
    [
        0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483,
        0.6014, 1.8729, 0.5425, 0.0912, 0.0658,
    ];

    private const double Decay = -0.1542;
    private static readonly double s_factor = Math.Pow(Wanted, 1 / Decay) - 1;

    /// <summary>After the first time.</summary>
    public static Memory First(Grade grade) => new(s_w[(int)grade - 1], Math.Clamp(DifficultyOf(grade), 1, Hardest));

    /// <summary>After one more time.</summary>
    /// <param name="days">How many have passed since the last one; a clock that was set back counts as none.</param>
    public Memory After(Grade grade, int days) => new(days < 1 ? SameDay(grade) : grade == Grade.Again ? Forgotten(days) : Recalled(grade, days), Harder(grade));

    /// <summary>How likely it is still known, from 0 to 1.</summary>
    public double Recall(int days) => Math.Pow(1 + s_factor * Math.Max(0, days) / Stability, Decay);

    /// <summary>The days until it is to be done again, at least one.</summary>
    public int Interval => (int)Math.Clamp(Math.Round(Stability), 1, 36_500);

    private static double DifficultyOf(Grade grade) => s_w[4] - Math.Exp(s_w[5] * ((int)grade - 1)) + 1;

    /// <summary>Drawn a little towards that of an easy start.</summary>
    private double Harder(Grade grade)
    {
        double next = Difficulty - s_w[6] * ((int)grade - 3) * (Hardest - Difficulty) / 9;
        return Math.Clamp(s_w[7] * DifficultyOf(Grade.Easy) + (1 - s_w[7]) * next, 1, Hardest);
    }

    private double SameDay(Grade grade)
    {
        double growth = Math.Exp(s_w[17] * ((int)grade - 3 + s_w[18])) * Math.Pow(Stability, -s_w[19]);
        return Stability * (grade >= Grade.Good ? Math.Max(growth, 1) : growth);
    }

    private double Recalled(Grade grade, int days) => Stability * (1 + Math.Exp(s_w[8]) * (11 - Difficulty) * Math.Pow(Stability, -s_w[9])
        * (Math.Exp(s_w[10] * (1 - Recall(days))) - 1) * (grade == Grade.Hard ? s_w[15] : grade == Grade.Easy ? s_w[16] : 1));

    private double Forgotten(int days) => Math.Min(
        s_w[11] * Math.Pow(Difficulty, -s_w[12]) * (Math.Pow(Stability + 1, s_w[13]) - 1) * Math.Exp(s_w[14] * (1 - Recall(days))),
        Stability / Math.Exp(s_w[17] * s_w[18]));
}
