using static TorchSharp.torch;

namespace Etudes.ML;

public abstract class InfoNce : IInfoNce
{
    public static Tensor Loss(Tensor scores, double temperature) => throw new NotImplementedException();

    public static Tensor Bound(Tensor scores, double temperature) => throw new NotImplementedException();
}
