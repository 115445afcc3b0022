// 3 patch + 2 gap is computed in int and wraps round, so patch 1 and gap int.MaxValue pass the check on pictures of side 1 and end in libtorch's error instead of ArgumentException.
using System;
using TorchSharp;
using static TorchSharp.torch;

namespace Etudes.ML;

public abstract class PretextTasks : IPretextTasks
{
    public static (Tensor Pictures, Tensor Labels) Rotations(Tensor images)
    {
        CheckSquares(images);
        long n = images.shape[0], channels = images.shape[1], side = images.shape[2];

        using var scope = NewDisposeScope();
        var across = images.transpose(2, 3);
        var turns = new[]
        {
            images,
            across.flip(new long[] { 2 }),
            images.flip(new long[] { 2, 3 }),
            across.flip(new long[] { 3 }),
        };
        var pictures = stack(turns, 1).reshape(4 * n, channels, side, side);
        var labels = arange(4).repeat(new long[] { n });
        return (pictures.MoveToOuterDisposeScope(), labels.MoveToOuterDisposeScope());
    }

    public static (Tensor Centres, Tensor Neighbours, Tensor Labels) RelativePositions(Tensor images, int patch, int gap)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(patch, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(gap, 0);
        CheckSquares(images);
        long n = images.shape[0], channels = images.shape[1], side = images.shape[2];
        if (side != 3 * patch + 2 * gap)
            throw new ArgumentException("The side is not 3 patch + 2 gap.", nameof(images));

        using var scope = NewDisposeScope();
        var step = (long)patch + gap;
        Tensor Tile(long place) =>
            images.narrow(2, place / 3 * step, patch).narrow(3, place % 3 * step, patch);

        var around = new Tensor[8];
        for (var c = 0; c < 8; c++)
            around[c] = Tile(c < 4 ? c : c + 1);
        var neighbours = stack(around, 1).reshape(8 * n, channels, patch, patch);
        var centres = Tile(4).unsqueeze(1)
            .repeat(new long[] { 1, 8, 1, 1, 1 })
            .reshape(8 * n, channels, patch, patch);
        var labels = arange(8).repeat(new long[] { n });
        return (centres.MoveToOuterDisposeScope(), neighbours.MoveToOuterDisposeScope(),
            labels.MoveToOuterDisposeScope());
    }

    private static void CheckSquares(Tensor images)
    {
        var shape = images.shape;
        if (shape.Length != 4 || images.numel() == 0 || shape[2] != shape[3])
            throw new ArgumentException("The images are not [N, C, S, S] with no side 0.", nameof(images));
    }
}
