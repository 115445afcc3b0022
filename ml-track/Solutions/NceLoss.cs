using System;
using System.Linq;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace Etudes.ML;

/// <summary>Binary noise-contrastive estimation: logistic regression between data and K noise
/// samples per data point.</summary>
/// <remarks>
/// Time: O(N K). Space: O(N K).
/// Source: <see href="https://proceedings.mlr.press/v9/gutmann10a.html">Gutmann, Hyvärinen,
/// Noise-contrastive estimation, 2010</see>.
/// </remarks>
public abstract partial class NceLoss
{
    public static Tensor Loss(Tensor data, Tensor noise, Tensor logNoiseOfData, Tensor logNoiseOfNoise)
    {
        if (data.dim() != 1 || noise.dim() != 2 || data.shape[0] != noise.shape[0] || noise.numel() == 0
            || !data.shape.SequenceEqual(logNoiseOfData.shape) || !noise.shape.SequenceEqual(logNoiseOfNoise.shape))
            throw new ArgumentException("expected the shapes [N], [N, K], [N], [N, K] with N and K at least 1");
        using var scope = NewDisposeScope();
        double logK = Math.Log(noise.shape[1]);
        var deltaOfData = data - logNoiseOfData - logK; // [N]
        var deltaOfNoise = noise - logNoiseOfNoise - logK; // [N, K]
        // softplus(t) = -logsigmoid(-t); libtorch's own softplus becomes t above 20, which is off
        // by 2e-9.
        var loss = -logsigmoid(deltaOfData) - logsigmoid(-deltaOfNoise).sum(1); // [N]
        return loss.mean().to(data.dtype).MoveToOuterDisposeScope(); // []
    }
}
