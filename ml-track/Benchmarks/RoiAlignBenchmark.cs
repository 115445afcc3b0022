using BenchmarkDotNet.Attributes;
using static TorchSharp.torch.nn.functional;

namespace Etudes.ML;

/// <summary>300 boxes on 256 channels of 50 x 50 cells, 7 x 7 bins of 2 x 2 samples, against one grid_sample of all the points and a mean.</summary>
public class RoiAlignBenchmark
{
    private readonly Tensor _maps = randn(1, 256, 50, 50);
    private readonly Tensor _boxes;

    public RoiAlignBenchmark()
    {
        var random = new Random(1);
        var corners = Enumerable.Range(0, 300).Select(_ =>
        {
            int x = random.Next(40), y = random.Next(40);
            return new float[] { 0, x, y, random.Next(x, 50), random.Next(y, 50) };
        });
        _boxes = tensor(corners.SelectMany(box => box).ToArray(), 300, 5);
    }

    [Benchmark(Baseline = true)]
    public long GridSample()
    {
        using var scope = NewDisposeScope();
        var steps = (arange(14, float32) + 0.5) / 14; // [14]
        Tensor At(int side) => lerp(_boxes.narrow(1, side, 1), _boxes.narrow(1, side + 2, 1), steps) / 25 - 1; // [300, 14]
        var (x, y) = (At(1).unsqueeze(1).expand(300, 14, 14), At(2).unsqueeze(2).expand(300, 14, 14));
        var grid = stack([x, y], -1).reshape(1, 300 * 14, 14, 2);
        return avg_pool2d(grid_sample(_maps, grid, padding_mode: GridSamplePaddingMode.Border, align_corners: false), 2).numel();
    }

    [Benchmark]
    public long Roi()
    {
        using var scope = NewDisposeScope();
        return RoiAlign.Pool(_maps, _boxes, 7, 7, 1, 2, aligned: true).numel();
    }
}
