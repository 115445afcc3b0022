// The likelihood is clamped to 1e-12 before its logarithm, so that no term exceeds 27.6 and its gradient is 0; shows where a bit contradicts a logit of magnitude above 27 (float64) or 17 (float32), e.g. weights of 1e4.
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

        var w = weights.tril(-1);
        var z = x.mm(w.t()) + bias;
        // p(x_i | ...) is sigmoid(z) where x_i is 1 and sigmoid(-z) where it is 0.
        var likelihood = ((2 * x - 1) * z).sigmoid();
        var terms = -likelihood.clamp_min(1e-12).log();
        return terms.sum(1).MoveToOuterDisposeScope();
    }
}
