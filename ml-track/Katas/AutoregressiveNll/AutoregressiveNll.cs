using static TorchSharp.torch;

namespace Etudes.ML;

public abstract class AutoregressiveNll : IAutoregressiveNll
{
    public static Tensor NegativeLogLikelihood(Tensor x, Tensor weights, Tensor bias) => throw new NotImplementedException();
}
