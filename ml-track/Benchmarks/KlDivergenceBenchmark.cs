using BenchmarkDotNet.Attributes;
using static TorchSharp.torch.nn.functional;

namespace Etudes.ML;

/// <summary>4,096 pairs of distributions over 64 values, value and gradient, against the library's kl_div, which takes log q and gives NaN or no gradient at zeros.</summary>
public class KlDivergenceBenchmark
{
    private readonly Tensor _p = softmax(randn(4096, 64), 1);
    private readonly Tensor _q = softmax(randn(4096, 64), 1).requires_grad_();

    [Benchmark(Baseline = true)]
    public float Library()
    {
        using var scope = NewDisposeScope();
        var loss = kl_div(_q.log(), _p, reduction: TorchSharp.torch.nn.Reduction.Sum);
        loss.backward();
        return loss.item<float>();
    }

    [Benchmark]
    public float Masked()
    {
        using var scope = NewDisposeScope();
        var loss = KlDivergence.Divergence(_p, _q).sum();
        loss.backward();
        return loss.item<float>();
    }
}
