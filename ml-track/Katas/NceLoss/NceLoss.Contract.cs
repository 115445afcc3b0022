using System;
using static TorchSharp.torch;

namespace Etudes.ML;

/// <summary>Noise-contrastive estimation: an unnormalised model learns to tell data from noise
/// whose density is known.</summary>
public interface INceLoss
{
    /// <summary>The mean over the data of softplus(-Δ(x)) + the sum over its K noise samples of
    /// softplus(Δ(y)), Δ = score - log(K q).</summary>
    /// <param name="data">Scores log p̃(x) of N data points, [N].</param>
    /// <param name="noise">Scores log p̃(y) of K noise samples for each, [N, K].</param>
    /// <param name="logNoiseOfData">log q(x), [N].</param>
    /// <param name="logNoiseOfNoise">log q(y), [N, K].</param>
    /// <returns>A scalar, [], of the scores' type, with a gradient to the scores; finite for scores
    /// of magnitude 1e4.</returns>
    /// <exception cref="ArgumentException">The shapes are not [N], [N, K], [N], [N, K] with N and K
    /// at least 1.</exception>
    static abstract Tensor Loss(Tensor data, Tensor noise, Tensor logNoiseOfData, Tensor logNoiseOfNoise);
}
