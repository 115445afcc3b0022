using System;
using static TorchSharp.torch;

namespace Etudes.ML;

/// <summary>The attention of transformers: each token asks all tokens and gets a weighted mean of
/// what they hold.</summary>
public interface IAttention
{
    /// <summary>Each query gets the mean of the values of the keys that it may see, weighed by the
    /// softmax over these keys of query · key / √d. O(N Q K (d + e)).</summary>
    /// <param name="queries">[N, Q, d].</param>
    /// <param name="keys">[N, K, d], of the queries' type.</param>
    /// <param name="values">A value for each key, [N, K, e], of the queries' type.</param>
    /// <param name="mask">True where a query may see a key, [N, Q, K] of truth values; null if each
    /// may see all.</param>
    /// <returns>[N, Q, e], of the queries' type, with gradients to queries, keys and values; finite
    /// where scores are of magnitude 1e4. A query that may see no key gets zeros, and gives
    /// gradients of 0.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit together or hold a 0, or the mask
    /// is not of truth values.</exception>
    static abstract Tensor Attend(Tensor queries, Tensor keys, Tensor values, Tensor? mask);

    /// <summary>Self-attention in several heads: every head attends with queries, keys and values
    /// of its own, D / heads numbers each. O(N (T D² + T² D)).</summary>
    /// <param name="tokens">[N, T, D].</param>
    /// <param name="heads">At least 1; divides D.</param>
    /// <param name="qkv">The linear map to the queries of all heads, one head after the other, then
    /// to their keys, then to their values, [3 D, D].</param>
    /// <param name="proj">The linear map of what the heads give, side by side in their order,
    /// [D, D].</param>
    /// <param name="mask">True where a token may see another, in all heads, [N, T, T] of truth
    /// values; null if each may see all.</param>
    /// <returns>[N, T, D], of the tokens' type, with gradients to tokens, qkv and proj.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no head.</exception>
    /// <exception cref="ArgumentException">The shapes do not fit together or hold a 0, the heads do
    /// not divide D, or the mask is not of truth values.</exception>
    static abstract Tensor MultiHead(Tensor tokens, int heads, Tensor qkv, Tensor proj, Tensor? mask);
}
