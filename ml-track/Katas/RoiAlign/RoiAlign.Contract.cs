using System;
using static TorchSharp.torch;

namespace Etudes.ML;

/// <summary>Region of interest alignment: pooling of boxes without rounding, by the mean of
/// interpolated samples.</summary>
public interface IRoiAlign
{
    /// <summary>The mean of the samples in each bin of each box. O(C) per cell that a bin
    /// draws on.</summary>
    /// <param name="maps">Features of N pictures, [N, C, H, W] of float32 or float64.</param>
    /// <param name="boxes">Picture, x1, y1, x2, y2 of each box, in pixels of the picture, [K, 5]
    /// of float32 or float64.</param>
    /// <param name="binsHigh">How many bins a box is high, at least 1.</param>
    /// <param name="binsWide">How many bins a box is wide, at least 1.</param>
    /// <param name="scale">Cells of the map per pixel of the picture, above 0.</param>
    /// <param name="samples">Samples per bin on each axis; 0 or less asks for the ceiling of size /
    /// bins. Where that is 0, the bin is 0.</param>
    /// <param name="aligned">Whether boxes move by half a cell to the left and up; if not, they are
    /// at least one cell high and wide.</param>
    /// <returns>[K, C, binsHigh, binsWide], of the type of the maps, with a gradient
    /// to them.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Bins, scale or the number of a picture are out
    /// of range.</exception>
    /// <exception cref="ArgumentException">The shapes are not [N, C, H, W] and [K, 5].</exception>
    static abstract Tensor Pool(Tensor maps, Tensor boxes, int binsHigh, int binsWide, double scale, int samples, bool aligned);
}
