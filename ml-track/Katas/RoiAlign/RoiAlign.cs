using static TorchSharp.torch;

namespace Etudes.ML;

public abstract class RoiAlign : IRoiAlign
{
    public static Tensor Pool(Tensor maps, Tensor boxes, int binsHigh, int binsWide, double scale, int samples, bool aligned) =>
        throw new NotImplementedException();
}
