// Each sample is a sum over all H * W cells of the map (one-hot rows times columns) instead of over four corners; shows in time and memory on a map that is not small, such as 64 x 64 or 128 x 128.
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
        var flat = maps.reshape(n, offsetGroups, run, h * w).transpose(2, 3);
        var rowCells = arange(h, dtype: type, device: device);
        var columnCells = arange(w, dtype: type, device: device);
        var read = new Tensor[points];
        for (var k = 0L; k < points; k++)
        {
            var y = (moves.select(2, k).select(2, 0) + rows.select(0, k)).reshape(n, offsetGroups, places, 1);
            var x = (moves.select(2, k).select(2, 1) + columns.select(0, k)).reshape(n, offsetGroups, places, 1);
            var vertical = Hat(y, rowCells, type);
            var horizontal = Hat(x, columnCells, type);
            var shares = (vertical.unsqueeze(-1) * horizontal.unsqueeze(-2))
                .reshape(n, offsetGroups, places, h * w);
            read[k] = shares.matmul(flat).transpose(2, 3).reshape(n, c, places);
        }
        var samples = stack(read, 2);

        var kernels = weight.to(type).reshape(1, groups, d / groups, perGroup * points);
        var result = kernels.matmul(samples.reshape(n, groups, perGroup * points, places));
        return result.reshape(n, d, high, wide).MoveToOuterDisposeScope();
    }

    // how much of each cell a position takes along one axis, 0 for all but its two neighbours
    private static Tensor Hat(Tensor position, Tensor cells, ScalarType type)
    {
        var before = position.detach().floor();
        var share = position - before;
        return cells.eq(before).to(type) * (1 - share) + cells.eq(before + 1).to(type) * share;
    }
}
