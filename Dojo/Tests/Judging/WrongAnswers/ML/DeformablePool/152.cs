// Every box is sampled as often as the box with the most, at other points than its own; shows for samples = 0 with boxes of different sizes in one call.
using System;
using TorchSharp;
using static TorchSharp.torch;

namespace Etudes.ML;

public abstract class DeformablePool : IDeformablePool
{
    public static Tensor Pool(Tensor maps, Tensor boxes, Tensor offsets, double scale, int samples, double gamma)
    {
        if (maps.dim() != 4 || boxes.dim() != 2 || boxes.shape[1] != 5)
            throw new ArgumentException("expected maps [N, C, H, W] and boxes [K, 5]");
        if (offsets.dim() != 4 || offsets.shape[0] != boxes.shape[0] || offsets.shape[1] != 2
            || offsets.shape[2] < 1 || offsets.shape[3] < 1)
            throw new ArgumentException("expected offsets [K, 2, binsHigh, binsWide]", nameof(offsets));
        if (!IsReal(maps) || !IsReal(boxes) || offsets.dtype != maps.dtype)
            throw new ArgumentException("expected float32 or float64, and offsets like the maps");
        if (!(scale > 0)) throw new ArgumentOutOfRangeException(nameof(scale));

        using var scope = NewDisposeScope();
        var (n, c, h, w) = (maps.shape[0], maps.shape[1], maps.shape[2], maps.shape[3]);
        var (k, high, wide) = (boxes.shape[0], offsets.shape[2], offsets.shape[3]);
        var b = boxes.detach().to_type(ScalarType.Float64);
        var picture = b.select(1, 0);
        if (!(picture >= 0).logical_and(picture < n).all().item<bool>())
            throw new ArgumentOutOfRangeException(nameof(boxes), "no such picture");
        if (k == 0 || h == 0 || w == 0)
            return (maps.sum() * 0).expand(k, c, high, wide).MoveToOuterDisposeScope();

        var corner = b.narrow(1, 1, 2) * scale - 0.5;
        var extent = (b.narrow(1, 3, 2) - b.narrow(1, 1, 2)) * scale;
        var moves = offsets.to_type(ScalarType.Float64) * gamma;
        var ofRow = arange(high, dtype: ScalarType.Float64, device: maps.device).reshape(1, high, 1, 1);
        var ofColumn = arange(wide, dtype: ScalarType.Float64, device: maps.device).reshape(1, 1, wide, 1);
        var rows = Axis(corner.select(1, 1), extent.select(1, 1), ofRow, high, moves.select(1, 1), h, samples);
        var columns = Axis(corner.select(1, 0), extent.select(1, 0), ofColumn, wide, moves.select(1, 0), w, samples);

        // [K, binsHigh, binsWide, rows of a bin, columns of a bin]
        var image = picture.to_type(ScalarType.Int64);
        var inMap = rows.Cells.unsqueeze(4) * w + columns.Cells.unsqueeze(3);
        var share = (rows.Shares.unsqueeze(4) * columns.Shares.unsqueeze(3)).to_type(maps.dtype);
        var bins = k * high * wide;
        var draws = inMap.shape[3] * inMap.shape[4];

        var table = maps.permute(0, 2, 3, 1).reshape(n * h * w, c);
        var cell = image.reshape(k, 1, 1, 1, 1) * (h * w) + inMap;
        var values = table.index_select(0, cell.reshape(-1)).reshape(bins, draws, c);
        var means = share.reshape(bins, 1, draws).bmm(values);
        return means.reshape(k, high, wide, c).permute(0, 3, 1, 2).contiguous().MoveToOuterDisposeScope();
    }

    private static bool IsReal(Tensor t) => t.dtype == ScalarType.Float32 || t.dtype == ScalarType.Float64;

    // The two cells beside each sample of each bin on one axis, and their shares in the bin's mean,
    // both [K, binsHigh, binsWide, 2 * samples].
    private static (Tensor Cells, Tensor Shares) Axis(Tensor corner, Tensor extent, Tensor bin, long bins, Tensor moves, long cells, int samples)
    {
        var start = corner.reshape(-1, 1, 1, 1);
        var size = extent.reshape(-1, 1, 1, 1);
        var count = samples > 0 ? ones_like(size) * samples : (size / bins).ceil().clamp_min(0);
        var most = Math.Max((long)count.max().ToDouble(), 1);
        count = where(count > 0, ones_like(count) * most, count);
        var per = count.clamp_min(1);
        var s = arange(most, dtype: ScalarType.Float64, device: size.device);

        var position = start + size * ((bin + (s + 0.5) / per) / bins + moves.unsqueeze(3));
        var counts = (s < count).logical_and(position >= -1).logical_and(position <= cells);
        var share = counts.to_type(ScalarType.Float64) / per;

        position = where(counts, position, zeros_like(position)).clamp(0, cells - 1);
        var below = position.detach().floor();
        var part = position - below;
        var lower = below.to_type(ScalarType.Int64);
        var upper = (lower + 1).clamp_max(cells - 1);
        return (cat(new[] { lower, upper }, 3), cat(new[] { (1 - part) * share, part * share }, 3));
    }
}
