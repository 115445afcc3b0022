using TorchSharp.Modules;

namespace Etudes.ML.Pretraining;

/// <summary>The fully visible sigmoid belief network of AutoregressiveNll and AncestralSampling.
/// </summary>
internal sealed class BeliefNetwork(string name, Parameter weights, Parameter bias, bool isFactorised) : DensityModel(name, isFactorised ? [bias] : [weights, bias])
{
    public static BeliefNetwork Of(int n) => new("belief network (FVSBN)", new(zeros(n, n)), new(zeros(n)), isFactorised: false);

    /// <summary>The baseline: without weights each number is drawn alone.</summary>
    public static BeliefNetwork Factorised(int n) => new("factorised", new(zeros(n, n), requires_grad: false), new(zeros(n)), isFactorised: true);

    public override Tensor Loss(Tensor x) => AutoregressiveNll.NegativeLogLikelihood(x, weights, bias);

    public override Tensor Sample(Tensor uniforms) => AncestralSampling.Sample(uniforms, weights, bias);
}
