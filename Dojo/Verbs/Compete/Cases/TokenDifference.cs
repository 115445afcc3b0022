using System.Globalization;
using System.Text;

namespace Etudes.Dojo;

/// <summary>The first difference between two outputs, token by token: white space between them does not count.</summary>
internal static class TokenDifference
{
    private const int Shown = 40;

    /// <param name="tolerance">How far apart two numbers may be, absolutely or as a part of the expected one; null: they are words.</param>
    /// <returns>One line; null where there is none.</returns>
    public static string? First(byte[] expected, byte[] output, double? tolerance)
    {
        var (wanted, got) = (new Tokens(expected), new Tokens(output));
        while (true)
        {
            ReadOnlySpan<byte> want = wanted.Next(), found = got.Next();
            if (want.IsEmpty && found.IsEmpty) return null;
            if (!want.SequenceEqual(found) && !AreClose(want, found, tolerance)) return $"line {got.Line}, token {got.Place}: expected {Name(want)} but got {Name(found)}";
        }
    }

    private static bool AreClose(ReadOnlySpan<byte> want, ReadOnlySpan<byte> found, double? tolerance) => tolerance is { } most
        && double.TryParse(want, CultureInfo.InvariantCulture, out double number) && double.TryParse(found, CultureInfo.InvariantCulture, out double other)
        && Math.Abs(number - other) <= most * Math.Max(1, Math.Abs(number));

    private static string Name(ReadOnlySpan<byte> token)
    {
        if (token.IsEmpty) return "the end of the output";
        string text = Encoding.Latin1.GetString(token[..Math.Min(token.Length, Shown)]);
        return $"'{string.Concat(text.Select(c => c is > ' ' and <= '~' ? c : '?'))}{(token.Length > Shown ? "..." : "")}'";
    }

    /// <summary>The tokens of a text, one by one.</summary>
    private sealed class Tokens(byte[] text)
    {
        private int _at;

        /// <summary>The line of the token read last; at the end, where another one would stand.</summary>
        public int Line { get; private set; } = 1;

        /// <summary>Which of its line it is.</summary>
        public int Place { get; private set; }

        public ReadOnlySpan<byte> Next()
        {
            for (; _at < text.Length && IsSpace(text[_at]); _at++)
                if (text[_at] == '\n') (Line, Place) = (Line + 1, 0);
            int start = _at;
            while (_at < text.Length && !IsSpace(text[_at])) _at++;
            Place++;
            return text.AsSpan(start.._at);
        }

        private static bool IsSpace(byte c) => c is (byte)' ' or >= (byte)'\t' and <= (byte)'\r';
    }
}
