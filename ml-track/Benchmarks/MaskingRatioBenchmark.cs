using BenchmarkDotNet.Attributes;

namespace Etudes.ML;

/// <summary>A batch of 256 pictures of 196 patches, three quarters masked, against one random
/// permutation per picture.</summary>
public class MaskingRatioBenchmark
{
    private readonly Tensor _noise = rand(256, 196);

    [Benchmark(Baseline = true)]
    public long PermutationEach()
    {
        using var scope = NewDisposeScope();
        var shuffle = stack(Enumerable.Range(0, 256).Select(_ => randperm(196)).ToArray()); // [256, 196]
        var restore = zeros_like(shuffle).scatter(1, shuffle, arange(196).expand(256, 196));
        return (restore >= 49).sum().item<long>();
    }

    [Benchmark]
    public float Argsort()
    {
        using var scope = NewDisposeScope();
        return MaskingRatio.Mask(_noise, 0.75).Mask.sum().item<float>();
    }
}
