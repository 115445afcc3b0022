using System;
using static TorchSharp.torch;

namespace Etudes.ML;

/// <summary>Region of interest pooling: boxes of any size on a map of features become grids of the
/// same size.</summary>
public interface IRoiMaxPool
{
    /// <summary>The maximum in each bin of each box; an empty bin is 0. The first maximum in
    /// reading order takes the bin's gradient.</summary>
    /// <param name="maps">Features of N pictures, [N, C, H, W] of float32 or float64.</param>
    /// <param name="boxes">Picture, x1, y1, x2, y2 of each box, in pixels of the picture, [K, 5]
    /// of float32 or float64; the corners' cells belong to the box.</param>
    /// <param name="binsHigh">How many bins a box is high, at least 1.</param>
    /// <param name="binsWide">How many bins a box is wide, at least 1.</param>
    /// <param name="scale">Cells of the map per pixel of the picture, above 0.</param>
    /// <returns>[K, C, binsHigh, binsWide], of the type of the maps, with a gradient
    /// to them.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Bins, scale or the number of a picture are out
    /// of range.</exception>
    /// <exception cref="ArgumentException">The shapes are not [N, C, H, W] and [K, 5].</exception>
    static abstract Tensor Pool(Tensor maps, Tensor boxes, int binsHigh, int binsWide, double scale);
}
