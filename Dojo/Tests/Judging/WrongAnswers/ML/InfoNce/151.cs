// The softmax is shifted by the largest score of the whole batch rather than of the row, so a row far below it underflows and the loss is infinite; shows where the rows' levels differ by some 100 temperatures (float32) or 750 (float64).
using System;
using TorchSharp;
using static TorchSharp.torch;

namespace Etudes.ML;

public abstract class InfoNce : IInfoNce
{
    public static Tensor Loss(Tensor scores, double temperature)
    {
        Check(scores, temperature);
        using var scope = NewDisposeScope();
        var logits = scores / temperature;
        // the largest exponent is 0, so nothing overflows
        var shifted = logits - logits.detach().max();
        var sums = shifted.exp().sum(1).log();
        return (sums - shifted.diagonal()).mean().MoveToOuterDisposeScope();
    }

    public static Tensor Bound(Tensor scores, double temperature)
    {
        using var scope = NewDisposeScope();
        var loss = Loss(scores, temperature);
        return (Math.Log(scores.shape[0]) - loss).MoveToOuterDisposeScope();
    }

    private static void Check(Tensor scores, double temperature)
    {
        if (!double.IsFinite(temperature) || temperature <= 0)
            throw new ArgumentOutOfRangeException(nameof(temperature));
        if (scores.dim() != 2 || scores.shape[0] < 1 || scores.shape[0] != scores.shape[1])
            throw new ArgumentException("The scores are not [K, K].", nameof(scores));
    }
}
