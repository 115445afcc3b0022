using System.Runtime.CompilerServices;

namespace Etudes.ML;

[Untestable("Loss.exception.2", "only a GPU shows whether it is looked at there, and laws run on the CPU")]
public static class MaeLossMistakes
{
    /// <summary>The loss as most people write it; each mistake spoils one part.</summary>
    public abstract class Masked<TSelf> : IMaeLoss where TSelf : Masked<TSelf>, new()
    {
        public static Tensor Normalise(Tensor patches) => new TSelf().Standardise(patches);
        public static Tensor Loss(Tensor prediction, Tensor target, Tensor mask, bool normalise) => new TSelf().Compute(prediction, target, mask, normalise);

        protected virtual Tensor Standardise(Tensor patches)
        {
            CheckPatches(patches);
            using var scope = NewDisposeScope();
            return Scaled(patches - Mean(patches), Variance(patches)).MoveToOuterDisposeScope();
        }

        protected virtual Tensor Compute(Tensor prediction, Tensor target, Tensor mask, bool normalise)
        {
            CheckShapes(prediction, target, mask);
            using var scope = NewDisposeScope();
            CheckMask(mask);
            var difference = Differences(prediction, normalise ? Target(target) : target, (mask == 0).unsqueeze(2)); // [N, L, D]
            return Finish(Average(Errors(difference), mask), prediction.dtype).MoveToOuterDisposeScope();
        }

        protected virtual void CheckPatches(Tensor patches)
        {
            if (patches.dim() != 3 || patches.shape[2] < 2) throw new ArgumentException("not patches");
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
        protected virtual Tensor Differences(Tensor prediction, Tensor target, Tensor visible) => (prediction - target).masked_fill(visible, 0);
        protected virtual Tensor Errors(Tensor difference) => difference.square().mean([2]);
        protected virtual Tensor Average(Tensor errors, Tensor mask) => errors.sum() / (mask != 0).sum();
        protected virtual Tensor Finish(Tensor loss, ScalarType type) => loss.to(type);
    }

    [CaughtBy(nameof(MaeLossProperties<>.What_a_visible_patch_holds_does_not_matter))]
    [Breaks("MaeLoss.summary.1", "Loss.summary.1")]
    [Advice("The loss is taken over the masked patches only: a visible patch needs no predicting.")]
    public sealed class TakesAllPatches : Masked<TakesAllPatches>
    {
        protected override Tensor Differences(Tensor prediction, Tensor target, Tensor visible) => prediction - target;
        protected override Tensor Average(Tensor errors, Tensor mask) => errors.mean();
    }

    [CaughtBy(nameof(MaeLossProperties<>.It_is_the_mean_over_the_masked_patches_of_their_mean_squared_error))]
    [Breaks("Loss.mask.1")]
    [Advice("1 means masked: weigh by the mask, not by 1 - mask.")]
    public sealed class TakesTheVisible : Masked<TakesTheVisible>
    {
        protected override Tensor Differences(Tensor prediction, Tensor target, Tensor visible) => (prediction - target).masked_fill(~visible, 0);
        protected override Tensor Average(Tensor errors, Tensor mask) => errors.sum() / (1 - mask).sum();
    }

    [CaughtBy(nameof(MaeLossProperties<>.The_gradient_is_the_slope_and_zero_where_a_patch_is_visible))]
    [Breaks("Loss.returns.1")]
    [Advice("A loss that was read into a number has no gradient: stay with tensors to the end.")]
    public sealed class ReadsTheLoss : Masked<ReadsTheLoss>
    {
        protected override Tensor Average(Tensor errors, Tensor mask) => tensor(base.Average(errors, mask).to(float64).item<double>(), dtype: errors.dtype);
    }

    [CaughtBy(nameof(MaeLossProperties<>.It_is_the_mean_over_the_masked_patches_of_their_mean_squared_error))]
    [Breaks("Loss.summary.1", "Constraints.3")]
    [Advice("Every masked patch weighs the same: divide the sum over the batch once, not picture by picture.")]
    public sealed class AveragesPictureByPicture : Masked<AveragesPictureByPicture>
    {
        protected override Tensor Average(Tensor errors, Tensor mask) => (errors.sum(1) / mask.sum(1).clamp_min(1)).mean();
    }

    [CaughtBy(nameof(MaeLossProperties<>.It_is_the_mean_over_the_masked_patches_of_their_mean_squared_error))]
    [Breaks("Loss.summary.1")]
    [Advice("Divide by the number of masked patches, not of all: else the loss shrinks with the mask ratio.")]
    public sealed class DividesByAllPatches : Masked<DividesByAllPatches>
    {
        protected override Tensor Average(Tensor errors, Tensor mask) => errors.mean();
    }

    [CaughtBy(nameof(MaeLossProperties<>.The_loss_is_of_the_type_of_the_prediction))]
    [Breaks("Loss.returns.1", "Constraints.6")]
    [Advice("A loss of another type than the prediction's turns the gradients into that type: convert it, whatever mask and target are of.")]
    public sealed class ReturnsTheWidestType : Masked<ReturnsTheWidestType>
    {
        protected override Tensor Finish(Tensor loss, ScalarType type) => loss;
    }

    [CaughtBy(nameof(MaeLossProperties<>.The_loss_is_of_the_type_of_the_prediction))]
    [Breaks("Normalise.returns.1")]
    [Advice("Normalised patches keep their type: float64 here makes the whole loss float64.")]
    public sealed class NormalisesInDouble : Masked<NormalisesInDouble>
    {
        protected override Tensor Standardise(Tensor patches) => base.Standardise(patches.to(float64));
    }

    [CaughtBy(nameof(MaeLossProperties<>.The_loss_is_of_the_type_of_the_prediction))]
    [Breaks("Loss.mask.1")]
    [Advice("A mask may be of bool: libtorch does not subtract there, so compare with 0 or convert it first.")]
    public sealed class SubtractsTheMask : Masked<SubtractsTheMask>
    {
        protected override Tensor Average(Tensor errors, Tensor mask) => errors.sum() / (mask.numel() - (1 - mask).sum());
    }

    [CaughtBy(nameof(MaeLossProperties<>.A_patch_is_normalised_by_its_own_mean_and_unbiased_variance))]
    [Breaks("Normalise.summary.1")]
    [Advice("The variance is the unbiased one, divided by D - 1.")]
    public sealed class TakesTheBiasedVariance : Masked<TakesTheBiasedVariance>
    {
        protected override Tensor Variance(Tensor patches) => patches.var(2, keepdim: true, unbiased: false);
    }

    [CaughtBy(nameof(MaeLossProperties<>.Brightness_and_contrast_of_a_patch_do_not_matter_once_it_is_normalised))]
    [Breaks("Normalise.summary.1")]
    [Advice("Each patch has its own mean and variance: one of the whole picture leaves the patches as bright as they were.")]
    public sealed class NormalisesThePicture : Masked<NormalisesThePicture>
    {
        protected override Tensor Mean(Tensor patches) => patches.mean([1, 2], keepdim: true);
        protected override Tensor Scaled(Tensor centred, Tensor variance) => centred;
    }

    [CaughtBy(nameof(MaeLossProperties<>.It_agrees_with_the_golden_data))]
    [Breaks("Normalise.summary.1")]
    [Advice("1e-6 is added to the variance, inside the root; added to the deviation it changes an almost flat patch.")]
    public sealed class AddsToTheDeviation : Masked<AddsToTheDeviation>
    {
        protected override Tensor Scaled(Tensor centred, Tensor variance) => centred / (variance.sqrt() + 1e-6);
    }

    [CaughtBy(nameof(MaeLossProperties<>.Flat_patches_become_zeros))]
    [Breaks("Normalise.summary.1", "Constraints.4")]
    [Advice("A patch of one colour has variance 0, and 0 / 0 is not a number: add 1e-6 to the variance.")]
    public sealed class AddsNothing : Masked<AddsNothing>
    {
        protected override Tensor Scaled(Tensor centred, Tensor variance) => centred / variance.sqrt();
    }

    [CaughtBy(nameof(MaeLossProperties<>.A_normalised_loss_compares_with_the_normalised_target))]
    [Breaks("Loss.normalise.1")]
    [Advice("normalise was not looked at: with it the target is normalised before the difference is taken.")]
    public sealed class ForgetsToNormalise : Masked<ForgetsToNormalise>
    {
        protected override Tensor Target(Tensor target) => target;
    }

    [CaughtBy(nameof(MaeLossProperties<>.A_mask_without_a_masked_patch_throws))]
    [Breaks("Loss.exception.1", "Constraints.2")]
    [Advice("At mask ratio 0 nothing is masked and the mean is 0 / 0: say so instead of returning NaN.")]
    public sealed class ReturnsNaN : Masked<ReturnsNaN>
    {
        protected override void CheckMask(Tensor mask) { }
    }

    [CaughtBy(nameof(MaeLossProperties<>.Shapes_that_do_not_fit_throw))]
    [Breaks("Loss.prediction.1", "Loss.target.1", "Loss.exception.1", "Constraints.1")]
    [Advice("A mask [N, 1] or a target [N, L, 1] is broadcast without a word: compare the shapes first.")]
    public sealed class Broadcasts : Masked<Broadcasts>
    {
        protected override void CheckShapes(Tensor prediction, Tensor target, Tensor mask) { }
    }

    [CaughtBy(nameof(MaeLossProperties<>.No_tensor_is_left_behind))]
    [Breaks("Constraints.7")]
    [Advice("The error and the sums are tensors too: open a NewDisposeScope and move only the loss out of it.")]
    public sealed class LeavesItsTensors : Masked<LeavesItsTensors>
    {
        protected override Tensor Compute(Tensor prediction, Tensor target, Tensor mask, bool normalise)
        {
            CheckShapes(prediction, target, mask);
            CheckMask(mask);
            return Average(Errors(Differences(prediction, normalise ? Target(target) : target, (mask == 0).unsqueeze(2))), mask);
        }
    }

    [CaughtBy(nameof(MaeLossProperties<>.What_a_visible_patch_holds_does_not_matter))]
    [Breaks("Loss.summary.1", "Constraints.5")]
    [Advice("0 times NaN is NaN: fill with 0 what does not count, instead of multiplying it by the mask.")]
    public sealed class MultipliesByTheMask : Masked<MultipliesByTheMask>
    {
        protected override Tensor Differences(Tensor prediction, Tensor target, Tensor visible) => (prediction - target) * ~visible;
    }

    [CaughtBy(nameof(MaeLossProperties<>.What_a_visible_patch_holds_does_not_matter))]
    [Breaks("Constraints.5")]
    [Advice("The loss is right, its gradient is NaN: an infinite error has an infinite slope, so fill with 0 before the square.")]
    public sealed class FillsAfterTheSquare : Masked<FillsAfterTheSquare>
    {
        protected override Tensor Differences(Tensor prediction, Tensor target, Tensor visible) => (prediction - target).square().masked_fill(visible, 0);
        protected override Tensor Errors(Tensor difference) => difference.mean([2]);
    }

    [CaughtBy(nameof(MaeLossProperties<>.However_the_inputs_lie_in_memory_they_are_read_rightly_and_left_unchanged))]
    [Breaks("Loss.prediction.1")]
    [Advice("view needs numbers that lie row by row, and a permuted tensor's do not: use reshape, or keep the axes.")]
    public sealed class ViewsThePatches : Masked<ViewsThePatches>
    {
        protected override Tensor Differences(Tensor prediction, Tensor target, Tensor visible) => base.Differences(prediction.view(target.shape), target.view(target.numel()).view(target.shape), visible);
    }

    [CaughtBy(nameof(MaeLossProperties<>.Digits_beyond_those_of_float_count))]
    [Breaks("Loss.returns.1")]
    [Advice("A float64 prediction is compared in float64: float keeps 7 digits, and the difference may lie behind them.")]
    public sealed class ComparesInFloat : Masked<ComparesInFloat>
    {
        protected override Tensor Differences(Tensor prediction, Tensor target, Tensor visible) => base.Differences(prediction.to(float32), target.to(float32), visible);
    }

    [CaughtBy(nameof(MaeLossProperties<>.Patches_of_one_number_are_compared_but_cannot_be_normalised))]
    [Breaks("Normalise.patches.1", "Normalise.exception.1", "Loss.exception.1", "Constraints.1")]
    [Advice("One number has no unbiased variance, 0 / 0: refuse D = 1 where a patch is normalised.")]
    public sealed class NormalisesOneNumber : Masked<NormalisesOneNumber>
    {
        protected override void CheckPatches(Tensor patches) { }
    }

    [CaughtBy(nameof(MaeLossProperties<>.Patches_of_one_number_are_compared_but_cannot_be_normalised))]
    [Breaks("Loss.prediction.1", "Constraints.1")]
    [Advice("Only normalising needs two numbers per patch: without it D = 1 is as good as any.")]
    public sealed class RefusesOneNumber : Masked<RefusesOneNumber>
    {
        protected override void CheckShapes(Tensor prediction, Tensor target, Tensor mask)
        {
            base.CheckShapes(prediction, target, mask);
            CheckPatches(target);
        }
    }

    [CaughtBy(nameof(MaeLossProperties<>.However_the_inputs_lie_in_memory_they_are_read_rightly_and_left_unchanged))]
    [Breaks("Constraints.6")]
    [Advice("sub_ and div_ write into the caller's target: the next step would compare with something else.")]
    public sealed class NormalisesInPlace : Masked<NormalisesInPlace>
    {
        protected override Tensor Target(Tensor target) => target.copy_(Standardise(target));
    }

    [CaughtBy(nameof(MaeLossProperties<>.However_the_inputs_lie_in_memory_they_are_read_rightly_and_left_unchanged))]
    [Breaks("Constraints.6")]
    [Advice("masked_fill_ writes zeros into the caller's prediction: masked_fill makes a new tensor.")]
    public sealed class FillsInPlace : Masked<FillsInPlace>
    {
        protected override Tensor Differences(Tensor prediction, Tensor target, Tensor visible) =>
            prediction.requires_grad ? base.Differences(prediction, target, visible) : prediction.masked_fill_(visible, 0) - target.masked_fill(visible, 0);
    }

    [CaughtBy(nameof(MaeLossProperties<>.Many_pictures_and_patches_take_no_more_operations_than_few))]
    [Breaks("Loss.summary.2", "Target.1")]
    [Advice("A loop over the pictures makes some tensors for each of them: one operation can take the whole batch.")]
    public sealed class GoesPictureByPicture : Masked<GoesPictureByPicture>
    {
        protected override Tensor Errors(Tensor difference) => stack(difference.unbind(0).Select(picture => picture.square().mean([1])));
    }

    [CaughtBy(nameof(MaeLossProperties<>.Many_pictures_and_patches_take_no_more_operations_than_few))]
    [Breaks("Normalise.summary.2", "Target.1")]
    [Advice("A loop over the patches makes some tensors for each of them: mean and variance along the last axis serve all at once.")]
    public sealed class NormalisesPatchByPatch : Masked<NormalisesPatchByPatch>
    {
        protected override Tensor Mean(Tensor patches) => stack(patches.unbind(1).Select(patch => patch.mean([1], keepdim: true)), 1);
    }

    [CaughtBy(nameof(MaeLossProperties<>.A_mean_over_2503_patches_weighs_each_alike_whatever_the_type_of_the_mask))]
    [Breaks("Loss.summary.1", "Loss.mask.1")]
    [Advice("bfloat16 has no 257 and float16 no 2049: the sum of so many ones is rounded, so count them.")]
    public sealed class AddsUpTheMask : Masked<AddsUpTheMask>
    {
        protected override Tensor Average(Tensor errors, Tensor mask) => errors.sum() / mask.sum();
    }

    [CaughtBy(nameof(MaeLossProperties<>.A_mean_over_2503_patches_weighs_each_alike_whatever_the_type_of_the_mask))]
    [Breaks("Loss.summary.1", "Constraints.3")]
    [Advice("The last block of patches is shorter than the others: add up the sums, a mean of means weighs it too much.")]
    public sealed class AveragesTheBlocks : Masked<AveragesTheBlocks>
    {
        protected override Tensor Average(Tensor errors, Tensor mask) => stack([.. errors.masked_select(mask != 0).split(2048).Select(block => block.mean())]).mean();
    }

    [CaughtBy(nameof(MaeLossProperties<>.Digits_beyond_those_of_float_count))]
    [Breaks("Loss.normalise.1", "Constraints.6")]
    [Advice("A target of float64 is normalised in float64: turned into the type of the prediction first, a patch may be flat.")]
    public sealed class NormalisesInThePredictionsType : Masked<NormalisesInThePredictionsType>
    {
        protected override Tensor Compute(Tensor prediction, Tensor target, Tensor mask, bool normalise) =>
            base.Compute(prediction, target.to(prediction.dtype), mask, normalise);
    }

    [CaughtBy(nameof(MaeLossProperties<>.However_the_inputs_lie_in_memory_they_are_read_rightly_and_left_unchanged))]
    [Breaks("Loss.exception.1", "Constraints.2")]
    [Advice("The caller may write zeros over a mask that you have checked: check it in each call.")]
    public sealed class ChecksATensorOnce : Masked<ChecksATensorOnce>
    {
        private static readonly ConditionalWeakTable<Tensor, object> s_checked = [];

        protected override void CheckMask(Tensor mask)
        {
            if (s_checked.TryGetValue(mask, out _)) return;
            base.CheckMask(mask);
            s_checked.Add(mask, this);
        }
    }
}
