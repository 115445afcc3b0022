using static TorchSharp.torch;

namespace Etudes.ML;

public abstract class Patchify : IPatchify
{
    public static Tensor ToPatches(Tensor images, int patch) => throw new NotImplementedException();

    public static Tensor ToImages(Tensor patches, int patch, int height, int width) => throw new NotImplementedException();
}
