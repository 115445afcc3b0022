namespace Etudes.ML;

/// <summary>Bits drawn by hand: a coin and its follower, weights that are 0 or certain, and what
/// is refused.</summary>
public static class AncestralSamplingExamples
{
    private static readonly double Log3 = Math.Log(3);

    private static Tensor Rows(double[,] numbers) => tensor(numbers);

    private static void Throws(Tensor u, Tensor w, Tensor b, string what) =>
        Must.Throw<ArgumentException>(() => AncestralSampling.Sample(u, w, b), what);

    [Example]
    public static void A_coin_and_its_follower() =>
        MustTensor.Be(Rows(new double[,] { { 1, 1 }, { 0, 0 }, { 0, 1 } }),
            AncestralSampling.Sample(Rows(new[,] { { 0.4, 0.7 }, { 0.6, 0.7 }, { 0.5, 0.2 } }),
                Rows(new[,] { { 0, 0 }, { Log3, 0 } }), zeros(2, float64)),
                    "the statement's vectors", 0);

    [Example]
    public static void The_bias_makes_the_coin_unfair() =>
        MustTensor.Be(Rows(new double[,] { { 1 }, { 0 } }),
            AncestralSampling.Sample(Rows(new[,] { { 0.74 }, { 0.76 } }), zeros(1, 1, float64),
                tensor(new[] { Log3 })), "a coin of 3/4", 0);

    [Example]
    public static void Two_parents_add_up() =>
        MustTensor.Be(Rows(new double[,] { { 1, 1, 1 }, { 1, 1, 0 }, { 1, 0, 1 }, { 1, 0, 0 } }),
            AncestralSampling.Sample(
                Rows(new[,] { { 0, 0, 0.89 }, { 0, 0, 0.91 }, { 0, 0.6, 0.74 }, { 0, 0.6, 0.76 } }),
                Rows(new[,] { { 0, 0, 0 }, { 0, 0, 0 }, { Log3, Log3, 0 } }), zeros(3, float64)),
            "9/10 after two ones, 3/4 after one", 0);

    [Example]
    public static void Only_what_is_below_the_diagonal_counts() =>
        MustTensor.Be(Rows(new double[,] { { 1, 1 } }),
            AncestralSampling.Sample(Rows(new[,] { { 0.4, 0.7 } }),
                Rows(new[,] { { double.NaN, 9 }, { Log3, double.NaN } }), zeros(2, float64)),
            "a vector by weights with NaN above", 0);

    [Example]
    public static void Large_weights_are_certain_unless_they_cancel() =>
        MustTensor.Be(Rows(new double[,] { { 1, 0, 0 }, { 0, 1, 1 }, { 1, 0, 1 } }),
            AncestralSampling.Sample(
                Rows(new[,] { { 0.4, 0, 0.6 }, { 0.6, 0.4, 0.999 }, { 0.4, 0.4, 0.4 } }),
                Rows(new[,] { { 0, 0, 0 }, { -1e4, 0, 0 }, { 1e4, 2e4, 0 } }),
                tensor(new double[] { 0, 0, -1e4 })), "vectors by large weights", 0);

    [Example]
    public static void The_type_of_the_weights_is_kept() =>
        MustTensor.Be(tensor(new float[,] { { 1, 0 } }),
            AncestralSampling.Sample(tensor(new[,] { { 0f, 0.5f } }), zeros(2, 2), zeros(2)),
                "floats", 0);

    [Example]
    public static void A_uniform_is_at_least_0_and_less_than_1()
    {
        foreach (double u in new[] { -0.1, 1, 1.5, double.NaN })
            Throws(Rows(new[,] { { 0.5, u } }), zeros(2, 2, float64), zeros(2, float64),
                $"u = {u}");
    }

    [Example]
    public static void Shapes_must_fit()
    {
        Throws(zeros(2), zeros(2, 2), zeros(2), "u [2]");
        Throws(zeros(1, 1), zeros(2, 2), zeros(2), "u [1, 1]");
        Throws(zeros(1, 2), zeros(3, 2), zeros(2), "W [3, 2]");
        Throws(zeros(1, 2), zeros(2, 2), zeros(1), "b [1]");
        Throws(zeros(0, 2), zeros(2, 2), zeros(2), "N = 0");
        Throws(zeros(1, 0), zeros(0, 0), zeros(0), "n = 0");
    }

    [Example]
    public static void What_is_handed_over_is_left_unchanged()
    {
        var (u, w, b) = (full(1, 2, 0.25), full(2, 2, 3.0), full(2, 1.0));
        AncestralSampling.Sample(u, w, b);
        MustTensor.Be(full(1, 2, 0.25), u, "the uniforms afterwards", 0);
        MustTensor.Be(full(2, 2, 3.0), w, "the weights afterwards", 0);
        MustTensor.Be(full(2, 1.0), b, "the bias afterwards", 0);
    }

    [Example]
    public static void A_transposed_view_is_read_as_it_stands() =>
        MustTensor.Be(Rows(new double[,] { { 1, 1 }, { 0, 0 }, { 0, 1 } }),
            AncestralSampling.Sample(Rows(new[,] { { 0.4, 0.6, 0.5 }, { 0.7, 0.7, 0.2 } }).t(),
                Rows(new[,] { { 0, Log3 }, { 0, 0 } }).t(), zeros(2, float64)), "three vectors", 0);

    [Example]
    public static void The_last_digit_of_a_double_decides() =>
        MustTensor.Be(Rows(new double[,] { { 1, 0 } }),
            AncestralSampling.Sample(Rows(new[,] { { 0.5 - 1e-12, 0.5 } }),
                zeros(2, 2, float64), zeros(2, float64)), "below 1/2, and not below 1/2", 0);
}
