using System;
using static TorchSharp.torch;

namespace Etudes.ML;

/// <summary>Drawing from a fully visible sigmoid belief network, the model of
/// <see cref="IAutoregressiveNll"/>: bit after bit, each given the bits before it.</summary>
public interface IAncestralSampling
{
    /// <summary>x_i = 1 if u_i &lt; p_i, else 0, where p_i = σ(b_i + sum over j &lt; i of W_ij
    /// x_j), for i = 1..n in this order. O(N n^2).</summary>
    /// <param name="uniforms">u, numbers from [0, 1), a row for each vector to draw, [N, n], of the
    /// weights' type.</param>
    /// <param name="weights">W, [n, n]; what stands on or above the diagonal does
    /// not count.</param>
    /// <param name="bias">b, [n].</param>
    /// <returns>N vectors of zeros and ones, [N, n], of the weights' type; weights of magnitude 1e4
    /// are allowed.</returns>
    /// <exception cref="ArgumentException">The shapes are not [N, n], [n, n], [n] with N and n at
    /// least 1, or a uniform is below 0, 1 or more, or NaN.</exception>
    static abstract Tensor Sample(Tensor uniforms, Tensor weights, Tensor bias);
}
