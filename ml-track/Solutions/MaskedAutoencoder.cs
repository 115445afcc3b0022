using System;
using System.Linq;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Etudes.ML;

/// <summary>A masked autoencoder on vision transformers: a wide encoder for the few visible
/// patches, a narrow decoder for all of them.</summary>
/// <remarks>
/// Time: O(Depth (kept D² + kept² D) + DecoderDepth (L E² + L² E)) per picture. Space: the same
/// without the squares of the widths.
/// Needs: MaskingRatio. It is over 100 lines since it is a whole model, from the attention up.
/// Source: <see href="https://arxiv.org/abs/2111.06377">He et al., Masked Autoencoders Are Scalable
/// Vision Learners, 2021</see>;
/// <see href="https://arxiv.org/abs/2010.11929">Dosovitskiy et al., An Image is Worth 16x16 Words,
/// 2020</see> for its blocks.
/// </remarks>
public sealed partial class MaskedAutoencoder : nn.Module
{
    private readonly int _image, _channels, _width, _decoderWidth;
    private readonly Parameter _clsToken, _posEmbed, _maskToken, _decoderPosEmbed;
    private readonly Conv2d _patches;
    private readonly Sequential _blocks, _decoderBlocks;
    private readonly LayerNorm _norm, _decoderNorm;
    private readonly Linear _decoderEmbed, _decoderPred;

    private MaskedAutoencoder(int image, int patch, int channels, (int Width, int Depth, int Heads) encoder, (int Width, int Depth, int Heads) decoder, int mlpRatio)
        : base(nameof(MaskedAutoencoder))
    {
        (_image, _channels, _width, _decoderWidth) = (image, channels, encoder.Width, decoder.Width);
        register_parameter("cls_token", _clsToken = Token(encoder.Width));
        register_parameter("pos_embed", _posEmbed = Positions(encoder.Width, image / patch));
        register_parameter("mask_token", _maskToken = Token(decoder.Width));
        register_parameter("decoder_pos_embed", _decoderPosEmbed = Positions(decoder.Width, image / patch));
        _patches = nn.Conv2d(channels, encoder.Width, patch, stride: patch);
        Xavier(_patches.weight!.flatten(1), _patches.bias!); // drawn as the linear map of a patch that it is
        register_module("patch_embed", nn.Sequential(("proj", _patches)));
        register_module("blocks", _blocks = Blocks(encoder, mlpRatio));
        register_module("norm", _norm = Norm(encoder.Width));
        register_module("decoder_embed", _decoderEmbed = Linear(encoder.Width, decoder.Width));
        register_module("decoder_blocks", _decoderBlocks = Blocks(decoder, mlpRatio));
        register_module("decoder_norm", _decoderNorm = Norm(decoder.Width));
        register_module("decoder_pred", _decoderPred = Linear(decoder.Width, patch * patch * channels));
    }

    public static MaskedAutoencoder Create(int image, int patch, int channels, (int Width, int Depth, int Heads) encoder, (int Width, int Depth, int Heads) decoder, int mlpRatio)
    {
        int[] measures = [image, patch, channels, encoder.Width, encoder.Depth, encoder.Heads, decoder.Width, decoder.Depth, decoder.Heads, mlpRatio];
        if (measures.Min() < 1 || image % patch != 0 || encoder.Width % 4 != 0 || encoder.Width % encoder.Heads != 0 || decoder.Width % 4 != 0 || decoder.Width % decoder.Heads != 0)
            throw new ArgumentException("expected measures of at least 1, a patch that divides the image, and widths that 4 and their heads divide");
        return new MaskedAutoencoder(image, patch, channels, encoder, decoder, mlpRatio);
    }

    public (Tensor Latent, Tensor Mask, Tensor IdsRestore) Encode(Tensor images, Tensor noise, double ratio)
    {
        long patches = _posEmbed.shape[1] - 1;
        if (images.shape is not [var n, var c, var h, var w] || c != _channels || h != _image || w != _image || noise.shape is not [var m, var l] || m != n || l != patches)
            throw new ArgumentException($"expected pictures [N, {_channels}, {_image}, {_image}] and noise [N, {patches}]");
        using var scope = NewDisposeScope();
        var (idsKeep, mask, idsRestore) = MaskingRatio.Mask(noise, ratio); // [N, kept], [N, L], [N, L]
        var tokens = _patches.forward(images).flatten(2).transpose(1, 2) + _posEmbed[.., 1..]; // [N, L, D]
        var cls = (_clsToken + _posEmbed[.., ..1]).expand(n, 1, _width); // [N, 1, D]
        var latent = _norm.forward(_blocks.forward(cat([cls, Take(tokens, idsKeep)], 1))); // [N, 1 + kept, D]
        return (latent.MoveToOuterDisposeScope(), mask.MoveToOuterDisposeScope(), idsRestore.MoveToOuterDisposeScope());
    }

    public Tensor Decode(Tensor latent, Tensor idsRestore)
    {
        long length = _posEmbed.shape[1];
        if (latent.shape is not [var n, var visible, var d] || d != _width || visible < 1 || visible > length || idsRestore.shape is not [var m, var l] || m != n || l != length - 1)
            throw new ArgumentException($"expected a latent [N, 1 + kept, {_width}] and indices [N, {length - 1}]");
        using var scope = NewDisposeScope();
        var tokens = _decoderEmbed.forward(latent); // [N, 1 + kept, E]
        var masked = _maskToken.expand(n, length - visible, _decoderWidth); // [N, L - kept, E]
        var patches = Take(cat([tokens[.., 1..], masked], 1), idsRestore); // [N, L, E], each where it was
        var all = cat([tokens[.., ..1], patches], 1) + _decoderPosEmbed; // [N, 1 + L, E]
        var decoded = _decoderNorm.forward(_decoderBlocks.forward(all))[.., 1..]; // [N, L, E]
        return _decoderPred.forward(decoded).MoveToOuterDisposeScope(); // [N, L, p p C]
    }

    /// <summary>The tokens of these indices, each picture by its own: [N, L, D] and [N, k] give
    /// [N, k, D].</summary>
    private static Tensor Take(Tensor tokens, Tensor ids) => tokens.gather(1, ids.unsqueeze(2).expand(-1, -1, tokens.shape[2]));

    private static Parameter Token(int width) => new(nn.init.normal_(zeros(1, 1, width), std: 0.02)); // [1, 1, D]

    /// <summary>Fixed positions, [1, 1 + L, D]: one half for the column, one for the row, each all
    /// sines, then all cosines; zeros for the class token.</summary>
    private static Parameter Positions(int width, int grid)
    {
        var frequencies = pow(1e4, arange(width / 4, dtype: float64) / -(width / 4)); // [D/4]
        var angles = arange(grid, dtype: float64).unsqueeze(1) * frequencies; // [grid, D/4]
        var axis = cat([angles.sin(), angles.cos()], 1); // [grid, D/2]
        var columns = axis.unsqueeze(0).expand(grid, grid, width / 2); // [row, column, D/2]
        var table = cat([columns, columns.transpose(0, 1)], 2).reshape(grid * grid, width); // [L, D]
        return new(cat([zeros(1, width, float64), table], 0).unsqueeze(0).to(float32), requires_grad: false);
    }

    private static Sequential Blocks((int Width, int Depth, int Heads) measures, int mlpRatio) => nn.Sequential(
        Enumerable.Range(0, measures.Depth).Select(i => ($"{i}", (nn.Module<Tensor, Tensor>)new Block(measures.Width, measures.Heads, mlpRatio))).ToArray());

    private static LayerNorm Norm(int width) => nn.LayerNorm(width, eps: 1e-6);

    private static Linear Linear(int from, int to)
    {
        var linear = nn.Linear(from, to);
        Xavier(linear.weight!, linear.bias!);
        return linear;
    }

    private static void Xavier(Tensor weight, Tensor bias)
    {
        using var _ = no_grad();
        nn.init.xavier_uniform_(weight);
        nn.init.zeros_(bias);
    }

    /// <summary>A block of a transformer: attention, then a layer for each token alone. Each is
    /// given its input normalised, and adds to it.</summary>
    private sealed class Block : nn.Module<Tensor, Tensor>
    {
        private readonly LayerNorm _norm1, _norm2;
        private readonly Attention _attention;
        private readonly Sequential _mlp;

        public Block(int width, int heads, int mlpRatio) : base(nameof(Block))
        {
            register_module("norm1", _norm1 = Norm(width));
            register_module("attn", _attention = new Attention(width, heads));
            register_module("norm2", _norm2 = Norm(width));
            register_module("mlp", _mlp = nn.Sequential(("fc1", Linear(width, mlpRatio * width)), ("act", nn.GELU()), ("fc2", Linear(mlpRatio * width, width))));
        }

        public override Tensor forward(Tensor tokens) // [N, T, D]
        {
            tokens = tokens + _attention.forward(_norm1.forward(tokens));
            return tokens + _mlp.forward(_norm2.forward(tokens));
        }
    }

    /// <summary>Every token asks all tokens, in several heads.</summary>
    private sealed class Attention : nn.Module<Tensor, Tensor>
    {
        private readonly int _heads;
        private readonly Linear _qkv, _proj;

        public Attention(int width, int heads) : base(nameof(Attention))
        {
            _heads = heads;
            register_module("qkv", _qkv = Linear(width, 3 * width));
            register_module("proj", _proj = Linear(width, width));
        }

        public override Tensor forward(Tensor tokens) // [N, T, D]
        {
            var (n, t, d) = (tokens.shape[0], tokens.shape[1], tokens.shape[2]);
            var qkv = _qkv.forward(tokens).reshape(n, t, 3, _heads, d / _heads).permute(2, 0, 3, 1, 4).unbind(0); // 3 of [N, heads, T, D/heads]
            var attended = nn.functional.scaled_dot_product_attention(qkv[0], qkv[1], qkv[2]); // [N, heads, T, D/heads]
            return _proj.forward(attended.transpose(1, 2).reshape(n, t, d)); // [N, T, D]
        }
    }
}
