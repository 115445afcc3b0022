// The noise is converted to float64 before it is sorted; shows for int64 noise beyond 2^53 whose neighbours then become equal and keep their index order.
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
        var l = noise.shape[1];
        var kept = (int)(l * (1 - ratio));
        var shuffle = noise.to_type(ScalarType.Float64).argsort(1);
        var restore = shuffle.argsort(1);
        var keep = shuffle.narrow(1, 0, kept).clone();
        var mask = (restore >= kept).to_type(noise.dtype);
        return (keep.MoveToOuterDisposeScope(), mask.MoveToOuterDisposeScope(), restore.MoveToOuterDisposeScope());
    }
}
