// ToPatches splits the merged axis of pictures and channels the wrong way round, so pixels of different pictures are mixed when both N > 1 and C > 1.
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
        // every channel is a picture of its own first: [N C, H/p, W/p, p, p]
        var planes = images.reshape(n * channels, high, patch, wide, patch).permute(0, 1, 3, 2, 4);

        // then the channels of a pixel come together
        return planes.reshape(channels, n, high * wide, area)
            .permute(1, 2, 3, 0)
            .reshape(n, high * wide, area * channels)
            .MoveToOuterDisposeScope();
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
