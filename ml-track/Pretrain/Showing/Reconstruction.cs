namespace Etudes.ML.Pretraining;

/// <summary>What a model makes of a picture of which it sees a part.</summary>
internal static class Reconstruction
{
    /// <summary>The picture, masked to grey, as predicted, and predicted where masked; each
    /// [1, C, S, S], from -1 to 1.</summary>
    /// <param name="picture">[1, C, S, S], from -1 to 1.</param>
    public static Tensor[] Of(LoadedModel model, Tensor picture, double ratio, int seed)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var shape = model.Shape;
        using var random = new Generator((ulong)seed);
        var noise = rand(1, shape.Patches, generator: random).to(picture.device); // [1, L]
        var (latent, mask, idsRestore) = model.Model.Encode(model.Scale.To(picture), noise, ratio);
        var predicted = model.Scale.From(Patchify.ToImages(model.Model.Decode(latent, idsRestore), shape.Patch, shape.Image, shape.Image));
        var hidden = Patchify.ToImages(mask.unsqueeze(2).expand(1, shape.Patches, shape.Patch * shape.Patch * shape.Channels), shape.Patch, shape.Image, shape.Image);
        Tensor[] columns = [picture, picture * (1 - hidden), predicted, picture * (1 - hidden) + predicted * hidden];
        return [.. columns.Select(column => column.cpu().MoveToOuterDisposeScope())];
    }
}
