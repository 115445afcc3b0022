using BenchmarkDotNet.Attributes;
using static TorchSharp.torch.nn.functional;

namespace Etudes.ML;

/// <summary>1,024 pairs, loss and gradient, against the library's cross-entropy with the numbers 0, 1, 2, ... as labels.</summary>
public class InfoNceBenchmark
{
    private readonly Tensor _scores = randn(1024, 1024, requires_grad: true);

    [Benchmark(Baseline = true)]
    public float CrossEntropy()
    {
        using var scope = NewDisposeScope();
        var loss = cross_entropy(_scores / 0.1, arange(1024));
        loss.backward();
        return loss.item<float>();
    }

    [Benchmark]
    public float Diagonal()
    {
        using var scope = NewDisposeScope();
        var loss = InfoNce.Loss(_scores, 0.1);
        loss.backward();
        return loss.item<float>();
    }
}
