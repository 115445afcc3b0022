using BenchmarkDotNet.Attributes;

namespace Etudes.ML;

/// <summary>256 vectors of 128 bits, one row of the weights per step against all conditionals at
/// every step.</summary>
public class AncestralSamplingBenchmark
{
    private const int Bits = 128;
    private readonly Tensor _uniforms = rand(256, Bits);
    private readonly Tensor _weights = randn(Bits, Bits) / 10;
    private readonly Tensor _bias = zeros(Bits);

    [Benchmark(Baseline = true)]
    public float AllConditionalsEachStep()
    {
        using var scope = NewDisposeScope();
        var (before, x) = (_weights.tril(-1).t(), zeros_like(_uniforms));
        for (int i = 0; i < Bits; i++)
        {
            var p = (x.mm(before) + _bias).sigmoid(); // [N, n]
            x[.., i] = (_uniforms[.., i] < p[.., i]).to(float32);
        }
        return x.sum().item<float>();
    }

    [Benchmark]
    public float OneRowEachStep()
    {
        using var scope = NewDisposeScope();
        return AncestralSampling.Sample(_uniforms, _weights, _bias).sum().item<float>();
    }
}
