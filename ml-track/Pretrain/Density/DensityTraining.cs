namespace Etudes.ML.Pretraining;

/// <summary>Lowers the nats of a density model, by Adam whose rate falls by half a cosine.</summary>
internal static class DensityTraining
{
    private const double PeakRate = 2e-3, Warmup = 0.02;
    private const int Batch = 100, AtOnce = 1000;

    /// <param name="x">[N, n].</param>
    /// <param name="afterEpoch">Called after each.</param>
    public static void Train(DensityModel model, Tensor x, int epochs, int seed, CancellationToken stop, Action afterEpoch)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator((ulong)seed);
        using var optimizer = optim.Adam(model.Parameters, PeakRate);
        int size = (int)Math.Min(Batch, x.shape[0]), steps = (int)(x.shape[0] / size);
        for (int epoch = 0; epoch < epochs && !stop.IsCancellationRequested; epoch++, afterEpoch())
        {
            using var each = NewDisposeScope();
            var order = randperm(x.shape[0], generator: random);
            BetweenCollections.Run(() =>
            {
                for (int step = 0; step < steps; step++) Learn((epoch * steps + step) / (double)(epochs * steps), order.narrow(0, step * size, size));
            });
        }

        void Learn(double progress, Tensor some)
        {
            using var step = NewDisposeScope();
            foreach (var group in optimizer.ParamGroups) group.LearningRate = PeakRate * Training.Rate(progress, Warmup);
            optimizer.zero_grad();
            model.Loss(x.index_select(0, some)).mean().backward();
            optimizer.step();
        }
    }

    /// <summary>The mean of -log p(x), in nats.</summary>
    /// <param name="x">[N, n].</param>
    public static double Nats(DensityModel model, Tensor x)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        return x.split(AtOnce).Sum(part => model.NegativeLogLikelihood(part).to(float64).sum().item<double>()) / x.shape[0];
    }
}
