using System;
using static TorchSharp.torch;

namespace Etudes.ML;

/// <summary>Deformable convolution: a convolution whose kernel points read the map where an offset
/// of their own moves them.</summary>
public interface IDeformableConv
{
    /// <summary>
    /// The sum over kernel points (row, column) and channels of weight times map, read at place *
    /// stride - padding + point * dilation + offset by bilinear interpolation, in which each of the
    /// four corners that is off the map counts 0. A kernel's worth of samples per place.
    /// </summary>
    /// <param name="maps">Features of N pictures, [N, C, H, W].</param>
    /// <param name="offsets">
    /// For each offset group, kernel point and place the move down (channel 2k of the group) and to
    /// the right (2k + 1), k = row * kw + column, [N, 2 * offsetGroups * kh * kw, high, wide].
    /// Group g moves the g-th of equal runs of channels.
    /// </param>
    /// <param name="weight">The kernels, [D, C / groups, kh, kw]; the g-th of equal runs of kernels
    /// reads the g-th run of channels.</param>
    /// <param name="stride">Cells from one place to the next, at least 1.</param>
    /// <param name="padding">Cells of zeros around the map, at least 0.</param>
    /// <param name="dilation">Cells from one kernel point to the next, at least 1.</param>
    /// <returns>[N, D, high, wide] of the type of the maps, as large as conv2d's result, with
    /// gradients to maps, offsets and weight.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Stride, padding or dilation is out
    /// of range.</exception>
    /// <exception cref="ArgumentException">The shapes do not fit together, a size is 0, or the
    /// kernel is larger than the padded map.</exception>
    static abstract Tensor Convolve(Tensor maps, Tensor offsets, Tensor weight,
        (int High, int Wide) stride, (int High, int Wide) padding, (int High, int Wide) dilation);
}
