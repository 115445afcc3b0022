using System;
using System.Linq;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace Etudes.ML;

/// <summary>Scaled dot-product attention, and several heads of it: each head is one more item of
/// the batch.</summary>
/// <remarks>
/// Time: O(N Q K (d + e)); of several heads O(N (T D² + T² D)). Space: O(N Q K) for the weights, of
/// each head.
/// Source: <see href="https://arxiv.org/abs/1706.03762">Vaswani et al., Attention Is All You Need,
/// 2017, section 3.2</see>.
/// </remarks>
public abstract partial class Attention
{
    public static Tensor Attend(Tensor queries, Tensor keys, Tensor values, Tensor? mask)
    {
        if (queries.shape is not [var n, var q, var d] || values.shape is not [_, var k, > 0] || n * q * k * d == 0
            || !keys.shape.SequenceEqual([n, k, d]) || values.shape[0] != n)
            throw new ArgumentException("expected queries [N, Q, d], keys [N, K, d] and values [N, K, e], no size 0");
        if (mask is not null && !(mask.dtype == ScalarType.Bool && mask.shape.SequenceEqual([n, q, k])))
            throw new ArgumentException("expected a mask [N, Q, K] of truth values", nameof(mask));
        using var scope = NewDisposeScope();
        var scores = (queries / Math.Sqrt(d)).bmm(keys.transpose(1, 2)); // [N, Q, K]
        // Hidden before the softmax, so that the weights that are seen add up to 1; and once more
        // after it, since a query that sees no key has weights of 0 / 0.
        var weights = mask is null ? softmax(scores, 2) : softmax(scores.masked_fill(~mask, double.NegativeInfinity), 2).masked_fill(~mask, 0);
        return weights.bmm(values).MoveToOuterDisposeScope(); // [N, Q, e]
    }

    public static Tensor MultiHead(Tensor tokens, int heads, Tensor qkv, Tensor proj, Tensor? mask)
    {
        if (heads < 1) throw new ArgumentOutOfRangeException(nameof(heads), heads, "expected at least 1 head");
        if (tokens.shape is not [var n, var t, var d] || n * t * d == 0 || d % heads != 0
            || !qkv.shape.SequenceEqual([3 * d, d]) || !proj.shape.SequenceEqual([d, d]))
            throw new ArgumentException("expected tokens [N, T, D], qkv [3 D, D] and proj [D, D], no size 0, and heads that divide D");
        if (mask is not null && !mask.shape.SequenceEqual([n, t, t]))
            throw new ArgumentException("expected a mask [N, T, T]", nameof(mask));
        using var scope = NewDisposeScope();
        var parts = linear(tokens, qkv).reshape(n, t, 3, heads, d / heads).permute(2, 0, 3, 1, 4) // [3, N, heads, T, D/heads]
            .reshape(3, n * heads, t, d / heads).unbind(0); // 3 of [N heads, T, D/heads]
        var attended = Attend(parts[0], parts[1], parts[2], mask?.repeat_interleave(heads, 0)); // [N heads, T, D/heads]
        var joined = attended.reshape(n, heads, t, d / heads).transpose(1, 2).reshape(n, t, d); // [N, T, D]
        return linear(joined, proj).MoveToOuterDisposeScope(); // [N, T, D]
    }
}
