using System;
using System.Buffers;
using System.Text;

namespace Etudes.IO;

/// <summary>Words, characters, lines and grids for <see cref="FastReader"/>.</summary>
/// <remarks>
/// Time: O(1) per byte. Space: what is returned; of bytes, the longest word or line.
/// Needs: FastReader.
/// It is over 100 lines since words and lines come one by one, in arrays, and as bytes.
/// Source: <see href="https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap03.html">The
/// Open Group, Definitions, 2024</see>, for what a line is.
/// </remarks>
public static class ReadText
{
    private static readonly SearchValues<byte> s_spaces = SearchValues.Create(" \t\n\v\f\r"u8);

    /// <summary>The next character that is no white space, one of ASCII, and one of
    /// <paramref name="allowed"/> if that is not empty. O(1).</summary>
    /// <exception cref="FormatException">It is no such character; its line and which token of the
    /// line it is in are named.</exception>
    public static char Char(this FastReader input, string allowed = "")
    {
        while (input.HasByte() && FastReader.IsSpace(input.Block[input.At])) input.At++;
        if (!input.HasByte()) throw input.Wrong(Expected(), []);
        char next = (char)input.Block[input.At++];
        return (allowed == "" ? next is > ' ' and <= '~' : allowed.Contains(next)) ? next : throw input.Wrong(Expected(), [(byte)next]);

        string Expected() => allowed == "" ? "a character" : $"one of the characters '{allowed}'";
    }

    /// <summary>The next word, up to white space, in UTF-8, of at most so many bytes. O(its
    /// length).</summary>
    /// <exception cref="FormatException">There is none, or it is longer.</exception>
    public static string Word(this FastReader input, int most = int.MaxValue) => Encoding.UTF8.GetString(input.WordBytes(most));

    /// <summary>The bytes of the next word, at most so many, without a copy: they are there until
    /// something else is read. O(its length).</summary>
    /// <exception cref="FormatException">There is none, or it is longer.</exception>
    public static ReadOnlySpan<byte> WordBytes(this FastReader input, int most = int.MaxValue)
    {
        var word = input.Token(Math.Min(most, Array.MaxLength - 1) + 1);
        if (word.IsEmpty || word.Length > most) throw input.Wrong(most == int.MaxValue ? "a word" : $"a word of at most {most} characters", word);
        input.Pass();
        return word;
    }

    /// <summary>The next count words, each of at most so many bytes. O(their length).</summary>
    /// <exception cref="FormatException">There are fewer, or one of them is longer.</exception>
    public static string[] Words(this FastReader input, int count, int most = int.MaxValue)
    {
        var words = new string[count];
        for (int i = 0; i < count; i++) words[i] = input.Word(most);
        return words;
    }

    /// <summary>What is left of the line, behind the one character that has ended what was read
    /// last; the next line where only white space is left. It is without its end, in UTF-8. O(its
    /// length).</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public static string Line(this FastReader input) => Encoding.UTF8.GetString(input.LineBytes());

    /// <summary>The bytes of what <see cref="Line"/> gives, without a copy: they are there until
    /// something else is read. O(its length).</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public static ReadOnlySpan<byte> LineBytes(this FastReader input)
    {
        bool begun = input.Block[input.At - 1] != '\n';
        var line = Rest(input);
        return begun && line.IndexOfAnyExcept(s_spaces) < 0 ? Rest(input) : line;
    }

    /// <summary>The next count lines. O(their length).</summary>
    /// <exception cref="FormatException">There are fewer.</exception>
    public static string[] Lines(this FastReader input, int count)
    {
        var lines = new string[count];
        for (int i = 0; i < count; i++) lines[i] = input.Line();
        return lines;
    }

    /// <summary>The rows of a grid, each a word of as many characters of ASCII as there are
    /// columns, all of them <paramref name="allowed"/> if that is not empty. O(its size).</summary>
    /// <exception cref="FormatException">A row is no such word.</exception>
    public static string[] Grid(this FastReader input, int rows, int columns, string allowed = "")
    {
        var grid = new string[rows];
        for (int row = 0; row < rows; row++)
        {
            var word = input.Token(columns + 1);
            grid[row] = Encoding.ASCII.GetString(word);
            bool isRow = word.Length == columns && (allowed == "" ? Ascii.IsValid(word) : !grid[row].AsSpan().ContainsAnyExcept(allowed));
            if (!isRow) throw input.Wrong($"a row of {columns} characters{(allowed == "" ? "" : $" of '{allowed}'")}", word);
            input.Pass();
        }
        return grid;
    }

    /// <summary>The rest of the line without its end, which is read too.</summary>
    private static ReadOnlySpan<byte> Rest(FastReader input)
    {
        if (!input.HasByte()) throw input.Wrong("a line", []);
        var line = input.Until(endOfLine: true, Array.MaxLength);
        if (input.HasByte()) input.At++;
        return line is [.., (byte)'\r'] ? line[..^1] : line;
    }
}
