// ToImages appends one row of patches after the other to the picture with cat and so copies it H/p times, O(N C H W H/p) in time and memory, which shows on tall pictures with small patches.
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
        return images.reshape(n, channels, high, patch, wide, patch)
            .permute(0, 2, 4, 3, 5, 1)
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
        // a strip is a row of patches, from the left to the right
        Tensor Strip(long i) =>
            patches.narrow(1, i * wide, wide)
                .reshape(n, wide, patch, patch, channels)
                .permute(0, 4, 2, 1, 3)
                .reshape(n, channels, patch, width);

        var picture = Strip(0);
        for (long i = 1; i < high; i++)
            picture = cat(new[] { picture, Strip(i) }, 2);
        return picture.MoveToOuterDisposeScope();
    }
}
