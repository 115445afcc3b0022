// The visible patches are cleared only after the squares, so the loss is right but the gradient is 0 * NaN = NaN at a visible patch; shows in the gradient to the prediction where prediction or target hold NaN or infinity in a visible patch.
using System;
using TorchSharp;
using static TorchSharp.torch;

namespace Etudes.ML;

public abstract class MaeLoss : IMaeLoss
{
    public static Tensor Normalise(Tensor patches)
    {
        CheckPatches(patches);
        using var scope = NewDisposeScope();
        var centred = patches - patches.mean([2], keepdim: true);
        var variance = (centred * centred).sum(2, keepdim: true) / (patches.shape[2] - 1);
        return (centred / (variance + 1e-6).sqrt()).MoveToOuterDisposeScope();
    }

    public static Tensor Loss(Tensor prediction, Tensor target, Tensor mask, bool normalise)
    {
        CheckShapes(prediction, target, mask);
        if (normalise) CheckPatches(target);
        using var scope = NewDisposeScope();
        var removed = mask.to(ScalarType.Bool);
        CheckRemoved(removed);

        var truth = normalise ? Normalise(target) : target;
        var difference = prediction - truth.to(prediction.dtype);
        // a fill, no product with the mask: 0 * NaN is NaN
        var errors = (difference * difference).mean([2]).masked_fill(removed.logical_not(), 0);
        return (errors.sum() / removed.sum()).MoveToOuterDisposeScope();
    }

    private static void CheckPatches(Tensor patches)
    {
        if (patches.dim() != 3 || patches.shape[2] < 2)
            throw new ArgumentException("The patches are not [N, L, D] with D at least 2.", nameof(patches));
    }

    private static void CheckShapes(Tensor prediction, Tensor target, Tensor mask)
    {
        if (prediction.dim() != 3 || target.dim() != 3 || mask.dim() != 2)
            throw new ArgumentException("Prediction and target are [N, L, D], the mask is [N, L].");
        for (var i = 0; i < 3; i++)
            if (prediction.shape[i] != target.shape[i])
                throw new ArgumentException("The target does not fit the prediction.", nameof(target));
        for (var i = 0; i < 2; i++)
            if (prediction.shape[i] != mask.shape[i])
                throw new ArgumentException("The mask does not fit the prediction.", nameof(mask));
    }

    private static void CheckRemoved(Tensor removed)
    {
        if (removed.device_type == DeviceType.CPU && !removed.any().item<bool>())
            throw new ArgumentException("No patch is masked.");
    }
}
