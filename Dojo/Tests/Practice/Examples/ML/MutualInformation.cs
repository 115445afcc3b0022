namespace Etudes.ML;

/// <summary>Tables whose mutual information is known: copies, independent coins, zeros, and what is
/// refused.</summary>
public static class MutualInformationExamples
{
    private static Tensor Table(int rows, params double[] p) => tensor(p).reshape(1, rows, -1);

    private static void Informs(double expected, Tensor table, string what) =>
        MustTensor.Be(tensor(new[] { expected }), MutualInformation.Information(table), what, 1e-9);

    [Example]
    public static void A_copy_and_two_coins() =>
        MustTensor.Be(tensor(new[] { Math.Log(2), 0 }),
            MutualInformation.Information(tensor([0.5, 0, 0, 0.5, 0.06, 0.14, 0.24,
                0.56]).reshape(2, 2, 2)),
            "two tables", 1e-9);

    [Example]
    public static void A_bad_witness() =>
        Informs(0.8 * Math.Log(1.6) + 0.2 * Math.Log(0.4), Table(2, 0.4, 0.1, 0.1, 0.4),
            "a bad witness");

    [Example]
    public static void Biased_but_independent() =>
        Informs(0, Table(2, 0.06, 0.14, 0.24, 0.56), "0.2 and 0.3");

    [Example]
    public static void A_table_need_not_be_square()
    {
        Informs(Math.Log(2), Table(2, 0.25, 0.25, 0, 0, 0, 0.5), "2 x 3");
        Informs(Math.Log(2), Table(3, 0.25, 0, 0.25, 0, 0, 0.5), "3 x 2");
    }

    [Example]
    public static void A_row_and_a_column_of_zeros_add_nothing() =>
        Informs(Math.Log(2), Table(3, 0.5, 0, 0, 0, 0, 0, 0, 0, 0.5), "the middle never happens");

    [Example]
    public static void Tiny_probabilities_give_a_finite_value() =>
        Informs(0, Table(2, 1, 0, 0, 1e-200), "1 and almost nothing");

    [Example]
    public static void The_gradient_is_the_logarithm_less_1()
    {
        var table = Table(2, 0.4, 0.1, 0.1, 0.4).requires_grad_();
        MutualInformation.Information(table).sum().backward();
        var (high, low) = (Math.Log(1.6) - 1, Math.Log(0.4) - 1);
        MustTensor.Be(Table(2, high, low, low, high), table.grad, "the gradient", 1e-9);
    }

    [Example]
    public static void The_gradient_at_zeros_is_finite()
    {
        var table = Table(3, 0.5, 0, 0, 0, 0, 0, 0, 0, 0.5).requires_grad_();
        MutualInformation.Information(table).sum().backward();
        Must.Hold(table.grad!.isfinite().all().item<bool>(), "the gradient is finite everywhere");
        MustTensor.Be(tensor(Math.Log(2) - 1), table.grad![0, 0, 0], "the gradient at 1/2", 1e-9);
    }

    [Example]
    public static void A_sum_a_little_off_1_is_taken_as_it_is() =>
        Informs(1.0005 * Math.Log(1 / 1.0005), Table(1, 1.0005), "a sum of 1.0005");

    [Example]
    public static void The_type_is_kept() =>
        MustTensor.Be(tensor(new[] { 0f }), MutualInformation.Information(ones(1, 1, 1)), "a float",
            1e-6);

    [Example]
    public static void A_table_must_be_a_distribution()
    {
        foreach (var bad in new[] { Table(1, 0.5, 0.502), Table(1, 1.5, -0.5),
            Table(1, 1, double.NaN) })
            Must.Throw<ArgumentException>(() =>
                MutualInformation.Information(bad), "the information");
    }

    [Example]
    public static void Other_shapes_are_refused()
    {
        Must.Throw<ArgumentException>(() =>
            MutualInformation.Information(full(2, 2, 0.25)), "[2, 2]");
        Must.Throw<ArgumentException>(() =>
            MutualInformation.Information(zeros(0, 2, 2)), "[0, 2, 2]");
        Must.Throw<ArgumentException>(() =>
            MutualInformation.Information(zeros(1, 0, 2)), "[1, 0, 2]");
    }

    [Example]
    public static void The_table_is_left_unchanged()
    {
        var table = Table(2, 0.5, 0, 0, 0.5);
        MutualInformation.Information(table);
        MustTensor.Be(Table(2, 0.5, 0, 0, 0.5), table, "the table afterwards", 0);
    }

    [Example]
    public static void A_view_is_read_as_it_stands() =>
        MustTensor.Be(tensor(new[] { Math.Log(2), 0 }),
            MutualInformation.Information(tensor([0.5, 0.06, 0, 0.14, 0, 0.24, 0.5, 0.56])
                .reshape(2, 2, 2).permute(2, 0, 1)),
            "two tables", 1e-9);
}
