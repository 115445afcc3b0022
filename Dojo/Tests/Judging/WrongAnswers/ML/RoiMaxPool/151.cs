// An empty bin is recognised by its maximum of -infinity, so a bin on the map whose cells are all -infinity gives 0 instead of -infinity.
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

        // the cells of every bin in reading order; those behind its end do not count
        long deep = Longest(top, bottom), broad = Longest(left, right);
        var bins = (long)count * binsHigh * binsWide;
        var rows = tensor(top).reshape(count, binsHigh, 1, 1, 1) + arange(deep).reshape(1, 1, 1, deep, 1);
        var columns = tensor(left).reshape(count, 1, binsWide, 1, 1) + arange(broad).reshape(1, 1, 1, 1, broad);
        var below = rows >= tensor(bottom).reshape(count, binsHigh, 1, 1, 1);
        var beside = columns >= tensor(right).reshape(count, 1, binsWide, 1, 1);
        var outside = below.logical_or(beside);

        var picture = tensor(pictures).reshape(count, 1, 1, 1, 1);
        var index = ((picture * height + rows) * width + columns).masked_fill(outside, 0);

        var cells = flat.index_select(1, index.reshape(-1))
            .reshape(channels, bins, deep * broad)
            .masked_fill(outside.reshape(1, bins, deep * broad), double.NegativeInfinity);
        var best = cells.max(2).values;
        best = best.masked_fill(best.eq(double.NegativeInfinity), 0);
        return best.reshape(channels, count, binsHigh, binsWide)
            .permute(1, 0, 2, 3)
            .contiguous()
            .MoveToOuterDisposeScope();
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

    private static long Longest(long[] first, long[] end)
    {
        var longest = 1L;
        for (var i = 0; i < first.Length; i++)
            longest = Math.Max(longest, end[i] - first[i]);
        return longest;
    }
}
