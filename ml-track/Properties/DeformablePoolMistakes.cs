namespace Etudes.ML;

public static class DeformablePoolMistakes
{
    /// <summary>The cells beside each sample, on either axis with their weights; each mistake spoils one part.</summary>
    public abstract class Deforming<TSelf> : IDeformablePool where TSelf : Deforming<TSelf>, new()
    {
        public static Tensor Pool(Tensor maps, Tensor boxes, Tensor offsets, double scale, int samples, double gamma) =>
            new TSelf().Compute(maps, boxes, offsets, scale, samples, gamma);

        protected virtual Tensor Compute(Tensor maps, Tensor boxes, Tensor offsets, double scale, int samples, double gamma)
        {
            Check(maps, boxes, offsets, scale);
            using var scope = NewDisposeScope();
            return Product(maps, boxes, offsets, scale, samples, gamma).MoveToOuterDisposeScope();
        }

        protected virtual Tensor Product(Tensor maps, Tensor boxes, Tensor offsets, double scale, int samples, double gamma)
        {
            if (!((boxes[.., 0] >= 0) & (boxes[.., 0] < maps.shape[0]) & (boxes[.., 0] == boxes[.., 0].floor())).all().item<bool>()) throw new ArgumentOutOfRangeException(nameof(boxes));
            var (high, wide) = (offsets.shape[2], offsets.shape[3]);
            var moves = Moves(offsets, gamma).to(float64); // [K, 2, binsHigh, binsWide]
            var (i, j) = (arange(high).unsqueeze(1).expand(high, wide), arange(wide).expand(high, wide));
            var sides = Sides(boxes).reshape(-1, 5, 1, 1);
            var (rows, ofRows) = Axis(sides[.., 2], sides[.., 4], scale, i, high, moves[.., Y], samples, maps.shape[2]); // [K, binsHigh, binsWide, r]
            var (columns, ofColumns) = Axis(sides[.., 1], sides[.., 3], scale, j, wide, moves[.., 1 - Y], samples, maps.shape[3]); // [K, binsHigh, binsWide, c]
            var cells = (boxes[.., 0].to(int64).reshape(-1, 1, 1, 1, 1) * maps.shape[2] + rows.unsqueeze(4)) * maps.shape[3] + columns.unsqueeze(3); // [K, binsHigh, binsWide, r, c]
            var each = Source(maps).transpose(0, 1).flatten(1).index_select(1, cells.flatten()).reshape([maps.shape[1], .. cells.shape]).to(float64);
            return Finish(einsum("ckijyx,kijy,kijx->kcij", each, ofRows, ofColumns), maps.dtype);
        }

        /// <summary>The cells of one axis that the samples of each bin draw on, and their weights, [K, binsHigh, binsWide, cells].</summary>
        private (Tensor Cells, Tensor Weights) Axis(Tensor from, Tensor to, double scale, Tensor i, long n, Tensor moves, int samples, long length)
        {
            var size = Size((to - from) * scale); // [K, 1, 1]
            var each = Adapts(samples) ? Adapted(size / n) : full_like(size, samples); // [K, 1, 1]
            int most = Math.Max(1, (int)MustTensor.Read(each).DefaultIfEmpty(1).Max());
            var s = arange(most, float64); // [most]
            var inBin = (s + 0.5) / each.clamp_min(1).unsqueeze(3); // [K, 1, 1, most]
            var start = from * scale - Half + i * size / n + Shift(moves, size, scale, n); // [K, binsHigh, binsWide]
            var at = Point(start.unsqueeze(3) + inBin * size.unsqueeze(3) / n); // [K, binsHigh, binsWide, most]
            var counts = (s < each.unsqueeze(3)) & OnTheMap(at, at - Shift(moves, size, scale, n).unsqueeze(3), length);
            at = at.clamp(0, length - 1).unsqueeze(4);
            var beside = at.detach().floor() + arange(First, 2); // [K, binsHigh, binsWide, most, 2 or 3]
            var weights = Shares(at - beside) * counts.unsqueeze(4) / each.clamp_min(1).reshape(-1, 1, 1, 1, 1);
            return (beside.clamp(0, length - 1).to(int64).flatten(3), weights.flatten(3));
        }

        protected virtual void Check(Tensor maps, Tensor boxes, Tensor offsets, double scale)
        {
            bool fits = maps.dim() == 4 && boxes.dim() == 2 && boxes.shape[1] == 5 && offsets.dim() == 4 && offsets.shape[0] == boxes.shape[0]
                && offsets.shape[1] == 2 && offsets.shape[2] > 0 && offsets.shape[3] > 0;
            if (!fits) throw new ArgumentException("the shapes do not fit");
            if (!(scale > 0)) throw new ArgumentOutOfRangeException(nameof(scale));
        }

        protected virtual int Y => 1;
        protected virtual double Half => 0.5;
        protected virtual Tensor Moves(Tensor offsets, double gamma) => offsets * gamma;
        protected virtual Tensor Shift(Tensor moves, Tensor size, double scale, long n) => moves * size;
        protected virtual Tensor Point(Tensor at) => at;
        protected virtual bool Adapts(int samples) => samples <= 0;
        protected virtual Tensor Adapted(Tensor size) => size.ceil().clamp_min(0);
        protected virtual Tensor Size(Tensor size) => size;
        protected virtual Tensor Sides(Tensor boxes) => boxes.to(float64);
        /// <param name="still">Where the samples would be without offsets.</param>
        protected virtual Tensor OnTheMap(Tensor at, Tensor still, long length) => (at >= -1) & (at <= length);
        /// <summary>The first cell that a sample looks at, from the one below it.</summary>
        protected virtual int First => 0;
        /// <summary>What a sample takes of each cell.</summary>
        /// <param name="past">By how much it lies past the cell.</param>
        protected virtual Tensor Shares(Tensor past) => where((past >= 0) & (past < 1), 1 - past, where((past >= -1) & (past < 0), 1 + past, zeros_like(past)));
        protected virtual Tensor Source(Tensor maps) => maps;
        protected virtual Tensor Finish(Tensor result, ScalarType type) => result.to(type);
    }

    [CaughtBy(nameof(DeformablePoolProperties<>.On_a_slope_each_bin_is_the_height_of_its_moved_middle))]
    [Breaks("Pool.offsets.1", "Constraints.2")]
    [Advice("Channel 0 of the offsets is x and channel 1 is y: the other way round than in a deformable convolution.")]
    public sealed class SwapsTheAxes : Deforming<SwapsTheAxes>
    {
        protected override int Y => 0;
    }

    [CaughtBy(nameof(DeformablePoolProperties<>.One_offset_for_all_bins_moves_the_box))]
    [Breaks("Pool.summary.1")]
    [Advice("An offset is a part of the box's size: multiply it by that, or boxes of other sizes need other offsets.")]
    public sealed class MovesByCells : Deforming<MovesByCells>
    {
        protected override Tensor Shift(Tensor moves, Tensor size, double scale, long n) => moves;
    }

    [CaughtBy(nameof(DeformablePoolProperties<>.On_a_slope_each_bin_is_the_height_of_its_moved_middle))]
    [Breaks("Pool.gamma.1")]
    [Advice("An offset is a part of the whole box's size, not of a bin's.")]
    public sealed class MovesByBins : Deforming<MovesByBins>
    {
        protected override Tensor Shift(Tensor moves, Tensor size, double scale, long n) => moves * size / n;
    }

    [CaughtBy(nameof(DeformablePoolProperties<>.Pictures_of_twice_the_size_at_half_the_scale_pool_alike))]
    [Breaks("Pool.scale.1")]
    [Advice("Points on the map move by cells: take the box's size after it is scaled.")]
    public sealed class MovesByPixels : Deforming<MovesByPixels>
    {
        protected override Tensor Shift(Tensor moves, Tensor size, double scale, long n) => moves * size / scale;
    }

    [CaughtBy(nameof(DeformablePoolProperties<>.Twice_the_offsets_at_half_of_gamma_are_the_same))]
    [Breaks("Pool.gamma.1")]
    [Advice("Gamma is an argument: 0.1 is only what the authors chose.")]
    public sealed class AssumesGamma : Deforming<AssumesGamma>
    {
        protected override Tensor Moves(Tensor offsets, double gamma) => offsets * 0.1;
    }

    [CaughtBy(nameof(DeformablePoolProperties<>.Each_bin_is_the_mean_of_its_moved_samples))]
    [Breaks("DeformablePool.summary.1", "Pool.summary.1")]
    [Advice("Every bin has an offset of its own; one for the box only moves the box.")]
    public sealed class MovesTheBoxAsOne : Deforming<MovesTheBoxAsOne>
    {
        protected override Tensor Moves(Tensor offsets, double gamma) => offsets.mean([2, 3], keepdim: true).expand_as(offsets) * gamma;
    }

    [CaughtBy(nameof(DeformablePoolProperties<>.Each_bin_is_the_mean_of_its_moved_samples))]
    [Breaks("Pool.summary.1")]
    [Advice("Samples from -1 to L are clamped to the map; only those further off are 0.")]
    public sealed class EndsAtTheLastCell : Deforming<EndsAtTheLastCell>
    {
        protected override Tensor OnTheMap(Tensor at, Tensor still, long length) => (at >= 0) & (at <= length - 1);
    }

    [CaughtBy(nameof(DeformablePoolProperties<>.It_agrees_with_the_golden_data))]
    [Breaks("Pool.boxes.1")]
    [Advice("Boxes are aligned: they begin half a cell further left and up.")]
    public sealed class ForgetsTheHalf : Deforming<ForgetsTheHalf>
    {
        protected override double Half => 0;
    }

    [CaughtBy(nameof(DeformablePoolProperties<>.On_a_slope_each_bin_is_the_height_of_its_moved_middle))]
    [Breaks("Pool.returns.1")]
    [Advice("Interpolate at the point itself: a rounded one does not feel a small move, and its offset learns nothing.")]
    public sealed class RoundsThePoints : Deforming<RoundsThePoints>
    {
        protected override Tensor Point(Tensor at) => at.round();
    }

    [CaughtBy(nameof(DeformablePoolProperties<>.The_gradient_to_the_offsets_is_the_slope))]
    [Breaks("Pool.returns.1")]
    [Advice("The cells' numbers need no gradient, their weights do: compute the distances from the offsets themselves.")]
    public sealed class CutsTheOffsets : Deforming<CutsTheOffsets>
    {
        protected override Tensor Moves(Tensor offsets, double gamma) => offsets.detach() * gamma;
    }

    [CaughtBy(nameof(DeformablePoolProperties<>.The_cells_share_the_gradient_by_their_weights))]
    [Breaks("Pool.returns.1")]
    [Advice("The maps take a gradient too: the layers that made them must learn.")]
    public sealed class CutsTheMaps : Deforming<CutsTheMaps>
    {
        protected override Tensor Source(Tensor maps) => maps.detach();
    }

    [CaughtBy(nameof(DeformablePoolProperties<>.Each_box_is_pooled_by_itself))]
    [Breaks("Pool.offsets.1")]
    [Advice("Each box has its own offsets, wherever it stands among the others.")]
    public sealed class TakesTheFirstOffsets : Deforming<TakesTheFirstOffsets>
    {
        protected override Tensor Moves(Tensor offsets, double gamma) => offsets.shape[0] == 0 ? offsets : offsets[..1].expand_as(offsets) * gamma;
    }

    [CaughtBy(nameof(DeformablePoolProperties<>.Maps_and_boxes_may_be_of_float32_or_float64_each))]
    [Breaks("Pool.returns.1", "Constraints.6")]
    [Advice("Weights of float64 turn the result of a float32 model into float64: give them the type of the maps.")]
    public sealed class ReturnsDoubles : Deforming<ReturnsDoubles>
    {
        protected override Tensor Finish(Tensor result, ScalarType type) => result;
    }

    [CaughtBy(nameof(DeformablePoolProperties<>.Bad_input_throws))]
    [Breaks("Pool.exception.1", "Pool.exception.2", "Constraints.1", "Constraints.3")]
    [Advice("Offsets of one box serve all by broadcasting, without a word: compare the shapes first.")]
    public sealed class ChecksNothing : Deforming<ChecksNothing>
    {
        protected override void Check(Tensor maps, Tensor boxes, Tensor offsets, double scale) { }
    }

    [CaughtBy(nameof(DeformablePoolProperties<>.However_the_offsets_lie_in_memory_they_are_read_rightly_and_left_unchanged))]
    [Breaks("Constraints.6")]
    [Advice("mul_ writes into the caller's offsets: the next call finds them smaller.")]
    public sealed class ScalesTheCallersOffsets : Deforming<ScalesTheCallersOffsets>
    {
        protected override Tensor Moves(Tensor offsets, double gamma) => offsets.detach().mul_(gamma);
    }

    [CaughtBy(nameof(DeformablePoolProperties<>.No_tensor_is_left_behind))]
    [Breaks("Constraints.7")]
    [Advice("Every operation makes a tensor that lives until it is disposed: open a NewDisposeScope and move the result out of it.")]
    public sealed class LeavesItsTensors : Deforming<LeavesItsTensors>
    {
        protected override Tensor Compute(Tensor maps, Tensor boxes, Tensor offsets, double scale, int samples, double gamma)
        {
            Check(maps, boxes, offsets, scale);
            return Product(maps, boxes, offsets, scale, samples, gamma);
        }
    }

    [CaughtBy(nameof(DeformablePoolProperties<>.Offsets_may_take_a_bin_off_the_map_and_onto_it))]
    [Breaks("Pool.summary.1")]
    [Advice("Whether a sample is off the map is decided where it lies in the end, after its bin has moved.")]
    public sealed class LooksBeforeItMoves : Deforming<LooksBeforeItMoves>
    {
        protected override Tensor OnTheMap(Tensor at, Tensor still, long length) => (still >= -1) & (still <= length);
    }

    [CaughtBy(nameof(DeformablePoolProperties<>.Boxes_of_a_million_pixels_keep_their_digits))]
    [Breaks("Constraints.4")]
    [Advice("Float has 7 digits: at a million pixels it tells sixteenths apart. Compute where the samples lie in double.")]
    public sealed class PlacesInFloat : Deforming<PlacesInFloat>
    {
        protected override Tensor Sides(Tensor boxes) => boxes.to(float32).to(float64);
    }

    [CaughtBy(nameof(DeformablePoolProperties<>.Each_bin_is_the_mean_of_its_moved_samples))]
    [Breaks("Constraints.4")]
    [Advice("An inverted box keeps its negative size: the samples run from x1 back to x2, and the offsets turn round with them.")]
    public sealed class EmptiesInvertedBoxes : Deforming<EmptiesInvertedBoxes>
    {
        protected override Tensor Size(Tensor size) => size.clamp_min(0);
    }

    [CaughtBy(nameof(DeformablePoolProperties<>.Each_bin_is_the_mean_of_its_moved_samples))]
    [Breaks("Pool.samples.1", "Constraints.5")]
    [Advice("Not only 0 but any number below it asks for size / bins.")]
    public sealed class AdaptsOnlyToZero : Deforming<AdaptsOnlyToZero>
    {
        protected override bool Adapts(int samples) => samples == 0;
    }

    [CaughtBy(nameof(DeformablePoolProperties<>.Each_bin_is_the_mean_of_its_moved_samples))]
    [Breaks("Pool.samples.2", "Constraints.5")]
    [Advice("An inverted or empty box asks for no sample at all: its bins are 0.")]
    public sealed class TakesAtLeastOneSample : Deforming<TakesAtLeastOneSample>
    {
        protected override Tensor Adapted(Tensor size) => size.ceil().clamp_min(1);
    }

    [CaughtBy(nameof(DeformablePoolProperties<>.However_the_offsets_lie_in_memory_they_are_read_rightly_and_left_unchanged))]
    [Breaks("Pool.offsets.1")]
    [Advice("Offsets may come permuted from the layer that computes them: view needs numbers that lie row by row, reshape does not.")]
    public sealed class ViewsTheOffsets : Deforming<ViewsTheOffsets>
    {
        protected override Tensor Moves(Tensor offsets, double gamma) => offsets.view(-1).view(offsets.shape) * gamma;
    }

    /// <summary>The answer, with something wrong around it.</summary>
    public abstract class With<TFault> : IDeformablePool where TFault : RegionFault, new()
    {
        public static Tensor Pool(Tensor maps, Tensor boxes, Tensor offsets, double scale, int samples, double gamma) =>
            new TFault().Pool(maps, boxes, (m, b) => DeformablePool.Pool(m, b, b.shape[0] == offsets.shape[0] ? offsets : offsets[..(int)b.shape[0]], scale, samples, gamma));
    }

    [CaughtBy(nameof(DeformablePoolProperties<>.However_maps_and_boxes_lie_in_memory_they_are_read_rightly_and_left_unchanged))]
    [Breaks("Pool.maps.1")]
    [Advice("view needs numbers that lie row by row, and those of maps with the channels last do not: reshape or contiguous copies where it must.")]
    public sealed class ViewsTheMaps : With<RegionFaults.View>;

    [CaughtBy(nameof(DeformablePoolProperties<>.However_maps_and_boxes_lie_in_memory_they_are_read_rightly_and_left_unchanged))]
    [Breaks("Constraints.6")]
    [Advice("round_ writes into its tensor, and a slice is a view: the caller finds his boxes rounded.")]
    public sealed class RoundsTheCallersBoxes : With<RegionFaults.WritesIntoTheBoxes>;

    [CaughtBy(nameof(DeformablePoolProperties<>.Digits_beyond_those_of_float_count))]
    [Breaks("Pool.maps.1")]
    [Advice("Float keeps 7 digits of a float64 map: compute in the type of the maps, or in float64.")]
    public sealed class ComputesInFloat : With<RegionFaults.InFloat>;

    [CaughtBy(nameof(DeformablePoolProperties<>.Maps_and_boxes_may_be_of_float32_or_float64_each))]
    [Breaks("Pool.boxes.1")]
    [Advice("Boxes come as float64 too: convert them before you read them.")]
    public sealed class ReadsTheBoxesAsFloats : With<RegionFaults.ReadsFloats>;

    [CaughtBy(nameof(DeformablePoolProperties<>.Many_boxes_and_bins_take_no_more_operations_than_few))]
    [Breaks("Constraints.8", "Target.2")]
    [Advice("A few tensor operations for each box are microseconds each: all boxes of a picture are done by the same ones.")]
    public sealed class GoesBoxByBox : With<RegionFaults.BoxByBox>;

    [CaughtBy(nameof(DeformablePoolProperties<>.Five_hundred_small_boxes_on_a_large_map_look_only_at_their_own_cells))]
    [Breaks("Pool.summary.2", "Target.1")]
    [Advice("A bin has a few cells of a large map: go through these, not through the map.")]
    public sealed class LooksAtAllCellsForEachBin : With<RegionFaults.AllCellsForEachBin>;

    [CaughtBy(nameof(DeformablePoolProperties<>.A_picture_that_there_is_not_throws))]
    [Breaks("Pool.exception.1", "Constraints.3")]
    [Advice("Picture -1 is not the last one: refuse a number below 0 and from N on, before it becomes an index.")]
    public sealed class WrapsThePicture : With<RegionFaults.WrapsThePicture>;

    [CaughtBy(nameof(DeformablePoolProperties<>.However_maps_and_boxes_lie_in_memory_they_are_read_rightly_and_left_unchanged))]
    [Breaks("Pool.exception.1", "Constraints.3")]
    [Advice("The caller may write other boxes into a tensor that you have checked: check them in each call.")]
    public sealed class ChecksATensorOnce : With<RegionFaults.ChecksATensorOnce>;

    [CaughtBy(nameof(DeformablePoolProperties<>.Without_boxes_the_result_is_empty_and_has_a_gradient_of_zeros))]
    [Breaks("Pool.returns.1", "Constraints.1")]
    [Advice("A fresh tensor for K = 0 is outside the graph, and the backward step throws: take the empty result from the maps as well.")]
    public sealed class StartsAnewWithoutBoxes : With<RegionFaults.StartsAnewWithoutBoxes>;

    [CaughtBy(nameof(DeformablePoolProperties<>.At_the_smallest_scale_a_box_is_where_pixel_0_is))]
    [Breaks("Pool.scale.1", "Constraints.3")]
    [Advice("In float a number just above 0 is 0: check the scale as it is given.")]
    public sealed class ChecksTheScaleInFloat : Deforming<ChecksTheScaleInFloat>
    {
        protected override void Check(Tensor maps, Tensor boxes, Tensor offsets, double scale) => base.Check(maps, boxes, offsets, (float)scale);
    }

    [CaughtBy(nameof(DeformablePoolProperties<>.Boxes_of_a_million_pixels_keep_their_digits))]
    [Breaks("Pool.boxes.1", "Constraints.4")]
    [Advice("Boxes of float64 on maps of float32 have digits that float has not: read them in their own type.")]
    public sealed class ReadsTheBoxesInTheMapsType : With<RegionFaults.BoxesOfTheMapsType>;

    [CaughtBy(nameof(DeformablePoolProperties<>.On_a_slope_samples_on_the_cells_have_its_gradient_too))]
    [Breaks("Pool.returns.1")]
    [Advice("A sample on a cell takes 0 of the next one, but that is no constant: without the next cell the offset feels no slope.")]
    public sealed class LeavesOutCellsOfWeight0 : Deforming<LeavesOutCellsOfWeight0>
    {
        protected override Tensor Shares(Tensor past)
        {
            var shares = base.Shares(past);
            return where(shares.detach() > 0, shares, zeros_like(shares));
        }
    }

    [CaughtBy(nameof(DeformablePoolProperties<>.On_a_slope_samples_on_the_cells_have_its_gradient_too))]
    [Breaks("Pool.returns.1")]
    [Advice("A tent over each cell has a kink there and where it ends, and autograd takes both sides of one: take the cell below the sample and the next.")]
    public sealed class PutsATentOverEachCell : Deforming<PutsATentOverEachCell>
    {
        protected override int First => -1; // a tent ends there, if the sample lies on a cell
        protected override Tensor Shares(Tensor past) => (1 - past.abs()).clamp_min(0);
    }
}
