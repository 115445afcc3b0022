using static TorchSharp.torch;

namespace Etudes.ML;

public abstract class DeformableConv : IDeformableConv
{
    public static Tensor Convolve(Tensor maps, Tensor offsets, Tensor weight,
        (int High, int Wide) stride, (int High, int Wide) padding, (int High, int Wide) dilation) =>
        throw new NotImplementedException();
}
