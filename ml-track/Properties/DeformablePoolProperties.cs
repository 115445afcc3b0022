namespace Etudes.ML;

public abstract class DeformablePoolProperties<T> : RegionLaws<DeformablePoolProperties<T>>, IRegionPooling where T : IDeformablePool
{
    private const double Gamma = 0.1;

    public static Tensor MapsOf(Regions regions) => regions.Maps();

    public static Tensor Pool(Regions regions, Tensor maps, Tensor boxes)
    {
        long[] shape = [boxes.shape[0], 2, regions.BinsHigh, regions.BinsWide];
        return T.Pool(maps, boxes, (arange(shape.Aggregate((x, y) => x * y)) % 5 / 4.0 - 0.5).reshape(shape).to(maps.dtype), regions.Scale, 2, Gamma);
    }

    [Law(MaxTest = 100, First = true)]
    public static void Each_bin_is_the_mean_of_its_moved_samples(MovedRegions deformation)
    {
        using var scope = NewDisposeScope();
        var maps = deformation.Regions.Maps();
        MustTensor.Be(Expected(deformation, maps).Pooled, Pool(deformation, maps), "with gamma 0.1, Pool");
    }

    [Law(MaxTest = 40)]
    public static void Boxes_of_a_million_pixels_keep_their_digits(MovedRegions deformation)
    {
        using var scope = NewDisposeScope();
        const double far = 999_000;
        var given = deformation.Alignment.Given;
        var still = given with { BinsHigh = 1, BinsWide = 3, Scale = 1, Boxes = [.. given.Boxes.Select(box => (double[])[box[0], box[1] - far, box[2] - far, box[3] + far, box[4] + far])] };
        var large = Given.As(nameof(deformation), new MovedRegions(deformation.Alignment with { Given = still, Samples = 3 }, [0, 0, 0, 0, 0]));
        foreach (var type in (ScalarType[])[float32, float64])
            MustTensor.Be(Expected(large, still.Maps()).Pooled.to(type), Pool(large, still.Maps().to(type), large.Offsets().to(type)), $"of maps of {type} and boxes of Float64, Pool", type == float32 ? 1e-3 : 1e-5);
    }

    [Law(MaxTest = 60)]
    public static void Offsets_may_take_a_bin_off_the_map_and_onto_it(MovedRegions deformation)
    {
        using var scope = NewDisposeScope();
        var far = Given.As(nameof(deformation), deformation with { Steps = [.. deformation.Steps.Select(step => 16 * step)] });
        var maps = far.Regions.Maps().requires_grad_();
        var result = Pool(far, maps);
        MustTensor.Be(Expected(far, maps).Pooled, result, "with gamma 0.1, Pool");
        Weighted(result).backward();
        MustTensor.Be(Expected(far, maps).Gradient, maps.grad, "the gradient of the weighted sum of Pool to the maps");
    }

    [Law(MaxTest = 60)]
    public static void However_the_offsets_lie_in_memory_they_are_read_rightly_and_left_unchanged(MovedRegions deformation, Layout layout)
    {
        using var scope = NewDisposeScope();
        var (maps, offsets) = (deformation.Regions.Maps(), deformation.Offsets().In(layout, "offsets"));
        MustTensor.Be(Expected(deformation, maps).Pooled, Pool(deformation, maps, offsets), "Pool");
    }

    [Law(MaxTest = 60, First = true)]
    public static void The_cells_share_the_gradient_by_their_weights(MovedRegions deformation)
    {
        using var scope = NewDisposeScope();
        var maps = deformation.Regions.Maps().requires_grad_();
        Weighted(Pool(deformation, maps)).backward();
        MustTensor.Be(Expected(deformation, maps).Gradient, maps.grad, "the gradient of the weighted sum of Pool to the maps");
    }

    [Law(MaxTest = 10, First = true)]
    public static void The_gradient_to_the_offsets_is_the_slope(MovedRegions deformation)
    {
        using var scope = NewDisposeScope();
        var maps = deformation.Regions.Maps();
        MustTensor.HaveTheGradientOfItsValues(offsets => Weighted(Pool(deformation, maps, offsets), offsets.requires_grad), deformation.Offsets(), "the weighted sum of Pool to the offsets");
    }

    [Law(MaxTest = 60, First = true)]
    public static void On_a_slope_each_bin_is_the_height_of_its_moved_middle(MovedRegions deformation)
    {
        using var scope = NewDisposeScope();
        deformation = Given.As(nameof(deformation), deformation with { Alignment = deformation.Alignment.OnASlope() });
        var (_, _, _, _, high, wide, scale, boxes, _) = deformation.Regions;
        double[] offsets = MustTensor.Read(deformation.Offsets());
        double Middle(int k, int axis, int i, int n, int bin)
        {
            double from = boxes[k][axis + 1] * scale, size = boxes[k][axis + 3] * scale - from;
            return from - 0.5 + size * ((i + 0.5) / n + Gamma * offsets[(2 * k + axis) * high * wide + bin]);
        }
        var expected = from k in Enumerable.Range(0, boxes.Length)
                       from bin in Enumerable.Range(0, high * wide)
                       select 10 * Middle(k, 1, bin / wide, high, bin) + Middle(k, 0, bin % wide, wide, bin);
        var result = T.Pool(deformation.Regions.Maps(), Boxes(boxes), deformation.Offsets(), scale, deformation.Alignment.Samples, Gamma);
        MustTensor.Be(tensor(expected.ToArray(), boxes.Length, 1, high, wide), result, "of the map 10 y + x, Pool");
    }

    [Law(MaxTest = 40)]
    public static void On_a_slope_samples_on_the_cells_have_its_gradient_too(MovedRegions deformation)
    {
        using var scope = NewDisposeScope();
        var alignment = deformation.Alignment.OnASlope();
        var (width, height) = (alignment.Given.BinsWide * alignment.Samples, alignment.Given.BinsHigh * alignment.Samples);
        double Whole(double x) => Math.Round(x * alignment.Given.Scale) - 1 / 128.0; // by which all boxes are moved
        double[] Box(double x, double y) => [0, x, y, x + width, y + height]; // a sample on each cell
        var onCells = alignment.Given with { Scale = 1, Boxes = [.. alignment.Given.Boxes.Select(box => Box(Whole(box[1]), Whole(box[2])))] };
        deformation = Given.As(nameof(deformation), new MovedRegions(alignment with { Given = onCells }, [0, 0, 0, 0, 0]));
        var (maps, offsets) = (deformation.Regions.Maps(), deformation.Offsets().requires_grad_());
        var result = Pool(deformation, maps, offsets);
        MustTensor.HaveAGradient(result, "Pool");
        result.sum().backward();
        var expected = (Gamma * tensor(new double[] { width, 10 * height })).reshape(1, 2, 1, 1).expand(offsets.shape);
        MustTensor.Be(expected, offsets.grad, "of the map 10 y + x, the gradient of the sum of Pool to the offsets");
    }

    [Law(MaxTest = 60)]
    public static void One_offset_for_all_bins_moves_the_box(MovedRegions deformation)
    {
        using var scope = NewDisposeScope();
        var (regions, maps) = (deformation.Regions, deformation.Regions.Maps());
        var (x, y) = (deformation.Steps[0] * 0.625, deformation.Steps[1] * 0.625);
        var offsets = tensor(new[] { x, y }).reshape(1, 2, 1, 1).expand(regions.Count, 2, regions.BinsHigh, regions.BinsWide).contiguous();
        var boxes = regions.BoxTensor();
        var moved = regions.Boxes.Select(box =>
        {
            var (right, down) = (Gamma * x * (box[3] - box[1]), Gamma * y * (box[4] - box[2]));
            return (double[])[box[0], box[1] + right, box[2] + down, box[3] + right, box[4] + down];
        });
        var still = T.Pool(maps, Boxes([.. moved]), zeros_like(offsets), regions.Scale, deformation.Alignment.Samples, Gamma);
        MustTensor.Be(still, T.Pool(maps, boxes, offsets, regions.Scale, deformation.Alignment.Samples, Gamma), $"with the offset ({Show.Of(x)}, {Show.Of(y)}) in all bins, Pool");
    }

    [Law(MaxTest = 40)]
    public static void Twice_the_offsets_at_half_of_gamma_are_the_same(MovedRegions deformation)
    {
        using var scope = NewDisposeScope();
        var (maps, offsets) = (deformation.Regions.Maps(), deformation.Offsets());
        MustTensor.Be(Pool(deformation, maps), Pool(deformation, maps, 2 * offsets, Gamma / 2), "with offsets doubled and gamma 0.05, Pool");
    }

    [Law(MaxTest = 40)]
    public static void Each_box_is_pooled_by_itself(MovedRegions deformation)
    {
        using var scope = NewDisposeScope();
        var (regions, maps, boxes, offsets) = (deformation.Regions, deformation.Regions.Maps(), deformation.Regions.BoxTensor(), deformation.Offsets());
        Tensor Of(Tensor some, Tensor theirs) => T.Pool(maps, some, theirs, regions.Scale, deformation.Alignment.Samples, Gamma);
        var one = boxes.split(1).Zip(offsets.split(1), Of);
        MustTensor.Be(cat([.. one.Reverse()]), Of(boxes.flip(0), offsets.flip(0)), "of the boxes in the opposite order, Pool");
    }

    [Law(MaxTest = 40)]
    public static void Pictures_of_twice_the_size_at_half_the_scale_pool_alike(MovedRegions deformation)
    {
        using var scope = NewDisposeScope();
        var (maps, given) = (deformation.Regions.Maps(), deformation.Alignment.Given);
        var doubled = given with { Scale = given.Scale / 2, Boxes = [.. given.Boxes.Select(box => (double[])[box[0], .. box[1..].Select(x => 2 * x)])] };
        var twice = deformation with { Alignment = deformation.Alignment with { Given = doubled } };
        var pooled = Pool(deformation, maps);
        MustTensor.Be(pooled, Pool(Given.As(nameof(deformation), twice), maps), "with coordinates doubled and scale halved, Pool");
    }

    [Law]
    public static void It_agrees_with_the_golden_data()
    {
        using var scope = NewDisposeScope();
        foreach (var golden in Golden.Read("deform_roi_pool.json")["cases"]!.AsArray())
        {
            var (attributes, name) = (golden!["attrs"]!, (string)golden["name"]!);
            var (maps, boxes, offsets) = (golden["input"]!.Tensor(), golden["rois"]!.Tensor(), golden["offset"]!.Tensor());
            Tensor With(Tensor offsets) => T.Pool(maps, boxes, offsets, (double)attributes["spatial_scale"]!, (int)attributes["sampling_ratio"]!, (double)attributes["gamma"]!);
            MustTensor.Be(golden["output_zero_offset"]!.Tensor(), With(zeros_like(offsets)), $"without offsets, Pool of the golden boxes {name}", 1e-4, 0);
            MustTensor.Be(golden["output"]!.Tensor(), With(offsets), $"Pool of the golden boxes {name}", 1e-4, 0);
        }
    }

    [Law]
    public static void Bad_input_throws()
    {
        using var scope = NewDisposeScope();
        var (maps, box, offsets) = (zeros(2, 1, 3, 4), zeros(1, 5), zeros(1, 2, 1, 1));
        foreach (long[] shape in (long[][])[[2, 3, 4], [12], [2, 1, 3, 4, 1]])
            MustTensor.Throw<ArgumentException>(() => T.Pool(zeros(shape), box, offsets, 1, 1, Gamma), $"Pool of maps of the shape {Show.Of(shape)}");
        foreach (long[] shape in (long[][])[[5], [1, 4], [1, 6], [1, 1, 5]])
            MustTensor.Throw<ArgumentException>(() => T.Pool(maps, zeros(shape), offsets, 1, 1, Gamma), $"Pool of boxes of the shape {Show.Of(shape)}");
        foreach (long[] shape in (long[][])[[2, 1, 1], [2, 2, 1, 1], [1, 1, 1, 1], [1, 3, 1, 1], [1, 2, 0, 1], [1, 2, 1, 0], [1, 2, 1, 1, 1]])
            MustTensor.Throw<ArgumentException>(() => T.Pool(maps, box, zeros(shape), 1, 1, Gamma), $"Pool of one box with offsets of the shape {Show.Of(shape)}");
        foreach (double scale in (double[])[0, -double.Epsilon, double.NaN])
            MustTensor.Throw<ArgumentOutOfRangeException>(() => T.Pool(maps, box, offsets, scale, 1, Gamma), $"Pool at scale {Show.Of(scale)}");
    }

    [Law(MaxTest = 10)]
    public static void No_tensor_is_left_behind(MovedRegions deformation)
    {
        using var scope = NewDisposeScope();
        var (regions, offsets) = (deformation.Regions, deformation.Offsets());
        var ofFloats = offsets.to(float32);
        LeaveNothing(regions.Maps(), regions.BoxTensor(), (maps, boxes) => T.Pool(maps, boxes, maps.dtype == float32 ? ofFloats : offsets, regions.Scale, deformation.Alignment.Samples, Gamma));
    }

    private static Tensor Boxes(double[][] boxes) => tensor(boxes.SelectMany(box => box).ToArray(), boxes.Length, 5);

    private static Tensor Pool(MovedRegions deformation, Tensor maps) => Pool(deformation, maps, deformation.Offsets());

    private static Tensor Pool(MovedRegions deformation, Tensor maps, Tensor offsets, double gamma = Gamma) =>
        T.Pool(maps, deformation.Regions.BoxTensor(), offsets, deformation.Regions.Scale, deformation.Alignment.Samples, gamma);

    private static Tensor Weighted(Tensor result, bool differentiable = true)
    {
        if (differentiable) MustTensor.HaveAGradient(result, "Pool");
        return (result * Regions.WeightsLike(result)).sum();
    }

    /// <summary>The pooled values, and the gradient of their weighted sum to the maps, sample by sample and cell by cell.</summary>
    private static (Tensor Pooled, Tensor Gradient) Expected(MovedRegions deformation, Tensor maps)
    {
        var (_, channels, height, width, high, wide, scale, boxes, _) = deformation.Regions;
        double[] offsets = MustTensor.Read(deformation.Offsets());
        double[] values = MustTensor.Read(maps), gradient = new double[values.Length], pooled = new double[boxes.Length * channels * high * wide];
        for (int at = 0; at < pooled.Length; at++)
        {
            var (bin, channel, k) = (at % (high * wide), at / wide / high % channels, at / wide / high / channels);
            double[] box = boxes[k];
            double[] columns = Shares(width, box[1] * scale, box[3] * scale, bin % wide, wide, offsets[2 * k * high * wide + bin], deformation.Alignment.Samples);
            double[] rows = Shares(height, box[2] * scale, box[4] * scale, bin / wide, high, offsets[(2 * k + 1) * high * wide + bin], deformation.Alignment.Samples);
            for (int y = 0; y < height; y++)
                for (int x = 0; x < width; x++)
                {
                    int cell = (((int)box[0] * channels + channel) * height + y) * width + x;
                    pooled[at] += rows[y] * columns[x] * values[cell];
                    gradient[cell] += rows[y] * columns[x] * (at % 7 + 1); // as in Regions.WeightsLike
                }
        }
        return (tensor(pooled, boxes.Length, channels, high, wide), tensor(gradient, maps.shape));
    }

    /// <summary>Each cell's part in the mean of the samples of bin i of n, on one axis: a tent over each cell, one wide on either side, gives what a sample takes of it.</summary>
    private static double[] Shares(int length, double from, double to, int i, int n, double offset, int samples)
    {
        double size = to - from, middle = from - 0.5 + (i + 0.5) * size / n + Gamma * offset * size;
        if (samples <= 0) samples = (int)Math.Ceiling(size / n);
        double[] shares = new double[length];
        for (int s = 0; s < samples; s++)
        {
            double at = middle + (2 * s + 1 - samples) * size / (2 * n * samples);
            if (at < -1 || at > length) continue;
            for (int cell = 0; cell < length; cell++) shares[cell] += Math.Max(0, 1 - Math.Abs(cell - Math.Clamp(at, 0, length - 1))) / samples;
        }
        return shares;
    }
}

public sealed class DeformablePoolTests : DeformablePoolProperties<DeformablePool>;
