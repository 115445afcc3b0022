namespace Etudes.ML;

/// <summary>Boxes on a row whose value is the place and on small maps: how far an offset moves a
/// bin, and what it is off the map.</summary>
public static class DeformablePoolExamples
{
    private static Tensor Row(params double[] cells) => tensor(cells).reshape(1, 1, 1, -1);

    private static Tensor Boxes(params double[] numbers) => tensor(numbers).reshape(-1, 5);

    // Bins of a box on the row 5 6 7 8 9, moved to the right by offsets.
    private static void Pools(double[] expected, double from, double to, double[] offsets,
        int samples = 1, double gamma = 0.5, double scale = 1) =>
        MustTensor.Be(Row(expected),
            DeformablePool.Pool(Row(5, 6, 7, 8, 9), Boxes(0, from, 0, to, 1),
                cat([Row(offsets), zeros(1, 1, 1, offsets.Length, float64)], 1), scale, samples,
                    gamma),
            $"bins of {from} to {to}", 1e-9);

    [Example]
    public static void Each_bin_moves_by_its_part_of_the_box()
    {
        Pools([6.5, 8.5], 1, 5, [0, 0]);
        Pools([7.5, 8], 1, 5, [0.5, -0.25]);
        Pools([6.5, 8.5], 1, 5, [0.5, 0.5], gamma: 0);
        Pools([6.6], 1, 2, [1.2]);
        Pools([6.15], -999_996.7, 1_000_000, [0]);
    }

    [Example]
    public static void The_scale_makes_the_step_smaller_too() =>
        Pools([7.5, 8], 2, 10, [0.5, -0.25], scale: 0.5);

    [Example]
    public static void Channel_0_is_x_and_channel_1_is_y()
    {
        var map = (arange(5, float64).reshape(5, 1) * 10 + arange(9, float64)).reshape(1, 1, 5, 9);
        MustTensor.Be(tensor(new[,] { { 10.5 + 4, 14.5 }, { 20.5, 24.5 + 10 } })
            .reshape(1, 1, 2, 2),
            DeformablePool.Pool(map, Boxes(0, -1, 1, 7, 3),
                tensor(new[] { 0.5, 0, 0, 0, 0, 0, 0, 0.5 }).reshape(1, 2, 2, 2), 1, 1, 1),
                "2 x 2 bins", 1e-9);
    }

    [Example]
    public static void All_samples_of_a_bin_move() =>
        MustTensor.Be(Row((0.5 + 2.5) / 2, 6.5),
            DeformablePool.Pool(Row(0, 1, 4, 9, 16), Boxes(0, 0, 0, 4, 1),
                tensor(new[] { 0.25, 0, 0, 0 }).reshape(1, 2, 1, 2), 1, 2, 0.5),
                "two bins of two samples", 1e-9);

    [Example]
    public static void Near_the_edge_a_sample_is_clamped_beyond_it_is_0()
    {
        Pools([5], 0, 1, [-1]);
        Pools([9], 4, 5, [1.5]);
        Pools([0], 0, 1, [-2.5]);
        Pools([0], 4, 5, [2.5]);
        Pools([3], -3, 3, [0], 2);
    }

    [Example]
    public static void An_inverted_box_runs_backwards_an_empty_one_stands_still()
    {
        Pools([8, 6], 5, 1, [0.25, 0.25]);
        Pools([7, 7], 2.5, 2.5, [9, -9]);
        Pools([0, 0], 5, 1, [0, 0], 0);
        Pools([0, 0], 2.5, 2.5, [0, 0], 0);
    }

    [Example]
    public static void Each_box_has_its_picture_and_all_channels() =>
        MustTensor.Be(tensor(new float[] { 3, 4, 1, 2, 3, 4 }).reshape(3, 2, 1, 1),
            DeformablePool.Pool(tensor(new float[] { 1, 2, 3, 4 }).reshape(2, 2, 1, 1),
                Boxes(1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 1, 0, 0, 1, 1), zeros(3, 2, 1, 1), 1, 1, 1),
                "three boxes", 1e-6);

    [Example]
    public static void Maps_and_offsets_have_gradients()
    {
        var (map, offsets) = (Row(1, 2, 5, 7).requires_grad_(),
            tensor(new double[] { 0, -1, 0, 0 }).reshape(1, 2, 1, 2).requires_grad_());
        DeformablePool.Pool(map, Boxes(0, 0, 0, 4, 1), offsets, 1, 1, 0.25).sum().backward();
        MustTensor.Be(Row(0.5, 1, 0.5, 0), map.grad, "the gradient to the map", 1e-9);
        MustTensor.Be(tensor(new double[] { 1, 3, 0, 0 }).reshape(1, 2, 1, 2), offsets.grad,
            "the gradient to the offsets", 1e-9);
    }

    [Example]
    public static void Where_a_sample_is_clamped_moving_it_changes_nothing()
    {
        var offsets = tensor(new double[] { -0.75, 0 }).reshape(1, 2, 1, 1).requires_grad_();
        DeformablePool.Pool(Row(1, 2, 5), Boxes(0, 0, 0, 1, 1), offsets, 1, 1, 1).sum().backward();
        MustTensor.Be(zeros(1, 2, 1, 1, float64), offsets.grad, "the gradient", 1e-9);
    }

    [Example]
    public static void Numbers_out_of_range_are_refused()
    {
        static void Throws(double picture, double scale, string what) =>
            Must.Throw<ArgumentOutOfRangeException>(() => DeformablePool.Pool(
                zeros(1, 1, 2, 2), Boxes(picture, 0, 0, 1, 1), zeros(1, 2, 1, 1), scale, 1, 1),
                what);
        Throws(0, 0, "scale 0");
        Throws(0, double.NaN, "scale NaN");
        Throws(1, 1, "picture 1");
        Throws(-1, 1, "picture -1");
    }

    [Example]
    public static void Other_shapes_are_refused()
    {
        static void Throws(Tensor maps, Tensor boxes, Tensor offsets, string what) =>
            Must.Throw<ArgumentException>(() =>
                DeformablePool.Pool(maps, boxes, offsets, 1, 1, 1), what);
        Throws(zeros(1, 2, 2), zeros(1, 5), zeros(1, 2, 1, 1), "maps [1, 2, 2]");
        Throws(zeros(1, 1, 2, 2), zeros(1, 4), zeros(1, 2, 1, 1), "boxes [1, 4]");
        Throws(zeros(1, 1, 2, 2), zeros(2, 5), zeros(1, 2, 1, 1), "offsets of one box");
        Throws(zeros(1, 1, 2, 2), zeros(1, 5), zeros(1, 1, 1, 1), "offsets without y");
        Throws(zeros(1, 1, 2, 2), zeros(1, 5), zeros(1, 2, 0, 1), "no bin");
    }

    [Example]
    public static void The_inputs_are_left_unchanged()
    {
        var (map, boxes, offsets) = (Row(1, 2, 5), Boxes(0, 0.5, 0, 2, 1),
            ones(1, 2, 1, 1, float64));
        DeformablePool.Pool(map, boxes, offsets, 0.5, 1, 0.1);
        MustTensor.Be(Row(1, 2, 5), map, "the map", 0);
        MustTensor.Be(Boxes(0, 0.5, 0, 2, 1), boxes, "the boxes", 0);
        MustTensor.Be(ones(1, 2, 1, 1, float64), offsets, "the offsets", 0);
    }

    [Example]
    public static void No_number_of_samples_asks_for_one_per_cell_on_each_axis()
    {
        var map = Row(0, 1, 4, 9) + tensor(new double[] { 0, 10, 40 }).reshape(1, 1, 3, 1);
        foreach (int samples in new[] { 0, -1 })
            MustTensor.Be(Row(5 / 3.0 + 5), DeformablePool.Pool(map, Boxes(0, 0, 0, 3, 2),
                zeros(1, 2, 1, 1, float64), 1, samples, 1), "3 x 2 samples", 1e-9);
    }

    [Example]
    public static void Transposed_views_are_read_as_they_stand()
    {
        MustTensor.Be(Row(7.5, 8), DeformablePool.Pool(Row(5, 6, 7, 8, 9), Boxes(0, 1, 0, 5, 1),
            tensor(new[] { 0.5, 0, -0.25, 0 }).reshape(1, 1, 2, 2).permute(0, 3, 1, 2), 1, 1, 0.5),
            "offsets", 1e-9);
        MustTensor.Be(Row(11), DeformablePool.Pool(
            tensor(new double[] { 0, 1, 10, 11 }).reshape(1, 1, 2, 2).transpose(2, 3),
                Boxes(0, 0, 0, 2, 2),
            full(1, 2, 1, 1, 0.5, float64), 1, 1, 0.5), "a map", 1e-9);
    }
}
