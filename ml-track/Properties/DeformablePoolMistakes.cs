namespace Etudes.ML;

public static class DeformablePoolMistakes
{
    /// <summary>Every bin's weights over all rows and all columns, and one product of three; each mistake spoils one part.</summary>
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
            if (((boxes[.., 0] < 0) | (boxes[.., 0] >= maps.shape[0])).any().item<bool>()) throw new ArgumentOutOfRangeException(nameof(boxes));
            var (high, wide) = (offsets.shape[2], offsets.shape[3]);
            var moves = Moves(offsets, gamma).to(float64); // [K, 2, binsHigh, binsWide]
            var (i, j) = (arange(high).unsqueeze(1).expand(high, wide), arange(wide).expand(high, wide));
            var sides = boxes.to(float64).reshape(-1, 5, 1, 1);
            var rows = Axis(sides[.., 2], sides[.., 4], scale, i, high, moves[.., Y], samples, maps.shape[2]); // [K, binsHigh, binsWide, H]
            var columns = Axis(sides[.., 1], sides[.., 3], scale, j, wide, moves[.., 1 - Y], samples, maps.shape[3]); // [K, binsHigh, binsWide, W]
            var each = Source(maps)[boxes[.., 0].to(int64)].to(float64); // [K, C, H, W]
            return Finish(einsum("kijy,kcyx,kijx->kcij", rows, each, columns), maps.dtype);
        }

        /// <summary>The weights of all cells of one axis in each bin, [K, binsHigh, binsWide, cells].</summary>
        private Tensor Axis(Tensor from, Tensor to, double scale, Tensor i, long n, Tensor moves, int samples, long length)
        {
            var size = (to - from) * scale; // [K, 1, 1]
            var each = samples > 0 ? full_like(size, samples) : (size / n).ceil().clamp_min(0); // [K, 1, 1]
            int most = Math.Max(1, (int)MustTensor.Read(each).DefaultIfEmpty(1).Max());
            var s = arange(most, float64); // [most]
            var inBin = (s + 0.5) / each.clamp_min(1).unsqueeze(3); // [K, 1, 1, most]
            var start = from * scale - Half + i * size / n + Shift(moves, size, scale, n); // [K, binsHigh, binsWide]
            var at = Point(start.unsqueeze(3) + inBin * size.unsqueeze(3) / n); // [K, binsHigh, binsWide, most]
            var counts = (s < each.unsqueeze(3)) & OnTheMap(at, length);
            var distance = (at.clamp(0, length - 1).unsqueeze(4) - arange(length, float64)).abs(); // [K, binsHigh, binsWide, most, cells]
            return ((1 - distance).clamp_min(0) * counts.unsqueeze(4)).sum(3) / each.clamp_min(1).unsqueeze(3);
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
        protected virtual Tensor OnTheMap(Tensor at, long length) => (at >= -1) & (at <= length);
        protected virtual Tensor Source(Tensor maps) => maps;
        protected virtual Tensor Finish(Tensor result, ScalarType type) => result.to(type);
    }

    [CaughtBy(nameof(DeformablePoolProperties<>.On_a_slope_each_bin_is_the_height_of_its_moved_middle))]
    [Advice("Channel 0 of the offsets is x and channel 1 is y: the other way round than in a deformable convolution.")]
    public sealed class SwapsTheAxes : Deforming<SwapsTheAxes>
    {
        protected override int Y => 0;
    }

    [CaughtBy(nameof(DeformablePoolProperties<>.One_offset_for_all_bins_moves_the_box))]
    [Advice("An offset is a part of the box's size: multiply it by that, or boxes of other sizes need other offsets.")]
    public sealed class MovesByCells : Deforming<MovesByCells>
    {
        protected override Tensor Shift(Tensor moves, Tensor size, double scale, long n) => moves;
    }

    [CaughtBy(nameof(DeformablePoolProperties<>.On_a_slope_each_bin_is_the_height_of_its_moved_middle))]
    [Advice("An offset is a part of the whole box's size, not of a bin's.")]
    public sealed class MovesByBins : Deforming<MovesByBins>
    {
        protected override Tensor Shift(Tensor moves, Tensor size, double scale, long n) => moves * size / n;
    }

    [CaughtBy(nameof(DeformablePoolProperties<>.Pictures_of_twice_the_size_at_half_the_scale_pool_alike))]
    [Advice("Points on the map move by cells: take the box's size after it is scaled.")]
    public sealed class MovesByPixels : Deforming<MovesByPixels>
    {
        protected override Tensor Shift(Tensor moves, Tensor size, double scale, long n) => moves * size / scale;
    }

    [CaughtBy(nameof(DeformablePoolProperties<>.Twice_the_offsets_at_half_of_gamma_are_the_same))]
    [Advice("Gamma is an argument: 0.1 is only what the authors chose.")]
    public sealed class AssumesGamma : Deforming<AssumesGamma>
    {
        protected override Tensor Moves(Tensor offsets, double gamma) => offsets * 0.1;
    }

    [CaughtBy(nameof(DeformablePoolProperties<>.Each_bin_is_the_mean_of_its_moved_samples))]
    [Advice("Every bin has an offset of its own; one for the box only moves the box.")]
    public sealed class MovesTheBoxAsOne : Deforming<MovesTheBoxAsOne>
    {
        protected override Tensor Moves(Tensor offsets, double gamma) => offsets.mean([2, 3], keepdim: true).expand_as(offsets) * gamma;
    }

    [CaughtBy(nameof(DeformablePoolProperties<>.Each_bin_is_the_mean_of_its_moved_samples))]
    [Advice("Samples from -1 to L are clamped to the map; only those further off are 0.")]
    public sealed class EndsAtTheLastCell : Deforming<EndsAtTheLastCell>
    {
        protected override Tensor OnTheMap(Tensor at, long length) => (at >= 0) & (at <= length - 1);
    }

    [CaughtBy(nameof(DeformablePoolProperties<>.It_agrees_with_the_golden_data))]
    [Advice("Boxes are aligned: they begin half a cell further left and up.")]
    public sealed class ForgetsTheHalf : Deforming<ForgetsTheHalf>
    {
        protected override double Half => 0;
    }

    [CaughtBy(nameof(DeformablePoolProperties<>.On_a_slope_each_bin_is_the_height_of_its_moved_middle))]
    [Advice("Interpolate at the point itself: a rounded one does not feel a small move, and its offset learns nothing.")]
    public sealed class RoundsThePoints : Deforming<RoundsThePoints>
    {
        protected override Tensor Point(Tensor at) => at.round();
    }

    [CaughtBy(nameof(DeformablePoolProperties<>.The_gradient_to_the_offsets_is_the_slope))]
    [Advice("The cells' numbers need no gradient, their weights do: compute the distances from the offsets themselves.")]
    public sealed class CutsTheOffsets : Deforming<CutsTheOffsets>
    {
        protected override Tensor Moves(Tensor offsets, double gamma) => offsets.detach() * gamma;
    }

    [CaughtBy(nameof(DeformablePoolProperties<>.The_cells_share_the_gradient_by_their_weights))]
    [Advice("The maps take a gradient too: the layers that made them must learn.")]
    public sealed class CutsTheMaps : Deforming<CutsTheMaps>
    {
        protected override Tensor Source(Tensor maps) => maps.detach();
    }

    [CaughtBy(nameof(DeformablePoolProperties<>.Each_box_is_pooled_by_itself))]
    [Advice("Each box has its own offsets, wherever it stands among the others.")]
    public sealed class TakesTheFirstOffsets : Deforming<TakesTheFirstOffsets>
    {
        protected override Tensor Moves(Tensor offsets, double gamma) => offsets.shape[0] == 0 ? offsets : offsets[..1].expand_as(offsets) * gamma;
    }

    [CaughtBy(nameof(DeformablePoolProperties<>.The_type_of_the_maps_is_kept))]
    [Advice("Weights of float64 turn the result of a float32 model into float64: give them the type of the maps.")]
    public sealed class ReturnsDoubles : Deforming<ReturnsDoubles>
    {
        protected override Tensor Finish(Tensor result, ScalarType type) => result;
    }

    [CaughtBy(nameof(DeformablePoolProperties<>.Bad_input_throws))]
    [Advice("Offsets of one box serve all by broadcasting, without a word: compare the shapes first.")]
    public sealed class ChecksNothing : Deforming<ChecksNothing>
    {
        protected override void Check(Tensor maps, Tensor boxes, Tensor offsets, double scale) { }
    }

    [CaughtBy(nameof(DeformablePoolProperties<>.Maps_boxes_and_offsets_are_left_unchanged))]
    [Advice("mul_ writes into the caller's offsets: the next call finds them smaller.")]
    public sealed class ScalesTheCallersOffsets : Deforming<ScalesTheCallersOffsets>
    {
        protected override Tensor Moves(Tensor offsets, double gamma) => offsets.detach().mul_(gamma);
    }

    [CaughtBy(nameof(DeformablePoolProperties<>.No_tensor_is_left_behind))]
    [Advice("Every operation makes a tensor that lives until it is disposed: open a NewDisposeScope and move the result out of it.")]
    public sealed class LeavesItsTensors : Deforming<LeavesItsTensors>
    {
        protected override Tensor Compute(Tensor maps, Tensor boxes, Tensor offsets, double scale, int samples, double gamma)
        {
            Check(maps, boxes, offsets, scale);
            return Product(maps, boxes, offsets, scale, samples, gamma);
        }
    }
}
