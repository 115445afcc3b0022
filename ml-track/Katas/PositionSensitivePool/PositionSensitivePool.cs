using static TorchSharp.torch;

namespace Etudes.ML;

public abstract class PositionSensitivePool : IPositionSensitivePool
{
    public static Tensor Pool(Tensor maps, Tensor boxes, int bins, double scale) => throw new NotImplementedException();

    public static Tensor Vote(Tensor pooled) => throw new NotImplementedException();
}
