namespace Etudes.ML;

public static class MaeLossMistakes
{
    /// <summary>The loss as most people write it; each mistake spoils one part.</summary>
    public abstract class Masked<TSelf> : IMaeLoss where TSelf : Masked<TSelf>, new()
    {
        public static Tensor Normalise(Tensor patches) => new TSelf().Standardise(patches);
        public static Tensor Loss(Tensor prediction, Tensor target, Tensor mask, bool normalise) => new TSelf().Compute(prediction, target, mask, normalise);

        protected virtual Tensor Standardise(Tensor patches)
        {
            if (patches.dim() != 3 || patches.shape[2] < 2) throw new ArgumentException("not patches");
            using var scope = NewDisposeScope();
            return Scaled(patches - Mean(patches), Variance(patches)).MoveToOuterDisposeScope();
        }

        protected virtual Tensor Compute(Tensor prediction, Tensor target, Tensor mask, bool normalise)
        {
            CheckShapes(prediction, target, mask);
            using var scope = NewDisposeScope();
            CheckMask(mask);
            return Average(Errors(prediction, normalise ? Target(target) : target), mask).MoveToOuterDisposeScope();
        }

        protected virtual void CheckShapes(Tensor prediction, Tensor target, Tensor mask)
        {
            if (prediction.dim() != 3 || !prediction.shape.SequenceEqual(target.shape) || !prediction.shape[..2].SequenceEqual(mask.shape)) throw new ArgumentException("shapes");
        }

        protected virtual void CheckMask(Tensor mask)
        {
            if (mask.sum().to(float64).item<double>() == 0) throw new ArgumentException("nothing is masked");
        }

        protected virtual Tensor Mean(Tensor patches) => patches.mean([2], keepdim: true);
        protected virtual Tensor Variance(Tensor patches) => patches.var(2, keepdim: true, unbiased: true);
        protected virtual Tensor Scaled(Tensor centred, Tensor variance) => centred / (variance + 1e-6).sqrt();
        protected virtual Tensor Target(Tensor target) => Standardise(target);
        protected virtual Tensor Errors(Tensor prediction, Tensor target) => (prediction - target).square().mean([2]);
        protected virtual Tensor Average(Tensor errors, Tensor mask) => (errors * mask).sum() / mask.sum();
    }

    [CaughtBy(nameof(MaeLossProperties<>.What_a_visible_patch_holds_does_not_matter))]
    [Advice("The loss is taken over the masked patches only: a visible patch needs no predicting.")]
    public sealed class TakesAllPatches : Masked<TakesAllPatches>
    {
        protected override Tensor Average(Tensor errors, Tensor mask) => errors.mean();
    }

    [CaughtBy(nameof(MaeLossProperties<>.It_is_the_mean_over_the_masked_patches_of_their_mean_squared_error))]
    [Advice("1 means masked: weigh by the mask, not by 1 - mask.")]
    public sealed class TakesTheVisible : Masked<TakesTheVisible>
    {
        protected override Tensor Average(Tensor errors, Tensor mask) => (errors * (1 - mask)).sum() / (1 - mask).sum();
    }

    [CaughtBy(nameof(MaeLossProperties<>.The_gradient_is_the_slope_and_zero_where_a_patch_is_visible))]
    [Advice("A loss that was read into a number has no gradient: stay with tensors to the end.")]
    public sealed class ReadsTheLoss : Masked<ReadsTheLoss>
    {
        protected override Tensor Average(Tensor errors, Tensor mask) => tensor(base.Average(errors, mask).to(float64).item<double>(), dtype: errors.dtype);
    }

    [CaughtBy(nameof(MaeLossProperties<>.It_is_the_mean_over_the_masked_patches_of_their_mean_squared_error))]
    [Advice("Every masked patch weighs the same: divide the sum over the batch once, not picture by picture.")]
    public sealed class AveragesPictureByPicture : Masked<AveragesPictureByPicture>
    {
        protected override Tensor Average(Tensor errors, Tensor mask) => ((errors * mask).sum(1) / mask.sum(1).clamp_min(1)).mean();
    }

    [CaughtBy(nameof(MaeLossProperties<>.It_is_the_mean_over_the_masked_patches_of_their_mean_squared_error))]
    [Advice("Divide by the number of masked patches, not of all: else the loss shrinks with the mask ratio.")]
    public sealed class DividesByAllPatches : Masked<DividesByAllPatches>
    {
        protected override Tensor Average(Tensor errors, Tensor mask) => (errors * mask).mean();
    }

    [CaughtBy(nameof(MaeLossProperties<>.Pixels_of_ten_thousand_in_float_give_a_finite_loss_of_their_type))]
    [Advice("A loss of another type than the prediction's turns the gradients into that type: keep it.")]
    public sealed class ReturnsDouble : Masked<ReturnsDouble>
    {
        protected override Tensor Average(Tensor errors, Tensor mask) => base.Average(errors.to(float64), mask);
    }

    [CaughtBy(nameof(MaeLossProperties<>.A_patch_is_normalised_by_its_own_mean_and_unbiased_variance))]
    [Advice("The variance is the unbiased one, divided by D - 1.")]
    public sealed class TakesTheBiasedVariance : Masked<TakesTheBiasedVariance>
    {
        protected override Tensor Variance(Tensor patches) => patches.var(2, keepdim: true, unbiased: false);
    }

    [CaughtBy(nameof(MaeLossProperties<>.Brightness_and_contrast_of_a_patch_do_not_matter_once_it_is_normalised))]
    [Advice("Each patch has its own mean and variance: one of the whole picture leaves the patches as bright as they were.")]
    public sealed class NormalisesThePicture : Masked<NormalisesThePicture>
    {
        protected override Tensor Mean(Tensor patches) => patches.mean([1, 2], keepdim: true);
        protected override Tensor Scaled(Tensor centred, Tensor variance) => centred;
    }

    [CaughtBy(nameof(MaeLossProperties<>.It_agrees_with_the_golden_data))]
    [Advice("1e-6 is added to the variance, inside the root; added to the deviation it changes an almost flat patch.")]
    public sealed class AddsToTheDeviation : Masked<AddsToTheDeviation>
    {
        protected override Tensor Scaled(Tensor centred, Tensor variance) => centred / (variance.sqrt() + 1e-6);
    }

    [CaughtBy(nameof(MaeLossProperties<>.Flat_patches_become_zeros))]
    [Advice("A patch of one colour has variance 0, and 0 / 0 is not a number: add 1e-6 to the variance.")]
    public sealed class AddsNothing : Masked<AddsNothing>
    {
        protected override Tensor Scaled(Tensor centred, Tensor variance) => centred / variance.sqrt();
    }

    [CaughtBy(nameof(MaeLossProperties<>.A_normalised_loss_compares_with_the_normalised_target))]
    [Advice("normalise was not looked at: with it the target is normalised before the difference is taken.")]
    public sealed class ForgetsToNormalise : Masked<ForgetsToNormalise>
    {
        protected override Tensor Target(Tensor target) => target;
    }

    [CaughtBy(nameof(MaeLossProperties<>.A_mask_without_a_masked_patch_throws))]
    [Advice("At mask ratio 0 nothing is masked and the mean is 0 / 0: say so instead of returning NaN.")]
    public sealed class ReturnsNaN : Masked<ReturnsNaN>
    {
        protected override void CheckMask(Tensor mask) { }
    }

    [CaughtBy(nameof(MaeLossProperties<>.Shapes_that_do_not_fit_throw))]
    [Advice("A mask [N, 1] or a target [N, L, 1] is broadcast without a word: compare the shapes first.")]
    public sealed class Broadcasts : Masked<Broadcasts>
    {
        protected override void CheckShapes(Tensor prediction, Tensor target, Tensor mask) { }
    }

    [CaughtBy(nameof(MaeLossProperties<>.No_tensor_is_left_behind))]
    [Advice("The error and the sums are tensors too: open a NewDisposeScope and move only the loss out of it.")]
    public sealed class LeavesItsTensors : Masked<LeavesItsTensors>
    {
        protected override Tensor Compute(Tensor prediction, Tensor target, Tensor mask, bool normalise)
        {
            CheckShapes(prediction, target, mask);
            CheckMask(mask);
            return Average(Errors(prediction, normalise ? Target(target) : target), mask);
        }
    }
}
