namespace Etudes.ML;

/// <summary>2 x 2 scores whose softmax is a fraction, and what is refused.</summary>
public static class InfoNceExamples
{
    private static Tensor Square(params double[] scores) =>
        tensor(scores).reshape((int)Math.Sqrt(scores.Length), -1);

    [Example]
    public static void The_loss_is_the_mean_over_the_rows() =>
        MustTensor.Be(tensor((Math.Log(2) + Math.Log(4) - Math.Log(3)) / 2),
            InfoNce.Loss(Square(0, 0, 0, Math.Log(3)), 1), "the loss of the statement", 1e-9);

    [Example]
    public static void The_bound_is_log_K_less_the_loss() =>
        MustTensor.Be(tensor(Math.Log(2) - (Math.Log(2) + Math.Log(4) - Math.Log(3)) / 2),
            InfoNce.Bound(Square(0, 0, 0, Math.Log(3)), 1), "the bound of the statement", 1e-9);

    [Example]
    public static void X_chooses_among_the_y() =>
        MustTensor.Be(tensor((Math.Log(4) + Math.Log(2)) / 2),
            InfoNce.Loss(Square(0, Math.Log(3), 0, 0), 1), "a softmax along the rows", 1e-9);

    [Example]
    public static void A_small_temperature_makes_scores_large() =>
        MustTensor.Be(tensor((Math.Log(2) + Math.Log(10) - Math.Log(9)) / 2),
            InfoNce.Loss(Square(0, 0, 0, Math.Log(3)), 0.5), "9 times as well", 1e-9);

    [Example]
    public static void One_pair_is_no_choice()
    {
        MustTensor.Be(tensor(0.0), InfoNce.Loss(Square(-7), 1), "the loss of one pair", 1e-9);
        MustTensor.Be(tensor(0.0), InfoNce.Bound(Square(-7), 1), "the bound of one pair", 1e-9);
    }

    [Example]
    public static void Large_scores_are_no_trouble() =>
        MustTensor.Be(tensor((1e6 + Math.Log(2)) / 2),
            InfoNce.Loss(Square(0, 1e4, -1e4, -1e4), 0.01), "a loss of a million", 1e-3);

    [Example]
    public static void The_gradient_is_probability_less_truth()
    {
        var scores = Square(0, 0, 0, Math.Log(3)).requires_grad_();
        InfoNce.Loss(scores, 1).backward();
        MustTensor.Be(Square(-0.25, 0.25, 0.125, -0.125), scores.grad, "the gradient", 1e-9);
    }

    [Example]
    public static void The_type_of_the_scores_is_kept() =>
        Must.Be(float32, InfoNce.Loss(zeros(2, 2), 1).dtype, "the type of the loss");

    [Example]
    public static void Scores_that_are_not_square_are_refused()
    {
        Must.Throw<ArgumentException>(() => InfoNce.Loss(zeros(2, 3), 1), "[2, 3]");
        Must.Throw<ArgumentException>(() => InfoNce.Bound(zeros(0, 0), 1), "[0, 0]");
        Must.Throw<ArgumentException>(() => InfoNce.Loss(zeros(2, 2, 2), 1), "[2, 2, 2]");
    }

    [Example]
    public static void A_temperature_is_above_0_and_finite()
    {
        foreach (double t in new[] { 0, -1, double.PositiveInfinity, double.NaN })
            Must.Throw<ArgumentOutOfRangeException>(() =>
                InfoNce.Bound(zeros(2, 2), t), $"τ = {t}");
    }

    [Example]
    public static void The_scores_are_left_unchanged()
    {
        var scores = Square(0, 1, 2, 3);
        _ = InfoNce.Loss(scores, 0.5);
        MustTensor.Be(Square(0, 1, 2, 3), scores, "the scores afterwards", 0);
    }

    [Example]
    public static void The_bound_has_the_opposite_gradient()
    {
        var scores = Square(0, 0, 0, Math.Log(3)).requires_grad_();
        InfoNce.Bound(scores, 1).backward();
        MustTensor.Be(Square(0.25, -0.25, -0.125, 0.125), scores.grad, "the gradient", 1e-9);
    }

    [Example]
    public static void A_transposed_view_is_read_as_it_stands() =>
        MustTensor.Be(tensor((Math.Log(4) + Math.Log(2)) / 2),
            InfoNce.Loss(Square(0, 0, Math.Log(3), 0).t(), 1), "a view", 1e-9);
}
