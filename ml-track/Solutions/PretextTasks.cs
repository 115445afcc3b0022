using System;
using System.Linq;
using static TorchSharp.torch;

namespace Etudes.ML;

/// <summary>Labels from the pictures themselves: how far one was turned, and where a patch of
/// it lies.</summary>
/// <remarks>
/// Time: O(N C S S). Space: O(N C S S).
/// Source: <see href="https://arxiv.org/abs/1803.07728">Gidaris, Singh, Komodakis, Unsupervised
/// Representation Learning by Predicting Image Rotations, 2018</see>;
/// <see href="https://arxiv.org/abs/1505.05192">Doersch, Gupta, Efros, Unsupervised Visual
/// Representation Learning by Context Prediction, 2015</see>.
/// </remarks>
public abstract partial class PretextTasks
{
    private const int Middle = 4; // of 3 x 3 patches, row by row
    private static readonly long[] s_around = [0, 1, 2, 3, 5, 6, 7, 8];

    public static (Tensor Pictures, Tensor Labels) Rotations(Tensor images)
    {
        if (images.dim() != 4 || images.numel() == 0 || images.shape[2] != images.shape[3])
            throw new ArgumentException("expected square images [N, C, S, S]", nameof(images));
        using var scope = NewDisposeScope();
        var turns = Enumerable.Range(0, 4).Select(k => images.rot90(k, (2, 3))); // 4 times [N, C, S, S]
        var pictures = stack(turns, 1).flatten(0, 1); // [4 N, C, S, S], the four of a picture together
        var labels = arange(4, int64, images.device).repeat(images.shape[0]); // [4 N]
        return (pictures.MoveToOuterDisposeScope(), labels.MoveToOuterDisposeScope());
    }

    public static (Tensor Centres, Tensor Neighbours, Tensor Labels) RelativePositions(Tensor images, int patch, int gap)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(patch, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(gap);
        long side = 3L * patch + 2L * gap, step = (long)patch + gap;
        if (images.dim() != 4 || images.numel() == 0 || images.shape[2] != side || images.shape[3] != side)
            throw new ArgumentException($"expected images [N, C, {side}, {side}]", nameof(images));
        using var scope = NewDisposeScope();
        var patches = images.unfold(2, patch, step).unfold(3, patch, step) // [N, C, 3, 3, p, p]
            .permute(0, 2, 3, 1, 4, 5).flatten(1, 2); // [N, 9, C, p, p]
        var centres = patches.index_select(1, full(s_around.Length, Middle, int64, images.device)).flatten(0, 1); // [8 N, C, p, p]
        var neighbours = patches.index_select(1, tensor(s_around, device: images.device)).flatten(0, 1); // [8 N, C, p, p]
        var labels = arange(s_around.Length, int64, images.device).repeat(images.shape[0]); // [8 N]
        return (centres.MoveToOuterDisposeScope(), neighbours.MoveToOuterDisposeScope(), labels.MoveToOuterDisposeScope());
    }
}
