namespace Etudes.ML;

/// <summary>Losses of patches of two pixels: only removed ones count, normalised or not.</summary>
public static class MaeLossExamples
{
    private static Tensor Patches(params double[] pixels) => tensor(pixels).reshape(1, -1, 2);

    private static Tensor Mask(params double[] mask) => tensor(mask).reshape(1, -1);

    private static void Throws(Tensor prediction, Tensor target, Tensor mask, string what) =>
        Must.Throw<ArgumentException>(() => MaeLoss.Loss(prediction, target, mask, false), what);

    [Example]
    public static void Only_the_removed_patch_counts() =>
        MustTensor.Be(tensor(2.0),
            MaeLoss.Loss(Patches(9, 9, 1, 4), Patches(0, 0, 1, 2), Mask(0, 1), false),
                "(0² + 2²) / 2", 1e-9);

    [Example]
    public static void Each_patch_weighs_the_same_not_each_picture() =>
        MustTensor.Be(tensor(3.0),
            MaeLoss.Loss(Patches(0, 0, 0, 0, 3, 3, 0, 0).reshape(2, 2, 2), zeros(2, 2, 2, float64),
                tensor(new double[,] { { 1, 1 }, { 1, 0 } }), false), "(0 + 0 + 9) / 3", 1e-9);

    [Example]
    public static void A_patch_is_normalised_by_its_unbiased_variance() =>
        MustTensor.Be(Patches(-Math.Sqrt(0.5), Math.Sqrt(0.5), 0, 0),
            MaeLoss.Normalise(Patches(1, 5, 7, 7)), "a patch with contrast, and a flat one", 1e-5);

    [Example]
    public static void A_millionth_is_added_to_the_variance() =>
        MustTensor.Be(Patches(-1 / Math.Sqrt(3), 1 / Math.Sqrt(3)),
            MaeLoss.Normalise(Patches(0, 0.002)), "a patch of variance 2e-6", 1e-9);

    [Example]
    public static void The_target_is_normalised_and_not_the_prediction() =>
        MustTensor.Be(tensor(3 - Math.Sqrt(0.5)),
            MaeLoss.Loss(Patches(1, 2), Patches(0, 2000), Mask(1), true), "a loss", 1e-9);

    [Example]
    public static void What_a_visible_patch_holds_changes_nothing()
    {
        var prediction = Patches(double.NaN, double.PositiveInfinity, 1, 4).requires_grad_();
        var loss = MaeLoss.Loss(prediction, Patches(double.PositiveInfinity, double.NaN, 1, 2),
            Mask(0, 1), false);
        loss.backward();
        MustTensor.Be(tensor(2.0), loss.detach(), "the loss", 1e-9);
        MustTensor.Be(Patches(0, 0, 0, 2), prediction.grad, "the gradient", 1e-9);
    }

    [Example]
    public static void Nor_does_it_when_normalised()
    {
        var prediction = Patches(double.NaN, 1, 0, 3).requires_grad_();
        var loss = MaeLoss.Loss(prediction, Patches(double.NaN, 1, 5, 5), Mask(0, 1), true);
        loss.backward();
        MustTensor.Be(tensor(4.5), loss.detach(), "the loss", 1e-9);
        MustTensor.Be(Patches(0, 0, 0, 3), prediction.grad, "the gradient", 1e-9);
    }

    [Example]
    public static void The_loss_has_the_type_of_the_prediction() =>
        MustTensor.Be(tensor(2f),
            MaeLoss.Loss(Patches(9, 9, 1, 4).to(float32), Patches(0, 0, 1, 2), Mask(0, 1).to(@bool),
                false),
            "a float prediction, a double target, a mask of truth values", 1e-6);

    [Example]
    public static void One_number_is_a_patch_unless_it_is_normalised()
    {
        var (prediction, target, mask) = (ones(1, 2, 1), zeros(1, 2, 1), ones(1, 2));
        MustTensor.Be(tensor(1f), MaeLoss.Loss(prediction, target, mask, false), "the loss", 1e-6);
        Must.Throw<ArgumentException>(() =>
            MaeLoss.Loss(prediction, target, mask, true), "the normalised loss");
        Must.Throw<ArgumentException>(() => MaeLoss.Normalise(target), "Normalise");
    }

    [Example]
    public static void A_mask_without_a_1_is_refused() =>
        Must.Throw<ArgumentException>(() =>
            MaeLoss.Loss(Patches(1, 2), Patches(1, 2), Mask(0), false), "no patch");

    [Example]
    public static void Shapes_must_fit()
    {
        Throws(ones(1, 2, 2), ones(1, 2, 3), ones(1, 2), "D");
        Throws(ones(2, 2, 2), ones(1, 2, 2), ones(2, 2), "N");
        Throws(ones(1, 2, 2), ones(1, 2, 2), ones(1, 1), "mask [1, 1]");
        Throws(ones(1, 2, 2), ones(1, 2, 2), ones(1, 2, 1), "mask [1, 2, 1]");
        Must.Throw<ArgumentException>(() => MaeLoss.Normalise(ones(2, 2)), "[2, 2]");
    }

    [Example]
    public static void The_inputs_are_left_unchanged()
    {
        var (prediction, target) = (Patches(9, 9, 1, 4), Patches(0, 2, 1, 5));
        MaeLoss.Loss(prediction, target, Mask(0, 1), true);
        MustTensor.Be(Patches(9, 9, 1, 4), prediction, "the prediction afterwards", 0);
        MustTensor.Be(Patches(0, 2, 1, 5), target, "the target afterwards", 0);
    }

    [Example]
    public static void Normalised_patches_keep_their_type() =>
        MustTensor.Be(Patches(0, 0).to(float32), MaeLoss.Normalise(Patches(7, 7).to(float32)),
            "floats", 0);

    [Example]
    public static void A_transposed_view_is_read_as_it_stands()
    {
        MustTensor.Be(Patches(0, 0, -Math.Sqrt(0.5), Math.Sqrt(0.5)),
            MaeLoss.Normalise(Patches(3, 0, 3, 2000).transpose(1, 2)), "a flat patch and another",
                1e-9);
        MustTensor.Be(tensor(2.0), MaeLoss.Loss(Patches(9, 1, 9, 4).transpose(1, 2),
            Patches(0, 0, 1, 2), Mask(0, 1), false), "the loss", 1e-9);
    }

}
