// W is masked by multiplying with a triangle of ones, and NaN * 0 is NaN (infinity too); shows where W holds NaN or infinity on or above its diagonal: every value and gradient becomes NaN.
using System;
using TorchSharp;
using static TorchSharp.torch;

namespace Etudes.ML;

public abstract class AutoregressiveNll : IAutoregressiveNll
{
    public static Tensor NegativeLogLikelihood(Tensor x, Tensor weights, Tensor bias)
    {
        if (x.dim() != 2 || weights.dim() != 2 || bias.dim() != 1)
            throw new ArgumentException("expected the shapes [N, n], [n, n], [n]");
        var (count, n) = (x.shape[0], x.shape[1]);
        if (count < 1 || n < 1 || weights.shape[0] != n || weights.shape[1] != n || bias.shape[0] != n)
            throw new ArgumentException("expected the shapes [N, n], [n, n], [n]");

        using var scope = NewDisposeScope();
        if (x.ne(0).logical_and(x.ne(1)).any().item<bool>())
            throw new ArgumentException("x must hold zeros and ones", nameof(x));

        var w = weights * ones_like(weights).tril(-1);
        var z = x.mm(w.t()) + bias;
        // -log p(x_i | ...) is softplus(-z) where x_i is 1 and softplus(z) where it is 0.
        var t = (1 - 2 * x) * z;
        var terms = t.logaddexp(zeros_like(t));
        return terms.sum(1).MoveToOuterDisposeScope();
    }
}
