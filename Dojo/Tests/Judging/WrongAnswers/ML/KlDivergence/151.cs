// Xlogy gives the right value where p is 0, but its gradient there is 0 / 0; shows in the gradients where p is 0: NaN to p, and NaN to q where q is 0 too.
using System;
using TorchSharp;
using static TorchSharp.torch;

namespace Etudes.ML;

public abstract class KlDivergence : IKlDivergence
{
    private const double Tolerance = 1e-3;

    public static Tensor Divergence(Tensor p, Tensor q)
    {
        if (p.dim() != 2 || q.dim() != 2 || p.shape[0] != q.shape[0] || p.shape[1] != q.shape[1] || p.numel() == 0)
            throw new ArgumentException("expected twice the shape [N, K]");

        using var scope = NewDisposeScope();
        Check(p);
        Check(q);

        // xlogy(0, y) is 0 for every y, and xlogy(x, 0) is -infinity for x > 0.
        return (p.xlogy(p) - p.xlogy(q)).sum(1).MoveToOuterDisposeScope();
    }

    public static Tensor NegativeLogLikelihood(Tensor samples, Tensor q)
    {
        if (samples.dim() != 1 || q.dim() != 1 || samples.numel() == 0 || q.numel() == 0)
            throw new ArgumentException("expected the shapes [M] and [K]");
        if (samples.dtype != ScalarType.Int64)
            throw new ArgumentException("samples must be int64", nameof(samples));

        using var scope = NewDisposeScope();
        Check(q);
        if (samples.min().item<long>() < 0 || samples.max().item<long>() >= q.shape[0])
            throw new ArgumentException("a sample is not among 0..K-1", nameof(samples));
        return (-q.index_select(0, samples).log()).mean().MoveToOuterDisposeScope();
    }

    private static void Check(Tensor rows)
    {
        using var scope = NewDisposeScope();
        using var guard = no_grad();
        if (!(rows >= 0).all().item<bool>())
            throw new ArgumentException("a probability is negative or NaN");
        if (!((rows.to_type(ScalarType.Float64).sum(-1) - 1).abs() <= Tolerance).all().item<bool>())
            throw new ArgumentException("a distribution does not add up to 1");
    }
}
