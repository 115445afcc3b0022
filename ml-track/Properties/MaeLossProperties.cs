namespace Etudes.ML;

public abstract class MaeLossProperties<T> where T : IMaeLoss
{
    [Law]
    public static void It_is_the_mean_over_the_masked_patches_of_their_mean_squared_error(Reconstruction given)
    {
        using var scope = NewDisposeScope();
        MustTensor.Be(Mean(given, MustTensor.Read(given.Target())), Loss(given), "Loss");
    }

    [Law]
    public static void A_patch_is_normalised_by_its_own_mean_and_unbiased_variance(Reconstruction given)
    {
        using var scope = NewDisposeScope();
        MustTensor.Be(tensor(Normalised(given), given.Target().shape), T.Normalise(given.Target()), "Normalise of the target");
    }

    [Law]
    public static void A_normalised_loss_compares_with_the_normalised_target(Reconstruction given)
    {
        using var scope = NewDisposeScope();
        MustTensor.Be(Mean(given, Normalised(given)), Loss(given, normalise: true), "with normalise, Loss");
    }

    [Law]
    public static void What_a_visible_patch_holds_does_not_matter(Reconstruction given)
    {
        using var scope = NewDisposeScope();
        var noise = (given.Mask() == 0).to(float64).unsqueeze(2) * 1e4; // [N, L, 1]
        var moved = T.Loss(given.Prediction() + noise, given.Target() - noise, given.Mask(), false);
        MustTensor.Be(Loss(given).item<double>(), moved, "with 10000 added where a patch is visible, Loss");
    }

    [Law]
    public static void Brightness_and_contrast_of_a_patch_do_not_matter_once_it_is_normalised(Reconstruction given)
    {
        using var scope = NewDisposeScope();
        var patches = arange(given.Count * given.Patches * given.Numbers, float64).square().reshape(given.Target().shape); // no flat patch
        MustTensor.Be(T.Normalise(patches), T.Normalise(patches * 3 + 70), "of three times the patches plus 70, Normalise", absolute: 1e-5);
    }

    [Law]
    public static void Flat_patches_become_zeros(Reconstruction given)
    {
        using var scope = NewDisposeScope();
        var flat = (zeros_like(given.Target()) + given.Mask().unsqueeze(2)) * 1e4; // [N, L, D]
        MustTensor.Be(zeros_like(flat), T.Normalise(flat), "of patches each of one colour, Normalise");
    }

    [Law(MaxTest = 60)]
    public static void The_gradient_is_the_slope_and_zero_where_a_patch_is_visible(Reconstruction given)
    {
        using var scope = NewDisposeScope();
        MustTensor.HaveTheGradientOfItsValues(x => T.Loss(x, given.Target(), given.Mask(), false), given.Prediction(), "Loss");
    }

    [Law]
    public static void Pixels_of_ten_thousand_in_float_give_a_finite_loss_of_their_type(Reconstruction given)
    {
        using var scope = NewDisposeScope();
        var (prediction, target, mask) = (given.Prediction().to(float32) * 1e4, given.Target().to(float32) * 1e4, given.Mask().to(float32));
        double[] before = MustTensor.Read(target);
        MustTensor.Be((Loss(given) * 1e8).to(float32), T.Loss(prediction, target, mask, false), "of float32 patches, each pixel 10000 times as large, Loss", relative: 1e-5);
        Must.Hold(double.IsFinite(T.Loss(prediction, target, mask, true).to(float64).item<double>()), "of such patches, with normalise, Loss should be finite");
        Must.LeaveAlone(before, MustTensor.Read(target));
    }

    [Law]
    public static void It_agrees_with_the_golden_data()
    {
        using var scope = NewDisposeScope();
        foreach (var patch in Golden.Read("mae_parts.json")["norm_pix"]!["patches"]!.AsArray())
        {
            double[] values = [.. patch!["patch_values"]!.AsArray().Select(value => value!.Number())];
            var expected = patch["normalised"]!.Tensor().reshape(1, 1, values.Length);
            MustTensor.Be(expected, T.Normalise(tensor(values, 1, 1, values.Length)), $"of the golden {patch["name"]} patch, Normalise");
        }
    }

    [Law]
    public static void A_mask_without_a_masked_patch_throws(Reconstruction given)
    {
        using var scope = NewDisposeScope();
        Must.Throw<ArgumentException>(() => T.Loss(given.Prediction(), given.Target(), zeros_like(given.Mask()), false), "Loss with a mask of zeros");
    }

    [Law]
    public static void Shapes_that_do_not_fit_throw()
    {
        using var scope = NewDisposeScope();
        foreach (var (prediction, target, mask) in ((long[], long[], long[])[])[([2, 3, 4], [2, 3, 1], [2, 3]), ([2, 3, 4], [2, 3, 4], [2, 1]), ([2, 3, 4], [2, 3, 4], [2, 3, 1]), ([3, 4], [3, 4], [3])])
            Must.Throw<ArgumentException>(() => T.Loss(zeros(prediction), zeros(target), ones(mask), false),
                $"Loss of shapes {Show.Of(prediction)}, {Show.Of(target)} and {Show.Of(mask)}");
        Must.Throw<ArgumentException>(() => T.Normalise(zeros(2, 3, 1)), "Normalise of patches of one number");
    }

    [Law(MaxTest = 10)]
    public static void No_tensor_is_left_behind(Reconstruction given)
    {
        using var scope = NewDisposeScope();
        var (prediction, target, mask) = (given.Prediction(), given.Target(), given.Mask());
        MustTensor.LeaveNothing(() => [T.Loss(prediction, target, mask, true)], "Loss");
        MustTensor.LeaveNothing(() => [T.Normalise(target)], "Normalise");
    }

    private static Tensor Loss(Reconstruction given, bool normalise = false) => T.Loss(given.Prediction(), given.Target(), given.Mask(), normalise);

    private static double Mean(Reconstruction given, double[] target)
    {
        double[] prediction = MustTensor.Read(given.Prediction());
        double[] errors = [.. prediction.Zip(target, (p, t) => (p - t) * (p - t)).Chunk(given.Numbers).Select(patch => patch.Sum() / given.Numbers)];
        return errors.Zip(given.Masked.SelectMany(row => row)).Where(pair => pair.Second == 1).Average(pair => pair.First);
    }

    private static double[] Normalised(Reconstruction given) =>
    [
        .. MustTensor.Read(given.Target()).Chunk(given.Numbers).SelectMany(patch =>
        {
            double mean = patch.Average(), variance = patch.Sum(x => (x - mean) * (x - mean)) / (patch.Length - 1);
            return patch.Select(x => (x - mean) / Math.Sqrt(variance + 1e-6));
        }),
    ];
}

public sealed class MaeLossTests : MaeLossProperties<MaeLoss>;
