using System;
using static TorchSharp.torch;

namespace Etudes.ML;

/// <summary>A masked autoencoder: its encoder sees a few patches of a picture, its decoder predicts
/// them all.</summary>
public interface IMaskedAutoencoder<TSelf> where TSelf : nn.Module, IMaskedAutoencoder<TSelf>
{
    /// <summary>
    /// A fresh model in float32 whose parameters have the names, the order and the shapes of the
    /// statement. Weight matrices are Xavier uniform (the patches' flattened to [D, p p C]), biases
    /// 0, gains 1, the two tokens normal with deviation 0.02; the position tables are fixed and
    /// take no gradient.
    /// </summary>
    /// <param name="image">The side of the square pictures, in pixels.</param>
    /// <param name="patch">p, the side of a patch, which divides image: L = (image /
    /// p)² patches.</param>
    /// <param name="channels">C.</param>
    /// <param name="encoder">Width: the numbers in a token, D, a multiple of 4 and of the heads.
    /// Depth: the blocks. Heads: those that attend in each block.</param>
    /// <param name="decoder">The same for the decoder, whose tokens have E numbers.</param>
    /// <param name="mlpRatio">How many times as wide as a token the hidden layer of a
    /// block is.</param>
    /// <exception cref="ArgumentException">The patch does not divide the image, a width is no
    /// multiple of 4 and of its heads, or a measure is less than 1.</exception>
    static abstract TSelf Create(int image, int patch, int channels, (int Width, int Depth, int Heads) encoder, (int Width, int Depth, int Heads) decoder, int mlpRatio);

    /// <summary>Encodes the visible patches alone. O(Depth (kept D² + kept² D)) per
    /// picture.</summary>
    /// <param name="images">[N, C, image, image].</param>
    /// <param name="noise">One number per patch, different within a picture, [N, L]; the smallest
    /// are kept, as in MaskingRatio.</param>
    /// <param name="ratio">The part of the patches that is masked, 0 &lt;= ratio &lt; 1.</param>
    /// <returns>Latent, [N, 1 + kept, D], the class token first; Mask, [N, L], 1 where masked;
    /// IdsRestore, [N, L] of int64.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The ratio is negative, 1 or more,
    /// or NaN.</exception>
    /// <exception cref="ArgumentException">The pictures or the noise have
    /// another shape.</exception>
    (Tensor Latent, Tensor Mask, Tensor IdsRestore) Encode(Tensor images, Tensor noise, double ratio);

    /// <summary>Predicts the pixels of every patch, seen or not. O(DecoderDepth (L E² + L² E))
    /// per picture.</summary>
    /// <param name="latent">[N, 1 + kept, D], as Encode gives it.</param>
    /// <param name="idsRestore">[N, L] of int64, as Encode gives it.</param>
    /// <returns>[N, L, p p C], in Patchify's order.</returns>
    /// <exception cref="ArgumentException">The latent or the indices have
    /// another shape.</exception>
    Tensor Decode(Tensor latent, Tensor idsRestore);
}
