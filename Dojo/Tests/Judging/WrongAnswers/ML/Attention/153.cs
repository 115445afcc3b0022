// MultiHead spreads the mask over the heads before its dispose scope begins, so these tensors are never disposed; shows in the count of live tensors whenever MultiHead gets a mask.
using System;
using TorchSharp;
using static TorchSharp.torch;

namespace Etudes.ML;

public abstract class Attention : IAttention
{
    public static Tensor Attend(Tensor queries, Tensor keys, Tensor values, Tensor? mask)
    {
        CheckAttend(queries, keys, values, mask);
        using var scope = NewDisposeScope();
        var scores = (queries / Math.Sqrt(queries.shape[2])).matmul(keys.transpose(1, 2));
        if (mask is null)
            return scores.softmax(-1).matmul(values).MoveToOuterDisposeScope();

        var hidden = mask.logical_not();
        var blind = mask.any(-1, keepdim: true).logical_not();
        // a row without a visible key becomes a row of zeros, so that its softmax is finite
        scores = scores.masked_fill(hidden, double.NegativeInfinity).masked_fill(blind, 0);
        var weights = scores.softmax(-1).masked_fill(hidden, 0);
        return weights.matmul(values).MoveToOuterDisposeScope();
    }

    public static Tensor MultiHead(Tensor tokens, int heads, Tensor qkv, Tensor proj, Tensor? mask)
    {
        CheckHeads(tokens, heads, qkv, proj, mask);
        var (n, t, width) = (tokens.shape[0], tokens.shape[1], tokens.shape[2]);
        var each = width / heads;
        var perHead = mask?.unsqueeze(1).expand(n, heads, t, t).reshape(n * heads, t, t);

        using var scope = NewDisposeScope();
        // [N, T, 3, heads, each] to [3, N * heads, T, each]: a head is one more member of the batch
        var parts = tokens.matmul(qkv.t())
            .reshape(n, t, 3, heads, each)
            .permute(2, 0, 3, 1, 4)
            .reshape(3, n * heads, t, each);
        var mixed = Attend(parts.select(0, 0), parts.select(0, 1), parts.select(0, 2), perHead)
            .reshape(n, heads, t, each)
            .transpose(1, 2)
            .reshape(n, t, width);
        return mixed.matmul(proj.t()).MoveToOuterDisposeScope();
    }

    private static void CheckAttend(Tensor queries, Tensor keys, Tensor values, Tensor? mask)
    {
        if (queries.dim() != 3 || keys.dim() != 3 || values.dim() != 3)
            throw new ArgumentException("Queries, keys and values have three dimensions each.");
        if (queries.numel() == 0 || keys.numel() == 0 || values.numel() == 0)
            throw new ArgumentException("A size is 0.");
        if (keys.shape[0] != queries.shape[0] || keys.shape[2] != queries.shape[2])
            throw new ArgumentException("The keys do not fit the queries.");
        if (values.shape[0] != keys.shape[0] || values.shape[1] != keys.shape[1])
            throw new ArgumentException("The values do not fit the keys.");
        CheckMask(mask, queries.shape[0], queries.shape[1], keys.shape[1]);
    }

    private static void CheckMask(Tensor? mask, long n, long queries, long keys)
    {
        if (mask is null) return;
        if (mask.dtype != ScalarType.Bool)
            throw new ArgumentException("The mask is not of truth values.");
        if (mask.dim() != 3 || mask.shape[0] != n || mask.shape[1] != queries || mask.shape[2] != keys)
            throw new ArgumentException("The mask does not fit queries and keys.");
    }

    private static void CheckHeads(Tensor tokens, int heads, Tensor qkv, Tensor proj, Tensor? mask)
    {
        if (heads < 1) throw new ArgumentOutOfRangeException(nameof(heads));
        if (tokens.dim() != 3 || tokens.numel() == 0)
            throw new ArgumentException("The tokens are not [N, T, D].");
        var width = tokens.shape[2];
        if (width % heads != 0) throw new ArgumentException("The heads do not divide D.");
        if (qkv.dim() != 2 || qkv.shape[0] != 3 * width || qkv.shape[1] != width)
            throw new ArgumentException("qkv is not [3 D, D].");
        if (proj.dim() != 2 || proj.shape[0] != width || proj.shape[1] != width)
            throw new ArgumentException("proj is not [D, D].");
        CheckMask(mask, tokens.shape[0], tokens.shape[1], tokens.shape[1]);
    }
}
