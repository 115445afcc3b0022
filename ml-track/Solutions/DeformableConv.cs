using System;
using System.Linq;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace Etudes.ML;

/// <summary>Deformable convolution: all kernel points are read by one grid_sample, then weighed by
/// one matrix product per group.</summary>
/// <remarks>
/// Time: O(N C kh kw high wide (1 + D / groups)). Space: O(N C kh kw high wide), the samples.
/// Both steps have gradients, so autograd does the rest.
/// Source: <see href="https://arxiv.org/abs/1703.06211">Dai et al., Deformable Convolutional
/// Networks, 2017, section 2.1</see>.
/// </remarks>
public abstract partial class DeformableConv
{
    public static Tensor Convolve(Tensor maps, Tensor offsets, Tensor weight,
        (int High, int Wide) stride, (int High, int Wide) padding, (int High, int Wide) dilation)
    {
        if (Math.Min(stride.High, stride.Wide) < 1) throw new ArgumentOutOfRangeException(nameof(stride), stride, "expected at least 1");
        if (Math.Min(padding.High, padding.Wide) < 0) throw new ArgumentOutOfRangeException(nameof(padding), padding, "expected at least 0");
        if (Math.Min(dilation.High, dilation.Wide) < 1) throw new ArgumentOutOfRangeException(nameof(dilation), dilation, "expected at least 1");
        if (maps.dim() != 4 || offsets.dim() != 4 || weight.dim() != 4 || maps.numel() == 0 || offsets.numel() == 0 || weight.numel() == 0)
            throw new ArgumentException("expected maps [N, C, H, W], offsets [N, 2 G kh kw, high, wide] and weight [D, C / groups, kh, kw]");
        using var scope = NewDisposeScope();
        var (n, c, height, width) = (maps.shape[0], maps.shape[1], maps.shape[2], maps.shape[3]);
        var (d, kh, kw) = (weight.shape[0], weight.shape[2], weight.shape[3]);
        var (high, wide) = (Places(height, kh, stride.High, padding.High, dilation.High), Places(width, kw, stride.Wide, padding.Wide, dilation.Wide));
        var (groups, offsetGroups) = (c / weight.shape[1], offsets.shape[1] / (2 * kh * kw));
        bool fits = groups * weight.shape[1] == c && d % groups == 0
            && offsets.shape.SequenceEqual([n, 2 * offsetGroups * kh * kw, high, wide]) && c % offsetGroups == 0;
        if (!fits) throw new ArgumentException("the shapes of maps, offsets and weight do not belong together");

        var moved = offsets.reshape(n * offsetGroups, kh, kw, 2, high, wide); // [N G, kh, kw, 2, high, wide]
        var y = moved.select(3, 0) + Steps(kh, dilation.High).reshape(kh, 1, 1, 1) + Steps(high, stride.High).reshape(high, 1) - padding.High;
        var x = moved.select(3, 1) + Steps(kw, dilation.Wide).reshape(kw, 1, 1) + Steps(wide, stride.Wide) - padding.Wide; // [N G, kh, kw, high, wide]
        // Without aligned corners -1 and 1 are the map's edges, half a cell before the first and
        // after the last: so one cell will do.
        var grid = stack([(2 * x + 1) / width - 1, (2 * y + 1) / height - 1], -1).reshape(n * offsetGroups, -1, wide, 2); // [N G, kh kw high, wide, 2]
        var samples = grid_sample(maps.reshape(n * offsetGroups, -1, height, width), grid, align_corners: false); // [N G, C / G, kh kw high, wide]
        var columns = samples.reshape(n * groups, -1, high * wide); // [N groups, C / groups kh kw, high wide]
        var kernels = weight.reshape(1, groups, d / groups, -1).expand(n, -1, -1, -1).reshape(n * groups, d / groups, -1); // [N groups, D / groups, C / groups kh kw]
        return kernels.bmm(columns).reshape(n, d, high, wide).MoveToOuterDisposeScope();

        Tensor Steps(long count, int step) => arange(count, dtype: maps.dtype, device: maps.device) * step;
    }

    /// <summary>How many places a kernel finds on one axis.</summary>
    private static long Places(long length, long kernel, int stride, int padding, int dilation)
    {
        long room = length + 2L * padding - dilation * (kernel - 1) - 1;
        return room < 0 ? 0 : room / stride + 1;
    }
}
