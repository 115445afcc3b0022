using BenchmarkDotNet.Attributes;
using static TorchSharp.torch.nn.functional;

namespace Etudes.ML;

/// <summary>256 vectors of 128 bits, loss and gradient, all conditionals at once against one logistic regression after the other.</summary>
public class AutoregressiveNllBenchmark
{
    private const int Bits = 128;
    private readonly Tensor _x = (randn(256, Bits) > 0).to(float32);
    private readonly Tensor _weights = (randn(Bits, Bits) / 10).requires_grad_();
    private readonly Tensor _bias = zeros(Bits, requires_grad: true);

    [Benchmark(Baseline = true)]
    public float BitByBit()
    {
        using var scope = NewDisposeScope();
        var loss = zeros(1);
        for (int i = 0; i < Bits; i++)
        {
            var logits = _x[.., ..i].matmul(_weights[i, ..i]) + _bias[i]; // [N]
            loss = loss + binary_cross_entropy_with_logits(logits, _x[.., i]);
        }
        loss.backward();
        return loss.item<float>();
    }

    [Benchmark]
    public float AtOnce()
    {
        using var scope = NewDisposeScope();
        var loss = AutoregressiveNll.NegativeLogLikelihood(_x, _weights, _bias).mean();
        loss.backward();
        return loss.item<float>();
    }
}
