namespace Etudes.ML;

public static class PretextTasksMistakes
{
    /// <summary>The tasks as most people write them; each mistake spoils one part.</summary>
    public abstract class Questions<TSelf> : IPretextTasks where TSelf : Questions<TSelf>, new()
    {
        public static (Tensor Pictures, Tensor Labels) Rotations(Tensor images) => new TSelf().Rotate(images);

        public static (Tensor Centres, Tensor Neighbours, Tensor Labels) RelativePositions(Tensor images, int patch, int gap)
        {
            var self = new TSelf();
            self.CheckGrid(images, patch, gap);
            using var scope = NewDisposeScope();
            var (centres, neighbours) = self.Pair(self.Patches(images, patch, gap)); // [N, 8, C, p, p]
            return (centres.flatten(0, 1).MoveToOuterDisposeScope(), neighbours.flatten(0, 1).MoveToOuterDisposeScope(),
                self.Places(images.shape[0]).MoveToOuterDisposeScope());
        }

        protected virtual (Tensor, Tensor) Rotate(Tensor images)
        {
            CheckSquare(images);
            using var scope = NewDisposeScope();
            return (Merge([.. Enumerable.Range(0, 4).Select(k => Turn(images, k))]).MoveToOuterDisposeScope(), Turns(images.shape[0]).MoveToOuterDisposeScope());
        }

        protected virtual void CheckSquare(Tensor images)
        {
            if (images.dim() != 4 || images.numel() == 0 || images.shape[2] != images.shape[3]) throw new ArgumentException("not square pictures");
        }

        protected virtual void CheckGrid(Tensor images, int patch, int gap)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(patch, 1);
            ArgumentOutOfRangeException.ThrowIfNegative(gap);
            CheckSquare(images);
            if (images.shape[2] != 3L * patch + 2L * gap) throw new ArgumentException("not 3 x 3 patches");
        }

        protected virtual Tensor Turn(Tensor images, int k) => images.rot90(k, (2, 3));
        protected virtual Tensor Merge(Tensor[] turns) => stack(turns, 1).flatten(0, 1);
        protected virtual Tensor Turns(long count) => arange(4, int64).repeat(count);
        protected virtual Tensor Places(long count) => arange(8, int64).repeat(count);

        protected virtual Tensor Patches(Tensor images, int patch, int gap) =>
            images.unfold(2, patch, patch + gap).unfold(3, patch, patch + gap).permute(0, 2, 3, 1, 4, 5).flatten(1, 2); // [N, 9, C, p, p]

        protected virtual (Tensor, Tensor) Pair(Tensor patches) => (Select(patches, 4, 4, 4, 4, 4, 4, 4, 4), Select(patches, 0, 1, 2, 3, 5, 6, 7, 8));
        protected static Tensor Select(Tensor patches, params long[] numbers) => patches.index_select(1, tensor(numbers));
    }

    [CaughtBy(nameof(PretextTasksProperties<>.Every_picture_is_shown_in_its_four_turns_counter_clockwise))]
    [Breaks("Rotations.returns.1")]
    [Advice("Class 1 is a quarter turn counter-clockwise: from the height to the width, dims (2, 3), not (3, 2).")]
    public sealed class TurnsClockwise : Questions<TurnsClockwise>
    {
        protected override Tensor Turn(Tensor images, int k) => images.rot90(k, (3, 2));
    }

    [CaughtBy(nameof(PretextTasksProperties<>.A_picture_turned_before_is_turned_on))]
    [Breaks("Rotations.summary.2")]
    [Advice("A transpose is a mirror, not a turn: transpose, then flip the rows.")]
    public sealed class TransposesOnly : Questions<TransposesOnly>
    {
        protected override Tensor Turn(Tensor images, int k) => k switch
        {
            1 => images.transpose(2, 3),
            2 => images.flip(2, 3),
            3 => images.flip(2, 3).transpose(2, 3),
            _ => images,
        };
    }

    [CaughtBy(nameof(PretextTasksProperties<>.The_labels_of_each_picture_count_up_from_0))]
    [Breaks("Rotations.summary.1", "Rotations.returns.2", "Constraints.3")]
    [Advice("The four turns of a picture stand together, so the labels are 0, 1, 2, 3 again and again: repeat, not repeat_interleave.")]
    public sealed class InterleavesTheLabels : Questions<InterleavesTheLabels>
    {
        protected override Tensor Turns(long count) => arange(4, int64).repeat_interleave(count);
    }

    [CaughtBy(nameof(PretextTasksProperties<>.A_picture_of_a_batch_is_asked_about_as_it_is_alone))]
    [Breaks("Rotations.returns.1", "Constraints.3")]
    [Advice("cat puts the whole batch unturned first, and the labels no longer fit: stack behind the batch axis and merge.")]
    public sealed class AppendsTheTurns : Questions<AppendsTheTurns>
    {
        protected override Tensor Merge(Tensor[] turns) => cat(turns);
    }

    [CaughtBy(nameof(PretextTasksProperties<>.The_labels_of_each_picture_count_up_from_0))]
    [Breaks("RelativePositions.returns.3")]
    [Advice("There are eight classes, 0 to 7: counted with the middle they are nine, and one of them never comes.")]
    public sealed class CountsTheMiddle : Questions<CountsTheMiddle>
    {
        protected override Tensor Places(long count) => tensor(new long[] { 0, 1, 2, 3, 5, 6, 7, 8 }).repeat(count);
    }

    [CaughtBy(nameof(PretextTasksProperties<>.The_middle_patch_comes_with_each_of_its_neighbours))]
    [Breaks("RelativePositions.returns.1")]
    [Advice("The middle patch is the one that stays, the neighbour the one that changes with the class.")]
    public sealed class SwapsThePair : Questions<SwapsThePair>
    {
        protected override (Tensor, Tensor) Pair(Tensor patches)
        {
            var (centres, neighbours) = base.Pair(patches);
            return (neighbours, centres);
        }
    }

    [CaughtBy(nameof(PretextTasksProperties<>.The_neighbours_of_a_turned_picture_are_turned_and_moved_on))]
    [Breaks("RelativePositions.returns.2")]
    [Advice("The neighbours are counted row by row: class 1 is above, not on the left.")]
    public sealed class GoesDownTheColumns : Questions<GoesDownTheColumns>
    {
        protected override (Tensor, Tensor) Pair(Tensor patches) => (base.Pair(patches).Item1, Select(patches, 0, 3, 6, 1, 7, 2, 5, 8));
    }

    [CaughtBy(nameof(PretextTasksProperties<>.It_agrees_with_the_golden_data))]
    [Breaks("PretextTasks.summary.1", "RelativePositions.summary.1", "RelativePositions.returns.2")]
    [Advice("The class says where the neighbour is, seen from the middle; where the middle is, seen from the neighbour, is the opposite.")]
    public sealed class LooksFromTheNeighbour : Questions<LooksFromTheNeighbour>
    {
        protected override (Tensor, Tensor) Pair(Tensor patches) => (base.Pair(patches).Item1, Select(patches, 8, 7, 6, 5, 3, 2, 1, 0));
    }

    [CaughtBy(nameof(PretextTasksProperties<>.Pixels_in_the_gaps_are_not_shown))]
    [Breaks("RelativePositions.summary.2", "RelativePositions.gap.1")]
    [Advice("The step from patch to patch is p + gap: with a step of p they touch, and a line that goes on gives the answer away.")]
    public sealed class LeavesNoGap : Questions<LeavesNoGap>
    {
        protected override Tensor Patches(Tensor images, int patch, int gap) => base.Patches(images[.., .., ..(3 * patch), ..(3 * patch)], patch, 0);
    }

    [CaughtBy(nameof(PretextTasksProperties<>.The_type_of_the_pictures_is_kept_to_the_last_digit))]
    [Breaks("Rotations.returns.1", "RelativePositions.returns.1", "Constraints.3")]
    [Advice("Moving pixels needs no arithmetic: leave the type as it is.")]
    public sealed class TurnsIntoDouble : Questions<TurnsIntoDouble>
    {
        protected override Tensor Turn(Tensor images, int k) => base.Turn(images, k).to(float64);
        protected override Tensor Patches(Tensor images, int patch, int gap) => base.Patches(images, patch, gap).to(float64);
    }

    [CaughtBy(nameof(PretextTasksProperties<>.The_results_share_no_memory_with_the_pictures))]
    [Breaks("Constraints.4")]
    [Advice("expand copies nothing: eight centres that are one memory cannot be augmented one by one.")]
    public sealed class ExpandsTheMiddle : Questions<ExpandsTheMiddle>
    {
        protected override (Tensor, Tensor) Pair(Tensor patches)
        {
            var neighbours = base.Pair(patches).Item2;
            return (patches.narrow(1, 4, 1).expand(neighbours.shape), neighbours);
        }
    }

    [CaughtBy(nameof(PretextTasksProperties<>.Pictures_of_another_shape_throw))]
    [Breaks("RelativePositions.images.1", "RelativePositions.exception.2", "Constraints.2")]
    [Advice("Pixels beyond the last patch must not vanish without a word: check that the side is 3 patches and 2 gaps.")]
    public sealed class CropsTheRest : Questions<CropsTheRest>
    {
        protected override void CheckGrid(Tensor images, int patch, int gap)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(patch, 1);
            ArgumentOutOfRangeException.ThrowIfNegative(gap);
            CheckSquare(images);
            if (images.shape[2] < 3L * patch + 2L * gap) throw new ArgumentException("not 3 x 3 patches");
        }
    }

    [CaughtBy(nameof(PretextTasksProperties<>.No_tensor_is_left_behind))]
    [Breaks("Constraints.5")]
    [Advice("Every turn is a tensor of its own: open a NewDisposeScope and move only the results out of it.")]
    public sealed class LeavesItsTensors : Questions<LeavesItsTensors>
    {
        protected override (Tensor, Tensor) Rotate(Tensor images)
        {
            CheckSquare(images);
            return (Merge([.. Enumerable.Range(0, 4).Select(k => Turn(images, k))]), Turns(images.shape[0]));
        }
    }

    [CaughtBy(nameof(PretextTasksProperties<>.The_labels_of_each_picture_count_up_from_0))]
    [Breaks("Rotations.returns.2", "Constraints.3")]
    [Advice("Labels are int64, as losses and indices of libtorch want them.")]
    public sealed class LabelsInInt : Questions<LabelsInInt>
    {
        protected override Tensor Turns(long count) => base.Turns(count).to(int32);
    }

    [CaughtBy(nameof(PretextTasksProperties<>.The_labels_of_each_picture_count_up_from_0))]
    [Breaks("RelativePositions.returns.3", "Constraints.3")]
    [Advice("The labels of the places are int64 too.")]
    public sealed class LabelsThePlacesInInt : Questions<LabelsThePlacesInInt>
    {
        protected override Tensor Places(long count) => base.Places(count).to(int32);
    }

    [CaughtBy(nameof(PretextTasksProperties<>.The_type_of_the_pictures_is_kept_to_the_last_digit))]
    [Breaks("Constraints.3")]
    [Advice("float keeps 7 digits of a pixel: move the numbers in the type that they have.")]
    public sealed class TurnsInFloat : Questions<TurnsInFloat>
    {
        protected override Tensor Turn(Tensor images, int k) => base.Turn(images.to(float32), k).to(images.dtype);
    }

    [CaughtBy(nameof(PretextTasksProperties<>.The_type_of_the_pictures_is_kept_to_the_last_digit))]
    [Breaks("Constraints.3")]
    [Advice("double keeps 53 bits of a whole number, and long has 63: move the numbers in the type that they have.")]
    public sealed class CutsInDouble : Questions<CutsInDouble>
    {
        protected override Tensor Patches(Tensor images, int patch, int gap) => base.Patches(images.to(float64), patch, gap).to(images.dtype);
    }

    [CaughtBy(nameof(PretextTasksProperties<>.However_the_pixels_lie_in_memory_they_are_read_rightly_and_left_unchanged))]
    [Breaks("Rotations.images.1")]
    [Advice("view needs numbers that lie row by row, and those of a permuted tensor do not: reshape copies where it must.")]
    public sealed class ViewsTheImages : Questions<ViewsTheImages>
    {
        protected override Tensor Turn(Tensor images, int k) => base.Turn(images.view(-1).view(images.shape), k);
    }

    [CaughtBy(nameof(PretextTasksProperties<>.However_the_pixels_lie_in_memory_they_are_read_rightly_and_left_unchanged))]
    [Breaks("Constraints.4")]
    [Advice("What ends in _ changes the caller's pictures: a turn makes pictures of its own.")]
    public sealed class TurnsInPlace : Questions<TurnsInPlace>
    {
        protected override Tensor Turn(Tensor images, int k) => k < 3 ? base.Turn(images, k) : images.copy_(base.Turn(images, k).clone());
    }

    [CaughtBy(nameof(PretextTasksProperties<>.Many_pictures_take_no_more_operations_than_few))]
    [Breaks("Rotations.summary.3", "Target.1", "Target.2")]
    [Advice("To look at all pictures for each of them takes the square of their number: one turn serves the whole batch.")]
    public sealed class PicksEachPictureFromAll : Questions<PicksEachPictureFromAll>
    {
        protected override Tensor Turn(Tensor images, int k) =>
            stack(Enumerable.Range(0, (int)images.shape[0]).Select(i => base.Turn(images * (arange(images.shape[0]) == i).reshape(-1, 1, 1, 1).to(images.dtype), k).sum(0).to(images.dtype)));
    }

    [CaughtBy(nameof(PretextTasksProperties<>.Many_pictures_take_no_more_operations_than_few))]
    [Breaks("RelativePositions.summary.3", "Target.1", "Target.2")]
    [Advice("A loop over the pictures that cuts the whole batch each time takes the square of their number: unfold cuts all at once.")]
    public sealed class CutsTheBatchForEachPicture : Questions<CutsTheBatchForEachPicture>
    {
        protected override Tensor Patches(Tensor images, int patch, int gap) =>
            stack(Enumerable.Range(0, (int)images.shape[0]).Select(i => base.Patches(images, patch, gap).contiguous()[i]));
    }

    [CaughtBy(nameof(PretextTasksProperties<>.Pictures_of_another_shape_throw))]
    [Breaks("Rotations.images.1", "Rotations.exception.1", "Constraints.1")]
    [Advice("Turned by a quarter, a picture of 5 x 6 is one of 6 x 5: say it before stack does.")]
    public sealed class TurnsAnyPicture : Questions<TurnsAnyPicture>
    {
        protected override (Tensor, Tensor) Rotate(Tensor images)
        {
            using var scope = NewDisposeScope();
            return (Merge([.. Enumerable.Range(0, 4).Select(k => Turn(images, k))]).MoveToOuterDisposeScope(), Turns(images.shape[0]).MoveToOuterDisposeScope());
        }
    }

    [CaughtBy(nameof(PretextTasksProperties<>.Pictures_of_another_shape_throw))]
    [Breaks("RelativePositions.patch.1", "RelativePositions.gap.1", "RelativePositions.exception.1", "Constraints.2")]
    [Advice("Patches of 4 with a gap of -3 overlap and fill 6 pixels: look at each number by itself, not only at the side.")]
    public sealed class ChecksOnlyTheSide : Questions<ChecksOnlyTheSide>
    {
        protected override void CheckGrid(Tensor images, int patch, int gap)
        {
            CheckSquare(images);
            if (images.shape[2] != 3L * patch + 2L * gap) throw new ArgumentException("not 3 x 3 patches");
        }
    }

    [CaughtBy(nameof(PretextTasksProperties<>.Pictures_of_another_shape_throw))]
    [Breaks("RelativePositions.exception.2")]
    [Advice("3 patches may be more than int holds, and come out as few again: multiply in long.")]
    public sealed class MultipliesInInt : Questions<MultipliesInInt>
    {
        protected override void CheckGrid(Tensor images, int patch, int gap)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(patch, 1);
            ArgumentOutOfRangeException.ThrowIfNegative(gap);
            CheckSquare(images);
            if (images.shape[2] != unchecked(3 * patch + 2 * gap)) throw new ArgumentException("not 3 x 3 patches");
        }
    }
}
