using static TorchSharp.torch;

namespace Etudes.ML;

public abstract class Attention : IAttention
{
    public static Tensor Attend(Tensor queries, Tensor keys, Tensor values, Tensor? mask) => throw new NotImplementedException();

    public static Tensor MultiHead(Tensor tokens, int heads, Tensor qkv, Tensor proj, Tensor? mask) => throw new NotImplementedException();
}
