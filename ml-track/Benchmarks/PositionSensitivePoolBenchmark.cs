using BenchmarkDotNet.Attributes;
using static TorchSharp.torch.nn.functional;

namespace Etudes.ML;

/// <summary>300 boxes on 490 maps of 50 x 50 cells, 10 classes of 7 x 7 bins, against an integral
/// image with four lookups per bin.</summary>
public class PositionSensitivePoolBenchmark
{
    private readonly Tensor _maps = randn(1, 490, 50, 50), _boxes, _plane = arange(490).reshape(10, 7, 7);
    private readonly Tensor[] _edges; // top and bottom [300, 1, 7, 1], left and right [300, 1, 1, 7]

    public PositionSensitivePoolBenchmark()
    {
        var random = new Random(1);
        int[][] corners = [.. Enumerable.Range(0, 300).Select(_ =>
        {
            int x = random.Next(40), y = random.Next(40);
            return new[] { 0, x, y, random.Next(x, 50), random.Next(y, 50) };
        })];
        _boxes = tensor(corners.SelectMany(box => box.Select(x => (float)x)).ToArray(), 300, 5);
        Tensor Edges(int from, int more) => tensor(corners.SelectMany(box => Enumerable.Range(0, 7)
            .Select(i => box[from] + ((i + more) * Math.Max(box[from + 2] - box[from], 1) + 6 * more) / 7L)).ToArray());
        _edges = [Edges(2, 0).reshape(300, 1, 7, 1), Edges(2, 1).reshape(300, 1, 7, 1), Edges(1, 0).reshape(300, 1, 1, 7), Edges(1, 1).reshape(300, 1, 1, 7)];
    }

    [Benchmark(Baseline = true)]
    public long IntegralImage()
    {
        using var scope = NewDisposeScope();
        var (top, bottom, left, right) = (_edges[0], _edges[1], _edges[2], _edges[3]);
        var sums = pad(_maps.to(float64).cumsum(3).cumsum(2), [1, 0, 1, 0]).flatten(); // [490 * 51 * 51]
        Tensor At(Tensor y, Tensor x) => sums.take((_plane * 51 + y) * 51 + x); // [300, 10, 7, 7]
        var sum = At(bottom, right) - At(top, right) - At(bottom, left) + At(top, left);
        return (sum / ((bottom - top) * (right - left))).to(float32).numel();
    }

    [Benchmark]
    public long CellByCell()
    {
        using var scope = NewDisposeScope();
        return PositionSensitivePool.Pool(_maps, _boxes, 7, 1).numel();
    }
}
