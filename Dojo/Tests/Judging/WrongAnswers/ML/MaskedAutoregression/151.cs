// Whether the order is a permutation is told from its range and its sum alone, so some orders with repeated positions pass instead of ArgumentException; shows with [2, 2, 2] or [1, 1, 4, 4].
using System;
using TorchSharp;
using static TorchSharp.torch;

namespace Etudes.ML;

public abstract class MaskedAutoregression : IMaskedAutoregression
{
    public static (Tensor Hidden, Tensor Output) Masks(Tensor order, Tensor degrees)
    {
        CheckOrder(order);
        CheckDegrees(degrees, order.shape[0]);
        using var scope = NewDisposeScope();
        var hidden = degrees.unsqueeze(1).ge(order.unsqueeze(0));
        var output = order.unsqueeze(1).gt(degrees.unsqueeze(0));
        return (hidden.MoveToOuterDisposeScope(), output.MoveToOuterDisposeScope());
    }

    public static Tensor Logits(Tensor x, Tensor order, Tensor degrees, Tensor w1, Tensor b1, Tensor w2, Tensor b2)
    {
        CheckShapes(x, order, degrees, w1, b1, w2, b2);
        using var scope = NewDisposeScope();
        var (hidden, output) = Masks(order, degrees);
        var first = w1.masked_fill(hidden.logical_not(), 0);
        var second = w2.masked_fill(output.logical_not(), 0);
        var units = (x.matmul(first.t()) + b1).relu();
        return (units.matmul(second.t()) + b2).MoveToOuterDisposeScope();
    }

    private static void CheckOrder(Tensor order)
    {
        if (order.dim() != 1 || order.shape[0] < 2 || order.dtype != ScalarType.Int64)
            throw new ArgumentException("The order is not [n] of int64 with n at least 2.", nameof(order));
        var n = order.shape[0];
        var sum = 0L;
        foreach (var position in Numbers(order))
        {
            if (position < 1 || position > n)
                throw new ArgumentException("A position is not among 1..n.", nameof(order));
            sum += position;
        }
        if (sum != n * (n + 1) / 2)
            throw new ArgumentException("The order is no permutation of 1..n.", nameof(order));
    }

    private static void CheckDegrees(Tensor degrees, long n)
    {
        if (degrees.dim() != 1 || degrees.shape[0] < 1 || degrees.dtype != ScalarType.Int64)
            throw new ArgumentException("The degrees are not [H] of int64.", nameof(degrees));
        foreach (var degree in Numbers(degrees))
            if (degree < 1 || degree > n - 1)
                throw new ArgumentException("A degree is not among 1..n-1.", nameof(degrees));
    }

    private static long[] Numbers(Tensor whole)
    {
        using var scope = NewDisposeScope();
        return whole.cpu().contiguous().data<long>().ToArray();
    }

    private static void CheckShapes(Tensor x, Tensor order, Tensor degrees, Tensor w1, Tensor b1, Tensor w2, Tensor b2)
    {
        if (order.dim() != 1 || degrees.dim() != 1)
            throw new ArgumentException("Order and degrees have one dimension each.");
        var (n, h) = (order.shape[0], degrees.shape[0]);
        if (x.dim() != 2 || x.shape[0] < 1 || x.shape[1] != n)
            throw new ArgumentException("x is not [N, n].", nameof(x));
        if (w1.dim() != 2 || w1.shape[0] != h || w1.shape[1] != n)
            throw new ArgumentException("w1 is not [H, n].", nameof(w1));
        if (b1.dim() != 1 || b1.shape[0] != h)
            throw new ArgumentException("b1 is not [H].", nameof(b1));
        if (w2.dim() != 2 || w2.shape[0] != n || w2.shape[1] != h)
            throw new ArgumentException("w2 is not [n, H].", nameof(w2));
        if (b2.dim() != 1 || b2.shape[0] != n)
            throw new ArgumentException("b2 is not [n].", nameof(b2));
    }
}
