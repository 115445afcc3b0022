using BenchmarkDotNet.Attributes;

namespace Etudes.ML;

/// <summary>256 tables of 32 x 32, all at once against one table after the other.</summary>
public class MutualInformationBenchmark
{
    private readonly Tensor _joint = TorchSharp.torch.nn.functional.softmax(randn(256, 1024), 1).reshape(256, 32, 32);

    [Benchmark(Baseline = true)]
    public float TableByTable()
    {
        using var scope = NewDisposeScope();
        float sum = 0;
        for (int i = 0; i < 256; i++)
        {
            var p = _joint[i]; // [A, B]
            var product = p.sum(1).unsqueeze(1).mm(p.sum([0]).unsqueeze(0)); // [A, B]
            sum += (p * (p / product).log()).sum().item<float>();
        }
        return sum;
    }

    [Benchmark]
    public float AtOnce()
    {
        using var scope = NewDisposeScope();
        return MutualInformation.Information(_joint).sum().item<float>();
    }
}
