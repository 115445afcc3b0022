// The range of the uniforms is checked with min() and max(), and a NaN compares false with both bounds; shows on a uniform that is NaN, which is drawn as 0 instead of being refused.
using System;
using TorchSharp;
using static TorchSharp.torch;

namespace Etudes.ML;

public abstract class AncestralSampling : IAncestralSampling
{
    public static Tensor Sample(Tensor uniforms, Tensor weights, Tensor bias)
    {
        if (uniforms.dim() != 2 || weights.dim() != 2 || bias.dim() != 1)
            throw new ArgumentException("expected the shapes [N, n], [n, n], [n]");
        var (count, n) = (uniforms.shape[0], uniforms.shape[1]);
        if (count < 1 || n < 1 || weights.shape[0] != n || weights.shape[1] != n || bias.shape[0] != n)
            throw new ArgumentException("expected the shapes [N, n], [n, n], [n]");

        using var scope = NewDisposeScope();
        using var guard = no_grad();
        if (uniforms.min().ToDouble() < 0 || uniforms.max().ToDouble() >= 1)
            throw new ArgumentException("uniforms must lie in [0, 1)", nameof(uniforms));

        var w = weights.tril(-1);
        var x = zeros(new[] { count, n }, dtype: weights.dtype, device: weights.device);
        for (var i = 0L; i < n; i++)
        {
            using var round = NewDisposeScope();
            var z = x.mv(w.select(0, i)) + bias.select(0, i);
            var p = z.sigmoid();
            x.select(1, i).copy_(uniforms.select(1, i) < p);
        }
        return x.MoveToOuterDisposeScope();
    }
}
