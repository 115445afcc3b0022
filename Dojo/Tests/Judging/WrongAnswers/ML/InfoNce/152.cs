// A temperature of NaN passes the check, since NaN <= 0 is false and NaN is not an infinity, and gives a loss of NaN instead of ArgumentOutOfRangeException; shows with temperature = double.NaN.
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
        var logs = nn.functional.log_softmax(scores / temperature, 1);
        return logs.diagonal().mean().neg().MoveToOuterDisposeScope();
    }

    public static Tensor Bound(Tensor scores, double temperature)
    {
        using var scope = NewDisposeScope();
        var loss = Loss(scores, temperature);
        return (Math.Log(scores.shape[0]) - loss).MoveToOuterDisposeScope();
    }

    private static void Check(Tensor scores, double temperature)
    {
        if (temperature <= 0 || double.IsInfinity(temperature))
            throw new ArgumentOutOfRangeException(nameof(temperature));
        if (scores.dim() != 2 || scores.shape[0] < 1 || scores.shape[0] != scores.shape[1])
            throw new ArgumentException("The scores are not [K, K].", nameof(scores));
    }
}
