using System;
using System.Linq;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace Etudes.ML;

/// <summary>The negative log-likelihood of a fully visible sigmoid belief network, by the
/// chain rule.</summary>
/// <remarks>
/// Time: O(N n^2), one matrix product. Space: O(N n + n^2).
/// Source: <see href="https://doi.org/10.1016/0004-3702(92)90065-6">Neal, Connectionist learning of
/// belief networks, 1992</see>.
/// </remarks>
public abstract partial class AutoregressiveNll
{
    public static Tensor NegativeLogLikelihood(Tensor x, Tensor weights, Tensor bias)
    {
        if (x.dim() != 2 || x.numel() == 0 || !weights.shape.SequenceEqual([x.shape[1], x.shape[1]]) || !bias.shape.SequenceEqual([x.shape[1]]))
            throw new ArgumentException("expected the shapes [N, n], [n, n], [n] with N and n at least 1");
        using var scope = NewDisposeScope();
        if (!((x == 0) | (x == 1)).all().item<bool>()) throw new ArgumentException("x holds something that is neither 0 nor 1");
        var before = weights.tril(-1); // [n, n], row i reads x_j for j < i only
        var logits = x.mm(before.t()) + bias; // [N, n]
        // p(x_i) is σ(z) or 1 - σ(z) = σ(-z): the sign of the logit is the bit.
        return (-logsigmoid((2 * x - 1) * logits).sum(1)).MoveToOuterDisposeScope(); // [N]
    }
}
