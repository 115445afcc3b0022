using System.Runtime.CompilerServices;
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
            int[] measures = [image, patch, channels, encoder.Width, encoder.Depth, encoder.Heads, decoder.Width, decoder.Depth, decoder.Heads, mlpRatio];
            model.Check(model.Counted(measures).Min() > 0 && image % patch == 0 && encoder.Width % 4 == 0 && encoder.Width % encoder.Heads == 0 && decoder.Width % 4 == 0 && decoder.Width % decoder.Heads == 0);
            model.Fill(encoder.Width, decoder.Width);
            return model;
        }

        public (Tensor Latent, Tensor Mask, Tensor IdsRestore) Encode(Tensor images, Tensor noise, double ratio)
        {
            images = Input(images);
            CheckInput(Fits(images.shape, _channels, _image, _patch) && noise.shape.SequenceEqual([images.shape[0], Length - 1]));
            if (!Legal(ratio)) throw new ArgumentOutOfRangeException(nameof(ratio));
            using var scope = Scope();
            var rank = Rank(noise);
            int kept = (int)((Length - 1) * (1 - ratio));
            var latent = Latent(images, rank.argsort(1).narrow(1, 0, kept));
            return (latent.MoveToOuterDisposeScope(), Mask(rank, kept).MoveToOuterDisposeScope(), rank.MoveToOuterDisposeScope());
        }

        public Tensor Decode(Tensor latent, Tensor idsRestore)
        {
            CheckInput(latent.dim() == 3 && latent.shape[1] >= 1 && latent.shape[1] <= Length && latent.shape[2] == _encoder.Width && idsRestore.shape.SequenceEqual([latent.shape[0], Length - 1]));
            using var scope = Scope();
            var x = Linear("decoder_embed", latent);
            var masked = this["mask_token"].expand(x.shape[0], Length - x.shape[1], -1);
            x = cat([x[.., ..1], Take(cat([x[.., 1..], masked], 1), Back(idsRestore))], 1) + DecoderPositions(this["decoder_pos_embed"]);
            for (int i = 0; i < _decoder.Depth; i++) x = Block($"decoder_blocks.{i}", x, DecoderHeads(_encoder.Heads, _decoder.Heads));
            return Patches(Each(x, decoded => Linear("decoder_pred", Norm("decoder_norm", decoded)))).MoveToOuterDisposeScope();
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
            Add("cls_token", Token(width));
            Add("pos_embed", Table(width, grid), PositionsLearn);
            Add("mask_token", Token(decoder));
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
            for (int i = 0; i < Blocks(_encoder.Depth); i++) x = Block($"blocks.{i}", x, _encoder.Heads);
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
            var weights = Weights(each[0].matmul(each[1].transpose(2, 3)) * Scale(d, heads));
            return weights.matmul(each[2]).transpose(1, 2).reshape(n, t, d);
        }

        private Tensor Linear(string name, Tensor x) => nn.functional.linear(x, this[$"{name}.weight"], this[$"{name}.bias"]);
        private Tensor Norm(string name, Tensor x) => nn.functional.layer_norm(x, [x.shape[^1]], this[$"{name}.weight"], this[$"{name}.bias"], Epsilon(name));
        protected static Tensor Take(Tensor tokens, Tensor ids) => tokens.gather(1, ids.unsqueeze(2).expand(-1, -1, tokens.shape[2]));

        protected virtual Tensor Weights(Tensor scores) => scores.softmax(3);
        protected virtual double Epsilon(string norm) => 1e-6;
        protected virtual int[] Counted(int[] measures) => measures;
        protected virtual bool Fits(long[] pictures, int channels, int image, int patch) => pictures.SequenceEqual([pictures[0], channels, image, image]);
        protected virtual bool Legal(double ratio) => ratio >= 0 && ratio < 1;
        protected virtual Tensor Input(Tensor images) => images;
        protected virtual int Blocks(int depth) => depth;
        protected virtual int DecoderHeads(int encoder, int decoder) => decoder;
        protected virtual Tensor Each(Tensor pictures, Func<Tensor, Tensor> of) => of(pictures);
        protected virtual Tensor Token(int width) => randn(1, 1, width) * 0.02;
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
    [Breaks("Create.summary.1", "Create.mlpRatio.1")]
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
    [Breaks("Create.summary.1")]
    [Advice("The first half of a position tells the column, the second half the row: a mesh grid of (w, h), not of (h, w).")]
    public sealed class PutsTheRowFirst : Model<PutsTheRowFirst>
    {
        protected override Tensor Axes(Tensor columns) => cat([columns.transpose(0, 1), columns], 2);
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.Six_steps_of_AdamW_agree_with_the_golden_training))]
    [Breaks("Create.summary.2", "Constraints.2")]
    [Advice("The position tables are fixed: give them requires_grad false, or an optimiser moves them.")]
    public sealed class LearnsThePositions : Model<LearnsThePositions>
    {
        protected override bool PositionsLearn => true;
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.Fresh_weights_are_drawn_as_the_contract_says))]
    [Breaks("Create.summary.2", "Constraints.2")]
    [Advice("Weights of a masked autoencoder start Xavier uniform, by both sides of the matrix; another start trains another way.")]
    public sealed class DrawsNormalWeights : Model<DrawsNormalWeights>
    {
        protected override Tensor Weight(long[] shape) => randn(shape) * 0.02;
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.Mask_and_IdsRestore_are_those_of_the_noise))]
    [Breaks("Encode.returns.1")]
    [Advice("Mask is 1 where a patch was removed and 0 where it is visible.")]
    public sealed class TurnsTheMaskAround : Model<TurnsTheMaskAround>
    {
        protected override Tensor Mask(Tensor rank, int kept) => (rank < kept).to(float32);
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.The_encoder_sees_the_visible_patches_alone))]
    [Breaks("MaskedAutoencoder.summary.1", "Encode.summary.1", "Encode.summary.2", "Target.1")]
    [Advice("Drop the masked patches before the blocks: picked afterwards, the visible ones have seen them.")]
    public sealed class EncodesEveryPatch : OfEveryPatch<EncodesEveryPatch>;

    public abstract class OfEveryPatch<TSelf> : Model<TSelf> where TSelf : OfEveryPatch<TSelf>, new()
    {
        protected override Tensor Visible(Tensor tokens, Tensor positions, Tensor keep) =>
            cat([(this["cls_token"] + positions[.., ..1]).expand(tokens.shape[0], -1, -1), tokens + positions[.., 1..]], 1);
        protected override Tensor Encoded(Tensor latent, Tensor keep) => cat([latent[.., ..1], Take(latent[.., 1..], keep)], 1);
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.Four_visible_patches_among_ninety_thousand_are_soon_encoded))]
    [Breaks("Encode.summary.2", "Target.1")]
    [Advice("A masked patch that is hidden from the attention costs as much as a visible one: drop it before the blocks.")]
    public sealed class HidesTheMaskedPatches : OfEveryPatch<HidesTheMaskedPatches>
    {
        private Tensor? _isVisible; // [N, 1, 1, 1 + L], while it encodes

        protected override Tensor Visible(Tensor tokens, Tensor positions, Tensor keep)
        {
            var patches = zeros(tokens.shape[0], tokens.shape[1]).scatter_(1, keep, ones(keep.shape));
            _isVisible = cat([ones(tokens.shape[0], 1), patches], 1).unsqueeze(1).unsqueeze(1) > 0;
            return base.Visible(tokens, positions, keep);
        }

        protected override Tensor Weights(Tensor scores) => base.Weights(_isVisible is null ? scores : scores.masked_fill(_isVisible.logical_not(), double.NegativeInfinity));

        protected override Tensor Encoded(Tensor latent, Tensor keep)
        {
            _isVisible = null;
            return base.Encoded(latent, keep);
        }
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.The_order_of_the_visible_patches_does_not_matter))]
    [Breaks("Encode.summary.1")]
    [Advice("Add a patch's position before the masking: afterwards the first visible patch is taken for the first patch.")]
    public sealed class AddsThePositionsAfterMasking : Model<AddsThePositionsAfterMasking>
    {
        protected override Tensor Visible(Tensor tokens, Tensor positions, Tensor keep) =>
            cat([this["cls_token"].expand(tokens.shape[0], -1, -1), Take(tokens, keep)], 1) + positions[.., ..(int)(keep.shape[1] + 1)];
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.The_order_of_the_visible_patches_does_not_matter))]
    [Breaks("Decode.idsRestore.1")]
    [Advice("Decode gathers by IdsRestore, which undoes the shuffle; the shuffle itself puts the tokens elsewhere.")]
    public sealed class ShufflesTwice : Model<ShufflesTwice>
    {
        protected override Tensor Back(Tensor idsRestore) => idsRestore.argsort(1);
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.A_picture_of_a_batch_is_encoded_as_alone))]
    [Breaks("Encode.noise.1")]
    [Advice("Every picture has its own noise: do not mask all of them by that of the first.")]
    public sealed class SharesTheFirstNoise : Model<SharesTheFirstNoise>
    {
        protected override Tensor Rank(Tensor noise) => base.Rank(noise[..1]).expand(noise.shape).contiguous();
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.Masked_patches_are_told_apart_by_their_places))]
    [Breaks("Decode.summary.1")]
    [Advice("All mask tokens are one vector: without positions in the decoder every masked patch gets the same prediction.")]
    public sealed class ForgetsTheDecodersPositions : Model<ForgetsTheDecodersPositions>
    {
        protected override Tensor DecoderPositions(Tensor positions) => zeros_like(positions);
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.The_gradient_reaches_every_parameter_and_visible_pixel_and_no_masked_one))]
    [Breaks("Decode.latent.1")]
    [Advice("A detached latent trains the decoder alone: let the gradient through to the encoder.")]
    public sealed class DetachesTheLatent : Model<DetachesTheLatent>
    {
        protected override Tensor Encoded(Tensor latent, Tensor keep) => latent.detach();
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.It_agrees_with_the_golden_model))]
    [Breaks("Create.encoder.3")]
    [Advice("qkv's numbers stand as 3, then heads, then the head's own: split in another order, queries meet keys of other heads.")]
    public sealed class SplitsTheHeadsFirst : Model<SplitsTheHeadsFirst>
    {
        protected override Tensor[] Heads(Tensor qkv, long n, long t, int heads, long d) => qkv.reshape(n, t, heads, 3, d).permute(3, 0, 2, 1, 4).unbind(0);
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.It_agrees_with_the_golden_model))]
    [Breaks("Create.encoder.3")]
    [Advice("Queries and keys have D / heads numbers each: divide by the root of that, not of D.")]
    public sealed class ScalesByTheWidth : Model<ScalesByTheWidth>
    {
        protected override double Scale(long d, int heads) => 1 / Math.Sqrt(d);
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.Its_losses_and_gradients_agree_with_the_golden_model))]
    [Breaks("MaskedAutoencoder.summary.1")]
    [Advice("The activation is the exact GELU; a ReLU in its place trains, and gives other numbers.")]
    public sealed class TakesARelu : Model<TakesARelu>
    {
        protected override Tensor Activate(Tensor x) => nn.functional.relu(x);
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.Mask_and_IdsRestore_are_those_of_the_noise))]
    [Breaks("Decode.returns.1")]
    [Advice("The class token stands first and has no pixels: drop it from the prediction.")]
    public sealed class PredictsTheClassToken : Model<PredictsTheClassToken>
    {
        protected override Tensor Patches(Tensor decoded) => decoded;
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.Measures_that_do_not_fit_throw))]
    [Breaks("Create.image.1", "Create.patch.1", "Create.channels.1", "Create.encoder.1", "Create.decoder.1", "Create.exception.1", "Constraints.1")]
    [Advice("A patch that does not divide the picture loses its right and lower border without a word: check the measures.")]
    public sealed class AcceptsAnyMeasures : Model<AcceptsAnyMeasures>
    {
        protected override void Check(bool fits) { }
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.Pictures_noise_and_latents_that_do_not_fit_throw))]
    [Breaks("Encode.images.1", "Encode.exception.2", "Decode.latent.1", "Decode.exception.1", "Constraints.3")]
    [Advice("Pictures of another size or noise of another batch may fit by accident: check the shapes first.")]
    public sealed class AcceptsAnyShape : Model<AcceptsAnyShape>
    {
        protected override void CheckInput(bool fits) { }
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.No_tensor_is_left_behind))]
    [Breaks("Constraints.5")]
    [Advice("A model makes dozens of tensors per step: open a NewDisposeScope and move only the results out of it.")]
    public sealed class LeavesItsTensors : Model<LeavesItsTensors>
    {
        protected override IDisposable? Scope() => null;
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.Measures_that_do_not_fit_throw))]
    [Breaks("Create.mlpRatio.1", "Create.exception.1", "Constraints.1")]
    [Advice("A hidden layer 0 times as wide as a token is none: mlpRatio is at least 1, as every measure is.")]
    public sealed class CountsNoHiddenLayer : Model<CountsNoHiddenLayer>
    {
        protected override int[] Counted(int[] measures) => measures[..^1];
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.Fresh_weights_are_drawn_as_the_contract_says))]
    [Breaks("Create.summary.2", "Constraints.2")]
    [Advice("Xavier counts p p outputs per kernel where it is given four axes: draw the weight of the patches as a matrix [D, p p C].")]
    public sealed class TakesTheConvolutionsFans : Model<TakesTheConvolutionsFans>
    {
        protected override Tensor Weight(long[] shape) => nn.init.xavier_uniform_(zeros(shape));
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.Fresh_weights_are_drawn_as_the_contract_says))]
    [Breaks("Create.summary.2", "Constraints.2")]
    [Advice("Both tokens begin as small normal numbers, of deviation 0.02, not as zeros.")]
    public sealed class StartsTheTokensAtZero : Model<StartsTheTokensAtZero>
    {
        protected override Tensor Token(int width) => zeros(1, 1, width);
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.The_gradient_reaches_every_parameter_and_visible_pixel_and_no_masked_one))]
    [Breaks("Create.encoder.2")]
    [Advice("Depth is how many blocks a token goes through: the others have parameters and never learn.")]
    public sealed class RunsTheFirstBlockAlone : Model<RunsTheFirstBlockAlone>
    {
        protected override int Blocks(int depth) => 1;
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.It_agrees_with_the_golden_model))]
    [Breaks("Create.decoder.1")]
    [Advice("The decoder has a number of heads of its own.")]
    public sealed class LendsTheEncodersHeads : Model<LendsTheEncodersHeads>
    {
        protected override int DecoderHeads(int encoder, int decoder) => encoder;
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.Pictures_noise_and_latents_that_do_not_fit_throw))]
    [Breaks("Encode.ratio.1", "Encode.exception.1", "Constraints.3")]
    [Advice("A ratio of 1 leaves nothing to encode, and NaN is no ratio: refuse what is not from 0 to below 1.")]
    public sealed class TakesAnyRatio : Model<TakesAnyRatio>
    {
        protected override bool Legal(double ratio) => true;
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.Noise_that_only_float64_tells_apart_decides_as_any_other))]
    [Breaks("Encode.noise.1", "Constraints.4")]
    [Advice("Noise may be float64: turned into float, numbers that differ become ties.")]
    public sealed class RanksInFloat : Model<RanksInFloat>
    {
        protected override Tensor Rank(Tensor noise) => base.Rank(noise.to(float32));
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.However_the_inputs_lie_in_memory_they_are_read_rightly_and_left_unchanged))]
    [Breaks("Encode.images.1")]
    [Advice("view needs numbers that lie row by row, and those of pictures with the channels last do not: reshape copies where it must.")]
    public sealed class ViewsTheImages : Model<ViewsTheImages>
    {
        protected override Tensor Input(Tensor images) => images.view(images.shape[0], -1).view(images.shape);
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.However_the_inputs_lie_in_memory_they_are_read_rightly_and_left_unchanged))]
    [Breaks("Constraints.4")]
    [Advice("sub_ takes the mean off the caller's pictures: sub makes new ones.")]
    public sealed class CentresThePicturesInPlace : Model<CentresThePicturesInPlace>
    {
        protected override Tensor Input(Tensor images) => images.requires_grad ? images : images.sub_(images.mean());
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.Many_pictures_take_no_more_operations_than_few))]
    [Breaks("Encode.summary.2", "Target.1")]
    [Advice("A loop over the pictures makes some tensors for each: argsort along an axis ranks all of them at once.")]
    public sealed class RanksPictureByPicture : Model<RanksPictureByPicture>
    {
        protected override Tensor Rank(Tensor noise) => stack(noise.unbind(0).Select(row => row.argsort(0).argsort(0)));
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.Many_pictures_take_no_more_operations_than_few))]
    [Breaks("Decode.summary.2", "Target.2")]
    [Advice("To predict the batch for each of its pictures takes the square of their number: one pass predicts all.")]
    public sealed class PredictsTheBatchForEachPicture : Model<PredictsTheBatchForEachPicture>
    {
        protected override Tensor Each(Tensor pictures, Func<Tensor, Tensor> of) => stack(Enumerable.Range(0, (int)pictures.shape[0]).Select(i => of(pictures)[i]));
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.Every_norm_adds_a_millionth_to_the_variance))]
    [Breaks("MaskedAutoencoder.summary.1")]
    [Advice("LayerNorm adds 1e-5 to the variance if it is not told: every norm has the eps of the statement, the last one too.")]
    public sealed class LeavesTheLastNormsEpsilon : Model<LeavesTheLastNormsEpsilon>
    {
        protected override double Epsilon(string norm) => norm == "decoder_norm" ? 1e-5 : base.Epsilon(norm);
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.Every_norm_adds_a_millionth_to_the_variance))]
    [Breaks("MaskedAutoencoder.summary.1")]
    [Advice("LayerNorm adds 1e-5 to the variance if it is not told: every norm has the eps of the statement, those of the blocks too.")]
    public sealed class LeavesTheBlocksEpsilon : Model<LeavesTheBlocksEpsilon>
    {
        protected override double Epsilon(string norm) => norm.EndsWith("norm2") ? 1e-5 : base.Epsilon(norm);
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.Measures_that_do_not_fit_throw))]
    [Breaks("Create.encoder.1", "Create.exception.1", "Constraints.1")]
    [Advice("A width of 12 is a multiple of 4 and of 6 heads, though not of 24: ask for each by itself.")]
    public sealed class WantsFourNumbersAHead : Model<WantsFourNumbersAHead>
    {
        protected override int[] Counted(int[] measures) => measures[3] > 0 && measures[5] > 0 && measures[3] % 4 == 0 && measures[3] % (4 * measures[5]) != 0 ? [0] : measures;
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.However_the_inputs_lie_in_memory_they_are_read_rightly_and_left_unchanged))]
    [Breaks("Encode.noise.1")]
    [Advice("The caller may draw the next noise into the same tensor: rank it in each call.")]
    public sealed class RanksATensorOnce : Model<RanksATensorOnce>
    {
        private static readonly ConditionalWeakTable<Tensor, long[]> s_ranked = [];

        protected override Tensor Rank(Tensor noise) =>
            tensor(s_ranked.GetValue(noise, fresh => [.. MustTensor.Read(base.Rank(fresh)).Select(rank => (long)rank)])).reshape(noise.shape);
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.Pictures_noise_and_latents_that_do_not_fit_throw))]
    [Breaks("Encode.ratio.1", "Constraints.3")]
    [Advice("A ratio just below 1 is legal and keeps no patch: the encoder sees the class token alone.")]
    public sealed class WantsAVisiblePatch : Model<WantsAVisiblePatch>
    {
        protected override bool Legal(double ratio) => base.Legal((float)ratio);
    }

    [CaughtBy(nameof(MaskedAutoencoderProperties<>.Pictures_noise_and_latents_that_do_not_fit_throw))]
    [Breaks("Encode.images.1", "Encode.exception.2", "Constraints.3")]
    [Advice("4 x 16 pixels are as many patches as 8 x 8, but in other places: compare both sides with the image, not the number of patches.")]
    public sealed class CountsThePatches : Model<CountsThePatches>
    {
        protected override bool Fits(long[] pictures, int channels, int image, int patch) => pictures is [_, var c, var high, var wide] && c == channels
            && high % patch == 0 && wide % patch == 0 && high / patch * (wide / patch) == image / patch * (image / patch);
    }
}
