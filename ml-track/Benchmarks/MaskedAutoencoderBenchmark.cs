using BenchmarkDotNet.Attributes;
using TorchSharp.Modules;

namespace Etudes.ML;

/// <summary>A training step with three quarters masked against one that sees every patch (there the loss is taken over all patches): 32 pictures of 64 patches, one thread.</summary>
public class MaskedAutoencoderBenchmark
{
    private readonly MaskedAutoencoder _model = MaskedAutoencoder.Create(32, 4, 3, (192, 6, 3), (64, 1, 4), 4);
    private readonly Tensor _images = randn(32, 3, 32, 32), _noise = rand(32, 64), _target;
    private readonly AdamW _optimizer;

    public MaskedAutoencoderBenchmark()
    {
        set_num_threads(1);
        _target = Patchify.ToPatches(_images, 4);
        _optimizer = optim.AdamW(_model.parameters(), 1e-4, 0.9, 0.95, weight_decay: 0.05);
    }

    [Benchmark(Baseline = true)]
    public float NothingMasked() => Step(0);

    [Benchmark]
    public float ThreeQuartersMasked() => Step(0.75);

    public float Step(double ratio)
    {
        using var scope = NewDisposeScope();
        _optimizer.zero_grad();
        var (latent, mask, idsRestore) = _model.Encode(_images, _noise, ratio);
        var loss = MaeLoss.Loss(_model.Decode(latent, idsRestore), _target, ratio == 0 ? ones_like(mask) : mask, normalise: false);
        loss.backward();
        _optimizer.step();
        return loss.item<float>();
    }
}
