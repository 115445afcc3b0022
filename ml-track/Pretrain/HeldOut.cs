namespace Etudes.ML.Pretraining;

/// <summary>Pictures that are never trained on, with fixed masks, and what a model makes of them.</summary>
public sealed class HeldOut : IDisposable
{
    private readonly Tensor _images, _noise, _target;

    /// <param name="images">Pixels from -1 to 1, [N, 3, 32, 32].</param>
    public HeldOut(Tensor images, Device device)
    {
        _images = images.to(device);
        using var random = new Generator(0);
        _noise = rand(images.shape[0], Scenes.Side / Training.Patch * (Scenes.Side / Training.Patch), generator: random).to(device); // [N, L]
        _target = Patchify.ToPatches(_images, Training.Patch); // [N, L, 48]
    }

    /// <summary>The mean squared error of the masked pixels, and what it would be for predicting each picture's visible mean, channel by channel.</summary>
    public (double Error, double OfTheMean) Measure(MaskedAutoencoder model, double ratio)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var (prediction, mask) = Predict(model, ratio);
        var visible = (1 - mask).unsqueeze(2); // [N, L, 1]
        var mean = (Pixels(_target) * visible.unsqueeze(3)).sum([1, 2], keepdim: true) / (visible.unsqueeze(3).sum([1, 2], keepdim: true) * Training.Patch * Training.Patch); // [N, 1, 1, 3]
        var flat = mean.expand_as(Pixels(_target)).reshape(_target.shape); // [N, L, 48]
        return (Error(prediction), Error(flat));

        double Error(Tensor given) => MaeLoss.Loss(given, _target, mask, normalise: false).to(float64).item<double>();
        Tensor Pixels(Tensor patches) => patches.reshape(patches.shape[0], patches.shape[1], Training.Patch * Training.Patch, 3); // [N, L, 16, 3]
    }

    /// <summary>The first pictures four times: as they are, masked to grey, as predicted, and predicted where masked; each [count, 3, 32, 32].</summary>
    public Tensor[] Show(MaskedAutoencoder model, double ratio, int count)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var (prediction, mask) = Predict(model, ratio);
        var hidden = mask.unsqueeze(2); // [N, L, 1]
        Tensor[] columns = [_target, _target * (1 - hidden), prediction, _target * (1 - hidden) + prediction * hidden];
        return [.. columns.Select(column => Patchify.ToImages(column[..count], Training.Patch, Scenes.Side, Scenes.Side).cpu().MoveToOuterDisposeScope())];
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
        return (model.Decode(latent, idsRestore), mask); // [N, L, 48], [N, L]
    }
}
