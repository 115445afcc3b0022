using static TorchSharp.torch;

namespace Etudes.ML;

public abstract class MaeLoss : IMaeLoss
{
    public static Tensor Normalise(Tensor patches) => throw new NotImplementedException();

    public static Tensor Loss(Tensor prediction, Tensor target, Tensor mask, bool normalise) => throw new NotImplementedException();
}
