using static TorchSharp.torch;

namespace Etudes.ML;

public abstract class MutualInformation : IMutualInformation
{
    public static Tensor Information(Tensor joint) => throw new NotImplementedException();
}
