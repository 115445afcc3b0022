using BenchmarkDotNet.Attributes;
using static TorchSharp.torch.nn.functional;

namespace Etudes.ML;

/// <summary>256 vectors of 64 bits, 256 hidden units, all conditionals in one pass against one pass
/// per conditional, each over the variables before it.</summary>
public class MaskedAutoregressionBenchmark
{
    private const int Bits = 64, Units = 256;
    private readonly Tensor _x = (randn(256, Bits) > 0).to(float32);
    private readonly Tensor _order = arange(1, Bits + 1);
    private readonly Tensor _degrees = arange(Units) % (Bits - 1) + 1;
    private readonly Tensor _w1 = randn(Units, Bits) / 8;
    private readonly Tensor _b1 = zeros(Units);
    private readonly Tensor _w2 = randn(Bits, Units) / 8;
    private readonly Tensor _b2 = zeros(Bits);

    [Benchmark(Baseline = true)]
    public float PassEachConditional()
    {
        using var scope = NewDisposeScope();
        float sum = 0;
        for (int i = 0; i < Bits; i++)
        {
            using var step = NewDisposeScope();
            var hidden = relu(_x[.., ..i].mm(_w1[.., ..i].t()) + _b1); // [N, H]
            sum += (hidden.mv(_w2[i]) + _b2[i]).sum().item<float>();
        }
        return sum;
    }

    [Benchmark]
    public float OnePass()
    {
        using var scope = NewDisposeScope();
        return MaskedAutoregression.Logits(_x, _order, _degrees, _w1, _b1, _w2, _b2).sum().item<float>();
    }
}
