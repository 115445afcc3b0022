using System.Globalization;

namespace Etudes.Engine;

/// <summary>What the environment says of random numbers.</summary>
public static class Seeds
{
    private const int DefaultSeed = 1;

    /// <summary>The seed of every law: KATA_SEED, an integer, or a fixed one, so that a failure is seen twice.</summary>
    public static int Seed { get; } = Read("KATA_SEED", DefaultSeed, _ => true, "an integer");

    /// <summary>How many seeds the gates try each answer and each mistake on; KATA_SEEDS=200 is the long run.</summary>
    public static int Count { get; } = Read("KATA_SEEDS", 3, count => count > 0, "a positive integer");

    /// <summary>Where laws start that nobody has moved: their failures repeat themselves.</summary>
    internal static Start Default { get; } = Start.FromSeed(DefaultSeed);

    /// <summary>Where a law starts: at KATA_REPLAY, the token that a verdict printed, if it names this law, else at the seed.</summary>
    /// <exception cref="FormatException">KATA_REPLAY is no token.</exception>
    public static Start StartOf(string law)
    {
        var token = Environment.GetEnvironmentVariable("KATA_REPLAY");
        return !string.IsNullOrEmpty(token) && Start.Parse(token) is var (name, start) && name == law ? start : Start.FromSeed(Seed);
    }

    private static int Read(string variable, int usual, Func<int, bool> isValid, string expected) =>
        Environment.GetEnvironmentVariable(variable) is not { Length: > 0 } text ? usual
        : int.TryParse(text, CultureInfo.InvariantCulture, out int value) && isValid(value) ? value
        : throw new FormatException($"{variable} is '{text}'; expected {expected}");
}
