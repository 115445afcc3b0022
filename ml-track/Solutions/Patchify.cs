using System;
using static TorchSharp.torch;

namespace Etudes.ML;

/// <summary>Pictures to patches and back: each side becomes two axes, the axes are put in order,
/// then merged.</summary>
/// <remarks>
/// Time: O(N C H W). Space: O(N C H W), one copy or none.
/// Source: <see href="https://arxiv.org/abs/2010.11929">Dosovitskiy et al., An Image is Worth 16x16
/// Words, 2020, section 3.1</see>.
/// </remarks>
public abstract partial class Patchify
{
    public static Tensor ToPatches(Tensor images, int patch)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(patch, 1);
        if (images.dim() != 4 || images.numel() == 0 || images.shape[2] % patch != 0 || images.shape[3] % patch != 0)
            throw new ArgumentException($"expected images [N, C, H, W] with sides that {patch} divides", nameof(images));
        using var scope = NewDisposeScope();
        var (n, c) = (images.shape[0], images.shape[1]);
        var (rows, columns) = (images.shape[2] / patch, images.shape[3] / patch);
        return images.reshape(n, c, rows, patch, columns, patch) // [N, C, H/p, p, W/p, p]
            .permute(0, 2, 4, 3, 5, 1) // [N, H/p, W/p, p, p, C]
            .reshape(n, rows * columns, patch * patch * c) // [N, L, p p C]
            .MoveToOuterDisposeScope();
    }

    public static Tensor ToImages(Tensor patches, int patch, int height, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(patch, 1);
        var (rows, columns, pixels) = (height / patch, width / patch, (long)patch * patch);
        if (patches.dim() != 3 || patches.numel() == 0 || height < 1 || width < 1 || height % patch != 0 || width % patch != 0
            || patches.shape[1] != (long)rows * columns || patches.shape[2] % pixels != 0)
            throw new ArgumentException($"expected patches [N, {rows} * {columns}, {pixels} * C] and sides that {patch} divides", nameof(patches));
        using var scope = NewDisposeScope();
        var (n, c) = (patches.shape[0], patches.shape[2] / pixels);
        return patches.reshape(n, rows, columns, patch, patch, c) // [N, H/p, W/p, p, p, C]
            .permute(0, 5, 1, 3, 2, 4) // [N, C, H/p, p, W/p, p]
            .reshape(n, c, height, width) // [N, C, H, W]
            .MoveToOuterDisposeScope();
    }
}
