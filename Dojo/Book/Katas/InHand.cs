namespace Etudes.Dojo;

/// <summary>The kata that is meant where none is named.</summary>
internal static class InHand
{
    /// <summary>The kata in whose folder one stands.</summary>
    public static Kata? OfFolder
    {
        get
        {
            string folder = $"{Kata.Relative(Environment.CurrentDirectory)}/";
            return Kata.All.FirstOrDefault(kata => folder.StartsWith($"{kata.Folder}/", StringComparison.OrdinalIgnoreCase));
        }
    }

    /// <summary>
    /// The kata of the folder, else the one that was checked last while it is not green, else the
    /// next that is not green, else the first of all.
    /// </summary>
    /// <exception cref="RefusedException">A newer command has written to the log.</exception>
    public static Kata Now => OfFolder ?? Latest ?? Kata.All.FirstOrDefault(IsOpen) ?? Kata.All[0];

    /// <summary>None is in hand: one stands in no folder of a kata, and the last one is green.</summary>
    /// <exception cref="RefusedException">A newer command has written to the log.</exception>
    public static bool IsNone => OfFolder is null && Latest is null;

    /// <summary>The next kata behind one that is not green; the list starts over at its end.</summary>
    public static Kata? After(Kata kata)
    {
        int place = Kata.All.ToList().IndexOf(kata);
        return Kata.All.Skip(place + 1).Concat(Kata.All.Take(place)).FirstOrDefault(IsOpen);
    }

    private static Kata? Latest => LearnerLog.Learner.Latest is { } name && Kata.All.FirstOrDefault(kata => kata.Name == name) is { } kata && IsOpen(kata) ? kata : null;

    private static bool IsOpen(Kata kata) => Progress.Of(kata).State != State.Green;
}
