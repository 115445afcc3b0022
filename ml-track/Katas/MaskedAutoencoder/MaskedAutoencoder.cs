using static TorchSharp.torch;

namespace Etudes.ML;

public sealed class MaskedAutoencoder : nn.Module, IMaskedAutoencoder<MaskedAutoencoder>
{
    private MaskedAutoencoder() : base(nameof(MaskedAutoencoder)) { }

    public static MaskedAutoencoder Create(int image, int patch, int channels, (int Width, int Depth, int Heads) encoder, (int Width, int Depth, int Heads) decoder, int mlpRatio) =>
        throw new NotImplementedException();

    public (Tensor Latent, Tensor Mask, Tensor IdsRestore) Encode(Tensor images, Tensor noise, double ratio) => throw new NotImplementedException();

    public Tensor Decode(Tensor latent, Tensor idsRestore) => throw new NotImplementedException();
}
