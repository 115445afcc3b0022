using static TorchSharp.torch;

namespace Etudes.ML;

public abstract class DeformablePool : IDeformablePool
{
    public static Tensor Pool(Tensor maps, Tensor boxes, Tensor offsets, double scale, int samples, double gamma) =>
        throw new NotImplementedException();
}
