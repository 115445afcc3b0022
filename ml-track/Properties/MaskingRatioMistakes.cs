using System.Runtime.CompilerServices;

namespace Etudes.ML;

public static class MaskingRatioMistakes
{
    /// <summary>The masking as most people write it; each mistake spoils one part.</summary>
    public abstract class Shuffle<TSelf> : IMaskingRatio where TSelf : Shuffle<TSelf>, new()
    {
        public static (Tensor IdsKeep, Tensor Mask, Tensor IdsRestore) Mask(Tensor noise, double ratio) => new TSelf().Compute(noise, ratio);

        protected virtual (Tensor, Tensor, Tensor) Compute(Tensor noise, double ratio)
        {
            CheckRatio(ratio);
            CheckNoise(noise);
            using var scope = NewDisposeScope();
            var (keep, mask, restore) = Split(noise, ratio);
            return (keep.MoveToOuterDisposeScope(), mask.MoveToOuterDisposeScope(), restore.MoveToOuterDisposeScope());
        }

        protected (Tensor, Tensor, Tensor) Split(Tensor noise, double ratio)
        {
            int kept = Kept((int)noise.shape[1], ratio);
            var shuffle = Order(noise); // [N, L]
            var restore = Restore(shuffle); // [N, L]
            return (Keep(shuffle, kept), MaskOf(noise, shuffle.argsort(1), kept).to(noise.dtype), restore);
        }

        protected virtual void CheckRatio(double ratio)
        {
            if (!(ratio >= 0 && ratio < 1)) throw new ArgumentOutOfRangeException(nameof(ratio));
        }

        protected virtual void CheckNoise(Tensor noise)
        {
            if (noise.dim() != 2 || noise.numel() == 0) throw new ArgumentException("not [N, L]");
        }

        protected virtual int Kept(int patches, double ratio) => (int)(patches * (1 - ratio));
        protected virtual Tensor Order(Tensor noise) => noise.argsort(1);
        protected virtual Tensor Keep(Tensor shuffle, int kept) => shuffle.narrow(1, 0, kept);
        protected virtual Tensor Restore(Tensor shuffle) => shuffle.argsort(1);
        protected virtual Tensor MaskOf(Tensor noise, Tensor rank, int kept) => rank >= kept;
    }

    [CaughtBy(nameof(MaskingRatioProperties<>.The_patches_of_the_smallest_noise_are_kept))]
    [Breaks("Mask.summary.1")]
    [Advice("The smallest noise is kept, the largest removed: sort in ascending order.")]
    public sealed class KeepsTheLargest : Shuffle<KeepsTheLargest>
    {
        protected override Tensor Order(Tensor noise) => noise.argsort(1, descending: true);
    }

    [CaughtBy(nameof(MaskingRatioProperties<>.The_patches_of_the_smallest_noise_are_kept))]
    [Breaks("Mask.returns.1")]
    [Advice("The kept patches stay in the order of their noise: sorted by place, the i-th visible token no longer belongs to rank i of IdsRestore.")]
    public sealed class SortsTheKept : Shuffle<SortsTheKept>
    {
        protected override Tensor Keep(Tensor shuffle, int kept) => shuffle.narrow(1, 0, kept).sort(1).Values;
    }

    [CaughtBy(nameof(MaskingRatioProperties<>.The_mask_is_zero_where_a_patch_is_kept_and_one_elsewhere))]
    [Breaks("Mask.returns.1")]
    [Advice("1 is masked, 0 is kept: the loss is taken where the mask is 1.")]
    public sealed class TurnsTheMaskAround : Shuffle<TurnsTheMaskAround>
    {
        protected override Tensor MaskOf(Tensor noise, Tensor rank, int kept) => rank < kept;
    }

    [CaughtBy(nameof(MaskingRatioProperties<>.Only_the_order_of_the_noise_matters))]
    [Breaks("Mask.summary.1")]
    [Advice("Comparing the noise with a threshold masks another number in every picture; compare its rank.")]
    public sealed class ComparesTheNoise : Shuffle<ComparesTheNoise>
    {
        protected override Tensor MaskOf(Tensor noise, Tensor rank, int kept) => noise >= (kept + 0.5) / (noise.shape[1] + 1);
    }

    [CaughtBy(nameof(MaskingRatioProperties<>.Over_all_orders_of_the_noise_every_patch_is_kept_equally_often))]
    [Breaks("MaskingRatio.summary.1", "Mask.returns.1")]
    [Advice("A mask of k zeros, then ones, is in shuffled order: bring it back by gathering with IdsRestore.")]
    public sealed class LeavesTheMaskShuffled : Shuffle<LeavesTheMaskShuffled>
    {
        protected override Tensor MaskOf(Tensor noise, Tensor rank, int kept) => (arange(noise.shape[1]) >= kept).expand(noise.shape).contiguous();
    }

    [CaughtBy(nameof(MaskingRatioProperties<>.Restoring_puts_every_patch_back_in_its_place))]
    [Breaks("Mask.returns.1")]
    [Advice("IdsRestore is the inverse of the shuffle, not the shuffle: argsort it once more.")]
    public sealed class ShufflesTwice : Shuffle<ShufflesTwice>
    {
        protected override Tensor Restore(Tensor shuffle) => shuffle.clone();
    }

    [CaughtBy(nameof(MaskingRatioProperties<>.Each_picture_is_masked_by_its_own_noise_alone))]
    [Breaks("MaskingRatio.summary.1", "Mask.summary.1")]
    [Advice("Every picture has its own noise: sort along dimension 1 for all rows, not the first row for all.")]
    public sealed class SharesTheFirstNoise : Shuffle<SharesTheFirstNoise>
    {
        protected override Tensor Order(Tensor noise) => noise[..1].argsort(1).expand(noise.shape).contiguous();
    }

    [CaughtBy(nameof(MaskingRatioProperties<>.The_number_kept_is_truncated_in_double))]
    [Breaks("Mask.summary.1", "Constraints.3")]
    [Advice("(int) truncates; rounding keeps a patch more than the authors' model at 0.7 of 9 patches.")]
    public sealed class RoundsTheNumber : Shuffle<RoundsTheNumber>
    {
        protected override int Kept(int patches, double ratio) => (int)Math.Round(patches * (1 - ratio));
    }

    [CaughtBy(nameof(MaskingRatioProperties<>.It_agrees_with_the_golden_data))]
    [Breaks("Mask.summary.1", "Constraints.3")]
    [Advice("Compute the number in double: in float 100 * (1 - 0.9) is 10, in double a little less.")]
    public sealed class CountsInFloat : Shuffle<CountsInFloat>
    {
        protected override int Kept(int patches, double ratio) => (int)(float)(patches * (1 - ratio));
    }

    [CaughtBy(nameof(MaskingRatioProperties<>.Ratio_zero_masks_nothing))]
    [Breaks("Constraints.2")]
    [Advice("Ratio 0 is legal and masks nothing: the loss refuses an empty mask, not the masking.")]
    public sealed class AlwaysMasksOne : Shuffle<AlwaysMasksOne>
    {
        protected override int Kept(int patches, double ratio) => Math.Min(base.Kept(patches, ratio), patches - 1);
    }

    [CaughtBy(nameof(MaskingRatioProperties<>.The_mask_has_the_type_of_the_noise))]
    [Breaks("Mask.returns.1", "Constraints.4")]
    [Advice("A mask of another type than the model's turns its loss into that type.")]
    public sealed class MasksInDouble : Shuffle<MasksInDouble>
    {
        protected override (Tensor, Tensor, Tensor) Compute(Tensor noise, double ratio) => base.Compute(noise.to(float64), ratio);
    }

    [CaughtBy(nameof(MaskingRatioProperties<>.A_ratio_outside_zero_to_one_throws))]
    [Breaks("Mask.exception.1", "Constraints.2")]
    [Advice("NaN is neither below 0 nor above 1: ask whether the ratio is inside, not whether it is outside.")]
    public sealed class LetsNaNThrough : Shuffle<LetsNaNThrough>
    {
        protected override void CheckRatio(double ratio)
        {
            if (ratio < 0 || ratio >= 1) throw new ArgumentOutOfRangeException(nameof(ratio));
        }
    }

    [CaughtBy(nameof(MaskingRatioProperties<>.Noise_that_is_not_a_matrix_throws))]
    [Breaks("Mask.exception.2", "Constraints.1")]
    [Advice("[N, L, 1] sorts along L without a word and an empty batch gives empty results: check the shape first.")]
    public sealed class AcceptsAnyNoise : Shuffle<AcceptsAnyNoise>
    {
        protected override void CheckNoise(Tensor noise) { }
    }

    [CaughtBy(nameof(MaskingRatioProperties<>.No_tensor_is_left_behind))]
    [Breaks("Constraints.5")]
    [Advice("The shuffle and the comparison are tensors too: open a NewDisposeScope and move only the three results out of it.")]
    public sealed class LeavesItsTensors : Shuffle<LeavesItsTensors>
    {
        protected override (Tensor, Tensor, Tensor) Compute(Tensor noise, double ratio)
        {
            CheckRatio(ratio);
            CheckNoise(noise);
            return Split(noise, ratio);
        }
    }

    [CaughtBy(nameof(MaskingRatioProperties<>.The_number_kept_is_truncated_in_double))]
    [Breaks("Mask.ratio.1", "Constraints.3")]
    [Advice("L * ratio, subtracted from L, is rounded elsewhere: 10 patches at 0.9 would keep 1.")]
    public sealed class SubtractsTheMasked : Shuffle<SubtractsTheMasked>
    {
        protected override int Kept(int patches, double ratio) => (int)(patches - patches * ratio);
    }

    [CaughtBy(nameof(MaskingRatioProperties<>.The_number_kept_is_truncated_in_double))]
    [Breaks("Constraints.3")]
    [Advice("A picture may keep nothing: who wants at least one patch says so by the ratio.")]
    public sealed class KeepsAtLeastOne : Shuffle<KeepsAtLeastOne>
    {
        protected override int Kept(int patches, double ratio) => Math.Max(1, base.Kept(patches, ratio));
    }

    [CaughtBy(nameof(MaskingRatioProperties<>.Only_the_order_of_the_noise_matters))]
    [Breaks("Mask.noise.1")]
    [Advice("float cannot tell numbers apart that double can: sort the noise in its own type.")]
    public sealed class SortsInFloat : Shuffle<SortsInFloat>
    {
        protected override Tensor Order(Tensor noise) => base.Order(noise.to(float32));
    }

    [CaughtBy(nameof(MaskingRatioProperties<>.The_patches_of_the_smallest_noise_are_kept))]
    [Breaks("Mask.returns.1", "Constraints.4")]
    [Advice("gather takes indices of int64 and of no other type: leave them as argsort gives them.")]
    public sealed class KeepsShortIndices : Shuffle<KeepsShortIndices>
    {
        protected override Tensor Keep(Tensor shuffle, int kept) => base.Keep(shuffle, kept).to(int32);
    }

    [CaughtBy(nameof(MaskingRatioProperties<>.However_the_noise_lies_in_memory_it_is_read_rightly_and_left_unchanged))]
    [Breaks("Constraints.4")]
    [Advice("copy_ writes over the caller's noise: sort gives new tensors.")]
    public sealed class SortsInPlace : Shuffle<SortsInPlace>
    {
        protected override Tensor Order(Tensor noise)
        {
            var shuffle = base.Order(noise);
            if (noise.is_contiguous()) noise.copy_(noise.gather(1, shuffle));
            return shuffle;
        }
    }

    [CaughtBy(nameof(MaskingRatioProperties<>.However_the_noise_lies_in_memory_it_is_read_rightly_and_left_unchanged))]
    [Breaks("Mask.noise.1")]
    [Advice("view needs numbers that lie row by row, and those of a transposed tensor do not: reshape copies where it must.")]
    public sealed class ViewsTheNoise : Shuffle<ViewsTheNoise>
    {
        protected override Tensor Order(Tensor noise) => base.Order(noise.view(-1).view(noise.shape));
    }

    [CaughtBy(nameof(MaskingRatioProperties<>.Many_pictures_take_no_more_operations_than_few))]
    [Breaks("Target.2")]
    [Advice("argsort along dimension 1 sorts the noise of all pictures at once.")]
    public sealed class LoopsOverThePictures : Shuffle<LoopsOverThePictures>
    {
        protected override Tensor Order(Tensor noise) => stack([.. noise.unbind(0).Select(row => row.argsort())]);
    }

    [CaughtBy(nameof(MaskingRatioProperties<>.Three_hundred_thousand_patches_do_not_take_quadratic_time))]
    [Breaks("Mask.summary.2", "Target.1")]
    [Advice("To count for each patch those of less noise compares each pair: sorting finds all ranks at once.")]
    public sealed class CountsTheSmaller : Shuffle<CountsTheSmaller>
    {
        protected override Tensor Restore(Tensor shuffle)
        {
            var rank = zeros_like(shuffle);
            for (int patch = 0; patch < shuffle.shape[1]; patch++)
            {
                LawRunner.EndIfGivenUp();
                using var step = NewDisposeScope();
                rank[.., patch] = (shuffle == patch).to(int64).argmax(1);
            }
            return rank;
        }
    }

    [CaughtBy(nameof(MaskingRatioProperties<>.Only_the_order_of_the_noise_matters))]
    [Breaks("Mask.noise.1", "Mask.returns.1")]
    [Advice("double cannot tell whole numbers apart beyond 2^53: sort the noise in its own type.")]
    public sealed class SortsInDouble : Shuffle<SortsInDouble>
    {
        protected override Tensor Order(Tensor noise) => base.Order(noise.to(float64));
    }

    [CaughtBy(nameof(MaskingRatioProperties<>.Ratio_zero_masks_nothing))]
    [Breaks("Mask.ratio.1", "Constraints.2")]
    [Advice("-0 is 0 and not negative: compare the ratio, its sign says nothing.")]
    public sealed class LooksAtTheSign : Shuffle<LooksAtTheSign>
    {
        protected override void CheckRatio(double ratio) => base.CheckRatio(double.IsNegative(ratio) ? -1 : ratio);
    }

    [CaughtBy(nameof(MaskingRatioProperties<>.A_ratio_outside_zero_to_one_throws))]
    [Breaks("Mask.exception.1", "Constraints.2")]
    [Advice("In float what is just below 0 is 0: check the ratio as it is given.")]
    public sealed class ChecksInFloat : Shuffle<ChecksInFloat>
    {
        protected override void CheckRatio(double ratio) => base.CheckRatio((float)ratio == 0 ? 0 : ratio);
    }

    [CaughtBy(nameof(MaskingRatioProperties<>.However_the_noise_lies_in_memory_it_is_read_rightly_and_left_unchanged))]
    [Breaks("Mask.noise.1")]
    [Advice("The caller may draw the next noise into the same tensor: sort it in each call.")]
    public sealed class SortsATensorOnce : Shuffle<SortsATensorOnce>
    {
        private static readonly ConditionalWeakTable<Tensor, long[]> s_sorted = [];

        protected override Tensor Order(Tensor noise) =>
            tensor(s_sorted.GetValue(noise, fresh => [.. MustTensor.Read(base.Order(fresh)).Select(at => (long)at)])).reshape(noise.shape);
    }
}
