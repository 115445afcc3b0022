using System;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Etudes.IO;

/// <summary>Input and output of a contest program: numbers from bytes and back, no string in
/// between; what is wrong is one line on stderr.</summary>
/// <remarks>
/// Time: O(1) per byte. Space: 64 KB of the input, at most 16 MB of the output.
/// It is over 100 lines since both directions are in one file, to paste as one.
/// Source: <see href="https://lemire.me/blog/2022/01/21/swar-explained-parsing-eight-digits/">Lemire,
/// SWAR explained: parsing eight digits, 2022</see>.
/// </remarks>
public static class FastIO
{
    /// <summary>
    /// Runs a program from standard input to standard output. Up to 16 MB of output wait until the
    /// program has ended and the rest of the input has proved white space. A program that flushes
    /// talks with somebody: its input need not end. O(1) beside the program.
    /// </summary>
    /// <returns>
    /// The exit code: 0, or 2 after one line on standard error: the message of a FormatException;
    /// that of an OverflowException, ArgumentException or InvalidOperationException behind the line
    /// of the number read last; or what failed in input or output. A closed pipe is no failure.
    /// </returns>
    public static int Run(Action<FastReader, FastWriter> program)
    {
        FastReader? input = null;
        try
        {
            if (!IsOpen(0)) throw new IOException("standard input is closed");
            if (!IsOpen(1)) throw new IOException("standard output is closed");
            input = new FastReader(Console.OpenStandardInput());
            var output = new FastWriter(Console.OpenStandardOutput());
            program(input, output);
            if (!output.HasFlushed && Console.IsInputRedirected) input.End();
            output.Flush();
            return 0;
        }
        catch (Exception wrong) when (wrong is FormatException or OverflowException or ArgumentException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            string where = wrong switch { FormatException => "", IOException or UnauthorizedAccessException => "input or output failed: ", _ => $"line {input?.Line}: " };
            try { Console.Error.WriteLine(where + wrong.Message.ReplaceLineEndings(" ")); } catch (Exception) { } // nobody listens
            return 2;
        }
    }

    /// <summary>Once the caller has closed it, a file of the runtime may have its number. That file
    /// is marked to be closed on exec, as nothing inherited is.</summary>
    private static bool IsOpen(int descriptor) => OperatingSystem.IsWindows() || fcntl(descriptor, command: 1) == 0; // F_GETFD

    [DllImport("libc")] private static extern int fcntl(int descriptor, int command);
}

/// <summary>
/// Reads integers with white space (blanks, tabs, ends of lines) between them: a plus, a minus or
/// no sign, then digits, which may begin with zeros, at most 64 characters in all. It waits for
/// nothing beyond the one character that ends a number. Making one costs O(1).
/// </summary>
/// <param name="input">Read in blocks, as they come.</param>
public sealed class FastReader(Stream input)
{
    private const int Size = 1 << 16, LongestNumber = 64, SafeDigits = 18; // 18 digits always fit a long
    private const byte Sentinel = 0; // behind the bytes read: neither a digit nor white space, so that no loop runs past it

    private readonly byte[] _block = new byte[Size + 8]; // eight bytes can be read from any place, the sentinel's too
    private int _at, _end; // what is not read yet
    private int _line = 1; // in which the block begins

    /// <summary>Of the number read last, without the character that ended it.</summary>
    internal int Line => _line + _block.AsSpan(0, Math.Max(_at - 1, 0)).Count((byte)'\n');

    /// <summary>The next number, from min to max. O(1).</summary>
    /// <exception cref="FormatException">It is no such number; its line is named.</exception>
    public int Int(int min = int.MinValue, int max = int.MaxValue) => (int)Long(min, max);

    /// <summary>The next number, from min to max. O(1).</summary>
    /// <exception cref="FormatException">It is no such number.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public long Long(long min = long.MinValue, long max = long.MaxValue)
    {
        byte[] block = _block;
        int at = _at;
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
        _at = at + 1;
        return value;
    }

    /// <summary>The next count numbers, each from min to max. O(count).</summary>
    /// <exception cref="FormatException">One of them is no such number.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int[] Ints(int count, int min = int.MinValue, int max = int.MaxValue)
    {
        var numbers = new int[count];
        for (int i = 0; i < count; i++) numbers[i] = Int(min, max);
        return numbers;
    }

    /// <summary>The next edges: ends below vertices, weights from min to max. O(count).</summary>
    /// <exception cref="FormatException">One of the numbers is no such number.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public (int U, int V, long Weight)[] Edges(int count, int vertices, long min = long.MinValue, long max = long.MaxValue)
    {
        var edges = new (int U, int V, long Weight)[count];
        for (int i = 0; i < count; i++) edges[i] = (Int(0, vertices - 1), Int(0, vertices - 1), Long(min, max));
        return edges;
    }

    /// <summary>Checks that nothing but white space is left. O(what is left).</summary>
    /// <exception cref="FormatException">Something else is left.</exception>
    public void End()
    {
        Span<byte> token = stackalloc byte[LongestNumber + 1];
        if (Token(token) is var length and > 0) throw Wrong("the end of the input", token[..length]);
    }

    /// <summary>Reads rare forms (cut by a block, a plus, long), or tells the mistake.</summary>
    private long AnyLong(long min, long max)
    {
        Span<byte> token = stackalloc byte[LongestNumber + 1];
        token = token[..Token(token)];
        bool whole = Utf8Parser.TryParse(token, out long value, out int used) && used == token.Length && used <= LongestNumber;
        if (whole && min <= value && value <= max) return value;
        throw Wrong($"an integer from {min} to {max}", token);
    }

    /// <summary>Reads up to the next white space or the end of room, and leaves that.</summary>
    private int Token(Span<byte> room)
    {
        while (HasByte() && IsSpace(_block[_at])) _at++;
        int length = 0;
        for (; length < room.Length && HasByte() && !IsSpace(_block[_at]); _at++) room[length++] = _block[_at];
        return length;
    }

    private bool HasByte()
    {
        if (_at < _end) return true;
        _line += _block.AsSpan(0, _end).Count((byte)'\n');
        (_at, _end) = (0, input.Read(_block, 0, Size));
        _block[_end] = Sentinel;
        return _end > 0;
    }

    private FormatException Wrong(string expected, ReadOnlySpan<byte> found)
    {
        string text = string.Concat(found.ToArray().Take(LongestNumber).Select(c => c is > 32 and < 127 ? (char)c : '?'));
        string more = found.Length > LongestNumber ? $" and more, beyond {LongestNumber} characters" : "";
        return new FormatException($"line {Line}: expected {expected} but found {(text == "" ? "the end of the input" : $"'{text}'{more}")}");
    }

    /// <summary>Eight digits to pairs, pairs to fours, fours to one number, in one word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long OfEight(ulong digits)
    {
        ulong pairs = 10 * digits + (digits >> 8); // in every other byte
        return (long)((pairs & 0xFF_0000_00FF) * (100 + (1_000_000UL << 32)) + (pairs >> 16 & 0xFF_0000_00FF) * (1 + (10_000UL << 32)) >> 32);
    }

    private static bool IsSpace(byte c) => c == ' ' || (uint)(c - '\t') <= '\r' - '\t';
}

/// <summary>Writes numbers and text into memory until flushed or 16 MB. Made in O(1).</summary>
/// <param name="output">Gets what was written.</param>
public sealed class FastWriter(Stream output)
{
    private const int Held = 1 << 24;

    private byte[] _bytes = new byte[1 << 16];
    private int _count;

    /// <summary>Whether <see cref="Flush"/> was called. O(1).</summary>
    public bool HasFlushed { get; private set; }

    /// <summary>A number, or a character. O(its length), amortised.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Write<T>(T value) where T : IUtf8SpanFormattable
    {
        int written;
        while (!value.TryFormat(_bytes.AsSpan(_count), out written, default, CultureInfo.InvariantCulture)) MakeRoom();
        _count += written;
    }

    /// <summary>A text, in UTF-8. O(its length), amortised.</summary>
    public void Write(ReadOnlySpan<char> text)
    {
        int written;
        while (!Encoding.UTF8.TryGetBytes(text, _bytes.AsSpan(_count), out written)) MakeRoom();
        _count += written;
    }

    /// <summary>A text, in UTF-8, and the end of the line. O(its length), amortised.</summary>
    public void WriteLine(ReadOnlySpan<char> text)
    {
        Write(text);
        Write('\n');
    }

    /// <summary>A line of numbers with a space between any two. O(its length), amortised.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void WriteLine<T>(params ReadOnlySpan<T> values) where T : IUtf8SpanFormattable
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (i > 0) Write(' ');
            Write(values[i]);
        }
        Write('\n');
    }

    /// <summary>The same for arrays: C# 13 infers no span. O(its length), amortised.</summary>
    public void WriteLine<T>(T[] values) where T : IUtf8SpanFormattable => WriteLine<T>(values.AsSpan());

    /// <summary>Hands on what was written. O(its length).</summary>
    public void Flush()
    {
        HandOn();
        output.Flush();
        HasFlushed = true;
    }

    private void MakeRoom()
    {
        if (_count > 0 && _bytes.Length >= Held) HandOn();
        else Array.Resize(ref _bytes, 2 * _bytes.Length);
    }

    private void HandOn()
    {
        output.Write(_bytes, 0, _count);
        _count = 0;
    }
}
