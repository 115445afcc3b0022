using System;
using System.Linq;
using TorchSharp;
using static TorchSharp.torch;

namespace Etudes.ML;

/// <summary>Deformable region of interest pooling: each bin is a bag of cells, whose weights have a
/// gradient to the bin's offset.</summary>
/// <remarks>
/// Time: O(C) per cell that a sample draws on, each box with as many samples as the one with the
/// most. Space: O(N C H W + K C binsHigh binsWide) and four weights per sample.
/// Source: <see href="https://arxiv.org/abs/1703.06211">Dai et al., Deformable Convolutional
/// Networks, 2017</see>.
/// </remarks>
public abstract partial class DeformablePool
{
    public static Tensor Pool(Tensor maps, Tensor boxes, Tensor offsets, double scale, int samples, double gamma)
    {
        if (maps.dim() != 4 || boxes.dim() != 2 || boxes.shape[1] != 5 || offsets.dim() != 4 || offsets.shape[0] != boxes.shape[0]
            || offsets.shape[1] != 2 || offsets.shape[2] < 1 || offsets.shape[3] < 1)
            throw new ArgumentException("expected the shapes [N, C, H, W], [K, 5] and [K, 2, binsHigh, binsWide]");
        if (!(scale > 0)) throw new ArgumentOutOfRangeException(nameof(scale));
        using var scope = NewDisposeScope();
        var (pictures, channels, height, width) = (maps.shape[0], maps.shape[1], maps.shape[2], maps.shape[3]);
        var (count, high, wide) = (offsets.shape[0], offsets.shape[2], offsets.shape[3]);
        var picture = boxes[.., 0].to(int64).reshape(count, 1, 1, 1, 1);
        if (!((boxes[.., 0] >= 0) & (boxes[.., 0] < pictures) & (boxes[.., 0] == boxes[.., 0].floor())).all().item<bool>()) throw new ArgumentOutOfRangeException(nameof(boxes), $"there are {pictures} pictures");

        var sides = boxes.to(float64).reshape(count, 5, 1, 1) * scale; // [K, 5, 1, 1]
        var moves = offsets.to(float64) * gamma; // [K, 2, binsHigh, binsWide]
        var i = arange(high, dtype: float64, device: offsets.device).unsqueeze(1) / high; // [binsHigh, 1]
        var j = arange(wide, dtype: float64, device: offsets.device) / wide; // [binsWide]
        var (rows, ofRows) = Axis(sides[.., 2], sides[.., 4], i + moves[.., 1], high, samples, height); // [K, binsHigh, binsWide, r]
        var (columns, ofColumns) = Axis(sides[.., 1], sides[.., 3], j + moves[.., 0], wide, samples, width); // [K, binsHigh, binsWide, c]
        var cells = (picture * height + rows.unsqueeze(4)) * width + columns.unsqueeze(3); // [K, binsHigh, binsWide, r, c]
        var weights = (ofRows.unsqueeze(4) * ofColumns.unsqueeze(3)).to(maps.dtype);

        var features = maps.permute(0, 2, 3, 1).reshape(pictures * height * width, channels).contiguous(); // [N * H * W, C], a cell in one piece
        using var bags = nn.EmbeddingBag_from_pretrained(features, freeze: !features.requires_grad, mode: EmbeddingBagMode.Sum);
        var pooled = bags.call(cells.flatten(3).flatten(0, 2), null, weights.flatten(3).flatten(0, 2)); // [K * binsHigh * binsWide, C]
        return pooled.reshape(count, high, wide, channels).permute(0, 3, 1, 2).MoveToOuterDisposeScope(); // [K, C, binsHigh, binsWide]
    }

    /// <summary>The cells on both sides of the samples of each bin, on one axis, and their weights.
    /// Bins begin at a part of their box, [K, binsHigh, binsWide].</summary>
    private static (Tensor Cells, Tensor Weights) Axis(Tensor from, Tensor to, Tensor begins, long bins, int samples, long length)
    {
        var size = (to - from).unsqueeze(3); // [K, 1, 1, 1]
        var each = samples > 0 ? full_like(size, samples) : (size / bins).ceil().clamp_min(0);
        long most = samples > 0 || each.numel() == 0 ? Math.Max(samples, 1) : Math.Max((long)each.max().item<double>(), 1);
        var s = arange(most, dtype: float64, device: size.device); // [most]
        var share = 1 / each.clamp_min(1); // where a box has fewer samples than most, the others count nothing
        var at = from.unsqueeze(3) - 0.5 + size * (begins.unsqueeze(3) + (s + 0.5) * share / bins); // [K, binsHigh, binsWide, most]
        var counts = (s < each) & (at >= -1) & (at <= length);
        at = at.clamp(0, length - 1);
        var below = at.detach().floor();
        var above = (below + 1).clamp_max(length - 1);
        return (cat([below, above], 3).to(int64), cat([1 - (at - below), at - below], 3) * cat([counts, counts], 3) * share);
    }
}
