using static TorchSharp.torch;

namespace Etudes.ML;

public abstract class NceLoss : INceLoss
{
    public static Tensor Loss(Tensor data, Tensor noise, Tensor logNoiseOfData, Tensor logNoiseOfNoise) =>
        throw new NotImplementedException();
}
