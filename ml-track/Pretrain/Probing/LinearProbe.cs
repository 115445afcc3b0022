using TorchSharp.Modules;

namespace Etudes.ML.Pretraining;

/// <summary>Multinomial logistic regression: how much of what pictures show can be read off their
/// features by a linear map.</summary>
internal static class LinearProbe
{
    private const int Iterations = 300;
    private const double PeakRate = 0.05, Warmup = 0.1;
    private static readonly double[] s_penalties = [1e-4, 1e-3, 1e-2, 1e-1];

    /// <summary>The part of the asked pictures that is told right. The penalty is the one that does
    /// best on a fifth of the known ones, kept back.</summary>
    /// <param name="known">Features, [N, D].</param>
    /// <param name="labels">[N] of int64.</param>
    /// <param name="asked">Features, [M, D].</param>
    /// <param name="answers">[M] of int64.</param>
    public static double Accuracy(Tensor known, Tensor labels, Tensor asked, Tensor answers, int classes)
    {
        using var scope = NewDisposeScope();
        int fifth = (int)Math.Max(1, known.shape[0] / 5);
        double penalty = s_penalties.MaxBy(penalty => Right(known[fifth..], labels[fifth..], known[..fifth], labels[..fifth], classes, penalty));
        return Right(known, labels, asked, answers, classes, penalty);
    }

    private static double Right(Tensor known, Tensor labels, Tensor asked, Tensor answers, int classes, double penalty)
    {
        using var scope = NewDisposeScope();
        var (mean, deviation) = (known.mean([0]), known.std(0).clamp_min(1e-6)); // [D]
        var input = (known - mean) / deviation; // [N, D]
        using var weight = new Parameter(zeros(known.shape[1], classes)); // [D, K]
        using var bias = new Parameter(zeros(classes)); // [K]
        using var optimizer = optim.Adam([weight, bias], PeakRate); // LBFGS warns on standard error each time
        for (int iteration = 0; iteration < Iterations; iteration++)
        {
            using var step = NewDisposeScope();
            foreach (var group in optimizer.ParamGroups) group.LearningRate = PeakRate * Training.Rate(iteration / (double)Iterations, Warmup);
            optimizer.zero_grad();
            (nn.functional.cross_entropy(input.mm(weight) + bias, labels) + penalty * weight.square().sum()).backward();
            optimizer.step();
        }
        return ((asked - mean) / deviation).mm(weight).add(bias).argmax(1).eq(answers).to(float64).mean().item<double>();
    }
}
