// The bins are pooled in a loop, a few operations of libtorch each, so a grid of many bins takes many more operations than one of few.
using System;
using TorchSharp;
using static TorchSharp.torch;

namespace Etudes.ML;

public abstract class RoiMaxPool : IRoiMaxPool
{
    public static Tensor Pool(Tensor maps, Tensor boxes, int binsHigh, int binsWide, double scale)
    {
        if (maps.shape.Length != 4)
            throw new ArgumentException("The maps are not [N, C, H, W].", nameof(maps));
        if (boxes.shape.Length != 2 || boxes.shape[1] != 5)
            throw new ArgumentException("The boxes are not [K, 5].", nameof(boxes));
        ArgumentOutOfRangeException.ThrowIfLessThan(binsHigh, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(binsWide, 1);
        if (!(scale > 0))
            throw new ArgumentOutOfRangeException(nameof(scale));

        long n = maps.shape[0], channels = maps.shape[1], height = maps.shape[2], width = maps.shape[3];
        var count = (int)boxes.shape[0];

        using var scope = NewDisposeScope();
        var numbers = Read(boxes);
        var pictures = new long[count];
        for (var k = 0; k < count; k++)
        {
            if (!(numbers[5 * k] >= 0 && numbers[5 * k] <= n - 1))
                throw new ArgumentOutOfRangeException(nameof(boxes), "There is no such picture.");
            pictures[k] = (long)numbers[5 * k];
        }

        // no box or no cell: nothing but zeros, which still hang on the maps
        if (count == 0 || maps.numel() == 0)
        {
            var nothing = zeros(new long[] { count, channels, binsHigh, binsWide }, dtype: maps.dtype);
            return (nothing + maps.sum()).MoveToOuterDisposeScope();
        }

        var (top, bottom) = Bins(numbers, 2, 4, binsHigh, height, scale);
        var (left, right) = Bins(numbers, 1, 3, binsWide, width, scale);
        var flat = maps.permute(1, 0, 2, 3).reshape(channels, n * height * width);

        // bin (i, j) of all boxes together: the table of cells stays small
        var grid = new Tensor[binsHigh * binsWide];
        for (var i = 0; i < binsHigh; i++)
        {
            for (var j = 0; j < binsWide; j++)
                grid[i * binsWide + j] = PoolBin(i, j);
        }
        return stack(grid, 2)
            .reshape(channels, count, binsHigh, binsWide)
            .permute(1, 0, 2, 3)
            .contiguous()
            .MoveToOuterDisposeScope();

        Tensor PoolBin(int i, int j)
        {
            using var round = NewDisposeScope();
            long deep = 1, broad = 1;
            for (var k = 0; k < count; k++)
            {
                deep = Math.Max(deep, bottom[k * binsHigh + i] - top[k * binsHigh + i]);
                broad = Math.Max(broad, right[k * binsWide + j] - left[k * binsWide + j]);
            }

            // in reading order; a short bin repeats its last row and column
            var index = new long[count * deep * broad];
            var empty = new bool[count];
            for (var k = 0; k < count; k++)
            {
                long y = top[k * binsHigh + i], yEnd = bottom[k * binsHigh + i];
                long x = left[k * binsWide + j], xEnd = right[k * binsWide + j];
                empty[k] = y >= yEnd || x >= xEnd;
                if (empty[k])
                    continue;
                var at = k * deep * broad;
                for (long a = 0; a < deep; a++)
                {
                    var row = pictures[k] * height + Math.Min(y + a, yEnd - 1);
                    for (long b = 0; b < broad; b++)
                        index[at++] = row * width + Math.Min(x + b, xEnd - 1);
                }
            }

            var cells = flat.index_select(1, tensor(index)).reshape(channels, count, deep * broad);
            return cells.max(2).values.masked_fill(tensor(empty), 0).MoveToOuterDisposeScope();
        }
    }

    private static double[] Read(Tensor boxes)
    {
        if (boxes.numel() == 0)
            return Array.Empty<double>();
        return boxes.detach().to(ScalarType.Float64).contiguous().data<double>().ToArray();
    }

    // the first cell of each bin on one axis, and the one after its last, box by box
    private static (long[] First, long[] End) Bins(double[] numbers, int low, int high, int bins, long cells, double scale)
    {
        var count = numbers.Length / 5;
        var first = new long[count * bins];
        var end = new long[count * bins];
        for (var k = 0; k < count; k++)
        {
            var start = Nearest(numbers[5 * k + low] * scale);
            var size = Math.Max(Nearest(numbers[5 * k + high] * scale) - start + 1, 1L);
            for (long i = 0; i < bins; i++)
            {
                first[k * bins + i] = Math.Clamp(start + i * size / bins, 0L, cells);
                end[k * bins + i] = Math.Clamp(start + ((i + 1) * size + bins - 1) / bins, 0L, cells);
            }
        }
        return (first, end);
    }

    private static long Nearest(double t) =>
        (long)Math.Clamp(Math.Round(t, MidpointRounding.AwayFromZero), -1e15, 1e15);
}
