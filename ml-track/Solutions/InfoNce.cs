using System;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace Etudes.ML;

/// <summary>The contrastive loss of a batch of pairs, and the lower bound on mutual information
/// that it proves.</summary>
/// <remarks>
/// Time: O(K^2). Space: O(K^2).
/// Source: <see href="https://arxiv.org/abs/1807.03748">van den Oord, Li, Vinyals, Representation
/// Learning with Contrastive Predictive Coding, 2018</see>.
/// </remarks>
public abstract partial class InfoNce
{
    public static Tensor Loss(Tensor scores, double temperature)
    {
        if (!(temperature > 0 && double.IsFinite(temperature))) // NaN is not above 0
            throw new ArgumentOutOfRangeException(nameof(temperature), temperature, "expected a temperature above 0");
        if (scores.dim() != 2 || scores.shape[0] != scores.shape[1] || scores.numel() == 0)
            throw new ArgumentException("expected scores [K, K] with K at least 1", nameof(scores));
        using var scope = NewDisposeScope();
        var logChoice = log_softmax(scores / temperature, 1); // [K, K], row i: which y belongs to x_i?
        return (-logChoice.diagonal().mean()).MoveToOuterDisposeScope(); // []
    }

    public static Tensor Bound(Tensor scores, double temperature)
    {
        using var scope = NewDisposeScope();
        var loss = Loss(scores, temperature); // []
        return (Math.Log(scores.shape[0]) - loss).MoveToOuterDisposeScope(); // []
    }
}
