namespace Etudes.ML;

public static class RoiMaxPoolMistakes
{
    /// <summary>Pooling bin by bin over arrays, then one gather; each mistake spoils one part.</summary>
    public abstract class Pooling<TSelf> : IRoiMaxPool where TSelf : Pooling<TSelf>, new()
    {
        public static Tensor Pool(Tensor maps, Tensor boxes, int binsHigh, int binsWide, double scale) =>
            new TSelf().Compute(maps, boxes, binsHigh, binsWide, scale);

        protected virtual Tensor Compute(Tensor maps, Tensor boxes, int high, int wide, double scale)
        {
            Check(maps, boxes, high, wide, scale);
            using var scope = NewDisposeScope();
            return Gather(maps, boxes, high, wide, scale).MoveToOuterDisposeScope();
        }

        protected Tensor Gather(Tensor maps, Tensor boxes, int high, int wide, double scale)
        {
            var (channels, height, width) = ((int)maps.shape[1], (int)maps.shape[2], (int)maps.shape[3]);
            double[] values = MustTensor.Read(maps);
            double[][] each = Order([.. MustTensor.Read(boxes).Chunk(5)]);
            var index = new List<long>();
            foreach (double[] box in each)
            {
                if (!(box[0] >= 0 && box[0] < maps.shape[0] && double.IsInteger(box[0]))) throw new ArgumentOutOfRangeException(nameof(boxes));
                for (int at = 0; at < channels * high * wide; at++)
                {
                    var rows = Cells(box[2], box[4], at / wide % high, high, scale, height);
                    var columns = Cells(box[1], box[3], at % wide, wide, scale, width);
                    int map = (Picture(box) * channels + at / wide / high) * height, best = -1;
                    for (int y = rows.Begin; y < rows.End; y++)
                        for (int x = columns.Begin; x < columns.End; x++)
                            if (best < 0 ? BeatsNothing(values[(map + y) * width + x]) : Beats(values[(map + y) * width + x], values[best])) best = (map + y) * width + x;
                    index.Add(best < 0 ? values.Length : best);
                }
            }
            var cells = cat([Source(maps).flatten(), full(1, Empty, dtype: maps.dtype)]); // [N * C * H * W + 1]
            return Finish(cells.take(tensor(index.ToArray(), each.Length, channels, high, wide)));
        }

        protected virtual void Check(Tensor maps, Tensor boxes, int high, int wide, double scale)
        {
            if (maps.dim() != 4 || boxes.dim() != 2 || boxes.shape[1] != 5) throw new ArgumentException("the shapes do not fit");
            if (high < 1 || wide < 1 || !(scale > 0)) throw new ArgumentOutOfRangeException(nameof(scale));
        }

        protected virtual (int Begin, int End) Cells(double from, double to, int i, int n, double scale, int length)
        {
            long start = Round(Scaled(from, scale)), size = Math.Max(Size(start, Round(Scaled(to, scale))), 1);
            return ((int)Math.Clamp(start + Times(i, size) / n, 0, length), (int)Math.Clamp(start + End(Times(i + 1, size), n), 0, length));
        }

        protected virtual double Scaled(double x, double scale) => x * scale;
        protected virtual long Round(double x) => (long)Math.Round(x, MidpointRounding.AwayFromZero);
        protected virtual long Times(int i, long size) => i * size;
        protected virtual long Size(long start, long end) => end - start + 1;
        protected virtual long End(long numerator, int n) => (numerator + n - 1) / n;
        protected virtual int Picture(double[] box) => (int)box[0];
        protected virtual bool BeatsNothing(double value) => true;
        protected virtual bool Beats(double value, double best) => value > best;
        protected virtual double[][] Order(double[][] boxes) => boxes;
        protected virtual double Empty => 0;
        protected virtual Tensor Source(Tensor maps) => maps;
        protected virtual Tensor Finish(Tensor result) => result;
    }

    [CaughtBy(nameof(RoiMaxPoolProperties<>.Halves_are_rounded_away_from_zero))]
    [Breaks("Pool.summary.1")]
    [Advice("Math.Round and torch.round take halves to the even neighbour: ask for MidpointRounding.AwayFromZero.")]
    public sealed class RoundsHalvesToEven : Pooling<RoundsHalvesToEven>
    {
        protected override long Round(double x) => (long)Math.Round(x);
    }

    [CaughtBy(nameof(RoiMaxPoolProperties<>.Each_bin_holds_the_largest_of_its_cells))]
    [Breaks("Constraints.4")]
    [Advice("Divide the whole box into bins and clip each bin to the map; clipping the box first moves every bin.")]
    public sealed class ClipsTheBoxFirst : Pooling<ClipsTheBoxFirst>
    {
        protected override (int Begin, int End) Cells(double from, double to, int i, int n, double scale, int length)
        {
            long start = Math.Clamp(Round(from * scale), 0, length - 1), end = Math.Clamp(Round(to * scale), 0, length - 1);
            long size = Math.Max(end - start + 1, 1);
            return ((int)(start + i * size / n), (int)(start + End((i + 1) * size, n)));
        }
    }

    [CaughtBy(nameof(RoiMaxPoolProperties<>.Each_bin_holds_the_largest_of_its_cells))]
    [Breaks("Pool.boxes.1")]
    [Advice("The cell of the second corner belongs to the box: its size is end - start + 1.")]
    public sealed class LeavesOutTheLastCell : Pooling<LeavesOutTheLastCell>
    {
        protected override long Size(long start, long end) => end - start;
    }

    [CaughtBy(nameof(RoiMaxPoolProperties<>.Each_bin_holds_the_largest_of_its_cells))]
    [Breaks("Pool.binsHigh.1")]
    [Advice("A bin ends at the ceiling of (i + 1) size / n: neighbours may share a cell, and no bin is empty just because the box is small.")]
    public sealed class FloorsTheEnds : Pooling<FloorsTheEnds>
    {
        protected override long End(long numerator, int n) => numerator / n;
    }

    [CaughtBy(nameof(RoiMaxPoolProperties<>.Pictures_of_twice_the_size_at_half_the_scale_pool_alike))]
    [Breaks("Pool.scale.1")]
    [Advice("Boxes are in pixels of the picture: multiply by scale to get cells of the map.")]
    public sealed class ForgetsTheScale : Pooling<ForgetsTheScale>
    {
        protected override double Scaled(double x, double scale) => x;
    }

    [CaughtBy(nameof(RoiMaxPoolProperties<>.Each_bin_holds_the_largest_of_its_cells))]
    [Breaks("Pool.boxes.1")]
    [Advice("The first column of a box says in which picture of the batch it is.")]
    public sealed class LooksAtTheFirstPicture : Pooling<LooksAtTheFirstPicture>
    {
        protected override int Picture(double[] box) => 0;
    }

    [CaughtBy(nameof(RoiMaxPoolProperties<>.Each_box_is_pooled_by_itself))]
    [Breaks("Pool.returns.1")]
    [Advice("Results come in the order of the boxes, also when you gather them picture by picture.")]
    public sealed class SortsByPicture : Pooling<SortsByPicture>
    {
        protected override double[][] Order(double[][] boxes) => [.. boxes.OrderBy(box => box[0]).ThenBy(box => box[1])];
    }

    [CaughtBy(nameof(RoiMaxPoolProperties<>.It_agrees_with_the_golden_data))]
    [Breaks("Pool.summary.1")]
    [Advice("A bin off the map has no maximum: it is 0, not the value that the maximum began with.")]
    public sealed class LeavesEmptyBinsAtMinusInfinity : Pooling<LeavesEmptyBinsAtMinusInfinity>
    {
        protected override double Empty => double.NegativeInfinity;
    }

    [CaughtBy(nameof(RoiMaxPoolProperties<>.The_first_maximum_in_reading_order_takes_the_gradient))]
    [Breaks("Pool.summary.2", "Constraints.5")]
    [Advice("Of equal cells the first takes the gradient: replace the maximum only by a larger value.")]
    public sealed class KeepsTheLastMaximum : Pooling<KeepsTheLastMaximum>
    {
        protected override bool Beats(double value, double best) => value >= best;
    }

    [CaughtBy(nameof(RoiMaxPoolProperties<>.The_first_maximum_in_reading_order_takes_the_gradient))]
    [Breaks("Pool.returns.1")]
    [Advice("Find the index on a copy, but take the value from the maps themselves, so that autograd sees it.")]
    public sealed class CutsTheGradient : Pooling<CutsTheGradient>
    {
        protected override Tensor Source(Tensor maps) => maps.detach();
    }

    [CaughtBy(nameof(RoiMaxPoolProperties<>.Maps_and_boxes_may_be_of_float32_or_float64_each))]
    [Breaks("Pool.returns.1", "Constraints.5")]
    [Advice("Take the values from the maps: what went through an array of doubles is float64.")]
    public sealed class ReturnsDoubles : Pooling<ReturnsDoubles>
    {
        protected override Tensor Finish(Tensor result) => result.to(float64);
    }

    [CaughtBy(nameof(RoiMaxPoolProperties<>.Without_boxes_the_result_is_empty_and_has_a_gradient_of_zeros))]
    [Breaks("Constraints.1")]
    [Advice("A picture may have no proposals: stack and cat refuse an empty list, so shape the result for K = 0 too.")]
    public sealed class StacksTheBoxes : Pooling<StacksTheBoxes>
    {
        protected override Tensor Compute(Tensor maps, Tensor boxes, int high, int wide, double scale)
        {
            Check(maps, boxes, high, wide, scale);
            using var scope = NewDisposeScope();
            return cat([.. boxes.split(1).Where(box => box.shape[0] > 0).Select(box => Gather(maps, box, high, wide, scale))]).MoveToOuterDisposeScope();
        }
    }

    [CaughtBy(nameof(RoiMaxPoolProperties<>.Bad_input_throws))]
    [Breaks("Pool.binsHigh.1", "Pool.binsWide.1", "Pool.exception.1", "Pool.exception.2", "Constraints.1", "Constraints.2")]
    [Advice("Refuse wrong shapes and a number of bins below 1 yourself, before libtorch fails somewhere inside.")]
    public sealed class ChecksNothing : Pooling<ChecksNothing>
    {
        protected override void Check(Tensor maps, Tensor boxes, int high, int wide, double scale) { }
    }

    [CaughtBy(nameof(RoiMaxPoolProperties<>.No_tensor_is_left_behind))]
    [Breaks("Constraints.6")]
    [Advice("Every operation makes a tensor that lives until it is disposed: open a NewDisposeScope and move the result out of it.")]
    public sealed class LeavesItsTensors : Pooling<LeavesItsTensors>
    {
        protected override Tensor Compute(Tensor maps, Tensor boxes, int high, int wide, double scale)
        {
            Check(maps, boxes, high, wide, scale);
            return Gather(maps, boxes, high, wide, scale);
        }
    }

    /// <summary>The answer, with something wrong around it.</summary>
    public abstract class With<TFault> : IRoiMaxPool where TFault : RegionFault, new()
    {
        public static Tensor Pool(Tensor maps, Tensor boxes, int binsHigh, int binsWide, double scale) =>
            new TFault().Pool(maps, boxes, (m, b) => RoiMaxPool.Pool(m, b, binsHigh, binsWide, scale));
    }

    [CaughtBy(nameof(RoiMaxPoolProperties<>.However_maps_and_boxes_lie_in_memory_they_are_read_rightly_and_left_unchanged))]
    [Breaks("Pool.maps.1")]
    [Advice("view needs numbers that lie row by row, and those of maps with the channels last do not: reshape or contiguous copies where it must.")]
    public sealed class ViewsTheMaps : With<RegionFaults.View>;

    [CaughtBy(nameof(RoiMaxPoolProperties<>.However_maps_and_boxes_lie_in_memory_they_are_read_rightly_and_left_unchanged))]
    [Breaks("Constraints.5")]
    [Advice("round_ writes into its tensor, and a slice is a view: the caller finds his boxes rounded.")]
    public sealed class RoundsTheCallersBoxes : With<RegionFaults.WritesIntoTheBoxes>;

    [CaughtBy(nameof(RoiMaxPoolProperties<>.Digits_beyond_those_of_float_count))]
    [Breaks("Pool.maps.1")]
    [Advice("Float keeps 7 digits of a float64 map: compute in the type of the maps, or in float64.")]
    public sealed class ComputesInFloat : With<RegionFaults.InFloat>;

    [CaughtBy(nameof(RoiMaxPoolProperties<>.Maps_and_boxes_may_be_of_float32_or_float64_each))]
    [Breaks("Pool.boxes.1")]
    [Advice("Boxes come as float64 too: convert them before you read them.")]
    public sealed class ReadsTheBoxesAsFloats : With<RegionFaults.ReadsFloats>;

    [CaughtBy(nameof(RoiMaxPoolProperties<>.Many_boxes_and_bins_take_no_more_operations_than_few))]
    [Breaks("Constraints.7", "Target.2")]
    [Advice("A few tensor operations for each box are microseconds each: all boxes of a picture are done by the same ones.")]
    public sealed class GoesBoxByBox : With<RegionFaults.BoxByBox>;

    [CaughtBy(nameof(RoiMaxPoolProperties<>.Five_hundred_small_boxes_on_a_large_map_look_only_at_their_own_cells))]
    [Breaks("Target.1")]
    [Advice("A bin has a few cells of a large map: go through these, not through the map.")]
    public sealed class LooksAtAllCellsForEachBin : With<RegionFaults.AllCellsForEachBin>;

    [CaughtBy(nameof(RoiMaxPoolProperties<>.A_picture_that_there_is_not_throws))]
    [Breaks("Pool.exception.1", "Constraints.2")]
    [Advice("Picture -1 is not the last one: refuse a number below 0 and from N on, before it becomes an index.")]
    public sealed class WrapsThePicture : With<RegionFaults.WrapsThePicture>;

    [CaughtBy(nameof(RoiMaxPoolProperties<>.Minus_infinity_is_a_value_like_any_other))]
    [Breaks("Pool.summary.1")]
    [Advice("A bin of -infinity alone is not empty: begin with its first cell, not with a value that no cell beats.")]
    public sealed class BeginsAtMinusInfinity : Pooling<BeginsAtMinusInfinity>
    {
        protected override bool BeatsNothing(double value) => value > double.NegativeInfinity;
    }

    [CaughtBy(nameof(RoiMaxPoolProperties<>.Boxes_of_a_billion_pixels_are_divided_like_small_ones))]
    [Breaks("Constraints.3")]
    [Advice("Four times a billion is more than int holds, and comes out negative: multiply in long.")]
    public sealed class MultipliesInInt : Pooling<MultipliesInInt>
    {
        protected override long Times(int i, long size) => unchecked(i * (int)size);
    }

    [CaughtBy(nameof(RoiMaxPoolProperties<>.Bad_input_throws))]
    [Breaks("RoiMaxPool.summary.1", "Pool.binsWide.1")]
    [Advice("Bins high and bins wide are two numbers: look at both.")]
    public sealed class TakesOneNumberOfBins : Pooling<TakesOneNumberOfBins>
    {
        protected override Tensor Compute(Tensor maps, Tensor boxes, int high, int wide, double scale) => base.Compute(maps, boxes, high, high, scale);
    }

    [CaughtBy(nameof(RoiMaxPoolProperties<>.Boxes_of_up_to_64_cells_in_up_to_7_bins_have_exact_edges))]
    [Breaks("Pool.binsHigh.1")]
    [Advice("i times a quotient of floats is now and then just above a whole number, and its ceiling is one more: divide integers, last.")]
    public sealed class MultipliesTheQuotient : Pooling<MultipliesTheQuotient>
    {
        protected override (int Begin, int End) Cells(double from, double to, int i, int n, double scale, int length)
        {
            long start = Round(from * scale), size = Math.Max(Size(start, Round(to * scale)), 1);
            double bin = (double)size / n;
            return ((int)Math.Clamp(start + Math.Floor(i * bin), 0, length), (int)Math.Clamp(start + Math.Ceiling((i + 1) * bin), 0, length));
        }
    }

    [CaughtBy(nameof(RoiMaxPoolProperties<>.Halves_are_rounded_away_from_zero))]
    [Breaks("Pool.summary.1")]
    [Advice("Floor of x + 1/2 takes -3.5 to -3: away from zero it is -4.")]
    public sealed class RoundsHalvesUp : Pooling<RoundsHalvesUp>
    {
        protected override long Round(double x) => (long)Math.Floor(x + 0.5);
    }

    [CaughtBy(nameof(RoiMaxPoolProperties<>.However_maps_and_boxes_lie_in_memory_they_are_read_rightly_and_left_unchanged))]
    [Breaks("Pool.exception.1", "Constraints.2")]
    [Advice("The caller may write other boxes into a tensor that you have checked: check them in each call.")]
    public sealed class ChecksATensorOnce : With<RegionFaults.ChecksATensorOnce>;

    [CaughtBy(nameof(RoiMaxPoolProperties<>.Without_boxes_the_result_is_empty_and_has_a_gradient_of_zeros))]
    [Breaks("Pool.returns.1", "Constraints.1")]
    [Advice("A fresh tensor for K = 0 is outside the graph, and the backward step throws: take the empty result from the maps as well.")]
    public sealed class StartsAnewWithoutBoxes : With<RegionFaults.StartsAnewWithoutBoxes>;

    [CaughtBy(nameof(RoiMaxPoolProperties<>.At_the_smallest_scale_a_box_is_where_pixel_0_is))]
    [Breaks("Pool.scale.1", "Constraints.2")]
    [Advice("In float a number just above 0 is 0: check the scale as it is given.")]
    public sealed class ChecksTheScaleInFloat : Pooling<ChecksTheScaleInFloat>
    {
        protected override void Check(Tensor maps, Tensor boxes, int high, int wide, double scale) => base.Check(maps, boxes, high, wide, (float)scale);
    }

    [CaughtBy(nameof(RoiMaxPoolProperties<>.Boxes_of_a_billion_pixels_are_divided_like_small_ones))]
    [Breaks("Pool.boxes.1", "Constraints.3")]
    [Advice("Boxes of float64 on maps of float32 have digits that float has not: read them in their own type.")]
    public sealed class ReadsTheBoxesInTheMapsType : With<RegionFaults.BoxesOfTheMapsType>;

    [CaughtBy(nameof(RoiMaxPoolProperties<>.Boxes_of_a_billion_pixels_are_divided_like_small_ones))]
    [Breaks("Pool.boxes.1", "Constraints.3")]
    [Advice("Boxes of float32 may have a size that float32 does not hold: measure and divide them in double, or in whole numbers.")]
    public sealed class MeasuresInTheBoxesType : Pooling<MeasuresInTheBoxesType>
    {
        private bool _isFloat;

        protected override Tensor Compute(Tensor maps, Tensor boxes, int high, int wide, double scale)
        {
            _isFloat = boxes.dtype == float32;
            return base.Compute(maps, boxes, high, wide, scale);
        }

        protected override long Size(long start, long end) => _isFloat ? (long)(float)base.Size(start, end) : base.Size(start, end);
    }

    [CaughtBy(nameof(RoiMaxPoolProperties<>.Halves_are_rounded_away_from_zero))]
    [Breaks("Pool.summary.1")]
    [Advice("The number just below 0.5 is no half, but 1/2 added to it is 1 in double: Math.Round with MidpointRounding.AwayFromZero adds nothing.")]
    public sealed class AddsAHalf : Pooling<AddsAHalf>
    {
        protected override long Round(double x) => Math.Sign(x) * (long)Math.Floor(Math.Abs(x) + 0.5);
    }
}
