using System.Runtime.ExceptionServices;

namespace Etudes.ML.Pretraining;

/// <summary>Square pictures of one size, by number. Pixels go from -1 to 1, channel by channel, row by
/// row.</summary>
public abstract class PictureSet(int side, int channels, IReadOnlyList<string> labels)
{
    /// <summary>In pixels.</summary>
    public int Side { get; } = side;

    /// <summary>1 for grey, 3 for colour.</summary>
    public int Channels { get; } = channels;

    /// <summary>What a picture may show; none where nobody has said.</summary>
    public IReadOnlyList<string> Labels { get; } = labels;

    public abstract int Count { get; }

    /// <summary>Which of the labels it has.</summary>
    public abstract int LabelOf(int picture);

    /// <summary>Reads one of them into [Channels, Side, Side]; false where its file is
    /// broken.</summary>
    /// <param name="vary">Draws another cut of it, where a set has more than one.</param>
    protected abstract bool TryRead(int picture, Random? vary, Span<float> pixels);

    /// <summary>Some of them, [N, Channels, Side, Side]. In the place of a broken one stands the next
    /// that is whole.</summary>
    /// <param name="seed">Each picture is varied by a number of its own that follows from it; null:
    /// as they are.</param>
    /// <param name="into">Room for them, of a batch that nobody needs any more.</param>
    /// <exception cref="RefusedRunException">Not one can be read.</exception>
    public PictureBatch Read(ReadOnlyMemory<int> pictures, int? seed = null, float[]? into = null)
    {
        int size = Channels * Side * Side;
        float[] pixels = into ?? new float[checked(pictures.Length * size)];
        int[] labels = new int[pictures.Length];
        try
        {
            Parallel.For(0, pictures.Length, i => labels[i] = ReadNext(pictures.Span[i], seed, pixels.AsSpan(i * size, size)));
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }
        return new PictureBatch(pixels, labels, [pictures.Length, Channels, Side, Side]);
    }

    /// <summary>The first ones.</summary>
    public PictureBatch First(int count) => Read(Enumerable.Range(0, Math.Min(count, Count)).ToArray());

    private int ReadNext(int picture, int? seed, Span<float> pixels)
    {
        for (int tried = 0; tried < Count; tried++, picture = (picture + 1) % Count)
            if (TryRead(picture, seed is { } number ? new Random(HashOf(number, picture)) : null, pixels)) return Labels.Count > 0 ? LabelOf(picture) : 0;
        throw new RefusedRunException("Not one of the pictures can be read.");
    }

    /// <summary>The same on each machine, which HashCode is not.</summary>
    private static int HashOf(int seed, int picture) => unchecked((seed * 486_187_739 + picture) * 16_777_619);
}

/// <summary>Pictures that were read, with their labels.</summary>
public sealed record PictureBatch(float[] Pixels, int[] Labels, long[] Shape)
{
    /// <summary>[N, C, H, W].</summary>
    public Tensor On(Device device) => tensor(Pixels, Shape).to(device);
}
