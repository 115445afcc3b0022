using System.Text.Json.Nodes;
using TorchSharp.Modules;

namespace Etudes.ML;

/// <summary>What the two transformers compute, number by number.</summary>
public abstract class TransformerLaws<T> where T : nn.Module, IMaskedAutoencoder<T>
{
    [Law]
    public static void It_agrees_with_the_golden_model()
    {
        using var scope = NewDisposeScope();
        var golden = Golden.Read("mae_tiny.json");
        using var model = GoldenModel(golden);
        foreach (var run in golden["runs"]!.AsArray().Where(run => !(bool)run!["norm_pix_loss"]!))
        {
            string ratio = $"at ratio {run!["mask_ratio"]} on the golden pictures";
            var (latent, mask, idsRestore) = model.Encode(golden["images"]!.Tensor(), golden["noise"]!.Tensor(), run["mask_ratio"]!.Number());
            MustTensor.Be(run["mask"]!.Tensor().to(mask.dtype), mask, $"Mask {ratio}");
            MustTensor.Be(run["ids_restore"]!.Tensor(), idsRestore, $"IdsRestore {ratio}");
            MustTensor.Be(run["latent"]!.Tensor(), latent, $"Latent {ratio}", absolute: 1e-4);
            MustTensor.Be(run["pred"]!.Tensor(), model.Decode(latent, idsRestore), $"the prediction {ratio}", absolute: 1e-4);
        }
    }

    [Law]
    public static void Its_losses_and_gradients_agree_with_the_golden_model()
    {
        using var scope = NewDisposeScope();
        var golden = Golden.Read("mae_tiny.json");
        foreach (var run in golden["runs"]!.AsArray().Where(run => run!["grad_l2_norms"] is not null))
        {
            using var model = GoldenModel(golden);
            string norm = (bool)run!["norm_pix_loss"]! ? "with normalised targets" : "with plain targets";
            var loss = Loss(model, golden["images"]!.Tensor(), golden["noise"]!.Tensor(), (bool)run["norm_pix_loss"]!);
            MustTensor.Be((float)run["loss"]!.Number(), loss, $"the golden loss {norm}", absolute: 1e-5);
            loss.backward();
            foreach (var (name, expected) in run["grad_l2_norms"]!.AsObject())
            {
                if (Named(model, name).grad is not { } gradient) throw new LawBroken($"the gradient should reach {name} but does not");
                MustTensor.Be(expected!.Number(), gradient.to(float64).norm(), $"the norm of the gradient of {name} {norm}", absolute: 0, relative: 1e-4);
            }
        }
    }

    [Law]
    public static void Six_steps_of_AdamW_agree_with_the_golden_training()
    {
        using var scope = NewDisposeScope();
        var (golden, training) = (Golden.Read("mae_tiny.json"), Golden.Read("mae_train.json"));
        using var model = GoldenModel(golden);
        var learned = model.named_parameters().Where(pair => pair.parameter.requires_grad).ToLookup(pair => pair.parameter.dim() > 1, pair => pair.parameter);
        using var optimizer = new AdamW([Group(learned[true], 0.05), Group(learned[false], 0)], 0.01, 0.9, 0.95);
        foreach (var (step, noise) in training["noise_per_step"]!.AsArray().Index())
        {
            using var inner = NewDisposeScope();
            optimizer.zero_grad();
            var loss = Loss(model, golden["images"]!.Tensor(), noise!.Tensor(), (bool)training["norm_pix_loss"]!);
            MustTensor.Be((float)training["loss_per_step"]![step]!.Number(), loss, $"the loss of training step {step}", absolute: 1e-4);
            loss.backward();
            optimizer.step();
        }
        MustTensor.Be(training["final_cls_token"]!.Tensor(), Named(model, "cls_token").detach(), "cls_token after six steps", absolute: 1e-4);
        MustTensor.Be(training["final_mask_token"]!.Tensor(), Named(model, "mask_token").detach(), "mask_token after six steps", absolute: 1e-4);

        static AdamW.ParamGroup Group(IEnumerable<Parameter> parameters, double decay) => new(parameters, 0.01, 0.9, 0.95, 1e-8, decay);
    }

    [Law]
    public static void Every_norm_adds_a_millionth_to_the_variance()
    {
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        using var model = T.Create(1, 1, 8, (8, 2, 2), (8, 2, 2), 1); // one pixel of 8 channels
        var signs = tensor(new float[] { 1, -1, 1, -1, 1, -1, 1, -1 });
        var others = tensor(new float[] { 1, 1, -1, -1, 1, 1, -1, -1 });
        var (small, normalised) = (1e-3 * signs, Math.Sqrt(0.5)); // of variance 1e-6: what is normalised is 1 / sqrt(2), not 1
        foreach (string norm in (string[])["norm", "decoder_norm", .. from part in (string[])["blocks", "decoder_blocks"] from i in (int[])[0, 1] from n in (int[])[1, 2] select $"{part}.{i}.norm{n}"])
        {
            foreach (var parameter in model.parameters()) parameter.zero_(); // no block adds anything, every token is small
            foreach (string token in (string[])["cls_token", "mask_token", "decoder_embed.bias"]) Named(model, token).copy_(small);
            foreach (string last in (string[])["norm", "decoder_norm"]) Named(model, $"{last}.weight").fill_(1);
            Named(model, "decoder_pred.weight").copy_(eye(8));
            Tensor expected = normalised * signs;
            if (norm.Contains('.'))
            {
                // The block adds what its norm makes of the signs in the direction of the others, and 1 in a third: the last
                // norm leaves their ratio as it is.
                var third = signs * others;
                var (first, second) = norm.EndsWith('1') ? ("attn.qkv", "attn.proj") : ("mlp.fc1", "mlp.fc2");
                string block = norm[..norm.LastIndexOf('.')];
                Named(model, $"{norm}.weight").fill_(1);
                Named(model, $"{block}.{first}.weight")[^8..].copy_(outer(others, signs) / 8);
                Named(model, $"{block}.{second}.weight").copy_(eye(8));
                if (norm.EndsWith('2')) Named(model, $"{block}.mlp.fc1.bias").fill_(20); // GELU leaves it as it is
                Named(model, $"{block}.{second}.bias").copy_(third - (norm.EndsWith('2') ? 20 : 0));
                expected = (small + normalised * others + third) / Math.Sqrt(1.5);
            }
            var actual = norm.StartsWith("dec") ? model.Decode(zeros(1, 1, 8), zeros(1, 1, int64))
                : model.Encode(zeros(1, 8, 1, 1), zeros(1, 1), Math.BitDecrement(1.0)).Latent;
            MustTensor.Be(expected.reshape(1, 1, 8), actual, $"of tokens of variance 1e-6 where only {norm} tells, {(norm.StartsWith("dec") ? "the prediction" : "Latent")}", 1e-4);
        }
    }

    private static T GoldenModel(JsonNode golden)
    {
        var model = T.Create(12, 4, 3, (16, 2, 2), (8, 1, 4), 2);
        using var _ = no_grad();
        foreach (var (name, value) in golden["state_dict"]!.AsObject()) Named(model, name).copy_(value!.Tensor());
        return model;
    }

    /// <summary>The mean over the masked patches of their mean squared error, pictures 12 x 12 in
    /// patches of 4 x 4, three quarters masked.</summary>
    private static Tensor Loss(T model, Tensor images, Tensor noise, bool normalise)
    {
        var (latent, mask, idsRestore) = model.Encode(images, noise, 0.75);
        var target = images.reshape(2, 3, 3, 4, 3, 4).permute(0, 2, 4, 3, 5, 1).reshape(2, 9, 48); // [N, L, p p C]
        if (normalise) target = (target - target.mean([2], keepdim: true)) / (target.var(2, keepdim: true) + 1e-6).sqrt();
        return ((model.Decode(latent, idsRestore) - target).square().mean([2]) * mask).sum() / mask.sum();
    }

    protected static Parameter Named(T model, string name) =>
        model.named_parameters().FirstOrDefault(pair => pair.name == name).parameter ?? throw new LawBroken($"the model should have a parameter {name}");
}
