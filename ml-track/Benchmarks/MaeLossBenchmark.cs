using BenchmarkDotNet.Attributes;

namespace Etudes.ML;

/// <summary>256 pictures of 64 patches of 48 numbers, three quarters masked, against picking the masked patches by a boolean index.</summary>
public class MaeLossBenchmark
{
    private readonly Tensor _prediction = randn(256, 64, 48), _target = randn(256, 64, 48), _mask = (rand(256, 64) < 0.75).to(float32);

    [Benchmark(Baseline = true)]
    public float BooleanIndex()
    {
        using var scope = NewDisposeScope();
        var masked = _mask.to(ScalarType.Bool);
        return (_prediction[masked] - _target[masked]).square().mean().item<float>();
    }

    [Benchmark]
    public float Weights()
    {
        using var scope = NewDisposeScope();
        return MaeLoss.Loss(_prediction, _target, _mask, normalise: false).item<float>();
    }
}
