using System.Linq;

namespace Etudes.ML;

/// <summary>A model of four patches of 2 x 2 pixels and width 4: fresh weights, and what comes out
/// where most weights are 0.</summary>
public static class MaskedAutoencoderExamples
{
    private static MaskedAutoencoder Fresh() =>
        MaskedAutoencoder.Create(4, 2, 1, (4, 1, 1), (4, 1, 1), 2);

    // All weights are 0 but gains and positions: the blocks change nothing.
    private static MaskedAutoencoder Blank(MaskedAutoencoder model)
    {
        using var _ = no_grad();
        foreach (var (name, parameter) in model.named_parameters())
            if (!name.Contains("pos_embed"))
                parameter.fill_(name.Contains("norm") && name.EndsWith("weight") ? 1 : 0);
        Of(model, "decoder_pred.weight").copy_(eye(4));
        return model;
    }

    // One patch of 2 x 2 pixels: beside the class token its position, 0 1 0 1, is all there is.
    private static (Tensor Latent, Tensor Prediction) Alone(MaskedAutoencoder model)
    {
        var (latent, _, restore) = model.Encode(zeros(1, 1, 2, 2), zeros(1, 1), 0);
        return (latent[0, 1].detach(), model.Decode(latent, restore)[0, 0].detach());
    }

    private static Tensor Of(MaskedAutoencoder model, string name) =>
        model.named_parameters().Single(p => p.name == name).parameter.detach();

    private static Tensor Norm(params float[] numbers) =>
        nn.functional.layer_norm(tensor(numbers), [4], eps: 1e-6);

    private static Tensor Noise => tensor(new[,] { { 0.1f, 0.3f, 0.2f, 0.4f } });

    [Example]
    public static void The_parameters_have_names_in_their_order()
    {
        string[] Block(string block) =>
            [.. new[] { "norm1", "attn.qkv", "attn.proj", "norm2", "mlp.fc1", "mlp.fc2" }
            .SelectMany(part => Both(block + part))];
        string[] Both(string part) => [part + ".weight", part + ".bias"];
        Must.Be([ "cls_token", "pos_embed", "mask_token", "decoder_pos_embed",
            .. Both("patch_embed.proj"),
            .. Block("blocks.0."), .. Both("norm"), .. Both("decoder_embed"),
                .. Block("decoder_blocks.0."),
            .. Both("decoder_norm"), .. Both("decoder_pred") ],
            Fresh().named_parameters().Select(p => p.name).ToArray(), "the names");
    }

    [Example]
    public static void Positions_are_sines_and_cosines_of_the_column_then_of_the_row()
    {
        var (s, c) = (MathF.Sin(1), MathF.Cos(1));
        var expected = tensor(new[,] { { 0, 0, 0, 0 }, { 0, 1, 0, 1 }, { s, c, 0, 1 },
            { 0, 1, s, c }, { s, c, s, c } });
        MustTensor.Be(expected, Of(Fresh(), "pos_embed")[0], "pos_embed", 1e-6);
        MustTensor.Be(expected, Of(Fresh(), "decoder_pos_embed")[0], "decoder_pos_embed", 1e-6);
        var wide = MaskedAutoencoder.Create(4, 2, 1, (8, 1, 1), (4, 1, 1), 2);
        MustTensor.Be(tensor(new[] { s, MathF.Sin(0.01f), c, MathF.Cos(0.01f), 0, 0, 1, 1 }),
            Of(wide, "pos_embed")[0, 2], "column 1 in a width of 8", 1e-6);
    }

    [Example]
    public static void Fresh_weights_fill_the_range_of_Xavier()
    {
        var model = MaskedAutoencoder.Create(4, 2, 3, (64, 1, 1), (64, 1, 1), 2);
        void Fills(string name, int sum)
        {
            double part = Of(model, name).abs().max().item<float>() / Math.Sqrt(6.0 / sum);
            Must.Hold(part is > 0.9 and <= 1.0001,
                $"{name} reaches, and stays in, the root of 6 / {sum}");
        }
        Fills("patch_embed.proj.weight", 64 + 12);
        Fills("blocks.0.attn.qkv.weight", 64 + 192);
        Fills("decoder_blocks.0.mlp.fc2.weight", 64 + 128);
    }

    [Example]
    public static void The_encoder_sees_the_visible_patches_alone()
    {
        var model = Fresh();
        var images = zeros(1, 1, 4, 4);
        var before = model.Encode(images, Noise, 0.5).Latent;
        images[0, 0, .., 2..] = 7;
        MustTensor.Be(before.detach(), model.Encode(images, Noise, 0.5).Latent.detach(),
            "the latent", 1e-6);
    }

    [Example]
    public static void A_token_is_its_patch_and_its_position()
    {
        var model = Blank(Fresh());
        Of(model, "patch_embed.proj.weight")[2, 0, 0, 1] = 1;
        var columns = arange(16, float32).reshape(1, 1, 4, 4).transpose(2, 3);
        var noise = tensor(new[,] { { 0.4f, 0.3f, 0.2f, 0.1f } });
        var latent = model.Encode(columns, noise, 0.5).Latent[0].detach();
        var (s, c) = (MathF.Sin(1), MathF.Cos(1));
        MustTensor.Be(zeros(4), latent[0], "the class token", 1e-5);
        MustTensor.Be(Norm(s, c, 14 + s, c), latent[1], "the last patch", 1e-5);
        MustTensor.Be(Norm(0, 1, 6 + s, c), latent[2], "the last but one", 1e-5);
    }

    [Example]
    public static void The_decoder_puts_tokens_and_mask_tokens_in_their_places()
    {
        var model = Blank(Fresh());
        Of(model, "decoder_embed.weight").copy_(eye(4));
        Of(model, "mask_token")[0, 0] = tensor(new[] { 0f, 0, 5, 0 });
        var latent = tensor(new[,] { { 9f, 9, 9, 0 }, { 3, 0, 0, 0 } }).reshape(1, 2, 4);
        var prediction = model.Decode(latent, tensor(new[,] { { 1L, 0, 2, 3 } }))[0].detach();
        MustTensor.Be(Norm(0, 1, 5, 1), prediction[0], "a patch that is missing", 1e-5);
        MustTensor.Be(Norm(3 + MathF.Sin(1), MathF.Cos(1), 0, 1), prediction[1],
            "the patch that was kept", 1e-5);
        MustTensor.Be(Norm(0, 1, 5 + MathF.Sin(1), MathF.Cos(1)), prediction[2],
            "another that is missing", 1e-5);
    }

    [Example]
    public static void Create_refuses_measures_that_do_not_fit()
    {
        static void Throws(int image, int patch, int channels, (int, int, int) encoder,
            (int, int, int) decoder, int ratio, string what) =>
            Must.Throw<ArgumentException>(() => MaskedAutoencoder.Create(
                image, patch, channels, encoder, decoder, ratio), what);
        Throws(5, 2, 1, (4, 1, 1), (4, 1, 1), 2, "patches of 2 in 5");
        Throws(4, 0, 1, (4, 1, 1), (4, 1, 1), 2, "patches of 0");
        Throws(4, 2, 0, (4, 1, 1), (4, 1, 1), 2, "no channel");
        Throws(4, 2, 1, (6, 1, 1), (4, 1, 1), 2, "a width of 6");
        Throws(4, 2, 1, (4, 1, 1), (12, 1, 8), 2, "12 for 8 heads");
        Throws(4, 2, 1, (4, 0, 1), (4, 1, 1), 2, "no block");
        Throws(4, 2, 1, (4, 1, 1), (4, 1, 0), 2, "no head");
        Throws(4, 2, 1, (4, 1, 1), (4, 1, 1), 0, "no hidden layer");
    }

    [Example]
    public static void Encode_and_Decode_refuse_other_shapes()
    {
        var model = Fresh();
        void Encodes(Tensor images, Tensor noise, string what) =>
            Must.Throw<ArgumentException>(() => model.Encode(images, noise, 0.5), what);
        void Decodes(Tensor latent, Tensor restore, string what) =>
            Must.Throw<ArgumentException>(() => model.Decode(latent, restore), what);
        Encodes(zeros(1, 1, 4, 6), Noise, "pictures 4 x 6");
        Encodes(zeros(1, 2, 4, 4), Noise, "2 channels");
        Encodes(zeros(2, 1, 4, 4), Noise, "noise of one picture");
        Decodes(zeros(1, 3, 8), zeros(1, 4, int64), "a latent of width 8");
        Decodes(zeros(1, 6, 4), zeros(1, 4, int64), "5 kept of 4");
        Decodes(zeros(1, 3, 4), zeros(1, 5, int64), "5 indices");
        Decodes(zeros(2, 3, 4), zeros(1, 4, int64), "indices of one picture");
        foreach (double ratio in new[] { -0.1, 1, double.NaN })
            Must.Throw<ArgumentOutOfRangeException>(
                () => model.Encode(zeros(1, 1, 4, 4), Noise, ratio), $"ratio {ratio}");
    }

    [Example]
    public static void Fresh_positions_biases_gains_and_tokens()
    {
        foreach (var (name, parameter) in Fresh().named_parameters())
        {
            Must.Be(!name.Contains("pos_embed"), parameter.requires_grad,
                name + " takes a gradient");
            if (name.EndsWith("bias"))
                MustTensor.Be(zeros_like(parameter), parameter.detach(), name, 0);
            else if (name.Contains("norm"))
                MustTensor.Be(ones_like(parameter), parameter.detach(), name, 0);
            else if (name.EndsWith("token"))
                Must.Hold(parameter.abs().max().item<float>() is > 0 and < 0.2f,
                    name + " is small");
        }
    }

    [Example]
    public static void Each_head_attends_by_its_own_softmax_over_the_keys()
    {
        // The patch's key is -1 1 -1 1, every query is -1/2 1/2 0 0, the patch's value 1 0 1 0.
        var model = Blank(MaskedAutoencoder.Create(2, 2, 1, (4, 1, 1), (4, 1, 2), 2));
        foreach (string block in new[] { "blocks.0.attn.", "decoder_blocks.0.attn." })
        {
            Of(model, block + "qkv.bias")[..4] = tensor(new[] { -0.5f, 0.5f, 0, 0 });
            Of(model, block + "qkv.weight")[4..8] = eye(4);
            Of(model, block + "qkv.weight")[8] = tensor(new[] { -0.25f, 0.25f, -0.25f, 0.25f });
            Of(model, block + "qkv.weight")[10] = tensor(new[] { -0.25f, 0.25f, -0.25f, 0.25f });
            Of(model, block + "proj.weight").copy_(eye(4));
        }
        var (latent, prediction) = Alone(model);
        float one = 1 / (1 + MathF.Exp(-1 / 2f)), two = 1 / (1 + MathF.Exp(-1 / MathF.Sqrt(2)));
        MustTensor.Be(Norm(one, 1, one, 1), latent, "one head", 1e-5);
        MustTensor.Be(Norm(two, 1, 0.5f, 1), prediction, "two heads", 1e-5);
    }

    [Example]
    public static void The_last_block_counts_and_has_the_exact_GELU()
    {
        var model = Blank(MaskedAutoencoder.Create(2, 2, 1, (4, 2, 1), (4, 3, 1), 2));
        foreach (string block in new[] { "blocks.1.mlp.", "decoder_blocks.2.mlp." })
        {
            Of(model, block + "fc1.bias")[7] = 1;
            Of(model, block + "fc2.weight")[0, 7] = 1;
        }
        var (latent, prediction) = Alone(model);
        MustTensor.Be(Norm(0.8413447f, 1, 0, 1), latent, "the latent", 1e-6);
        MustTensor.Be(Norm(0.8413447f, 1, 0, 1), prediction, "the prediction", 1e-6);
    }

    [Example]
    public static void What_is_handed_over_is_left_unchanged()
    {
        var model = Fresh();
        var (images, noise) = (arange(16, float32).reshape(1, 1, 4, 4), Noise);
        var (latent, _, restore) = model.Encode(images, noise, 0.5);
        var (latentBefore, restoreBefore) = (latent.clone(), restore.clone());
        model.Decode(latent, restore);
        MustTensor.Be(arange(16, float32).reshape(1, 1, 4, 4), images, "the pictures", 0);
        MustTensor.Be(Noise, noise, "the noise", 0);
        MustTensor.Be(latentBefore.detach(), latent.detach(), "the latent", 0);
        MustTensor.Be(restoreBefore, restore, "restore");
    }

    [Example]
    public static void The_pictures_of_a_batch_are_apart()
    {
        var model = Fresh();
        var images = arange(32, float32).reshape(2, 1, 4, 4);
        var noise = tensor(new[,] { { 0.4f, 0.1f, 0.3f, 0.2f }, { 0.4f, 0.3f, 0.2f, 0.1f } });
        var (latent, _, restore) = model.Encode(images, noise, 0.5);
        var second = model.Encode(images[1..], noise[1..], 0.5).Latent;
        MustTensor.Be(second.detach(), latent[1..].detach(), "the latent", 1e-5);
        MustTensor.Be(model.Decode(second, restore[1..]).detach(),
            model.Decode(latent, restore)[1..].detach(), "the prediction", 1e-5);
    }

    [Example]
    public static void The_smallest_noise_is_kept_to_the_last_digit_of_a_double()
    {
        var noise = tensor(new[,] { { 0.5 + 1e-12, 0.1, 0.8, 0.5 } });
        var (latent, mask, restore) = Fresh().Encode(zeros(1, 1, 4, 4), noise, 0.5);
        Must.Be([1L, 3, 4], latent.shape, "the shape of the latent");
        MustTensor.Be(tensor(new[,] { { 1.0, 0, 1, 0 } }), mask.to(float64), "the mask", 0);
        MustTensor.Be(tensor(new[,] { { 2L, 0, 3, 1 } }), restore, "restore");
    }
}
