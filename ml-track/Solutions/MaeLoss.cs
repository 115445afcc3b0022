using System;
using TorchSharp;
using static TorchSharp.torch;

namespace Etudes.ML;

/// <summary>The loss of a masked autoencoder: the mean squared error of the removed patches, each
/// weighing the same.</summary>
/// <remarks>
/// Time: O(N L D). Space: O(N L D).
/// Source: <see href="https://arxiv.org/abs/2111.06377">He et al., Masked Autoencoders Are Scalable
/// Vision Learners, 2021, section 3</see>.
/// </remarks>
public abstract partial class MaeLoss
{
    public static Tensor Normalise(Tensor patches)
    {
        if (patches.dim() != 3 || patches.shape[2] < 2)
            throw new ArgumentException("expected patches [N, L, D] with D at least 2", nameof(patches));
        using var scope = NewDisposeScope();
        var mean = patches.mean([2], keepdim: true); // [N, L, 1]
        var variance = patches.var(2, keepdim: true, unbiased: true); // [N, L, 1]
        return ((patches - mean) / (variance + 1e-6).sqrt()).MoveToOuterDisposeScope(); // [N, L, D]
    }

    public static Tensor Loss(Tensor prediction, Tensor target, Tensor mask, bool normalise)
    {
        if (prediction.dim() != 3 || !prediction.shape.AsSpan().SequenceEqual(target.shape) || !prediction.shape.AsSpan(0, 2).SequenceEqual(mask.shape))
            throw new ArgumentException("expected a prediction and a target [N, L, D] and a mask [N, L]");
        using var scope = NewDisposeScope();
        if (mask.device_type == DeviceType.CPU && mask.count_nonzero().item<long>() == 0)
            throw new ArgumentException("no patch is masked: the mean over no patches is not a number", nameof(mask));
        if (normalise) target = Normalise(target);
        // Zero before the square, not after: an infinite error has an infinite slope, and times 0
        // that is NaN.
        var difference = (prediction - target).masked_fill((mask == 0).unsqueeze(2), 0); // [N, L, D]
        // Counted, not added up: 257 ones of bfloat16 are 256.
        return (difference.square().mean([2]).sum() / mask.count_nonzero()).to(prediction.dtype).MoveToOuterDisposeScope(); // []
    }
}
