namespace Etudes.ML;

/// <summary>The likelihood of samples, and what it has to do with the divergence.</summary>
public abstract class LikelihoodLaws<T> : DistributionLaws<LikelihoodLaws<T>>, ITakesDistributions where T : IKlDivergence
{
    public static (string Place, long[] Shape, Func<Tensor, Tensor> Pass)[] Places =>
    [
        ("Divergence of p from [1/4, 1/4, 1/4, 1/4]", [1, 4], p => T.Divergence(p, full(1, 4, 0.25, p.dtype))),
        ("Divergence of [1/4, 1/4, 1/4, 1/4] from p", [1, 4], q => T.Divergence(full(1, 4, 0.25, q.dtype), q)),
        ("NegativeLogLikelihood of [0] under p", [4], q => T.NegativeLogLikelihood(zeros(1, int64), q)),
    ];

    [Law]
    public static void The_negative_log_likelihood_is_the_entropy_of_the_samples_and_their_divergence(Values data, Matrix numbers)
    {
        using var scope = NewDisposeScope();
        long[] samples = Samples(data, numbers.Width);
        double[][] q = Q(numbers)[..1], p = [Frequencies(samples, numbers.Width)];
        double entropy = -p[0].Where(a => a > 0).Sum(a => a * Math.Log(a));
        double expected = entropy + T.Divergence(Tensor(p), Tensor(q)).sum().item<double>();
        MustTensor.Be(expected, T.NegativeLogLikelihood(tensor(samples), tensor(q[0])), $"NegativeLogLikelihood of {Show.Of(samples)} under {Digits.Few(q[0])}");
    }

    [Law]
    public static void The_gradient_of_the_likelihood_counts_the_samples(Values data, Matrix numbers)
    {
        using var scope = NewDisposeScope();
        long[] samples = Samples(data, numbers.Width);
        double[] frequencies = Frequencies(samples, numbers.Width);
        double[] q = Normalised([[.. numbers.Rows[0].Select((x, at) => frequencies[at] == 0 && x <= 0 ? 0 : 0.1 + Math.Abs(x))]])[0]; // 0 where no sample is
        var given = tensor(q).requires_grad_();
        T.NegativeLogLikelihood(tensor(samples), given).backward();
        if (given.grad is not { } gradient) throw new LawBroken("NegativeLogLikelihood has no gradient to q");
        MustTensor.Be(tensor(frequencies.Zip(q, (f, a) => f == 0 ? 0 : -f / a).ToArray()), gradient, $"the gradient to q of NegativeLogLikelihood of {Show.Of(samples)} under {Digits.Few(q)}");
        MustTensor.Be(double.PositiveInfinity, T.NegativeLogLikelihood(tensor((long[])[.. samples, 1]), tensor((double[])[1, .. new double[q.Length - 1]])), "NegativeLogLikelihood of samples of which q calls one impossible");
    }

    [Law(MaxTest = 60)]
    public static void The_parameter_of_least_divergence_is_that_of_greatest_likelihood(Values data)
    {
        using var scope = NewDisposeScope();
        // Two throws of a coin have 0, 1 or 2 heads: a family that cannot follow any frequencies.
        double[][] family = [.. Enumerable.Range(1, 19).Select(i => i / 20.0).Select(t => (double[])[(1 - t) * (1 - t), 2 * t * (1 - t), t * t])];
        long[] samples = Samples(data, 3);
        double[] p = Frequencies(samples, 3);
        double[] divergences = MustTensor.Read(T.Divergence(Tensor([.. family.Select(_ => p)]), Tensor(family)));
        Must.Be(family.Length, divergences.Length, "the number of elements of Divergence for 19 parameters");
        double Nll(int i) => samples.Average(x => -Math.Log(family[i][x]));
        int closest = Array.IndexOf(divergences, divergences.Min()), likeliest = Enumerable.Range(0, family.Length).MinBy(Nll);
        Must.Hold(closest >= 0 && Nll(closest) <= Nll(likeliest) + 1e-9,
            $"of samples with the frequencies {Digits.Few(p)}, the closest of 19 models should be {Digits.Few(family[likeliest])} but is {(closest < 0 ? "none" : Digits.Few(family[closest]))}");
    }

    [Law(BeyondExamples = true)]
    public static void A_mean_over_2503_samples_weighs_each_alike()
    {
        using var scope = NewDisposeScope();
        double[] q = [0.5, 0.125, 0.375];
        long[] samples = [.. new long[Sizes.Uneven - 1], 2];
        foreach (var type in (ScalarType[])[float32, float64])
            MustTensor.Be(samples.Average(x => -Math.Log(q[x])), T.NegativeLogLikelihood(tensor(samples), tensor(q).to(type)), $"of {type}, NegativeLogLikelihood of 0, 0, ..., 0, 2 under {Show.Of(q)}", 1e-9, type == float32 ? 1e-5 : 1e-9);
    }

    /// <summary>A distribution per row, 0 where the next number is 0.</summary>
    protected static double[][] Q(Matrix numbers) => Digits.Given("q", Normalised(numbers.Rows.Select(row => row.Select((_, j) => Math.Abs(row[(j + 1) % row.Length])).ToArray())), of: nameof(numbers));

    protected static double[][] Normalised(IEnumerable<double[]> rows) =>
        [.. rows.Select(row => row.Sum() > 0 ? row.Select(x => x / row.Sum()).ToArray() : [1, .. new double[row.Length - 1]])];

    protected static long[] Samples(Values data, int k) => [.. data.Items.Take(50).Select(x => (long)(uint)x % k), 0];

    protected static double[] Frequencies(long[] samples, int k) =>
        [.. Enumerable.Range(0, k).Select(value => samples.Count(x => x == value) / (double)samples.Length)];

    protected static Tensor Tensor(double[][] rows) => tensor(rows.SelectMany(row => row).ToArray(), rows.Length, rows[0].Length);
}
