using static TorchSharp.torch;

namespace Etudes.ML;

public abstract class PretextTasks : IPretextTasks
{
    public static (Tensor Pictures, Tensor Labels) Rotations(Tensor images) => throw new NotImplementedException();

    public static (Tensor Centres, Tensor Neighbours, Tensor Labels) RelativePositions(Tensor images, int patch, int gap) =>
        throw new NotImplementedException();
}
