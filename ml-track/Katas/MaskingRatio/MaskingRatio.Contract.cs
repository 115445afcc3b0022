using System;
using static TorchSharp.torch;

namespace Etudes.ML;

/// <summary>Random masking of a masked autoencoder: which patches of each picture the
/// encoder sees.</summary>
public interface IMaskingRatio
{
    /// <summary>Keeps the (int)(L * (1 - ratio)) patches of the smallest noise of each picture,
    /// computed in double. O(N L log L).</summary>
    /// <param name="noise">One number per patch, different within a picture, [N, L] of float32,
    /// float64 or int64.</param>
    /// <param name="ratio">The part of the patches that is masked, 0 &lt;= ratio &lt; 1.</param>
    /// <returns>
    /// IdsKeep, [N, kept] of int64: the kept patches in ascending order of their noise; Mask,
    /// [N, L] of the noise's type: 0 where kept, 1 where masked; IdsRestore, [N, L] of int64: the
    /// rank of each patch's noise, so that gathering by it undoes the shuffle.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The ratio is negative, 1 or more,
    /// or NaN.</exception>
    /// <exception cref="ArgumentException">The noise is not [N, L] with N and L at
    /// least 1.</exception>
    static abstract (Tensor IdsKeep, Tensor Mask, Tensor IdsRestore) Mask(Tensor noise, double ratio);
}
