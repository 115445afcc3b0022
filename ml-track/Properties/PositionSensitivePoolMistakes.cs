using static TorchSharp.torch.nn.functional;

namespace Etudes.ML;

public static class PositionSensitivePoolMistakes
{
    /// <summary>Four lookups per bin in an integral image, then the vote; each mistake spoils
    /// one part.</summary>
    public abstract class Integral<TSelf> : IPositionSensitivePool where TSelf : Integral<TSelf>, new()
    {
        public static Tensor Pool(Tensor maps, Tensor boxes, int bins, double scale) => new TSelf().Compute(maps, boxes, bins, scale);

        public static Tensor Vote(Tensor pooled)
        {
            var self = new TSelf();
            self.CheckVote(pooled);
            using var scope = NewDisposeScope();
            return self.Softmax(self.Mean(pooled)).MoveToOuterDisposeScope();
        }

        protected virtual Tensor Compute(Tensor maps, Tensor boxes, int bins, double scale)
        {
            Check(maps, boxes, bins, scale);
            using var scope = NewDisposeScope();
            return Means(maps, boxes, bins, scale).MoveToOuterDisposeScope();
        }

        protected Tensor Means(Tensor maps, Tensor boxes, int bins, double scale)
        {
            var (channels, height, width) = (maps.shape[1], maps.shape[2], maps.shape[3]);
            double[][] each = Order([.. MustTensor.Read(boxes).Chunk(5)]);
            if (each.Any(box => !(box[0] >= 0 && box[0] < maps.shape[0] && double.IsInteger(box[0])))) throw new ArgumentOutOfRangeException(nameof(boxes));
            var sums = pad(Sums(maps), [1, 0, 1, 0]).flatten(); // [N * C bins bins * (H + 1) * (W + 1)]
            var (top, bottom, high) = Edges([.. each.Select(box => (box[2], box[4]))], bins, scale, height, [-1, 1, bins, 1]);
            var (left, right, wide) = Edges([.. each.Select(box => (box[1], box[3]))], bins, scale, width, [-1, 1, 1, bins]);
            var pictures = tensor(each.Select(box => (long)box[0]).ToArray(), dtype: int64).reshape(-1, 1, 1, 1);
            var plane = pictures * channels + Channel(channels / (bins * bins), bins); // [K, C, bins, bins]
            Tensor At(Tensor y, Tensor x) => sums.take((plane * (height + 1) + y) * (width + 1) + x);
            var sum = At(bottom, right) - At(top, right) - At(bottom, left) + At(top, left);
            return Finish(sum / Area(high, wide), maps.dtype);
        }

        protected virtual void Check(Tensor maps, Tensor boxes, int bins, double scale)
        {
            if (bins < 1 || !(scale > 0)) throw new ArgumentOutOfRangeException(nameof(bins));
            if (maps.dim() != 4 || maps.shape[1] == 0 || maps.shape[1] % Squared(bins) != 0 || boxes.dim() != 2 || boxes.shape[1] != 5)
                throw new ArgumentException("the shapes do not fit");
        }

        protected virtual long Squared(int bins) => (long)bins * bins;

        protected virtual void CheckVote(Tensor pooled)
        {
            if (pooled.dim() != 4 || pooled.shape[1] == 0 || pooled.shape[2] == 0 || pooled.shape[2] != pooled.shape[3]) throw new ArgumentException("not [K, C, bins, bins]");
        }

        private (Tensor Begin, Tensor End, Tensor Length) Edges((double From, double To)[] sides, int bins, double scale, long length, long[] shape)
        {
            var cells = sides.SelectMany(side => Enumerable.Range(0, bins).Select(i => Cells(side.From, side.To, i, bins, scale, (int)length))).ToArray();
            Tensor Of(Func<(int Begin, int End, int Length), long> part) => tensor(cells.Select(part).ToArray(), dtype: int64).reshape([sides.Length, .. shape[1..]]);
            return (Of(c => c.Begin), Of(c => Math.Max(c.Begin, c.End)), Of(c => c.Length));
        }

        /// <summary>Begin and end on the map, and the length that the mean is taken over.</summary>
        protected virtual (int Begin, int End, int Length) Cells(double from, double to, int i, int n, double scale, int length)
        {
            long start = Round(Scaled(from, scale)), size = Math.Max(Size(start, Round(Scaled(to, scale))), 1);
            int begin = Clip(start + Begin(i, size, n), length), end = Clip(start + End(i, size, n), length);
            return (begin, end, end - begin);
        }

        protected virtual double Scaled(double x, double scale) => x * scale;
        protected virtual long Round(double x) => (long)Math.Round(x, MidpointRounding.AwayFromZero);
        protected virtual long Size(long start, long end) => end - start;
        protected virtual long Begin(int i, long size, int n) => i * size / n;
        protected virtual long End(int i, long size, int n) => ((i + 1) * size + n - 1) / n;
        protected virtual int Clip(long cell, int length) => (int)Math.Clamp(cell, 0, length);
        protected virtual double[][] Order(double[][] boxes) => boxes;
        protected virtual Tensor Sums(Tensor maps) => maps.to(float64).cumsum(3).cumsum(2);
        protected virtual Tensor Channel(long classes, int bins) => arange(classes * bins * bins).reshape(classes, bins, bins);
        protected virtual Tensor Area(Tensor high, Tensor wide) => (high * wide).clamp_min(1);
        protected virtual Tensor Finish(Tensor result, ScalarType type) => result.to(type);
        protected virtual Tensor Mean(Tensor pooled) => pooled.mean([2, 3]);
        protected virtual Tensor Softmax(Tensor means) => means.softmax(1);
    }

    [CaughtBy(nameof(PositionSensitivePoolProperties<>.A_box_on_maps_of_one_number_each_reads_every_map_once))]
    [Breaks("Pool.summary.1", "Pool.maps.1")]
    [Advice("The maps of a class stand together: bin (i, j) of class c reads map (c * bins + i) * bins + j, not (i * bins + j) * C + c.")]
    public sealed class PutsTheClassLast : Integral<PutsTheClassLast>
    {
        protected override Tensor Channel(long classes, int bins) => arange(classes * bins * bins).reshape(bins, bins, classes).permute(2, 0, 1);
    }

    [CaughtBy(nameof(PositionSensitivePoolProperties<>.Each_bin_is_the_mean_of_its_cells_on_its_own_map))]
    [Breaks("PositionSensitivePool.summary.1")]
    [Advice("Each bin has a map of its own: reading one map for all bins is plain average pooling, and the position is lost.")]
    public sealed class ForgetsThePosition : Integral<ForgetsThePosition>
    {
        protected override Tensor Channel(long classes, int bins) => (arange(classes) * bins * bins).reshape(-1, 1, 1).expand(-1, bins, bins);
    }

    [CaughtBy(nameof(PositionSensitivePoolProperties<>.Halves_are_rounded_away_from_zero_and_the_last_cell_is_left_out))]
    [Breaks("Pool.boxes.1", "Constraints.4")]
    [Advice("Here a box ends before the cell of its second corner: its size is end - start, without the 1 of RoI max pooling.")]
    public sealed class TakesTheLastCellToo : Integral<TakesTheLastCellToo>
    {
        protected override long Size(long start, long end) => end - start + 1;
    }

    [CaughtBy(nameof(PositionSensitivePoolProperties<>.Halves_are_rounded_away_from_zero_and_the_last_cell_is_left_out))]
    [Breaks("Pool.summary.1")]
    [Advice("Math.Round and torch.round take halves to the even neighbour: ask for MidpointRounding.AwayFromZero.")]
    public sealed class RoundsHalvesToEven : Integral<RoundsHalvesToEven>
    {
        protected override long Round(double x) => (long)Math.Round(x);
    }

    [CaughtBy(nameof(PositionSensitivePoolProperties<>.It_agrees_with_the_golden_data))]
    [Breaks("Pool.summary.1")]
    [Advice("Ends are exclusive: clipped to H - 1 and W - 1 the last row and column are never read.")]
    public sealed class NeverReadsTheLastRow : Integral<NeverReadsTheLastRow>
    {
        protected override int Clip(long cell, int length) => (int)Math.Clamp(cell, 0, length - 1);
    }

    [CaughtBy(nameof(PositionSensitivePoolProperties<>.Each_bin_is_the_mean_of_its_cells_on_its_own_map))]
    [Breaks("Constraints.4")]
    [Advice("The mean is over the cells that are on the map: divide by the area after clipping.")]
    public sealed class DividesByTheWholeBin : Integral<DividesByTheWholeBin>
    {
        protected override (int Begin, int End, int Length) Cells(double from, double to, int i, int n, double scale, int length)
        {
            var (begin, end, _) = base.Cells(from, to, i, n, scale, length);
            var (first, last, _) = base.Cells(from + 1000 / scale, to + 1000 / scale, i, n, scale, 5000);
            return (begin, end, last - first);
        }
    }

    [CaughtBy(nameof(PositionSensitivePoolProperties<>.It_agrees_with_the_golden_data))]
    [Breaks("Pool.summary.1", "Constraints.4")]
    [Advice("A bin off the map has no cells: its mean is 0, not 0 / 0.")]
    public sealed class DividesByZero : Integral<DividesByZero>
    {
        protected override Tensor Area(Tensor high, Tensor wide) => high * wide;
    }

    [CaughtBy(nameof(PositionSensitivePoolProperties<>.Pictures_of_twice_the_size_at_half_the_scale_pool_alike))]
    [Breaks("Pool.scale.1")]
    [Advice("Boxes are in pixels of the picture: multiply by scale to get cells of the map.")]
    public sealed class ForgetsTheScale : Integral<ForgetsTheScale>
    {
        protected override double Scaled(double x, double scale) => x;
    }

    [CaughtBy(nameof(PositionSensitivePoolProperties<>.Each_bin_is_the_mean_of_its_cells_on_its_own_map))]
    [Breaks("Pool.returns.1")]
    [Advice("Results come in the order of the boxes, also when you pool them picture by picture.")]
    public sealed class SortsByPicture : Integral<SortsByPicture>
    {
        protected override double[][] Order(double[][] boxes) => [.. boxes.OrderBy(box => box[0]).ThenBy(box => box[1])];
    }

    [CaughtBy(nameof(PositionSensitivePoolProperties<>.Small_bins_on_float32_maps_of_ten_thousand_keep_their_digits))]
    [Breaks("Constraints.5")]
    [Advice("The corner of an integral image holds the sum of all cells, and float32 has 7 digits of it: add up in float64.")]
    public sealed class AddsUpInFloat : Integral<AddsUpInFloat>
    {
        protected override Tensor Sums(Tensor maps) => maps.cumsum(3).cumsum(2);
    }

    [CaughtBy(nameof(PositionSensitivePoolProperties<>.However_maps_and_boxes_lie_in_memory_they_are_read_rightly_and_left_unchanged))]
    [Breaks("Constraints.6")]
    [Advice("Adding each row to the next in place writes the sums into the maps, which belong to the caller: use cumsum.")]
    public sealed class AddsUpInPlace : Integral<AddsUpInPlace>
    {
        protected override Tensor Sums(Tensor maps)
        {
            for (int y = 1; y < maps.shape[2]; y++) maps.detach().select(2, y).add_(maps.detach().select(2, y - 1));
            return maps.to(float64).cumsum(3);
        }
    }

    [CaughtBy(nameof(PositionSensitivePoolProperties<>.The_gradient_of_a_bin_is_shared_by_its_cells))]
    [Breaks("Pool.returns.1", "Constraints.5")]
    [Advice("A mean has a gradient to every one of its cells: keep autograd, or write the gradient as an autograd function.")]
    public sealed class CutsTheGradient : Integral<CutsTheGradient>
    {
        protected override Tensor Sums(Tensor maps) => base.Sums(maps.detach());
    }

    [CaughtBy(nameof(PositionSensitivePoolProperties<>.Maps_and_boxes_may_be_of_float32_or_float64_each))]
    [Breaks("Pool.returns.1", "Constraints.5")]
    [Advice("Add up in float64, but give the means back in the type of the maps.")]
    public sealed class ReturnsDoubles : Integral<ReturnsDoubles>
    {
        protected override Tensor Finish(Tensor result, ScalarType type) => result;
    }

    [CaughtBy(nameof(PositionSensitivePoolProperties<>.Without_boxes_the_result_is_empty_and_has_a_gradient_of_zeros))]
    [Breaks("Constraints.1")]
    [Advice("A picture may have no proposals: stack and cat refuse an empty list, so shape the result for K = 0 too.")]
    public sealed class StacksTheBoxes : Integral<StacksTheBoxes>
    {
        protected override Tensor Compute(Tensor maps, Tensor boxes, int bins, double scale)
        {
            Check(maps, boxes, bins, scale);
            using var scope = NewDisposeScope();
            return cat([.. boxes.split(1).Where(box => box.shape[0] > 0).Select(box => Means(maps, box, bins, scale))]).MoveToOuterDisposeScope();
        }
    }

    [CaughtBy(nameof(PositionSensitivePoolProperties<>.The_vote_is_the_softmax_of_the_mean_over_the_bins))]
    [Breaks("Vote.summary.1")]
    [Advice("All bins vote with equal weight, also those that speak against the class: average them, do not take the largest.")]
    public sealed class TakesTheLargestBin : Integral<TakesTheLargestBin>
    {
        protected override Tensor Mean(Tensor pooled) => pooled.amax([2, 3]);
    }

    [CaughtBy(nameof(PositionSensitivePoolProperties<>.The_vote_is_the_softmax_of_the_mean_over_the_bins))]
    [Breaks("Vote.summary.1")]
    [Advice("The classes of one box share the probability: softmax over dimension 1, not over the boxes.")]
    public sealed class SharesAmongTheBoxes : Integral<SharesAmongTheBoxes>
    {
        protected override Tensor Softmax(Tensor means) => means.softmax(0);
    }

    [CaughtBy(nameof(PositionSensitivePoolProperties<>.The_vote_stays_finite_for_scores_of_ten_thousand))]
    [Breaks("Constraints.5")]
    [Advice("exp overflows at 710, and below -745 all classes are 0: subtract the largest score first, or use softmax.")]
    public sealed class ExponentiatesFirst : Integral<ExponentiatesFirst>
    {
        protected override Tensor Softmax(Tensor means) => means.exp() / means.exp().sum(1, keepdim: true);
    }

    [CaughtBy(nameof(PositionSensitivePoolProperties<>.The_gradient_of_the_vote_is_the_slope))]
    [Breaks("Vote.returns.1")]
    [Advice("The vote is trained through: detach is for stopping a gradient, and here the scores have no other way to learn.")]
    public sealed class DetachesTheSum : Integral<DetachesTheSum>
    {
        protected override Tensor Softmax(Tensor means)
        {
            var parts = (means - means.amax([1], keepdim: true).detach()).exp(); // that one is right
            return parts / parts.sum(1, keepdim: true).detach();
        }
    }

    [CaughtBy(nameof(PositionSensitivePoolProperties<>.Bad_input_throws))]
    [Breaks("Pool.bins.1", "Pool.exception.1", "Pool.exception.2", "Vote.pooled.1", "Vote.exception.1", "Constraints.1", "Constraints.2")]
    [Advice("Six maps are not a class of 2 x 2 bins: say it before an index goes astray.")]
    public sealed class ChecksNothing : Integral<ChecksNothing>
    {
        protected override void Check(Tensor maps, Tensor boxes, int bins, double scale) { }
        protected override void CheckVote(Tensor pooled) { }
    }

    [CaughtBy(nameof(PositionSensitivePoolProperties<>.No_tensor_is_left_behind))]
    [Breaks("Constraints.7")]
    [Advice("An integral image is as large as the maps: open a NewDisposeScope and move only the result out of it.")]
    public sealed class LeavesItsTensors : Integral<LeavesItsTensors>
    {
        protected override Tensor Compute(Tensor maps, Tensor boxes, int bins, double scale)
        {
            Check(maps, boxes, bins, scale);
            return Means(maps, boxes, bins, scale);
        }
    }

    [CaughtBy(nameof(PositionSensitivePoolProperties<>.Boxes_of_20_to_31_cells_in_6_and_7_bins_have_exact_edges))]
    [Breaks("Pool.bins.1")]
    [Advice("i times a quotient of floats is now and then just above a whole number, and its ceiling is one more: divide integers, last.")]
    public sealed class MultipliesTheQuotient : Integral<MultipliesTheQuotient>
    {
        protected override long End(int i, long size, int n) => (long)Math.Ceiling((i + 1) * ((double)size / n));
    }

    [CaughtBy(nameof(PositionSensitivePoolProperties<>.Boxes_of_a_billion_pixels_are_divided_like_small_ones))]
    [Breaks("Constraints.3")]
    [Advice("Four times a billion is more than int holds, and comes out negative: multiply in long.")]
    public sealed class MultipliesInInt : Integral<MultipliesInInt>
    {
        protected override long Begin(int i, long size, int n) => unchecked(i * (int)size) / n;
        protected override long End(int i, long size, int n) => unchecked((i + 1) * (int)size + n - 1) / n;
    }

    [CaughtBy(nameof(PositionSensitivePoolProperties<>.Halves_are_rounded_away_from_zero_and_the_last_cell_is_left_out))]
    [Breaks("Pool.summary.1")]
    [Advice("Floor of x + 1/2 takes -0.5 to 0: away from zero it is -1.")]
    public sealed class RoundsHalvesUp : Integral<RoundsHalvesUp>
    {
        protected override long Round(double x) => (long)Math.Floor(x + 0.5);
    }

    [CaughtBy(nameof(PositionSensitivePoolProperties<>.Without_boxes_there_are_no_votes))]
    [Breaks("Vote.pooled.1", "Constraints.1")]
    [Advice("No boxes get no votes: refuse no classes and no bins, but not K = 0.")]
    public sealed class RefusesNoVotes : Integral<RefusesNoVotes>
    {
        protected override void CheckVote(Tensor pooled)
        {
            base.CheckVote(pooled);
            if (pooled.numel() == 0) throw new ArgumentException("nothing to vote on");
        }
    }

    [CaughtBy(nameof(PositionSensitivePoolProperties<>.The_vote_has_the_type_of_the_scores_and_leaves_them_unchanged))]
    [Breaks("Vote.returns.1")]
    [Advice("A vote of float64 on float32 scores turns all that follows into float64: keep the type.")]
    public sealed class VotesInDouble : Integral<VotesInDouble>
    {
        protected override Tensor Mean(Tensor pooled) => base.Mean(pooled.to(float64));
    }

    [CaughtBy(nameof(PositionSensitivePoolProperties<>.The_vote_has_the_type_of_the_scores_and_leaves_them_unchanged))]
    [Breaks("Constraints.6")]
    [Advice("sub_ takes the largest score off the caller's scores: sub makes a tensor of its own.")]
    public sealed class ShiftsTheScoresInPlace : Integral<ShiftsTheScoresInPlace>
    {
        protected override Tensor Mean(Tensor pooled) => base.Mean(pooled.requires_grad ? pooled : pooled.sub_(1));
    }

    /// <summary>The answer, with something wrong around it.</summary>
    public abstract class With<TFault> : IPositionSensitivePool where TFault : RegionFault, new()
    {
        public static Tensor Pool(Tensor maps, Tensor boxes, int bins, double scale) =>
            new TFault().Pool(maps, boxes, (m, b) => PositionSensitivePool.Pool(m, b, bins, scale));

        public static Tensor Vote(Tensor pooled) => PositionSensitivePool.Vote(pooled);
    }

    [CaughtBy(nameof(PositionSensitivePoolProperties<>.However_maps_and_boxes_lie_in_memory_they_are_read_rightly_and_left_unchanged))]
    [Breaks("Pool.maps.1")]
    [Advice("view needs numbers that lie row by row, and those of maps with the channels last do not: reshape or contiguous copies where it must.")]
    public sealed class ViewsTheMaps : With<RegionFaults.View>;

    [CaughtBy(nameof(PositionSensitivePoolProperties<>.However_maps_and_boxes_lie_in_memory_they_are_read_rightly_and_left_unchanged))]
    [Breaks("Constraints.6")]
    [Advice("round_ writes into its tensor, and a slice is a view: the caller finds his boxes rounded.")]
    public sealed class RoundsTheCallersBoxes : With<RegionFaults.WritesIntoTheBoxes>;

    [CaughtBy(nameof(PositionSensitivePoolProperties<>.Digits_beyond_those_of_float_count))]
    [Breaks("Pool.maps.1")]
    [Advice("Float keeps 7 digits of a float64 map: compute in the type of the maps, or in float64.")]
    public sealed class ComputesInFloat : With<RegionFaults.InFloat>;

    [CaughtBy(nameof(PositionSensitivePoolProperties<>.Maps_and_boxes_may_be_of_float32_or_float64_each))]
    [Breaks("Pool.boxes.1")]
    [Advice("Boxes come as float64 too: convert them before you read them.")]
    public sealed class ReadsTheBoxesAsFloats : With<RegionFaults.ReadsFloats>;

    [CaughtBy(nameof(PositionSensitivePoolProperties<>.Many_boxes_and_bins_take_no_more_operations_than_few))]
    [Breaks("Constraints.8", "Target.2")]
    [Advice("A few tensor operations for each box are microseconds each: all boxes of a picture are done by the same ones.")]
    public sealed class GoesBoxByBox : With<RegionFaults.BoxByBox>;

    [CaughtBy(nameof(PositionSensitivePoolProperties<>.Five_hundred_small_boxes_on_a_large_map_look_only_at_their_own_cells))]
    [Breaks("Target.1")]
    [Advice("A bin has a few cells of a large map: go through these, not through the map.")]
    public sealed class LooksAtAllCellsForEachBin : With<RegionFaults.AllCellsForEachBin>;

    [CaughtBy(nameof(PositionSensitivePoolProperties<>.A_picture_that_there_is_not_throws))]
    [Breaks("Pool.exception.1", "Constraints.2")]
    [Advice("Picture -1 is not the last one: refuse a number below 0 and from N on, before it becomes an index.")]
    public sealed class WrapsThePicture : With<RegionFaults.WrapsThePicture>;

    [CaughtBy(nameof(PositionSensitivePoolProperties<>.However_maps_and_boxes_lie_in_memory_they_are_read_rightly_and_left_unchanged))]
    [Breaks("Pool.exception.1", "Constraints.2")]
    [Advice("The caller may write other boxes into a tensor that you have checked: check them in each call.")]
    public sealed class ChecksATensorOnce : With<RegionFaults.ChecksATensorOnce>;

    [CaughtBy(nameof(PositionSensitivePoolProperties<>.Without_boxes_the_result_is_empty_and_has_a_gradient_of_zeros))]
    [Breaks("Pool.returns.1", "Constraints.1")]
    [Advice("A fresh tensor for K = 0 is outside the graph, and the backward step throws: take the empty result from the maps as well.")]
    public sealed class StartsAnewWithoutBoxes : With<RegionFaults.StartsAnewWithoutBoxes>;

    [CaughtBy(nameof(PositionSensitivePoolProperties<>.At_the_smallest_scale_a_box_is_where_pixel_0_is))]
    [Breaks("Pool.scale.1", "Constraints.2")]
    [Advice("In float a number just above 0 is 0: check the scale as it is given.")]
    public sealed class ChecksTheScaleInFloat : Integral<ChecksTheScaleInFloat>
    {
        protected override void Check(Tensor maps, Tensor boxes, int bins, double scale) => base.Check(maps, boxes, bins, (float)scale);
    }

    [CaughtBy(nameof(PositionSensitivePoolProperties<>.Boxes_of_a_billion_pixels_are_divided_like_small_ones))]
    [Breaks("Pool.boxes.1", "Constraints.3")]
    [Advice("Boxes of float64 on maps of float32 have digits that float has not: read them in their own type.")]
    public sealed class ReadsTheBoxesInTheMapsType : With<RegionFaults.BoxesOfTheMapsType>;

    [CaughtBy(nameof(PositionSensitivePoolProperties<>.Boxes_of_a_billion_pixels_are_divided_like_small_ones))]
    [Breaks("Pool.boxes.1", "Constraints.3")]
    [Advice("Boxes of float32 may have a size that float32 does not hold: measure and divide them in double, or in whole numbers.")]
    public sealed class MeasuresInTheBoxesType : Integral<MeasuresInTheBoxesType>
    {
        private bool _isFloat;

        protected override Tensor Compute(Tensor maps, Tensor boxes, int bins, double scale)
        {
            _isFloat = boxes.dtype == float32;
            return base.Compute(maps, boxes, bins, scale);
        }

        protected override long Size(long start, long end) => _isFloat ? (long)(float)base.Size(start, end) : base.Size(start, end);
    }

    [CaughtBy(nameof(PositionSensitivePoolProperties<>.Halves_are_rounded_away_from_zero_and_the_last_cell_is_left_out))]
    [Breaks("Pool.summary.1")]
    [Advice("The number just below 0.5 is no half, but 1/2 added to it is 1 in double: Math.Round with MidpointRounding.AwayFromZero adds nothing.")]
    public sealed class AddsAHalf : Integral<AddsAHalf>
    {
        protected override long Round(double x) => Math.Sign(x) * (long)Math.Floor(Math.Abs(x) + 0.5);
    }

    [CaughtBy(nameof(PositionSensitivePoolProperties<>.Bad_input_throws))]
    [Breaks("Pool.exception.2", "Constraints.1")]
    [Advice("65536 * 65536 is 0 in int, and a remainder by it has an exception of its own: count maps in long.")]
    public sealed class SquaresInInt : Integral<SquaresInInt>
    {
        protected override long Squared(int bins) => unchecked(bins * bins);
    }
}
