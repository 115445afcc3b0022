using System.Text;
using Etudes.IO;

namespace Etudes.Contest;

/// <summary>Readers of a text.</summary>
internal static class Readers
{
    public const int Block = 1 << 16;

    public static FastReader Reader(string text) => new(new MemoryStream(Encoding.UTF8.GetBytes(text)));

    /// <summary>One that has its first block: the very first number is read slowly, whatever it is.</summary>
    public static FastReader Begun(string text)
    {
        var reader = Reader($"0 {text}");
        reader.Int();
        return reader;
    }

    /// <summary>What a reader says of a wrong input.</summary>
    public static string Fault(Action read) => Assert.Throws<FormatException>(read).Message;

    /// <summary>Gives at most so many bytes at a time.</summary>
    public sealed class Trickle(string text, int most) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public string Given => text[..(int)Position];

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, most));
    }
}
