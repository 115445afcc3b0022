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
                if (box[0] < 0 || box[0] >= maps.shape[0]) throw new ArgumentOutOfRangeException(nameof(boxes));
                for (int at = 0; at < channels * high * wide; at++)
                {
                    var rows = Cells(box[2], box[4], at / wide % high, high, scale, height);
                    var columns = Cells(box[1], box[3], at % wide, wide, scale, width);
                    int map = (Picture(box) * channels + at / wide / high) * height, best = -1;
                    for (int y = rows.Begin; y < rows.End; y++)
                        for (int x = columns.Begin; x < columns.End; x++)
                            if (best < 0 || Beats(values[(map + y) * width + x], values[best])) best = (map + y) * width + x;
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
            int start = Round(Scaled(from, scale)), size = Math.Max(Size(start, Round(Scaled(to, scale))), 1);
            return (Math.Clamp(start + i * size / n, 0, length), Math.Clamp(start + End((i + 1) * size, n), 0, length));
        }

        protected virtual double Scaled(double x, double scale) => x * scale;
        protected virtual int Round(double x) => (int)Math.Round(x, MidpointRounding.AwayFromZero);
        protected virtual int Size(int start, int end) => end - start + 1;
        protected virtual int End(int numerator, int n) => (numerator + n - 1) / n;
        protected virtual int Picture(double[] box) => (int)box[0];
        protected virtual bool Beats(double value, double best) => value > best;
        protected virtual double[][] Order(double[][] boxes) => boxes;
        protected virtual double Empty => 0;
        protected virtual Tensor Source(Tensor maps) => maps;
        protected virtual Tensor Finish(Tensor result) => result;
    }

    [CaughtBy(nameof(RoiMaxPoolProperties<>.Halves_are_rounded_away_from_zero))]
    [Advice("Math.Round and torch.round take halves to the even neighbour: ask for MidpointRounding.AwayFromZero.")]
    public sealed class RoundsHalvesToEven : Pooling<RoundsHalvesToEven>
    {
        protected override int Round(double x) => (int)Math.Round(x);
    }

    [CaughtBy(nameof(RoiMaxPoolProperties<>.Each_bin_holds_the_largest_of_its_cells))]
    [Advice("Divide the whole box into bins and clip each bin to the map; clipping the box first moves every bin.")]
    public sealed class ClipsTheBoxFirst : Pooling<ClipsTheBoxFirst>
    {
        protected override (int Begin, int End) Cells(double from, double to, int i, int n, double scale, int length)
        {
            int start = Math.Clamp(Round(from * scale), 0, length - 1), end = Math.Clamp(Round(to * scale), 0, length - 1);
            int size = Math.Max(end - start + 1, 1);
            return (start + i * size / n, start + End((i + 1) * size, n));
        }
    }

    [CaughtBy(nameof(RoiMaxPoolProperties<>.Each_bin_holds_the_largest_of_its_cells))]
    [Advice("The cell of the second corner belongs to the box: its size is end - start + 1.")]
    public sealed class LeavesOutTheLastCell : Pooling<LeavesOutTheLastCell>
    {
        protected override int Size(int start, int end) => end - start;
    }

    [CaughtBy(nameof(RoiMaxPoolProperties<>.Each_bin_holds_the_largest_of_its_cells))]
    [Advice("A bin ends at the ceiling of (i + 1) size / n: neighbours may share a cell, and no bin is empty just because the box is small.")]
    public sealed class FloorsTheEnds : Pooling<FloorsTheEnds>
    {
        protected override int End(int numerator, int n) => numerator / n;
    }

    [CaughtBy(nameof(RoiMaxPoolProperties<>.Pictures_of_twice_the_size_at_half_the_scale_pool_alike))]
    [Advice("Boxes are in pixels of the picture: multiply by scale to get cells of the map.")]
    public sealed class ForgetsTheScale : Pooling<ForgetsTheScale>
    {
        protected override double Scaled(double x, double scale) => x;
    }

    [CaughtBy(nameof(RoiMaxPoolProperties<>.Each_bin_holds_the_largest_of_its_cells))]
    [Advice("The first column of a box says in which picture of the batch it is.")]
    public sealed class LooksAtTheFirstPicture : Pooling<LooksAtTheFirstPicture>
    {
        protected override int Picture(double[] box) => 0;
    }

    [CaughtBy(nameof(RoiMaxPoolProperties<>.Each_box_is_pooled_by_itself))]
    [Advice("Results come in the order of the boxes, also when you gather them picture by picture.")]
    public sealed class SortsByPicture : Pooling<SortsByPicture>
    {
        protected override double[][] Order(double[][] boxes) => [.. boxes.OrderBy(box => box[0]).ThenBy(box => box[1])];
    }

    [CaughtBy(nameof(RoiMaxPoolProperties<>.It_agrees_with_the_golden_data))]
    [Advice("A bin off the map has no maximum: it is 0, not the value that the maximum began with.")]
    public sealed class LeavesEmptyBinsAtMinusInfinity : Pooling<LeavesEmptyBinsAtMinusInfinity>
    {
        protected override double Empty => double.NegativeInfinity;
    }

    [CaughtBy(nameof(RoiMaxPoolProperties<>.The_first_maximum_in_reading_order_takes_the_gradient))]
    [Advice("Of equal cells the first takes the gradient: replace the maximum only by a larger value.")]
    public sealed class KeepsTheLastMaximum : Pooling<KeepsTheLastMaximum>
    {
        protected override bool Beats(double value, double best) => value >= best;
    }

    [CaughtBy(nameof(RoiMaxPoolProperties<>.The_first_maximum_in_reading_order_takes_the_gradient))]
    [Advice("Find the index on a copy, but take the value from the maps themselves, so that autograd sees it.")]
    public sealed class CutsTheGradient : Pooling<CutsTheGradient>
    {
        protected override Tensor Source(Tensor maps) => maps.detach();
    }

    [CaughtBy(nameof(RoiMaxPoolProperties<>.The_type_of_the_maps_is_kept))]
    [Advice("Take the values from the maps: what went through an array of doubles is float64.")]
    public sealed class ReturnsDoubles : Pooling<ReturnsDoubles>
    {
        protected override Tensor Finish(Tensor result) => result.to(float64);
    }

    [CaughtBy(nameof(RoiMaxPoolProperties<>.Without_boxes_the_result_is_empty))]
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
    [Advice("Refuse wrong shapes and a number of bins below 1 yourself, before libtorch fails somewhere inside.")]
    public sealed class ChecksNothing : Pooling<ChecksNothing>
    {
        protected override void Check(Tensor maps, Tensor boxes, int high, int wide, double scale) { }
    }

    [CaughtBy(nameof(RoiMaxPoolProperties<>.No_tensor_is_left_behind))]
    [Advice("Every operation makes a tensor that lives until it is disposed: open a NewDisposeScope and move the result out of it.")]
    public sealed class LeavesItsTensors : Pooling<LeavesItsTensors>
    {
        protected override Tensor Compute(Tensor maps, Tensor boxes, int high, int wide, double scale)
        {
            Check(maps, boxes, high, wide, scale);
            return Gather(maps, boxes, high, wide, scale);
        }
    }
}
