namespace Etudes.ML.Pretraining;

/// <summary>How often pictures are told right by one way of looking at them, once per seed.</summary>
public sealed record ProbeRow(string Way, IReadOnlyList<double> Accuracies)
{
    public double Mean => Accuracies.Average();

    /// <summary>The standard deviation over the seeds.</summary>
    public double Spread => Accuracies.Count < 2 ? 0 : Math.Sqrt(Accuracies.Sum(x => (x - Mean) * (x - Mean)) / (Accuracies.Count - 1));
}

/// <summary>What has been learnt without labels, seen with some of them.</summary>
/// <param name="Labels">How many labelled pictures are known.</param>
/// <param name="Seeds">How many times others of them are drawn.</param>
/// <param name="Epochs">Of fine-tuning; 0: none.</param>
internal sealed class Probe(LoadedModel trained, PictureSet pictures, PictureSet heldOut, Device device, int labels, int seeds, int epochs)
{
    private const int MostAsked = 10_000;

    /// <param name="data">What --data names.</param>
    /// <exception cref="RefusedRunException">Nobody has said what the pictures show.</exception>
    public static void MustHaveLabels(PictureSet pictures, string data)
    {
        if (pictures.Labels.Count < 2) throw new RefusedRunException($"'{data}' has no labels; expected folders named after what their pictures show, or MNIST's files of labels.");
    }

    /// <summary>The parts of the work, each told when it is done.</summary>
    public int Parts => seeds * (4 + 2 * epochs);

    /// <summary>A row per way: the trained encoder, a random one, the pixels; on top a linear map or
    /// neighbours; and whole networks on the same labels.</summary>
    public IReadOnlyList<ProbeRow> Run(Action done)
    {
        using var scope = NewDisposeScope();
        var asked = Scaled(heldOut.First(MostAsked));
        var (answers, askedTrained, askedPixels) = (Labels(asked), Features.OfMany(trained.Model, asked, device), asked.On(CPU).flatten(1));
        var rows = new Dictionary<string, List<double>>();
        for (int seed = 1; seed <= seeds; seed++)
        {
            using var each = NewDisposeScope();
            var known = Draw(seed);
            var labels = Labels(known);
            var knownTrained = Features.OfMany(trained.Model, known, device);
            Add("trained encoder, linear", () => LinearProbe.Accuracy(knownTrained, labels, askedTrained, answers, Classes));
            Add("random encoder, linear", () =>
            {
                using var random = Fresh(seed);
                return LinearProbe.Accuracy(Features.OfMany(random, known, device), labels, Features.OfMany(random, asked, device), answers, Classes);
            });
            Add("pixels, linear", () => LinearProbe.Accuracy(known.On(CPU).flatten(1), labels, askedPixels, answers, Classes));
            Add("trained encoder, 20 neighbours", () => NearestNeighbours.Accuracy(knownTrained, labels, askedTrained, answers, Classes));
            if (epochs == 0) continue;
            Add("fine-tuned", () =>
            {
                using var copy = Fresh(seed);
                copy.load_state_dict(trained.Model.state_dict());
                return FineTuning.Accuracy(copy, known, asked, Classes, epochs, seed, device, done);
            }, isOne: false);
            Add("the same from scratch", () =>
            {
                using var fresh = Fresh(seed);
                return FineTuning.Accuracy(fresh, known, asked, Classes, epochs, seed, device, done);
            }, isOne: false);
        }
        return [.. rows.Select(row => new ProbeRow(row.Key, row.Value))];

        void Add(string way, Func<double> accuracy, bool isOne = true)
        {
            if (!rows.TryGetValue(way, out var found)) rows[way] = found = [];
            found.Add(accuracy());
            if (isOne) done();
        }
    }

    /// <summary>The trained encoder with a linear map alone.</summary>
    public ProbeRow OfTrained(Action done)
    {
        using var scope = NewDisposeScope();
        var asked = Scaled(heldOut.First(MostAsked));
        var (answers, features) = (Labels(asked), Features.OfMany(trained.Model, asked, device));
        List<double> found = [];
        for (int seed = 1; seed <= seeds; seed++, done())
        {
            var known = Draw(seed);
            found.Add(LinearProbe.Accuracy(Features.OfMany(trained.Model, known, device), Labels(known), features, answers, Classes));
        }
        return new ProbeRow("trained encoder, linear", found);
    }

    private int Classes => pictures.Labels.Count;

    private static Tensor Labels(PictureBatch batch) => tensor(batch.Labels, int64);

    private MaskedAutoencoder Fresh(int seed)
    {
        manual_seed(seed);
        var model = trained.Shape.Create();
        model.to(device);
        return model;
    }

    private PictureBatch Draw(int seed)
    {
        int[] all = [.. Enumerable.Range(0, pictures.Count)];
        new Random(seed).Shuffle(all);
        return Scaled(pictures.Read(all.AsMemory(0, Math.Min(labels, all.Length))));
    }

    private PictureBatch Scaled(PictureBatch batch)
    {
        using var scope = NewDisposeScope();
        return batch with { Pixels = trained.Scale.To(batch.On(CPU)).data<float>().ToArray() };
    }
}
