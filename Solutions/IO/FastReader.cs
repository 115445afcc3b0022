using System;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.IO;
using System.Linq;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Etudes.IO;

/// <summary>
/// Reads integers with white space (blanks, tabs, ends of lines) between them: a plus, a minus or
/// no sign, then digits, which may begin with zeros, at most 64 characters in all. It waits for
/// nothing beyond the one character that ends a number. Made in O(1).
/// </summary>
/// <param name="input">Read in blocks, as they come.</param>
/// <remarks>
/// Time: O(1) per byte. Space: 64 KB, and the longest word.
/// It is over 100 lines since digits are read eight at a time, and a mistake is told with its
/// place. What reads other things stands beside it: <see cref="ReadNumbers"/>,
/// <see cref="ReadDoubles"/>, <see cref="ReadText"/>, <see cref="ReadGraphs"/>.
/// Source: <see href="https://lemire.me/blog/2022/01/21/swar-explained-parsing-eight-digits/">Lemire,
/// SWAR explained: parsing eight digits, 2022</see>.
/// </remarks>
public sealed class FastReader(Stream input)
{
    internal const int LongestNumber = 64;
    private const int Size = 1 << 16, SafeDigits = 18, Width = 32; // 18 digits always fit a long
    private const byte Sentinel = 0; // behind the bytes read: neither a digit nor white space, so that no loop runs past it

    /// <summary>The last byte before the block, the block, and room, so that many bytes can be read from any place.</summary>
    internal readonly byte[] Block = [(byte)'\n', .. new byte[Size + Width]];
    internal int At = 1; // what is not read yet, up to _end
    private int _end = 1;
    private int _line = 1, _tokens; // the line in which the block begins, and how many tokens of it begin before
    private byte[] _held = []; // a token that a block cuts

    /// <summary>Of what was read last, without the character that ended it.</summary>
    internal int Line => Place(Math.Max(At - 1, 1)).Line;

    /// <summary>The next number, from min to max. O(1).</summary>
    /// <exception cref="FormatException">It is no such number; its line and which token of the
    /// line it is are named.</exception>
    public int Int(int min = int.MinValue, int max = int.MaxValue) => (int)Long(min, max);

    /// <summary>The next number, from min to max. O(1).</summary>
    /// <exception cref="FormatException">It is no such number.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public long Long(long min = long.MinValue, long max = long.MaxValue)
    {
        byte[] block = Block;
        int at = At;
        bool negative = false;
        if ((uint)block[at] - '0' > 9)
        {
            while (IsSpace(block[at])) at++;
            if (negative = block[at] == '-') at++;
        }

        // The bit 0x10 is set in a digit, not in white space, nor in the sentinel.
        ulong eight = BinaryPrimitives.ReadUInt64LittleEndian(block.AsSpan(at));
        int digits = BitOperations.TrailingZeroCount(~eight & 0x1010_1010_1010_1010) >> 3; // bits to bytes, without the sign that a division looks at
        eight = (eight ^ 0x3030_3030_3030_3030) << 64 - 8 * digits; // the digits' values, the last one highest; zeros stand before the first
        bool stray = ((eight + 0x7676_7676_7676_7676 | eight) & 0x8080_8080_8080_8080) != 0; // a digit above 9, or no digit
        long value = OfEight(eight);
        at += digits;
        if (digits == 8)
            for (; (uint)block[at] - '0' <= 9; at++, digits++) value = 10 * value + block[at] - '0';
        if (negative) value = -value;

        bool outside = value < min | value > max;
        if (stray || outside || digits > SafeDigits || !IsSpace(block[at])) return AnyLong(min, max);
        At = at + 1;
        return value;
    }

    /// <summary>Checks that nothing but white space is left. O(what is left).</summary>
    /// <exception cref="FormatException">Something else is left.</exception>
    public void End()
    {
        if (Token(LongestNumber + 1) is { IsEmpty: false } token) throw Wrong("the end of the input", token);
    }

    /// <summary>Reads rare forms (cut by a block, a plus, long), or tells the mistake.</summary>
    private long AnyLong(long min, long max)
    {
        var token = Token(LongestNumber + 1);
        bool whole = Utf8Parser.TryParse(token, out long value, out int used) && used == token.Length && used <= LongestNumber;
        if (!whole || value < min || value > max) throw Wrong($"an integer from {min} to {max}", token);
        Pass();
        return value;
    }

    /// <summary>Reads the white space that has ended a token, as each number does. At the end of the block none is there, or the input has ended.</summary>
    internal void Pass()
    {
        if (At < _end) At++;
    }

    /// <summary>Up to the next white space, which is left, or the most bytes. It is there until something else is read.</summary>
    internal ReadOnlySpan<byte> Token(int most)
    {
        while (HasByte() && IsSpace(Block[At])) At++;
        return Until(endOfLine: false, most);
    }

    /// <summary>Up to the next white space or end of the line, which is left, or the most bytes.</summary>
    internal ReadOnlySpan<byte> Until(bool endOfLine, int most)
    {
        int held = 0;
        while (held < most && HasByte())
        {
            var rest = Block.AsSpan(At, Math.Min(_end - At, most - held));
            int length = endOfLine ? rest.IndexOf((byte)'\n') : IndexOfSpace(At, rest.Length);
            bool ended = length >= 0;
            if (ended) rest = rest[..length];
            At += rest.Length;
            if (ended && held == 0) return rest;
            if (_held.Length < held + rest.Length) Array.Resize(ref _held, Math.Max(held + rest.Length, 2 * _held.Length));
            rest.CopyTo(_held.AsSpan(held));
            held += rest.Length;
            if (ended) break;
        }
        return _held.AsSpan(0, held);
    }

    internal bool HasByte()
    {
        if (At < _end) return true;
        (_line, _tokens) = Place(_end);
        Block[0] = Block[_end - 1];
        (At, _end) = (1, 1 + input.Read(Block, 1, Size));
        Block[_end] = Sentinel;
        return _end > 1;
    }

    internal FormatException Wrong(string expected, ReadOnlySpan<byte> found)
    {
        var (line, token) = Place(At);
        if (found.IsEmpty) return new($"line {line}, token {token + 1}: expected {expected} but found the end of the input");
        string text = string.Concat(found.ToArray().Take(LongestNumber).Select(c => c is > 32 and < 127 ? (char)c : '?'));
        string more = found.Length > LongestNumber ? $" and more, beyond {LongestNumber} characters" : "";
        return new($"line {line}, token {token}: expected {expected} but found '{text}'{more}");
    }

    /// <summary>The line of a place in the block, and how many tokens of it begin before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (int Line, int Tokens) Place(int end)
    {
        var read = Block.AsSpan(1, end - 1);
        int lines = read.Count((byte)'\n');
        var (start, tokens) = lines == 0 ? (1, _tokens) : (2 + read.LastIndexOf((byte)'\n'), 0);
        for (uint before = Spaces(start - 1); start < end; start += Width)
        {
            uint spaces = Spaces(start);
            uint begin = ~spaces & (spaces << 1 | before & 1);
            tokens += BitOperations.PopCount(end - start < Width ? begin & (1u << end - start) - 1 : begin);
            before = spaces >> Width - 1;
        }
        return (_line + lines, tokens);
    }

    /// <summary>How far from there the first white space is; -1 if there is none in so many bytes.</summary>
    private int IndexOfSpace(int start, int count)
    {
        for (int passed = 0; passed < count; passed += Width)
            if (Spaces(start + passed) is > 0 and var spaces && passed + BitOperations.TrailingZeroCount(spaces) is var length)
                return length < count ? length : -1;
        return -1;
    }

    /// <summary>Which of the bytes from there on are white space, a bit each.</summary>
    private uint Spaces(int at)
    {
        var bytes = Vector256.Create<byte>(Block.AsSpan(at, Width));
        var blanks = Vector256.Equals(bytes, Vector256.Create((byte)' '));
        return (blanks | Vector256.LessThanOrEqual(bytes - Vector256.Create((byte)'\t'), Vector256.Create((byte)('\r' - '\t')))).ExtractMostSignificantBits();
    }

    /// <summary>Eight digits to pairs, pairs to fours, fours to one number, in one word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static long OfEight(ulong digits)
    {
        ulong pairs = 10 * digits + (digits >> 8); // in every other byte
        return (long)((pairs & 0xFF_0000_00FF) * (100 + (1_000_000UL << 32)) + (pairs >> 16 & 0xFF_0000_00FF) * (1 + (10_000UL << 32)) >> 32);
    }

    internal static bool IsSpace(byte c) => c == ' ' || (uint)(c - '\t') <= '\r' - '\t';
}
