namespace Etudes.ML.Pretraining;

/// <summary>A vote of the nearest known pictures: what features say with nothing learnt on top.</summary>
internal static class NearestNeighbours
{
    private const int Voters = 20;

    /// <summary>The part of the asked pictures that is told right, by the cosine between features less
    /// their mean.</summary>
    /// <param name="known">Features, [N, D].</param>
    /// <param name="labels">[N] of int64.</param>
    /// <param name="asked">Features, [M, D].</param>
    /// <param name="answers">[M] of int64.</param>
    public static double Accuracy(Tensor known, Tensor labels, Tensor asked, Tensor answers, int classes)
    {
        using var scope = NewDisposeScope();
        var mean = known.mean([0]); // [D]
        var (near, nearest) = Directions(asked).mm(Directions(known).t()).topk((int)Math.Min(Voters, known.shape[0]), 1); // [M, k]
        var votes = zeros(asked.shape[0], classes).scatter_add(1, labels[nearest], near.exp()); // [M, K]
        return votes.argmax(1).eq(answers).to(float64).mean().item<double>();

        Tensor Directions(Tensor features) => nn.functional.normalize(features - mean, dim: 1);
    }
}
