using Xunit.Abstractions;

namespace Etudes.ML.Pretraining;

/// <summary>What is written here, read by torch in Python.</summary>
public sealed class TorchReadsTests(ITestOutputHelper output) : CheckpointTests
{
    [TorchFact]
    public void Torch_predicts_with_weights_that_were_trained_and_written_here()
    {
        using var golden = Weights.Read(GoldenFile("mae_tiny.pth"));
        using var model = Pretrained.Whole(golden, s_heads);
        foreach (var parameter in model.parameters().Where(parameter => parameter.requires_grad)) Moved(parameter);
        var (images, noise) = (Tiny["images"]!.Tensor(), Tiny["noise"]!.Tensor());
        var (latent, _, idsRestore) = model.Encode(images, noise, 0.75);
        var pred = model.Decode(latent, idsRestore);
        string weights = Path.Combine(Folder, "weights.safetensors"), test = Path.Combine(Folder, "case.safetensors");
        SafeTensors.Write(weights, model.state_dict(), new Dictionary<string, string> { ["heads"] = "2" });
        SafeTensors.Write(test, new Dictionary<string, Tensor> { ["images"] = images, ["noise"] = noise, ["pred"] = pred }, new Dictionary<string, string>());

        var (code, words) = TorchFactAttribute.Run(TorchFactAttribute.Python!, Repository.Full("ml-track/Pretrain.Tests/Checkpoints/torch_reads.py"), weights, test);
        output.WriteLine(words);
        Assert.True(code == 0, words);
    }

    /// <summary>Other weights than those that torch has written.</summary>
    private static void Moved(Tensor parameter)
    {
        using var _ = no_grad();
        parameter.add_(rand_like(parameter), alpha: 0.1);
    }
}
