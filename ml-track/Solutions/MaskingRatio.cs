using System;
using static TorchSharp.torch;

namespace Etudes.ML;

/// <summary>Random masking without a loop: the patches of the smallest noise are kept, the rank of
/// the noise is the way back.</summary>
/// <remarks>
/// Time: O(N L log L). Space: O(N L).
/// Source: <see href="https://arxiv.org/abs/2111.06377">He et al., Masked Autoencoders Are Scalable
/// Vision Learners, 2021, section 3</see>.
/// </remarks>
public abstract partial class MaskingRatio
{
    public static (Tensor IdsKeep, Tensor Mask, Tensor IdsRestore) Mask(Tensor noise, double ratio)
    {
        if (!(ratio >= 0 && ratio < 1)) // NaN is in no range
            throw new ArgumentOutOfRangeException(nameof(ratio), ratio, "expected 0 <= ratio < 1");
        if (noise.dim() != 2 || noise.numel() == 0)
            throw new ArgumentException("expected noise of the shape [N, L] with N and L at least 1", nameof(noise));
        using var scope = NewDisposeScope();
        int kept = (int)(noise.shape[1] * (1 - ratio));
        var idsShuffle = noise.argsort(1); // [N, L], the patches in ascending order of noise
        var idsRestore = idsShuffle.argsort(1); // [N, L], its inverse: the rank of each patch
        var idsKeep = idsShuffle.narrow(1, 0, kept); // [N, kept]
        var mask = (idsRestore >= kept).to(noise.dtype); // [N, L]
        return (idsKeep.MoveToOuterDisposeScope(), mask.MoveToOuterDisposeScope(), idsRestore.MoveToOuterDisposeScope());
    }
}
