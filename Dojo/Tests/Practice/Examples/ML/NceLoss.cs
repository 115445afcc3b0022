namespace Etudes.ML;

/// <summary>Losses of one or two data points at odds that are small numbers, and what is
/// refused.</summary>
public static class NceLossExamples
{
    private static double Log(double x) => Math.Log(x);

    private static Tensor Row(params double[] x) => tensor(x).reshape(1, -1);

    [Example]
    public static void All_is_even() =>
        MustTensor.Be(tensor((float)(2 * Log(2))),
            NceLoss.Loss(zeros(1), zeros(1, 1), zeros(1), zeros(1, 1)), "2 log 2", 1e-6);

    [Example]
    public static void Data_odds_3_and_noise_odds_7() =>
        MustTensor.Be(tensor(Log(4.0 / 3) + Log(8)),
            NceLoss.Loss(tensor([Log(3)]), Row(Log(7)), tensor([0.0]), Row(0)), "4/3 and 8", 1e-9);

    [Example]
    public static void The_density_of_the_noise_counts_against() =>
        MustTensor.Be(tensor(Log(4.0 / 3) + Log(8)),
            NceLoss.Loss(tensor([0.0]), Row(0), tensor([-Log(3)]), Row(-Log(7))), "4/3 and 8",
            1e-9);

    [Example]
    public static void More_noise_is_more_likely_and_summed() =>
        MustTensor.Be(tensor(Log(2) + 3 * Log(2)),
            NceLoss.Loss(tensor([Log(3)]), Row(Log(3), Log(3), Log(3)), tensor([0.0]),
                Row(0, 0, 0)),
            "K = 3", 1e-9);

    [Example]
    public static void Large_scores_give_a_large_finite_loss()
    {
        var (data, noise) = (tensor([-1e4]).requires_grad_(), Row(1e4).requires_grad_());
        var loss = NceLoss.Loss(data, noise, tensor([0.0]), Row(0));
        loss.backward();
        MustTensor.Be(tensor(2e4), loss.detach(), "the loss", 1e-9);
        MustTensor.Be(tensor([-1.0]), data.grad, "the gradient to the data's score", 1e-9);
        MustTensor.Be(Row(1), noise.grad, "the gradient to the noise's score", 1e-9);
    }

    [Example]
    public static void Large_scores_of_the_right_sign_cost_nothing() =>
        MustTensor.Be(tensor(0.0),
            NceLoss.Loss(tensor([1e4]), Row(-1e4), tensor([0.0]), Row(0)), "the loss", 1e-9);

    [Example]
    public static void A_sure_classifier_has_a_small_loss_and_not_none() =>
        MustTensor.Be(tensor(2e-20),
            NceLoss.Loss(tensor([20 * Log(10)]), Row(-20 * Log(10)), tensor([0.0]), Row(0)),
            "the loss", 1e-29);

    [Example]
    public static void The_gradients_are_probabilities()
    {
        var (data, noise) = (tensor([Log(3)]).requires_grad_(), Row(Log(3)).requires_grad_());
        NceLoss.Loss(data, noise, tensor([0.0]), Row(0)).backward();
        MustTensor.Be(tensor([-0.25]), data.grad, "the gradient to the data's score", 1e-9);
        MustTensor.Be(Row(0.75), noise.grad, "the gradient to the noise's score", 1e-9);
    }

    [Example]
    public static void Shapes_are_never_broadcast()
    {
        static void Throws(Tensor data, Tensor noise, Tensor q, Tensor qNoise, string what) =>
            Must.Throw<ArgumentException>(() => NceLoss.Loss(data, noise, q, qNoise), what);
        Throws(zeros(2), zeros(2, 1), zeros(1), zeros(2, 1), "log q of one point");
        Throws(zeros(2), zeros(2, 3), zeros(2), zeros(2, 1), "log q of one sample each");
        Throws(zeros(2), zeros(1, 3), zeros(2), zeros(1, 3), "noise for one point");
        Throws(zeros(2), zeros(2), zeros(2), zeros(2), "noise [2]");
        Throws(zeros(0), zeros(0, 1), zeros(0), zeros(0, 1), "N = 0");
        Throws(zeros(1), zeros(1, 0), zeros(1), zeros(1, 0), "K = 0");
    }

    [Example]
    public static void What_is_handed_over_is_left_unchanged()
    {
        var (data, noise) = (tensor([1.0]), Row(2, 3));
        var (q, qNoise) = (tensor([-1.0]), Row(-2, -3));
        NceLoss.Loss(data, noise, q, qNoise);
        MustTensor.Be(tensor([1.0]), data, "the data's scores", 0);
        MustTensor.Be(Row(2, 3), noise, "the noise's scores", 0);
        MustTensor.Be(tensor([-1.0]), q, "log q of the data", 0);
        MustTensor.Be(Row(-2, -3), qNoise, "log q of the noise", 0);
    }

    [Example]
    public static void Data_points_are_averaged_and_have_their_own_noise() =>
        MustTensor.Be(tensor(Log(2 * 2 * 2 * 3 * 4 * 5) / 2),
            NceLoss.Loss(tensor([Log(2), Log(2)]),
                tensor(new[,] { { Log(2), Log(4) }, { Log(6), Log(8) } }),
                zeros(2, float64), zeros(2, 2, float64)), "N = K = 2", 1e-9);

    [Example]
    public static void A_transposed_view_is_read_as_it_stands() =>
        MustTensor.Be(tensor(Log(2 * 2 * 2 * 3 * 4 * 5) / 2),
            NceLoss.Loss(tensor([Log(2), Log(2)]),
                tensor(new[,] { { Log(2), Log(6) }, { Log(4), Log(8) } }).t(),
                zeros(2, float64), zeros(2, 2, float64)), "N = K = 2", 1e-9);
}
