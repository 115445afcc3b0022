using System;
using static TorchSharp.torch;

namespace Etudes.ML;

/// <summary>Deformable region of interest pooling: aligned pooling whose bins move, each by an
/// offset of its own that can be learned.</summary>
public interface IDeformablePool
{
    /// <summary>The mean of the samples in each bin of each box, all samples of a bin moved by
    /// gamma * size of the box * offset. O(C) per cell that a sample draws on, where each box may be
    /// given as many samples as the one with the most.</summary>
    /// <param name="maps">Features of N pictures, [N, C, H, W] of float32 or float64.</param>
    /// <param name="boxes">Picture, x1, y1, x2, y2 of each box, in pixels of the picture, [K, 5]
    /// of float32 or float64.</param>
    /// <param name="offsets">How far each bin moves to the right (channel 0) and down (channel 1),
    /// of the type of the maps, [K, 2, binsHigh, binsWide].</param>
    /// <param name="scale">Cells of the map per pixel of the picture, above 0.</param>
    /// <param name="samples">Samples per bin on each axis; 0 or less asks for the ceiling of size /
    /// bins. Where that is 0, the bin is 0.</param>
    /// <param name="gamma">An offset of 1 is this part of the box's width or height.</param>
    /// <returns>[K, C, binsHigh, binsWide], of the type of the maps, with gradients to the maps and
    /// to the offsets.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The scale or the number of a picture is out
    /// of range.</exception>
    /// <exception cref="ArgumentException">The shapes are not [N, C, H, W], [K, 5] and
    /// [K, 2, binsHigh, binsWide] with at least 1 bin each way.</exception>
    static abstract Tensor Pool(Tensor maps, Tensor boxes, Tensor offsets, double scale, int samples, double gamma);
}
