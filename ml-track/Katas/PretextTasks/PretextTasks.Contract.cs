using System;
using static TorchSharp.torch;

namespace Etudes.ML;

/// <summary>Two questions about pictures whose answers the pictures themselves give.</summary>
public interface IPretextTasks
{
    /// <summary>By how many quarters was the picture turned? Every picture in all four
    /// turns. O(N C S S).</summary>
    /// <param name="images">Square pictures, [N, C, S, S].</param>
    /// <returns>
    /// Pictures, [4 N, C, S, S], of the images' type: number 4 i + k is picture i turned by k
    /// quarters counter-clockwise. Labels, [4 N] of int64: k.
    /// </returns>
    /// <exception cref="ArgumentException">The images are not [N, C, S, S] with no
    /// side 0.</exception>
    static abstract (Tensor Pictures, Tensor Labels) Rotations(Tensor images);

    /// <summary>Where does a patch lie, seen from the centre? The 3 x 3 patches of every
    /// picture. O(N C S S).</summary>
    /// <param name="images">Square pictures of side S = 3 patch + 2 gap, [N, C, S, S].</param>
    /// <param name="patch">p, the side of a patch, at least 1.</param>
    /// <param name="gap">The pixels between two patches, which nobody sees, at least 0.</param>
    /// <returns>
    /// Centres and Neighbours, [8 N, C, p, p], of the images' type: number 8 i + c holds the middle
    /// patch of picture i and its neighbour c. The neighbours are counted row by row without the
    /// middle: 0 is above on the left, 4 on the right. Labels, [8 N] of int64: c.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The patch is less than 1 or the gap less
    /// than 0.</exception>
    /// <exception cref="ArgumentException">The images are not [N, C, S, S] with N and C at least 1
    /// and S = 3 patch + 2 gap.</exception>
    static abstract (Tensor Centres, Tensor Neighbours, Tensor Labels) RelativePositions(Tensor images, int patch, int gap);
}
