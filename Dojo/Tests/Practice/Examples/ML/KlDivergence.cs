namespace Etudes.ML;

/// <summary>Divergences and likelihoods of small distributions, zeros and their gradients, and what
/// is refused.</summary>
public static class KlDivergenceExamples
{
    private const double Infinity = double.PositiveInfinity;

    private static Tensor Row(params double[] p) => tensor(p).reshape(1, -1);

    private static Tensor Nll(Tensor samples, Tensor q) =>
        KlDivergence.NegativeLogLikelihood(samples, q);

    private static void Throws(Tensor p, Tensor q, string what) =>
        Must.Throw<ArgumentException>(() => KlDivergence.Divergence(p, q), what);

    private static void NllThrows(Tensor samples, Tensor q, string what) =>
        Must.Throw<ArgumentException>(() => Nll(samples, q), what);

    [Example]
    public static void A_divergence_for_each_pair_of_rows() =>
        MustTensor.Be(tensor(new[] { Math.Log(2), 0, Math.Log(4.0 / 3) / 2 }),
            KlDivergence.Divergence(tensor(new[,] { { 1, 0 }, { 0.5, 0.5 }, { 0.5, 0.5 } }),
                tensor(new[,] { { 0.5, 0.5 }, { 0.5, 0.5 }, { 0.25, 0.75 } })), "three divergences",
                    1e-9);

    [Example]
    public static void What_q_calls_impossible_costs_infinitely_much()
    {
        MustTensor.Be(tensor(new[] { Infinity }),
            KlDivergence.Divergence(Row(0.5, 0.5), Row(1, 0)), "fair from sure");
        MustTensor.Be(tensor(Infinity), Nll(tensor([0L, 1]), Row(1, 0)[0]), "a sample of 1");
    }

    [Example]
    public static void What_p_never_does_costs_nothing()
    {
        var (p, q) = (Row(1, 0, 0).requires_grad_(), Row(0.5, 0.5, 0).requires_grad_());
        var divergence = KlDivergence.Divergence(p, q);
        divergence.sum().backward();
        MustTensor.Be(tensor(new[] { Math.Log(2) }), divergence.detach(), "the divergence", 1e-9);
        MustTensor.Be(Row(Math.Log(2) + 1, 0, 0), p.grad, "the gradient to p", 1e-9);
        MustTensor.Be(Row(-2, 0, 0), q.grad, "the gradient to q", 1e-9);
    }

    [Example]
    public static void Where_only_q_is_0_the_gradients_are_infinite()
    {
        var (p, q) = (Row(0.5, 0.5).requires_grad_(), Row(1, 0).requires_grad_());
        KlDivergence.Divergence(p, q).sum().backward();
        MustTensor.Be(Row(Math.Log(0.5) + 1, Infinity), p.grad, "the gradient to p", 1e-9);
        MustTensor.Be(Row(-0.5, -Infinity), q.grad, "the gradient to q", 1e-9);
    }

    [Example]
    public static void The_least_probability_gives_a_finite_divergence() =>
        MustTensor.Be(tensor(new[] { 536 * Math.Log(2) }),
            KlDivergence.Divergence(Row(0.5, 0.5), Row(1, double.Epsilon)),
                "a divergence of 536 bits", 1e-9);

    [Example]
    public static void A_sum_a_little_off_1_is_taken_as_it_is() =>
        MustTensor.Be(tensor(new[] { 0.5005 * Math.Log(1.001) }),
            KlDivergence.Divergence(Row(0.5, 0.5005), Row(0.5, 0.5)), "p adds up to 1.0005", 1e-9);

    [Example]
    public static void The_likelihood_is_a_mean_over_the_samples() =>
        MustTensor.Be(tensor(Math.Log(2) * 4 / 3),
            Nll(tensor([0L, 0, 2]), tensor(new[] { 0.5, 0.25, 0.25 })),
            "(1 + 1 + 2) / 3 bits", 1e-9);

    [Example]
    public static void What_was_not_sampled_has_no_gradient()
    {
        var q = tensor(new[] { 0.5, 0.5, 0 }).requires_grad_();
        Nll(tensor([0L, 0, 1, 0]), q).backward();
        MustTensor.Be(tensor(new[] { -1.5, -0.5, 0 }), q.grad, "the gradient to q", 1e-9);
    }

    [Example]
    public static void The_type_of_q_is_kept()
    {
        var q = tensor(new[] { 0.5f, 0.5f });
        MustTensor.Be(tensor(new[] { 0f }),
            KlDivergence.Divergence(q.reshape(1, 2), q.reshape(1, 2)), "floats", 0);
        MustTensor.Be(tensor((float)Math.Log(2)), Nll(tensor([0L]), q), "a float", 1e-6);
    }

    [Example]
    public static void A_row_must_be_a_distribution()
    {
        foreach (var bad in new[] { Row(0.5, 0.502), Row(1.5, -0.5), Row(double.NaN, 1),
            Row(0, 0) })
        {
            Throws(bad, Row(0.5, 0.5), "p");
            Throws(Row(0.5, 0.5), bad, "q");
            NllThrows(tensor([0L]), bad[0], "q of samples");
        }
    }

    [Example]
    public static void Samples_lie_in_the_range()
    {
        foreach (long sample in new long[] { -1, 2 })
            NllThrows(tensor([0L, sample]), tensor(new[] { 0.5, 0.5 }), $"a sample of {sample}");
    }

    [Example]
    public static void Shapes_must_fit()
    {
        var fair = tensor(new[] { 0.5, 0.5 });
        Throws(fair, fair, "[2], [2]");
        Throws(fair.expand(3, 2), fair.expand(1, 2), "[3, 2], [1, 2]");
        Throws(zeros(0, 2), zeros(0, 2), "N = 0");
        NllThrows(zeros(0, int64), fair, "no samples");
        NllThrows(zeros(1, 1, int64), fair, "samples [1, 1]");
        NllThrows(zeros(1, int64), fair.reshape(1, 2), "q [1, 2]");
    }

    [Example]
    public static void What_is_handed_over_is_left_unchanged()
    {
        var (p, q) = (Row(1, 0), Row(0.5, 0.5));
        KlDivergence.Divergence(p, q);
        MustTensor.Be(Row(1, 0), p, "p afterwards", 0);
        MustTensor.Be(Row(0.5, 0.5), q, "q afterwards", 0);
    }

    [Example]
    public static void A_transposed_view_is_read_as_it_stands() =>
        MustTensor.Be(tensor(new[] { Math.Log(2), 0 }),
            KlDivergence.Divergence(tensor(new[,] { { 1, 0.5 }, { 0, 0.5 } }).t(),
                tensor(new[,] { { 0.5, 0.5 }, { 0.5, 0.5 } })), "two divergences", 1e-9);
}
