using System;
using static TorchSharp.torch;

namespace Etudes.ML;

/// <summary>Contrastive learning within a batch: which of K values of y was drawn together
/// with x?</summary>
public interface IInfoNce
{
    /// <summary>The mean over i of -log(exp(s_ii / τ) / sum over j of exp(s_ij /
    /// τ)). O(K^2).</summary>
    /// <param name="scores">s_ij = f(x_i, y_j) of K pairs, [K, K]; the pairs that belong together
    /// are on the diagonal.</param>
    /// <param name="temperature">τ, above 0 and finite; the caller sees to it that it is so in the
    /// scores' type too.</param>
    /// <returns>A scalar, [], of the scores' type, at least 0, with a gradient to the scores;
    /// finite for scores of magnitude 1e4.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The temperature is not above 0
    /// and finite.</exception>
    /// <exception cref="ArgumentException">The scores are not [K, K] with K at least 1.</exception>
    static abstract Tensor Loss(Tensor scores, double temperature);

    /// <summary>log K - <see cref="Loss"/>, in nats: over batches of independent pairs its mean is
    /// never above I(X; Y), whatever f is. O(K^2).</summary>
    /// <param name="scores">As for <see cref="Loss"/>.</param>
    /// <param name="temperature">As for <see cref="Loss"/>.</param>
    /// <returns>A scalar, [], of the scores' type, at most log K, with a gradient to
    /// the scores.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The temperature is not above 0
    /// and finite.</exception>
    /// <exception cref="ArgumentException">The scores are not [K, K] with K at least 1.</exception>
    static abstract Tensor Bound(Tensor scores, double temperature);
}
