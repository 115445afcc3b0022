namespace Etudes.ML;

public abstract class RoiAlignProperties<T> : RegionLaws<RoiAlignProperties<T>>, IRegionPooling where T : IRoiAlign
{
    public static Tensor MapsOf(Regions regions) => regions.Maps();

    public static Tensor Pool(Regions regions, Tensor maps, Tensor boxes) => T.Pool(maps, boxes, regions.BinsHigh, regions.BinsWide, regions.Scale, 2, aligned: true);

    [Law(MaxTest = 150, First = true)]
    public static void Each_bin_is_the_mean_of_its_samples(Alignment alignment)
    {
        using var scope = NewDisposeScope();
        var maps = alignment.Given.Maps();
        MustTensor.Be(Expected(alignment, maps).Pooled, Pool(alignment, maps), "Pool");
    }

    [Law(MaxTest = 40)]
    public static void Boxes_of_a_million_pixels_keep_their_digits(Alignment alignment)
    {
        using var scope = NewDisposeScope();
        const double far = 999_000;
        var given = alignment.Given with { BinsHigh = 1, BinsWide = 3, Scale = 1, Boxes = [.. alignment.Given.Boxes.Select(box => (double[])[box[0], box[1] - far, box[2] - far, box[3] + far, box[4] + far])] };
        var large = Given.As(nameof(alignment), alignment with { Given = given, Samples = 3 });
        foreach (var type in (ScalarType[])[float32, float64])
            MustTensor.Be(Expected(large, given.Maps()).Pooled.to(type), Pool(large, given.Maps().to(type)), $"of maps of {type} and boxes of Float64, Pool", type == float32 ? 1e-3 : 1e-5);
    }

    [Law(MaxTest = 2)]
    public static void A_bin_of_thirty_thousand_samples_on_each_axis_reads_its_cells_once(int seed)
    {
        using var scope = NewDisposeScope();
        Regions few = new(1, 2, 9, 8, 1, 1, 1, [[0, 1.25, 1, 7, 8]], seed), far = few with { Boxes = [[0, -1, -2, 30_000, 29_999]] };
        foreach (var alignment in (Alignment[])[new(few, 30_000, true), new(few, 30_000, false), new(far, 0, true), new(far, 0, false)])
            MustTensor.Be(Expected(Given.As(nameof(alignment), alignment), few.Maps()).Pooled, Pool(alignment, few.Maps()), "Pool", 1e-7);
    }

    [Law(MaxTest = 100, First = true)]
    public static void The_cells_share_the_gradient_by_their_weights(Alignment alignment)
    {
        using var scope = NewDisposeScope();
        var maps = alignment.Given.Maps().requires_grad_();
        var result = Pool(alignment, maps);
        MustTensor.HaveAGradient(result, "Pool");
        (result * Regions.WeightsLike(result)).sum().backward();
        MustTensor.Be(Expected(alignment, maps).Gradient, maps.grad, "the gradient of the weighted sum of Pool");
    }

    [Law(MaxTest = 60, First = true)]
    public static void On_a_slope_each_bin_is_the_height_of_its_middle(Alignment alignment)
    {
        using var scope = NewDisposeScope();
        alignment = Given.As(nameof(alignment), alignment.OnASlope());
        var (_, _, _, _, high, wide, scale, boxes, _) = alignment.Regions;
        double Middle(double from, double to, int i, int n)
        {
            double size = (to - from) * scale;
            return alignment.Aligned ? from * scale - 0.5 + (i + 0.5) * size / n : from * scale + (i + 0.5) * Math.Max(size, 1) / n;
        }
        var expected = from box in boxes
                       from i in Enumerable.Range(0, high)
                       from j in Enumerable.Range(0, wide)
                       select 10 * Middle(box[2], box[4], i, high) + Middle(box[1], box[3], j, wide);
        var result = Pool(alignment, alignment.Given.Maps());
        MustTensor.Be(tensor(expected.ToArray(), boxes.Length, 1, high, wide), result, "of the map 10 y + x, Pool");
    }

    [Law]
    public static void A_sample_up_to_a_cell_off_the_map_has_the_value_of_its_border()
    {
        using var scope = NewDisposeScope();
        var row = arange(1, 9, float64).reshape(1, 1, 1, 8); // column x holds x + 1
        foreach (var (at, value) in ((double, double)[])[(-1.25, 0), (-1, 1), (-0.5, 1), (0, 1), (6.5, 7.5), (7, 8), (7.5, 8), (8, 8), (8.25, 0)])
        {
            string what = $"with 1 sample, at {Show.Of(at)} between the cells";
            var (across, down) = (tensor(new[] { 0, at, 0, at + 1, 1 }, 1, 5), tensor(new[] { 0, 0, at, 1, at + 1 }, 1, 5));
            MustTensor.Be(full(1, 1, 1, 1, value, dtype: float64), T.Pool(row, across, 1, 1, 1, 1, true), $"{what} of the row 1 2 3 4 5 6 7 8, Pool");
            MustTensor.Be(full(1, 1, 1, 1, value, dtype: float64), T.Pool(row.transpose(2, 3), down, 1, 1, 1, 1, true), $"{what} of the column 1 2 3 4 5 6 7 8, Pool");
        }
    }

    [Law(MaxTest = 60)]
    public static void Each_box_is_pooled_by_itself(Alignment alignment)
    {
        using var scope = NewDisposeScope();
        var (regions, maps, boxes) = (alignment.Regions, alignment.Given.Maps(), alignment.Regions.BoxTensor());
        Tensor Of(Tensor some) => T.Pool(maps, some, regions.BinsHigh, regions.BinsWide, regions.Scale, alignment.Samples, alignment.Aligned);
        MustTensor.Be(cat([.. boxes.split(1).Select(Of).Reverse()]), Of(boxes.flip(0)), "of the boxes in the opposite order, Pool");
    }

    [Law(MaxTest = 60)]
    public static void Pictures_of_twice_the_size_at_half_the_scale_pool_alike(Alignment alignment)
    {
        using var scope = NewDisposeScope();
        var (maps, given) = (alignment.Given.Maps(), alignment.Given);
        var doubled = given with { Scale = given.Scale / 2, Boxes = [.. given.Boxes.Select(box => (double[])[box[0], .. box[1..].Select(x => 2 * x)])] };
        var (twice, pooled) = (alignment with { Given = doubled }, Pool(alignment, maps));
        MustTensor.Be(pooled, Pool(Given.As(nameof(alignment), twice), maps), "with coordinates doubled and scale halved, Pool");
    }

    [Law]
    public static void It_agrees_with_the_golden_data()
    {
        using var scope = NewDisposeScope();
        foreach (var golden in Golden.Read("roi_align.json")["cases"]!.AsArray())
        {
            var (attributes, name) = (golden!["attrs"]!, (string)golden["name"]!);
            var maps = golden["input"]!.Tensor().requires_grad_(); // [N, C, H, W]
            var result = T.Pool(maps, golden["rois"]!.Tensor(), (int)attributes["pooled_h"]!, (int)attributes["pooled_w"]!,
                (double)attributes["spatial_scale"]!, (int)attributes["sampling_ratio"]!, (bool)attributes["aligned"]!);
            MustTensor.Be(golden["output"]!.Tensor(), result, $"Pool of the golden boxes {name}", 1e-4, 0);
            (result * golden["upstream_grad"]!.Tensor()).sum().backward();
            MustTensor.Be(golden["grad_input"]!.Tensor(), maps.grad, $"the gradient of the golden boxes {name}", 1e-4, 0);
        }
    }

    [Law]
    public static void Bad_input_throws()
    {
        using var scope = NewDisposeScope();
        var (maps, box) = (zeros(2, 1, 3, 4), zeros(1, 5));
        foreach (long[] shape in (long[][])[[2, 3, 4], [12], [2, 1, 3, 4, 1]])
            MustTensor.Throw<ArgumentException>(() => T.Pool(zeros(shape), box, 1, 1, 1, 1, true), $"Pool of maps of the shape {Show.Of(shape)}");
        foreach (long[] shape in (long[][])[[5], [1, 4], [2, 6], [1, 1, 5]])
            MustTensor.Throw<ArgumentException>(() => T.Pool(maps, zeros(shape), 1, 1, 1, 1, true), $"Pool of boxes of the shape {Show.Of(shape)}");
        foreach (var (high, wide, scale) in ((int, int, double)[])[(0, 1, 1), (1, 0, 1), (-1, 1, 1), (1, 1, 0), (1, 1, -double.Epsilon), (1, 1, double.NaN)])
            MustTensor.Throw<ArgumentOutOfRangeException>(() => T.Pool(maps, box, high, wide, scale, 1, true), $"Pool into {high} x {wide} bins at scale {Show.Of(scale)}");
    }

    [Law(MaxTest = 10)]
    public static void No_tensor_is_left_behind(Alignment alignment)
    {
        using var scope = NewDisposeScope();
        var regions = alignment.Regions;
        LeaveNothing(alignment.Given.Maps(), regions.BoxTensor(), (maps, boxes) => T.Pool(maps, boxes, regions.BinsHigh, regions.BinsWide, regions.Scale, alignment.Samples, alignment.Aligned));
    }

    private static Tensor Boxes(double[][] boxes) => tensor(boxes.SelectMany(box => box).ToArray(), boxes.Length, 5);

    private static Tensor Pool(Alignment alignment, Tensor maps)
    {
        var (_, _, _, _, high, wide, scale, boxes, _) = alignment.Regions;
        return T.Pool(maps, Boxes(boxes), high, wide, scale, alignment.Samples, alignment.Aligned);
    }

    /// <summary>The pooled values, and the gradient of their weighted sum, cell by cell.</summary>
    private static (Tensor Pooled, Tensor Gradient) Expected(Alignment alignment, Tensor maps)
    {
        var (_, channels, height, width, high, wide, scale, boxes, _) = alignment.Regions;
        double[] values = MustTensor.Read(maps), gradient = new double[values.Length], pooled = new double[boxes.Length * channels * high * wide];
        for (int at = 0; at < pooled.Length; at++)
        {
            var (j, i, channel, box) = (at % wide, at / wide % high, at / wide / high % channels, boxes[at / wide / high / channels]);
            for (int y = 0; y < height; y++)
            {
                double ofRow = Share(y, height, box[2] * scale, box[4] * scale, i, high, alignment);
                for (int x = 0; ofRow != 0 && x < width; x++)
                {
                    int cell = (((int)box[0] * channels + channel) * height + y) * width + x;
                    double share = ofRow * Share(x, width, box[1] * scale, box[3] * scale, j, wide, alignment);
                    pooled[at] += share * values[cell];
                    gradient[cell] += share * (at % 7 + 1); // as in Regions.WeightsLike
                }
            }
        }
        return (tensor(pooled, boxes.Length, channels, high, wide), tensor(gradient, maps.shape));
    }

    /// <summary>A cell's part in the mean of the samples of bin i of n, on one axis: a tent over each cell, one wide on either side, gives what a sample takes of it.</summary>
    private static double Share(int cell, int length, double from, double to, int i, int n, Alignment alignment)
    {
        double size = alignment.Aligned ? to - from : Math.Max(to - from, 1), middle = from + (i + 0.5) * size / n - (alignment.Aligned ? 0.5 : 0);
        int samples = alignment.Samples > 0 ? alignment.Samples : (int)Math.Ceiling(size / n);
        double sum = 0;
        for (int s = 0; s < samples; s++)
        {
            double at = middle + (2 * s + 1 - samples) * size / (2 * n * samples);
            if (at >= -1 && at <= length) sum += Math.Max(0, 1 - Math.Abs(cell - Math.Clamp(at, 0, length - 1)));
        }
        return sum / Math.Max(samples, 1);
    }
}

public sealed class RoiAlignTests : RoiAlignProperties<RoiAlign>;
