using System.Text.Json.Nodes;

namespace Etudes.ML.Pretraining;

/// <summary>What the tests of checkpoints share: a folder, a scope, the golden files.</summary>
public abstract class CheckpointTests : IDisposable
{
    /// <summary>Of mae_tiny.json; no shape tells them.</summary>
    protected static readonly (int Encoder, int Decoder) s_heads = (2, 4);
    private readonly DisposeScope _scope = NewDisposeScope();

    protected CheckpointTests() => set_num_threads(1); // on a busy machine more of them wait for each other

    protected string Folder { get; } = Directory.CreateTempSubdirectory("etudes").FullName;

    public void Dispose()
    {
        _scope.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    protected static JsonNode Tiny { get; } = Golden.Read("mae_tiny.json");

    protected static string GoldenFile(string name) => Repository.Full($"ml-track/Properties/Golden/{name}");

    protected string Written(byte[] file)
    {
        string path = Path.Combine(Folder, "weights.bin");
        File.WriteAllBytes(path, file);
        return path;
    }

    /// <summary>The one sentence that such a file is refused with; no tensor stays
    /// behind.</summary>
    protected string Refusal(byte[] file) => Refusal(Written(file));

    protected static string Refusal(string path)
    {
        long before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        string words = Assert.Throws<RefusedRunException>(() => Weights.Read(path)).Message;
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        Assert.StartsWith($"{path} is refused: ", words);
        Assert.DoesNotContain('\n', words);
        return words;
    }

    protected static double[] Predictions(MaskedAutoencoder model)
    {
        var (latent, _, idsRestore) = model.Encode(Tiny["images"]!.Tensor(), Tiny["noise"]!.Tensor(), 0.75);
        return MustTensor.Read(model.Decode(latent, idsRestore));
    }

    /// <summary>What mae.py predicts of the same.</summary>
    protected static double[] GoldenPredictions => MustTensor.Read(Tiny["runs"]!.AsArray().First(run => (double)run!["mask_ratio"]! == 0.75 && run["pred"] is not null)!["pred"]!.Tensor());

    protected static void Equal(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.InRange(expected.Zip(actual).Max(pair => Math.Abs(pair.First - pair.Second)), 0, tolerance);
    }
}
