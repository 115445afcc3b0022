namespace Etudes.ML.Pretraining;

/// <summary>Pictures of zeros and ones, row by row, [N, n] with n = Side².</summary>
internal sealed record BinaryPictures(Tensor Training, Tensor HeldOut, int Side)
{
    private const int DrawnSide = 16, DrawnTraining = 20_000, DrawnHeldOut = 2_000;

    /// <summary>Drawn ones are white where they are lighter than in their mean. Of others each pixel is drawn with its
    /// lightness as its probability, once, as the published figures for MNIST have it.</summary>
    /// <exception cref="RefusedRunException">The pictures are not as they should be.</exception>
    public static BinaryPictures Of(string data, int seed)
    {
        var source = PictureSource.Of(data);
        if (data == PictureSource.Drawn)
            return new(Light(DrawnPictures.Draw(DrawnTraining, seed, DrawnSide, 1)), Light(DrawnPictures.Draw(DrawnHeldOut, -1 - seed, DrawnSide, 1)), DrawnSide);
        int side = source.Side ?? DrawnSide;
        var (training, heldOut) = source.Open(side, channels: 1, seed, strict: false);
        return new(Drawn(training, seed), Drawn(heldOut, -1 - seed), side);
    }

    private static Tensor Light(PictureSet pictures)
    {
        using var scope = NewDisposeScope();
        var lightness = All(pictures); // [N, n]
        return lightness.gt(lightness.mean([1], keepdim: true)).to(float32).MoveToOuterDisposeScope();
    }

    private static Tensor Drawn(PictureSet pictures, int seed)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(unchecked((ulong)seed));
        var lightness = (All(pictures) + 1) / 2; // [N, n]
        return rand(lightness.shape, generator: random).lt(lightness).to(float32).MoveToOuterDisposeScope();
    }

    private static Tensor All(PictureSet pictures) => pictures.First(pictures.Count).On(CPU).flatten(1);
}
