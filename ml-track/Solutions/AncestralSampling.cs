using System;
using System.Linq;
using static TorchSharp.torch;

namespace Etudes.ML;

/// <summary>Draws from a fully visible sigmoid belief network, bit after bit, the whole batch
/// at once.</summary>
/// <remarks>
/// Time: O(N n^2), n steps that wait for each other. Space: O(N n + n^2).
/// Source: <see href="https://doi.org/10.1016/0004-3702(92)90065-6">Neal, Connectionist learning of
/// belief networks, 1992</see>.
/// </remarks>
public abstract partial class AncestralSampling
{
    public static Tensor Sample(Tensor uniforms, Tensor weights, Tensor bias)
    {
        if (uniforms.dim() != 2 || uniforms.numel() == 0
            || !weights.shape.SequenceEqual([uniforms.shape[1], uniforms.shape[1]]) || !bias.shape.SequenceEqual([uniforms.shape[1]]))
            throw new ArgumentException("expected the shapes [N, n], [n, n], [n] with N and n at least 1");
        using var scope = NewDisposeScope();
        if (!((uniforms >= 0) & (uniforms < 1)).all().item<bool>()) throw new ArgumentException("a uniform is not within [0, 1)", nameof(uniforms));
        using var constant = no_grad(); // a comparison has no gradient
        var before = weights.tril(-1); // [n, n], row i reads x_j for j < i only
        var x = zeros_like(uniforms, weights.dtype); // [N, n]
        for (int i = 0; i < x.shape[1]; i++) // the columns below i are drawn
        {
            var logit = x.mv(before[i]) + bias[i]; // [N]
            x[.., i] = (uniforms[.., i] < logit.sigmoid()).to(x.dtype);
        }
        return x.MoveToOuterDisposeScope(); // [N, n]
    }
}
