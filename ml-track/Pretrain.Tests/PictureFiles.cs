using System.IO.Compression;
using SkiaSharp;

namespace Etudes.ML.Pretraining;

/// <summary>Pictures on disk for tests.</summary>
internal static class PictureFiles
{
    /// <summary>A picture whose left half is dark and whose right half is light, with some
    /// noise.</summary>
    public static void Write(string path, int width, int height, int seed)
    {
        var random = new Random(seed);
        using var bitmap = new SKBitmap(width, height);
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++)
            {
                byte light = (byte)(random.Next(20) + (2 * x < width ? 10 : 220));
                bitmap.SetPixel(x, y, new SKColor(light, light, 0));
            }
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var data = bitmap.Encode(path.EndsWith(".png") ? SKEncodedImageFormat.Png : SKEncodedImageFormat.Jpeg, 95);
        File.WriteAllBytes(path, data.ToArray());
    }

    /// <summary>An IDX file of bytes.</summary>
    public static byte[] Idx(int[] shape, byte[] numbers) =>
        [0, 0, 8, (byte)shape.Length, .. shape.SelectMany(length => (byte[])[(byte)(length >> 24), (byte)(length >> 16), (byte)(length >> 8), (byte)length]), .. numbers];

    public static byte[] Gzipped(byte[] bytes)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Fastest)) gzip.Write(bytes);
        return memory.ToArray();
    }
}
