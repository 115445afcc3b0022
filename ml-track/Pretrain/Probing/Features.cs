namespace Etudes.ML.Pretraining;

/// <summary>What an encoder makes of whole pictures.</summary>
internal static class Features
{
    private const int AtOnce = 256;

    /// <summary>The mean of a picture's patch tokens; pictures are [N, C, S, S], the result is
    /// [N, D].</summary>
    public static Tensor Of(MaskedAutoencoder encoder, Tensor pictures)
    {
        using var scope = NewDisposeScope();
        long patches = encoder.get_parameter("pos_embed")!.shape[1] - 1;
        var inOrder = arange(patches, dtype: float32, device: pictures.device).expand(pictures.shape[0], patches); // [N, L]
        return encoder.Encode(pictures, inOrder, ratio: 0).Latent[.., 1..].mean([1]).MoveToOuterDisposeScope();
    }

    /// <summary>The same for many, without gradients, part by part.</summary>
    public static Tensor OfMany(MaskedAutoencoder encoder, PictureBatch pictures, Device device)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var all = pictures.On(CPU);
        var parts = Enumerable.Range(0, (pictures.Labels.Length + AtOnce - 1) / AtOnce)
            .Select(part => Of(encoder, all.narrow(0, part * AtOnce, Math.Min(AtOnce, pictures.Labels.Length - part * AtOnce)).to(device)).cpu());
        return cat([.. parts]).MoveToOuterDisposeScope();
    }
}
