using System;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Etudes.IO;

/// <summary>Doubles for <see cref="FastReader"/>: each is the one nearest to the decimal number,
/// as double.Parse gives it. Up to 19 digits without an exponent take the fast way.</summary>
/// <remarks>
/// Time: O(1) per byte. Space: O(1).
/// Needs: FastReader, ReadNumbers.
/// It is over 100 lines since 19 digits are more than a double has: then 128 bits decide.
/// Source: <see href="https://doi.org/10.1002/spe.2984">Lemire, Number parsing at a gigabyte per
/// second, 2021</see>; <see href="https://doi.org/10.1145/93542.93557">Clinger, How to read
/// floating point numbers accurately, 1990</see>, for up to 15 digits.
/// </remarks>
public static class ReadDoubles
{
    private const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
    private const int Fraction = 52, Bias = 1023; // bits of a double

    private static ReadOnlySpan<double> Powers => [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19];
    private static readonly (ulong High, ulong Low, int Exponent)[] s_inverses = Inverses();

    /// <summary>The next number, from min to max: digits with at most one point, and an exponent
    /// such as e-7 if there is one. O(1).</summary>
    /// <exception cref="FormatException">It is no such number; its line and which token of the
    /// line it is are named.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Double(this FastReader input, double min = double.MinValue, double max = double.MaxValue)
    {
        byte[] block = input.Block;
        int at = input.At;
        while (FastReader.IsSpace(block[at])) at++;
        bool negative = block[at] == '-';
        if (negative) at++;
        ulong digits = 0;
        int count = ReadNumbers.Digits(block, ref at, ref digits), decimals = 0;
        if (block[at] == '.')
        {
            at++;
            count += decimals = ReadNumbers.Digits(block, ref at, ref digits);
        }
        if (count is 0 or > ReadNumbers.SafeDigits || !FastReader.IsSpace(block[at])) return AnyDouble(input, min, max);
        // Up to 2^53 both numbers are exact, so that the quotient is rounded once.
        double value = digits <= 1UL << Fraction + 1 ? (long)digits / Powers[decimals] : decimals == 0 ? digits : Nearest(digits, decimals);
        if (negative) value = -value;
        if (!(min <= value && value <= max)) return AnyDouble(input, min, max);
        input.At = at + 1;
        return value;
    }

    /// <summary>The next count numbers, each from min to max. O(count).</summary>
    /// <exception cref="FormatException">One of them is no such number.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double[] Doubles(this FastReader input, int count, double min = double.MinValue, double max = double.MaxValue)
    {
        var numbers = new double[count];
        for (int i = 0; i < count; i++) numbers[i] = input.Double(min, max);
        return numbers;
    }

    /// <summary>Rare forms (cut by a block, with an exponent, long), or the mistake.</summary>
    private static double AnyDouble(FastReader input, double min, double max)
    {
        var token = input.Token(FastReader.LongestNumber + 1);
        bool whole = double.TryParse(token, Decimal, CultureInfo.InvariantCulture, out double value) && token.Length <= FastReader.LongestNumber;
        if (!whole || !(min <= value && value <= max)) // NaN is not
        {
            string bounds = min == double.MinValue && max == double.MaxValue ? "" : string.Create(CultureInfo.InvariantCulture, $" from {min} to {max}");
            throw input.Wrong($"a decimal number{bounds}", token);
        }
        input.Pass();
        return value;
    }

    /// <summary>The double nearest to digits / 10^decimals, ties to even, for digits above 2^53:
    /// by a product with the inverse of 5^decimals, whose first 128 bits decide.</summary>
    private static double Nearest(ulong digits, int decimals)
    {
        int zeros = BitOperations.LeadingZeroCount(digits);
        digits <<= zeros;
        var (high, low, exponent) = s_inverses[decimals];
        ulong top = Math.BigMul(digits, high, out ulong rest);
        if ((top & 0x1FF) == 0x1FF) // a carry from below might reach the bits that count
        {
            ulong more = Math.BigMul(digits, low, out _);
            rest += more;
            if (rest < more) top++;
        }
        int shift = 64 - Fraction - 3 + (int)(top >> 63); // 54 bits, the last one to round by
        ulong mantissa = top >> shift;
        bool tie = rest <= 1 && decimals <= 4 && (mantissa & 3) == 1 && mantissa << shift == top; // the inverse was rounded up
        if (tie) mantissa--;
        mantissa = mantissa + (mantissa & 1) >> 1;
        int power = Fraction + Bias + 1 + shift - zeros - exponent; // one less than the leading bit says, since that is added too
        return BitConverter.UInt64BitsToDouble(((ulong)power << Fraction) + mantissa);
    }

    /// <summary>For each number of decimals the first 128 bits of 1 / 5^decimals, rounded up; 1 / 10^decimals is that / 2^(127 + exponent).</summary>
    private static (ulong High, ulong Low, int Exponent)[] Inverses()
    {
        var inverses = new (ulong, ulong, int)[ReadNumbers.SafeDigits + 1];
        ulong five = 1;
        for (int decimals = 0; decimals < inverses.Length; decimals++, five *= 5)
        {
            int bits = 64 - BitOperations.LeadingZeroCount(five - 1); // 2^bits is the least power that is not below
            var (high, rest) = UInt128.DivRem(UInt128.One << bits + 63, five);
            UInt128 inverse = (high << 64 | (rest << 64) / five) + 1;
            inverses[decimals] = ((ulong)(inverse >> 64), (ulong)inverse, bits + decimals);
        }
        return inverses;
    }
}
