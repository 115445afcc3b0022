namespace Etudes.ML;

/// <summary>Likelihoods that are products of fractions, gradients at certain bits, and what is
/// refused.</summary>
public static class AutoregressiveNllExamples
{
    private static readonly double Log3 = Math.Log(3);

    private static Tensor Nll(Tensor x, Tensor w, Tensor b) =>
        AutoregressiveNll.NegativeLogLikelihood(x, w, b);

    private static void Throws(Tensor x, Tensor w, Tensor b, string what) =>
        Must.Throw<ArgumentException>(() => Nll(x, w, b), what);

    [Example]
    public static void A_coin_and_its_follower() =>
        MustTensor.Be(tensor(new[] { Math.Log(4), Math.Log(8), Math.Log(8.0 / 3) }),
            Nll(tensor(new double[,] { { 0, 0 }, { 1, 0 }, { 1, 1 } }),
                tensor(new[,] { { 0, 0 }, { Log3, 0 } }), zeros(2, float64)),
                    "the statement's vectors", 1e-9);

    [Example]
    public static void The_bias_makes_the_coin_unfair() =>
        MustTensor.Be(tensor(new[] { Math.Log(4.0 / 3), Math.Log(4) }),
            Nll(tensor(new double[,] { { 1 }, { 0 } }), zeros(1, 1, float64),
                tensor(new[] { Log3 })),
            "a coin of 3/4", 1e-9);

    [Example]
    public static void Two_parents_add_up() =>
        MustTensor.Be(tensor(new[] { Math.Log(4 * 10.0 / 9), Math.Log(4 * 4) }),
            Nll(tensor(new double[,] { { 1, 1, 1 }, { 0, 1, 0 } }),
                tensor(new[,] { { 0, 0, 0 }, { 0, 0, 0 }, { Log3, Log3, 0 } }), zeros(3, float64)),
            "9/10 after two ones, 3/4 after one", 1e-9);

    [Example]
    public static void Only_what_is_below_the_diagonal_counts()
    {
        var w = tensor(new[,] { { double.NaN, 9 }, { Log3, double.NaN } }).requires_grad_();
        var loss = Nll(tensor(new double[,] { { 1, 0 } }), w, zeros(2, float64));
        loss.sum().backward();
        MustTensor.Be(tensor(new[] { Math.Log(8) }), loss.detach(), "NaN above the diagonal", 1e-9);
        MustTensor.Be(tensor(new[,] { { 0, 0 }, { 0.75, 0 } }), w.grad, "its gradient", 1e-9);
    }

    [Example]
    public static void Large_weights_give_large_finite_values()
    {
        var w = tensor(new[,] { { 0, 0 }, { 1e4, 0 } }).requires_grad_();
        var loss = Nll(tensor(new double[,] { { 1, 0 }, { 1, 1 } }), w, zeros(2, float64));
        loss.sum().backward();
        MustTensor.Be(tensor(new[] { Math.Log(2) + 1e4, Math.Log(2) }), loss.detach(), "the loss",
            1e-9);
        MustTensor.Be(tensor(new double[,] { { 0, 0 }, { 1, 0 } }), w.grad, "the gradient", 1e-9);
    }

    [Example]
    public static void The_bias_has_a_gradient()
    {
        var b = zeros(2, float64).requires_grad_();
        Nll(tensor(new double[,] { { 1, 0 } }), zeros(2, 2, float64), b).sum().backward();
        MustTensor.Be(tensor(new[] { -0.5, 0.5 }), b.grad, "probability less bit", 1e-9);
    }

    [Example]
    public static void The_type_of_the_weights_is_kept() =>
        MustTensor.Be(tensor(new[] { (float)Math.Log(4) }), Nll(zeros(1, 2), zeros(2, 2), zeros(2)),
            "floats", 1e-6);

    [Example]
    public static void A_bit_is_0_or_1()
    {
        foreach (double bit in new[] { 0.5, -1, 2, double.NaN })
            Throws(tensor(new[,] { { 1, bit } }), zeros(2, 2, float64), zeros(2, float64),
                $"{bit}");
    }

    [Example]
    public static void Shapes_must_fit()
    {
        Throws(zeros(2), zeros(2, 2), zeros(2), "x [2]");
        Throws(zeros(1, 2), zeros(3, 2), zeros(2), "W [3, 2]");
        Throws(zeros(1, 2), zeros(2, 2), zeros(1), "b [1]");
        Throws(zeros(0, 2), zeros(2, 2), zeros(2), "N = 0");
        Throws(zeros(1, 0), zeros(0, 0), zeros(0), "n = 0");
    }

    [Example]
    public static void What_is_handed_over_is_left_unchanged()
    {
        var (x, w, b) = (ones(1, 2), full(2, 2, 3f), full(2, 1f));
        Nll(x, w, b);
        MustTensor.Be(ones(1, 2), x, "x afterwards", 0);
        MustTensor.Be(full(2, 2, 3f), w, "the weights afterwards", 0);
        MustTensor.Be(full(2, 1f), b, "the bias afterwards", 0);
    }

    [Example]
    public static void A_transposed_view_is_read_as_it_stands() =>
        MustTensor.Be(tensor(new[] { Math.Log(4), Math.Log(8), Math.Log(8.0 / 3) }),
            Nll(tensor(new double[,] { { 0, 1, 1 }, { 0, 0, 1 } }).t(),
                tensor(new[,] { { 0, Log3 }, { 0, 0 } }).t(), zeros(2, float64)), "three losses",
                    1e-9);
}
