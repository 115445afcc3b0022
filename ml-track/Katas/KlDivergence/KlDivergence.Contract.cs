using System;
using static TorchSharp.torch;

namespace Etudes.ML;

/// <summary>How far a distribution q is from p, and the likelihood whose maximum makes that
/// divergence least.</summary>
public interface IKlDivergence
{
    /// <summary>KL(p || q) = sum over x of p(x) log(p(x) / q(x)) in nats, of each pair
    /// of rows.</summary>
    /// <param name="p">N distributions over K values, [N, K].</param>
    /// <param name="q">As many distributions of the same type, [N, K].</param>
    /// <returns>
    /// [N], of their type: a term with p(x) = 0 is 0 and gives a gradient of 0, whatever q(x) is;
    /// one with p(x) > 0 = q(x) makes the row +infinity.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// The shapes are not twice [N, K] with N and K at least 1, or a row is no distribution: an
    /// element is negative or NaN, or its sum is off 1 by more than 1e-3.
    /// </exception>
    static abstract Tensor Divergence(Tensor p, Tensor q);

    /// <summary>The mean of -log q(x) over the samples.</summary>
    /// <param name="samples">M values among 0..K-1, [M], int64.</param>
    /// <param name="q">A distribution, [K].</param>
    /// <returns>A scalar, [], of q's type, with a gradient to q; +infinity if q(x) is 0 for
    /// a sample.</returns>
    /// <exception cref="ArgumentException">The shapes are not [M] and [K] with M at least 1, q is
    /// no distribution, or a sample is not among 0..K-1.</exception>
    static abstract Tensor NegativeLogLikelihood(Tensor samples, Tensor q);
}
