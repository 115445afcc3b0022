using BenchmarkDotNet.Attributes;
using static TorchSharp.torch.nn.functional;

namespace Etudes.ML;

/// <summary>32 pictures of 65 tokens of 192 numbers in 6 heads, a random third hidden, against the
/// attention that libtorch has built in.</summary>
public class AttentionBenchmark
{
    private const int Pictures = 32, Tokens = 65, Width = 192, Heads = 6;
    private readonly Tensor _tokens = randn(Pictures, Tokens, Width), _qkv = randn(3 * Width, Width) / Math.Sqrt(Width), _proj = randn(Width, Width) / Math.Sqrt(Width);
    private readonly Tensor _mask = rand(Pictures, Tokens, Tokens) < 2.0 / 3;

    [Benchmark(Baseline = true)]
    public float BuiltIn()
    {
        using var scope = NewDisposeScope();
        var qkv = linear(_tokens, _qkv).reshape(Pictures, Tokens, 3, Heads, Width / Heads).permute(2, 0, 3, 1, 4).unbind(0);
        var attended = scaled_dot_product_attention(qkv[0], qkv[1], qkv[2], _mask.unsqueeze(1)); // [N, heads, T, D/heads]
        return linear(attended.transpose(1, 2).reshape(Pictures, Tokens, Width), _proj).sum().item<float>();
    }

    [Benchmark]
    public float ByHand()
    {
        using var scope = NewDisposeScope();
        return Attention.MultiHead(_tokens, Heads, _qkv, _proj, _mask).sum().item<float>();
    }
}
