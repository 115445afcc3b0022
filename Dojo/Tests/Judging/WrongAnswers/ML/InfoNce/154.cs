// With a temperature of exactly 1 the division is skipped and the rows' maxima are subtracted in place from the caller's scores; shows when the scores are looked at afterwards at temperature 1 (and throws there where they are a leaf that wants a gradient).
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
        var logits = temperature == 1 ? scores : scores / temperature;
        // what is added to a row changes nothing: let its largest be 0
        logits.sub_(logits.detach().amax([1], keepdim: true));
        var losses = logits.exp().sum(1).log() - logits.diagonal();
        return losses.mean().MoveToOuterDisposeScope();
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
