namespace Etudes.ML.Pretraining;

/// <summary>A model with the weights of a file, its measures, and how it wants pixels.</summary>
public sealed record LoadedModel(MaskedAutoencoder Model, Architecture Shape, PixelScale Scale) : IDisposable
{
    public void Dispose() => Model.Dispose();
}
