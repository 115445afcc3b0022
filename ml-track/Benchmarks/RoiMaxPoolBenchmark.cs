using BenchmarkDotNet.Attributes;
using static TorchSharp.torch.nn.functional;

namespace Etudes.ML;

/// <summary>300 boxes on 256 channels of 50 x 50 cells, 7 x 7 bins, against a slice and an adaptive
/// pooling per box (which is wrong where boxes leave the map).</summary>
public class RoiMaxPoolBenchmark
{
    private readonly Tensor _maps = randn(1, 256, 50, 50);
    private readonly Tensor _boxes;
    private readonly int[][] _corners;

    public RoiMaxPoolBenchmark()
    {
        var random = new Random(1);
        _corners = [.. Enumerable.Range(0, 300).Select(_ =>
        {
            int x = random.Next(40), y = random.Next(40);
            return new[] { 0, x, y, random.Next(x, 50), random.Next(y, 50) };
        })];
        _boxes = tensor(_corners.SelectMany(box => box.Select(x => (float)x)).ToArray(), 300, 5);
    }

    [Benchmark(Baseline = true)]
    public long AdaptivePoolingABox()
    {
        using var scope = NewDisposeScope();
        var each = _corners.Select(b => adaptive_max_pool2d(_maps[.., .., b[2]..(b[4] + 1), b[1]..(b[3] + 1)], [7, 7]));
        return cat([.. each]).numel();
    }

    [Benchmark]
    public long Roi()
    {
        using var scope = NewDisposeScope();
        return RoiMaxPool.Pool(_maps, _boxes, 7, 7, 1).numel();
    }
}
