// The checks run before any scope is opened and have none of their own, so their intermediate tensors are left to the garbage collector; shows in the number of live tensors after each valid call of either method.
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

        Check(p);
        Check(q);
        using var scope = NewDisposeScope();

        // Where p is 0, both are replaced by 1: the term is 0, and no gradient comes through.
        var nothing = p.eq(0);
        var one = ones_like(p);
        var a = where(nothing, one, p);
        var b = where(nothing, one, q);
        return (a.xlogy(a) - a.xlogy(b)).sum(1).MoveToOuterDisposeScope();
    }

    public static Tensor NegativeLogLikelihood(Tensor samples, Tensor q)
    {
        if (samples.dim() != 1 || q.dim() != 1 || samples.numel() == 0 || q.numel() == 0)
            throw new ArgumentException("expected the shapes [M] and [K]");
        if (samples.dtype != ScalarType.Int64)
            throw new ArgumentException("samples must be int64", nameof(samples));

        Check(q);
        using var scope = NewDisposeScope();
        if (samples.min().item<long>() < 0 || samples.max().item<long>() >= q.shape[0])
            throw new ArgumentException("a sample is not among 0..K-1", nameof(samples));
        return (-q.index_select(0, samples).log()).mean().MoveToOuterDisposeScope();
    }

    private static void Check(Tensor rows)
    {
        using var guard = no_grad();
        if (!(rows >= 0).all().item<bool>())
            throw new ArgumentException("a probability is negative or NaN");
        if (!((rows.to_type(ScalarType.Float64).sum(-1) - 1).abs() <= Tolerance).all().item<bool>())
            throw new ArgumentException("a distribution does not add up to 1");
    }
}
