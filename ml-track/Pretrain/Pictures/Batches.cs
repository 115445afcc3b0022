namespace Etudes.ML.Pretraining;

/// <summary>The pictures of each step: all of a set once per epoch, in another order each time. Those
/// of the next step are read while this one is made.</summary>
/// <param name="size">Pictures per step; what does not fill a step is left out of an epoch.</param>
/// <param name="seed">Draws the orders, and how pictures are varied.</param>
public sealed class Batches(PictureSet pictures, int size, int seed)
{
    private readonly float[][] _rooms = [.. Enumerable.Range(0, 2).Select(_ => new float[checked(size * pictures.Channels * pictures.Side * pictures.Side)])]; // that of this step, and of the next
    private (int Epoch, int[] Pictures) _order = (-1, []);
    private (int Step, Task<PictureBatch> Pictures)? _ahead;

    public int PerEpoch => pictures.Count / size;

    /// <summary>They are there until the next step is asked for.</summary>
    public PictureBatch Of(int step)
    {
        var batch = _ahead is { } ahead && ahead.Step == step ? ahead.Pictures.GetAwaiter().GetResult() : Read(step);
        _ahead = (step + 1, Task.Run(() => Read(step + 1)));
        return batch;
    }

    private PictureBatch Read(int step)
    {
        int epoch = step / PerEpoch, draw = unchecked(seed * 486_187_739 + epoch);
        if (_order.Epoch != epoch)
        {
            _order = (epoch, [.. Enumerable.Range(0, pictures.Count)]);
            new Random(draw).Shuffle(_order.Pictures);
        }
        return pictures.Read(_order.Pictures.AsMemory(step % PerEpoch * size, size), draw, _rooms[step % 2]);
    }
}
