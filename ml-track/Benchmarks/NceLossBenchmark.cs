using BenchmarkDotNet.Attributes;
using static TorchSharp.torch.nn.functional;

namespace Etudes.ML;

/// <summary>4,096 data points with 16 noise samples each, loss and gradient, against two calls of the library's cross-entropy.</summary>
public class NceLossBenchmark
{
    private readonly Tensor _data = randn(4096, requires_grad: true);
    private readonly Tensor _noise = randn(4096, 16, requires_grad: true);
    private readonly Tensor _logNoiseOfData = randn(4096);
    private readonly Tensor _logNoiseOfNoise = randn(4096, 16);

    [Benchmark(Baseline = true)]
    public float CrossEntropyTwice()
    {
        using var scope = NewDisposeScope();
        var (ofData, ofNoise) = (_data - _logNoiseOfData - Math.Log(16), _noise - _logNoiseOfNoise - Math.Log(16));
        var loss = binary_cross_entropy_with_logits(ofData, ones_like(ofData))
            + 16 * binary_cross_entropy_with_logits(ofNoise, zeros_like(ofNoise));
        loss.backward();
        return loss.item<float>();
    }

    [Benchmark]
    public float Nce()
    {
        using var scope = NewDisposeScope();
        var loss = NceLoss.Loss(_data, _noise, _logNoiseOfData, _logNoiseOfNoise);
        loss.backward();
        return loss.item<float>();
    }
}
