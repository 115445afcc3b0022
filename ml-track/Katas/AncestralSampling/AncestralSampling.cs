using static TorchSharp.torch;

namespace Etudes.ML;

public abstract class AncestralSampling : IAncestralSampling
{
    public static Tensor Sample(Tensor uniforms, Tensor weights, Tensor bias) => throw new NotImplementedException();
}
