using BenchmarkDotNet.Attributes;

namespace Etudes.ML;

/// <summary>100 boxes on 64 channels of 50 x 50 cells, 7 x 7 bins of 2 x 2 samples, against the four corners of every sample gathered and mixed (boxes inside the map).</summary>
public class DeformablePoolBenchmark
{
    private readonly Tensor _maps = randn(1, 64, 50, 50);
    private readonly Tensor _offsets = randn(100, 2, 7, 7);
    private readonly Tensor _boxes;

    public DeformablePoolBenchmark()
    {
        var random = new Random(1);
        var corners = Enumerable.Range(0, 100).Select(_ =>
        {
            int x = random.Next(5, 35), y = random.Next(5, 35);
            return new float[] { 0, x, y, random.Next(x, 45), random.Next(y, 45) };
        });
        _boxes = tensor(corners.SelectMany(box => box).ToArray(), 100, 5);
    }

    [Benchmark(Baseline = true)]
    public long FourCorners()
    {
        using var scope = NewDisposeScope();
        var steps = ((arange(14, float32) + 0.5) / 14).reshape(7, 2); // [bin, sample]
        Tensor At(int side, Tensor steps) // [100, 7, 7, 2, 2]
        {
            var (from, to) = (_boxes.narrow(1, side, 1).reshape(100, 1, 1, 1, 1), _boxes.narrow(1, side + 2, 1).reshape(100, 1, 1, 1, 1));
            return (from - 0.5 + (to - from) * (steps + 0.1 * _offsets[.., side - 1].reshape(100, 7, 7, 1, 1))).clamp(0, 48.999);
        }
        var (x, y) = (At(1, steps.reshape(1, 7, 1, 2)), At(2, steps.reshape(7, 1, 2, 1)));
        var (column, row) = (x.floor(), y.floor());
        var map = _maps[0].flatten(1); // [64, 2500]
        Tensor Corner(int down, int right)
        {
            var cells = map.index_select(1, ((row + down) * 50 + column + right).to(int64).flatten()).reshape(64, 100, 7, 7, 2, 2);
            return cells * (1 - (row + down - y).abs()) * (1 - (column + right - x).abs());
        }
        return (Corner(0, 0) + Corner(0, 1) + Corner(1, 0) + Corner(1, 1)).mean([4, 5]).numel();
    }

    [Benchmark]
    public long Bags()
    {
        using var scope = NewDisposeScope();
        return DeformablePool.Pool(_maps, _boxes, _offsets, 1, 2, 0.1).numel();
    }
}
