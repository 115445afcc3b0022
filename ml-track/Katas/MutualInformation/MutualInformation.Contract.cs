using System;
using static TorchSharp.torch;

namespace Etudes.ML;

/// <summary>How much two variables tell about each other.</summary>
public interface IMutualInformation
{
    /// <summary>I(X; Y) = sum over x, y of p(x, y) log(p(x, y) / (p(x) p(y))) in nats, of each of N
    /// tables. O(N A B).</summary>
    /// <param name="joint">p(x, y) for A values of x, a row each, and B of y, [N, A, B].</param>
    /// <returns>
    /// [N], of the table's type: a term with p(x, y) = 0 is 0, whatever its sums are. The gradient
    /// to the table, whose sums p(x) and p(y) depend on it too, is log(p(x, y) / (p(x) p(y))) - 1.
    /// Where p(x, y) is 0 it is any finite number.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// The shape is not [N, A, B] with N, A, B at least 1, or a table is no distribution: an
    /// element is negative or NaN, or its sum is off 1 by more than 1e-3.
    /// </exception>
    static abstract Tensor Information(Tensor joint);
}
