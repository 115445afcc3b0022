// The sigmoid is written exp(z) / (1 + exp(z)), which is inf / inf = NaN for a large positive logit, so the bit becomes 0 instead of 1; shows with logits above 89 (float32) or 710 (float64), e.g. weights or bias of 1e4.
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
        if (!(uniforms >= 0).logical_and(uniforms < 1).all().item<bool>())
            throw new ArgumentException("uniforms must lie in [0, 1)", nameof(uniforms));

        var w = weights.tril(-1);
        var x = zeros(new[] { count, n }, dtype: weights.dtype, device: weights.device);
        for (var i = 0L; i < n; i++)
        {
            using var round = NewDisposeScope();
            var z = x.mv(w.select(0, i)) + bias.select(0, i);
            var odds = z.exp();
            var p = odds / (odds + 1);
            x.select(1, i).copy_(uniforms.select(1, i) < p);
        }
        return x.MoveToOuterDisposeScope();
    }
}
