using System;
using static TorchSharp.torch;

namespace Etudes.ML;

/// <summary>A network with one hidden layer, masked so that each output depends only on the
/// variables before its own (MADE).</summary>
public interface IMaskedAutoregression
{
    /// <summary>Says which weights stay: hidden unit k reads the variables up to position m_k,
    /// output d reads the units with m_k below its own position.</summary>
    /// <param name="order">The position of each of n variables, a permutation of 1..n,
    /// [n], int64.</param>
    /// <param name="degrees">m_k of each of H hidden units, among 1..n-1, [H], int64.</param>
    /// <returns>Hidden, [H, n]: m_k >= order_d. Output, [n, H]: order_d > m_k. Both of
    /// truth values.</returns>
    /// <exception cref="ArgumentException">The shapes are not [n], [H] with n at least 2 and H at
    /// least 1, or the numbers are not those.</exception>
    static abstract (Tensor Hidden, Tensor Output) Masks(Tensor order, Tensor degrees);

    /// <summary>The logits of all conditionals in one pass: (W2 * Output) relu((W1 * Hidden) x +
    /// b1) + b2. O(N n H).</summary>
    /// <param name="x">Any numbers, [N, n], of the weights' type.</param>
    /// <param name="order">As for <see cref="Masks"/>.</param>
    /// <param name="degrees">As for <see cref="Masks"/>.</param>
    /// <param name="w1">[H, n]; what is masked does not count and gets a gradient of 0.</param>
    /// <param name="b1">[H].</param>
    /// <param name="w2">[n, H]; what is masked does not count and gets a gradient of 0.</param>
    /// <param name="b2">[n].</param>
    /// <returns>[N, n], of the weights' type, with a gradient to x, weights and biases.</returns>
    /// <exception cref="ArgumentException">The shapes are not those with N at least 1, or order or
    /// degrees are wrong.</exception>
    static abstract Tensor Logits(Tensor x, Tensor order, Tensor degrees, Tensor w1, Tensor b1, Tensor w2, Tensor b2);
}
