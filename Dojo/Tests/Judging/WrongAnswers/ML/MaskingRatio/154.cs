// Ratio 0 is answered at once with the patches in their own order, as if there were no shuffle; shows at ratio 0: IdsKeep is not in ascending order of the noise and IdsRestore is not its rank.
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
        if (ratio == 0)
        {
            var all = arange(l, dtype: ScalarType.Int64, device: noise.device).unsqueeze(0).repeat(n, 1);
            return (all.MoveToOuterDisposeScope(), zeros_like(noise).MoveToOuterDisposeScope(),
                all.clone().MoveToOuterDisposeScope());
        }

        var kept = (int)(l * (1 - ratio));
        var shuffle = noise.argsort(1);
        var restore = shuffle.argsort(1);
        var keep = shuffle.narrow(1, 0, kept).clone();
        var mask = (restore >= kept).to_type(noise.dtype);
        return (keep.MoveToOuterDisposeScope(), mask.MoveToOuterDisposeScope(), restore.MoveToOuterDisposeScope());
    }
}
