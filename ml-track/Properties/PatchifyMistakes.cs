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
                || patches.shape[1] != height / patch * (width / patch) || patches.shape[2] % (patch * patch) != 0) throw new ArgumentException("not this picture");
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
    [Advice("unfold's order is channel, row, column; here the channel comes last: permute it behind the pixel.")]
    public sealed class PutsTheChannelFirst : Cut<PutsTheChannelFirst>
    {
        protected override Tensor Merge(Tensor cut, long n, long l, long d) => cut.permute(0, 2, 4, 1, 3, 5).reshape(n, l, d);
    }

    [CaughtBy(nameof(PatchifyProperties<>.A_patch_lists_its_pixels_by_row_then_column_then_channel))]
    [Advice("Patches come row by row: the axis H/p stands before W/p.")]
    public sealed class GoesDownTheColumns : Cut<GoesDownTheColumns>
    {
        protected override Tensor Merge(Tensor cut, long n, long l, long d) => cut.permute(0, 4, 2, 3, 5, 1).reshape(n, l, d);
    }

    [CaughtBy(nameof(PatchifyProperties<>.One_patch_of_the_whole_picture_lists_it_row_by_row))]
    [Advice("Inside a patch too the row comes before the column.")]
    public sealed class TransposesThePatch : Cut<TransposesThePatch>
    {
        protected override Tensor Merge(Tensor cut, long n, long l, long d) => cut.permute(0, 2, 4, 5, 3, 1).reshape(n, l, d);
    }

    [CaughtBy(nameof(PatchifyProperties<>.It_agrees_with_the_golden_data))]
    [Advice("reshape alone has the right shape and the wrong pixels: the axes must be put in order before they are merged.")]
    public sealed class OnlyReshapes : Cut<OnlyReshapes>
    {
        protected override Tensor Merge(Tensor cut, long n, long l, long d) => cut.reshape(n, l, d);
    }

    [CaughtBy(nameof(PatchifyProperties<>.A_picture_of_a_batch_becomes_what_it_becomes_alone))]
    [Advice("Keep the batch as the first axis through every step, or the pictures mix.")]
    public sealed class MixesThePictures : Cut<MixesThePictures>
    {
        protected override Tensor Merge(Tensor cut, long n, long l, long d) => cut.permute(2, 4, 0, 3, 5, 1).reshape(n, l, d);
    }

    [CaughtBy(nameof(PatchifyProperties<>.Every_pixel_returns_to_its_place))]
    [Advice("The grid of patches is H/p by W/p; swapped, it is right for square pictures only.")]
    public sealed class SwapsTheGrid : Cut<SwapsTheGrid>
    {
        protected override Tensor Back(Tensor patches, long n, long rows, long columns, long p, long c) =>
            patches.reshape(n, columns, rows, p, p, c).permute(0, 5, 2, 3, 1, 4).reshape(n, c, rows * p, columns * p);
    }

    [CaughtBy(nameof(PatchifyProperties<>.Every_pixel_returns_to_its_place))]
    [Advice("The number of channels is the patch's length over p * p, not always 3.")]
    public sealed class TakesThreeChannels : Cut<TakesThreeChannels>
    {
        protected override long Channels(long d, int patch) => 3;
    }

    [CaughtBy(nameof(PatchifyProperties<>.The_type_is_kept))]
    [Advice("Moving pixels needs no arithmetic: leave the type as it is.")]
    public sealed class TurnsIntoDouble : Cut<TurnsIntoDouble>
    {
        protected override Tensor Merge(Tensor cut, long n, long l, long d) => base.Merge(cut, n, l, d).to(float64);
    }

    [CaughtBy(nameof(PatchifyProperties<>.The_gradient_goes_back_the_way_the_pixels_came))]
    [Advice("A copy through an array, or detach, ends the gradient: stay within tensor operations.")]
    public sealed class Detaches : Cut<Detaches>
    {
        protected override Tensor Back(Tensor patches, long n, long rows, long columns, long p, long c) => base.Back(patches.detach(), n, rows, columns, p, c);
    }

    [CaughtBy(nameof(PatchifyProperties<>.Pictures_that_are_not_whole_patches_throw))]
    [Advice("Pixels beyond the last whole patch must not vanish without a word: check that p divides H and W.")]
    public sealed class CropsTheRest : Cut<CropsTheRest>
    {
        protected override void CheckImages(Tensor images, int patch) => ArgumentOutOfRangeException.ThrowIfLessThan(patch, 1);
    }

    [CaughtBy(nameof(PatchifyProperties<>.Patches_that_do_not_fill_the_picture_throw))]
    [Advice("Five rows of pixels make no whole number of patches of 2: check the sides before you divide them.")]
    public sealed class DividesTheSides : Cut<DividesTheSides>
    {
        protected override void CheckPatches(Tensor patches, int patch, int height, int width) =>
            base.CheckPatches(patches, patch, height / Math.Max(1, patch) * patch, width / Math.Max(1, patch) * patch);
    }

    [CaughtBy(nameof(PatchifyProperties<>.No_tensor_is_left_behind))]
    [Advice("reshape and permute each make a tensor object, even where they are views: open a NewDisposeScope.")]
    public sealed class LeavesItsTensors : Cut<LeavesItsTensors>
    {
        protected override Tensor Split(Tensor images, int patch)
        {
            CheckImages(images, patch);
            return Forth(images, patch);
        }
    }
}
