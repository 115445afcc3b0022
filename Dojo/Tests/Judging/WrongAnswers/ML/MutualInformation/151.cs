// The product p(x) p(y) is formed before the logarithm and underflows to 0, so a cell whose row and column sums are both tiny (1e-30 in float32, 1e-200 in float64) gives infinity.
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

        // 1 stands in for the cells of 0: their factor p(x, y) is 0
        var zero = joint <= 0;
        var independent = joint.sum([2], keepdim: true) * joint.sum([1], keepdim: true);
        var ratio = joint.masked_fill(zero, 1) / independent.masked_fill(zero, 1);

        var terms = joint * ratio.log();
        return terms.sum([1, 2]).MoveToOuterDisposeScope();
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
