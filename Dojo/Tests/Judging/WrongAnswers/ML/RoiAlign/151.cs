// A sample exactly at -1 or at L counts as outside and gives 0, though only one below -1 or beyond L does; shows where a sample falls exactly on -1 or on L.
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

        // One entry for each cell that a bin draws on, all bins after one another.
        var counts = (rows.Length.unsqueeze(2) * columns.Length.unsqueeze(1)).reshape(-1);
        var bins = counts.shape[0];
        var bin = arange(bins, dtype: ScalarType.Int64, device: maps.device).repeat_interleave(counts);
        var total = bin.shape[0];
        var place = arange(total, dtype: ScalarType.Int64, device: maps.device)
            - (counts.cumsum(0) - counts).index_select(0, bin);

        Tensor OfEntry(Tensor ofBin) => ofBin.expand(k, binsHigh, binsWide).reshape(-1).index_select(0, bin);
        var row = OfEntry(arange(k * binsHigh, dtype: ScalarType.Int64, device: maps.device).reshape(k, binsHigh, 1));
        var column = OfEntry(arange(k * binsWide, dtype: ScalarType.Int64, device: maps.device).reshape(k, 1, binsWide));
        var image = OfEntry(picture.to_type(ScalarType.Int64).reshape(k, 1, 1));

        var wide = columns.Length.reshape(-1).index_select(0, column);
        var x = place.remainder(wide);
        var y = ((place - x).to_type(ScalarType.Float64) / wide).to_type(ScalarType.Int64);
        var share = rows.Shares.reshape(-1).index_select(0, row * rows.Shares.shape[2] + y)
            * columns.Shares.reshape(-1).index_select(0, column * columns.Shares.shape[2] + x);
        y = y + rows.First.reshape(-1).index_select(0, row);
        x = x + columns.First.reshape(-1).index_select(0, column);

        var table = maps.permute(0, 2, 3, 1).reshape(n * h * w, c);
        var drawn = table.index_select(0, (image * h + y) * w + x) * share.to_type(maps.dtype).unsqueeze(1);
        var sums = zeros(new[] { bins, c }, dtype: maps.dtype, device: maps.device)
            .scatter_add(0, bin.unsqueeze(1).expand(total, c), drawn);
        return sums.reshape(k, binsHigh, binsWide, c).permute(0, 3, 1, 2).contiguous().MoveToOuterDisposeScope();
    }

    private static bool IsReal(Tensor t) => t.dtype == ScalarType.Float32 || t.dtype == ScalarType.Float64;

    // For each bin of each box on one axis: the first cell that it draws on, how many there are, and
    // the share of each of them in the bin's mean.
    private static (Tensor First, Tensor Length, Tensor Shares) Axis(Tensor low, Tensor high, int bins, long cells, double scale, int samples, bool aligned)
    {
        var start = (low * scale - (aligned ? 0.5 : 0.0)).reshape(-1, 1, 1);
        var size = ((high - low) * scale).reshape(-1, 1, 1);
        if (!aligned) size = size.clamp_min(1);
        var count = samples > 0 ? ones_like(size) * samples : (size / bins).ceil().clamp_min(0);
        var per = count.clamp_min(1);
        var bin = arange(bins, dtype: start.dtype, device: start.device).reshape(1, -1, 1);

        // Only the samples near the map are looked at, with one to spare on each side.
        var step = size / bins / per;
        var origin = start + (bin + per.reciprocal() * 0.5) * (size / bins);
        var toLow = -(origin + 1) / step;
        var toHigh = -(origin - cells) / step;
        var still = step.eq(0);
        var begin = where(still, zeros_like(origin), minimum(toLow, toHigh).floor() - 1).clamp_min(0);
        var end = minimum(where(still, count - 1, maximum(toLow, toHigh).ceil() + 1), count - 1);
        var window = (end - begin + 1).clamp_min(0);
        begin = where(window > 0, begin, zeros_like(begin));
        var most = Math.Max((long)window.max().ToDouble(), 1);

        var s = begin + arange(most, dtype: start.dtype, device: start.device);
        var position = start + (bin + (s + 0.5) / per) * (size / bins);
        var counts = (s < begin + window).logical_and(position > -1).logical_and(position < cells);
        var share = counts.to_type(start.dtype) / per;

        position = position.clamp(0, cells - 1);
        var below = position.floor();
        var part = position - below;
        var lower = below.to_type(ScalarType.Int64);
        var upper = (lower + 1).clamp_max(cells - 1);

        var first = where(counts, lower, ones_like(lower) * (cells - 1)).min(2).values;
        var last = where(counts, upper, ones_like(upper) * -1).max(2).values;
        var length = (last - first + 1).clamp_min(0);
        var longest = Math.Max(length.max().item<long>(), 1);
        var offset = first.unsqueeze(2);
        var shares = zeros(new[] { size.shape[0], bins, longest }, dtype: start.dtype, device: start.device)
            .scatter_add(2, (lower - offset).clamp(0, longest - 1), (1 - part) * share)
            .scatter_add(2, (upper - offset).clamp(0, longest - 1), part * share);
        return (first, length, shares);
    }
}
