namespace Etudes.ML.Pretraining;

/// <summary>Probabilities of small pictures.</summary>
public sealed class DensityTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public DensityTests() => set_num_threads(1); // on a busy machine more of them wait for each other

    public void Dispose() => _scope.Dispose();

    private static IEnumerable<DensityModel> Models(int n) => [BeliefNetwork.Factorised(n), BeliefNetwork.Of(n), MaskedNetwork.Of(n, 12, 1, 1), MaskedNetwork.Of(n, 12, 3, 1)];

    [JudgedFact]
    public void The_probabilities_of_all_vectors_add_up_to_1_before_and_after_training()
    {
        var all = tensor(Enumerable.Range(0, 64).SelectMany(i => Enumerable.Range(0, 6).Select(bit => (float)(i >> bit & 1))).ToArray(), 64, 6);
        foreach (var model in Models(6))
        {
            Assert.Equal(1, Sum(), 1e-5);
            DensityTraining.Train(model, all[..20], 5, 1, default, () => { });
            Assert.Equal(1, Sum(), 1e-5);

            double Sum() => model.NegativeLogLikelihood(all).neg().exp().sum().item<float>();
        }
    }

    [JudgedFact]
    public void Training_saves_a_quarter_of_the_nats_of_a_baseline()
    {
        var x = tensor(Enumerable.Range(0, 1000).SelectMany(i => i % 2 == 0 ? (float[])[0, 1, 0, 1] : [1, 0, 1, 0]).ToArray(), 1000, 4);
        double[] nats = [.. Models(4).Select(model =>
        {
            DensityTraining.Train(model, x, 200, 1, default, () => { });
            return DensityTraining.Nats(model, x);
        })];
        Assert.Equal(4 * Math.Log(2), nats[0], 0.01);
        Assert.All(nats[1..], found => Assert.InRange(found, Math.Log(2) - 0.01, 0.75 * nats[0]));
    }

    [JudgedFact]
    public void What_is_known_is_kept_and_the_rest_is_drawn()
    {
        var x = tensor(new float[] { 1, 0, 1, 0, 0, 0, 0, 1, 1, 1, 1, 1 }, 2, 6);
        var uniforms = rand(2, 6);
        foreach (var model in Models(6).Take(3)) // in the natural order
        {
            var drawn = model.Complete(x, 3, uniforms);
            Assert.Equal(MustTensor.Read(x[.., ..3]), MustTensor.Read(drawn[.., ..3]));
            Assert.All(MustTensor.Read(drawn), bit => Assert.True(bit is 0 or 1));
            Assert.Equal([1, 1, 1], MustTensor.Read(model.Complete(x, 3, zeros(2, 6)))[3..6]); // what is surely drawn
        }
    }
}
