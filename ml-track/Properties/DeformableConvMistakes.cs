using static TorchSharp.torch.nn.functional;

namespace Etudes.ML;

public static class DeformableConvMistakes
{
    /// <summary>A grid_sample of all kernel points and a matrix product, as most people write it; each mistake spoils one part.</summary>
    public abstract class Sampling<TSelf> : IDeformableConv where TSelf : Sampling<TSelf>, new()
    {
        public static Tensor Convolve(Tensor maps, Tensor offsets, Tensor weight, (int High, int Wide) stride, (int High, int Wide) padding, (int High, int Wide) dilation) =>
            new TSelf().Compute(maps, offsets, weight, stride, padding, dilation);

        protected virtual Tensor Compute(Tensor maps, Tensor offsets, Tensor weight, (int High, int Wide) stride, (int High, int Wide) padding, (int High, int Wide) dilation)
        {
            CheckSteps(stride, padding, dilation);
            CheckShapes(maps, offsets, weight, stride, padding, dilation);
            using var scope = NewDisposeScope();
            return Sum(maps, offsets, weight, stride, padding, dilation).MoveToOuterDisposeScope();
        }

        protected Tensor Sum(Tensor maps, Tensor offsets, Tensor weight, (int High, int Wide) stride, (int High, int Wide) padding, (int High, int Wide) dilation)
        {
            var (n, c, height, width) = (maps.shape[0], maps.shape[1], maps.shape[2], maps.shape[3]);
            var (d, kh, kw, high, wide) = (weight.shape[0], weight.shape[2], weight.shape[3], offsets.shape[2], offsets.shape[3]);
            var (groups, offsetGroups) = (c / weight.shape[1], offsets.shape[1] / (2 * kh * kw));
            var (down, right) = Moves(offsets, n, offsetGroups, kh, kw); // [N, G, kh * kw, high, wide]
            var rows = (arange(kh * kw, float64) / (double)kw).floor() * dilation.High; // [kh * kw]
            var columns = arange(kh * kw, float64) % kw * dilation.Wide;
            var y = rows.reshape(-1, 1, 1) + arange(high, float64).reshape(-1, 1) * stride.High - padding.High + down;
            var x = columns.reshape(-1, 1, 1) + arange(wide, float64) * stride.Wide - padding.Wide + right;
            var grid = stack([Normal(x, width), Normal(y, height)], -1).reshape(n * offsetGroups, -1, wide, 2).to(maps.dtype);
            var samples = Sample(maps.reshape(n * offsetGroups, -1, height, width), grid); // [N G, C / G, kh kw high, wide]
            samples = Keep(samples, grid, height, width).reshape(n * groups, -1, high * wide); // [N groups, C / groups kh kw, high wide]
            var kernels = Kernels(weight).reshape(1, groups, d / groups, -1).expand(n, -1, -1, -1).reshape(n * groups, d / groups, -1);
            return Finish(kernels.bmm(samples).reshape(n, d, high, wide));
        }

        protected virtual void CheckSteps((int High, int Wide) stride, (int High, int Wide) padding, (int High, int Wide) dilation)
        {
            if (new[] { stride.High, stride.Wide, dilation.High, dilation.Wide }.Min() < 1 || Math.Min(padding.High, padding.Wide) < 0) throw new ArgumentOutOfRangeException(nameof(stride));
        }

        protected virtual void CheckShapes(Tensor maps, Tensor offsets, Tensor weight, (int High, int Wide) stride, (int High, int Wide) padding, (int High, int Wide) dilation)
        {
            if (new[] { maps, offsets, weight }.Any(each => each.dim() != 4 || each.numel() == 0)) throw new ArgumentException("four axes, none empty");
            long pairs = 2 * weight.shape[2] * weight.shape[3];
            bool fits = maps.shape[1] % weight.shape[1] == 0 && weight.shape[0] % (maps.shape[1] / weight.shape[1]) == 0
                && offsets.shape[1] % pairs == 0 && maps.shape[1] % (offsets.shape[1] / pairs) == 0 && maps.shape[0] == offsets.shape[0]
                && Fits(2, stride.High, padding.High, dilation.High) && Fits(3, stride.Wide, padding.Wide, dilation.Wide);
            if (!fits) throw new ArgumentException("the shapes do not fit");

            bool Fits(int axis, int step, int zeros, int apart)
            {
                long room = maps.shape[axis] + Twice(zeros) - apart * (weight.shape[axis] - 1) - 1;
                return offsets.shape[axis] == Places(room, step);
            }
        }

        protected virtual long Places(long room, int step) => room < 0 ? 0 : room / step + 1;

        protected virtual (Tensor Down, Tensor Right) Moves(Tensor offsets, long n, long offsetGroups, long kh, long kw)
        {
            var pairs = offsets.reshape(n, offsetGroups, kh * kw, 2, offsets.shape[2], offsets.shape[3]);
            return (pairs.select(3, 0), pairs.select(3, 1));
        }

        protected virtual long Twice(long padding) => 2 * padding;
        protected virtual Tensor Normal(Tensor place, long length) => (2 * place + 1) / (double)length - 1;
        protected virtual Tensor Sample(Tensor maps, Tensor grid) => grid_sample(maps, grid, align_corners: false);
        protected virtual Tensor Keep(Tensor samples, Tensor grid, long height, long width) => samples;
        protected virtual Tensor Kernels(Tensor weight) => weight;
        protected virtual Tensor Finish(Tensor result) => result;
    }

    [CaughtBy(nameof(DeformableConvProperties<>.Each_kernel_point_reads_the_map_where_its_offset_moves_it))]
    [Breaks("Convolve.offsets.1")]
    [Advice("Of each pair of offsets the first is the move down, the second the move to the right; grid_sample takes x first.")]
    public sealed class TakesXFirst : Sampling<TakesXFirst>
    {
        protected override (Tensor Down, Tensor Right) Moves(Tensor offsets, long n, long offsetGroups, long kh, long kw)
        {
            var (down, right) = base.Moves(offsets, n, offsetGroups, kh, kw);
            return (right, down);
        }
    }

    [CaughtBy(nameof(DeformableConvProperties<>.It_agrees_with_the_golden_data))]
    [Breaks("Convolve.offsets.1", "Constraints.2")]
    [Advice("The offsets of a kernel point stand side by side, channels 2k and 2k + 1; they are not all moves down, then all moves to the right.")]
    public sealed class ReadsAllMovesDownFirst : Sampling<ReadsAllMovesDownFirst>
    {
        protected override (Tensor Down, Tensor Right) Moves(Tensor offsets, long n, long offsetGroups, long kh, long kw)
        {
            var halves = offsets.reshape(n, offsetGroups, 2, kh * kw, offsets.shape[2], offsets.shape[3]);
            return (halves.select(2, 0), halves.select(2, 1));
        }
    }

    [CaughtBy(nameof(DeformableConvProperties<>.Offsets_that_turn_the_grid_turn_the_kernel))]
    [Breaks("Convolve.offsets.1", "Constraints.2")]
    [Advice("Kernel points are counted row by row: point k is row k / kw, column k % kw.")]
    public sealed class CountsPointsColumnByColumn : Sampling<CountsPointsColumnByColumn>
    {
        protected override (Tensor Down, Tensor Right) Moves(Tensor offsets, long n, long offsetGroups, long kh, long kw)
        {
            var pairs = offsets.reshape(n, offsetGroups, kw, kh, 2, offsets.shape[2], offsets.shape[3]).transpose(2, 3);
            return base.Moves(pairs.reshape(offsets.shape), n, offsetGroups, kh, kw);
        }
    }

    [CaughtBy(nameof(DeformableConvProperties<>.Each_kernel_point_reads_the_map_where_its_offset_moves_it))]
    [Breaks("Convolve.offsets.2", "Constraints.3")]
    [Advice("Each offset group moves channels of its own: the second group's offsets are not the first's.")]
    public sealed class SharesTheFirstGroupsOffsets : Sampling<SharesTheFirstGroupsOffsets>
    {
        protected override (Tensor Down, Tensor Right) Moves(Tensor offsets, long n, long offsetGroups, long kh, long kw)
        {
            var first = offsets.narrow(1, 0, 2 * kh * kw).repeat(1, offsetGroups, 1, 1);
            return base.Moves(first, n, offsetGroups, kh, kw);
        }
    }

    [CaughtBy(nameof(DeformableConvProperties<>.Without_offsets_it_is_a_convolution))]
    [Breaks("Convolve.summary.1")]
    [Advice("With aligned corners -1 and 1 are the centres of the first and the last cell, without them the map's edges: normalise in the way that you sample.")]
    public sealed class MixesUpTheCorners : Sampling<MixesUpTheCorners>
    {
        protected override Tensor Normal(Tensor place, long length) => 2 * place / Math.Max(length - 1, 1) - 1;
    }

    [CaughtBy(nameof(DeformableConvProperties<>.Without_offsets_it_is_a_convolution))]
    [Breaks("Constraints.3")]
    [Advice("With aligned corners a map of one row or column has no scale, 0 / 0: normalise without them.")]
    public sealed class AlignsTheCorners : Sampling<AlignsTheCorners>
    {
        protected override Tensor Normal(Tensor place, long length) => 2 * place / (double)(length - 1) - 1;
        protected override Tensor Sample(Tensor maps, Tensor grid) => grid_sample(maps, grid, align_corners: true);
    }

    [CaughtBy(nameof(DeformableConvProperties<>.One_whole_offset_for_all_points_shifts_the_map))]
    [Breaks("Convolve.summary.1")]
    [Advice("Off the map there are zeros, not the nearest cell of the border.")]
    public sealed class StopsAtTheBorder : Sampling<StopsAtTheBorder>
    {
        protected override Tensor Sample(Tensor maps, Tensor grid) => grid_sample(maps, grid, padding_mode: GridSamplePaddingMode.Border, align_corners: false);
    }

    [CaughtBy(nameof(DeformableConvProperties<>.Each_kernel_point_reads_the_map_where_its_offset_moves_it))]
    [Breaks("Convolve.summary.1")]
    [Advice("Less than a cell off the map a point still sees the border: each corner that is off the map counts 0, not the whole sample.")]
    public sealed class DropsSamplesOffTheMap : Sampling<DropsSamplesOffTheMap>
    {
        protected override Tensor Keep(Tensor samples, Tensor grid, long height, long width)
        {
            var inside = ((grid + 1) * tensor(new double[] { width, height }) - 1) / 2; // x, y
            var on = (inside > -1e-9).logical_and(inside < tensor(new double[] { width, height }) - (1 - 1e-9)).all(-1);
            return samples * on.unsqueeze(1).to(samples.dtype);
        }
    }

    [CaughtBy(nameof(DeformableConvProperties<>.The_gradients_are_the_slopes))]
    [Breaks("DeformableConv.summary.1", "Convolve.summary.1")]
    [Advice("Read between the cells by bilinear interpolation; the nearest cell has no gradient to the offset.")]
    public sealed class TakesTheNearestCell : Sampling<TakesTheNearestCell>
    {
        protected override Tensor Sample(Tensor maps, Tensor grid) => grid_sample(maps, grid, mode: GridSampleMode.Nearest, align_corners: false);
    }

    [CaughtBy(nameof(DeformableConvProperties<>.The_gradients_are_the_slopes))]
    [Breaks("Convolve.returns.1")]
    [Advice("The offsets are learned: their gradient must flow, detach or a copy to an array cuts it.")]
    public sealed class DetachesTheOffsets : Sampling<DetachesTheOffsets>
    {
        protected override (Tensor Down, Tensor Right) Moves(Tensor offsets, long n, long offsetGroups, long kh, long kw) =>
            base.Moves(offsets.detach(), n, offsetGroups, kh, kw);
    }

    [CaughtBy(nameof(DeformableConvProperties<>.Without_offsets_it_is_a_convolution))]
    [Breaks("Constraints.6")]
    [Advice("What is called a convolution here is a cross-correlation: do not turn the kernel around.")]
    public sealed class TurnsTheKernelAround : Sampling<TurnsTheKernelAround>
    {
        protected override Tensor Kernels(Tensor weight) => weight.flip(2, 3);
    }

    [CaughtBy(nameof(DeformableConvProperties<>.However_the_inputs_lie_in_memory_they_are_read_rightly_and_left_unchanged))]
    [Breaks("Constraints.6")]
    [Advice("An operation whose name ends in _ writes into its tensor: the offsets belong to the caller.")]
    public sealed class ScalesTheOffsetsInPlace : Sampling<ScalesTheOffsetsInPlace>
    {
        protected override (Tensor Down, Tensor Right) Moves(Tensor offsets, long n, long offsetGroups, long kh, long kw)
        {
            var (down, right) = base.Moves(offsets.detach().mul_(2), n, offsetGroups, kh, kw);
            return (down / 2, right / 2);
        }
    }

    [CaughtBy(nameof(DeformableConvProperties<>.The_type_of_the_maps_is_kept))]
    [Breaks("Convolve.returns.1", "Constraints.6")]
    [Advice("Keep the type of the maps: a float64 grid and a float32 map do not even meet in grid_sample.")]
    public sealed class ReturnsDoubles : Sampling<ReturnsDoubles>
    {
        protected override Tensor Finish(Tensor result) => result.to(float64);
    }

    [CaughtBy(nameof(DeformableConvProperties<>.Steps_out_of_range_throw))]
    [Breaks("Convolve.stride.1", "Convolve.padding.1", "Convolve.dilation.1", "Convolve.exception.1", "Constraints.4")]
    [Advice("A stride or dilation of 0 reads one place again and again: say that it must be at least 1.")]
    public sealed class ChecksNoSteps : Sampling<ChecksNoSteps>
    {
        protected override void CheckSteps((int High, int Wide) stride, (int High, int Wide) padding, (int High, int Wide) dilation) { }
    }

    [CaughtBy(nameof(DeformableConvProperties<>.Shapes_that_do_not_belong_together_throw))]
    [Breaks("Convolve.exception.2", "Constraints.1", "Constraints.4")]
    [Advice("There must be as many offsets as the result has places: the caller may have forgotten the padding, and offsets broadcast without a word.")]
    public sealed class ChecksOnlyTheAxes : Sampling<ChecksOnlyTheAxes>
    {
        protected override void CheckShapes(Tensor maps, Tensor offsets, Tensor weight, (int High, int Wide) stride, (int High, int Wide) padding, (int High, int Wide) dilation)
        {
            if (maps.dim() != 4 || offsets.dim() != 4 || weight.dim() != 4) throw new ArgumentException("four axes");
        }
    }

    [CaughtBy(nameof(DeformableConvProperties<>.No_tensor_is_left_behind))]
    [Breaks("Constraints.7")]
    [Advice("The grid, the samples and every step between are tensors: open a NewDisposeScope and move the result out of it.")]
    public sealed class LeavesItsTensors : Sampling<LeavesItsTensors>
    {
        protected override Tensor Compute(Tensor maps, Tensor offsets, Tensor weight, (int High, int Wide) stride, (int High, int Wide) padding, (int High, int Wide) dilation)
        {
            CheckSteps(stride, padding, dilation);
            CheckShapes(maps, offsets, weight, stride, padding, dilation);
            return Sum(maps, offsets, weight, stride, padding, dilation);
        }
    }

    [CaughtBy(nameof(DeformableConvProperties<>.Offsets_of_0_have_the_slope_of_one_side))]
    [Breaks("Convolve.returns.1")]
    [Advice("Training begins with offsets of 0, and they must learn to leave it: a shortcut to conv2d gives them no gradient.")]
    public sealed class LeavesZeroToConv2d : Sampling<LeavesZeroToConv2d>
    {
        protected override (Tensor Down, Tensor Right) Moves(Tensor offsets, long n, long offsetGroups, long kh, long kw) =>
            base.Moves(offsets.any().item<bool>() ? offsets : offsets.detach(), n, offsetGroups, kh, kw);
    }

    [CaughtBy(nameof(DeformableConvProperties<>.A_map_may_have_one_row_or_column))]
    [Breaks("Convolve.maps.1", "Constraints.3")]
    [Advice("With aligned corners all places of one row are the same place: measure the map by its edges, not by its centres.")]
    public sealed class AlignsTheCornersOfOneRow : Sampling<AlignsTheCornersOfOneRow>
    {
        protected override Tensor Normal(Tensor place, long length) => 2 * place / Math.Max(length - 1.0, 1) - 1;
        protected override Tensor Sample(Tensor maps, Tensor grid) => grid_sample(maps, grid, align_corners: true);
    }

    [CaughtBy(nameof(DeformableConvProperties<>.Offsets_may_lead_a_million_cells_away))]
    [Breaks("Constraints.5")]
    [Advice("A border as wide as the longest offset is larger than the memory: what lies off the map needs no cells, only a 0.")]
    public sealed class PadsAsFarAsTheOffsets : Sampling<PadsAsFarAsTheOffsets>
    {
        protected override Tensor Keep(Tensor samples, Tensor grid, long height, long width)
        {
            double far = MustTensor.Read(grid.abs().max())[0] * height;
            return far < 10_000 ? samples : throw new OutOfMemoryException($"a border of {far} cells");
        }
    }

    [CaughtBy(nameof(DeformableConvProperties<>.Digits_beyond_those_of_float_count))]
    [Breaks("Convolve.returns.1")]
    [Advice("Float keeps 7 digits of a float64 map: sample and multiply in the type of the maps.")]
    public sealed class SamplesInFloat : Sampling<SamplesInFloat>
    {
        protected override Tensor Sample(Tensor maps, Tensor grid) => base.Sample(maps.to(float32), grid.to(float32)).to(maps.dtype);
    }

    [CaughtBy(nameof(DeformableConvProperties<>.However_the_inputs_lie_in_memory_they_are_read_rightly_and_left_unchanged))]
    [Breaks("Convolve.weight.1")]
    [Advice("A weight may come permuted: view needs numbers that lie row by row, reshape does not.")]
    public sealed class ViewsTheWeight : Sampling<ViewsTheWeight>
    {
        protected override Tensor Kernels(Tensor weight) => weight.view(weight.shape[0], -1);
    }

    [CaughtBy(nameof(DeformableConvProperties<>.Many_places_and_kernel_points_take_no_more_operations_than_few))]
    [Breaks("Target.2")]
    [Advice("One grid_sample for each kernel point is as many operations as it has points: lay the points below each other in one grid.")]
    public sealed class SamplesPointByPoint : Sampling<SamplesPointByPoint>
    {
        protected override Tensor Sample(Tensor maps, Tensor grid) => cat([.. grid.split(1, 1).Select(row => base.Sample(maps, row))], 2);
    }

    [CaughtBy(nameof(DeformableConvProperties<>.On_a_map_of_192_x_192_each_place_looks_only_at_its_own_cells))]
    [Breaks("Convolve.summary.2", "Target.1")]
    [Advice("Four cells lie around a point: to weigh all cells of the map for each point takes as often as long as the map has cells.")]
    public sealed class WeighsAllCells : Sampling<WeighsAllCells>
    {
        protected override Tensor Sample(Tensor maps, Tensor grid)
        {
            for (long point = 0; point < grid.numel() / 2; point++)
            {
                LawRunner.EndIfGivenUp();
                using var all = maps.detach().clone();
            }
            return base.Sample(maps, grid);
        }
    }

    [CaughtBy(nameof(DeformableConvProperties<>.Steps_out_of_range_throw))]
    [Breaks("Convolve.padding.1", "Convolve.exception.2")]
    [Advice("Twice the padding may be more than int holds: count places in long.")]
    public sealed class DoublesThePaddingInInt : Sampling<DoublesThePaddingInInt>
    {
        protected override long Twice(long padding) => unchecked(2 * (int)padding);
    }

    [CaughtBy(nameof(DeformableConvProperties<>.Shapes_that_do_not_belong_together_throw))]
    [Breaks("Convolve.exception.2")]
    [Advice("C# rounds a quotient toward 0: -1 / 2 + 1 is a place for a kernel that is larger than the map. Look whether it fits first.")]
    public sealed class RoundsTheRoomTowardZero : Sampling<RoundsTheRoomTowardZero>
    {
        protected override long Places(long room, int step) => room / step + 1;
    }

    [CaughtBy(nameof(DeformableConvProperties<>.Each_kernel_point_reads_the_map_where_its_offset_moves_it))]
    [Breaks("Convolve.weight.1", "Convolve.offsets.2", "Constraints.1", "Constraints.3")]
    [Advice("Both kinds of groups divide the channels, and that is all: 2 groups and 3 offset groups of 6 channels are legal.")]
    public sealed class WantsGroupsWithinGroups : Sampling<WantsGroupsWithinGroups>
    {
        protected override void CheckShapes(Tensor maps, Tensor offsets, Tensor weight, (int High, int Wide) stride, (int High, int Wide) padding, (int High, int Wide) dilation)
        {
            base.CheckShapes(maps, offsets, weight, stride, padding, dilation);
            var (groups, offsetGroups) = (maps.shape[1] / weight.shape[1], offsets.shape[1] / (2 * weight.shape[2] * weight.shape[3]));
            if (Math.Max(groups, offsetGroups) % Math.Min(groups, offsetGroups) != 0) throw new ArgumentException("the groups do not divide each other");
        }
    }

    [CaughtBy(nameof(DeformableConvProperties<>.Each_kernel_point_reads_the_map_where_its_offset_moves_it))]
    [Breaks("Convolve.weight.1", "Convolve.offsets.2", "Constraints.1", "Constraints.3")]
    [Advice("A channel is in a group and in an offset group, which may be the same run: 2 and 2 groups need 2 channels, not 4.")]
    public sealed class WantsAChannelForEachPairOfGroups : Sampling<WantsAChannelForEachPairOfGroups>
    {
        protected override void CheckShapes(Tensor maps, Tensor offsets, Tensor weight, (int High, int Wide) stride, (int High, int Wide) padding, (int High, int Wide) dilation)
        {
            base.CheckShapes(maps, offsets, weight, stride, padding, dilation);
            var (groups, offsetGroups) = (maps.shape[1] / weight.shape[1], offsets.shape[1] / (2 * weight.shape[2] * weight.shape[3]));
            if (maps.shape[1] % (groups * offsetGroups) != 0) throw new ArgumentException("the groups do not divide the channels");
        }
    }

    [CaughtBy(nameof(DeformableConvProperties<>.Far_off_a_map_of_infinite_cells_all_is_0))]
    [Breaks("Convolve.summary.1")]
    [Advice("Infinity times 0 is NaN: where a corner is off the map, put a 0 in place of the nearest cell, and do not multiply that by 0.")]
    public sealed class MultipliesTheNearestCellBy0 : Sampling<MultipliesTheNearestCellBy0>
    {
        protected override Tensor Sample(Tensor maps, Tensor grid) =>
            base.Sample(maps, grid) + 0 * grid_sample(maps, grid, padding_mode: GridSamplePaddingMode.Border, align_corners: false);
    }
}
