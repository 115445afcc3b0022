using System.Buffers.Binary;
using System.IO.Compression;

namespace Etudes.ML.Pretraining;

/// <summary>The format of MNIST's files, gzipped or not: two zeros, the type, the number of
/// dimensions, each dimension in four bytes, high byte first, then the numbers.</summary>
internal static class IdxFile
{
    private const long MostBytes = 1L << 31, MostPerGzippedByte = 1032; // what deflate can make of a byte
    private const byte Bytes = 8;

    /// <summary>The numbers of a file of bytes, row by row, and its dimensions.</summary>
    /// <exception cref="RefusedRunException">It is no such file, or another number of bytes than it
    /// says.</exception>
    public static (byte[] Numbers, int[] Shape) Read(string path, int dimensions)
    {
        try
        {
            using var file = File.OpenRead(path);
            bool zipped = file.ReadByte() == 0x1f;
            file.Position = 0;
            using Stream stream = zipped ? new GZipStream(file, CompressionMode.Decompress) : file;
            byte[] head = new byte[4 + 4 * dimensions];
            stream.ReadExactly(head);
            if (head is not [0, 0, Bytes, var found, ..] || found != dimensions) throw new InvalidDataException($"it does not begin with 0 0 {Bytes} {dimensions}");
            uint[] shape = [.. Enumerable.Range(1, dimensions).Select(i => BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(4 * i)))];
            long most = Math.Min(MostBytes, zipped ? MostPerGzippedByte * file.Length : file.Length), size = 1;
            foreach (uint length in shape)
                if (length == 0 || (size *= length) > most) throw new InvalidDataException($"it says that it holds {string.Join(" x ", shape)} numbers");
            byte[] numbers = new byte[size];
            stream.ReadExactly(numbers);
            if (stream.ReadByte() >= 0) throw new InvalidDataException("it is longer than it says");
            return (numbers, [.. shape.Select(length => (int)length)]);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new RefusedRunException($"'{path}' is no whole IDX file of bytes in {dimensions} dimensions ({e.Message.TrimEnd('.')}).");
        }
    }
}
