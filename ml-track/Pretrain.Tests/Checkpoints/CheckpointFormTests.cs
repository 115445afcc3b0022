using static Etudes.ML.Pretraining.Pickles;

namespace Etudes.ML.Pretraining;

/// <summary>How scripts of training leave their weights: under a name, and wrapped for several
/// GPUs.</summary>
public sealed class CheckpointFormTests : CheckpointTests
{
    private static readonly string s_tensor = Tensor([4], [1]);

    [JudgedTheory]
    [InlineData(null, "module.")]
    [InlineData("model", "")]
    [InlineData("model", "module.")]
    [InlineData("state_dict", "")]
    [InlineData("state_dict", "module.")]
    public void The_weights_have_the_names_of_the_model(string? under, string prefix)
    {
        string weights = Dict((prefix + "norm.bias", s_tensor), (prefix + "module.bias", s_tensor));
        using var read = Weights.Read(Written(Archive(Pickle(under is null ? weights : Dict(("epoch", Number(3)), (under, weights))), Four)));
        Assert.Equal(["norm.bias", "module.bias"], read.Tensors.Keys);
    }

    [JudgedFact]
    public void A_model_that_has_a_part_called_module_is_not_unwrapped()
    {
        using var read = Weights.Read(Written(Archive(Pickle(Dict(("module.bias", s_tensor), ("norm.bias", s_tensor))), Four)));
        Assert.Equal(["module.bias", "norm.bias"], read.Tensors.Keys);
    }

    [JudgedFact]
    public void What_is_called_so_and_holds_no_tensors_is_refused_by_its_name() =>
        Assert.Contains("its state_dict is no dict of tensors", Refusal(Archive(Pickle(Dict(("state_dict", Number(3)))))));
}
