namespace Etudes.ML.Pretraining;

/// <summary>Pictures that are never trained on, with fixed masks, and what a model makes of them.</summary>
public sealed class HeldOut : IDisposable
{
    private readonly Architecture _shape;
    private readonly Tensor _images, _noise, _target;

    public HeldOut(PictureBatch pictures, Architecture shape, Device device)
    {
        (_shape, _images) = (shape, pictures.On(device)); // [N, C, S, S]
        using var random = new Generator(0);
        _noise = rand(_images.shape[0], shape.Patches, generator: random).to(device); // [N, L]
        _target = Patchify.ToPatches(_images, shape.Patch); // [N, L, p p C]
    }

    /// <summary>The mean squared error of the masked pixels, and what it would be for predicting each picture's visible mean, channel by channel.</summary>
    public (double Error, double OfTheMean) Measure(MaskedAutoencoder model, double ratio)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var (prediction, mask) = Predict(model, ratio);
        var visible = (1 - mask).unsqueeze(2); // [N, L, 1]
        var mean = (Pixels(_target) * visible.unsqueeze(3)).sum([1, 2], keepdim: true) / (visible.unsqueeze(3).sum([1, 2], keepdim: true) * _shape.Patch * _shape.Patch); // [N, 1, 1, C]
        var flat = mean.expand_as(Pixels(_target)).reshape(_target.shape); // [N, L, p p C]
        return (Error(prediction), Error(flat));

        double Error(Tensor given) => MaeLoss.Loss(given, _target, mask, normalise: false).to(float64).item<double>();
        Tensor Pixels(Tensor patches) => patches.reshape(patches.shape[0], patches.shape[1], _shape.Patch * _shape.Patch, _shape.Channels); // [N, L, p p, C]
    }

    /// <summary>The first pictures four times: as they are, masked to grey, as predicted, and predicted where masked; each [count, C, S, S].</summary>
    public Tensor[] Show(MaskedAutoencoder model, double ratio, int count)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var (prediction, mask) = Predict(model, ratio);
        var hidden = mask.unsqueeze(2); // [N, L, 1]
        Tensor[] columns = [_target, _target * (1 - hidden), prediction, _target * (1 - hidden) + prediction * hidden];
        return [.. columns.Select(column => Patchify.ToImages(column[..count], _shape.Patch, _shape.Image, _shape.Image).cpu().MoveToOuterDisposeScope())];
    }

    public void Dispose()
    {
        _images.Dispose();
        _noise.Dispose();
        _target.Dispose();
    }

    private (Tensor Prediction, Tensor Mask) Predict(MaskedAutoencoder model, double ratio)
    {
        var (latent, mask, idsRestore) = model.Encode(_images, _noise, ratio);
        return (model.Decode(latent, idsRestore), mask); // [N, L, p p C], [N, L]
    }
}
