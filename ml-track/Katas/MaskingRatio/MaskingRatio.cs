using static TorchSharp.torch;

namespace Etudes.ML;

public abstract class MaskingRatio : IMaskingRatio
{
    public static (Tensor IdsKeep, Tensor Mask, Tensor IdsRestore) Mask(Tensor noise, double ratio) =>
        throw new NotImplementedException();
}
