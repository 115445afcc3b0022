using System;
using static TorchSharp.torch;

namespace Etudes.ML;

/// <summary>The loss of a masked autoencoder: how far the predicted pixels of the removed patches
/// are from the true ones.</summary>
public interface IMaeLoss
{
    /// <summary>Each patch less its mean, divided by the root of the sum of its unbiased variance
    /// and 1e-6. O(N L D).</summary>
    /// <param name="patches">The pixels of the patches, [N, L, D] with D at least 2.</param>
    /// <returns>[N, L, D], of the patches' type.</returns>
    /// <exception cref="ArgumentException">The patches are not [N, L, D] with D at
    /// least 2.</exception>
    static abstract Tensor Normalise(Tensor patches);

    /// <summary>The mean over the masked patches of a patch's mean squared error; what stands in
    /// the visible patches does not matter, not even NaN. O(N L D).</summary>
    /// <param name="prediction">[N, L, D].</param>
    /// <param name="target">The true pixels, [N, L, D].</param>
    /// <param name="mask">1 where a patch was removed, 0 where it was visible, [N, L] of
    /// any type.</param>
    /// <param name="normalise">Whether the target is normalised patch by patch first, in its
    /// own type.</param>
    /// <returns>A scalar, [], of the prediction's type, with a gradient to
    /// the prediction.</returns>
    /// <exception cref="ArgumentException">
    /// The shapes do not fit, one number per patch is to be normalised, or no patch is masked.
    /// Whether a patch is masked is looked at on the CPU only: a GPU would have to wait for the
    /// answer, so there the loss is NaN.
    /// </exception>
    static abstract Tensor Loss(Tensor prediction, Tensor target, Tensor mask, bool normalise);
}
