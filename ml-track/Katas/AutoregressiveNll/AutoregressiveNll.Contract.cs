using System;
using static TorchSharp.torch;

namespace Etudes.ML;

/// <summary>A fully visible sigmoid belief network: each bit is drawn by a logistic regression on
/// the bits before it.</summary>
public interface IAutoregressiveNll
{
    /// <summary>-log p(x) = -sum over i of log p(x_i | x_1 .. x_{i-1}) in nats, where the logit of
    /// x_i = 1 is b_i + sum over j &lt; i of W_ij x_j.</summary>
    /// <param name="x">N vectors of zeros and ones, [N, n], of the weights' type.</param>
    /// <param name="weights">W, [n, n]; what stands on or above the diagonal does not count and
    /// gets a gradient of 0.</param>
    /// <param name="bias">b, [n].</param>
    /// <returns>[N], of the weights' type, with a gradient to weights and bias; finite for weights
    /// of magnitude 1e4.</returns>
    /// <exception cref="ArgumentException">The shapes are not [N, n], [n, n], [n] with N and n at
    /// least 1, or an element of x is neither 0 nor 1.</exception>
    static abstract Tensor NegativeLogLikelihood(Tensor x, Tensor weights, Tensor bias);
}
