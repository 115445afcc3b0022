using static TorchSharp.torch;

namespace Etudes.ML;

public abstract class KlDivergence : IKlDivergence
{
    public static Tensor Divergence(Tensor p, Tensor q) => throw new NotImplementedException();

    public static Tensor NegativeLogLikelihood(Tensor samples, Tensor q) => throw new NotImplementedException();
}
