using BenchmarkDotNet.Attributes;
using static TorchSharp.torch.nn.functional;

namespace Etudes.ML;

/// <summary>64 channels of 64 x 64 cells and 64 kernels of 3 x 3, against a grid_sample and a 1 x 1 convolution for each kernel point.</summary>
public class DeformableConvBenchmark
{
    private readonly Tensor _maps = randn(1, 64, 64, 64), _offsets = randn(1, 18, 64, 64), _weight = randn(64, 64, 3, 3);

    [Benchmark(Baseline = true)]
    public long OneKernelPointAtATime()
    {
        using var scope = NewDisposeScope();
        var place = arange(64, dtype: float32);
        var each = Enumerable.Range(0, 9).Select(k =>
        {
            var y = _offsets[.., 2 * k] + place.unsqueeze(1) + (k / 3 - 1); // [1, 64, 64]
            var x = _offsets[.., 2 * k + 1] + place + (k % 3 - 1);
            var grid = stack([(2 * x + 1) / 64 - 1, (2 * y + 1) / 64 - 1], -1);
            return conv2d(grid_sample(_maps, grid, align_corners: false), _weight[.., .., (k / 3)..(k / 3 + 1), (k % 3)..(k % 3 + 1)]);
        });
        return each.Aggregate((x, y) => x + y).numel();
    }

    [Benchmark]
    public long AllKernelPointsAtOnce()
    {
        using var scope = NewDisposeScope();
        return DeformableConv.Convolve(_maps, _offsets, _weight, (1, 1), (1, 1), (1, 1)).numel();
    }
}
