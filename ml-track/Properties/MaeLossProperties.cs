namespace Etudes.ML;

public abstract class MaeLossProperties<T> : NormaliseLaws<T> where T : IMaeLoss
{
    [Law]
    public static void It_is_the_mean_over_the_masked_patches_of_their_mean_squared_error(Reconstruction given)
    {
        using var scope = NewDisposeScope();
        MustTensor.Be(Mean(given, MustTensor.Read(given.Target())), Loss(given), "Loss");
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
        var visible = (given.Mask() == 0).unsqueeze(2); // [N, L, 1]
        foreach (bool normalise in (bool[])[false, true])
        {
            var (loss, gradient) = WithGradient(given, given.Prediction(), given.Target(), normalise);
            foreach (double pixel in (double[])[1e4, double.NaN, double.PositiveInfinity])
            {
                string what = $"with {Show.Of(pixel)} where a patch is visible, {(normalise ? "normalised, " : "")}";
                var (same, slope) = WithGradient(given, given.Prediction().masked_fill(visible, pixel), given.Target().masked_fill(visible, -pixel), normalise);
                MustTensor.Be(loss, same, $"{what}Loss");
                MustTensor.Be(gradient, slope, $"{what}the gradient of Loss");
                MustTensor.Be(zeros_like(gradient), slope.masked_fill(~visible, 0), $"{what}the gradient there", 0, 0);
            }
        }
    }

    [Law(MaxTest = 60)]
    public static void The_gradient_is_the_slope_and_zero_where_a_patch_is_visible(Reconstruction given)
    {
        using var scope = NewDisposeScope();
        MustTensor.HaveTheGradientOfItsValues(x => T.Loss(x, given.Target(), given.Mask(), false), given.Prediction(), "Loss");
    }

    [Law(MaxTest = 100)]
    public static void The_loss_is_of_the_type_of_the_prediction(Reconstruction given)
    {
        using var scope = NewDisposeScope();
        MustTensor.Be(T.Normalise(given.Target()).to(float32), T.Normalise(given.Target().to(float32)), "of float32 patches, Normalise", 1e-5, 1e-5);
        foreach (var mask in (ScalarType[])[float32, float64, int64, @bool])
            foreach (var target in (ScalarType[])[float32, float64])
            {
                var loss = T.Loss(given.Prediction().to(float32), given.Target().to(target), given.Mask().to(mask), true);
                MustTensor.Be(Loss(given, true).to(float32), loss, $"of a float32 prediction, a target of {target} and a mask of {mask}, with normalise, Loss", 1e-5, 1e-5);
            }
    }

    [Law(MaxTest = 100)]
    public static void Digits_beyond_those_of_float_count(Reconstruction given)
    {
        using var scope = NewDisposeScope();
        Tensor Near(Tensor patches) => 1000 + patches * 1e-6;
        var near = T.Loss(Near(given.Prediction()), Near(given.Target()), given.Mask(), false);
        MustTensor.Be(Loss(given) * 1e-12, near, "of patches whose millionths are added to 1000, Loss", 1e-17, 1e-5);
        MustTensor.Be(T.Normalise(given.Target() * 1e-3), T.Normalise(1000 + given.Target() * 1e-3), "of patches whose thousandths are added to 1000, Normalise", 1e-6, 1e-6);
        var far = T.Loss(given.Prediction().to(float32), (1 << 24) + given.Target(), given.Mask(), true);
        MustTensor.Be(Loss(given, true).to(float32), far, "of a float32 prediction and a float64 target to which 2^24 is added, with normalise, Loss", 1e-5, 1e-5);
    }

    [Law(BeyondExamples = true)]
    public static void A_mean_over_2503_patches_weighs_each_alike_whatever_the_type_of_the_mask()
    {
        using var scope = NewDisposeScope();
        const int masked = Sizes.Uneven;
        var prediction = zeros(1, masked + 1, 2, dtype: float64);
        prediction[0, masked - 1] = 100; // the last that is masked
        foreach (var type in (ScalarType[])[float16, bfloat16, float32, float64, uint8, int16, int64, @bool])
            MustTensor.Be(1e4 / masked, T.Loss(prediction, zeros_like(prediction), (arange(masked + 1) < masked).unsqueeze(0).to(type), false), $"of {masked} patches masked by ones of {type}, the last of them off by 100, Loss");
    }

    [Law(MaxTest = 100)]
    public static void However_the_inputs_lie_in_memory_they_are_read_rightly_and_left_unchanged(Reconstruction given, Layout layout)
    {
        using var scope = NewDisposeScope();
        var (prediction, target, mask) = (given.Prediction().In(layout, "prediction"), given.Target().In(layout, "target"), given.Mask().In(layout, "mask"));
        MustTensor.Be(T.Normalise(given.Target()), T.Normalise(target), "Normalise");
        MustTensor.Be(Loss(given, true), T.Loss(prediction, target, mask, true), "with normalise, Loss");
        MustTensor.Be(Loss(given, false), T.Loss(prediction, target, mask, false), "Loss");
        mask.fill_(0);
        MustTensor.Throw<ArgumentException>(() => T.Loss(prediction, target, mask, false), "Loss with zeros written over the mask after a first call");
    }

    [Law(MaxTest = 100)]
    public static void Patches_of_one_number_are_compared_but_cannot_be_normalised(Reconstruction given)
    {
        using var scope = NewDisposeScope();
        var one = Given.As(nameof(given), given with { Numbers = 1 });
        MustTensor.Be(Mean(one, MustTensor.Read(one.Target())), Loss(one), "of patches of one number, Loss");
        MustTensor.Throw<ArgumentException>(() => Loss(one, normalise: true), "of patches of one number, with normalise, Loss");
        MustTensor.Throw<ArgumentException>(() => T.Normalise(one.Target()), "Normalise of patches of one number");
    }

    [Law(MaxTest = 10, BeyondExamples = true)]
    public static void Many_pictures_and_patches_take_no_more_operations_than_few(Reconstruction given)
    {
        using var scope = NewDisposeScope();
        var (prediction, target, mask) = (given.Prediction(), given.Target(), ones_like(given.Mask()));
        var (many, theirs, all) = (prediction.repeat(20, 20, 1), target.repeat(20, 20, 1), mask.repeat(20, 20));
        MustTensor.NotLoop(() => [T.Loss(prediction, target, mask, false)], () => [T.Loss(many, theirs, all, false)], "Loss", "pictures or patches");
        MustTensor.NotLoop(() => [T.Normalise(target)], () => [T.Normalise(theirs)], "Normalise", "pictures or patches");
    }

    [Law]
    public static void A_mask_without_a_masked_patch_throws(Reconstruction given)
    {
        using var scope = NewDisposeScope();
        MustTensor.Throw<ArgumentException>(() => T.Loss(given.Prediction(), given.Target(), zeros_like(given.Mask()), false), "Loss with a mask of zeros");
    }

    [Law]
    public static void Shapes_that_do_not_fit_throw()
    {
        using var scope = NewDisposeScope();
        foreach (var (prediction, target, mask) in ((long[], long[], long[])[])[([2, 3, 4], [2, 3, 1], [2, 3]), ([2, 3, 4], [2, 3, 4], [2, 1]), ([2, 3, 4], [2, 3, 4], [2, 3, 1]), ([3, 4], [3, 4], [3]), ([2, 3, 4], [3, 2, 4], [2, 3])])
            MustTensor.Throw<ArgumentException>(() => T.Loss(zeros(prediction), zeros(target), ones(mask), false),
                $"Loss of shapes {Show.Of(prediction)}, {Show.Of(target)} and {Show.Of(mask)}");
        foreach (long[] patches in (long[][])[[3, 4], [2, 3, 4, 1], [2, 3, 0]])
            MustTensor.Throw<ArgumentException>(() => T.Normalise(zeros(patches)), $"Normalise of the shape {Show.Of(patches)}");
    }

    [Law(MaxTest = 10)]
    public static void No_tensor_is_left_behind(Reconstruction given)
    {
        using var scope = NewDisposeScope();
        var prediction = given.Prediction().to(float32);
        foreach (var ofTarget in (ScalarType[])[float32, float64])
        {
            var target = given.Target().to(ofTarget);
            MustTensor.LeaveNothing(() => [T.Normalise(target)], $"of patches of {ofTarget}, Normalise");
            foreach (var ofMask in (ScalarType[])[float32, float64, int64, @bool])
            {
                var mask = given.Mask().to(ofMask);
                MustTensor.LeaveNothing(() => [T.Loss(prediction, target, mask, true)], $"of a float32 prediction, a target of {ofTarget} and a mask of {ofMask}, with normalise, Loss");
            }
        }
    }

    private static Tensor Loss(Reconstruction given, bool normalise = false) => T.Loss(given.Prediction(), given.Target(), given.Mask(), normalise);

    private static (Tensor Loss, Tensor Gradient) WithGradient(Reconstruction given, Tensor prediction, Tensor target, bool normalise)
    {
        var x = prediction.detach().requires_grad_();
        var loss = T.Loss(x, target, given.Mask(), normalise);
        MustTensor.HaveAGradient(loss, "Loss");
        loss.backward();
        return (loss.detach(), x.grad!);
    }

    private static double Mean(Reconstruction given, double[] target)
    {
        double[] prediction = MustTensor.Read(given.Prediction());
        double[] errors = [.. prediction.Zip(target, (p, t) => (p - t) * (p - t)).Chunk(given.Numbers).Select(patch => patch.Sum() / given.Numbers)];
        return errors.Zip(given.Masked.SelectMany(row => row)).Where(pair => pair.Second == 1).Average(pair => pair.First);
    }
}

public sealed class MaeLossTests : MaeLossProperties<MaeLoss>;
