using System;
using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Etudes.IO;

/// <summary>What <see cref="FastReader"/> reads besides single ints and longs: arrays, indices
/// that count from 1, unsigned numbers.</summary>
/// <remarks>
/// Time: O(1) per byte. Space: the numbers.
/// Needs: FastReader.
/// It is over 100 lines since each array has a method, with its documentation.
/// Source: <see href="https://lemire.me/blog/2022/01/21/swar-explained-parsing-eight-digits/">Lemire,
/// SWAR explained: parsing eight digits, 2022</see>.
/// </remarks>
public static class ReadNumbers
{
    internal const int SafeDigits = 19; // they always fit a ulong

    private static ReadOnlySpan<ulong> Powers => [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000];

    /// <summary>The next count numbers, each from min to max. O(count).</summary>
    /// <exception cref="FormatException">One of them is no such number.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int[] Ints(this FastReader input, int count, int min = int.MinValue, int max = int.MaxValue)
    {
        var numbers = new int[count];
        for (int i = 0; i < count; i++) numbers[i] = input.Int(min, max);
        return numbers;
    }

    /// <summary>The next count numbers, each from min to max. O(count).</summary>
    /// <exception cref="FormatException">One of them is no such number.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static long[] Longs(this FastReader input, int count, long min = long.MinValue, long max = long.MaxValue)
    {
        var numbers = new long[count];
        for (int i = 0; i < count; i++) numbers[i] = input.Long(min, max);
        return numbers;
    }

    /// <summary>The next number as an index into size things: from, where the input begins to
    /// count, becomes 0. O(1).</summary>
    /// <exception cref="FormatException">It is not from <paramref name="from"/> to from + size - 1.</exception>
    public static int Index(this FastReader input, int size, int from = 0) => input.Int(from, from + size - 1) - from;

    /// <summary>The next count numbers as indices into size things. O(count).</summary>
    /// <exception cref="FormatException">One of them is not from <paramref name="from"/> to from + size - 1.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int[] Indices(this FastReader input, int count, int size, int from = 0)
    {
        var indices = new int[count];
        for (int i = 0; i < count; i++) indices[i] = input.Index(size, from);
        return indices;
    }

    /// <summary>The next number, from min to max. O(1).</summary>
    /// <exception cref="FormatException">It is no such number.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong ULong(this FastReader input, ulong min = 0, ulong max = ulong.MaxValue)
    {
        byte[] block = input.Block;
        int at = input.At;
        while (FastReader.IsSpace(block[at])) at++;
        ulong value = 0;
        int digits = Digits(block, ref at, ref value);
        if (digits is 0 or > SafeDigits || value < min || value > max || !FastReader.IsSpace(block[at])) return AnyULong(input, min, max);
        input.At = at + 1;
        return value;
    }

    /// <summary>The next count numbers, each from min to max. O(count).</summary>
    /// <exception cref="FormatException">One of them is no such number.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong[] ULongs(this FastReader input, int count, ulong min = 0, ulong max = ulong.MaxValue)
    {
        var numbers = new ulong[count];
        for (int i = 0; i < count; i++) numbers[i] = input.ULong(min, max);
        return numbers;
    }

    private static ulong AnyULong(FastReader input, ulong min, ulong max)
    {
        var token = input.Token(FastReader.LongestNumber + 1);
        bool whole = ulong.TryParse(token, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out ulong value) && token.Length <= FastReader.LongestNumber;
        if (!whole || value < min || value > max) throw input.Wrong($"an integer from {min} to {max}", token);
        input.Pass();
        return value;
    }

    /// <summary>Appends the digits that stand there to a number, and tells how many they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Digits(byte[] block, ref int at, ref ulong value)
    {
        int start = at;
        ulong eight, others;
        while (true)
        {
            eight = BinaryPrimitives.ReadUInt64LittleEndian(block.AsSpan(at)) ^ 0x3030_3030_3030_3030;
            others = (eight + 0x7676_7676_7676_7676 | eight) & 0x8080_8080_8080_8080; // right up to the first that is no digit
            if (others != 0) break;
            value = 100_000_000 * value + (ulong)FastReader.OfEight(eight);
            at += 8;
        }
        int digits = BitOperations.TrailingZeroCount(others) >> 3; // 0..7
        value = Powers[digits] * value + (ulong)FastReader.OfEight(eight << 56 - 8 * digits << 8);
        at += digits;
        return at - start;
    }
}
