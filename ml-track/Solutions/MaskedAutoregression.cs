using System;
using System.Linq;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace Etudes.ML;

/// <summary>MADE with one hidden layer: two comparisons of positions and degrees mask an
/// autoencoder into an autoregressive model.</summary>
/// <remarks>
/// Time: O(N n H). Space: O(N (n + H) + n H).
/// Source: <see href="https://arxiv.org/abs/1502.03509">Germain, Gregor, Murray, Larochelle,
/// MADE, 2015</see>.
/// </remarks>
public abstract partial class MaskedAutoregression
{
    public static (Tensor Hidden, Tensor Output) Masks(Tensor order, Tensor degrees)
    {
        if (order.dim() != 1 || order.shape[0] < 2 || degrees.dim() != 1 || degrees.shape[0] < 1)
            throw new ArgumentException("expected an order [n] and degrees [H] with n at least 2 and H at least 1");
        using var scope = NewDisposeScope();
        long n = order.shape[0];
        if (!(order.sort().Values == arange(1, n + 1, device: order.device)).all().item<bool>() || !((degrees >= 1) & (degrees < n)).all().item<bool>())
            throw new ArgumentException($"expected a permutation of 1..{n} and degrees among 1..{n - 1}");
        // A path from e to d needs a unit with order_e <= degree < order_d: e comes before d.
        var hidden = degrees.unsqueeze(1) >= order; // [H, n]
        var output = order.unsqueeze(1) > degrees; // [n, H]
        return (hidden.MoveToOuterDisposeScope(), output.MoveToOuterDisposeScope());
    }

    public static Tensor Logits(Tensor x, Tensor order, Tensor degrees, Tensor w1, Tensor b1, Tensor w2, Tensor b2)
    {
        using var scope = NewDisposeScope();
        var (hiddenMask, outputMask) = Masks(order, degrees); // [H, n], [n, H]
        if (x.dim() != 2 || x.shape[0] < 1 || x.shape[1] != order.shape[0]
            || !w1.shape.SequenceEqual(hiddenMask.shape) || !b1.shape.SequenceEqual(degrees.shape)
            || !w2.shape.SequenceEqual(outputMask.shape) || !b2.shape.SequenceEqual(order.shape))
            throw new ArgumentException("expected the shapes [N, n], [n], [H], [H, n], [H], [n, H], [n] with N at least 1");
        // Filled, not multiplied by 0: a masked weight may be NaN.
        var (read, feed) = (w1.masked_fill(~hiddenMask, 0), w2.masked_fill(~outputMask, 0)); // [H, n], [n, H]
        var hidden = relu(x.mm(read.t()) + b1); // [N, H]
        return (hidden.mm(feed.t()) + b2).MoveToOuterDisposeScope(); // [N, n]
    }
}
