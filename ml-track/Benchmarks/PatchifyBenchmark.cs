using BenchmarkDotNet.Attributes;
using static TorchSharp.torch.nn.functional;

namespace Etudes.ML;

/// <summary>64 pictures of 224 x 224 in patches of 16 x 16, against the library's unfold, whose order is another.</summary>
public class PatchifyBenchmark
{
    private readonly Tensor _images = rand(64, 3, 224, 224);

    [Benchmark(Baseline = true)]
    public long Unfold()
    {
        using var scope = NewDisposeScope();
        var columns = unfold(_images, 16, stride: 16); // [64, 3 * 16 * 16, 196]
        return columns.reshape(64, 3, 256, 196).permute(0, 3, 2, 1).reshape(64, 196, 768).numel();
    }

    [Benchmark]
    public long ReshapePermute()
    {
        using var scope = NewDisposeScope();
        return Patchify.ToPatches(_images, 16).numel();
    }
}
