namespace Etudes.ML;

/// <summary>The questions about pictures of counted pixels: turns, neighbours, and their
/// labels.</summary>
public static class PretextTasksExamples
{
    private static Tensor Count(int n, int c, int side) =>
        arange(n * c * side * side, int64).reshape(n, c, side, side);

    private static Tensor Numbers(params long[] numbers) => tensor(numbers);

    private static void Throws(Tensor images, int patch, int gap, string what) =>
        Must.Throw<ArgumentException>(
            () => PretextTasks.RelativePositions(images, patch, gap), what);

    [Example]
    public static void Four_turns_counter_clockwise()
    {
        var (pictures, labels) = PretextTasks.Rotations(Count(1, 1, 2));
        MustTensor.Be(Numbers(0, 1, 2, 3, 1, 3, 0, 2, 3, 2, 1, 0, 2, 0, 3, 1).reshape(4, 1, 2, 2),
            pictures, "the turns");
        MustTensor.Be(Numbers(0, 1, 2, 3), labels, "the labels");
    }

    [Example]
    public static void The_turns_of_a_picture_stand_together()
    {
        var (pictures, labels) = PretextTasks.Rotations(Numbers(5, 6).reshape(2, 1, 1, 1));
        MustTensor.Be(Numbers(5, 5, 5, 5, 6, 6, 6, 6).reshape(8, 1, 1, 1), pictures, "the turns");
        MustTensor.Be(Numbers(0, 1, 2, 3, 0, 1, 2, 3), labels, "the labels");
    }

    [Example]
    public static void Channels_turn_alike() =>
        MustTensor.Be(Numbers(1, 3, 0, 2, 5, 7, 4, 6).reshape(2, 2, 2),
            PretextTasks.Rotations(Count(1, 2, 2)).Pictures[1], "the first turn");

    [Example]
    public static void Eight_neighbours_row_by_row()
    {
        var (centres, neighbours, labels) = PretextTasks.RelativePositions(Count(1, 1, 3), 1, 0);
        MustTensor.Be(Numbers(4, 4, 4, 4, 4, 4, 4, 4).reshape(8, 1, 1, 1), centres, "the centres");
        MustTensor.Be(Numbers(0, 1, 2, 3, 5, 6, 7, 8).reshape(8, 1, 1, 1), neighbours,
            "the neighbours");
        MustTensor.Be(Numbers(0, 1, 2, 3, 4, 5, 6, 7), labels, "the labels");
    }

    [Example]
    public static void Nobody_sees_the_gap()
    {
        var (centres, neighbours, _) = PretextTasks.RelativePositions(Count(1, 1, 5), 1, 1);
        MustTensor.Be(full(8, 1, 1, 1, 12L, int64), centres, "the centres");
        MustTensor.Be(Numbers(0, 2, 4, 10, 14, 20, 22, 24).reshape(8, 1, 1, 1), neighbours,
            "the neighbours");
    }

    [Example]
    public static void Patches_are_not_turned()
    {
        var (centres, neighbours, _) = PretextTasks.RelativePositions(Count(1, 1, 6), 2, 0);
        MustTensor.Be(Numbers(14, 15, 20, 21).reshape(1, 2, 2), centres[0], "the centre");
        MustTensor.Be(Numbers(2, 3, 8, 9).reshape(1, 2, 2), neighbours[1], "the one above");
    }

    [Example]
    public static void The_questions_about_a_picture_stand_together()
    {
        var (centres, neighbours, labels) = PretextTasks.RelativePositions(Count(2, 1, 3), 1, 0);
        MustTensor.Be(Numbers(4, 13), centres.flatten()[tensor([7L, 8])], "the centres 7 and 8");
        MustTensor.Be(Numbers(8, 9), neighbours.flatten()[tensor([7L, 8])],
            "the neighbours 7 and 8");
        MustTensor.Be(Numbers(7, 0), labels[tensor([7L, 8])], "the labels 7 and 8");
    }

    [Example]
    public static void Whole_numbers_keep_their_last_digit()
    {
        var images = full(1, 1, 3, 3, long.MaxValue, int64);
        MustTensor.Be(full(4, 1, 3, 3, long.MaxValue, int64),
            PretextTasks.Rotations(images).Pictures, "turns");
        MustTensor.Be(full(8, 1, 1, 1, long.MaxValue, int64),
            PretextTasks.RelativePositions(images, 1, 0).Neighbours, "neighbours");
    }

    [Example]
    public static void The_results_are_the_callers_own()
    {
        var images = Count(1, 1, 3);
        var (pictures, _) = PretextTasks.Rotations(images);
        pictures[0].fill_(-1);
        var (centres, neighbours, _) = PretextTasks.RelativePositions(images, 1, 0);
        centres[0].fill_(-1);
        neighbours[0].fill_(-1);
        MustTensor.Be(Count(1, 1, 3), images, "the picture afterwards");
        Must.Be(4L, centres[1].item<long>(), "the second centre");
    }

    [Example]
    public static void Pictures_that_are_not_square_are_refused()
    {
        Must.Throw<ArgumentException>(() =>
            PretextTasks.Rotations(zeros(1, 1, 2, 3)), "turns of 2 x 3");
        Throws(zeros(1, 1, 3, 4), 1, 0, "3 x 4");
        Throws(zeros(1, 1, 4, 3), 1, 0, "4 x 3");
    }

    [Example]
    public static void Other_shapes_are_refused()
    {
        Must.Throw<ArgumentException>(() => PretextTasks.Rotations(zeros(1, 3, 3)), "[1, 3, 3]");
        Must.Throw<ArgumentException>(() =>
            PretextTasks.Rotations(zeros(0, 1, 3, 3)), "no pictures");
        Must.Throw<ArgumentException>(() => PretextTasks.Rotations(zeros(1, 1, 0, 0)), "side 0");
        Throws(zeros(1, 3, 3), 1, 0, "[1, 3, 3]");
        Throws(zeros(1, 0, 3, 3), 1, 0, "C = 0");
        Throws(zeros(0, 1, 3, 3), 1, 0, "N = 0");
    }

    [Example]
    public static void Nothing_is_cropped()
    {
        Throws(zeros(1, 1, 4, 4), 1, 0, "a side too much");
        Throws(zeros(1, 1, 4, 4), 1, 1, "a side too few");
        Throws(zeros(1, 1, 3, 3), 1431655765, 2, "3 patch + 2 gap = 3 + 2^32");
        Must.Throw<ArgumentOutOfRangeException>(() =>
            PretextTasks.RelativePositions(zeros(1, 1, 2, 2), 0, 1), "patch 0");
        Must.Throw<ArgumentOutOfRangeException>(() =>
            PretextTasks.RelativePositions(zeros(1, 1, 4, 4), 2, -1), "gap -1");
    }

    [Example]
    public static void A_transposed_view_is_read_as_it_stands()
    {
        var columns = Count(1, 1, 3).transpose(2, 3);
        MustTensor.Be(Numbers(6, 7, 8, 3, 4, 5, 0, 1, 2).reshape(1, 3, 3),
            PretextTasks.Rotations(columns).Pictures[1], "the first turn");
        MustTensor.Be(Numbers(0, 3, 6, 1, 7, 2, 5, 8).reshape(8, 1, 1, 1),
            PretextTasks.RelativePositions(columns, 1, 0).Neighbours, "the neighbours");
    }
}
