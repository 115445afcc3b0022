using SkiaSharp;

namespace Etudes.ML.Pretraining;

/// <summary>Between Skia's pictures and bytes per channel.</summary>
internal static class Bitmaps
{
    /// <summary>The bytes of a grey or coloured picture, channel by channel, row by row.</summary>
    public static void CopyChannels(this SKBitmap bitmap, Span<byte> into)
    {
        var from = bitmap.GetPixelSpan();
        var (width, height, row, step) = (bitmap.Width, bitmap.Height, bitmap.RowBytes, bitmap.BytesPerPixel); // each asks the native library
        int channels = step == 1 ? 1 : 3;
        for (int channel = 0; channel < channels; channel++)
            for (int y = 0; y < height; y++)
                for (int x = 0; x < width; x++)
                    into[(channel * height + y) * width + x] = from[y * row + x * step + channel];
    }

    /// <summary>A room for a picture of these measures.</summary>
    public static SKBitmap Square(int side, int channels) => new(side, side, channels == 1 ? SKColorType.Gray8 : SKColorType.Rgba8888, SKAlphaType.Opaque);

    /// <summary>A part of a picture, scaled.</summary>
    public static SKBitmap Cut(this SKBitmap picture, SKRect part, bool mirrored, int side, int channels)
    {
        var cut = Square(side, channels);
        using var canvas = new SKCanvas(cut);
        using var pixels = picture.PeekPixels();
        using var image = SKImage.FromPixels(pixels); // without a copy
        canvas.Clear(SKColors.White); // behind what is transparent
        if (mirrored) canvas.Scale(-1, 1, side / 2f, 0);
        var smaller = part.Width > side || part.Height > side ? SKMipmapMode.Linear : SKMipmapMode.None;
        canvas.DrawImage(image, part, SKRect.Create(side, side), new SKSamplingOptions(SKFilterMode.Linear, smaller));
        return cut;
    }
}
