namespace Etudes.ML;

public abstract class AutoregressiveNllProperties<T> : BeliefNetworkLaws<AutoregressiveNllProperties<T>>, IBeliefNetworkPass where T : IAutoregressiveNll
{
    private const string Nll = "NegativeLogLikelihood";

    public static string Member => Nll;

    public static string Named => "x";

    public static Tensor Pass(Tensor rows, Tensor weights, Tensor bias) => T.NegativeLogLikelihood(rows, weights, bias);

    public static Tensor RowsFor(BeliefNetwork model, int count) => X(model)[..Math.Min(count, 1 << model.Bits)];

    public static ((double Number, double Like)[] Legal, double[] Illegal) Ends(ScalarType type) =>
        ([(-0.0, 0)], [type.Below(0), type.Above(0), type.Below(1), type.Above(1), -1, 0.5, 2, double.NaN, double.PositiveInfinity]);

    [Law(First = true)]
    public static void It_is_the_sum_of_the_conditionals_of_every_bit(BeliefNetwork model)
    {
        using var scope = NewDisposeScope();
        double[] expected = [.. model.Vectors.Select(x => Enumerable.Range(0, model.Bits).Sum(i => Softplus(x[i] == 1 ? -model.Logit(i, x) : model.Logit(i, x))))];
        MustTensor.Be(tensor(expected), OfAll(model), $"{Nll} of all vectors of {model.Bits} bits");
    }

    [Law]
    public static void The_probabilities_of_all_vectors_add_up_to_1(BeliefNetwork model)
    {
        using var scope = NewDisposeScope();
        double sum = MustTensor.Read(OfAll(model)).Sum(nll => Math.Exp(-nll));
        Must.Hold(Math.Abs(sum - 1) <= 1e-9, $"exp(-{Nll}) of all {1 << model.Bits} vectors should add up to 1 but gives {Digits.Few(sum, 1)}");
    }

    [Law]
    public static void Without_its_last_bit_the_model_is_the_marginal_of_the_others(BeliefNetwork model)
    {
        using var scope = NewDisposeScope();
        if (model.Bits == 1) return;
        double[] whole = MustTensor.Read(OfAll(model));
        Must.Be(1 << model.Bits, whole.Length, $"the number of elements of {Nll}");
        var first = Given.As(nameof(model), model.Without(model.Bits - 1));
        double[] marginal = MustTensor.Read(OfAll(first));
        Must.Be(1 << first.Bits, marginal.Length, $"the number of elements of {Nll}");
        for (int r = 0; r < marginal.Length; r++)
        {
            double expected = Math.Exp(-whole[2 * r]) + Math.Exp(-whole[2 * r + 1]), actual = Math.Exp(-marginal[r]);
            Must.Hold(Math.Abs(expected - actual) <= 1e-9,
                $"the probability of {Show.Of(first.Vectors[r])} should be that of both its continuations, {Digits.Few(expected, actual)}, but is {Digits.Few(actual, expected)}");
        }
    }

    [Law(MaxTest = 100)]
    public static void A_vector_of_a_batch_is_judged_as_it_is_alone(BeliefNetwork model)
    {
        using var scope = NewDisposeScope();
        var (x, (w, b)) = (X(model), model.Tensors());
        var all = OfAll(model);
        Must.Be([x.shape[0]], all.shape, $"the shape of {Nll}");
        for (int r = 0; r < x.shape[0]; r += 3)
            MustTensor.Be(all[r..(r + 1)], T.NegativeLogLikelihood(x[r..(r + 1)], w, b), $"{Nll} of {Show.Of(model.Vectors[r])} alone");
    }

    [Law(MaxTest = 100)]
    public static void Weights_on_or_above_the_diagonal_do_not_count(BeliefNetwork model)
    {
        using var scope = NewDisposeScope();
        var (x, (w, b)) = (X(model), model.Tensors());
        var expected = T.NegativeLogLikelihood(x, w, b);
        var upper = ones_like(w).triu() == 1;
        foreach (double number in (double[])[-3, double.NaN, double.PositiveInfinity])
        {
            string where = $"with {Show.Of(number)} on and above the diagonal of W";
            var other = w.masked_fill(upper, number).requires_grad_();
            var actual = T.NegativeLogLikelihood(x, other, b);
            MustTensor.Be(expected, actual, $"{where}, {Nll}");
            actual.sum().backward();
            if (other.grad is not { } gradient) throw new LawBroken($"{Nll} has no gradient to the weights");
            MustTensor.Be(zeros_like(w), gradient.triu(), $"{where}, the gradient there");
        }
    }

    [Law(MaxTest = 30)]
    public static void The_gradient_is_the_slope(BeliefNetwork model)
    {
        using var scope = NewDisposeScope();
        model = Tamed(model);
        var (x, (w, b)) = (X(model)[..8], model.Tensors());
        MustTensor.HaveTheGradientOfItsValues(at => T.NegativeLogLikelihood(x, at, b).sum(), w, $"the sum of {Nll} by W,");
        MustTensor.HaveTheGradientOfItsValues(at => T.NegativeLogLikelihood(x, w, at).sum(), b, $"the sum of {Nll} by b,");
    }

    [Law]
    public static void Where_a_bit_is_as_likely_as_not_the_gradient_is_a_half_less_the_bit()
    {
        using var scope = NewDisposeScope();
        foreach (double[] bits in new BeliefNetwork([], new double[3]).Vectors)
        {
            var (x, w, b) = (tensor(Given.As("x", bits)), zeros(3, 3, float64).requires_grad_(), zeros(3, float64).requires_grad_());
            T.NegativeLogLikelihood(x.unsqueeze(0), w, b).sum().backward();
            if (w.grad is null || b.grad is null) throw new LawBroken($"{Nll} has no gradient to weights and bias");
            MustTensor.Be(0.5 - x, b.grad, "with weights and bias 0, the gradient to b");
            MustTensor.Be((0.5 - x).outer(x).tril(-1), w.grad, "with weights and bias 0, the gradient to W");
        }
    }

    [Law]
    public static void The_type_of_the_weights_is_kept(BeliefNetwork model)
    {
        using var scope = NewDisposeScope();
        model = Tamed(model);
        var (x, (w, b)) = (X(model), model.Tensors());
        var expected = T.NegativeLogLikelihood(x, w, b).to(float32);
        MustTensor.Be(expected, T.NegativeLogLikelihood(x.to(float32), w.to(float32), b.to(float32)), $"{Nll} in float32", 1e-5, 1e-5);
    }

    [Law(MaxTest = 100)]
    public static void Weights_of_ten_thousand_give_finite_values_and_gradients(BeliefNetwork model)
    {
        using var scope = NewDisposeScope();
        model = Given.As(nameof(model), model.Each(x => 1e4 * Math.Sign(x)));
        var (w, b) = model.Tensors();
        w.requires_grad_();
        b.requires_grad_();
        var nll = T.NegativeLogLikelihood(X(model), w, b);
        Must.Hold(MustTensor.Read(nll).All(double.IsFinite), $"{Nll} with weights of 1e4 should be finite but is {Digits.Few(MustTensor.Read(nll))}");
        nll.sum().backward();
        if (w.grad is null || b.grad is null) throw new LawBroken($"{Nll} has no gradient to weights and bias");
        Must.Hold(MustTensor.Read(w.grad).Concat(MustTensor.Read(b.grad)).All(double.IsFinite), $"the gradient of {Nll} at weights of 1e4 should be finite");
    }

    [Law]
    public static void It_agrees_with_the_golden_data()
    {
        using var scope = NewDisposeScope();
        var golden = Golden.Read("autoregressive.json")["models"]!["fvsbn"]!;
        var (w, b) = (golden["W"]!.Tensor().requires_grad_(), golden["b"]!.Tensor().requires_grad_());
        var all = X(new([], new double[6]));
        MustTensor.Be(-golden["log_prob_all_vectors"]!.Tensor(), T.NegativeLogLikelihood(all, w, b), $"{Nll} of all vectors of the golden model");
        var mean = T.NegativeLogLikelihood(golden["data"]!.Tensor().to(float64), w, b).mean();
        MustTensor.Be(golden["nll_per_vector"]!.Number(), mean, $"the mean of {Nll} of the golden vectors");
        mean.backward();
        MustTensor.Be(golden["grad_nll_b"]!.Tensor(), b.grad, "the gradient to b");
        MustTensor.Be(golden["grad_nll_W"]!.Tensor(), w.grad, "the gradient to W");
    }

    [Law(BeyondExamples = true)]
    public static void Many_bits_and_vectors_take_no_more_operations_than_few()
    {
        using var scope = NewDisposeScope();
        Tensor[] Of(int count, int n) => [T.NegativeLogLikelihood(ones(count, n), zeros(n, n), zeros(n))];
        MustTensor.NotLoop(() => Of(2, 2), () => Of(2, 60), Nll, "bits");
        MustTensor.NotLoop(() => Of(2, 2), () => Of(60, 2), Nll, "vectors");
    }

    [Law(MaxTest = 10)]
    public static void No_tensor_is_left_behind(BeliefNetwork model)
    {
        using var scope = NewDisposeScope();
        var (x, (w, b)) = (X(model), model.Tensors());
        MustTensor.LeaveNothing(() => [T.NegativeLogLikelihood(x, w, b)], Nll);
    }

    private static BeliefNetwork Tamed(BeliefNetwork model) => Given.As(nameof(model), model.Each(x => Math.Clamp(x, -3, 3)));

    /// <summary>All vectors; noted, so that one can count which of them is at [2].</summary>
    private static Tensor X(BeliefNetwork model) => tensor(Given.As("x", model.Vectors).SelectMany(x => x).ToArray(), 1 << model.Bits, model.Bits);

    private static Tensor OfAll(BeliefNetwork model)
    {
        var (w, b) = model.Tensors();
        return T.NegativeLogLikelihood(X(model), w, b);
    }

    private static double Softplus(double t) => Math.Max(t, 0) + Math.Log(1 + Math.Exp(-Math.Abs(t)));
}

public sealed class AutoregressiveNllTests : AutoregressiveNllProperties<AutoregressiveNll>;
