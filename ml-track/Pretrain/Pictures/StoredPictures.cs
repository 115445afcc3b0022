using SkiaSharp;

namespace Etudes.ML.Pretraining;

/// <summary>Pictures that lie in memory.</summary>
/// <param name="bytes">[Count, channels, side, side].</param>
/// <param name="labels">One per picture; none where there are no names.</param>
public sealed class StoredPictures(byte[] bytes, int side, int channels, int[] labels, IReadOnlyList<string> names) : PictureSet(side, channels, names)
{
    private int Size => Channels * Side * Side;

    public override int Count => bytes.Length / Size;

    public override int LabelOf(int picture) => labels[picture];

    /// <summary>Some that follow each other.</summary>
    public StoredPictures Part(int start, int count) =>
        new(bytes[(start * Size)..((start + count) * Size)], Side, Channels, labels.Length == 0 ? [] : labels[start..(start + count)], Labels);

    /// <summary>Grey pictures of another size, or as colours.</summary>
    public StoredPictures Scaled(int side, int channels)
    {
        if ((side, channels) == (Side, Channels)) return this;
        int size = channels * side * side;
        byte[] scaled = new byte[checked(Count * size)];
        using var picture = Bitmaps.Square(Side, channels: 1);
        for (int i = 0; i < Count; i++)
        {
            for (int y = 0; y < Side; y++) bytes.AsSpan(i * Size + y * Side, Side).CopyTo(picture.GetPixelSpan()[(y * picture.RowBytes)..]);
            using var cut = picture.Cut(SKRect.Create(Side, Side), mirrored: false, side, channels);
            cut.CopyChannels(scaled.AsSpan(i * size, size));
        }
        return new StoredPictures(scaled, side, channels, labels, Labels);
    }

    protected override bool TryRead(int picture, Random? vary, Span<float> pixels)
    {
        var one = bytes.AsSpan(picture * Size, Size);
        for (int i = 0; i < one.Length; i++) pixels[i] = one[i] / 127.5f - 1;
        return true;
    }
}
