// Softplus is written relu(t) + log1p(exp(-|t|)), whose gradient at t = 0 is 0 instead of 1/2; shows in the gradient where a score equals log(K q) exactly, e.g. all zeros with K = 1.
using System;
using TorchSharp;
using static TorchSharp.torch;

namespace Etudes.ML;

public abstract class NceLoss : INceLoss
{
    public static Tensor Loss(Tensor data, Tensor noise, Tensor logNoiseOfData, Tensor logNoiseOfNoise)
    {
        if (data.dim() != 1 || noise.dim() != 2 || logNoiseOfData.dim() != 1 || logNoiseOfNoise.dim() != 2)
            throw new ArgumentException("expected the shapes [N], [N, K], [N], [N, K]");
        var (n, k) = (noise.shape[0], noise.shape[1]);
        if (n < 1 || k < 1 || data.shape[0] != n || logNoiseOfData.shape[0] != n
            || logNoiseOfNoise.shape[0] != n || logNoiseOfNoise.shape[1] != k)
            throw new ArgumentException("expected the shapes [N], [N, K], [N], [N, K]");

        using var scope = NewDisposeScope();
        var logK = Math.Log(k);
        var baseOfData = logNoiseOfData.to_type(data.dtype) + logK;
        var baseOfNoise = logNoiseOfNoise.to_type(noise.dtype) + logK;
        var ofData = Softplus(baseOfData - data).mean();
        var ofNoise = Softplus(noise - baseOfNoise).sum(1).mean();
        return (ofData + ofNoise).MoveToOuterDisposeScope();
    }

    private static Tensor Softplus(Tensor t) => nn.functional.relu(t) + (-t.abs()).exp().log1p();
}
