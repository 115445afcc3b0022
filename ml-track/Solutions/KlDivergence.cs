using System;
using System.Linq;
using static TorchSharp.torch;

namespace Etudes.ML;

/// <summary>The Kullback-Leibler divergence of discrete distributions and the negative
/// log-likelihood that it bounds.</summary>
/// <remarks>
/// Time: O(N K). Space: O(N K).
/// Source: <see href="https://doi.org/10.1214/aoms/1177729694">Kullback, Leibler, On Information
/// and Sufficiency, 1951</see>.
/// </remarks>
public abstract partial class KlDivergence
{
    public static Tensor Divergence(Tensor p, Tensor q)
    {
        if (p.dim() != 2 || p.numel() == 0 || !p.shape.SequenceEqual(q.shape) || !AreDistributions(p) || !AreDistributions(q))
            throw new ArgumentException("expected two tensors [N, K] whose rows are distributions");
        using var scope = NewDisposeScope();
        // Where p is 0 both become 1 before the logarithm, so that the term and its gradients are
        // 0; masked afterwards they are NaN.
        var off = p == 0; // [N, K]
        var (safeP, safeQ) = (p.masked_fill(off, 1), q.masked_fill(off, 1)); // [N, K]
        return (safeP * (safeP.log() - safeQ.log())).sum(1).MoveToOuterDisposeScope(); // [N]
    }

    public static Tensor NegativeLogLikelihood(Tensor samples, Tensor q)
    {
        if (samples.dim() != 1 || samples.numel() == 0 || q.dim() != 1 || q.numel() == 0 || !AreDistributions(q))
            throw new ArgumentException("expected samples [M] and a distribution [K]");
        using var scope = NewDisposeScope();
        if (((samples < 0) | (samples >= q.shape[0])).any().item<bool>())
            throw new ArgumentException($"a sample is not among 0..{q.shape[0] - 1}");
        return (-q.index_select(0, samples).log().mean()).MoveToOuterDisposeScope(); // []
    }

    /// <summary>Nothing negative or NaN, and each row adds up to 1.</summary>
    private static bool AreDistributions(Tensor rows)
    {
        using var scope = NewDisposeScope();
        var off = (rows.detach().sum(-1) - 1).abs(); // [N] or []
        return (rows >= 0).all().item<bool>() && (off <= 1e-3).all().item<bool>();
    }
}
