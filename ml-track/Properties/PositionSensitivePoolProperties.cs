namespace Etudes.ML;

public abstract class PositionSensitivePoolProperties<T> : VoteLaws<T> where T : IPositionSensitivePool
{
    [Law(MaxTest = 100, First = true)]
    public static void Each_bin_is_the_mean_of_its_cells_on_its_own_map(Regions regions)
    {
        using var scope = NewDisposeScope();
        var maps = MapsOf(regions);
        MustTensor.Be(Expected(regions, maps).Pooled, Pool(regions, maps), Named(regions));
    }

    [Law(MaxTest = 60, First = true)]
    public static void The_gradient_of_a_bin_is_shared_by_its_cells(Regions regions)
    {
        using var scope = NewDisposeScope();
        var maps = MapsOf(regions).requires_grad_();
        var result = Pool(regions, maps);
        MustTensor.HaveAGradient(result, "Pool");
        (result * Regions.WeightsLike(result)).sum().backward();
        MustTensor.Be(Expected(regions, maps).Gradient, maps.grad, $"the gradient of the weighted sum of {Named(regions)}");
    }

    [Law(First = true)]
    public static void A_box_on_maps_of_one_number_each_reads_every_map_once()
    {
        using var scope = NewDisposeScope();
        foreach (int bins in (int[])[1, 2, 3])
        {
            var numbers = arange(3 * bins * bins, dtype: float64) + 1;
            var maps = numbers.reshape(1, -1, 1, 1).expand(1, -1, 7, 8).contiguous();
            MustTensor.Be(numbers.reshape(1, 3, bins, bins), T.Pool(maps, tensor(new double[] { 0, 1, 1, 7, 6 }, 1, 5), bins, 1),
                $"Pool into {bins} x {bins} bins of maps filled with 1, 2, 3, ... one after the other");
        }
    }

    [Law(First = true)]
    public static void Halves_are_rounded_away_from_zero_and_the_last_cell_is_left_out()
    {
        using var scope = NewDisposeScope();
        var row = arange(1, 9, dtype: float64).reshape(1, 1, 1, 8); // column x holds x + 1
        foreach (var (x1, x2, mean) in ((double, double, double)[])[(0, 2.5, 2), (0, 4.5, 3), (0.5, 3.5, 3), (2, 2, 3), (5, 3, 6), (-3.5, -0.5, 0), (-0.5, 0.25, 0), (-2, 2.5, 2), (Math.BitDecrement(0.5), 2, 1.5)])
            MustTensor.Be(full(1, 1, 1, 1, mean, dtype: float64), T.Pool(row, tensor(new double[] { 0, x1, 0, x2, 1 }, 1, 5), 1, 1),
                $"Pool of 1 2 3 4 5 6 7 8 from x1 = {Show.Of(x1)} to x2 = {Show.Of(x2)}");
    }

    [Law(MaxTest = 1)]
    public static void Boxes_of_20_to_31_cells_in_6_and_7_bins_have_exact_edges(int seed)
    {
        using var scope = NewDisposeScope();
        foreach (int bins in (int[])[6, 7])
        {
            var regions = Given.As("regions", new Regions(1, 1, 1, 33, bins, bins, 1, [.. Enumerable.Range(20, 12).Select(size => (double[])[0, 1, 0, 1 + size, 1])], seed % 1000));
            MustTensor.Be(Expected(regions, MapsOf(regions)).Pooled, Pool(regions, MapsOf(regions)), Named(regions));
        }
    }

    [Law(MaxTest = 30)]
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
            var maps = MapsOf(given).to(ofMaps);
            var pooled = Pool(Given.As(nameof(regions), given), maps, given.BoxTensor().to(ofBoxes));
            MustTensor.Be(Expected(given, maps).Pooled.to(ofMaps), pooled, $"of maps of {ofMaps} and boxes of {ofBoxes}, {Named(given)}", 1e-9, ofMaps == float32 ? 1e-5 : 1e-9);
        }
    }

    [Law(MaxTest = 40)]
    public static void Pictures_of_twice_the_size_at_half_the_scale_pool_alike(Regions regions)
    {
        using var scope = NewDisposeScope();
        var maps = MapsOf(regions);
        var doubled = regions with { Scale = regions.Scale / 2, Boxes = [.. regions.Boxes.Select(box => (double[])[box[0], .. box[1..].Select(x => 2 * x)])] };
        var pooled = Pool(regions, maps);
        MustTensor.Be(pooled, Pool(Given.As(nameof(regions), doubled), maps), $"with coordinates doubled and scale halved, {Named(regions)}");
    }

    [Law(MaxTest = 10)]
    public static void Small_bins_on_float32_maps_of_ten_thousand_keep_their_digits(int seed)
    {
        using var scope = NewDisposeScope();
        var random = new Random(seed);
        double[][] boxes = [.. Enumerable.Range(0, 10).Select(_ => (double[])[0, random.Next(40), random.Next(30), 0, 0])];
        foreach (var box in boxes) (box[3], box[4]) = (box[1] + 2 + random.Next(8), box[2] + 2 + random.Next(8));
        Regions regions = new(1, Classes, 40, 50, 2, 2, 1, boxes, 1);
        var maps = (MapsOf(regions) / 1000 + 1e4).to(float32);
        MustTensor.Be(Expected(regions, maps).Pooled.to(float32), Pool(regions, maps), $"of maps of values near 1e4 and boxes {Show.Of(boxes)}, Pool", 1e-2, 0);
    }

    [Law]
    public static void It_agrees_with_the_golden_data()
    {
        using var scope = NewDisposeScope();
        foreach (var golden in Golden.Read("ps_roi_pool.json")["cases"]!.AsArray())
        {
            var (attributes, name) = (golden!["attrs"]!, (string)golden["name"]!);
            var result = T.Pool(golden["input"]!.Tensor(), golden["rois"]!.Tensor(), (int)attributes["pooled_h"]!, (double)attributes["spatial_scale"]!);
            MustTensor.Be(golden["output_clip_to_full_map"]!.Tensor(), result, $"Pool of the golden boxes {name}", 1e-4, 1e-4);
        }
    }

    [Law]
    public static void Bad_input_throws()
    {
        using var scope = NewDisposeScope();
        var (maps, box) = (zeros(2, 8, 3, 4), zeros(1, 5));
        foreach (long[] shape in (long[][])[[8, 3, 4], [2, 6, 3, 4], [2, 0, 3, 4], [2, 8, 3, 4, 1]])
            MustTensor.Throw<ArgumentException>(() => T.Pool(zeros(shape), box, 2, 1), $"Pool into 2 x 2 bins of maps of the shape {Show.Of(shape)}");
        foreach (long[] shape in (long[][])[[5], [1, 4], [2, 6], [1, 1, 5]])
            MustTensor.Throw<ArgumentException>(() => T.Pool(maps, zeros(shape), 2, 1), $"Pool of boxes of the shape {Show.Of(shape)}");
        foreach (var (bins, scale) in ((int, double)[])[(0, 1), (-2, 1), (2, 0), (2, -double.Epsilon), (2, double.NaN)])
            MustTensor.Throw<ArgumentOutOfRangeException>(() => T.Pool(maps, box, bins, scale), $"Pool into {bins} x {bins} bins at scale {Show.Of(scale)}");
        MustTensor.Throw<ArgumentException>(() => T.Pool(maps, box, 1 << 16, 1), "Pool into 65536 x 65536 bins of 8 maps");
        foreach (long[] shape in (long[][])[[2, 3], [3, 2, 2], [2, 3, 2, 1], [2, 0, 2, 2], [2, 3, 0, 0]])
            MustTensor.Throw<ArgumentException>(() => T.Vote(zeros(shape)), $"Vote of the shape {Show.Of(shape)}");
    }

    [Law(MaxTest = 10)]
    public static void No_tensor_is_left_behind(Regions regions)
    {
        using var scope = NewDisposeScope();
        var pooled = zeros(2, 3, 2, 2);
        LeaveNothing(MapsOf(regions), regions.BoxTensor(), (maps, boxes) => T.Pool(maps, boxes, regions.BinsHigh, regions.Scale));
        MustTensor.LeaveNothing(() => [T.Vote(pooled)], "Vote");
    }

    private static string Named(Regions regions) => $"Pool of {Classes} classes into {regions.BinsHigh} x {regions.BinsHigh} bins";

    /// <summary>The pooled values, and the gradient of their weighted sum, cell by cell.</summary>
    private static (Tensor Pooled, Tensor Gradient) Expected(Regions regions, Tensor maps)
    {
        var (height, width, bins, scale, boxes) = (regions.Height, regions.Width, regions.BinsHigh, regions.Scale, regions.Boxes);
        double[] values = MustTensor.Read(maps), gradient = new double[values.Length], pooled = new double[boxes.Length * Classes * bins * bins];
        for (int at = 0; at < pooled.Length; at++)
        {
            var (channel, box) = (at % (Classes * bins * bins), boxes[at / (Classes * bins * bins)]);
            int map = ((int)box[0] * Classes * bins * bins + channel) * height * width;
            int[] cells = [.. Enumerable.Range(0, height * width).Where(cell =>
                Meets(cell / width, channel / bins % bins, bins, box[2] * scale, box[4] * scale) && Meets(cell % width, channel % bins, bins, box[1] * scale, box[3] * scale))];
            if (cells.Length == 0) continue;
            pooled[at] = cells.Average(cell => values[map + cell]);
            foreach (int cell in cells) gradient[map + cell] += (at % 7 + 1.0) / cells.Length; // as in Regions.WeightsLike
        }
        return (tensor(pooled, boxes.Length, Classes, bins, bins), tensor(gradient, maps.shape));
    }

    /// <summary>Whether a cell and bin i of n have more than a point in common: both as intervals, a cell n long and a bin as long as the box.</summary>
    private static bool Meets(int cell, long i, int n, double from, double to)
    {
        long start = Nearest(from), size = Math.Max(Nearest(to) - start, 1);
        return i * size < (cell - start + 1) * n && (cell - start) * n < (i + 1) * size;
    }

    private static long Nearest(double x) => (long)Math.Round(x, MidpointRounding.AwayFromZero);
}

public sealed class PositionSensitivePoolTests : PositionSensitivePoolProperties<PositionSensitivePool>;
