namespace Etudes.ML;

public abstract class AutoregressiveNllProperties<T> where T : IAutoregressiveNll
{
    private const string Nll = "NegativeLogLikelihood";

    [Law]
    public static void It_is_the_sum_of_the_conditionals_of_every_bit(Matrix numbers)
    {
        using var scope = NewDisposeScope();
        int n = numbers.Width;
        double[] expected = [.. Vectors(n).Select(x => Enumerable.Range(0, n).Sum(i =>
        {
            double logit = Bias(numbers, i) + Enumerable.Range(0, i).Sum(j => Weight(numbers, i, j) * x[j]);
            return Softplus(x[i] == 1 ? -logit : logit);
        }))];
        MustTensor.Be(tensor(expected), Of(numbers, n), $"{Nll} of all vectors of {n} bits");
    }

    [Law(MaxTest = 60)]
    public static void The_probabilities_of_all_vectors_add_up_to_1(Matrix numbers, int bits)
    {
        using var scope = NewDisposeScope();
        int n = 1 + bits % 10;
        double sum = MustTensor.Read(Of(numbers, n)).Sum(nll => Math.Exp(-nll));
        Must.Hold(Math.Abs(sum - 1) <= 1e-9, $"exp(-{Nll}) of all {1 << n} vectors should add up to 1 but gives {Show.Of(sum)}");
    }

    [Law]
    public static void Without_its_last_bit_the_model_is_the_marginal_of_the_others(Matrix numbers)
    {
        using var scope = NewDisposeScope();
        int n = numbers.Width;
        double[] whole = MustTensor.Read(Of(numbers, n)), marginal = MustTensor.Read(Of(numbers, n - 1));
        Must.Be(1 << n, whole.Length, $"the number of elements of {Nll}");
        Must.Be(1 << n - 1, marginal.Length, $"the number of elements of {Nll}");
        for (int r = 0; r < marginal.Length; r++)
        {
            double expected = Math.Exp(-whole[2 * r]) + Math.Exp(-whole[2 * r + 1]), actual = Math.Exp(-marginal[r]);
            Must.Hold(Math.Abs(expected - actual) <= 1e-9,
                $"the probability of {Show.Of(Vectors(n - 1)[r])} should be that of both its continuations, {Show.Of(expected)}, but is {Show.Of(actual)}");
        }
    }

    [Law]
    public static void Weights_on_or_above_the_diagonal_do_not_count(Matrix numbers)
    {
        using var scope = NewDisposeScope();
        int n = numbers.Width;
        var (x, w, b) = (X(n), W(numbers, n), B(numbers, n));
        var other = w.tril(-1) - 3 * ones_like(w).triu();
        var expected = T.NegativeLogLikelihood(x, w, b);
        other.requires_grad_();
        var actual = T.NegativeLogLikelihood(x, other, b);
        MustTensor.Be(expected, actual, $"with -3 on and above the diagonal of W, {Nll}");
        actual.sum().backward();
        if (other.grad is not { } gradient) throw new LawBroken($"{Nll} has no gradient to the weights");
        MustTensor.Be(zeros_like(w), gradient.triu(), "on and above the diagonal of W, the gradient");
    }

    [Law(MaxTest = 60)]
    public static void The_gradient_is_the_slope(Matrix numbers)
    {
        using var scope = NewDisposeScope();
        int n = Math.Min(numbers.Width, 3);
        var (x, w, b) = (X(n), W(numbers, n).clamp(-3, 3), B(numbers, n).clamp(-3, 3));
        MustTensor.HaveTheGradientOfItsValues(at => T.NegativeLogLikelihood(x, at, b).sum(), w, $"the sum of {Nll} by W,");
        MustTensor.HaveTheGradientOfItsValues(at => T.NegativeLogLikelihood(x, w, at).sum(), b, $"the sum of {Nll} by b,");
    }

    [Law]
    public static void The_type_of_the_weights_is_kept(Matrix numbers)
    {
        using var scope = NewDisposeScope();
        int n = numbers.Width;
        var (x, w, b) = (X(n), W(numbers, n).clamp(-3, 3), B(numbers, n).clamp(-3, 3));
        var expected = T.NegativeLogLikelihood(x, w, b).to(float32);
        MustTensor.Be(expected, T.NegativeLogLikelihood(x.to(float32), w.to(float32), b.to(float32)), $"{Nll} in float32", 1e-5, 1e-5);
    }

    [Law]
    public static void Weights_of_ten_thousand_give_finite_values_and_gradients(Matrix numbers)
    {
        using var scope = NewDisposeScope();
        int n = numbers.Width;
        var (w, b) = ((W(numbers, n).sign() * 1e4).requires_grad_(), (B(numbers, n).sign() * 1e4).requires_grad_());
        var nll = T.NegativeLogLikelihood(X(n), w, b);
        Must.Hold(MustTensor.Read(nll).All(double.IsFinite), $"{Nll} with weights of 1e4 should be finite but is {Show.Of(MustTensor.Read(nll))}");
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
        MustTensor.Be(-golden["log_prob_all_vectors"]!.Tensor(), T.NegativeLogLikelihood(X(6), w, b), $"{Nll} of all vectors of the golden model");
        var mean = T.NegativeLogLikelihood(golden["data"]!.Tensor().to(float64), w, b).mean();
        MustTensor.Be(golden["nll_per_vector"]!.Number(), mean, $"the mean of {Nll} of the golden vectors");
        mean.backward();
        MustTensor.Be(golden["grad_nll_b"]!.Tensor(), b.grad, "the gradient to b");
        MustTensor.Be(golden["grad_nll_W"]!.Tensor(), w.grad, "the gradient to W");
    }

    [Law]
    public static void Shapes_that_do_not_belong_together_and_other_digits_than_0_and_1_throw()
    {
        using var scope = NewDisposeScope();
        // TorchSharp's matmul ends the process where sizes do not fit: in these they do, or broadcast.
        long[][][] wrong = [[[2, 3], [1, 3], [3]], [[2, 3], [3, 3], [1]], [[2, 3], [3, 3], [2, 3]], [[3], [3, 3], [3]], [[0, 3], [3, 3], [3]], [[2, 0], [0, 0], [0]]];
        foreach (var shapes in wrong)
            Must.Throw<ArgumentException>(() => T.NegativeLogLikelihood(zeros(shapes[0]), zeros(shapes[1]), zeros(shapes[2])), $"{Nll} of the shapes {Show.Of(shapes)}");
        foreach (double digit in (double[])[-1, 0.5, 2, double.NaN])
            Must.Throw<ArgumentException>(() => T.NegativeLogLikelihood(tensor(new[] { 0, digit }, 1, 2), zeros(2, 2, dtype: float64), zeros(2, dtype: float64)), $"{Nll} of [0, {Show.Of(digit)}]");
    }

    [Law(MaxTest = 10)]
    public static void No_tensor_is_left_behind(Matrix numbers)
    {
        using var scope = NewDisposeScope();
        var (x, w, b) = (X(3), W(numbers, 3), B(numbers, 3));
        MustTensor.LeaveNothing(() => [T.NegativeLogLikelihood(x, w, b)], Nll);
    }

    /// <summary>All vectors of n bits, the first bit the most significant.</summary>
    private static int[][] Vectors(int n) => [.. Enumerable.Range(0, 1 << n).Select(r => Enumerable.Range(0, n).Select(i => r >> n - 1 - i & 1).ToArray())];

    private static double Weight(Matrix numbers, int i, int j) => numbers.Rows[i % numbers.Count][j % numbers.Width] + (i - 2 * j) / 8.0;

    private static double Bias(Matrix numbers, int i) => numbers.Rows[^1][(i + 1) % numbers.Width] / 2 - i / 4.0;

    private static Tensor X(int n) => tensor(Vectors(n).SelectMany(x => x).Select(bit => (double)bit).ToArray(), 1 << n, n);

    private static Tensor W(Matrix numbers, int n) => tensor(Enumerable.Range(0, n * n).Select(at => Weight(numbers, at / n, at % n)).ToArray(), n, n);

    private static Tensor B(Matrix numbers, int n) => tensor(Enumerable.Range(0, n).Select(i => Bias(numbers, i)).ToArray());

    private static Tensor Of(Matrix numbers, int n) => T.NegativeLogLikelihood(X(n), W(numbers, n), B(numbers, n));

    private static double Softplus(double t) => Math.Max(t, 0) + Math.Log(1 + Math.Exp(-Math.Abs(t)));
}

public sealed class AutoregressiveNllTests : AutoregressiveNllProperties<AutoregressiveNll>;
