// Xavier sees the convolution as [D, C, p, p], whose fan-out is D p p, instead of the flattened [D, p p C]; shows in the range of fresh patch_embed.proj.weight for p > 1, which is too small.
using System;
using System.Linq;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Etudes.ML;

public sealed class MaskedAutoencoder : nn.Module, IMaskedAutoencoder<MaskedAutoencoder>
{
    private const double Eps = 1e-6;

    private readonly Parameter cls_token;
    private readonly Parameter pos_embed;
    private readonly Parameter mask_token;
    private readonly Parameter decoder_pos_embed;
    private readonly PatchEmbed patch_embed;
    private readonly ModuleList<Block> blocks;
    private readonly LayerNorm norm;
    private readonly Linear decoder_embed;
    private readonly ModuleList<Block> decoder_blocks;
    private readonly LayerNorm decoder_norm;
    private readonly Linear decoder_pred;

    private readonly int _image, _channels, _patches, _width, _decoderWidth;

    private MaskedAutoencoder(int image, int patch, int channels, (int Width, int Depth, int Heads) encoder, (int Width, int Depth, int Heads) decoder, int mlpRatio) : base(nameof(MaskedAutoencoder))
    {
        var side = image / patch;
        (_image, _channels, _patches) = (image, channels, side * side);
        (_width, _decoderWidth) = (encoder.Width, decoder.Width);

        cls_token = new Parameter(zeros(1, 1, _width));
        pos_embed = new Parameter(Positions(side, _width), requires_grad: false);
        mask_token = new Parameter(zeros(1, 1, _decoderWidth));
        decoder_pos_embed = new Parameter(Positions(side, _decoderWidth), requires_grad: false);
        patch_embed = new PatchEmbed(patch, channels, _width);
        blocks = Blocks(encoder, mlpRatio);
        norm = nn.LayerNorm(_width, eps: Eps);
        decoder_embed = nn.Linear(_width, _decoderWidth);
        decoder_blocks = Blocks(decoder, mlpRatio);
        decoder_norm = nn.LayerNorm(_decoderWidth, eps: Eps);
        decoder_pred = nn.Linear(_decoderWidth, patch * patch * channels);
        RegisterComponents();
        Initialise();
    }

    public static MaskedAutoencoder Create(int image, int patch, int channels, (int Width, int Depth, int Heads) encoder, (int Width, int Depth, int Heads) decoder, int mlpRatio)
    {
        if (image < 1 || patch < 1 || channels < 1 || mlpRatio < 1)
            throw new ArgumentException("every measure must be at least 1");
        if (image % patch != 0)
            throw new ArgumentException("the patch must divide the image", nameof(patch));
        foreach (var (width, depth, heads) in new[] { encoder, decoder })
        {
            if (width < 1 || depth < 1 || heads < 1)
                throw new ArgumentException("every measure must be at least 1");
            if (width % 4 != 0 || width % heads != 0)
                throw new ArgumentException("4 and the heads must divide the width");
        }
        return new MaskedAutoencoder(image, patch, channels, encoder, decoder, mlpRatio);
    }

    public (Tensor Latent, Tensor Mask, Tensor IdsRestore) Encode(Tensor images, Tensor noise, double ratio)
    {
        if (images.dim() != 4 || images.shape[0] < 1 || images.shape[1] != _channels || images.shape[2] != _image || images.shape[3] != _image)
            throw new ArgumentException("expected [N, C, image, image]", nameof(images));
        if (noise.dim() != 2 || noise.shape[0] != images.shape[0] || noise.shape[1] != _patches)
            throw new ArgumentException("expected [N, L]", nameof(noise));
        if (!(ratio >= 0 && ratio < 1))
            throw new ArgumentOutOfRangeException(nameof(ratio));

        using var scope = NewDisposeScope();
        var n = images.shape[0];
        var x = patch_embed.forward(images) + pos_embed.narrow(1, 1, _patches);

        var kept = (int)(_patches * (1 - ratio));
        var shuffle = noise.argsort(1);
        var restore = shuffle.argsort(1);
        var keep = shuffle.narrow(1, 0, kept);
        var mask = (restore >= kept).to_type(noise.dtype);

        var visible = x.gather(1, keep.unsqueeze(-1).expand(n, kept, _width));
        var cls = (cls_token + pos_embed.narrow(1, 0, 1)).expand(n, 1, _width);
        x = cat(new[] { cls, visible }, 1);
        foreach (var block in blocks)
            x = block.forward(x);
        var latent = norm.forward(x);
        return (latent.MoveToOuterDisposeScope(), mask.MoveToOuterDisposeScope(), restore.MoveToOuterDisposeScope());
    }

    public Tensor Decode(Tensor latent, Tensor idsRestore)
    {
        if (latent.dim() != 3 || latent.shape[0] < 1 || latent.shape[1] < 1 || latent.shape[1] > 1 + _patches || latent.shape[2] != _width)
            throw new ArgumentException("expected [N, 1 + kept, D]", nameof(latent));
        if (idsRestore.dim() != 2 || idsRestore.shape[0] != latent.shape[0] || idsRestore.shape[1] != _patches)
            throw new ArgumentException("expected [N, L]", nameof(idsRestore));

        using var scope = NewDisposeScope();
        var n = latent.shape[0];
        var kept = latent.shape[1] - 1;
        var x = decoder_embed.forward(latent);
        var cls = x.narrow(1, 0, 1);
        var visible = x.narrow(1, 1, kept);
        var missing = mask_token.expand(n, _patches - kept, _decoderWidth);
        var tokens = cat(new[] { visible, missing }, 1)
            .gather(1, idsRestore.unsqueeze(-1).expand(n, _patches, _decoderWidth));
        x = cat(new[] { cls, tokens }, 1) + decoder_pos_embed;
        foreach (var block in decoder_blocks)
            x = block.forward(x);
        var pixels = decoder_pred.forward(decoder_norm.forward(x));
        return pixels.narrow(1, 1, _patches).contiguous().MoveToOuterDisposeScope();
    }

    private static ModuleList<Block> Blocks((int Width, int Depth, int Heads) of, int mlpRatio) =>
        nn.ModuleList<Block>(Enumerable.Range(0, of.Depth).Select(_ => new Block(of.Width, of.Heads, mlpRatio)).ToArray());

    // Sines and cosines of the column, then of the row; zeros for the class token.
    private static Tensor Positions(int side, int width)
    {
        var quarter = width / 4;
        var table = new float[(1 + side * side) * width];
        for (var row = 0; row < side; row++)
        {
            for (var column = 0; column < side; column++)
            {
                var at = (1 + row * side + column) * width;
                for (var i = 0; i < quarter; i++)
                {
                    var omega = Math.Pow(10000, -(double)i / quarter);
                    table[at + i] = (float)Math.Sin(omega * column);
                    table[at + quarter + i] = (float)Math.Cos(omega * column);
                    table[at + 2 * quarter + i] = (float)Math.Sin(omega * row);
                    table[at + 3 * quarter + i] = (float)Math.Cos(omega * row);
                }
            }
        }
        using var scope = NewDisposeScope();
        return tensor(table).reshape(1, 1 + side * side, width).MoveToOuterDisposeScope();
    }

    private void Initialise()
    {
        using var scope = NewDisposeScope();
        using var guard = no_grad();
        foreach (var (name, parameter) in named_parameters())
        {
            if (name is "cls_token" or "mask_token")
                nn.init.normal_(parameter, 0, 0.02);
            else if (name.EndsWith(".bias", StringComparison.Ordinal))
                nn.init.zeros_(parameter);
            else if (name.EndsWith(".weight", StringComparison.Ordinal) && parameter.dim() > 1)
                nn.init.xavier_uniform_(parameter);
        }
    }

    private sealed class PatchEmbed : nn.Module<Tensor, Tensor>
    {
        private readonly Conv2d proj;

        public PatchEmbed(int patch, int channels, int width) : base(nameof(PatchEmbed))
        {
            proj = nn.Conv2d(channels, width, patch, stride: patch);
            RegisterComponents();
        }

        public override Tensor forward(Tensor images) => proj.forward(images).flatten(2).transpose(1, 2);
    }

    private sealed class SelfAttention : nn.Module<Tensor, Tensor>
    {
        private readonly Linear qkv;
        private readonly Linear proj;
        private readonly int _heads;

        public SelfAttention(int width, int heads) : base(nameof(SelfAttention))
        {
            _heads = heads;
            qkv = nn.Linear(width, 3 * width);
            proj = nn.Linear(width, width);
            RegisterComponents();
        }

        public override Tensor forward(Tensor x)
        {
            var (n, t, width) = (x.shape[0], x.shape[1], x.shape[2]);
            var ofHead = width / _heads;
            var all = qkv.forward(x).reshape(n, t, 3, _heads, ofHead).permute(2, 0, 3, 1, 4);
            var (q, k, v) = (all.select(0, 0), all.select(0, 1), all.select(0, 2));
            var scores = q.matmul(k.transpose(-2, -1)) / Math.Sqrt(ofHead);
            var mixed = scores.softmax(-1).matmul(v);
            return proj.forward(mixed.transpose(1, 2).reshape(n, t, width));
        }
    }

    private sealed class Mlp : nn.Module<Tensor, Tensor>
    {
        private readonly Linear fc1;
        private readonly Linear fc2;

        public Mlp(int width, int ratio) : base(nameof(Mlp))
        {
            fc1 = nn.Linear(width, ratio * width);
            fc2 = nn.Linear(ratio * width, width);
            RegisterComponents();
        }

        public override Tensor forward(Tensor x) => fc2.forward(nn.functional.gelu(fc1.forward(x)));
    }

    private sealed class Block : nn.Module<Tensor, Tensor>
    {
        private readonly LayerNorm norm1;
        private readonly SelfAttention attn;
        private readonly LayerNorm norm2;
        private readonly Mlp mlp;

        public Block(int width, int heads, int mlpRatio) : base(nameof(Block))
        {
            norm1 = nn.LayerNorm(width, eps: Eps);
            attn = new SelfAttention(width, heads);
            norm2 = nn.LayerNorm(width, eps: Eps);
            mlp = new Mlp(width, mlpRatio);
            RegisterComponents();
        }

        public override Tensor forward(Tensor x)
        {
            x = x + attn.forward(norm1.forward(x));
            return x + mlp.forward(norm2.forward(x));
        }
    }
}
