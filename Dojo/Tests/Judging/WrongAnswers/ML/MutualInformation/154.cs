// The tables are divided by their sums first, so a table whose sum is 1.0008 or 0.9992 is not taken as it is and gives a value off by about 1e-3.
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

        // what rounding has left over
        var p = joint / joint.detach().sum([1, 2], keepdim: true);

        // a logarithm of 1 stands in for that of 0: its factor p(x, y) is 0
        var rows = p.sum([2], keepdim: true);
        var columns = p.sum([1], keepdim: true);
        var logJoint = p.masked_fill(p <= 0, 1).log();
        var logRows = rows.masked_fill(rows <= 0, 1).log();
        var logColumns = columns.masked_fill(columns <= 0, 1).log();

        var terms = p * (logJoint - logRows - logColumns);
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
