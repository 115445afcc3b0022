using SkiaSharp;

namespace Etudes.ML.Pretraining;

/// <summary>Pictures beside each other, as PNG.</summary>
public static class PictureGrid
{
    private const int Smallest = 96, Gap = 6;

    /// <summary>One row per picture; each column is [N, C, S, S] with pixels from -1
    /// to 1.</summary>
    public static void Save(Tensor[] columns, string path) =>
        SaveRows([.. Enumerable.Range(0, (int)columns[0].shape[0]).Select(row => columns.Select(column => column[row..(row + 1)]).ToArray())], path);

    /// <summary>Rows of pictures of one size, each [1, C, S, S].</summary>
    public static void SaveRows(IReadOnlyList<Tensor[]> rows, string path)
    {
        int pixels = (int)rows[0][0].shape[2], side = pixels * Math.Max(1, (Smallest + pixels - 1) / pixels);
        using var bitmap = new SKBitmap(rows.Max(row => row.Length) * (side + Gap) + Gap, rows.Count * (side + Gap) + Gap);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Silver); // apart from black and white
        for (int row = 0; row < rows.Count; row++)
            for (int column = 0; column < rows[row].Length; column++)
            {
                using var picture = Bitmap(rows[row][column]);
                using var image = SKImage.FromBitmap(picture);
                canvas.DrawImage(image, SKRect.Create(Gap + column * (side + Gap), Gap + row * (side + Gap), side, side), new SKSamplingOptions(SKFilterMode.Nearest));
            }
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        File.WriteAllBytes(path, data.ToArray());
    }

    private static SKBitmap Bitmap(Tensor picture)
    {
        using var scope = NewDisposeScope();
        var (channels, side) = ((int)picture.shape[1], (int)picture.shape[2]);
        float[] pixels = ((picture.clamp(-1, 1) + 1) * 127.5f).contiguous().data<float>().ToArray(); // [1, C, S, S]
        var bitmap = new SKBitmap(side, side);
        int plane = side * side;
        for (int at = 0; at < plane; at++)
        {
            byte[] colour = [.. Enumerable.Range(0, 3).Select(channel => (byte)pixels[Math.Min(channel, channels - 1) * plane + at])];
            bitmap.SetPixel(at % side, at / side, new SKColor(colour[0], colour[1], colour[2]));
        }
        return bitmap;
    }
}
