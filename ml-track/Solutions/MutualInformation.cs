using System;
using static TorchSharp.torch;

namespace Etudes.ML;

/// <summary>The mutual information of two discrete variables: the divergence of their table from
/// the product of its marginals.</summary>
/// <remarks>
/// Time: O(N A B). Space: O(N A B).
/// Source: <see href="https://doi.org/10.1002/j.1538-7305.1948.tb01338.x">Shannon, A Mathematical
/// Theory of Communication, 1948</see>.
/// </remarks>
public abstract partial class MutualInformation
{
    public static Tensor Information(Tensor joint)
    {
        if (joint.dim() != 3 || joint.numel() == 0 || !AreDistributions(joint))
            throw new ArgumentException("expected tables [N, A, B], each of which is a distribution", nameof(joint));
        using var scope = NewDisposeScope();
        var (px, py) = (joint.sum(2, keepdim: true), joint.sum(1, keepdim: true)); // [N, A, 1], [N, 1, B]
        // Where a cell is 0 every logarithm is of 1, so that the term and its gradient are 0;
        // masked afterwards they are NaN.
        var off = joint == 0; // [N, A, B]
        Tensor Log(Tensor p) => p.expand_as(joint).masked_fill(off, 1).log(); // [N, A, B]
        // The logarithms are subtracted: the product of two small marginals may be too small for
        // the type.
        var terms = joint * (Log(joint) - Log(px) - Log(py)); // [N, A, B]
        return terms.sum([1, 2]).MoveToOuterDisposeScope(); // [N]
    }

    /// <summary>Nothing negative or NaN, and each table adds up to 1.</summary>
    private static bool AreDistributions(Tensor tables)
    {
        using var scope = NewDisposeScope();
        var off = (tables.detach().sum([1, 2]) - 1).abs(); // [N]
        return (tables >= 0).all().item<bool>() && (off <= 1e-3).all().item<bool>();
    }
}
