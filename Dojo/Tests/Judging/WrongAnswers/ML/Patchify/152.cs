// ToPatches takes whole numbers through float64, so int64 values beyond 2^53 lose their last digits.
using System;
using TorchSharp;
using static TorchSharp.torch;

namespace Etudes.ML;

public abstract class Patchify : IPatchify
{
    public static Tensor ToPatches(Tensor images, int patch)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(patch, 1);
        if (images.shape.Length != 4 || images.numel() == 0)
            throw new ArgumentException("The images are not [N, C, H, W] with no side 0.", nameof(images));

        long n = images.shape[0], channels = images.shape[1], height = images.shape[2], width = images.shape[3];
        if (height % patch != 0 || width % patch != 0)
            throw new ArgumentException("The patch does not divide the pictures.", nameof(patch));

        var area = (long)patch * patch;
        long high = height / patch, wide = width / patch;

        using var scope = NewDisposeScope();
        // unfold is there for floating types alone
        var type = images.dtype;
        var whole = type is ScalarType.Byte or ScalarType.Int8 or ScalarType.Int16 or ScalarType.Int32
            or ScalarType.Int64 or ScalarType.Bool;
        var pixels = whole ? images.to(ScalarType.Float64) : images;

        // [N, C p p, L], the channel first: a patch wants its channels last
        var blocks = nn.functional.unfold(pixels, patch, 1, 0, patch);
        var patches = blocks.reshape(n, channels, area, high * wide)
            .permute(0, 3, 2, 1)
            .reshape(n, high * wide, area * channels);
        return (whole ? patches.to(type) : patches).MoveToOuterDisposeScope();
    }

    public static Tensor ToImages(Tensor patches, int patch, int height, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(patch, 1);
        if (height < 1 || width < 1 || height % patch != 0 || width % patch != 0)
            throw new ArgumentException("The patch does not divide the picture.", nameof(patch));
        if (patches.shape.Length != 3 || patches.numel() == 0)
            throw new ArgumentException("The patches are not [N, L, D] with no side 0.", nameof(patches));

        var area = (long)patch * patch;
        long high = height / patch, wide = width / patch;
        if (patches.shape[1] != high * wide || patches.shape[2] % area != 0)
            throw new ArgumentException("The patches do not make such a picture.", nameof(patches));

        long n = patches.shape[0], channels = patches.shape[2] / area;

        using var scope = NewDisposeScope();
        return patches.reshape(n, high, wide, patch, patch, channels)
            .permute(0, 5, 1, 3, 2, 4)
            .reshape(n, channels, height, width)
            .MoveToOuterDisposeScope();
    }
}
