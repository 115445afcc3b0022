using TorchSharp.Modules;

namespace Etudes.ML;

public static class MaskedAutoencoderMistakes
{
    /// <summary>The model as a list of parameters and a few functions of them; each mistake spoils one part.</summary>
    public abstract class Model<TSelf> : nn.Module, IMaskedAutoencoder<TSelf> where TSelf : Model<TSelf>, new()
    {
        private readonly Dictionary<string, Parameter> _byName = [];
        private int _image, _patch, _channels, _mlpRatio;
        private (int Width, int Depth, int Heads) _encoder, _decoder;

        protected Model() : base(typeof(TSelf).Name) { }

        public static TSelf Create(int image, int patch, int channels, (int Width, int Depth, int Heads) encoder, (int Width, int Depth, int Heads) decoder, int mlpRatio)
        {
            var model = new TSelf { _image = image, _patch = patch, _channels = channels, _encoder = encoder, _decoder = decoder, _mlpRatio = mlpRatio };
            model.Check(image > 0 && patch > 0 && encoder.Depth > 0 && image % patch == 0
                && encoder.Width % 4 == 0 && encoder.Width % encoder.Heads == 0 && decoder.Width % 4 == 0 && decoder.Width % decoder.Heads == 0);
            model.Fill(encoder.Width, decoder.Width);
            return model;
        }

        public (Tensor Latent, Tensor Mask, Tensor IdsRestore) Encode(Tensor images, Tensor noise, double ratio)
        {
            CheckInput(images.shape.SequenceEqual([images.shape[0], _channels, _image, _image]) && noise.shape.SequenceEqual([images.shape[0], Length - 1]));
            if (!(ratio >= 0 && ratio < 1)) throw new ArgumentOutOfRangeException(nameof(ratio));
            using var scope = Scope();
            var rank = Rank(noise);
            int kept = (int)((Length - 1) * (1 - ratio));
            var latent = Latent(images, rank.argsort(1).narrow(1, 0, kept));
            return (latent.MoveToOuterDisposeScope(), Mask(rank, kept).MoveToOuterDisposeScope(), rank.MoveToOuterDisposeScope());
        }

        public Tensor Decode(Tensor latent, Tensor idsRestore)
        {
            CheckInput(latent.dim() == 3 && latent.shape[1] <= Length && latent.shape[2] == _encoder.Width && idsRestore.shape.SequenceEqual([latent.shape[0], Length - 1]));
            using var scope = Scope();
            var x = Linear("decoder_embed", latent);
            var masked = this["mask_token"].expand(x.shape[0], Length - x.shape[1], -1);
            x = cat([x[.., ..1], Take(cat([x[.., 1..], masked], 1), Back(idsRestore))], 1) + DecoderPositions(this["decoder_pos_embed"]);
            for (int i = 0; i < _decoder.Depth; i++) x = Block($"decoder_blocks.{i}", x, _decoder.Heads);
            return Patches(Linear("decoder_pred", Norm("decoder_norm", x))).MoveToOuterDisposeScope();
        }

        private long Length => this["pos_embed"].shape[1];

        protected Parameter this[string name] => _byName[name];

        protected virtual void Check(bool fits)
        {
            if (!fits) throw new ArgumentException("measures");
        }

        protected virtual void CheckInput(bool fits)
        {
            if (!fits) throw new ArgumentException("shapes");
        }

        private void Fill(int width, int decoder)
        {
            int grid = _image / _patch;
            Add("cls_token", randn(1, 1, width) * 0.02);
            Add("pos_embed", Table(width, grid), PositionsLearn);
            Add("mask_token", randn(1, 1, decoder) * 0.02);
            Add("decoder_pos_embed", Table(decoder, grid), PositionsLearn);
            Add("patch_embed.proj", width, _channels, _patch, _patch);
            for (int i = 0; i < _encoder.Depth; i++) AddBlock($"blocks.{i}", width);
            AddNorm("norm", width);
            Add("decoder_embed", decoder, width);
            for (int i = 0; i < _decoder.Depth; i++) AddBlock($"decoder_blocks.{i}", decoder);
            AddNorm("decoder_norm", decoder);
            Add("decoder_pred", _patch * _patch * _channels, decoder);
        }

        protected virtual void AddBlock(string block, int d)
        {
            AddNorm($"{block}.norm1", d);
            Add($"{block}.attn.qkv", 3 * d, d);
            Add($"{block}.attn.proj", d, d);
            AddNorm($"{block}.norm2", d);
            Add($"{block}.mlp.fc1", _mlpRatio * d, d);
            Add($"{block}.mlp.fc2", d, _mlpRatio * d);
        }

        private void Add(string name, Tensor value, bool learn = true) => register_parameter(name, _byName[name] = new(value, learn));

        protected void Add(string name, params long[] shape)
        {
            Add($"{name}.weight", Weight(shape));
            Add($"{name}.bias", zeros(shape[0]));
        }

        protected void AddNorm(string name, int d)
        {
            Add($"{name}.weight", ones(d));
            Add($"{name}.bias", zeros(d));
        }

        private Tensor Latent(Tensor images, Tensor keep)
        {
            var tokens = nn.functional.conv2d(images, this["patch_embed.proj.weight"], this["patch_embed.proj.bias"], strides: [_patch, _patch]).flatten(2).transpose(1, 2);
            var x = Visible(tokens, this["pos_embed"], keep);
            for (int i = 0; i < _encoder.Depth; i++) x = Block($"blocks.{i}", x, _encoder.Heads);
            return Encoded(Norm("norm", x), keep);
        }

        private Tensor Block(string block, Tensor x, int heads)
        {
            x = x + Linear($"{block}.attn.proj", Attend(Linear($"{block}.attn.qkv", Norm($"{block}.norm1", x)), heads));
            return x + Linear($"{block}.mlp.fc2", Activate(Linear($"{block}.mlp.fc1", Norm($"{block}.norm2", x))));
        }

        private Tensor Attend(Tensor qkv, int heads)
        {
            var (n, t, d) = (qkv.shape[0], qkv.shape[1], qkv.shape[2] / 3);
            var each = Heads(qkv, n, t, heads, d / heads); // 3 of [N, heads, T, D/heads]
            var weights = (each[0].matmul(each[1].transpose(2, 3)) * Scale(d, heads)).softmax(3);
            return weights.matmul(each[2]).transpose(1, 2).reshape(n, t, d);
        }

        private Tensor Linear(string name, Tensor x) => nn.functional.linear(x, this[$"{name}.weight"], this[$"{name}.bias"]);
        private Tensor Norm(string name, Tensor x) => nn.functional.layer_norm(x, [x.shape[^1]], this[$"{name}.weight"], this[$"{name}.bias"], 1e-6);
        protected static Tensor Take(Tensor tokens, Tensor ids) => tokens.gather(1, ids.unsqueeze(2).expand(-1, -1, tokens.shape[2]));

        protected virtual IDisposable? Scope() => NewDisposeScope();
        protected virtual Tensor Rank(Tensor noise) => noise.argsort(1).argsort(1);
        protected virtual Tensor Mask(Tensor rank, int kept) => (rank >= kept).to(float32);
        protected virtual Tensor Visible(Tensor tokens, Tensor positions, Tensor keep) =>
            cat([(this["cls_token"] + positions[.., ..1]).expand(tokens.shape[0], -1, -1), Take(tokens + positions[.., 1..], keep)], 1);
        protected virtual Tensor Encoded(Tensor latent, Tensor keep) => latent;
        protected virtual Tensor Back(Tensor idsRestore) => idsRestore;
        protected virtual Tensor DecoderPositions(Tensor positions) => positions;
        protected virtual Tensor Patches(Tensor decoded) => decoded[.., 1..];
        protected virtual Tensor Activate(Tensor x) => nn.functional.gelu(x);
        protected virtual double Scale(long d, int heads) => 1 / Math.Sqrt((double)d / heads);
        protected virtual Tensor[] Heads(Tensor qkv, long n, long t, int heads, long d) => qkv.reshape(n, t, 3, heads, d).permute(2, 0, 3, 1, 4).unbind(0);
        protected virtual bool PositionsLearn => false;
        protected virtual Tensor Weight(long[] shape) => nn.init.xavier_uniform_(zeros(shape[0], shape[1..].Aggregate(1L, (a, b) => a * b))).reshape(shape);
        protected virtual Tensor Axes(Tensor columns) => cat([columns, columns.transpose(0, 1)], 2);

        private Tensor Table(int width, int grid)
        {
            var angles = arange(grid).unsqueeze(1) * pow(1e4, arange(width / 4) / -(width / 4.0)).to(float32); // [grid, D/4]
            var columns = cat([angles.sin(), angles.cos()], 1).unsqueeze(0).expand(grid, grid, -1); // [row, column, D/2]
            return cat([zeros(1, width), Axes(columns).reshape(grid * grid, width)], 0).unsqueeze(0);
        }
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.The_parameters_have_their_names_order_and_shapes))]
    [Advice("A block's parameters stand in the order norm1, attn, norm2, mlp: weights of others are copied by name and order.")]
    public sealed class PutsTheNormsFirst : Model<PutsTheNormsFirst>
    {
        protected override void AddBlock(string block, int d)
        {
            AddNorm($"{block}.norm1", d);
            AddNorm($"{block}.norm2", d);
            foreach (var (name, shape) in ((string, long[])[])[("attn.qkv", [3 * d, d]), ("attn.proj", [d, d]), ("mlp.fc1", [4 * d, d]), ("mlp.fc2", [d, 4 * d])]) Add($"{block}.{name}", shape);
        }
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.Positions_are_fixed_sines_and_cosines_of_the_column_then_of_the_row))]
    [Advice("The first half of a position tells the column, the second half the row: a mesh grid of (w, h), not of (h, w).")]
    public sealed class PutsTheRowFirst : Model<PutsTheRowFirst>
    {
        protected override Tensor Axes(Tensor columns) => cat([columns.transpose(0, 1), columns], 2);
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.Six_steps_of_AdamW_agree_with_the_golden_training))]
    [Advice("The position tables are fixed: give them requires_grad false, or an optimiser moves them.")]
    public sealed class LearnsThePositions : Model<LearnsThePositions>
    {
        protected override bool PositionsLearn => true;
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.Fresh_weights_are_drawn_as_the_contract_says))]
    [Advice("Weights of a masked autoencoder start Xavier uniform, by both sides of the matrix; another start trains another way.")]
    public sealed class DrawsNormalWeights : Model<DrawsNormalWeights>
    {
        protected override Tensor Weight(long[] shape) => randn(shape) * 0.02;
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.Mask_and_IdsRestore_are_those_of_the_noise))]
    [Advice("Mask is 1 where a patch was removed and 0 where it is visible.")]
    public sealed class TurnsTheMaskAround : Model<TurnsTheMaskAround>
    {
        protected override Tensor Mask(Tensor rank, int kept) => (rank < kept).to(float32);
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.The_encoder_sees_the_visible_patches_alone))]
    [Advice("Drop the masked patches before the blocks: picked afterwards, the visible ones have seen them.")]
    public sealed class EncodesEveryPatch : Model<EncodesEveryPatch>
    {
        protected override Tensor Visible(Tensor tokens, Tensor positions, Tensor keep) =>
            cat([(this["cls_token"] + positions[.., ..1]).expand(tokens.shape[0], -1, -1), tokens + positions[.., 1..]], 1);
        protected override Tensor Encoded(Tensor latent, Tensor keep) => cat([latent[.., ..1], Take(latent[.., 1..], keep)], 1);
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.The_order_of_the_visible_patches_does_not_matter))]
    [Advice("Add a patch's position before the masking: afterwards the first visible patch is taken for the first patch.")]
    public sealed class AddsThePositionsAfterMasking : Model<AddsThePositionsAfterMasking>
    {
        protected override Tensor Visible(Tensor tokens, Tensor positions, Tensor keep) =>
            cat([this["cls_token"].expand(tokens.shape[0], -1, -1), Take(tokens, keep)], 1) + positions[.., ..(int)(keep.shape[1] + 1)];
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.The_order_of_the_visible_patches_does_not_matter))]
    [Advice("Decode gathers by IdsRestore, which undoes the shuffle; the shuffle itself puts the tokens elsewhere.")]
    public sealed class ShufflesTwice : Model<ShufflesTwice>
    {
        protected override Tensor Back(Tensor idsRestore) => idsRestore.argsort(1);
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.A_picture_of_a_batch_is_encoded_as_alone))]
    [Advice("Every picture has its own noise: do not mask all of them by that of the first.")]
    public sealed class SharesTheFirstNoise : Model<SharesTheFirstNoise>
    {
        protected override Tensor Rank(Tensor noise) => base.Rank(noise[..1]).expand(noise.shape).contiguous();
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.Masked_patches_are_told_apart_by_their_places))]
    [Advice("All mask tokens are one vector: without positions in the decoder every masked patch gets the same prediction.")]
    public sealed class ForgetsTheDecodersPositions : Model<ForgetsTheDecodersPositions>
    {
        protected override Tensor DecoderPositions(Tensor positions) => zeros_like(positions);
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.The_gradient_reaches_every_parameter_and_visible_pixel_and_no_masked_one))]
    [Advice("A detached latent trains the decoder alone: let the gradient through to the encoder.")]
    public sealed class DetachesTheLatent : Model<DetachesTheLatent>
    {
        protected override Tensor Encoded(Tensor latent, Tensor keep) => latent.detach();
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.It_agrees_with_the_golden_model))]
    [Advice("qkv's numbers stand as 3, then heads, then the head's own: split in another order, queries meet keys of other heads.")]
    public sealed class SplitsTheHeadsFirst : Model<SplitsTheHeadsFirst>
    {
        protected override Tensor[] Heads(Tensor qkv, long n, long t, int heads, long d) => qkv.reshape(n, t, heads, 3, d).permute(3, 0, 2, 1, 4).unbind(0);
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.It_agrees_with_the_golden_model))]
    [Advice("Queries and keys have D / heads numbers each: divide by the root of that, not of D.")]
    public sealed class ScalesByTheWidth : Model<ScalesByTheWidth>
    {
        protected override double Scale(long d, int heads) => 1 / Math.Sqrt(d);
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.Its_losses_and_gradients_agree_with_the_golden_model))]
    [Advice("The activation is the exact GELU; a ReLU in its place trains, and gives other numbers.")]
    public sealed class TakesARelu : Model<TakesARelu>
    {
        protected override Tensor Activate(Tensor x) => nn.functional.relu(x);
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.Mask_and_IdsRestore_are_those_of_the_noise))]
    [Advice("The class token stands first and has no pixels: drop it from the prediction.")]
    public sealed class PredictsTheClassToken : Model<PredictsTheClassToken>
    {
        protected override Tensor Patches(Tensor decoded) => decoded;
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.Measures_that_do_not_fit_throw))]
    [Advice("A patch that does not divide the picture loses its right and lower border without a word: check the measures.")]
    public sealed class AcceptsAnyMeasures : Model<AcceptsAnyMeasures>
    {
        protected override void Check(bool fits) { }
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.Pictures_noise_and_latents_that_do_not_fit_throw))]
    [Advice("Pictures of another size or noise of another batch may fit by accident: check the shapes first.")]
    public sealed class AcceptsAnyShape : Model<AcceptsAnyShape>
    {
        protected override void CheckInput(bool fits) { }
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.No_tensor_is_left_behind))]
    [Advice("A model makes dozens of tensors per step: open a NewDisposeScope and move only the results out of it.")]
    public sealed class LeavesItsTensors : Model<LeavesItsTensors>
    {
        protected override IDisposable? Scope() => null;
    }
}
