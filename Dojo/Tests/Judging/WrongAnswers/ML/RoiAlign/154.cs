// Four cells are gathered for every pair of samples, padded to the box with the most and wherever they lie, instead of O(C) per cell that a bin draws on; shows in memory and time for many samples per bin or for samples = 0 with a box far larger than the map, alone or among small ones.
using System;
using TorchSharp;
using static TorchSharp.torch;

namespace Etudes.ML;

public abstract class RoiAlign : IRoiAlign
{
    public static Tensor Pool(Tensor maps, Tensor boxes, int binsHigh, int binsWide, double scale, int samples, bool aligned)
    {
        if (maps.dim() != 4 || boxes.dim() != 2 || boxes.shape[1] != 5)
            throw new ArgumentException("expected maps [N, C, H, W] and boxes [K, 5]");
        if (!IsReal(maps) || !IsReal(boxes))
            throw new ArgumentException("expected float32 or float64");
        if (binsHigh < 1) throw new ArgumentOutOfRangeException(nameof(binsHigh));
        if (binsWide < 1) throw new ArgumentOutOfRangeException(nameof(binsWide));
        if (!(scale > 0)) throw new ArgumentOutOfRangeException(nameof(scale));

        using var scope = NewDisposeScope();
        var (n, c, h, w) = (maps.shape[0], maps.shape[1], maps.shape[2], maps.shape[3]);
        var k = boxes.shape[0];
        var b = boxes.detach().to_type(ScalarType.Float64);
        var picture = b.select(1, 0);
        if (!(picture >= 0).logical_and(picture < n).all().item<bool>())
            throw new ArgumentOutOfRangeException(nameof(boxes), "no such picture");
        if (k == 0 || h == 0 || w == 0)
            return (maps.sum() * 0).expand(k, c, binsHigh, binsWide).MoveToOuterDisposeScope();

        var rows = Axis(b.select(1, 2), b.select(1, 4), binsHigh, h, scale, samples, aligned);
        var columns = Axis(b.select(1, 1), b.select(1, 3), binsWide, w, scale, samples, aligned);

        // [K, binsHigh, binsWide, rows of a bin, columns of a bin]
        var y = rows.Cells.unsqueeze(2).unsqueeze(4);
        var x = columns.Cells.unsqueeze(1).unsqueeze(3);
        var cell = (picture.to_type(ScalarType.Int64).reshape(k, 1, 1, 1, 1) * h + y) * w + x;
        var share = rows.Shares.unsqueeze(2).unsqueeze(4) * columns.Shares.unsqueeze(1).unsqueeze(3);

        var bins = k * binsHigh * binsWide;
        var draws = cell.shape[3] * cell.shape[4];
        var table = maps.permute(0, 2, 3, 1).reshape(n * h * w, c);
        var values = table.index_select(0, cell.reshape(-1)).reshape(bins, draws, c);
        var means = share.to_type(maps.dtype).reshape(bins, 1, draws).bmm(values);
        return means.reshape(k, binsHigh, binsWide, c).permute(0, 3, 1, 2).contiguous().MoveToOuterDisposeScope();
    }

    private static bool IsReal(Tensor t) => t.dtype == ScalarType.Float32 || t.dtype == ScalarType.Float64;

    // The two cells beside each sample of each bin on one axis, and their shares in the bin's mean.
    private static (Tensor Cells, Tensor Shares) Axis(Tensor low, Tensor high, int bins, long cells, double scale, int samples, bool aligned)
    {
        var start = (low * scale - (aligned ? 0.5 : 0.0)).reshape(-1, 1, 1);
        var size = ((high - low) * scale).reshape(-1, 1, 1);
        if (!aligned) size = size.clamp_min(1);
        var count = samples > 0 ? ones_like(size) * samples : (size / bins).ceil().clamp_min(0);
        var per = count.clamp_min(1);
        var most = Math.Max((long)count.max().ToDouble(), 1);
        var bin = arange(bins, dtype: start.dtype, device: start.device).reshape(1, -1, 1);
        var s = arange(most, dtype: start.dtype, device: start.device).reshape(1, 1, -1);

        var position = start + (bin + (s + 0.5) / per) * (size / bins);
        var counts = (s < count).logical_and(position >= -1).logical_and(position <= cells);
        var share = counts.to_type(start.dtype) / per;

        position = position.clamp(0, cells - 1);
        var below = position.floor();
        var part = position - below;
        var lower = below.to_type(ScalarType.Int64);
        var upper = (lower + 1).clamp_max(cells - 1);
        return (cat(new[] { lower, upper }, 2), cat(new[] { (1 - part) * share, part * share }, 2));
    }
}
