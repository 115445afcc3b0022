namespace Etudes.ML;

public abstract class KlDivergenceProperties<T> : LikelihoodLaws<T> where T : IKlDivergence
{
    [Law(First = true)]
    public static void It_is_the_sum_of_p_times_the_logarithm_of_p_over_q(Matrix numbers)
    {
        using var scope = NewDisposeScope();
        var (p, q) = (P(numbers), Q(numbers));
        var expected = tensor(p.Zip(q, Divergence).ToArray()); // [N]
        MustTensor.Be(expected, T.Divergence(Tensor(p), Tensor(q)), Name(p, q));
    }

    [Law]
    public static void The_type_of_the_distributions_is_kept(Matrix numbers)
    {
        using var scope = NewDisposeScope();
        var (p, q) = (Tensor(P(numbers)), Tensor(Q(numbers)));
        var expected = T.Divergence(p, q).to(float32);
        MustTensor.Be(expected, T.Divergence(p.to(float32), q.to(float32)), "Divergence in float32", absolute: 1e-5, relative: 1e-4);
        MustTensor.Be(Math.Log(4), T.NegativeLogLikelihood(tensor(new long[] { 1 }), tensor(new float[] { 0.75f, 0.25f })),
            "NegativeLogLikelihood of [1] under [0.75, 0.25] in float32", 1e-6, 1e-6);
    }

    [Law]
    public static void The_smallest_probabilities_give_a_finite_divergence()
    {
        using var scope = NewDisposeScope();
        foreach (var (type, tiny) in ((ScalarType, double)[])[(float64, 1e-300), (float64, 1e-310), (float64, double.Epsilon), (float32, 1e-38), (float32, float.Epsilon)])
        {
            double[][] p = [[1, 0, 0], [tiny, 1, 0]], q = [[tiny, 1, 0], [1, tiny, tiny]];
            MustTensor.Be(tensor(p.Zip(q, Divergence).ToArray()).to(type), T.Divergence(Tensor(p).to(type), Tensor(q).to(type)), $"in {type}, {Name(p, q)}", 1e-9, type == float64 ? 1e-9 : 1e-6);
            MustTensor.Be(-Math.Log(tiny), T.NegativeLogLikelihood(tensor(new long[] { 1 }), tensor(new[] { 1, tiny }).to(type)), $"in {type}, NegativeLogLikelihood of [1] under [1, {Show.Of(tiny)}]", 1e-9, 1e-6);
        }
    }

    [Law]
    public static void However_small_p_is_the_divergence_is_infinite_where_q_is_0()
    {
        using var scope = NewDisposeScope();
        foreach (var (type, tiny) in ((ScalarType, double)[])[(float64, 1e-15), (float64, 1e-300), (float64, double.Epsilon), (float32, 1e-10), (float32, float.Epsilon)])
        {
            double[][] p = [[1, tiny]], q = [[1, 0]];
            MustTensor.Be(full(1, double.PositiveInfinity, dtype: type), T.Divergence(Tensor(p).to(type), Tensor(q).to(type)), $"in {type}, {Name(p, q)}");
        }
    }

    [Law]
    public static void Where_q_has_every_value_of_p_the_gradients_are_those_of_its_terms_and_0_where_p_is_0(Matrix numbers)
    {
        using var scope = NewDisposeScope();
        var p = P(numbers);
        var q = Normalised(p.Zip(Q(numbers), (ps, qs) => ps.Zip(qs, (a, b) => a > 0 ? 0.01 + b : b).ToArray()));
        var (tensorP, tensorQ) = (Tensor(p).requires_grad_(), Tensor(q).requires_grad_());
        T.Divergence(tensorP, tensorQ).sum().backward();
        Tensor Each(Func<double, double, double> f) => Tensor([.. p.Zip(q, (ps, qs) => ps.Zip(qs, (a, b) => a > 0 ? f(a, b) : 0).ToArray())]);
        MustTensor.Be(Each((a, b) => -a / b), tensorQ.grad, $"the gradient to q of {Name(p, q)}");
        MustTensor.Be(Each((a, b) => Math.Log(a) - Math.Log(b) + 1), tensorP.grad, $"the gradient to p of {Name(p, q)}");
    }

    [Law]
    public static void Where_only_q_is_0_the_gradients_are_infinite()
    {
        using var scope = NewDisposeScope();
        double[][] p = [[0.5, 0.5, 0]], q = [[1, 0, 0]];
        var (tensorP, tensorQ) = (Tensor(p).requires_grad_(), Tensor(q).requires_grad_());
        T.Divergence(tensorP, tensorQ).sum().backward();
        MustTensor.Be(Tensor([[-0.5, double.NegativeInfinity, 0]]), tensorQ.grad, $"the gradient to q of {Name(p, q)}");
        MustTensor.Be(Tensor([[Math.Log(0.5) + 1, double.PositiveInfinity, 0]]), tensorP.grad, $"the gradient to p of {Name(p, q)}");
    }

    [Law]
    public static void A_row_may_be_off_1_by_a_thousandth_and_is_taken_as_it_is(Matrix numbers)
    {
        using var scope = NewDisposeScope();
        foreach (var (width, sign) in ((int, int)[])[(1, 1), (1, -1), (numbers.Width, 1), (numbers.Width, -1)])
        {
            double[][] p = Normalised(P(numbers).Select(row => row[..width])), q = Normalised(Q(numbers).Select(row => row[..width]));
            double[][] Off(double[][] rows, double by) => [.. rows.Select(row => row.Select(x => x * (1 + sign * by)).ToArray())];
            double[][] nearP = Off(p, 9e-4), nearQ = Off(q, 5e-4);
            MustTensor.Be(tensor(nearP.Zip(nearQ, Divergence).ToArray()), T.Divergence(Tensor(nearP), Tensor(nearQ)), Name(nearP, nearQ));
            MustTensor.Be(-Math.Log(nearP[0][0]), T.NegativeLogLikelihood(tensor(new long[] { 0 }), tensor(nearP[0])), $"NegativeLogLikelihood of [0] under {Digits.Few(nearP[0])}");
        }
    }

    [Law]
    public static void It_is_0_for_equal_distributions_and_above_0_for_others(Matrix numbers)
    {
        using var scope = NewDisposeScope();
        double[][] p = P(numbers), q = Q(numbers);
        MustTensor.Be(zeros(p.Length, dtype: float64), T.Divergence(Tensor(p), Tensor(p)), Name(p, p));
        double[] divergences = MustTensor.Read(T.Divergence(Tensor(p), Tensor(q)));
        Must.Be(p.Length, divergences.Length, $"the number of elements of {Name(p, q)}");
        for (int i = 0; i < p.Length; i++)
        {
            double distance = p[i].Zip(q[i], (a, b) => Math.Abs(a - b)).Sum();
            Must.Hold(divergences[i] >= distance * distance / 2 - 1e-9, // Pinsker's inequality
                $"{Name(p, q)} at [{i}] should be at least {Digits.Few(distance * distance / 2, divergences[i])} but is {Digits.Few(divergences[i], distance * distance / 2)}");
        }
    }

    [Law]
    public static void It_agrees_with_the_golden_data()
    {
        using var scope = NewDisposeScope();
        var golden = Golden.Read("kl_mle.json");
        foreach (var pair in golden["discrete"]!.AsArray())
        {
            double[][] p = [Numbers(pair!["p"]!)], q = [Numbers(pair["q"]!)];
            MustTensor.Be(tensor(new[] { pair["kl_pq"]!.Number() }), T.Divergence(Tensor(p), Tensor(q)), Name(p, q), 1e-12, 1e-12);
            MustTensor.Be(tensor(new[] { pair["kl_qp"]!.Number() }), T.Divergence(Tensor(q), Tensor(p)), Name(q, p), 1e-12, 1e-12);
        }
        var fit = golden["categorical_mle"]!;
        var samples = fit["samples"]!.Tensor(); // [200]
        MustTensor.Be(fit["nll_per_sample_at_mle"]!.Number(), T.NegativeLogLikelihood(samples, fit["mle"]!.Tensor()), "NegativeLogLikelihood at the golden maximum", 1e-12, 1e-12);
        foreach (var other in fit["alternatives"]!.AsArray())
            MustTensor.Be(other!["nll_per_sample"]!.Number(), T.NegativeLogLikelihood(samples, tensor(Numbers(other["q"]!))), "NegativeLogLikelihood of the golden samples", 1e-12, 1e-12);
    }

    [Law]
    public static void What_is_no_pair_of_distributions_throws()
    {
        using var scope = NewDisposeScope();
        double[][] fair = [[0.5, 0.5], [0.5, 0.5]];
        double[][][] wrong = [[[0.5, 0.5]], [[1], [1]], [[0.5, 0.5, 0], [0, 0.5, 0.5]], [[0.5, 0.5], [1.5, -0.5]], [[0.5, 0.5], [double.NaN, 1]], [[0.5, 0.5], [2, 1]], [[0.5, 0.5], [double.PositiveInfinity, 0]], [[0.4, 0.5], [0.6, 0.5]]];
        foreach (var other in wrong)
        {
            MustTensor.Throw<ArgumentException>(() => T.Divergence(Tensor(fair), Tensor(other)), Name(fair, other));
            MustTensor.Throw<ArgumentException>(() => T.Divergence(Tensor(other), Tensor(fair)), Name(other, fair));
        }
        foreach (long[] shape in (long[][])[[0, 3], [3, 0], [1, 1, 1], [1], []])
            MustTensor.Throw<ArgumentException>(() => T.Divergence(ones(shape), ones(shape)), $"Divergence of two tensors of the shape {Show.Of(shape)}");
        foreach (long[] samples in (long[][])[[], [2], [0, -1], [1L << 32], [long.MinValue]])
            MustTensor.Throw<ArgumentException>(() => T.NegativeLogLikelihood(tensor(samples), tensor(fair[0])), $"NegativeLogLikelihood of {Show.Of(samples)} under [0.5, 0.5]");
        MustTensor.Throw<ArgumentException>(() => T.NegativeLogLikelihood(tensor(new long[] { 0 }), zeros(0, float64)), "NegativeLogLikelihood of [0] under []");
        MustTensor.Throw<ArgumentException>(() => T.NegativeLogLikelihood(tensor(new long[] { 0 }), Tensor(fair)), $"NegativeLogLikelihood of [0] under {Show.Of(fair)}");
        MustTensor.Throw<ArgumentException>(() => T.NegativeLogLikelihood(tensor(new long[] { 0 }).unsqueeze(0), tensor(fair[0])), "NegativeLogLikelihood of [[0]] under [0.5, 0.5]");
    }

    [Law(MaxTest = 100)]
    public static void However_the_numbers_lie_in_memory_they_are_read_rightly_and_left_unchanged(Values data, Matrix numbers, Layout layout)
    {
        using var scope = NewDisposeScope();
        double[][] p = P(numbers), q = Q(numbers);
        long[] samples = Samples(data, numbers.Width);
        Tensor[] plain = [Tensor(p), Tensor(q), tensor(samples), tensor(q[0])], given = [.. plain.Zip((string[])["p", "q", "samples", "q"], (tensor, name) => tensor.In(layout, name))];
        MustTensor.Be(T.Divergence(Tensor(p), Tensor(q)), T.Divergence(given[0], given[1]), Name(p, q));
        MustTensor.Be(T.NegativeLogLikelihood(tensor(samples), tensor(q[0])), T.NegativeLogLikelihood(given[2], given[3]), $"NegativeLogLikelihood of {Show.Of(samples)} under {Digits.Few(q[0])}");
    }

    [Law(BeyondExamples = true)]
    public static void Many_rows_and_samples_take_no_more_operations_than_few()
    {
        using var scope = NewDisposeScope();
        MustTensor.NotLoop(() => [T.Divergence(ones(2, 1), ones(2, 1))], () => [T.Divergence(ones(60, 1), ones(60, 1))], "Divergence", "rows");
        MustTensor.NotLoop(() => [T.NegativeLogLikelihood(zeros(2, int64), ones(1))], () => [T.NegativeLogLikelihood(zeros(60, int64), ones(1))], "NegativeLogLikelihood", "samples");
    }

    [Law(MaxTest = 10)]
    public static void No_tensor_is_left_behind(Matrix numbers)
    {
        using var scope = NewDisposeScope();
        var (p, q) = (Tensor(P(numbers)), Tensor(Q(numbers)));
        var (samples, first) = (zeros(3, dtype: int64), q[0]);
        MustTensor.LeaveNothing(() => [T.Divergence(p, q)], "Divergence");
        MustTensor.LeaveNothing(() => [T.NegativeLogLikelihood(samples, first)], "NegativeLogLikelihood");
    }

    /// <summary>A distribution per row, 0 where the number is not positive.</summary>
    private static double[][] P(Matrix numbers) => Digits.Given("p", Normalised(numbers.Rows.Select(row => row.Select(x => Math.Max(x, 0)).ToArray())), of: nameof(numbers));

    private static double Divergence(double[] p, double[] q) => p.Zip(q, (a, b) => a == 0 ? 0 : a * (Math.Log(a) - Math.Log(b))).Sum();

    private static double[] Numbers(System.Text.Json.Nodes.JsonNode list) => [.. list.AsArray().Select(x => x!.Number())];

    private static string Name(double[][] p, double[][] q) => $"Divergence({Digits.Few(p)}, {Digits.Few(q)})";
}

public sealed class KlDivergenceTests : KlDivergenceProperties<KlDivergence>;
