using System.Collections.Concurrent;
using SkiaSharp;

namespace Etudes.ML.Pretraining;

/// <summary>PNG and JPEG files, read when they are asked for. A folder within the folder is a
/// label.</summary>
public sealed class PictureFolder : PictureSet
{
    private const long MostPixels = 100_000_000;
    private const double SmallestPart = 0.2, LargestAspect = 4 / 3.0; // as the paper cuts
    private static readonly string[] s_endings = [".png", ".jpg", ".jpeg"];

    private readonly string[] _files;
    private readonly int[] _labels;
    private readonly bool _strict;
    private readonly ConcurrentDictionary<string, bool> _broken = new();

    private PictureFolder(string[] files, int[] labels, IReadOnlyList<string> names, int side, int channels, bool strict) : base(side, channels, names) =>
        (_files, _labels, _strict) = (files, labels, strict);

    /// <summary>The pictures below a folder, in the order of their paths.</summary>
    /// <param name="strict">A file that cannot be read is an error. Else it is named and left
    /// out.</param>
    /// <exception cref="RefusedRunException">There is no picture.</exception>
    public static PictureFolder Open(string folder, int side, int channels, bool strict)
    {
        string[] files = [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => s_endings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)];
        if (files.Length == 0) throw new RefusedRunException($"There is no PNG or JPEG in '{folder}'; --data expects pictures, in folders named after what they show.");
        string[] labels = [.. files.Select(file => Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar) is [var name, _, ..] ? name : "")];
        string[] names = [.. labels.Where(name => name != "").Distinct().Order(StringComparer.Ordinal)];
        return new PictureFolder(files, [.. labels.Select(name => Math.Max(0, Array.IndexOf(names, name)))], names, side, channels, strict);
    }

    public override int Count => _files.Length;

    public override int LabelOf(int picture) => _labels[picture];

    /// <summary>A part of them, by their numbers.</summary>
    public PictureFolder Only(IEnumerable<int> pictures)
    {
        int[] some = [.. pictures];
        return new PictureFolder([.. some.Select(i => _files[i])], [.. some.Select(i => _labels[i])], Labels, Side, Channels, _strict);
    }

    /// <summary>One picture as a model is shown it: its middle, scaled.</summary>
    /// <exception cref="RefusedRunException">The file is none.</exception>
    public static PictureBatch ReadOne(string file, int side, int channels)
    {
        if (!File.Exists(file)) throw new RefusedRunException($"There is no file '{file}'; a PNG or JPEG is expected.");
        return new PictureFolder([file], [0], [], side, channels, strict: true).First(1);
    }

    protected override bool TryRead(int picture, Random? vary, Span<float> pixels)
    {
        string file = _files[picture];
        if (_broken.ContainsKey(file)) return false;
        using var whole = Decode(file);
        if (whole is null)
        {
            if (_strict) throw new RefusedRunException($"'{file}' is no whole PNG or JPEG of at most {MostPixels / 1_000_000} million pixels.");
            if (_broken.TryAdd(file, true)) Console.Error.WriteLine($"'{file}' is left out, since it is no whole PNG or JPEG; --strict refuses it.");
            return false;
        }
        using var cut = whole.Cut(vary is null ? Middle(whole) : Part(whole, vary), vary?.Next(2) == 1, Side, Channels);
        Span<byte> bytes = new byte[pixels.Length];
        cut.CopyChannels(bytes);
        for (int i = 0; i < bytes.Length; i++) pixels[i] = bytes[i] / 127.5f - 1;
        return true;
    }

    /// <summary>Null where the file is broken, cut off, too large or something else.</summary>
    private static SKBitmap? Decode(string file)
    {
        try
        {
            using var codec = SKCodec.Create(file);
            if (codec is null || (long)codec.Info.Width * codec.Info.Height is 0 or > MostPixels) return null;
            var info = codec.Info.WithColorType(SKColorType.Rgba8888).WithAlphaType(SKAlphaType.Premul);
            var bitmap = new SKBitmap(info);
            if (codec.GetPixels(info, bitmap.GetPixels()) == SKCodecResult.Success) return bitmap;
            bitmap.Dispose();
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static SKRect Middle(SKBitmap picture)
    {
        int side = Math.Min(picture.Width, picture.Height);
        return SKRect.Create((picture.Width - side) / 2f, (picture.Height - side) / 2f, side, side);
    }

    /// <summary>A part of a random size, shape and place, or the middle where none fits.</summary>
    private static SKRect Part(SKBitmap picture, Random random)
    {
        for (int tried = 0; tried < 10; tried++)
        {
            double area = picture.Width * (double)picture.Height * (SmallestPart + (1 - SmallestPart) * random.NextDouble());
            double aspect = Math.Pow(LargestAspect, 2 * random.NextDouble() - 1);
            double width = Math.Sqrt(area * aspect), height = Math.Sqrt(area / aspect);
            if (width > picture.Width || height > picture.Height) continue;
            return SKRect.Create((float)(random.NextDouble() * (picture.Width - width)), (float)(random.NextDouble() * (picture.Height - height)), (float)width, (float)height);
        }
        return Middle(picture);
    }
}
