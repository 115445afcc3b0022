// The number kept is (int)(L - L * ratio), which rounds otherwise than (int)(L * (1 - ratio)); shows for L = 10 and ratio 0.9: 1 is kept instead of 0.
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
        var kept = (int)(l - l * ratio);
        var shuffle = noise.argsort(1);
        var restore = shuffle.argsort(1);
        var keep = shuffle.narrow(1, 0, kept).clone();
        var mask = (restore >= kept).to_type(noise.dtype);
        return (keep.MoveToOuterDisposeScope(), mask.MoveToOuterDisposeScope(), restore.MoveToOuterDisposeScope());
    }
}
