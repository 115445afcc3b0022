using System.Globalization;
using FsCheck;

namespace Etudes.Engine;

/// <summary>
/// What the environment says of random numbers: KATA_SEED, an integer, starts every law elsewhere; KATA_REPLAY, the token
/// that a verdict printed, repeats the one failing case of the law that it names.
/// </summary>
public static class Settings
{
    private const int DefaultSeed = 1;

    /// <summary>The seed of every law; fixed unless KATA_SEED says otherwise, so that a failure is seen twice.</summary>
    public static int Seed { get; } = Environment.GetEnvironmentVariable("KATA_SEED") is { Length: > 0 } text
        ? int.TryParse(text, CultureInfo.InvariantCulture, out int seed) ? seed
            : throw new FormatException($"KATA_SEED is '{text}'; expected an integer")
        : DefaultSeed;

    /// <summary>How many seeds the gates try each answer and each mistake on; KATA_SEEDS=200 is the long run.</summary>
    public static int Seeds { get; } = Environment.GetEnvironmentVariable("KATA_SEEDS") is { Length: > 0 } text
        ? int.TryParse(text, CultureInfo.InvariantCulture, out int seeds) && seeds > 0 ? seeds
            : throw new FormatException($"KATA_SEEDS is '{text}'; expected a positive integer")
        : 3;

    internal static Start DefaultStart { get; } = Start.FromSeed(DefaultSeed);

    public static Start StartOf(string law)
    {
        var token = Environment.GetEnvironmentVariable("KATA_REPLAY");
        return !string.IsNullOrEmpty(token) && Parse(token) is var (name, start) && name == law ? start : Start.FromSeed(Seed);
    }

    /// <summary>The token: law, seed, gamma and, unless the law is to be run whole, size.</summary>
    public static string Token(string law, Start start) => string.Join(':',
        ((object?[])[law, start.Rnd.Seed, start.Rnd.Gamma, start.Size]).Where(part => part is not null));

    /// <exception cref="FormatException">It is no such token.</exception>
    public static (string Law, Start Start) Parse(string token)
    {
        try
        {
            var parts = token.Split(':');
            return (parts[0], new(new Rnd(Number(parts[1]), Number(parts[2])), parts.Length > 3 ? (int)Number(parts[3]) : null));
        }
        catch (Exception e) when (e is FormatException or OverflowException or IndexOutOfRangeException)
        {
            throw new FormatException($"KATA_REPLAY is '{token}'; expected the token of a verdict, law:seed:gamma:size");
        }
    }

    private static ulong Number(string text) => ulong.Parse(text, CultureInfo.InvariantCulture);
}
