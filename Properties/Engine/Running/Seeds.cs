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

    /// <summary>The start of laws that nobody has moved: their failures repeat by
    /// themselves.</summary>
    internal static Start Default { get; } = Start.FromSeed(DefaultSeed);

    /// <summary>The law that KATA_REPLAY names, and the case of it; null where nothing is to be repeated.</summary>
    /// <exception cref="FormatException">KATA_REPLAY is no token of a verdict.</exception>
    public static (string Law, Start Start)? Replay =>
        Environment.GetEnvironmentVariable("KATA_REPLAY") is { Length: > 0 } token ? Start.Parse(token) : null;

    /// <summary>A number that the environment may set.</summary>
    /// <exception cref="FormatException">It is none, or not what is expected.</exception>
    internal static int Read(string variable, int usual, Func<int, bool> isValid, string expected) =>
        Environment.GetEnvironmentVariable(variable) is not { Length: > 0 } text ? usual
        : int.TryParse(text, CultureInfo.InvariantCulture, out int value) && isValid(value) ? value
        : throw new FormatException($"{variable} is '{text}'; expected {expected}");
}
