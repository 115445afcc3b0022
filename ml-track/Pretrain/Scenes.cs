using SkiaSharp;

namespace Etudes.ML.Pretraining;

/// <summary>Pictures to train on, drawn from a seed: a coloured shape before a texture. The label is the shape.</summary>
public static class Scenes
{
    public const int Side = 32;
    public static readonly string[] Shapes = ["disc", "square", "triangle", "ring"];

    /// <summary>Pixels from -1 to 1, [count, 3, 32, 32], and the shapes' numbers, [count].</summary>
    public static (Tensor Images, int[] Labels) Draw(int count, int seed)
    {
        var random = new Random(seed);
        var pixels = new float[count * 3 * Side * Side];
        int[] labels = new int[count];
        using var bitmap = new SKBitmap(Side, Side, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(bitmap);
        for (int i = 0; i < count; i++)
        {
            labels[i] = random.Next(Shapes.Length);
            Texture(canvas, random);
            Shape(canvas, random, labels[i]);
            var rgba = bitmap.GetPixelSpan();
            for (int channel = 0; channel < 3; channel++)
                for (int at = 0; at < Side * Side; at++) pixels[(i * 3 + channel) * Side * Side + at] = rgba[4 * at + channel] / 127.5f - 1;
        }
        return (tensor(pixels, count, 3, Side, Side), labels);
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
