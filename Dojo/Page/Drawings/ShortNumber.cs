using System.Globalization;
using System.Numerics;

namespace Etudes.Dojo;

/// <summary>A long number in few letters, so that it covers nothing: 2^60+1, max-3, 1234…789.</summary>
internal static class ShortNumber
{
    private const int Longest = 8;
    /// <summary>What lies so near a power of two was meant as one.</summary>
    private const int Near = 99;

    public static string Of(string text)
    {
        if (text.Length <= Longest) return text;
        if (text.StartsWith("long.", StringComparison.Ordinal)) return text.Replace("long.MaxValue", "max").Replace("long.MinValue", "min").Replace(" ", "");
        if (!BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return text;
        string sign = number.Sign < 0 ? "-" : "", digits = BigInteger.Abs(number).ToString(CultureInfo.InvariantCulture);
        int power = (int)(BigInteger.Abs(number) + Near).GetBitLength() - 1;
        var rest = number - number.Sign * BigInteger.Pow(2, power);
        return BigInteger.Abs(rest) <= Near ? $"{sign}2^{power}{(rest.IsZero ? "" : $"{rest:+0;-0}")}" : $"{sign}{digits[..4]}\u2026{digits[^3..]}";
    }
}
