// RelativePositions takes whole numbers through float32, so int32 and int64 pixels beyond 2^24 lose their last digits.
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
        if (side != 3L * patch + 2L * gap)
            throw new ArgumentException("The side is not 3 patch + 2 gap.", nameof(images));

        using var scope = NewDisposeScope();
        // unfold is there for floating types alone
        var type = images.dtype;
        var whole = type is ScalarType.Byte or ScalarType.Int8 or ScalarType.Int16 or ScalarType.Int32
            or ScalarType.Int64 or ScalarType.Bool;
        var pixels = whole ? images.to(ScalarType.Float32) : images;

        // [N, C p p, 9] becomes [N, 9, C, p, p]
        var tiles = nn.functional.unfold(pixels, patch, 1, 0, patch + gap)
            .reshape(n, channels, patch, patch, 9)
            .permute(0, 4, 1, 2, 3);
        if (whole)
            tiles = tiles.to(type);

        var neighbours = cat(new[] { tiles.narrow(1, 0, 4), tiles.narrow(1, 5, 4) }, 1)
            .reshape(8 * n, channels, patch, patch);
        var centres = tiles.narrow(1, 4, 1)
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
