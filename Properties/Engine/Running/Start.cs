using System.Globalization;
using FsCheck;

namespace Etudes.Engine;

/// <summary>Where a law's random numbers start. The same seed gives the same cases, the same failure, the same words.</summary>
/// <param name="Rnd">FsCheck's generator.</param>
/// <param name="Size">Given: only the one failing case of this size; null: all cases.</param>
public readonly record struct Start(Rnd Rnd, int? Size = null)
{
    public static Start FromSeed(int seed) => new(new Rnd((ulong)seed));

    /// <summary>The token that repeats a law from here: law, seed, gamma and, unless the law is to be run whole, size.</summary>
    public string Token(string law) => string.Join(':', ((object?[])[law, Rnd.Seed, Rnd.Gamma, Size]).Where(part => part is not null));

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
