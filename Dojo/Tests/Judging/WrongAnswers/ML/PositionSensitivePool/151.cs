// The softmax of the vote subtracts the largest score of all boxes instead of each box's own; shows for two boxes whose scores differ by more than 104 (float32) or 746 (float64), e.g. 1e4 and 0: the lower one becomes 0 / 0 = NaN.
using System;
using TorchSharp;
using static TorchSharp.torch;

namespace Etudes.ML;

public abstract class PositionSensitivePool : IPositionSensitivePool
{
    public static Tensor Pool(Tensor maps, Tensor boxes, int bins, double scale)
    {
        if (bins < 1) throw new ArgumentOutOfRangeException(nameof(bins));
        if (!(scale > 0)) throw new ArgumentOutOfRangeException(nameof(scale));
        var square = (long)bins * bins;
        if (maps.dim() != 4 || maps.shape[1] < square || maps.shape[1] % square != 0)
            throw new ArgumentException("expected maps [N, C * bins * bins, H, W]", nameof(maps));
        if (boxes.dim() != 2 || boxes.shape[1] != 5)
            throw new ArgumentException("expected boxes [K, 5]", nameof(boxes));
        if (!IsReal(maps) || !IsReal(boxes))
            throw new ArgumentException("expected float32 or float64");

        using var scope = NewDisposeScope();
        var (n, depth, h, w) = (maps.shape[0], maps.shape[1], maps.shape[2], maps.shape[3]);
        var (k, classes) = (boxes.shape[0], depth / square);
        var b = boxes.detach().to_type(ScalarType.Float64);
        var picture = b.select(1, 0);
        if (!(picture >= 0).logical_and(picture < n).all().item<bool>())
            throw new ArgumentOutOfRangeException(nameof(boxes), "no such picture");
        if (k == 0)
            return (maps.sum() * 0).expand(k, classes, bins, bins).MoveToOuterDisposeScope();

        var (top, bottom) = Edges(b.select(1, 2), b.select(1, 4), bins, h, scale);
        var (left, right) = Edges(b.select(1, 1), b.select(1, 3), bins, w, scale);

        // sums[y, x] is the sum of all cells above y and left of x, in double.
        var sums = maps.to_type(ScalarType.Float64).cumsum(2).cumsum(3);
        sums = cat(new[] { zeros(new[] { n, depth, 1, w }, dtype: ScalarType.Float64, device: maps.device), sums }, 2);
        sums = cat(new[] { zeros(new[] { n, depth, h + 1, 1 }, dtype: ScalarType.Float64, device: maps.device), sums }, 3);
        var flat = sums.reshape(-1);
        var image = picture.to_type(ScalarType.Int64);

        top = top.reshape(k, 1, bins, 1);
        bottom = bottom.reshape(k, 1, bins, 1);
        left = left.reshape(k, 1, 1, bins);
        right = right.reshape(k, 1, 1, bins);
        var channel = arange(depth, dtype: ScalarType.Int64, device: maps.device).reshape(1, classes, bins, bins);
        var plane = (image.reshape(k, 1, 1, 1) * depth + channel) * (h + 1);
        Tensor At(Tensor y, Tensor x) =>
            flat.index_select(0, ((plane + y) * (w + 1) + x).reshape(-1)).reshape(k, classes, bins, bins);
        var total = At(bottom, right) - At(top, right) - At(bottom, left) + At(top, left);
        var area = (bottom - top) * (right - left);
        return (total / area.clamp_min(1)).to_type(maps.dtype).MoveToOuterDisposeScope();
    }

    public static Tensor Vote(Tensor pooled)
    {
        if (pooled.dim() != 4 || pooled.shape[1] < 1 || pooled.shape[2] < 1 || pooled.shape[2] != pooled.shape[3])
            throw new ArgumentException("expected [K, C, bins, bins]", nameof(pooled));

        using var scope = NewDisposeScope();
        var scores = pooled.mean([2, 3]);
        if (scores.numel() == 0)
            return scores.MoveToOuterDisposeScope();
        var odds = (scores - scores.max().detach()).exp();
        return (odds / odds.sum(1, keepdim: true)).MoveToOuterDisposeScope();
    }

    private static bool IsReal(Tensor t) => t.dtype == ScalarType.Float32 || t.dtype == ScalarType.Float64;

    // The first cell of each bin on one axis and the one after its last, [K, bins], cut to the map.
    private static (Tensor Begin, Tensor End) Edges(Tensor low, Tensor high, int bins, long cells, double scale)
    {
        var start = Nearest(low * scale).unsqueeze(1);
        var size = (Nearest(high * scale).unsqueeze(1) - start).clamp_min(1);
        var i = arange(bins, dtype: start.dtype, device: start.device);
        var begin = start + (i * size / bins).floor();
        var end = start + ((i + 1) * size / bins).ceil();
        return (begin.clamp(0, cells).to_type(ScalarType.Int64), end.clamp(0, cells).to_type(ScalarType.Int64));
    }

    private static Tensor Nearest(Tensor t)
    {
        var whole = t.trunc();
        return whole + ((t - whole).abs() >= 0.5).to_type(t.dtype) * t.sign();
    }
}
