using System;
using System.Globalization;
using System.IO;
using System.Runtime.CompilerServices;
using System.Text;

namespace Etudes.IO;

/// <summary>Writes numbers and text into memory until flushed or 16 MB. A double is written with
/// as few digits as bring it back. Made in O(1).</summary>
/// <param name="output">Gets what was written.</param>
/// <remarks>
/// Time: O(1) per byte. Space: at most 16 MB of the output.
/// What writes lists, words and decimals stands beside it: <see cref="WriteLines"/>.
/// Source: <see href="https://pubs.opengroup.org/onlinepubs/9799919799/functions/setvbuf.html">The
/// Open Group, setvbuf, 2024</see> (full buffering).
/// </remarks>
public sealed class FastWriter(Stream output)
{
    private const int Held = 1 << 24;

    private byte[] _bytes = new byte[1 << 16];
    private int _count;

    /// <summary>Whether <see cref="Flush"/> was called. O(1).</summary>
    public bool HasFlushed { get; private set; }

    /// <summary>A number, or a character, in a format of .NET: F6, say, for six decimals. O(its
    /// length), amortised.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Write<T>(T value, ReadOnlySpan<char> format = default) where T : IUtf8SpanFormattable
    {
        int written;
        while (!value.TryFormat(_bytes.AsSpan(_count), out written, format, CultureInfo.InvariantCulture)) MakeRoom();
        _count += written;
    }

    /// <summary>A text, in UTF-8. O(its length), amortised.</summary>
    public void Write(ReadOnlySpan<char> text)
    {
        int written;
        while (!Encoding.UTF8.TryGetBytes(text, _bytes.AsSpan(_count), out written)) MakeRoom();
        _count += written;
    }

    /// <summary>The end of the line: alone an empty line. O(1), amortised.</summary>
    public void WriteLine() => Write('\n');

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
