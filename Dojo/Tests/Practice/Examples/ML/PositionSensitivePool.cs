namespace Etudes.ML;

/// <summary>Boxes on constant or counted score maps, the vote of their bins, and what is
/// refused.</summary>
public static class PositionSensitivePoolExamples
{
    private static Tensor Boxes(params double[] numbers) => tensor(numbers).reshape(-1, 5);

    // One bin of a row 1 to 8.
    private static void Pools(double expected, double from, double to, double scale = 1) =>
        MustTensor.Be(full(1, 1, 1, 1, expected, float64),
            PositionSensitivePool.Pool(arange(1, 9, float64).reshape(1, 1, 1, 8),
                Boxes(0, from, 0, to, 1), 1, scale), $"the bin of {from} to {to}", 1e-9);

    // Map m is filled with m, each of 6 x 6 cells.
    private static Tensor Filled(int maps) =>
        arange(maps, float64).reshape(1, maps, 1, 1).expand(1, maps, 6, 6);

    [Example]
    public static void Each_bin_reads_its_own_map() =>
        MustTensor.Be(arange(8, float64).reshape(1, 2, 2, 2),
            PositionSensitivePool.Pool(Filled(8), Boxes(0, 0, 0, 4, 4), 2, 1), "two classes", 1e-9);

    [Example]
    public static void The_cell_of_the_second_corner_is_not_part_unless_alone()
    {
        Pools(3, 1, 4);
        Pools(4, 3, 3);
        Pools(4, 3, 1);
    }

    [Example]
    public static void Halves_are_rounded_away_from_zero_after_scaling()
    {
        Pools(3, 3, 5, 0.5);
        Pools(2.5, 0.5, 2.5);
        Pools(1, -0.5, 1);
    }

    [Example]
    public static void The_mean_is_over_the_cells_on_the_map()
    {
        Pools(7.5, 6, 10);
        Pools(1.5, -3, 2);
        Pools(0, 20, 22);
    }

    [Example]
    public static void Each_box_has_its_picture() =>
        MustTensor.Be(tensor(new double[] { 2, 1, 2 }).reshape(3, 1, 1, 1),
            PositionSensitivePool.Pool(tensor(new double[] { 1, 2 }).reshape(2, 1, 1, 1),
                Boxes(1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 1, 0, 0, 1, 1), 1, 1), "three boxes", 1e-9);

    [Example]
    public static void The_bins_vote_and_the_classes_share_1()
    {
        MustTensor.Be(tensor(new[,] { { 0.25, 0.75 } }),
            PositionSensitivePool.Vote(tensor(new[] { 1.0, 2, 3, 4, 1, 2, 3, 4 + 4 * Math.Log(3) })
                .reshape(1, 2, 2, 2)), "3 to 1", 1e-9);
        MustTensor.Be(tensor(new float[,] { { 1, 0 }, { 0, 1 } }),
            PositionSensitivePool.Vote(tensor(new[] { 1e4f, -1e4f, -1e4f, 1e4f })
                .reshape(2, 2, 1, 1)), "sure", 1e-6);
    }

    [Example]
    public static void No_boxes_give_empty_results()
    {
        MustTensor.Be(zeros(0, 3, 2, 2),
            PositionSensitivePool.Pool(zeros(1, 12, 4, 4), zeros(0, 5), 2, 1), "bins", 0);
        MustTensor.Be(zeros(0, 3), PositionSensitivePool.Vote(zeros(0, 3, 2, 2)), "votes", 0);
    }

    [Example]
    public static void Numbers_out_of_range_are_refused()
    {
        static void Throws(Tensor box, int bins, double scale, string what) =>
            Must.Throw<ArgumentOutOfRangeException>(
                () => PositionSensitivePool.Pool(zeros(1, 1, 2, 2), box, bins, scale), what);
        Throws(Boxes(0, 0, 0, 1, 1), 0, 1, "no bin");
        Throws(Boxes(0, 0, 0, 1, 1), 1, 0, "scale 0");
        Throws(Boxes(0, 0, 0, 1, 1), 1, double.NaN, "scale NaN");
        Throws(Boxes(1, 0, 0, 1, 1), 1, 1, "picture 1");
        Throws(Boxes(-1, 0, 0, 1, 1), 1, 1, "picture -1");
    }

    [Example]
    public static void Other_shapes_are_refused()
    {
        static void Throws(Tensor maps, Tensor boxes, string what) =>
            Must.Throw<ArgumentException>(() =>
                PositionSensitivePool.Pool(maps, boxes, 2, 1), what);
        Throws(zeros(1, 6, 2, 2), zeros(1, 5), "6 maps for 4 bins");
        Throws(zeros(1, 0, 2, 2), zeros(1, 5), "no maps");
        Throws(zeros(4, 2, 2), zeros(1, 5), "maps [4, 2, 2]");
        Throws(zeros(1, 4, 2, 2), zeros(1, 4), "boxes [1, 4]");
        Must.Throw<ArgumentException>(() =>
            PositionSensitivePool.Vote(zeros(1, 0, 2, 2)), "no class");
        Must.Throw<ArgumentException>(() =>
            PositionSensitivePool.Vote(zeros(1, 2, 2)), "pooled [1, 2, 2]");
        Must.Throw<ArgumentException>(() =>
            PositionSensitivePool.Vote(zeros(1, 2, 2, 3)), "2 x 3 bins");
    }

    [Example]
    public static void Maps_boxes_and_scores_are_left_unchanged()
    {
        var (maps, boxes) = (Filled(4).clone(), Boxes(0, 1.4, 0.3, 9, 1));
        var pooled = PositionSensitivePool.Pool(maps, boxes, 2, 1);
        var copy = pooled.clone();
        PositionSensitivePool.Vote(pooled);
        MustTensor.Be(Filled(4), maps, "the maps", 0);
        MustTensor.Be(Boxes(0, 1.4, 0.3, 9, 1), boxes, "the boxes", 0);
        MustTensor.Be(copy, pooled, "the pooled scores", 0);
    }

    [Example]
    public static void Pool_and_vote_have_gradients()
    {
        var maps = zeros(1, 1, 2, 3, float64).requires_grad_();
        PositionSensitivePool.Pool(maps, Boxes(0, 0, 0, 2, 2), 1, 1).sum().backward();
        MustTensor.Be(tensor(new[] { 0.25, 0.25, 0, 0.25, 0.25, 0 }).reshape(1, 1, 2, 3), maps.grad,
            "the gradient to the maps", 1e-9);
        var pooled = tensor(new[] { 0, 0, 0, 0, 0, 0, 0, 4 * Math.Log(3) })
            .reshape(1, 2, 2, 2).requires_grad_();
        PositionSensitivePool.Vote(pooled)[0, 0].backward();
        MustTensor.Be(tensor(new[] { 3.0, 3, 3, 3, -3, -3, -3, -3 }).reshape(1, 2, 2, 2) / 64,
            pooled.grad, "the gradient to the scores", 1e-9);
    }

    [Example]
    public static void Huge_boxes_do_not_overflow()
    {
        Pools(4.5, -1e9, 1e9);
        var maps = arange(5, float64).reshape(1, 1, 1, 5).expand(1, 4, 5, 5);
        MustTensor.Be(tensor(new double[] { 0, 0, 0, 2 }).reshape(1, 1, 2, 2),
            PositionSensitivePool.Pool(maps, Boxes(0, -1e9, -1e9, 1e9, 1e9), 2, 1), "a huge box",
            1e-9);
    }

    [Example]
    public static void A_transposed_view_is_read_as_it_stands() =>
        MustTensor.Be(tensor(new[] { 1.0, 2 }).reshape(1, 2, 1, 1),
            PositionSensitivePool.Pool(arange(8, float64).reshape(1, 2, 2, 2).transpose(1, 3),
                Boxes(0, 0, 0, 1, 2), 1, 1), "two columns", 1e-9);

    [Example]
    public static void Small_bins_of_large_floats_keep_their_digits()
    {
        var maps = full(1, 1, 300, 300, 10000f);
        maps[0, 0, 299, 298] = 9999.5f;
        maps[0, 0, 299, 299] = 9998.5f;
        MustTensor.Be(tensor(new[] { 9999f }).reshape(1, 1, 1, 1),
            PositionSensitivePool.Pool(maps, Boxes(0, 298, 299, 300, 300), 1, 1), "a bin", 1e-3);
    }
}
