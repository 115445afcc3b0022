namespace Etudes.ML;

/// <summary>Boxes on a row of eight cells, then on small maps: which cells a bin holds, who takes
/// its gradient, and what is refused.</summary>
public static class RoiMaxPoolExamples
{
    private static Tensor Row(params double[] cells) => tensor(cells).reshape(1, 1, 1, -1);

    private static Tensor Boxes(params double[] numbers) => tensor(numbers).reshape(-1, 5);

    private static void Pools(double[] expected, double from, double to, double scale = 1,
        bool falling = false) =>
        MustTensor.Be(Row(expected),
            RoiMaxPool.Pool(falling ? Row(8, 7, 6, 5, 4, 3, 2, 1) : Row(1, 2, 3, 4, 5, 6, 7, 8),
                Boxes(0, from, 0, to, 0), 1, expected.Length, scale), $"bins of {from} to {to}", 0);

    [Example]
    public static void Neighbouring_bins_may_share_a_cell()
    {
        Pools([4, 6], 1, 5);
        Pools([7, 5], 1, 5, falling: true);
    }

    [Example]
    public static void Halves_are_rounded_away_from_zero_after_scaling()
    {
        Pools([4], 3, 5, 0.5);
        Pools([4], 0.5, 2.5);
        Pools([7], 0.5, 2.5, falling: true);
        Pools([0, 1, 2], -0.5, 1);
    }

    [Example]
    public static void A_box_that_leaves_the_map_keeps_its_size()
    {
        Pools([8, 0], 6, 9);
        Pools([0, 2], -2, 1);
        Pools([0], 20, 22);
    }

    [Example]
    public static void An_inverted_box_is_one_cell()
    {
        Pools([6, 6], 5, 1);
        Pools([6], 5, 4);
    }

    [Example]
    public static void Huge_boxes_do_not_overflow() => Pools([1, 8], -1e9, 1e9);

    [Example]
    public static void Negative_cells_are_not_cut_at_0()
    {
        const double infinity = double.PositiveInfinity;
        MustTensor.Be(Row(-1, -infinity),
            RoiMaxPool.Pool(Row(-3, -1, -infinity), Boxes(0, 0, 0, 3, 0), 1, 2, 1), "two bins", 0);
    }

    [Example]
    public static void Each_box_has_its_picture_and_all_channels()
    {
        var maps = tensor(new float[] { 1, 2, 3, 4, 5, 6, 7, 8 }).reshape(2, 2, 1, 2);
        MustTensor.Be(tensor(new float[] { 6, 8, 1, 3, 5, 7 }).reshape(3, 2, 1, 1),
            RoiMaxPool.Pool(maps, Boxes(1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0), 1, 1, 1),
            "three boxes", 0);
    }

    [Example]
    public static void A_box_is_high_and_wide() =>
        MustTensor.Be(tensor(new double[,] { { 5, 6, 7 }, { 9, 10, 11 } }).reshape(1, 1, 2, 3),
            RoiMaxPool.Pool(arange(12, float64).reshape(1, 1, 3, 4), Boxes(0, 1, 1, 3, 2), 2, 3, 1),
            "2 x 3 bins", 0);

    [Example]
    public static void No_boxes_give_an_empty_result() =>
        MustTensor.Be(zeros(0, 3, 2, 5), RoiMaxPool.Pool(zeros(1, 3, 4, 4), zeros(0, 5), 2, 5, 1),
            "nothing", 0);

    [Example]
    public static void The_first_maximum_takes_the_gradient()
    {
        var maps = tensor(new double[] { 1, 7, 7, 7 }).reshape(1, 1, 2, 2).requires_grad_();
        RoiMaxPool.Pool(maps, Boxes(0, 0, 0, 1, 1, 0, 5, 5, 6, 6), 1, 1, 1).sum().backward();
        MustTensor.Be(tensor(new double[] { 0, 1, 0, 0 }).reshape(1, 1, 2, 2), maps.grad,
            "the gradient", 0);
    }

    [Example]
    public static void Numbers_out_of_range_are_refused()
    {
        static void Throws(Tensor box, int high, int wide, double scale, string what) =>
            Must.Throw<ArgumentOutOfRangeException>(
                () => RoiMaxPool.Pool(zeros(1, 1, 2, 2), box, high, wide, scale), what);
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
        Must.Throw<ArgumentException>(() =>
            RoiMaxPool.Pool(zeros(1, 2, 2), zeros(1, 5), 1, 1, 1), "maps [1, 2, 2]");
        Must.Throw<ArgumentException>(() =>
            RoiMaxPool.Pool(zeros(1, 1, 2, 2), zeros(1, 4), 1, 1, 1), "boxes [1, 4]");
        Must.Throw<ArgumentException>(() =>
            RoiMaxPool.Pool(zeros(1, 1, 2, 2), zeros(5), 1, 1, 1), "boxes [5]");
    }

    [Example]
    public static void Maps_and_boxes_are_left_unchanged()
    {
        var (maps, boxes) = (Row(-1, 2, 3), Boxes(0, 1.4, 0.3, 9, 1));
        RoiMaxPool.Pool(maps, boxes, 1, 5, 1);
        MustTensor.Be(Row(-1, 2, 3), maps, "the maps", 0);
        MustTensor.Be(Boxes(0, 1.4, 0.3, 9, 1), boxes, "the boxes", 0);
    }

    [Example]
    public static void A_transposed_view_is_read_as_it_stands() =>
        MustTensor.Be(tensor(new double[,] { { 5, 6, 7 }, { 9, 10, 11 } }).t().reshape(1, 1, 3, 2),
            RoiMaxPool.Pool(arange(12, float64).reshape(1, 1, 3, 4).transpose(2, 3),
                Boxes(0, 1, 1, 2, 3), 3, 2, 1), "3 x 2 bins", 0);
}
