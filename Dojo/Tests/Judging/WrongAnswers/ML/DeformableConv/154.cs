// The kernel's positions are added to the offsets in place, through views of the caller's tensor; shows when offsets of the maps' type, contiguous, are looked at after the call (and throws where they are a leaf that wants a gradient).
using System;
using TorchSharp;
using static TorchSharp.torch;

namespace Etudes.ML;

public abstract class DeformableConv : IDeformableConv
{
    public static Tensor Convolve(Tensor maps, Tensor offsets, Tensor weight,
        (int High, int Wide) stride, (int High, int Wide) padding, (int High, int Wide) dilation)
    {
        if (stride.High < 1 || stride.Wide < 1) throw new ArgumentOutOfRangeException(nameof(stride));
        if (padding.High < 0 || padding.Wide < 0) throw new ArgumentOutOfRangeException(nameof(padding));
        if (dilation.High < 1 || dilation.Wide < 1) throw new ArgumentOutOfRangeException(nameof(dilation));
        if (maps.dim() != 4 || offsets.dim() != 4 || weight.dim() != 4)
            throw new ArgumentException("Maps, offsets and weight have four dimensions each.");
        if (maps.numel() == 0 || offsets.numel() == 0 || weight.numel() == 0)
            throw new ArgumentException("A size is 0.");

        var (n, c, h, w) = (maps.shape[0], maps.shape[1], maps.shape[2], maps.shape[3]);
        var (d, perGroup, kh, kw) = (weight.shape[0], weight.shape[1], weight.shape[2], weight.shape[3]);
        var points = kh * kw;
        if (c % perGroup != 0 || d % (c / perGroup) != 0)
            throw new ArgumentException("The weight does not fit the channels.");
        var groups = c / perGroup;

        var roomHigh = h + 2L * padding.High - dilation.High * (kh - 1) - 1;
        var roomWide = w + 2L * padding.Wide - dilation.Wide * (kw - 1) - 1;
        if (roomHigh < 0 || roomWide < 0)
            throw new ArgumentException("The kernel is larger than the padded map.");
        var high = roomHigh / stride.High + 1;
        var wide = roomWide / stride.Wide + 1;
        var places = high * wide;

        if (offsets.shape[0] != n || offsets.shape[1] % (2 * points) != 0
            || offsets.shape[2] != high || offsets.shape[3] != wide)
            throw new ArgumentException("The offsets do not fit maps and weight.");
        var offsetGroups = offsets.shape[1] / (2 * points);
        if (c % offsetGroups != 0)
            throw new ArgumentException("The offset groups do not divide the channels.");
        var run = c / offsetGroups;

        using var scope = NewDisposeScope();
        var type = maps.dtype;
        var device = maps.device;

        // where the undisturbed kernel points read: [points, high, 1] and [points, 1, wide]
        var rows = (arange(kh, dtype: type, device: device) * dilation.High).reshape(kh, 1, 1, 1)
            .expand(kh, kw, 1, 1).reshape(points, 1, 1)
            + (arange(high, dtype: type, device: device) * stride.High - padding.High).reshape(1, high, 1);
        var columns = (arange(kw, dtype: type, device: device) * dilation.Wide).reshape(1, kw, 1, 1)
            .expand(kh, kw, 1, 1).reshape(points, 1, 1)
            + (arange(wide, dtype: type, device: device) * stride.Wide - padding.Wide).reshape(1, 1, wide);

        var moves = offsets.to(type).reshape(n, offsetGroups, points, 2, high, wide);
        var y = moves.select(3, 0).add_(rows).reshape(n, offsetGroups, points * places);
        var x = moves.select(3, 1).add_(columns).reshape(n, offsetGroups, points * places);
        var (top, left) = (y.detach().floor(), x.detach().floor());
        var (down, right) = (y - top, x - left);
        var flat = maps.reshape(n, offsetGroups, run, h * w);
        var samples = Corner(flat, top, left, (1 - down) * (1 - right), h, w)
            + Corner(flat, top, left + 1, (1 - down) * right, h, w)
            + Corner(flat, top + 1, left, down * (1 - right), h, w)
            + Corner(flat, top + 1, left + 1, down * right, h, w);

        var kernels = weight.to(type).reshape(1, groups, d / groups, perGroup * points);
        var result = kernels.matmul(samples.reshape(n, groups, perGroup * points, places));
        return result.reshape(n, d, high, wide).MoveToOuterDisposeScope();
    }

    // flat [N, G, run, h w]; the rest [N, G, samples]: the cells read, times their share
    private static Tensor Corner(Tensor flat, Tensor row, Tensor column, Tensor share, long h, long w)
    {
        var inside = (row >= 0).logical_and(row < h).logical_and(column >= 0).logical_and(column < w);
        var index = row.clamp(0, h - 1).to(ScalarType.Int64) * w + column.clamp(0, w - 1).to(ScalarType.Int64);
        var (n, groups, run, count) = (flat.shape[0], flat.shape[1], flat.shape[2], index.shape[2]);
        var cells = flat.gather(3, index.unsqueeze(2).expand(n, groups, run, count));
        return cells.masked_fill(inside.logical_not().unsqueeze(2), 0) * share.unsqueeze(2);
    }
}
