using TorchSharp.Modules;

namespace Etudes.ML.Pretraining;

/// <summary>A probability for each vector of n zeros and ones.</summary>
internal abstract class DensityModel(string name, params Parameter[] parameters) : IDisposable
{
    private const float NearlyOne = 1 - 1e-6f;

    public string Name => name;

    public IReadOnlyList<Parameter> Parameters => parameters;

    /// <summary>What training lowers: -log p(x) in nats, x is [N, n], the result is [N].</summary>
    public abstract Tensor Loss(Tensor x);

    /// <summary>-log p(x) in nats, [N].</summary>
    public virtual Tensor NegativeLogLikelihood(Tensor x) => Loss(x);

    /// <summary>A vector for each row of numbers from [0, 1), [N, n].</summary>
    public abstract Tensor Sample(Tensor uniforms);

    /// <summary>Draws what comes behind the first known numbers of each x. Where a number is known,
    /// the draw is fixed: 0 makes a one, nearly 1 a zero. Exact where the order is that of x.</summary>
    public Tensor Complete(Tensor x, int known, Tensor uniforms)
    {
        using var scope = NewDisposeScope();
        return Sample(cat([(1 - x[.., ..known]) * NearlyOne, uniforms[.., known..]], 1)).MoveToOuterDisposeScope();
    }

    public void Dispose()
    {
        foreach (var parameter in parameters) parameter.Dispose();
    }
}
