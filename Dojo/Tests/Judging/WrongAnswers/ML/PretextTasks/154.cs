// Rotations appends the turns of one picture after the other with cat and keeps every stage until the end, O(N N C S S) in time and memory, which shows with thousands of pictures.
using System;
using TorchSharp;
using static TorchSharp.torch;

namespace Etudes.ML;

public abstract class PretextTasks : IPretextTasks
{
    public static (Tensor Pictures, Tensor Labels) Rotations(Tensor images)
    {
        CheckSquares(images);
        var n = images.shape[0];

        using var scope = NewDisposeScope();
        var pictures = Turns(images.narrow(0, 0, 1));
        for (long i = 1; i < n; i++)
            pictures = cat(new[] { pictures, Turns(images.narrow(0, i, 1)) }, 0);
        var labels = arange(4).repeat(new long[] { n });
        return (pictures.MoveToOuterDisposeScope(), labels.MoveToOuterDisposeScope());
    }

    public static (Tensor Centres, Tensor Neighbours, Tensor Labels) RelativePositions(Tensor images, int patch, int gap)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(patch, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(gap, 0);
        CheckSquares(images);
        long n = images.shape[0], channels = images.shape[1], side = images.shape[2];
        if (side != 3L * patch + 2L * gap)
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

    // [1, C, S, S] in its four turns, [4, C, S, S]
    private static Tensor Turns(Tensor image)
    {
        using var scope = NewDisposeScope();
        var across = image.transpose(2, 3);
        var turns = new[]
        {
            image,
            across.flip(new long[] { 2 }),
            image.flip(new long[] { 2, 3 }),
            across.flip(new long[] { 3 }),
        };
        return cat(turns, 0).MoveToOuterDisposeScope();
    }

    private static void CheckSquares(Tensor images)
    {
        var shape = images.shape;
        if (shape.Length != 4 || images.numel() == 0 || shape[2] != shape[3])
            throw new ArgumentException("The images are not [N, C, S, S] with no side 0.", nameof(images));
    }
}
