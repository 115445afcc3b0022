using System;
using static TorchSharp.torch;

namespace Etudes.ML;

/// <summary>Position-sensitive pooling of R-FCN: each bin of a box averages score maps of its own,
/// then the bins vote on the class.</summary>
public interface IPositionSensitivePool
{
    /// <summary>For class c the mean over the cells of bin (i, j) of map (c * bins + i) * bins + j;
    /// a bin that lies off the map is 0.</summary>
    /// <param name="maps">Score maps of N pictures, [N, C * bins * bins, H, W] of float32
    /// or float64.</param>
    /// <param name="boxes">Picture, x1, y1, x2, y2 of each box, in pixels of the picture, [K, 5]
    /// of float32 or float64; the box ends before the cell of its second corner.</param>
    /// <param name="bins">How many bins a box is high and wide, at least 1.</param>
    /// <param name="scale">Cells of the map per pixel of the picture, above 0.</param>
    /// <returns>[K, C, bins, bins], of the type of the maps, with a gradient to them.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Bins, scale or the number of a picture are out
    /// of range.</exception>
    /// <exception cref="ArgumentException">The shapes are not [N, C * bins * bins, H, W] with C at
    /// least 1 and [K, 5].</exception>
    static abstract Tensor Pool(Tensor maps, Tensor boxes, int bins, double scale);

    /// <summary>The bins' vote: the mean over the bins of each class, then the softmax over
    /// the classes.</summary>
    /// <param name="pooled">What Pool gave, [K, C, bins, bins].</param>
    /// <returns>The probability of each class, [K, C], of the type of pooled, with a gradient
    /// to it.</returns>
    /// <exception cref="ArgumentException">The shape is not [K, C, bins, bins] with C and bins at
    /// least 1.</exception>
    static abstract Tensor Vote(Tensor pooled);
}
