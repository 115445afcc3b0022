using TorchSharp.Modules;

namespace Etudes.ML;

public abstract class MaskedAutoencoderProperties<T> : TransformerLaws<T> where T : nn.Module, IMaskedAutoencoder<T>
{
    [Law(MaxTest = 30, First = true)]
    public static void The_parameters_have_their_names_order_and_shapes(int depth, int decoderDepth)
    {
        using var scope = NewDisposeScope();
        (depth, decoderDepth) = (Given.As(nameof(depth), 1 + depth % 3), Given.As(nameof(decoderDepth), 1 + decoderDepth % 3));
        using var model = T.Create(12, 4, 3, (16, depth, 4), (8, decoderDepth, 2), 3);
        string[] expected = [.. Parameters(depth, decoderDepth)], given = [.. model.named_parameters().Select(pair => $"{pair.name} {Show.Of(pair.parameter.shape)}")];
        for (int i = 0; i < Math.Min(expected.Length, given.Length); i++) Must.Be(expected[i], given[i], $"of a model of {depth} and {decoderDepth} blocks, parameter {i}");
        Must.Be(expected.Length, given.Length, $"of a model of {depth} and {decoderDepth} blocks, the number of parameters");
    }

    [Law(MaxTest = 30, First = true)]
    public static void Positions_are_fixed_sines_and_cosines_of_the_column_then_of_the_row(int grid, int quarter)
    {
        using var scope = NewDisposeScope();
        var (side, width) = (Given.As(nameof(grid), 1 + grid % 5), Given.As("width", 4 + 4 * (quarter % 4), of: nameof(quarter)));
        using var model = T.Create(side, 1, 1, (width, 1, 1), (4, 1, 1), 4);
        var position = Named(model, "pos_embed");
        MustTensor.Be(Positions(width, side), position, $"pos_embed of {side} x {side} patches", absolute: 1e-6);
        MustTensor.Be(Positions(4, side), Named(model, "decoder_pos_embed"), $"decoder_pos_embed of {side} x {side} patches", absolute: 1e-6);
        Must.Hold(!position.requires_grad, "pos_embed should take no gradient but does");
    }

    [Law(First = true)]
    public static void Fresh_weights_are_drawn_as_the_contract_says()
    {
        using var scope = NewDisposeScope();
        using var model = T.Create(16, 4, 3, (128, 1, 4), (64, 1, 4), 4);
        foreach (var (name, parameter) in model.named_parameters().Where(pair => !pair.name.EndsWith("pos_embed")))
        {
            double[] values = MustTensor.Read(parameter);
            double fanOut = parameter.shape[0], fanIn = (double)values.Length / parameter.shape[0];
            double bound = name.EndsWith("token") ? 0.12 : parameter.dim() > 1 ? Math.Sqrt(6 / (fanIn + fanOut)) : 0; // 6 deviations of 0.02
            double middle = parameter.dim() == 1 && name.EndsWith("weight") ? 1 : 0;
            double square = name.EndsWith("token") ? 0.0004 : bound * bound / 3;
            Must.Hold(values.All(x => Math.Abs(x - middle) <= bound * 1.0001), $"fresh {name} should be within {Digits.Few(bound)} of {Digits.Few(middle)} but holds {Show.Of(values.MaxBy(x => Math.Abs(x - middle)))}");
            if (bound > 0) Must.Hold(values.Average(x => x * x) / square is > 0.4 and < 1.9, $"the mean square of fresh {name} should be about {Digits.Few(square)} but is {Digits.Few(values.Average(x => x * x))}");
        }
    }

    [Law(MaxTest = 60, First = true)]
    public static void Mask_and_IdsRestore_are_those_of_the_noise(MaskedPictures given)
    {
        using var scope = NewDisposeScope();
        using var model = Model(given);
        var (latent, mask, idsRestore) = Encode(model, given);
        double[] rank = [.. given.Noise().SelectMany(row => row.Select(u => (double)row.Count(v => v < u)))];
        Must.Be([given.Count, 1 + given.Kept, 8], latent.shape, "the shape of Latent");
        MustTensor.Be(tensor([.. rank.Select(r => r < given.Kept ? 0f : 1)], given.Count, given.Patches), mask, "Mask");
        MustTensor.Be(tensor([.. rank.Select(r => (long)r)], given.Count, given.Patches), idsRestore, "IdsRestore");
        Must.Be([given.Count, given.Patches, given.Patch * given.Patch * given.Channels], model.Decode(latent, idsRestore).shape, "the shape of the prediction");
    }

    [Law(MaxTest = 60)]
    public static void The_encoder_sees_the_visible_patches_alone(MaskedPictures given)
    {
        using var scope = NewDisposeScope();
        using var model = Model(given);
        var (latent, mask, _) = Encode(model, given);
        var other = given.Images() + Pixels(given, mask) * 1e4; // [N, C, S, S]
        MustTensor.Be(latent, model.Encode(other, given.NoiseTensor(), given.Ratio).Latent, "with 10000 added to every masked pixel, Latent", absolute: 1e-5);
    }

    [Law(MaxTest = 60)]
    public static void The_order_of_the_visible_patches_does_not_matter(MaskedPictures given)
    {
        using var scope = NewDisposeScope();
        using var model = Model(given);
        double kept = (given.Kept + 0.5) / (given.Patches + 1); // noise is a rank, from 1, over one more than all
        double[][] turned = [.. given.Noise().Select(row => row.Select(u => u < kept ? kept - u : u).ToArray())];
        MustTensor.Be(Predict(model, given, given.NoiseTensor()), Predict(model, given, MaskedPictures.NoiseTensor(turned)),
            "with the noise of the visible patches in the opposite order, the prediction", absolute: 1e-4, relative: 1e-4);
    }

    [Law(MaxTest = 60)]
    public static void A_picture_of_a_batch_is_encoded_as_alone(MaskedPictures given)
    {
        using var scope = NewDisposeScope();
        using var model = Model(given);
        var (images, noise, all) = (given.Images(), given.NoiseTensor(), Predict(model, given, given.NoiseTensor()));
        for (int i = 0; i < given.Count; i++)
        {
            var (latent, _, idsRestore) = model.Encode(images[i..(i + 1)], noise[i..(i + 1)], given.Ratio);
            MustTensor.Be(all[i..(i + 1)], model.Decode(latent, idsRestore), $"the prediction of picture {i} alone", absolute: 1e-4, relative: 1e-4);
        }
    }

    [Law(MaxTest = 60)]
    public static void Masked_patches_are_told_apart_by_their_places(MaskedPictures given)
    {
        using var scope = NewDisposeScope();
        var larger = given with { Grid = Math.Max(given.Grid, 2), Ratio = 0.75 };
        using var model = Model(Given.As(nameof(given), larger));
        var (latent, mask, idsRestore) = Encode(model, larger);
        double[][] patches = [.. MustTensor.Read(model.Decode(latent, idsRestore)[0]).Chunk(larger.Patch * larger.Patch * larger.Channels)];
        int[] masked = [.. MustTensor.Read(mask[0]).Index().Where(pair => pair.Item == 1).Select(pair => pair.Index)];
        double apart = patches[masked[0]].Zip(patches[masked[^1]], (a, b) => Math.Abs(a - b)).Max();
        Must.Hold(apart > 1e-4, $"the predictions of the masked patches {masked[0]} and {masked[^1]} should differ, but by {Digits.Few(apart)} only");
    }

    [Law(MaxTest = 40)]
    public static void The_gradient_reaches_every_parameter_and_visible_pixel_and_no_masked_one(MaskedPictures given)
    {
        using var scope = NewDisposeScope();
        var larger = given with { Grid = Math.Max(given.Grid, 2), Ratio = 0.75 };
        using var model = Model(Given.As(nameof(given), larger));
        var images = larger.Images().requires_grad_();
        var (latent, mask, idsRestore) = model.Encode(images, larger.NoiseTensor(), larger.Ratio);
        model.Decode(latent, idsRestore).square().sum().backward();
        if (images.grad is not { } gradient) throw new LawBroken("the prediction has no gradient to the pictures: is a tensor detached on the way?");
        MustTensor.Be(zeros_like(gradient), gradient * Pixels(larger, mask), "the gradient to the masked pixels");
        Must.Hold(MustTensor.Read((gradient + Pixels(larger, mask)).count_nonzero())[0] == gradient.numel(), "the gradient should reach every visible pixel but misses some");
        foreach (var (name, parameter) in model.named_parameters().Where(pair => !pair.name.EndsWith("pos_embed")))
            Must.Hold(parameter.grad is { } g && MustTensor.Read(g).Any(x => x != 0), $"the gradient should reach {name} but does not");
    }

    [Law(MaxTest = 40)]
    public static void However_the_inputs_lie_in_memory_they_are_read_rightly_and_left_unchanged(MaskedPictures given, Layout layout)
    {
        using var scope = NewDisposeScope();
        using var model = Model(given);
        var (latent, mask, idsRestore) = Encode(model, given);
        var (images, noise, ids) = (given.Images().In(layout, "pictures"), given.NoiseTensor().In(layout, "noise"), idsRestore.detach().In(layout, "indices"));
        MustTensor.Be(latent, model.Encode(images, noise, given.Ratio).Latent, "Latent", absolute: 1e-5);
        var encoded = latent.detach().In(layout, "latent");
        MustTensor.Be(model.Decode(latent, idsRestore), model.Decode(encoded, ids), "the prediction", absolute: 1e-5);
        noise.neg_();
        noise.HandedOverAs("noise");
        MustTensor.Be(given.Patches - 1 - idsRestore, model.Encode(images, noise, given.Ratio).IdsRestore, "with all noise negated in place after a first call, IdsRestore");
    }

    [Law(MaxTest = 60)]
    public static void Noise_that_only_float64_tells_apart_decides_as_any_other(MaskedPictures given)
    {
        using var scope = NewDisposeScope();
        using var model = Model(given);
        double[] noise = [.. given.Noise().SelectMany(row => row)];
        var near = model.Encode(given.Images(), 1 + 1e-9 * tensor(noise, given.Count, given.Patches), given.Ratio).IdsRestore;
        MustTensor.Be(Encode(model, given).IdsRestore, near, "with noise whose billionths are added to 1, IdsRestore", 0, 0);
    }

    [Law(MaxTest = 5, BeyondExamples = true)]
    public static void Many_pictures_take_no_more_operations_than_few(MaskedPictures given)
    {
        using var scope = NewDisposeScope();
        MaskedPictures few = given with { Count = 1, Grid = 2 }, many = Given.As(nameof(given), few with { Count = 40, Grid = 5 });
        Func<Tensor[]> Encoded(T model, MaskedPictures some) => () =>
        {
            var (latent, mask, idsRestore) = Encode(model, some);
            return [latent, mask, idsRestore];
        };
        Func<Tensor[]> Decoded(T model, MaskedPictures some)
        {
            var (latent, _, idsRestore) = Encode(model, some);
            return () => [model.Decode(latent, idsRestore)];
        }
        using T small = Model(few), large = Model(many);
        MustTensor.NotLoop(Encoded(small, few), Encoded(large, many), "Encode", "pictures or patches");
        MustTensor.NotLoop(Decoded(small, few), Decoded(large, many), "Decode", "pictures or patches");
    }

    [Law(MaxTest = 1, BeyondExamples = true)]
    public static void Four_visible_patches_among_ninety_thousand_are_soon_encoded()
    {
        using var scope = NewDisposeScope();
        const int Side = 300, Kept = 4;
        double ratio = 1 - (Kept + 0.5) / (Side * Side);
        Given.As("given", $"1 picture of 1 channel, {Side} x {Side}, in patches of 1 x 1, ratio {Digits.Few(ratio)}: {Kept} are visible");
        using var model = T.Create(Side, 1, 1, (4, 1, 1), (4, 1, 1), 1);
        var (latent, _, idsRestore) = model.Encode(zeros(1, 1, Side, Side), arange(Side * Side, dtype: float64).unsqueeze(0), ratio);
        Must.Be([1, 1 + Kept, 4], latent.shape, "the shape of Latent");
        MustTensor.Be(arange(Side * Side).unsqueeze(0), idsRestore, "IdsRestore", 0, 0);
    }

    [Law]
    public static void Measures_that_do_not_fit_throw()
    {
        T.Create(4, 4, 1, (12, 1, 6), (36, 1, 9), 1).Dispose(); // 4 and the heads divide the width, their product does not
        Throws(9, 4, 3, (8, 1, 1), (8, 1, 1), 4);
        Throws(8, 4, 3, (6, 1, 1), (8, 1, 1), 4);
        Throws(8, 4, 3, (8, 1, 3), (8, 1, 1), 4);
        Throws(8, 4, 3, (8, 1, 1), (6, 1, 1), 4);
        Throws(8, 4, 3, (8, 1, 1), (8, 1, 3), 4);
        Throws(8, 4, 3, (8, 0, 1), (8, 1, 1), 4);
        Throws(8, 0, 3, (8, 1, 1), (8, 1, 1), 4);
        Throws(-8, 4, 3, (8, 1, 1), (8, 1, 1), 4);
        Throws(8, 4, 0, (8, 1, 1), (8, 1, 1), 4);
        Throws(8, 4, 3, (0, 1, 1), (8, 1, 1), 4);
        Throws(8, 4, 3, (8, 1, 0), (8, 1, 1), 4);
        Throws(8, 4, 3, (8, 1, -2), (8, 1, 1), 4);
        Throws(8, 4, 3, (8, 1, 1), (-4, 1, 1), 4);
        Throws(8, 4, 3, (8, 1, 1), (8, 0, 1), 4);
        Throws(8, 4, 3, (8, 1, 1), (8, 1, -1), 4);
        Throws(8, 4, 3, (8, 1, 1), (8, 1, 1), 0);

        static void Throws(int image, int patch, int channels, (int, int, int) encoder, (int, int, int) decoder, int mlpRatio) =>
            MustTensor.Throw<ArgumentException>(() => T.Create(image, patch, channels, encoder, decoder, mlpRatio),
                $"Create of image {image}, patch {patch}, channels {channels}, encoder {encoder}, decoder {decoder}, hidden layers {mlpRatio} times as wide");
    }

    [Law]
    public static void Pictures_noise_and_latents_that_do_not_fit_throw()
    {
        using var scope = NewDisposeScope();
        using var model = T.Create(8, 4, 3, (8, 1, 1), (8, 1, 1), 4);
        foreach (var (images, noise) in ((long[], long[])[])[([2, 3, 8, 4], [2, 4]), ([2, 1, 8, 8], [2, 4]), ([2, 3, 16, 16], [2, 4]), ([2, 3, 4, 16], [2, 4]), ([2, 3, 8, 8], [2, 5]), ([2, 3, 8, 8], [1, 4]), ([3, 8, 8], [1, 4]), ([2, 3, 8, 8], [2, 4, 1]), ([2, 3, 8, 8], [8])])
            MustTensor.Throw<ArgumentException>(() => model.Encode(zeros(images), rand(noise), 0.5), $"Encode of pictures {Show.Of(images)} with noise {Show.Of(noise)}");
        foreach (double ratio in (double[])[0, -0.0, Math.BitDecrement(1.0)])
            Must.Be([2, 1 + (int)(4 * (1 - ratio)), 8], model.Encode(zeros(2, 3, 8, 8), rand(2, 4), ratio).Latent.shape, $"with ratio {Show.Of(ratio)} of 4 patches, the shape of Latent");
        foreach (double ratio in (double[])[-double.Epsilon, 1, double.NaN])
            MustTensor.Throw<ArgumentOutOfRangeException>(() => model.Encode(zeros(2, 3, 8, 8), rand(2, 4), ratio), $"Encode with ratio {Show.Of(ratio)}");
        foreach (var (latent, ids) in ((long[], long[])[])[([2, 6, 8], [2, 4]), ([2, 3, 4], [2, 4]), ([2, 3, 8], [1, 4]), ([2, 3, 8], [2, 5]), ([2, 0, 8], [2, 4]), ([3, 8], [2, 4]), ([2, 3, 8], [2, 4, 1])])
            MustTensor.Throw<ArgumentException>(() => model.Decode(zeros(latent), zeros(ids, int64)), $"Decode of a latent {Show.Of(latent)} with indices {Show.Of(ids)}");
    }

    [Law(MaxTest = 10)]
    public static void No_tensor_is_left_behind(MaskedPictures given)
    {
        using var scope = NewDisposeScope();
        using var model = Model(given);
        var (images, noise) = (given.Images(), given.NoiseTensor());
        MustTensor.LeaveNothing(() =>
        {
            var (latent, mask, idsRestore) = model.Encode(images, noise, given.Ratio);
            return [latent, mask, idsRestore];
        }, "Encode");
        var encoded = model.Encode(images, noise, given.Ratio);
        MustTensor.LeaveNothing(() => [model.Decode(encoded.Latent, encoded.IdsRestore)], "Decode");
    }

    private static T Model(MaskedPictures given)
    {
        manual_seed(given.Seed);
        return T.Create(given.Side, given.Patch, given.Channels, (8, 2, 2), (4, 1, 2), 2);
    }

    private static (Tensor Latent, Tensor Mask, Tensor IdsRestore) Encode(T model, MaskedPictures given) => model.Encode(given.Images(), given.NoiseTensor(), given.Ratio);

    private static Tensor Predict(T model, MaskedPictures given, Tensor noise)
    {
        var (latent, _, idsRestore) = model.Encode(given.Images(), noise, given.Ratio);
        return model.Decode(latent, idsRestore);
    }

    /// <summary>1 at every pixel of a masked patch, [N, 1, S, S].</summary>
    private static Tensor Pixels(MaskedPictures given, Tensor mask) =>
        mask.reshape(given.Count, 1, given.Grid, given.Grid).repeat_interleave(given.Patch, 2).repeat_interleave(given.Patch, 3);

    /// <summary>Of pictures 12 x 12 of 3 channels in patches of 4 x 4, an encoder 16 and a decoder 8 wide, hidden layers three times as wide.</summary>
    private static IEnumerable<string> Parameters(int depth, int decoderDepth)
    {
        return
        [
            "cls_token [1, 1, 16]", "pos_embed [1, 10, 16]", "mask_token [1, 1, 8]", "decoder_pos_embed [1, 10, 8]",
            "patch_embed.proj.weight [16, 3, 4, 4]", "patch_embed.proj.bias [16]",
            .. Blocks("blocks", depth, 16), .. Affine("norm", 16), .. Linear("decoder_embed", 16, 8),
            .. Blocks("decoder_blocks", decoderDepth, 8), .. Affine("decoder_norm", 8), .. Linear("decoder_pred", 8, 48),
        ];

        static IEnumerable<string> Blocks(string blocks, int depth, int d) => Enumerable.Range(0, depth).SelectMany(i => (string[])
            [.. Affine($"{blocks}.{i}.norm1", d), .. Linear($"{blocks}.{i}.attn.qkv", d, 3 * d), .. Linear($"{blocks}.{i}.attn.proj", d, d),
                .. Affine($"{blocks}.{i}.norm2", d), .. Linear($"{blocks}.{i}.mlp.fc1", d, 3 * d), .. Linear($"{blocks}.{i}.mlp.fc2", 3 * d, d)]);

        static IEnumerable<string> Affine(string name, int d) => [$"{name}.weight [{d}]", $"{name}.bias [{d}]"];
        static IEnumerable<string> Linear(string name, int from, int to) => [$"{name}.weight [{to}, {from}]", $"{name}.bias [{to}]"];
    }

    private static Tensor Positions(int width, int grid)
    {
        var table = new float[(1 + grid * grid) * width];
        for (int at = 0; at < grid * grid; at++)
            for (int i = 0; i < width / 4; i++)
            {
                double frequency = Math.Pow(10_000, -i / (width / 4.0));
                int row = (1 + at) * width + i;
                table[row] = (float)Math.Sin(at % grid * frequency);
                table[row + width / 4] = (float)Math.Cos(at % grid * frequency);
                table[row + width / 2] = (float)Math.Sin(at / grid * frequency);
                table[row + width / 4 * 3] = (float)Math.Cos(at / grid * frequency);
            }
        return tensor(table, 1, 1 + grid * grid, width);
    }
}

public sealed class MaskedAutoencoderTests : MaskedAutoencoderProperties<MaskedAutoencoder>;
