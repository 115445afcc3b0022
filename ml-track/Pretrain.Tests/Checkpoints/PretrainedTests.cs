using System.Diagnostics;

namespace Etudes.ML.Pretraining;

/// <summary>From a file of weights to a model: which measures follow, and which files are
/// none.</summary>
public sealed class PretrainedTests : CheckpointTests
{
    private static readonly Architecture s_tiny = new(12, 4, 3, (16, 2, 2), (8, 1, 4), 2);

    /// <summary>mae_vit_base_patch16 of the paper's table 6 and its decoder of 8 blocks.</summary>
    private static readonly Architecture s_base = new(224, 16, 3, (768, 12, 12), (512, 8, 16), 4);

    private string SafeFile => Path.Combine(Folder, "weights.safetensors");

    [JudgedFact]
    public void The_names_and_shapes_are_those_of_the_model()
    {
        using var model = MaskedAutoencoder.Create(12, 4, 3, (16, 2, 2), (8, 1, 4), 2);
        var expected = model.named_parameters().Select(pair => $"{pair.name} [{string.Join(", ", pair.parameter.shape)}]");
        Assert.Equal(expected.Order(), PublishedNames.Of(s_tiny).Select(entry => $"{entry.Name} [{string.Join(", ", entry.Shape)}]").Order());
    }

    [Fact]
    public void The_published_base_model_has_its_published_names_shapes_and_count()
    {
        var shapes = PublishedNames.Of(s_base).ToDictionary(entry => entry.Name, entry => entry.Shape);
        Assert.Equal(254, shapes.Count);
        Assert.Equal(111_907_840, shapes.Values.Sum(shape => shape.Aggregate((product, size) => product * size)));
        Assert.Equal(85_798_656, PublishedNames.Of(s_base with { Decoder = null }).Sum(entry => entry.Shape.Aggregate((product, size) => product * size)));
        Assert.Equal([1, 197, 768], shapes["pos_embed"]);
        Assert.Equal([768, 3, 16, 16], shapes["patch_embed.proj.weight"]);
        Assert.Equal([3072, 768], shapes["blocks.11.mlp.fc1.weight"]);
        Assert.Equal([1, 1, 512], shapes["mask_token"]);
        Assert.Equal([512, 768], shapes["decoder_embed.weight"]);
        Assert.Equal([1536, 512], shapes["decoder_blocks.7.attn.qkv.weight"]);
        Assert.Equal([768, 512], shapes["decoder_pred.weight"]);
    }

    [JudgedFact]
    public void A_model_that_is_written_and_read_predicts_the_same()
    {
        using var golden = Weights.Read(GoldenFile("mae_tiny.pth"));
        using var model = Pretrained.Whole(golden, s_heads);
        SafeTensors.Write(SafeFile, model.state_dict(), s_tiny.Metadata);
        using var weights = Weights.Read(SafeFile);
        Assert.Equal(s_tiny, Architecture.Of(weights));
        using var read = Pretrained.Whole(weights);
        Assert.Equal(Predictions(model), Predictions(read));
    }

    [JudgedFact]
    public void Heads_follow_from_the_file_then_the_caller_then_the_published_width()
    {
        var wide = new Architecture(4, 4, 1, (768, 1, 12), (512, 1, 16), 1);
        Assert.Equal(wide, Architecture.Of(Saved(Drawn(wide))));
        Assert.Equal(wide with { Encoder = (768, 1, 6), Decoder = (512, 1, 8) }, Architecture.Of(Saved(Drawn(wide)), (6, 8)));
        Assert.Equal(wide with { Encoder = (768, 1, 4), Decoder = (512, 1, 2) }, Architecture.Of(Saved(Drawn(wide), new() { ["heads"] = "4", ["decoder_heads"] = "2" }), (6, 8)));
        Assert.Contains("nothing tells its heads at a width of 16", Refusal(Drawn(s_tiny)));
        foreach (string heads in (string[])["0", "-1", "3"])
            Assert.Contains("expected at least one, and a width that 4 and the heads divide", Refusal(Drawn(s_tiny), new() { ["heads"] = heads, ["decoder_heads"] = "4" }));
        Assert.Contains("its metadata says that heads is 'many'; expected a number", Refusal(Drawn(s_tiny), new() { ["heads"] = "many" }));
    }

    [JudgedFact]
    public void An_encoder_without_a_decoder_can_be_probed_and_says_so()
    {
        using var golden = Weights.Read(GoldenFile("mae_tiny.pth"));
        var part = golden.Tensors.Where(pair => !pair.Key.StartsWith("decoder_")).ToDictionary(pair => pair.Key, pair => pair.Value); // with a mask token, of no use
        using var weights = Saved(part, s_tiny.Metadata.ToDictionary());
        string words = Assert.Throws<RefusedRunException>(() => Pretrained.Whole(weights)).Message;
        Assert.Equal($"{SafeFile} is refused: it has an encoder and no decoder, so that it can be probed but shows no pictures.", words);
        using var encoder = Pretrained.Encoder(weights);
        using var whole = Pretrained.Whole(golden, s_heads);
        Assert.Equal(Latents(whole), Latents(encoder));

        static double[] Latents(MaskedAutoencoder model) => MustTensor.Read(model.Encode(Tiny["images"]!.Tensor(), Tiny["noise"]!.Tensor(), 0.75).Latent);
    }

    [JudgedFact]
    public void Weights_that_do_not_fit_are_named_and_counted()
    {
        Refused("'patch_embed.proj.weight' is missing, so it is no masked autoencoder.", weights => weights.Remove("patch_embed.proj.weight"));
        Refused("'pos_embed' has the shape [10, 16]; expected [1, any, 16].", weights => weights["pos_embed"] = zeros(10, 16));
        Refused("its patches or its pictures are no squares", weights => weights["pos_embed"] = zeros(1, 9, 16));
        Refused("'norm.weight' is missing.", weights => weights.Remove("norm.weight"));
        Refused("'blocks.0.norm1.bias' is missing, and 2 more do not fit.", weights => _ = (weights.Remove("blocks.0.norm1.bias"), weights.Remove("norm.bias"), weights["head.weight"] = ones(3)));
        Refused("'blocks.1.attn.qkv.weight' has the shape [48, 8]; expected [48, 16].", weights => weights["blocks.1.attn.qkv.weight"] = zeros(48, 8));
        Refused("'head.weight' is no weight of a masked autoencoder.", weights => weights["head.weight"] = ones(3));
        Refused("'blocks.1.norm2.bias' is of Int64; expected floating-point numbers.", weights => weights["blocks.1.norm2.bias"] = zeros(16, int64));
        Refused("'norm.bias' holds numbers that are not finite.", weights => weights["norm.bias"] = full(16, double.NaN));
        Refused("'norm.bias' holds numbers that are not finite, and 1 more do not fit.", weights => _ = (weights["norm.bias"] = full(16, 1e300, float64), weights["decoder_norm.bias"] = full(8, float.PositiveInfinity)));

        void Refused(string words, Action<Dictionary<string, Tensor>> change)
        {
            var weights = Drawn(s_tiny);
            change(weights);
            Assert.Contains(words, Refusal(weights, s_tiny.Metadata.ToDictionary()));
        }
    }

    [JudgedFact]
    public void A_model_is_not_made_before_its_weights_are_found_there()
    {
        var weights = Drawn(new(4, 4, 1, (256, 1, 4), (4, 1, 1), 1));
        for (int block = 1; block < 1000; block++) weights[$"blocks.{block}.norm1.weight"] = ones(1); // of what would be 1.5 GB
        using var process = Process.GetCurrentProcess();
        long before = process.PeakWorkingSet64;
        Assert.Contains("'blocks.1.norm1.weight' has the shape [1]; expected [256], and ", Refusal(weights, new() { ["heads"] = "4", ["decoder_heads"] = "1" }));
        process.Refresh();
        Assert.True(process.PeakWorkingSet64 - before <= 200 << 20); // the kernel counts in batches: it may be a little below 0
    }

    [JudgedFact]
    public void Half_precision_is_widened()
    {
        using var weights = Saved(Drawn(s_tiny).ToDictionary(pair => pair.Key, pair => pair.Value.to(bfloat16)), s_tiny.Metadata.ToDictionary());
        using var model = Pretrained.Whole(weights);
        Assert.All(model.parameters(), parameter => Assert.Equal(float32, parameter.dtype));
        Assert.Equal(MustTensor.Read(weights.Tensors["norm.weight"]), MustTensor.Read(model.state_dict()["norm.weight"]));
    }

    private StateDict Saved(Dictionary<string, Tensor> weights, Dictionary<string, string>? metadata = null)
    {
        SafeTensors.Write(SafeFile, weights, metadata ?? []);
        return Weights.Read(SafeFile);
    }

    private string Refusal(Dictionary<string, Tensor> tensors, Dictionary<string, string>? metadata = null)
    {
        using var weights = Saved(tensors, metadata);
        long before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        string words = Assert.Throws<RefusedRunException>(() => Pretrained.Encoder(weights)).Message;
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        return words;
    }

    /// <summary>Weights of these measures.</summary>
    private static Dictionary<string, Tensor> Drawn(Architecture architecture) => PublishedNames.Of(architecture).ToDictionary(entry => entry.Name, entry => rand(entry.Shape));
}
