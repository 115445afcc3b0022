namespace Etudes.ML.Pretraining;

/// <summary>Files that torch has written.</summary>
public sealed class GoldenFileTests : CheckpointTests
{
    [JudgedFact]
    public void A_file_of_torch_has_the_names_the_shapes_and_the_numbers_that_were_saved()
    {
        using var weights = Weights.Read(GoldenFile("mae_tiny.pth"));
        var saved = Tiny["state_dict"]!.AsObject();
        Assert.Equal(saved.Select(pair => pair.Key), weights.Tensors.Keys);
        Assert.Empty(weights.Metadata);
        foreach (var (name, node) in saved) MustTensor.Be(node!.Tensor(), weights.Tensors[name], name, absolute: 0, relative: 0);
    }

    [JudgedFact]
    public void Halves_settings_and_an_optimizer_are_no_hindrance()
    {
        using var weights = Weights.Read(GoldenFile("mae_tiny_awkward.pth"));
        foreach (var (name, node) in Tiny["state_dict"]!.AsObject())
        {
            bool isHalf = name.EndsWith("fc1.weight");
            MustTensor.Be(isHalf ? node!.Tensor().to(float16) : node!.Tensor(), weights.Tensors[name], name, absolute: 0, relative: 0);
        }
    }

    [JudgedTheory]
    [InlineData("mae_tiny.pth", 1e-5)]
    [InlineData("mae_tiny_awkward.pth", 2e-3)] // of numbers below 1 a half keeps three digits
    public void The_model_of_a_file_predicts_what_its_writer_predicted(string file, double tolerance)
    {
        using var weights = Weights.Read(GoldenFile(file));
        using var model = Pretrained.Whole(weights, s_heads);
        Equal(GoldenPredictions, Predictions(model), tolerance);
    }

    [JudgedFact]
    public void The_format_from_before_torch_1_6_is_refused_by_its_name() =>
        Assert.Contains("the format that torch had before 1.6", Refusal(GoldenFile("mae_tiny_legacy.pth")));

    [JudgedFact]
    public void What_is_no_such_file_is_refused_in_a_sentence()
    {
        string absent = Path.Combine(Folder, "absent.pth");
        Assert.Contains("Could not find file", Refusal(absent));
        Assert.Contains("denied", Refusal(Folder));
        foreach (byte[] other in (byte[][])[[], [1], "no weights at all"u8.ToArray(), new byte[4096]]) Assert.Contains("neither", Refusal(other));
    }
}
