using SkiaSharp;

namespace Etudes.ML.Pretraining;

/// <summary>Pictures drawn from a seed: a coloured shape before a texture. The label is the
/// shape.</summary>
public static class DrawnPictures
{
    private const int Side = 32; // of the paper that they are drawn on, whatever they are scaled to
    private static readonly string[] s_shapes = ["disc", "square", "triangle", "ring"];

    /// <param name="side">In pixels.</param>
    /// <param name="channels">1 for grey, 3 for colour.</param>
    public static StoredPictures Draw(int count, int seed, int side, int channels)
    {
        var random = new Random(seed);
        byte[] pixels = new byte[count * channels * side * side];
        int[] labels = new int[count];
        using var bitmap = Bitmaps.Square(side, channels);
        using var canvas = new SKCanvas(bitmap);
        canvas.Scale((float)side / Side);
        for (int i = 0; i < count; i++)
        {
            labels[i] = random.Next(s_shapes.Length);
            Texture(canvas, random);
            Shape(canvas, random, labels[i]);
            bitmap.CopyChannels(pixels.AsSpan(i * channels * side * side));
        }
        return new StoredPictures(pixels, side, channels, labels, s_shapes);
    }

    private static void Texture(SKCanvas canvas, Random random)
    {
        var (first, second) = (Colour(random), Colour(random));
        canvas.Clear(first);
        using var paint = new SKPaint { Color = second, IsAntialias = true };
        canvas.Save();
        canvas.RotateDegrees(random.Next(360), Side / 2, Side / 2);
        float size = random.Next(7, 13);
        switch (random.Next(4))
        {
            case 0: // stripes
                for (float x = -Side; x < 2 * Side; x += 2 * size) canvas.DrawRect(x, -Side, size, 3 * Side, paint);
                break;
            case 1: // light from the middle
                paint.Shader = SKShader.CreateRadialGradient(new(random.Next(Side), random.Next(Side)), 24, [second, first], SKShaderTileMode.Clamp);
                canvas.DrawRect(-Side, -Side, 3 * Side, 3 * Side, paint);
                break;
            default: // a gradient
                paint.Shader = SKShader.CreateLinearGradient(new(0, 0), new(Side, 0), [first, second], SKShaderTileMode.Clamp);
                canvas.DrawRect(-Side, -Side, 3 * Side, 3 * Side, paint);
                break;
        }
        canvas.Restore();
    }

    private static void Shape(SKCanvas canvas, Random random, int shape)
    {
        float radius = random.Next(7, 13), x = random.Next(10, 22), y = random.Next(10, 22);
        using var paint = new SKPaint { Color = Colour(random), IsAntialias = true };
        canvas.Save();
        canvas.RotateDegrees(random.Next(360), x, y);
        switch (shape)
        {
            case 0:
                canvas.DrawCircle(x, y, radius, paint);
                break;
            case 1:
                canvas.DrawRect(x - radius * 0.8f, y - radius * 0.8f, radius * 1.6f, radius * 1.6f, paint);
                break;
            case 2:
                using (var path = new SKPath())
                {
                    path.AddPoly([new(x, y - radius), new(x + radius * 0.87f, y + radius / 2), new(x - radius * 0.87f, y + radius / 2)]);
                    canvas.DrawPath(path, paint);
                }
                break;
            default:
                paint.Style = SKPaintStyle.Stroke;
                paint.StrokeWidth = radius / 2;
                canvas.DrawCircle(x, y, radius * 0.75f, paint);
                break;
        }
        canvas.Restore();
    }

    private static SKColor Colour(Random random) => SKColor.FromHsv(random.Next(360), random.Next(30, 100), random.Next(25, 100));
}
