namespace Etudes.ML;

/// <summary>Boxes on a row whose value is the place, on a row of squares, and on small maps: where
/// samples lie, and what those off the map are.</summary>
public static class RoiAlignExamples
{
    private static Tensor Row(params double[] cells) => tensor(cells).reshape(1, 1, 1, -1);

    private static Tensor Boxes(params double[] numbers) => tensor(numbers).reshape(-1, 5);

    // Bins of a box on the row 5 6 7 8 9, whose value is 5 more than the place.
    private static void Pools(double[] expected, double from, double to, int samples = 1,
        bool aligned = true, double scale = 1) =>
        MustTensor.Be(Row(expected),
            RoiAlign.Pool(Row(5, 6, 7, 8, 9), Boxes(0, from, 0, to, 1), 1, expected.Length, scale,
                samples, aligned),
            $"bins of {from} to {to}", 1e-9);

    [Example]
    public static void Each_bin_is_sampled_in_its_middle()
    {
        Pools([6.5, 8.5], 1, 5);
        Pools([6.5, 8.5], 2, 10, scale: 0.5);
    }

    [Example]
    public static void Not_aligned_boxes_do_not_move_and_are_a_cell_at_least()
    {
        Pools([6.5, 7.5], 1, 3, aligned: false);
        Pools([7.5], 2, 2, aligned: false);
        Pools([7.5], 2, 2, 0, false);
    }

    [Example]
    public static void Samples_lie_evenly_in_a_bin() =>
        MustTensor.Be(Row((0.5 + 2.5) / 2),
            RoiAlign.Pool(Row(0, 1, 4, 9), Boxes(0, 0.5, 0, 2.5, 1), 1, 1, 1, 2, true),
            "samples at 1/2 and 3/2", 1e-9);

    [Example]
    public static void No_number_of_samples_asks_for_one_per_cell()
    {
        MustTensor.Be(Row((0 + 1 + 4) / 3.0),
            RoiAlign.Pool(Row(0, 1, 4, 9), Boxes(0, 0, 0, 3, 1), 1, 1, 1, 0, true),
            "samples at 0, 1, 2", 1e-9);
        MustTensor.Be(Row((0.5 + 1.75) / 2),
            RoiAlign.Pool(Row(0, 1, 4, 9), Boxes(0, 0.625, 0, 2.125, 1), 1, 1, 1, -1, true),
            "samples at 1/2 and 5/4", 1e-9);
    }

    [Example]
    public static void Near_the_edge_a_sample_is_clamped()
    {
        Pools([5], -0.1, 0.1);
        Pools([5], -0.6, -0.4);
        Pools([9], 5.4, 5.6);
    }

    [Example]
    public static void Beyond_it_is_0()
    {
        Pools([0], -0.8, -0.6);
        Pools([0], 5.6, 5.8);
        Pools([3], -3, 3, 2);
    }

    [Example]
    public static void An_inverted_box_runs_backwards_an_empty_one_stands_still()
    {
        Pools([7, 7], 2.5, 2.5);
        Pools([0, 0], 2.5, 2.5, 0);
        Pools([8.5, 6.5], 5, 1);
        Pools([0, 0], 5, 1, 0);
    }

    [Example]
    public static void A_box_is_high_and_wide() =>
        MustTensor.Be(tensor(new[,] { { 10.5, 12.5, 14.5 }, { 20.5, 22.5, 24.5 } })
            .reshape(1, 1, 2, 3),
            RoiAlign.Pool((arange(4, float64).reshape(4, 1) * 10 + arange(6, float64))
                .reshape(1, 1, 4, 6),
                Boxes(0, 0, 1, 6, 3), 2, 3, 1, 1, true), "2 x 3 bins", 1e-9);

    [Example]
    public static void Each_box_has_its_picture_and_all_channels() =>
        MustTensor.Be(tensor(new float[] { 3, 4, 1, 2, 3, 4 }).reshape(3, 2, 1, 1),
            RoiAlign.Pool(tensor(new float[] { 1, 2, 3, 4 }).reshape(2, 2, 1, 1),
                Boxes(1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 1, 0, 0, 1, 1), 1, 1, 1, 1, true),
                "three boxes", 1e-6);

    [Example]
    public static void The_four_cells_around_share_the_gradient()
    {
        var maps = zeros(1, 1, 2, 3, float64).requires_grad_();
        RoiAlign.Pool(maps, Boxes(0, 0, 0, 1.5, 2), 1, 1, 1, 1, true).sum().backward();
        MustTensor.Be(tensor(new[] { 0.375, 0.125, 0, 0.375, 0.125, 0 }).reshape(1, 1, 2, 3),
            maps.grad, "the gradient", 1e-9);
    }

    [Example]
    public static void Numbers_out_of_range_are_refused()
    {
        static void Throws(Tensor box, int high, int wide, double scale, string what) =>
            Must.Throw<ArgumentOutOfRangeException>(
                () => RoiAlign.Pool(zeros(1, 1, 2, 2), box, high, wide, scale, 1, true), what);
        Throws(Boxes(0, 0, 0, 1, 1), 0, 1, 1, "no bin high");
        Throws(Boxes(0, 0, 0, 1, 1), 1, 0, 1, "no bin wide");
        Throws(Boxes(0, 0, 0, 1, 1), 1, 1, 0, "scale 0");
        Throws(Boxes(0, 0, 0, 1, 1), 1, 1, double.NaN, "scale NaN");
        Throws(Boxes(1, 0, 0, 1, 1), 1, 1, 1, "picture 1");
        Throws(Boxes(-1, 0, 0, 1, 1), 1, 1, 1, "picture -1");
    }

    [Example]
    public static void Other_shapes_are_refused()
    {
        static void Throws(Tensor maps, Tensor boxes, string what) =>
            Must.Throw<ArgumentException>(() => RoiAlign.Pool(maps, boxes, 1, 1, 1, 1, true), what);
        Throws(zeros(1, 2, 2), zeros(1, 5), "maps [1, 2, 2]");
        Throws(zeros(1, 1, 2, 2), zeros(1, 4), "boxes [1, 4]");
        Throws(zeros(1, 1, 2, 2), zeros(5), "boxes [5]");
    }

    [Example]
    public static void Maps_and_boxes_are_left_unchanged()
    {
        var (maps, boxes) = (Row(-1, 2, 3), Boxes(0, 1.4, 0.3, 9, 1));
        RoiAlign.Pool(maps, boxes, 1, 2, 0.5, 0, false);
        MustTensor.Be(Row(-1, 2, 3), maps, "the maps", 0);
        MustTensor.Be(Boxes(0, 1.4, 0.3, 9, 1), boxes, "the boxes", 0);
    }

    [Example]
    public static void A_transposed_view_is_read_as_it_stands() =>
        MustTensor.Be(tensor(new[,] { { 10.5, 12.5, 14.5 }, { 20.5, 22.5, 24.5 } })
            .reshape(1, 1, 2, 3),
            RoiAlign.Pool((arange(6, float64).reshape(6, 1) + 10 * arange(4, float64))
                .reshape(1, 1, 6, 4).transpose(2, 3),
                Boxes(0, 0, 1, 6, 3), 2, 3, 1, 1, true), "2 x 3 bins", 1e-9);
}
