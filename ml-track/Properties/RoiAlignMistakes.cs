namespace Etudes.ML;

public static class RoiAlignMistakes
{
    /// <summary>Every bin's weights of its cells in one sparse matrix, and one product; each mistake spoils one part.</summary>
    public abstract class Aligning<TSelf> : IRoiAlign where TSelf : Aligning<TSelf>, new()
    {
        public static Tensor Pool(Tensor maps, Tensor boxes, int binsHigh, int binsWide, double scale, int samples, bool aligned) =>
            new TSelf().Compute(maps, boxes, binsHigh, binsWide, scale, samples, aligned);

        protected virtual Tensor Compute(Tensor maps, Tensor boxes, int high, int wide, double scale, int samples, bool aligned)
        {
            Check(maps, boxes, high, wide, scale);
            using var scope = NewDisposeScope();
            return Product(maps, boxes, high, wide, scale, samples, aligned).MoveToOuterDisposeScope();
        }

        protected Tensor Product(Tensor maps, Tensor boxes, int high, int wide, double scale, int samples, bool aligned)
        {
            var (pictures, channels, height, width) = ((int)maps.shape[0], maps.shape[1], (int)maps.shape[2], (int)maps.shape[3]);
            double[][] each = Order([.. MustTensor.Read(Scaled(boxes, scale)).Chunk(5)]);
            var (places, weights) = (new List<(long Bin, long Cell)>(), new List<double>());
            for (int bin = 0; bin < each.Length * high * wide; bin++)
            {
                double[] box = each[bin / wide / high];
                if (!(box[0] >= 0 && box[0] < pictures && double.IsInteger(box[0]))) throw new ArgumentOutOfRangeException(nameof(boxes));
                var rows = Axis(box[2], box[4], bin / wide % high, high, samples, aligned, height);
                var columns = Axis(box[1], box[3], bin % wide, wide, samples, aligned, width);
                foreach (var (y, ofRow) in Counting(rows))
                    foreach (var (x, ofColumn) in Counting(columns))
                    {
                        places.Add((bin, (Picture(box) * height + y) * width + x));
                        weights.Add(ofRow * ofColumn);
                    }
            }
            var at = stack([tensor(places.Select(place => place.Bin).ToArray()), tensor(places.Select(place => place.Cell).ToArray())]); // [2, weights]
            var matrix = sparse_coo_tensor(at, tensor(weights.ToArray()).to(maps.dtype), [each.Length * high * wide, pictures * height * width]);
            var cells = Source(maps).permute(0, 2, 3, 1).reshape(pictures * height * width, channels);
            return Finish(matrix.mm(cells).reshape(each.Length, high, wide, channels).permute(0, 3, 1, 2));
        }

        private static (int Cell, double Weight)[] Counting(double[] weights) => [.. weights.Index().Where(one => one.Item != 0)];

        /// <summary>The weights of the cells of one axis in bin i of n.</summary>
        protected virtual double[] Axis(double from, double to, int i, int n, int samples, bool aligned, int length)
        {
            var (start, size) = Place(from, to, aligned);
            if (Adapts(samples)) samples = Samples(size / n);
            double[] weight = new double[length];
            int counted = 0;
            for (int s = 0; s < samples; s++)
            {
                double at = start + (i + Step(s, samples)) * size / n;
                if (!Counts(at, length)) continue;
                counted++;
                at = Math.Clamp(at, 0, length - 1);
                double part = Part(at - (int)at);
                weight[(int)at] += 1 - part;
                if (part > 0) weight[(int)at + 1] += part;
            }
            return [.. weight.Select(w => w / Math.Max(Divisor(samples, counted), 1))];
        }

        protected virtual void Check(Tensor maps, Tensor boxes, int high, int wide, double scale)
        {
            if (maps.dim() != 4 || boxes.dim() != 2 || boxes.shape[1] != 5) throw new ArgumentException("the shapes do not fit");
            if (high < 1 || wide < 1 || !(scale > 0)) throw new ArgumentOutOfRangeException(nameof(scale));
        }

        protected virtual Tensor Scaled(Tensor boxes, double scale) => cat([boxes[.., ..1], boxes[.., 1..] * scale], 1);
        protected virtual (double Start, double Size) Place(double from, double to, bool aligned) =>
            aligned ? (from - 0.5, to - from) : (from, Math.Max(to - from, 1));
        protected virtual bool Adapts(int samples) => samples <= 0;
        protected virtual int Samples(double size) => (int)Math.Ceiling(size);
        protected virtual double Step(int s, int samples) => (s + 0.5) / samples;
        protected virtual bool Counts(double at, int length) => at >= -1 && at <= length;
        protected virtual double Part(double fraction) => fraction;
        protected virtual int Divisor(int samples, int counted) => samples;
        protected virtual int Picture(double[] box) => (int)box[0];
        protected virtual double[][] Order(double[][] boxes) => boxes;
        protected virtual Tensor Source(Tensor maps) => maps;
        protected virtual Tensor Finish(Tensor result) => result;
    }

    [CaughtBy(nameof(RoiAlignProperties<>.On_a_slope_each_bin_is_the_height_of_its_middle))]
    [Breaks("RoiAlign.summary.1")]
    [Advice("Rounding is what this kata does without: the box stays where it is, between the cells.")]
    public sealed class RoundsTheBox : Aligning<RoundsTheBox>
    {
        protected override (double, double) Place(double from, double to, bool aligned) => base.Place(Math.Round(from), Math.Round(to), aligned);
    }

    [CaughtBy(nameof(RoiAlignProperties<>.On_a_slope_each_bin_is_the_height_of_its_middle))]
    [Breaks("Pool.summary.1")]
    [Advice("A sample lies in the middle of its part of the bin, (s + 1/2) / g, not at the part's beginning.")]
    public sealed class SamplesTheBeginnings : Aligning<SamplesTheBeginnings>
    {
        protected override double Step(int s, int samples) => (double)s / samples;
    }

    [CaughtBy(nameof(RoiAlignProperties<>.On_a_slope_each_bin_is_the_height_of_its_middle))]
    [Breaks("Pool.aligned.1")]
    [Advice("Aligned boxes move by half a cell: pixel centres lie at halves, cells at integers.")]
    public sealed class ForgetsTheHalf : Aligning<ForgetsTheHalf>
    {
        protected override (double, double) Place(double from, double to, bool aligned) => aligned ? (from, to - from) : base.Place(from, to, aligned);
    }

    [CaughtBy(nameof(RoiAlignProperties<>.Each_bin_is_the_mean_of_its_samples))]
    [Breaks("Pool.aligned.1")]
    [Advice("Only boxes that are not aligned are made at least a cell wide; an aligned box keeps its size, even 0.")]
    public sealed class WidensAlignedBoxes : Aligning<WidensAlignedBoxes>
    {
        protected override (double, double) Place(double from, double to, bool aligned) => aligned ? (from - 0.5, Math.Max(to - from, 1)) : base.Place(from, to, aligned);
    }

    [CaughtBy(nameof(RoiAlignProperties<>.It_agrees_with_the_golden_data))]
    [Breaks("Pool.aligned.1")]
    [Advice("A box that is not aligned is at least one cell high and wide.")]
    public sealed class KeepsSmallBoxes : Aligning<KeepsSmallBoxes>
    {
        protected override (double, double) Place(double from, double to, bool aligned) => (aligned ? from - 0.5 : from, to - from);
    }

    [CaughtBy(nameof(RoiAlignProperties<>.Each_bin_is_the_mean_of_its_samples))]
    [Breaks("Pool.samples.1", "Constraints.4")]
    [Advice("The number of samples is size / bins, rounded up: at least one per cell.")]
    public sealed class FloorsTheSamples : Aligning<FloorsTheSamples>
    {
        protected override int Samples(double size) => (int)size;
    }

    [CaughtBy(nameof(RoiAlignProperties<>.Each_bin_is_the_mean_of_its_samples))]
    [Breaks("Pool.summary.1")]
    [Advice("A sample off the map is 0 and counts: divide by the number of all samples.")]
    public sealed class DividesByThoseOnTheMap : Aligning<DividesByThoseOnTheMap>
    {
        protected override int Divisor(int samples, int counted) => counted;
    }

    [CaughtBy(nameof(RoiAlignProperties<>.A_sample_up_to_a_cell_off_the_map_has_the_value_of_its_border))]
    [Breaks("Pool.summary.1")]
    [Advice("Samples from -1 to L are clamped to the map; only those further off are 0.")]
    public sealed class EndsAtTheLastCell : Aligning<EndsAtTheLastCell>
    {
        protected override bool Counts(double at, int length) => at >= 0 && at <= length - 1;
    }

    [CaughtBy(nameof(RoiAlignProperties<>.A_sample_up_to_a_cell_off_the_map_has_the_value_of_its_border))]
    [Breaks("Constraints.5")]
    [Advice("Clamping alone repeats the border for ever: a sample below -1 or beyond L is 0.")]
    public sealed class RepeatsTheBorder : Aligning<RepeatsTheBorder>
    {
        protected override bool Counts(double at, int length) => true;
    }

    [CaughtBy(nameof(RoiAlignProperties<>.The_cells_share_the_gradient_by_their_weights))]
    [Breaks("RoiAlign.summary.1")]
    [Advice("Interpolate between the cells; the nearest one alone takes a gradient that belongs to four.")]
    public sealed class TakesTheNearest : Aligning<TakesTheNearest>
    {
        protected override double Part(double fraction) => Math.Round(fraction);
    }

    [CaughtBy(nameof(RoiAlignProperties<>.The_cells_share_the_gradient_by_their_weights))]
    [Breaks("Pool.returns.1")]
    [Advice("The weights may come from arrays, the cells must come from the maps themselves, so that autograd sees them.")]
    public sealed class CutsTheGradient : Aligning<CutsTheGradient>
    {
        protected override Tensor Source(Tensor maps) => maps.detach();
    }

    [CaughtBy(nameof(RoiAlignProperties<>.Pictures_of_twice_the_size_at_half_the_scale_pool_alike))]
    [Breaks("Pool.scale.1")]
    [Advice("Boxes are in pixels of the picture: multiply by scale to get cells of the map.")]
    public sealed class ForgetsTheScale : Aligning<ForgetsTheScale>
    {
        protected override Tensor Scaled(Tensor boxes, double scale) => boxes;
    }

    [CaughtBy(nameof(RoiAlignProperties<>.Each_bin_is_the_mean_of_its_samples))]
    [Breaks("Pool.boxes.1")]
    [Advice("The first column of a box says in which picture of the batch it is.")]
    public sealed class LooksAtTheFirstPicture : Aligning<LooksAtTheFirstPicture>
    {
        protected override int Picture(double[] box) => 0;
    }

    [CaughtBy(nameof(RoiAlignProperties<>.Each_box_is_pooled_by_itself))]
    [Breaks("Pool.returns.1")]
    [Advice("Results come in the order of the boxes, also when you pool them picture by picture.")]
    public sealed class SortsByPicture : Aligning<SortsByPicture>
    {
        protected override double[][] Order(double[][] boxes) => [.. boxes.OrderBy(box => box[0]).ThenBy(box => box[1])];
    }

    [CaughtBy(nameof(RoiAlignProperties<>.Maps_and_boxes_may_be_of_float32_or_float64_each))]
    [Breaks("Pool.returns.1", "Constraints.6")]
    [Advice("Weights of float64 turn the result of a float32 model into float64: give them the type of the maps.")]
    public sealed class ReturnsDoubles : Aligning<ReturnsDoubles>
    {
        protected override Tensor Finish(Tensor result) => result.to(float64);
    }

    [CaughtBy(nameof(RoiAlignProperties<>.Bad_input_throws))]
    [Breaks("Pool.binsHigh.1", "Pool.binsWide.1", "Pool.exception.1", "Pool.exception.2", "Constraints.1", "Constraints.2")]
    [Advice("Refuse wrong shapes and a number of bins below 1 yourself, before libtorch fails somewhere inside.")]
    public sealed class ChecksNothing : Aligning<ChecksNothing>
    {
        protected override void Check(Tensor maps, Tensor boxes, int high, int wide, double scale) { }
    }

    [CaughtBy(nameof(RoiAlignProperties<>.However_maps_and_boxes_lie_in_memory_they_are_read_rightly_and_left_unchanged))]
    [Breaks("Constraints.6")]
    [Advice("A slice is a view: scaling it in place scales the caller's boxes.")]
    public sealed class ScalesTheCallersBoxes : Aligning<ScalesTheCallersBoxes>
    {
        protected override Tensor Scaled(Tensor boxes, double scale)
        {
            boxes[.., 1..].mul_(scale);
            return boxes;
        }
    }

    [CaughtBy(nameof(RoiAlignProperties<>.No_tensor_is_left_behind))]
    [Breaks("Constraints.7")]
    [Advice("Every operation makes a tensor that lives until it is disposed: open a NewDisposeScope and move the result out of it.")]
    public sealed class LeavesItsTensors : Aligning<LeavesItsTensors>
    {
        protected override Tensor Compute(Tensor maps, Tensor boxes, int high, int wide, double scale, int samples, bool aligned)
        {
            Check(maps, boxes, high, wide, scale);
            return Product(maps, boxes, high, wide, scale, samples, aligned);
        }
    }

    [CaughtBy(nameof(RoiAlignProperties<>.Each_bin_is_the_mean_of_its_samples))]
    [Breaks("Pool.samples.1", "Constraints.4")]
    [Advice("Not only 0 but any number below it asks for size / bins.")]
    public sealed class AdaptsOnlyToZero : Aligning<AdaptsOnlyToZero>
    {
        protected override bool Adapts(int samples) => samples == 0;
    }

    [CaughtBy(nameof(RoiAlignProperties<>.Each_bin_is_the_mean_of_its_samples))]
    [Breaks("Pool.samples.2", "Constraints.4")]
    [Advice("An inverted or empty box asks for no sample at all: its bins are 0.")]
    public sealed class TakesAtLeastOneSample : Aligning<TakesAtLeastOneSample>
    {
        protected override int Samples(double size) => Math.Max(base.Samples(size), 1);
    }

    [CaughtBy(nameof(RoiAlignProperties<>.Each_bin_is_the_mean_of_its_samples))]
    [Breaks("Constraints.5")]
    [Advice("An inverted box keeps its negative size where it is aligned: the samples run from x1 back to x2.")]
    public sealed class EmptiesInvertedBoxes : Aligning<EmptiesInvertedBoxes>
    {
        protected override (double, double) Place(double from, double to, bool aligned) => aligned ? (from - 0.5, Math.Max(to - from, 0)) : base.Place(from, to, aligned);
    }

    [CaughtBy(nameof(RoiAlignProperties<>.Boxes_of_a_million_pixels_keep_their_digits))]
    [Breaks("Constraints.3")]
    [Advice("Float has 7 digits: at a million pixels it tells sixteenths apart. Compute where the samples lie in double.")]
    public sealed class PlacesInFloat : Aligning<PlacesInFloat>
    {
        protected override Tensor Scaled(Tensor boxes, double scale) => base.Scaled(boxes, scale).to(float32);
    }

    [CaughtBy(nameof(RoiAlignProperties<>.A_bin_of_thirty_thousand_samples_on_each_axis_reads_its_cells_once))]
    [Breaks("Pool.summary.2", "Target.1")]
    [Advice("A bin of 30,000 x 30,000 samples draws on a few cells: add up the weights on each axis, then multiply rows with columns.")]
    public sealed class VisitsEachPairOfSamples : Aligning<VisitsEachPairOfSamples>
    {
        protected override double Step(int s, int samples)
        {
            for (int other = 0; other < samples; other++) LawRunner.EndIfGivenUp();
            return base.Step(s, samples);
        }
    }

    /// <summary>The answer, with something wrong around it.</summary>
    public abstract class With<TFault> : IRoiAlign where TFault : RegionFault, new()
    {
        public static Tensor Pool(Tensor maps, Tensor boxes, int binsHigh, int binsWide, double scale, int samples, bool aligned) =>
            new TFault().Pool(maps, boxes, (m, b) => RoiAlign.Pool(m, b, binsHigh, binsWide, scale, samples, aligned));
    }

    [CaughtBy(nameof(RoiAlignProperties<>.However_maps_and_boxes_lie_in_memory_they_are_read_rightly_and_left_unchanged))]
    [Breaks("Pool.maps.1")]
    [Advice("view needs numbers that lie row by row, and those of maps with the channels last do not: reshape or contiguous copies where it must.")]
    public sealed class ViewsTheMaps : With<RegionFaults.View>;

    [CaughtBy(nameof(RoiAlignProperties<>.However_maps_and_boxes_lie_in_memory_they_are_read_rightly_and_left_unchanged))]
    [Breaks("Constraints.6")]
    [Advice("round_ writes into its tensor, and a slice is a view: the caller finds his boxes rounded.")]
    public sealed class RoundsTheCallersBoxes : With<RegionFaults.WritesIntoTheBoxes>;

    [CaughtBy(nameof(RoiAlignProperties<>.Digits_beyond_those_of_float_count))]
    [Breaks("Pool.maps.1")]
    [Advice("Float keeps 7 digits of a float64 map: compute in the type of the maps, or in float64.")]
    public sealed class ComputesInFloat : With<RegionFaults.InFloat>;

    [CaughtBy(nameof(RoiAlignProperties<>.Maps_and_boxes_may_be_of_float32_or_float64_each))]
    [Breaks("Pool.boxes.1")]
    [Advice("Boxes come as float64 too: convert them before you read them.")]
    public sealed class ReadsTheBoxesAsFloats : With<RegionFaults.ReadsFloats>;

    [CaughtBy(nameof(RoiAlignProperties<>.Many_boxes_and_bins_take_no_more_operations_than_few))]
    [Breaks("Constraints.8", "Target.2")]
    [Advice("A few tensor operations for each box are microseconds each: all boxes of a picture are done by the same ones.")]
    public sealed class GoesBoxByBox : With<RegionFaults.BoxByBox>;

    [CaughtBy(nameof(RoiAlignProperties<>.Five_hundred_small_boxes_on_a_large_map_look_only_at_their_own_cells))]
    [Breaks("Target.1")]
    [Advice("A bin has a few cells of a large map: go through these, not through the map.")]
    public sealed class LooksAtAllCellsForEachBin : With<RegionFaults.AllCellsForEachBin>;

    [CaughtBy(nameof(RoiAlignProperties<>.A_picture_that_there_is_not_throws))]
    [Breaks("Pool.exception.1", "Constraints.2")]
    [Advice("Picture -1 is not the last one: refuse a number below 0 and from N on, before it becomes an index.")]
    public sealed class WrapsThePicture : With<RegionFaults.WrapsThePicture>;

    [CaughtBy(nameof(RoiAlignProperties<>.However_maps_and_boxes_lie_in_memory_they_are_read_rightly_and_left_unchanged))]
    [Breaks("Pool.exception.1", "Constraints.2")]
    [Advice("The caller may write other boxes into a tensor that you have checked: check them in each call.")]
    public sealed class ChecksATensorOnce : With<RegionFaults.ChecksATensorOnce>;

    [CaughtBy(nameof(RoiAlignProperties<>.Without_boxes_the_result_is_empty_and_has_a_gradient_of_zeros))]
    [Breaks("Pool.returns.1", "Constraints.1")]
    [Advice("A fresh tensor for K = 0 is outside the graph, and the backward step throws: take the empty result from the maps as well.")]
    public sealed class StartsAnewWithoutBoxes : With<RegionFaults.StartsAnewWithoutBoxes>;

    [CaughtBy(nameof(RoiAlignProperties<>.At_the_smallest_scale_a_box_is_where_pixel_0_is))]
    [Breaks("Pool.scale.1", "Constraints.2")]
    [Advice("In float a number just above 0 is 0: check the scale as it is given.")]
    public sealed class ChecksTheScaleInFloat : Aligning<ChecksTheScaleInFloat>
    {
        protected override void Check(Tensor maps, Tensor boxes, int high, int wide, double scale) => base.Check(maps, boxes, high, wide, (float)scale);
    }

    [CaughtBy(nameof(RoiAlignProperties<>.Boxes_of_a_million_pixels_keep_their_digits))]
    [Breaks("Pool.boxes.1", "Constraints.3")]
    [Advice("Boxes of float64 on maps of float32 have digits that float has not: read them in their own type.")]
    public sealed class ReadsTheBoxesInTheMapsType : With<RegionFaults.BoxesOfTheMapsType>;
}
