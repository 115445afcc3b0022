namespace Etudes.ML.Pretraining;

/// <summary>A model with the weights of a file, its measures, and how it wants pixels.</summary>
public sealed record LoadedModel(MaskedAutoencoder Model, Architecture Shape, PixelScale Scale) : IDisposable
{
    /// <summary>The model of a run's folder or of a file of weights.</summary>
    /// <param name="needsDecoder">Whether it is to predict pictures.</param>
    /// <param name="heads">For a file that does not tell them.</param>
    /// <exception cref="RefusedRunException">It is neither, or has no decoder.</exception>
    public static LoadedModel Open(string path, bool needsDecoder, (int Encoder, int Decoder)? heads, Device device)
    {
        using var weights = Weights.Read(Directory.Exists(path) ? RunFolder.Ended(path).Weights : path);
        var model = needsDecoder ? Pretrained.Whole(weights, heads) : Pretrained.Encoder(weights, heads);
        model.to(device);
        var shape = Architecture.Of(weights, heads);
        bool isForeign = shape.Channels == PixelScale.ImageNet.Mean.Length && !weights.Metadata.ContainsKey(PixelScale.Key);
        return new LoadedModel(model, shape, isForeign ? PixelScale.ImageNet : PixelScale.Own);
    }

    public void Dispose() => Model.Dispose();
}
