using System;
using static TorchSharp.torch;

namespace Etudes.ML;

/// <summary>Pictures as sequences of square patches, and back.</summary>
public interface IPatchify
{
    /// <summary>Cuts pictures into patches, row by row; a patch lists its pixels row by row, each
    /// with all its channels. O(N C H W).</summary>
    /// <param name="images">[N, C, H, W].</param>
    /// <param name="patch">p, the side of a patch, which divides H and W.</param>
    /// <returns>[N, H/p * W/p, p * p * C], of the images' type, with a gradient to them.</returns>
    /// <exception cref="ArgumentOutOfRangeException">p is less than 1.</exception>
    /// <exception cref="ArgumentException">The images are not [N, C, H, W] with no side 0, or p
    /// does not divide H and W.</exception>
    static abstract Tensor ToPatches(Tensor images, int patch);

    /// <summary>Puts the patches together again: the inverse of
    /// <see cref="ToPatches"/>. O(N C H W).</summary>
    /// <param name="patches">[N, H/p * W/p, p * p * C].</param>
    /// <param name="patch">p, the side of a patch.</param>
    /// <param name="height">H, a multiple of p.</param>
    /// <param name="width">W, a multiple of p.</param>
    /// <returns>[N, C, H, W], of the patches' type, with a gradient to them.</returns>
    /// <exception cref="ArgumentOutOfRangeException">p is less than 1.</exception>
    /// <exception cref="ArgumentException">The patches are not of that shape with no side 0, or p
    /// does not divide H and W.</exception>
    static abstract Tensor ToImages(Tensor patches, int patch, int height, int width);
}
