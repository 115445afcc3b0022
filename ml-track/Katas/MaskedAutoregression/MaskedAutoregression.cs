using static TorchSharp.torch;

namespace Etudes.ML;

public abstract class MaskedAutoregression : IMaskedAutoregression
{
    public static (Tensor Hidden, Tensor Output) Masks(Tensor order, Tensor degrees) => throw new NotImplementedException();

    public static Tensor Logits(Tensor x, Tensor order, Tensor degrees, Tensor w1, Tensor b1, Tensor w2, Tensor b2) =>
        throw new NotImplementedException();
}
