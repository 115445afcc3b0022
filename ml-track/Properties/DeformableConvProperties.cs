using static TorchSharp.torch.nn.functional;

namespace Etudes.ML;

public abstract class DeformableConvProperties<T> where T : IDeformableConv
{
    [Law(MaxTest = 100)]
    public static void Each_kernel_point_reads_the_map_where_its_offset_moves_it(Deformation given)
    {
        using var scope = NewDisposeScope();
        var (maps, offsets, weight) = (given.Maps(), given.Offsets(), given.Weight());
        MustTensor.Be(Expected(given, maps, offsets, weight), Convolve(given, maps, offsets, weight), "Convolve");
    }

    [Law(MaxTest = 60)]
    public static void The_type_of_the_maps_is_kept(Deformation given)
    {
        using var scope = NewDisposeScope();
        var (maps, offsets, weight) = (given.Maps() / 16, given.Offsets(), given.Weight());
        var expected = Expected(given, maps, offsets, weight).to(float32);
        MustTensor.Be(expected, Convolve(given, maps.to(float32), offsets.to(float32), weight.to(float32)), "of float32 tensors, Convolve", 1e-3, 1e-4);
    }

    [Law(MaxTest = 100)]
    public static void Without_offsets_it_is_a_convolution(Deformation given)
    {
        using var scope = NewDisposeScope();
        var (maps, weight) = (given.Maps(), given.Weight());
        MustTensor.Be(Conv2d(given, maps, weight), Convolve(given, maps, given.OffsetsOf((_, _) => (0, 0)), weight), "with all offsets 0, Convolve");
    }

    [Law(MaxTest = 100)]
    public static void One_whole_offset_for_all_points_shifts_the_map(Deformation given)
    {
        using var scope = NewDisposeScope();
        var padded = given with { Height = given.Height + 2 * given.Padding.High, Width = given.Width + 2 * given.Padding.Wide, Padding = (0, 0) };
        var (maps, weight) = (Given.As(nameof(given), padded).Maps(), padded.Weight());
        foreach (var (down, right) in ((int, int)[])[(1, 0), (0, 1), (-2, 1), (1, -2), (-9, 40)])
            MustTensor.Be(Conv2d(padded, Shifted(maps, down, right), weight), Convolve(padded, maps, padded.OffsetsOf((_, _) => (down, right)), weight),
                $"with all offsets {Show.Of((down, right))} and padding 0, Convolve");
    }

    [Law(MaxTest = 100)]
    public static void Offsets_that_turn_the_grid_turn_the_kernel(Deformation given)
    {
        using var scope = NewDisposeScope();
        int side = Math.Min(given.Kernel.High, given.Kernel.Wide);
        var square = given with { Kernel = (side, side) };
        var (maps, weight) = (Given.As(nameof(given), square).Maps(), square.Weight());
        var offsets = square.OffsetsOf((row, column) => ((column - row) * square.Dilation.High, (side - 1 - row - column) * square.Dilation.Wide));
        MustTensor.Be(Conv2d(square, maps, weight.rot90(-1, (2, 3))), Convolve(square, maps, offsets, weight),
            "with each point (row, column) moved to (column, side - 1 - row), Convolve");
    }

    [Law(MaxTest = 15)]
    public static void The_gradients_are_the_slopes(Deformation given)
    {
        using var scope = NewDisposeScope();
        var small = Given.As(nameof(given), Small(given));
        var (maps, offsets, weight) = (small.Maps(), small.OffsetsBetweenCells(), small.Weight());
        MustTensor.HaveTheGradientOfItsValues(x => Weighed(Convolve(small, x, offsets, weight)), maps, "the weighted sum of Convolve, to the maps,");
        MustTensor.HaveTheGradientOfItsValues(x => Weighed(Convolve(small, maps, x, weight)), offsets, "the weighted sum of Convolve, to the offsets,");
        MustTensor.HaveTheGradientOfItsValues(x => Weighed(Convolve(small, maps, offsets, x)), weight, "the weighted sum of Convolve, to the weight,");
    }

    [Law(MaxTest = 15)]
    public static void Offsets_of_0_have_the_slope_of_one_side(Deformation given)
    {
        using var scope = NewDisposeScope();
        var small = Given.As(nameof(given), Small(given) with { Reach = 0 });
        var (maps, offsets, weight) = (small.Maps(), small.Offsets().requires_grad_(), small.Weight());
        var result = Weighed(Convolve(small, maps, offsets, weight));
        if (!result.requires_grad) throw new LawBroken("with all offsets 0, Convolve has no gradient to them: is it left to conv2d?");
        result.backward();
        if (offsets.grad is not { } gradient) throw new LawBroken("with all offsets 0, Convolve has no gradient to them: is it left to conv2d?");
        double[] slopes = MustTensor.Read(gradient);
        for (int at = 0; at < slopes.Length; at++)
        {
            var moved = zeros(slopes.Length, float64);
            moved[at] = 0.5; // linear up to the next cell
            double Slope(double sign) => (Weighed(Convolve(small, maps, sign * moved.reshape(offsets.shape), weight)) - result.detach()).item<double>() / (0.5 * sign);
            var (left, right) = (Slope(-1), Slope(1));
            Must.Hold(Math.Min(Math.Abs(slopes[at] - left), Math.Abs(slopes[at] - right)) <= 1e-6 * (1 + Math.Abs(left)),
                $"with all offsets 0, the gradient of the weighted sum of Convolve to offset {at} should be {Digits.Few(left)} or {Digits.Few(right)}, the slopes of both sides, but is {Digits.Few(slopes[at])}");
        }
    }

    [Law(MaxTest = 60)]
    public static void A_map_may_have_one_row_or_column(Deformation given)
    {
        using var scope = NewDisposeScope();
        var row = given with { Height = 1, Kernel = (1, given.Kernel.Wide), Padding = (0, given.Padding.Wide) };
        var column = given with { Width = 1, Kernel = (given.Kernel.High, 1), Padding = (given.Padding.High, 0) };
        foreach (var thin in (Deformation[])[row, column])
        {
            var (maps, offsets, weight) = (Given.As(nameof(given), thin).Maps(), thin.Offsets(), thin.Weight());
            MustTensor.Be(Expected(thin, maps, offsets, weight), Convolve(thin, maps, offsets, weight), "Convolve");
        }
    }

    [Law(MaxTest = 40)]
    public static void Offsets_may_lead_a_million_cells_away(Deformation given)
    {
        using var scope = NewDisposeScope();
        var far = Given.As(nameof(given), given with { Reach = 1e6 });
        var (maps, offsets, weight) = (far.Maps(), far.Offsets(), far.Weight());
        MustTensor.Be(Expected(far, maps, offsets, weight), Convolve(far, maps, offsets, weight), "Convolve", 1e-6);
    }

    [Law(MaxTest = 40)]
    public static void Far_off_a_map_of_infinite_cells_all_is_0(Deformation given)
    {
        using var scope = NewDisposeScope();
        var (maps, weight) = (given.Maps() / 0, given.Weight()); // every cell is above 0
        foreach (int far in (int[])[-1000, 1000])
        {
            var offsets = given.OffsetsOf((_, _) => (far, far));
            MustTensor.Be(zeros(given.Pictures, given.Kernels, given.High, given.Wide, float64), Convolve(given, maps, offsets, weight), $"of maps of +infinity with all offsets {far}, Convolve");
        }
    }

    [Law(MaxTest = 60)]
    public static void Digits_beyond_those_of_float_count(Deformation given)
    {
        using var scope = NewDisposeScope();
        var (maps, offsets, weight) = (given.Maps(), given.Offsets(), given.Weight());
        var raised = Convolve(given, maps + (1 << 24), offsets, weight) - Convolve(given, full_like(maps, 1 << 24), offsets, weight);
        MustTensor.Be(Convolve(given, maps, offsets, weight), raised, "of maps to which 2^24 is added, Convolve less that of 2^24 everywhere", 1e-5);
    }

    [Law(MaxTest = 10, BeyondExamples = true)]
    public static void Many_places_and_kernel_points_take_no_more_operations_than_few(Deformation given)
    {
        using var scope = NewDisposeScope();
        var few = given with { Height = 2, Width = 2, Kernel = (1, 1), Stride = (1, 1), Padding = (0, 0) };
        var many = Given.As(nameof(given), few with { Height = 20, Width = 19, Kernel = (4, 5) });
        Func<Tensor[]> Of(Deformation one)
        {
            var (maps, offsets, weight) = (one.Maps(), one.Offsets(), one.Weight());
            return () => [Convolve(one, maps, offsets, weight)];
        }
        MustTensor.NotLoop(Of(few), Of(many), "Convolve", "places or kernel points");
    }

    [Law(MaxTest = 1)]
    public static void On_a_map_of_192_x_192_each_place_looks_only_at_its_own_cells(int seed)
    {
        using var scope = NewDisposeScope();
        var large = Given.As("given", new Deformation(1, 192, 192, 1, 1, 4, 4, (3, 3), (1, 1), (1, 1), (1, 1), 0, seed % 1000));
        var (maps, weight) = (large.Maps(), large.Weight());
        MustTensor.Be(Conv2d(large, maps, weight), Convolve(large, maps, large.Offsets(), weight), "with all offsets 0, Convolve", 1e-7);
    }

    [Law]
    public static void It_agrees_with_the_golden_data()
    {
        using var scope = NewDisposeScope();
        foreach (var golden in Golden.Read("deform_conv2d.json")["cases"]!.AsArray())
        {
            if (golden!["mask"] is not null) continue; // version 2
            Tensor Leaf(string field) => golden[field]!.Tensor().requires_grad_();
            (int, int) Pair(string field) => ((int)golden["attrs"]![field]![0]!, (int)golden["attrs"]![field]![1]!);
            var (name, maps, offsets, weight) = ((string)golden["name"]!, Leaf("input"), Leaf("offset"), Leaf("weight"));
            var result = T.Convolve(maps, offsets, weight, Pair("stride"), Pair("padding"), Pair("dilation"));
            var expected = golden["output"]!.Tensor();
            if (golden["bias"] is { } bias) expected -= bias.Tensor().reshape(-1, 1, 1);
            MustTensor.Be(expected, result, $"Convolve of the golden maps {name}", 1e-4, 1e-4);
            (result * golden["upstream_grad"]!.Tensor()).sum().backward();
            foreach (var (field, leaf) in (Dictionary<string, Tensor>)new() { ["grad_input"] = maps, ["grad_offset"] = offsets, ["grad_weight"] = weight })
                if (golden[field] is { } gradient) MustTensor.Be(gradient.Tensor(), leaf.grad, $"{field} of the golden maps {name}", 1e-4, 1e-4);
        }
    }

    [Law(MaxTest = 60)]
    public static void However_the_inputs_lie_in_memory_they_are_read_rightly_and_left_unchanged(Deformation given, Layout layout)
    {
        using var scope = NewDisposeScope();
        var (maps, offsets, weight) = (given.Maps().In(layout, "maps"), given.Offsets().In(layout, "offsets"), given.Weight().In(layout, "weight"));
        MustTensor.Be(Convolve(given, given.Maps(), given.Offsets(), given.Weight()), Convolve(given, maps, offsets, weight), "Convolve");
    }

    [Law]
    public static void Steps_out_of_range_throw()
    {
        using var scope = NewDisposeScope();
        var (maps, offsets, weight) = (zeros(1, 1, 3, 3), zeros(1, 2, 3, 3), zeros(1, 1, 1, 1));
        foreach (var bad in ((int, int)[])[(0, 1), (1, 0), (-1, 1)])
        {
            MustTensor.Throw<ArgumentOutOfRangeException>(() => T.Convolve(maps, offsets, weight, bad, (0, 0), (1, 1)), $"Convolve with stride {Show.Of(bad)}");
            MustTensor.Throw<ArgumentOutOfRangeException>(() => T.Convolve(maps, offsets, weight, (1, 1), (0, 0), bad), $"Convolve with dilation {Show.Of(bad)}");
        }
        foreach (var bad in ((int, int)[])[(-1, 0), (0, -1)])
            MustTensor.Throw<ArgumentOutOfRangeException>(() => T.Convolve(maps, offsets, weight, (1, 1), bad, (1, 1)), $"Convolve with padding {Show.Of(bad)}");
        MustTensor.Be(zeros(1, 1, 1, 1), T.Convolve(maps, offsets[.., .., ..1, ..1], weight, (int.MaxValue, int.MaxValue), (0, 0), (int.MaxValue, int.MaxValue)), "Convolve with stride and dilation int.MaxValue");
        MustTensor.Throw<ArgumentException>(() => T.Convolve(maps, offsets[.., .., ..1], weight, (1, 1), (int.MaxValue, 0), (1, 1)), "Convolve with padding int.MaxValue and one row of offsets");
    }

    [Law]
    public static void Shapes_that_do_not_belong_together_throw()
    {
        using var scope = NewDisposeScope();
        long[][][] wrong = // maps, offsets, weight; right would be [1, 4, 3, 3], [1, 8, 2, 2], [2, 4, 2, 2]
        [
            [[4, 3, 3], [1, 8, 2, 2], [2, 4, 2, 2]], [[1, 4, 3, 3], [8, 2, 2], [2, 4, 2, 2]], [[1, 4, 3, 3], [1, 8, 2, 2], [2, 4, 4]],
            [[2, 4, 3, 3], [1, 8, 2, 2], [2, 4, 2, 2]], [[1, 4, 3, 3], [1, 8, 3, 3], [2, 4, 2, 2]], [[1, 4, 3, 3], [1, 9, 2, 2], [2, 4, 2, 2]],
            [[1, 4, 3, 3], [1, 24, 2, 2], [2, 4, 2, 2]], [[1, 4, 3, 3], [1, 4, 2, 2], [2, 4, 2, 2]], [[1, 4, 3, 3], [1, 8, 2, 2], [2, 3, 2, 2]],
            [[1, 4, 3, 3], [1, 8, 2, 2], [3, 2, 2, 2]], [[1, 4, 3, 3], [1, 8, 2, 2], [2, 8, 2, 2]], [[1, 4, 1, 3], [1, 8, 1, 2], [2, 4, 2, 2]],
            [[0, 4, 3, 3], [0, 8, 2, 2], [2, 4, 2, 2]], [[1, 4, 3, 3], [1, 8, 2, 2], [0, 4, 2, 2]], [[1, 4, 3, 3], [1, 0, 4, 4], [2, 4, 0, 0]],
        ];
        foreach (var shapes in wrong)
            MustTensor.Throw<ArgumentException>(() => T.Convolve(zeros(shapes[0]), zeros(shapes[1]), zeros(shapes[2]), (1, 1), (0, 0), (1, 1)), $"Convolve of the shapes {Show.Of(shapes)}");
        MustTensor.Throw<ArgumentException>(() => T.Convolve(zeros(1, 1, 2, 2), zeros(1, 18, 1, 1), zeros(1, 1, 3, 3), (2, 2), (0, 0), (1, 1)), "Convolve of a map 2 x 2 and a kernel 3 x 3 with stride 2");
    }

    [Law(MaxTest = 10)]
    public static void No_tensor_is_left_behind(Deformation given)
    {
        using var scope = NewDisposeScope();
        var (maps, offsets, weight) = (given.Maps(), given.Offsets(), given.Weight());
        MustTensor.LeaveNothing(() => [Convolve(given, maps, offsets, weight)], "Convolve");
    }

    private static Tensor Convolve(Deformation given, Tensor maps, Tensor offsets, Tensor weight) =>
        T.Convolve(maps, offsets, weight, given.Stride, given.Padding, given.Dilation);

    private static Deformation Small(Deformation given) =>
        given with { Pictures = 1, Height = 3, Width = 4, OffsetGroups = Math.Min(given.OffsetGroups, 2), Share = 1, KernelsAGroup = 1, Stride = (2, 2), Padding = (1, 1), Reach = Math.Min(given.Reach, 2) };

    private static Tensor Weighed(Tensor result) => (result * Regions.WeightsLike(result)).sum();

    private static Tensor Conv2d(Deformation given, Tensor maps, Tensor weight) => conv2d(maps, weight, null, [given.Stride.High, given.Stride.Wide],
        [given.Padding.High, given.Padding.Wide], [given.Dilation.High, given.Dilation.Wide], given.Groups);

    /// <summary>Cell (y, x) holds what was at (y + down, x + right), or 0 where nothing was.</summary>
    private static Tensor Shifted(Tensor maps, int down, int right)
    {
        var (height, width) = (maps.shape[2], maps.shape[3]);
        var (tall, broad) = (Math.Abs(down), Math.Abs(right));
        return pad(maps, [broad, broad, tall, tall]).narrow(2, tall + down, height).narrow(3, broad + right, width);
    }

    /// <summary>Every cell of the map counts by its nearness, which is 0 from a distance of 1 on.</summary>
    private static Tensor Expected(Deformation given, Tensor maps, Tensor offsets, Tensor weight)
    {
        var (channels, height, width, high, wide, share) = (given.Channels, given.Height, given.Width, given.High, given.Wide, given.Channels / given.Groups);
        var (points, offsetShare, kernels) = (given.Kernel.High * given.Kernel.Wide, given.Channels / given.OffsetGroups, given.Kernels);
        double[] map = MustTensor.Read(maps), move = MustTensor.Read(offsets), weights = MustTensor.Read(weight);
        double[] sum = new double[given.Pictures * kernels * high * wide];
        for (int at = 0; at < given.Pictures * channels * points * high * wide; at++)
        {
            var (column, row, k, c, picture) = (at % wide, at / wide % high, at / (high * wide) % points, at / (high * wide * points) % channels, at / (high * wide * points * channels));
            double Move(int axis) => move[(((picture * given.OffsetGroups + c / offsetShare) * points + k) * 2 + axis) * high * wide + row * wide + column];
            double y = row * given.Stride.High - given.Padding.High + k / given.Kernel.Wide * given.Dilation.High + Move(0);
            double x = column * given.Stride.Wide - given.Padding.Wide + k % given.Kernel.Wide * given.Dilation.Wide + Move(1);
            double value = 0;
            for (int cell = 0; cell < height * width; cell++)
                value += Math.Max(0, 1 - Math.Abs(y - cell / width)) * Math.Max(0, 1 - Math.Abs(x - cell % width)) * map[(picture * channels + c) * height * width + cell];
            for (int d = c / share * given.KernelsAGroup; d < (c / share + 1) * given.KernelsAGroup; d++)
                sum[((picture * kernels + d) * high + row) * wide + column] += weights[(d * share + c % share) * points + k] * value;
        }
        return tensor(sum, given.Pictures, kernels, high, wide);
    }
}

public sealed class DeformableConvTests : DeformableConvProperties<DeformableConv>;
