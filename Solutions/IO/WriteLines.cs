using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace Etudes.IO;

/// <summary>Lists, words, decimals, and Yes or No for <see cref="FastWriter"/>.</summary>
/// <remarks>
/// Time: O(1) per byte. Space: O(1).
/// Needs: FastWriter.
/// Source: <see href="https://learn.microsoft.com/dotnet/standard/base-types/standard-numeric-format-strings">Microsoft,
/// Standard numeric format strings</see>, for decimals.
/// </remarks>
public static class WriteLines
{
    /// <summary>A line of numbers with a space between any two. O(its length), amortised.</summary>
    public static void WriteLine<T>(this FastWriter output, List<T> values) where T : IUtf8SpanFormattable =>
        output.WriteLine<T>(CollectionsMarshal.AsSpan(values));

    /// <summary>A line of numbers with a space between any two. O(its length), amortised.</summary>
    public static void WriteLine<T>(this FastWriter output, Span<T> values) where T : IUtf8SpanFormattable => output.WriteLine<T>((ReadOnlySpan<T>)values);

    /// <summary>A line of words with a space between any two. O(its length), amortised.</summary>
    public static void WriteLine(this FastWriter output, ReadOnlySpan<string> words)
    {
        for (int i = 0; i < words.Length; i++)
        {
            if (i > 0) output.Write(' ');
            output.Write(words[i]);
        }
        output.WriteLine();
    }

    /// <summary>A line of words with a space between any two. O(its length), amortised.</summary>
    public static void WriteLine(this FastWriter output, List<string> words) => output.WriteLine(CollectionsMarshal.AsSpan(words));

    /// <summary>Each number on a line. O(their length), amortised.</summary>
    public static void WriteEach<T>(this FastWriter output, ReadOnlySpan<T> values) where T : IUtf8SpanFormattable
    {
        foreach (T value in values)
        {
            output.Write(value);
            output.WriteLine();
        }
    }

    /// <summary>The same for arrays: C# 13 infers no span. O(their length), amortised.</summary>
    public static void WriteEach<T>(this FastWriter output, T[] values) where T : IUtf8SpanFormattable => output.WriteEach<T>(values.AsSpan());

    /// <summary>The same for lists. O(their length), amortised.</summary>
    public static void WriteEach<T>(this FastWriter output, List<T> values) where T : IUtf8SpanFormattable =>
        output.WriteEach<T>(CollectionsMarshal.AsSpan(values));

    /// <summary>Each word on a line. O(their length), amortised.</summary>
    public static void WriteEach(this FastWriter output, ReadOnlySpan<string> words)
    {
        foreach (string word in words) output.WriteLine(word);
    }

    /// <summary>A line of numbers with so many digits behind the point, and a space between any
    /// two. A tie goes to the even digit. O(its length), amortised.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decimals"/> is not from 0 to 99.</exception>
    public static void WriteFixed(this FastWriter output, int decimals, params ReadOnlySpan<double> values)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, 99);
        ReadOnlySpan<char> format = ['F', (char)('0' + decimals / 10), (char)('0' + decimals % 10)];
        for (int i = 0; i < values.Length; i++)
        {
            if (i > 0) output.Write(' ');
            output.Write(values[i], format);
        }
        output.WriteLine();
    }

    /// <summary>Yes or No on a line, or what the judge wants in their place. O(its length), amortised.</summary>
    public static void WriteYesNo(this FastWriter output, bool answer, string yes = "Yes", string no = "No") => output.WriteLine(answer ? yes : no);
}
