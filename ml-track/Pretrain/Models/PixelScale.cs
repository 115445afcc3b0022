namespace Etudes.ML.Pretraining;

/// <summary>How a model wants its pixels, which are from -1 to 1 everywhere else.</summary>
/// <param name="Mean">Of each channel, for pixels from 0 to 1.</param>
/// <param name="Deviation">Of each channel.</param>
public sealed record PixelScale(float[] Mean, float[] Deviation)
{
    /// <summary>What a file of weights says of it.</summary>
    public const string Key = "pixels";

    /// <summary>As this program trains.</summary>
    public static readonly PixelScale Own = new([0.5f], [0.5f]);

    /// <summary>As the published weights were trained: by the mean and the deviation of
    /// ImageNet.</summary>
    public static readonly PixelScale ImageNet = new([0.485f, 0.456f, 0.406f], [0.229f, 0.224f, 0.225f]);

    /// <summary>[N, C, S, S], from -1 to 1, to what the model wants.</summary>
    public Tensor To(Tensor pictures)
    {
        using var scope = NewDisposeScope();
        return (((pictures + 1) / 2 - Channel(Mean, pictures)) / Channel(Deviation, pictures)).MoveToOuterDisposeScope();
    }

    /// <summary>What a model gives, back to -1 to 1, [N, C, S, S].</summary>
    public Tensor From(Tensor pictures)
    {
        using var scope = NewDisposeScope();
        return (2 * (pictures * Channel(Deviation, pictures) + Channel(Mean, pictures)) - 1).MoveToOuterDisposeScope();
    }

    private static Tensor Channel(float[] numbers, Tensor pictures) => tensor(numbers, 1, numbers.Length, 1, 1).to(pictures.device);
}
