namespace Etudes.ML.Pretraining;

/// <summary>Training a whole encoder, with a linear map behind it, on a few labels.</summary>
internal static class FineTuning
{
    private const double PeakRate = 1e-3, Warmup = 0.1, Decay = 0.05;
    private const int Batch = 50;

    /// <summary>The part of the asked pictures that is told right afterwards.</summary>
    /// <param name="encoder">It is changed.</param>
    /// <param name="seed">Draws the map, and the order of the pictures.</param>
    /// <param name="afterEpoch">Called after each.</param>
    public static double Accuracy(MaskedAutoencoder encoder, PictureBatch known, PictureBatch asked, int classes, int epochs, int seed, Device device, Action afterEpoch)
    {
        using var scope = NewDisposeScope();
        manual_seed(seed);
        using var head = nn.Linear(encoder.get_parameter("cls_token")!.shape[2], classes);
        head.to(device);
        var (pictures, labels) = (known.On(device), tensor(known.Labels, int64).to(device));
        using var optimizer = optim.AdamW([.. encoder.parameters().Where(parameter => parameter.requires_grad), .. head.parameters()], PeakRate, weight_decay: Decay);
        int[] order = [.. Enumerable.Range(0, known.Labels.Length)];
        var random = new Random(seed);
        int size = Math.Min(Batch, order.Length), steps = order.Length / size;
        for (int epoch = 0; epoch < epochs; epoch++, afterEpoch())
        {
            random.Shuffle(order);
            BetweenCollections.Run(() =>
            {
                for (int step = 0; step < steps; step++) Learn((epoch * steps + step) / (double)(epochs * steps), order[(step * size)..((step + 1) * size)]);
            });
        }
        using var _ = no_grad();
        return head.forward(Features.OfMany(encoder, asked, device).to(device)).argmax(1).cpu().eq(tensor(asked.Labels, int64)).to(float64).mean().item<double>();

        void Learn(double progress, int[] few)
        {
            using var step = NewDisposeScope();
            var some = tensor(few, int64).to(device);
            foreach (var group in optimizer.ParamGroups) group.LearningRate = PeakRate * Training.Rate(progress, Warmup);
            optimizer.zero_grad();
            nn.functional.cross_entropy(head.forward(Features.Of(encoder, pictures.index_select(0, some))), labels.index_select(0, some)).backward();
            optimizer.step();
        }
    }
}
