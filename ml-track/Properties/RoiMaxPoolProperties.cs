namespace Etudes.ML;

public abstract class RoiMaxPoolProperties<T> : RegionLaws<RoiMaxPoolProperties<T>>, IRegionPooling where T : IRoiMaxPool
{
    public static Tensor MapsOf(Regions regions) => regions.Maps();

    public static Tensor Pool(Regions regions, Tensor maps, Tensor boxes) => T.Pool(maps, boxes, regions.BinsHigh, regions.BinsWide, regions.Scale);

    [Law(MaxTest = 150, First = true)]
    public static void Each_bin_holds_the_largest_of_its_cells(Regions regions)
    {
        using var scope = NewDisposeScope();
        var maps = regions.Maps();
        MustTensor.Be(Expected(regions, maps).Pooled, Pool(regions, maps), "Pool", 0, 0);
    }

    [Law(MaxTest = 100, First = true)]
    public static void The_first_maximum_in_reading_order_takes_the_gradient(Regions regions)
    {
        using var scope = NewDisposeScope();
        regions = Given.As(nameof(regions), regions with { Cells = cells => cells * 8 % 3 }); // with ties
        var maps = regions.Maps().requires_grad_();
        var result = Pool(regions, maps);
        MustTensor.HaveAGradient(result, "Pool");
        (result * Regions.WeightsLike(result)).sum().backward();
        MustTensor.Be(Expected(regions, maps).Gradient, maps.grad, "the gradient of the weighted sum of Pool", 1e-12);
    }

    [Law(MaxTest = 60)]
    public static void Minus_infinity_is_a_value_like_any_other(Regions regions)
    {
        using var scope = NewDisposeScope();
        regions = Given.As(nameof(regions), regions with { Cells = cells => cells.masked_fill(cells < 0, double.NegativeInfinity) });
        var maps = regions.Maps().requires_grad_();
        var (result, expected) = (Pool(regions, maps), Expected(regions, maps));
        MustTensor.Be(expected.Pooled, result, "with -infinity in place of all below 0, Pool", 0, 0);
        (result * Regions.WeightsLike(result)).sum().backward();
        MustTensor.Be(expected.Gradient, maps.grad, "with -infinity in place of all below 0, the gradient of the weighted sum of Pool", 1e-12);
    }

    [Law(MaxTest = 1)]
    public static void Boxes_of_up_to_64_cells_in_up_to_7_bins_have_exact_edges(int seed)
    {
        using var scope = NewDisposeScope();
        var rising = arange(66, float64).reshape(1, 1, 1, 66) + seed; // where a bin ends; falling, where it begins
        for (int bins = 1; bins <= 7; bins++)
        {
            var regions = Given.As("regions", new Regions(1, 1, 1, 66, bins, bins, 1, [.. Enumerable.Range(0, 64).Select(size => (double[])[0, 1, 0, 1 + size, 0])], 0));
            foreach (var maps in (Tensor[])[rising, -rising]) MustTensor.Be(Expected(regions, maps).Pooled, Pool(regions, maps), "of a row that rises or falls, Pool", 0, 0);
        }
    }

    [Law(MaxTest = 40)]
    public static void Boxes_of_a_billion_pixels_are_divided_like_small_ones(Regions regions)
    {
        using var scope = NewDisposeScope();
        const double far = 999_999_000, even = 30_000_000; // float32 tells only even numbers apart there
        double[][] Each(Func<double[], double[]> sides) => [.. regions.Boxes.Select(box => (double[])[box[0], .. sides(box)])];
        var large = regions with { Scale = 1, Boxes = Each(box => [box[1] - far, box[2] - far, box[3] + far, box[4] + far]) };
        var away = regions with { Scale = 1, Boxes = Each(box => [box[1], box[2] - far, box[3] + far, box[4]]) };
        var coarse = regions with { Scale = 1, Boxes = Each(box => [(float)(box[1] - even), (float)(box[2] - even), (float)(box[3] + even), (float)(box[4] + even)]) };
        foreach (var (given, ofMaps, ofBoxes) in ((Regions, ScalarType, ScalarType)[])[(large, float64, float64), (large, float32, float64), (away, float64, float64), (coarse, float64, float32)])
        {
            var maps = given.Maps().to(ofMaps); // multiples of 1/8: float has room for all
            var pooled = Pool(Given.As(nameof(regions), given), maps, given.BoxTensor().to(ofBoxes));
            MustTensor.Be(Expected(given, maps).Pooled.to(ofMaps), pooled, $"of maps of {ofMaps} and boxes of {ofBoxes}, Pool", 0, 0);
        }
    }

    [Law(First = true)]
    public static void Halves_are_rounded_away_from_zero()
    {
        using var scope = NewDisposeScope();
        var row = arange(1, 9, dtype: float64).reshape(1, 1, 1, 8); // column x holds x + 1
        foreach (var (x1, x2, largest) in ((double, double, double)[])[(0, 2.5, 4), (0, 4.5, 6), (0.5, 1.5, 3), (-3.5, -0.5, 0), (-2, -0.25, 1), (6.5, 7, 8), (7.5, 9, 0), (Math.BitDecrement(0.5), 0, 1)])
        {
            var box = tensor(new double[] { 0, x1, 0, x2, 0 }, 1, 5);
            MustTensor.Be(full(1, 1, 1, 1, largest, dtype: float64), T.Pool(row, box, 1, 1, 1), $"Pool of 1 2 3 4 5 6 7 8 from x1 = {Show.Of(x1)} to x2 = {Show.Of(x2)}", 0, 0);
        }
    }

    [Law(MaxTest = 60)]
    public static void Each_box_is_pooled_by_itself(Regions regions)
    {
        using var scope = NewDisposeScope();
        var (maps, boxes) = (regions.Maps(), regions.BoxTensor());
        var together = T.Pool(maps, boxes.flip(0), regions.BinsHigh, regions.BinsWide, regions.Scale);
        var one = boxes.split(1).Select(box => T.Pool(maps, box, regions.BinsHigh, regions.BinsWide, regions.Scale));
        MustTensor.Be(cat([.. one.Reverse()]), together, "of the boxes in the opposite order, Pool", 0, 0);
    }

    [Law(MaxTest = 60, First = true)]
    public static void Pictures_of_twice_the_size_at_half_the_scale_pool_alike(Regions regions)
    {
        using var scope = NewDisposeScope();
        var maps = regions.Maps();
        var doubled = regions with { Scale = regions.Scale / 2, Boxes = [.. regions.Boxes.Select(box => (double[])[box[0], .. box[1..].Select(x => 2 * x)])] };
        var pooled = Pool(regions, maps);
        MustTensor.Be(pooled, Pool(Given.As(nameof(regions), doubled), maps), "with coordinates doubled and scale halved, Pool", 0, 0);
    }

    [Law]
    public static void It_agrees_with_the_golden_data()
    {
        using var scope = NewDisposeScope();
        foreach (var golden in Golden.Read("roi_pool.json")["cases"]!.AsArray())
        {
            var (attributes, name) = (golden!["attrs"]!, (string)golden["name"]!);
            var maps = golden["input"]!.Tensor().requires_grad_(); // [N, C, H, W]
            var result = T.Pool(maps, golden["rois"]!.Tensor(), (int)attributes["pooled_h"]!, (int)attributes["pooled_w"]!, (double)attributes["spatial_scale"]!);
            MustTensor.Be(golden["output"]!.Tensor(), result, $"Pool of the golden boxes {name}", 0, 0);
            if (golden["upstream_grad"] is not { } upstream) continue;
            (result * upstream.Tensor()).sum().backward();
            MustTensor.Be(golden["grad_input"]!.Tensor(), maps.grad, $"the gradient of the golden boxes {name}", 1e-5, 1e-5);
        }
    }

    [Law]
    public static void Bad_input_throws()
    {
        using var scope = NewDisposeScope();
        var (maps, box) = (zeros(2, 1, 3, 4), zeros(1, 5));
        foreach (long[] shape in (long[][])[[2, 3, 4], [12], [2, 1, 3, 4, 1]])
            MustTensor.Throw<ArgumentException>(() => T.Pool(zeros(shape), box, 1, 1, 1), $"Pool of maps of the shape {Show.Of(shape)}");
        foreach (long[] shape in (long[][])[[5], [1, 4], [2, 6], [1, 1, 5]])
            MustTensor.Throw<ArgumentException>(() => T.Pool(maps, zeros(shape), 1, 1, 1), $"Pool of boxes of the shape {Show.Of(shape)}");
        foreach (var (high, wide, scale) in ((int, int, double)[])[(0, 1, 1), (1, 0, 1), (-1, 1, 1), (1, 1, 0), (1, 1, -double.Epsilon), (1, 1, double.NaN)])
            MustTensor.Throw<ArgumentOutOfRangeException>(() => T.Pool(maps, box, high, wide, scale), $"Pool into {high} x {wide} bins at scale {Show.Of(scale)}");
    }

    [Law(MaxTest = 10)]
    public static void No_tensor_is_left_behind(Regions regions)
    {
        using var scope = NewDisposeScope();
        LeaveNothing(regions.Maps(), regions.BoxTensor(), (maps, boxes) => T.Pool(maps, boxes, regions.BinsHigh, regions.BinsWide, regions.Scale));
    }

    private static Tensor Pool(Regions regions, Tensor maps) => Pool(regions, maps, regions.BoxTensor());

    /// <summary>The pooled values, and the gradient of their weighted sum, cell by cell.</summary>
    private static (Tensor Pooled, Tensor Gradient) Expected(Regions regions, Tensor maps)
    {
        var (_, channels, height, width, high, wide, scale, boxes, _) = regions;
        double[] values = MustTensor.Read(maps), gradient = new double[values.Length], pooled = new double[boxes.Length * channels * high * wide];
        for (int at = 0; at < pooled.Length; at++)
        {
            var (j, i, channel, box) = (at % wide, at / wide % high, at / wide / high % channels, boxes[at / wide / high / channels]);
            int first = -1;
            for (int y = 0; y < height; y++)
                for (int x = 0; x < width; x++)
                {
                    int cell = (((int)box[0] * channels + channel) * height + y) * width + x;
                    bool inside = Meets(y, i, high, box[2] * scale, box[4] * scale) && Meets(x, j, wide, box[1] * scale, box[3] * scale);
                    if (inside && (first < 0 || values[cell] > values[first])) first = cell;
                }
            if (first < 0) continue;
            pooled[at] = values[first];
            gradient[first] += at % 7 + 1; // as in Regions.WeightsLike
        }
        return (tensor(pooled, boxes.Length, channels, high, wide), tensor(gradient, maps.shape));
    }

    /// <summary>Whether a cell and bin i of n have more than a point in common: both as intervals, a cell n long and a bin as long as the box.</summary>
    private static bool Meets(int cell, long i, int n, double from, double to)
    {
        long start = Nearest(from), size = Math.Max(Nearest(to) - start + 1, 1);
        return i * size < (cell - start + 1) * n && (cell - start) * n < (i + 1) * size;
    }

    private static long Nearest(double x) => (long)Math.Round(x, MidpointRounding.AwayFromZero);
}

public sealed class RoiMaxPoolTests : RoiMaxPoolProperties<RoiMaxPool>;
