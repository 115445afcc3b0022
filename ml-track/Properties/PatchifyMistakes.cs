namespace Etudes.ML;

public static class PatchifyMistakes
{
    /// <summary>The cut as most people write it; each mistake spoils one part.</summary>
    public abstract class Cut<TSelf> : IPatchify where TSelf : Cut<TSelf>, new()
    {
        public static Tensor ToPatches(Tensor images, int patch) => new TSelf().Split(images, patch);
        public static Tensor ToImages(Tensor patches, int patch, int height, int width) => new TSelf().Join(patches, patch, height, width);

        protected virtual Tensor Split(Tensor images, int patch)
        {
            CheckImages(images, patch);
            using var scope = NewDisposeScope();
            return Forth(images, patch).MoveToOuterDisposeScope();
        }

        protected virtual Tensor Join(Tensor patches, int patch, int height, int width)
        {
            CheckPatches(patches, patch, height, width);
            using var scope = NewDisposeScope();
            var (n, rows, columns) = (patches.shape[0], height / patch, width / patch);
            return Back(patches, n, rows, columns, patch, Channels(patches.shape[2], patch)).MoveToOuterDisposeScope();
        }

        protected virtual void CheckImages(Tensor images, int patch)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(patch, 1);
            if (images.dim() != 4 || images.numel() == 0 || images.shape[2] % patch != 0 || images.shape[3] % patch != 0) throw new ArgumentException("not whole patches");
        }

        protected virtual void CheckPatches(Tensor patches, int patch, int height, int width)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(patch, 1);
            if (patches.dim() != 3 || patches.numel() == 0 || height < 1 || width < 1 || height % patch != 0 || width % patch != 0
                || patches.shape[1] != (long)(height / patch) * (width / patch) || patches.shape[2] % ((long)patch * patch) != 0) throw new ArgumentException("not this picture");
        }

        protected Tensor Forth(Tensor images, int p)
        {
            var (n, c, rows, columns) = (images.shape[0], images.shape[1], images.shape[2] / p, images.shape[3] / p);
            var cut = images[.., .., ..(int)(rows * p), ..(int)(columns * p)].reshape(n, c, rows, p, columns, p);
            return Merge(cut, n, rows * columns, p * p * c);
        }

        protected virtual Tensor Merge(Tensor cut, long n, long l, long d) => cut.permute(0, 2, 4, 3, 5, 1).reshape(n, l, d);
        protected virtual long Channels(long d, int patch) => d / (patch * patch);
        protected virtual Tensor Back(Tensor patches, long n, long rows, long columns, long p, long c) =>
            patches.reshape(n, rows, columns, p, p, c).permute(0, 5, 1, 3, 2, 4).reshape(n, c, rows * p, columns * p);
    }

    [CaughtBy(nameof(PatchifyProperties<>.A_patch_lists_its_pixels_by_row_then_column_then_channel))]
    [Breaks("ToPatches.summary.1")]
    [Advice("unfold's order is channel, row, column; here the channel comes last: permute it behind the pixel.")]
    public sealed class PutsTheChannelFirst : Cut<PutsTheChannelFirst>
    {
        protected override Tensor Merge(Tensor cut, long n, long l, long d) => cut.permute(0, 2, 4, 1, 3, 5).reshape(n, l, d);
    }

    [CaughtBy(nameof(PatchifyProperties<>.A_patch_lists_its_pixels_by_row_then_column_then_channel))]
    [Breaks("ToPatches.summary.1")]
    [Advice("Patches come row by row: the axis H/p stands before W/p.")]
    public sealed class GoesDownTheColumns : Cut<GoesDownTheColumns>
    {
        protected override Tensor Merge(Tensor cut, long n, long l, long d) => cut.permute(0, 4, 2, 3, 5, 1).reshape(n, l, d);
    }

    [CaughtBy(nameof(PatchifyProperties<>.One_patch_of_the_whole_picture_lists_it_row_by_row))]
    [Breaks("ToPatches.summary.1")]
    [Advice("Inside a patch too the row comes before the column.")]
    public sealed class TransposesThePatch : Cut<TransposesThePatch>
    {
        protected override Tensor Merge(Tensor cut, long n, long l, long d) => cut.permute(0, 2, 4, 5, 3, 1).reshape(n, l, d);
    }

    [CaughtBy(nameof(PatchifyProperties<>.It_agrees_with_the_golden_data))]
    [Breaks("Patchify.summary.1", "ToPatches.summary.1")]
    [Advice("reshape alone has the right shape and the wrong pixels: the axes must be put in order before they are merged.")]
    public sealed class OnlyReshapes : Cut<OnlyReshapes>
    {
        protected override Tensor Merge(Tensor cut, long n, long l, long d) => cut.reshape(n, l, d);
    }

    [CaughtBy(nameof(PatchifyProperties<>.A_picture_of_a_batch_becomes_what_it_becomes_alone))]
    [Breaks("ToPatches.returns.1")]
    [Advice("Keep the batch as the first axis through every step, or the pictures mix.")]
    public sealed class MixesThePictures : Cut<MixesThePictures>
    {
        protected override Tensor Merge(Tensor cut, long n, long l, long d) => cut.permute(2, 4, 0, 3, 5, 1).reshape(n, l, d);
    }

    [CaughtBy(nameof(PatchifyProperties<>.Every_pixel_returns_to_its_place))]
    [Breaks("ToImages.summary.1", "Constraints.1")]
    [Advice("The grid of patches is H/p by W/p; swapped, it is right for square pictures only.")]
    public sealed class SwapsTheGrid : Cut<SwapsTheGrid>
    {
        protected override Tensor Back(Tensor patches, long n, long rows, long columns, long p, long c) =>
            patches.reshape(n, columns, rows, p, p, c).permute(0, 5, 2, 3, 1, 4).reshape(n, c, rows * p, columns * p);
    }

    [CaughtBy(nameof(PatchifyProperties<>.Every_pixel_returns_to_its_place))]
    [Breaks("ToImages.patches.1", "Constraints.1")]
    [Advice("The number of channels is the patch's length over p * p, not always 3.")]
    public sealed class TakesThreeChannels : Cut<TakesThreeChannels>
    {
        protected override long Channels(long d, int patch) => 3;
    }

    [CaughtBy(nameof(PatchifyProperties<>.The_type_is_kept))]
    [Breaks("ToPatches.returns.1", "Constraints.3")]
    [Advice("Moving pixels needs no arithmetic: leave the type as it is.")]
    public sealed class TurnsIntoDouble : Cut<TurnsIntoDouble>
    {
        protected override Tensor Merge(Tensor cut, long n, long l, long d) => base.Merge(cut, n, l, d).to(float64);
    }

    [CaughtBy(nameof(PatchifyProperties<>.The_gradient_goes_back_the_way_the_pixels_came))]
    [Breaks("ToImages.returns.1", "Constraints.3")]
    [Advice("A copy through an array, or detach, ends the gradient: stay within tensor operations.")]
    public sealed class Detaches : Cut<Detaches>
    {
        protected override Tensor Back(Tensor patches, long n, long rows, long columns, long p, long c) => base.Back(patches.detach(), n, rows, columns, p, c);
    }

    [CaughtBy(nameof(PatchifyProperties<>.Pictures_that_are_not_whole_patches_throw))]
    [Breaks("ToPatches.patch.1", "ToPatches.exception.2", "Constraints.2")]
    [Advice("Pixels beyond the last whole patch must not vanish without a word: check that p divides H and W.")]
    public sealed class CropsTheRest : Cut<CropsTheRest>
    {
        protected override void CheckImages(Tensor images, int patch) => ArgumentOutOfRangeException.ThrowIfLessThan(patch, 1);
    }

    [CaughtBy(nameof(PatchifyProperties<>.Patches_that_do_not_fill_the_picture_throw))]
    [Breaks("ToImages.height.1", "ToImages.width.1", "ToImages.exception.2", "Constraints.2")]
    [Advice("Five rows of pixels make no whole number of patches of 2: check the sides before you divide them.")]
    public sealed class DividesTheSides : Cut<DividesTheSides>
    {
        protected override void CheckPatches(Tensor patches, int patch, int height, int width) =>
            base.CheckPatches(patches, patch, height / Math.Max(1, patch) * patch, width / Math.Max(1, patch) * patch);
    }

    [CaughtBy(nameof(PatchifyProperties<>.No_tensor_is_left_behind))]
    [Breaks("Constraints.5")]
    [Advice("reshape and permute each make a tensor object, even where they are views: open a NewDisposeScope.")]
    public sealed class LeavesItsTensors : Cut<LeavesItsTensors>
    {
        protected override Tensor Split(Tensor images, int patch)
        {
            CheckImages(images, patch);
            return Forth(images, patch);
        }
    }

    [CaughtBy(nameof(PatchifyProperties<>.Every_digit_of_a_pixel_is_kept))]
    [Breaks("Constraints.3")]
    [Advice("float keeps 7 digits of a pixel: move the numbers in the type that they have.")]
    public sealed class GoesThroughFloat : Cut<GoesThroughFloat>
    {
        protected override Tensor Merge(Tensor cut, long n, long l, long d) => base.Merge(cut.to(float32), n, l, d).to(cut.dtype);
    }

    [CaughtBy(nameof(PatchifyProperties<>.Every_digit_of_a_pixel_is_kept))]
    [Breaks("ToImages.returns.1", "Constraints.3")]
    [Advice("double keeps 53 bits of a whole number, and long has 63: move the numbers in the type that they have.")]
    public sealed class GoesBackThroughDouble : Cut<GoesBackThroughDouble>
    {
        protected override Tensor Back(Tensor patches, long n, long rows, long columns, long p, long c) => base.Back(patches.to(float64), n, rows, columns, p, c).to(patches.dtype);
    }

    [CaughtBy(nameof(PatchifyProperties<>.However_the_pixels_lie_in_memory_they_are_read_rightly_and_left_unchanged))]
    [Breaks("ToPatches.images.1")]
    [Advice("view needs numbers that lie row by row, and those of a permuted tensor do not: reshape copies where it must.")]
    public sealed class ViewsTheImages : Cut<ViewsTheImages>
    {
        protected override Tensor Merge(Tensor cut, long n, long l, long d) => base.Merge(cut.view(cut.shape[0], -1).view(cut.shape), n, l, d);

        protected override Tensor Split(Tensor images, int patch)
        {
            using var scope = NewDisposeScope();
            return base.Split(images.view(-1).view(images.shape), patch).MoveToOuterDisposeScope();
        }
    }

    [CaughtBy(nameof(PatchifyProperties<>.However_the_pixels_lie_in_memory_they_are_read_rightly_and_left_unchanged))]
    [Breaks("Constraints.4")]
    [Advice("What ends in _ changes the caller's tensor itself: permute makes another view of it.")]
    public sealed class TurnsTheImagesInPlace : Cut<TurnsTheImagesInPlace>
    {
        protected override Tensor Split(Tensor images, int patch)
        {
            var result = base.Split(images, patch);
            if (!images.requires_grad) images.copy_(images.flip(0, 1, 2, 3));
            return result;
        }
    }

    [CaughtBy(nameof(PatchifyProperties<>.A_picture_of_512_x_512_is_cut_and_put_together_too))]
    [Breaks("ToPatches.summary.2", "Target.1")]
    [Advice("To look for each pixel among all of them takes time for each pair of pixels: its place follows from the formula.")]
    public sealed class LooksForEachPixel : Cut<LooksForEachPixel>
    {
        protected override Tensor Merge(Tensor cut, long n, long l, long d)
        {
            var places = base.Merge(arange(cut.numel()).reshape(cut.shape), n, l, d).flatten();
            return Found(cut.flatten(), places).reshape(n, l, d);
        }

        /// <summary>The numbers at some places, each of which is looked for among all.</summary>
        internal static Tensor Found(Tensor numbers, Tensor places)
        {
            var (result, all) = (numbers.clone(), arange(numbers.numel()));
            for (long at = 0; at < places.numel() && numbers.numel() > 100_000; at++)
            {
                LawRunner.EndIfGivenUp();
                result[at].copy_(numbers[all == places[at]][0]);
            }
            return numbers.numel() > 100_000 ? result : numbers.take(places);
        }
    }

    [CaughtBy(nameof(PatchifyProperties<>.A_picture_of_512_x_512_is_cut_and_put_together_too))]
    [Breaks("ToImages.summary.2", "Target.1")]
    [Advice("On the way back too each pixel's place follows from the formula: do not look for it.")]
    public sealed class LooksForEachPixelOnTheWayBack : Cut<LooksForEachPixelOnTheWayBack>
    {
        protected override Tensor Back(Tensor patches, long n, long rows, long columns, long p, long c)
        {
            var places = base.Back(arange(patches.numel()).reshape(patches.shape), n, rows, columns, p, c); // [N, C, H, W]
            return LooksForEachPixel.Found(patches.flatten(), places.flatten()).reshape(places.shape);
        }
    }

    [CaughtBy(nameof(PatchifyProperties<>.Many_pictures_and_patches_take_no_more_operations_than_few))]
    [Breaks("Target.2")]
    [Advice("A slice for each patch is an operation for each patch: split both sides into axes, and all are cut at once.")]
    public sealed class CutsPatchByPatch : Cut<CutsPatchByPatch>
    {
        protected override Tensor Merge(Tensor cut, long n, long l, long d) =>
            stack(cut.unbind(2).SelectMany(row => row.unbind(3)).Select(patch => patch.permute(0, 2, 3, 1).flatten(1)), 1);
    }

    [CaughtBy(nameof(PatchifyProperties<>.Pictures_that_are_not_whole_patches_throw))]
    [Breaks("ToPatches.images.1", "ToPatches.exception.2", "Constraints.1")]
    [Advice("A side of 0 is divided by every patch: refuse a picture without pixels yourself.")]
    public sealed class CutsNothing : Cut<CutsNothing>
    {
        protected override void CheckImages(Tensor images, int patch)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(patch, 1);
            if (images.dim() != 4 || images.shape[2] % patch != 0 || images.shape[3] % patch != 0) throw new ArgumentException("not whole patches");
        }
    }

    [CaughtBy(nameof(PatchifyProperties<>.Pictures_that_are_not_whole_patches_throw))]
    [Breaks("ToPatches.exception.1", "Constraints.2")]
    [Advice("A patch of less than 1 is out of range, whatever the pictures are: look at it before you divide by it.")]
    public sealed class DividesByZero : Cut<DividesByZero>
    {
        protected override void CheckImages(Tensor images, int patch)
        {
            if (images.dim() != 4 || images.numel() == 0 || images.shape[2] % patch != 0 || images.shape[3] % patch != 0) throw new ArgumentException("not whole patches");
        }
    }

    [CaughtBy(nameof(PatchifyProperties<>.Patches_that_do_not_fill_the_picture_throw))]
    [Breaks("ToImages.exception.1", "Constraints.2")]
    [Advice("A patch of less than 1 is out of range on the way back too.")]
    public sealed class TakesNegativePatches : Cut<TakesNegativePatches>
    {
        protected override void CheckPatches(Tensor patches, int patch, int height, int width) => base.CheckPatches(patches, Math.Max(1, Math.Abs(patch)), height, width);
    }

    [CaughtBy(nameof(PatchifyProperties<>.Patches_that_do_not_fill_the_picture_throw))]
    [Breaks("ToImages.patch.1", "ToImages.exception.2")]
    [Advice("65536 * 65536 is 0 in int: count patches and their numbers in long.")]
    public sealed class CountsInInt : Cut<CountsInInt>
    {
        protected override void CheckPatches(Tensor patches, int patch, int height, int width)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(patch, 1);
            if (patches.dim() != 3 || patches.numel() == 0 || height < 1 || width < 1 || height % patch != 0 || width % patch != 0
                || patches.shape[1] != height / patch * (width / patch) || patches.shape[2] % (patch * patch) != 0) throw new ArgumentException("not this picture");
        }
    }

    [CaughtBy(nameof(PatchifyProperties<>.Of_17_million_pixels_each_finds_its_place))]
    [Breaks("ToPatches.summary.1")]
    [Advice("float counts no further than 2^24: number the pixels in int64, or move them without numbers.")]
    public sealed class NumbersThePixelsInFloat : Cut<NumbersThePixelsInFloat>
    {
        protected override Tensor Merge(Tensor cut, long n, long l, long d)
        {
            var places = base.Merge(arange(cut.numel(), float32).reshape(cut.shape), n, l, d).to(int64);
            return cut.take(places);
        }
    }
}
