// The ranks come from comparing every pair of patches, O(N L^2) in time and memory instead of O(N L log L); shows for L of some ten thousands.
using System;
using TorchSharp;
using static TorchSharp.torch;

namespace Etudes.ML;

public abstract class MaskingRatio : IMaskingRatio
{
    public static (Tensor IdsKeep, Tensor Mask, Tensor IdsRestore) Mask(Tensor noise, double ratio)
    {
        if (noise.dim() != 2 || noise.shape[0] < 1 || noise.shape[1] < 1)
            throw new ArgumentException("expected the shape [N, L]", nameof(noise));
        if (!(ratio >= 0 && ratio < 1))
            throw new ArgumentOutOfRangeException(nameof(ratio));

        using var scope = NewDisposeScope();
        var (n, l) = (noise.shape[0], noise.shape[1]);
        var kept = (int)(l * (1 - ratio));
        // The rank of a patch is the number of patches with less noise; the shuffle is its inverse.
        var restore = (noise.unsqueeze(2) > noise.unsqueeze(1)).sum(2);
        var patches = arange(l, dtype: ScalarType.Int64, device: noise.device).unsqueeze(0).expand(n, l);
        var shuffle = zeros_like(restore).scatter(1, restore, patches);
        var keep = shuffle.narrow(1, 0, kept).clone();
        var mask = (restore >= kept).to_type(noise.dtype);
        return (keep.MoveToOuterDisposeScope(), mask.MoveToOuterDisposeScope(), restore.MoveToOuterDisposeScope());
    }
}
