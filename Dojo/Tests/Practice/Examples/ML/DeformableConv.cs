namespace Etudes.ML;

/// <summary>Kernels of one to four points on rows and small maps: where each point reads, what is
/// off the map, and whose offset moves it.</summary>
public static class DeformableConvExamples
{
    private static Tensor Map(int high, params double[] cells) =>
        tensor(cells).reshape(1, 1, high, -1);

    // A kernel of one point and weight 1; every place is moved by the same offset.
    private static Tensor Moved(Tensor map, double down, double right) =>
        Convolve(map, tensor(new[] { down, right }).reshape(1, 2, 1, 1).expand(1, 2, map.shape[2],
            map.shape[3]),
            ones(1, 1, 1, 1, float64));

    private static Tensor Convolve(Tensor maps, Tensor offsets, Tensor weight, int stride = 1,
        int padding = 0, int dilation = 1) =>
        DeformableConv.Convolve(maps, offsets, weight, (stride, stride), (padding, padding),
            (dilation, dilation));

    [Example]
    public static void Between_cells_the_map_is_interpolated()
    {
        MustTensor.Be(Map(1, 0.5, 2.5, 6.5, 4.5), Moved(Map(1, 0, 1, 4, 9), 0, 0.5), "a half",
            1e-9);
        MustTensor.Be(Map(1, 1.3, 1.4), Moved(Map(1, 1, 2), 0, 0.3), "three tenths", 1e-12);
    }

    [Example]
    public static void The_first_offset_goes_down_the_second_to_the_right() =>
        MustTensor.Be(Map(2, 5.5, 3, 0, 0), Moved(Map(2, 1, 2, 5, 6), 1, 0.5),
            "a row down, half a cell right", 1e-9);

    [Example]
    public static void Each_corner_off_the_map_counts_0()
    {
        MustTensor.Be(Map(1, 3, 6), Moved(Map(1, 4, 8), 0.25, 0), "a quarter down", 1e-9);
        MustTensor.Be(Map(1, 2, 6), Moved(Map(1, 4, 8), 0, -0.5), "half a cell left", 1e-9);
        MustTensor.Be(Map(1, 0, 0), Moved(Map(1, 4, 8), 0, -1e6), "far left", 1e-9);
    }

    [Example]
    public static void Each_kernel_point_has_its_offsets_row_by_row()
    {
        // 2 x 2 points of weights 1, 10, 100, 1000; the second moves down, the third right.
        var offsets = tensor(new double[] { 0, 0, 1, 0, 0, 1, 0, 0 }).reshape(1, 8, 1, 1);
        MustTensor.Be(Map(1, 1 + 40 + 400 + 4000),
            Convolve(Map(2, 1, 2, 3, 4), offsets, Map(2, 1, 10, 100, 1000)), "four points", 1e-9);
    }

    [Example]
    public static void Stride_padding_and_dilation()
    {
        // The points of a place are 2 cells apart, places 3 cells, the first starts off the map.
        MustTensor.Be(Map(1, 20, 53),
            DeformableConv.Convolve(Map(1, 1, 2, 3, 4, 5), zeros(1, 4, 1, 2, float64),
                Map(1, 1, 10),
                (1, 3), (0, 1), (1, 2)), "two places in a row", 1e-9);
        MustTensor.Be(Map(2, 20, 53),
            DeformableConv.Convolve(Map(5, 1, 2, 3, 4, 5), zeros(1, 4, 2, 1, float64),
                Map(2, 1, 10),
                (3, 1), (1, 0), (2, 1)), "two places in a column", 1e-9);
    }

    [Example]
    public static void An_offset_group_moves_its_run_of_channels()
    {
        var maps = tensor(new double[] { 1, 2, 10, 20, 100, 200, 1000, 2000 }).reshape(1, 4, 1, 2);
        var offsets = tensor(new double[] { 0, 0, 0, 0, 0, 0, 1, 1 }).reshape(1, 4, 1, 2);
        MustTensor.Be(Map(1, 2211, 22), Convolve(maps, offsets, ones(1, 4, 1, 1, float64)),
            "two offset groups", 1e-9);
    }

    [Example]
    public static void A_group_of_kernels_reads_its_run_of_channels()
    {
        var maps = tensor(new double[] { 1, 10, 100, 1000 }).reshape(1, 4, 1, 1);
        MustTensor.Be(tensor(new double[] { 11, 22, 3300, 4400 }).reshape(1, 4, 1, 1),
            Convolve(maps, zeros(1, 2, 1, 1, float64),
                tensor(new double[] { 1, 1, 2, 2, 3, 3, 4, 4 }).reshape(4, 2, 1, 1)), "two groups",
                1e-9);
    }

    [Example]
    public static void Maps_offsets_and_weight_have_gradients()
    {
        // 1 + 4 / 4 at the first place, 5 (1 - 1/4) at the second, which is a quarter off the map.
        var (map, weight) = (Map(1, 1, 5).requires_grad_(),
            full(1, 1, 1, 1, 2.0, float64).requires_grad_());
        var offsets = tensor(new[] { 0, 0, 0.25, 0.25 }).reshape(1, 2, 1, 2).requires_grad_();
        Convolve(map, offsets, weight).sum().backward();
        MustTensor.Be(Map(1, 1.5, 2), map.grad, "the gradient to the map", 1e-9);
        MustTensor.Be(full(1, 1, 1, 1, 5.75, float64), weight.grad, "the gradient to the weight",
            1e-9);
        MustTensor.Be(Map(1, 8, -10), offsets.grad![.., 1..], "the gradient to moves to the right",
            1e-9);
    }

    [Example]
    public static void Numbers_out_of_range_are_refused()
    {
        static void Throws((int, int) stride, (int, int) padding, (int, int) dilation,
            string what) =>
            Must.Throw<ArgumentOutOfRangeException>(() => DeformableConv.Convolve(zeros(1, 1, 1, 1),
                zeros(1, 2, 1, 1), zeros(1, 1, 1, 1), stride, padding, dilation), what);
        Throws((0, 1), (0, 0), (1, 1), "stride 0 down");
        Throws((1, 0), (0, 0), (1, 1), "stride 0 right");
        Throws((1, 1), (-1, 0), (1, 1), "padding -1 down");
        Throws((1, 1), (0, -1), (1, 1), "padding -1 right");
        Throws((1, 1), (0, 0), (0, 1), "dilation 0 down");
        Throws((1, 1), (0, 0), (1, 0), "dilation 0 right");
    }

    [Example]
    public static void Shapes_must_fit()
    {
        static void Throws(Tensor maps, Tensor offsets, Tensor weight, string what) =>
            Must.Throw<ArgumentException>(() => Convolve(maps, offsets, weight), what);
        Throws(zeros(1, 2, 2), zeros(1, 2, 2, 2), zeros(1, 1, 1, 1), "maps [1, 2, 2]");
        Throws(zeros(1, 1, 2, 2), zeros(1, 2, 1, 2), zeros(1, 1, 1, 1), "offsets for one row");
        Throws(zeros(1, 3, 2, 2), zeros(1, 4, 2, 2), zeros(1, 3, 1, 1),
            "2 offset groups of 3 channels");
        Throws(zeros(1, 3, 2, 2), zeros(1, 2, 2, 2), zeros(2, 2, 1, 1), "3 channels, kernels of 2");
        Throws(zeros(1, 4, 2, 2), zeros(1, 2, 2, 2), zeros(3, 2, 1, 1), "3 kernels in 2 groups");
        Must.Throw<ArgumentException>(() => Convolve(zeros(1, 1, 2, 2), zeros(1, 18, 1, 1),
            zeros(1, 1, 3, 3), 2), "a kernel larger than the map");
        Throws(zeros(0, 1, 2, 2), zeros(0, 2, 2, 2), zeros(1, 1, 1, 1), "no maps");
        Throws(zeros(1, 1, 2, 2), zeros(1, 2, 2, 2), zeros(0, 1, 1, 1), "no kernel");
        Throws(zeros(1, 1, 2, 2), zeros(1, 0, 3, 3), zeros(1, 1, 0, 0), "no points");
        Throws(zeros(1, 1, 2, 2), zeros(1, 0, 2, 2), zeros(1, 1, 1, 1), "no offsets");
        Throws(zeros(2, 1, 2, 2), zeros(1, 2, 2, 2), zeros(1, 1, 1, 1), "offsets of one map");
        Throws(zeros(1, 1, 2, 2), zeros(1, 4, 2, 2), zeros(1, 1, 1, 1),
            "2 offset groups of 1 channel");
    }

    [Example]
    public static void The_inputs_are_left_unchanged()
    {
        var (map, offsets, weight) = (Map(1, 4, 8), full(1, 2, 1, 2, 0.25, float64),
            full(1, 1, 1, 1, 2.0, float64));
        Convolve(map, offsets, weight);
        MustTensor.Be(Map(1, 4, 8), map, "the map", 0);
        MustTensor.Be(full(1, 2, 1, 2, 0.25, float64), offsets, "the offsets", 0);
        MustTensor.Be(full(1, 1, 1, 1, 2.0, float64), weight, "the weight", 0);
    }

    [Example]
    public static void Each_map_has_its_offsets() =>
        MustTensor.Be(tensor(new[] { 3, 0, 3f, 4 }).reshape(2, 1, 1, 2),
            Convolve(tensor(new[] { 2f, 3, 3, 4 }).reshape(2, 1, 1, 2),
            tensor(new[] { 0f, 0, 1, 1, 0, 0, 0, 0 }).reshape(2, 2, 1, 2), ones(1, 1, 1, 1)),
            "a moved map and another", 1e-6);

    [Example]
    public static void The_padding_is_made_of_zeros()
    {
        var offsets = zeros(1, 2, 3, 4, float64);
        offsets[0, 0, 0, 1] = 0.5;
        offsets[0, 1, 1, 0] = 0.25;
        MustTensor.Be(Map(3, 0, 4, 0, 0, 2, 8, 6, 0, 0, 0, 0, 0),
            Convolve(Map(1, 8, 6), offsets, ones(1, 1, 1, 1, float64), padding: 1),
            "a row with padding", 1e-9);
    }

    [Example]
    public static void Transposed_views_are_read_as_they_stand()
    {
        MustTensor.Be(Map(2, 5.5, 3, 0, 0), Moved(Map(2, 1, 5, 2, 6).transpose(2, 3), 1, 0.5),
            "a map", 1e-9);
        MustTensor.Be(Map(2, 7, 10, 16, 19), Convolve(arange(9, float64).reshape(1, 1, 3, 3),
            zeros(1, 8, 2, 2, float64), Map(2, 0, 2, 1, 0).transpose(2, 3)), "a kernel", 1e-9);
    }
}
