using static TorchSharp.torch;

namespace Etudes.ML;

public abstract class RoiMaxPool : IRoiMaxPool
{
    public static Tensor Pool(Tensor maps, Tensor boxes, int binsHigh, int binsWide, double scale) =>
        throw new NotImplementedException();
}
