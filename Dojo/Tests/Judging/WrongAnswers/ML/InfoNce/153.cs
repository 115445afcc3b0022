// Bound subtracts the loss from a float64 tensor of shape [], and two tensors of shape [] promote to float64; shows in the type of the bound of float32 scores.
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
        var most = tensor(Math.Log(scores.shape[0]));
        return most.sub(loss).MoveToOuterDisposeScope();
    }

    private static void Check(Tensor scores, double temperature)
    {
        if (!double.IsFinite(temperature) || temperature <= 0)
            throw new ArgumentOutOfRangeException(nameof(temperature));
        if (scores.dim() != 2 || scores.shape[0] < 1 || scores.shape[0] != scores.shape[1])
            throw new ArgumentException("The scores are not [K, K].", nameof(scores));
    }
}
