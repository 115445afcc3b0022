namespace Etudes.ML;

public abstract class PretextTasksProperties<T> where T : IPretextTasks
{
    [Law]
    public static void Every_picture_is_shown_in_its_four_turns_counter_clockwise(SquarePictures pictures)
    {
        using var scope = NewDisposeScope();
        var (count, channels, side) = (pictures.Count, pictures.Channels, pictures.Side);
        var expected = from i in Enumerable.Range(0, count)
                       from k in Enumerable.Range(0, 4)
                       from channel in Enumerable.Range(0, channels)
                       from y in Enumerable.Range(0, side)
                       from x in Enumerable.Range(0, side)
                       let place = Turned(y, x, k, side)
                       select pictures.Pixel(i, channel, place.Y, place.X);
        MustTensor.Be(tensor(expected.ToArray(), 4 * count, channels, side, side), T.Rotations(pictures.Tensor()).Pictures, "Pictures of Rotations", 0, 0);
    }

    [Law]
    public static void The_middle_patch_comes_with_each_of_its_neighbours(SquarePictures pictures)
    {
        using var scope = NewDisposeScope();
        var (centres, neighbours, _) = Positions(pictures);
        MustTensor.Be(Patches(pictures, [4, 4, 4, 4, 4, 4, 4, 4]), centres, "Centres of RelativePositions", 0, 0);
        MustTensor.Be(Patches(pictures, [0, 1, 2, 3, 5, 6, 7, 8]), neighbours, "Neighbours of RelativePositions", 0, 0);
    }

    [Law]
    public static void The_labels_of_each_picture_count_up_from_0(SquarePictures pictures)
    {
        using var scope = NewDisposeScope();
        long[] Labels(int classes) => [.. Enumerable.Range(0, pictures.Count * classes).Select(at => (long)at % classes)];
        MustTensor.Be(tensor(Labels(4)), T.Rotations(pictures.Tensor()).Labels, "Labels of Rotations");
        MustTensor.Be(tensor(Labels(8)), Positions(pictures).Labels, "Labels of RelativePositions");
    }

    [Law]
    public static void A_picture_turned_before_is_turned_on(SquarePictures pictures)
    {
        using var scope = NewDisposeScope();
        var all = T.Rotations(pictures.Tensor()).Pictures;
        Must.Be([4 * pictures.Count, pictures.Channels, pictures.Side, pictures.Side], all.shape, "the shape of Pictures of Rotations");
        for (int i = 0; i < pictures.Count; i++)
        {
            var four = all.narrow(0, 4 * i, 4); // [4, C, S, S]
            MustTensor.Be(four.roll(-1, 0), T.Rotations(four[1..2]).Pictures, $"Rotations of picture {i} turned by 1", 0, 0);
        }
    }

    [Law]
    public static void The_neighbours_of_a_turned_picture_are_turned_and_moved_on(SquarePictures pictures)
    {
        using var scope = NewDisposeScope();
        var before = Positions(pictures).Neighbours;
        var after = T.RelativePositions(pictures.Tensor().rot90(1, (2, 3)), pictures.Patch, pictures.Gap).Neighbours;
        Must.Be([8 * pictures.Count, pictures.Channels, pictures.Patch, pictures.Patch], before.shape, "the shape of Neighbours");
        long[] from = [2, 4, 7, 1, 6, 0, 3, 5]; // who stands above on the left after the turn stood above on the right
        long[] all = [.. Enumerable.Range(0, pictures.Count).SelectMany(i => from.Select(c => 8 * i + c))];
        MustTensor.Be(before.index_select(0, tensor(all)).rot90(1, (2, 3)), after, "of pictures turned by 1, Neighbours", 0, 0);
    }

    [Law]
    public static void Pixels_in_the_gaps_are_not_shown(SquarePictures pictures)
    {
        using var scope = NewDisposeScope();
        var (images, step) = (pictures.Tensor(), pictures.Patch + pictures.Gap);
        bool[] inGap = [.. Enumerable.Range(0, pictures.Side).Select(x => x % step >= pictures.Patch)];
        var off = tensor(inGap).unsqueeze(0).logical_or(tensor(inGap).unsqueeze(1)); // [S, S]
        var (expected, actual) = (Positions(pictures), T.RelativePositions(images.masked_fill(off, -1), pictures.Patch, pictures.Gap));
        MustTensor.Be(expected.Centres, actual.Centres, "with -1 in all gaps, Centres", 0, 0);
        MustTensor.Be(expected.Neighbours, actual.Neighbours, "with -1 in all gaps, Neighbours", 0, 0);
    }

    [Law]
    public static void A_picture_of_a_batch_is_asked_about_as_it_is_alone(SquarePictures pictures)
    {
        using var scope = NewDisposeScope();
        var images = pictures.Tensor();
        var (turned, around) = (T.Rotations(images).Pictures, Positions(pictures).Neighbours);
        Must.Be((4L * pictures.Count, 8L * pictures.Count), (turned.shape[0], around.shape[0]), "how many pictures and neighbours there are");
        for (int i = 0; i < pictures.Count; i++)
        {
            MustTensor.Be(T.Rotations(images[i..(i + 1)]).Pictures, turned.narrow(0, 4 * i, 4), $"Rotations of picture {i} in the batch", 0, 0);
            MustTensor.Be(T.RelativePositions(images[i..(i + 1)], pictures.Patch, pictures.Gap).Neighbours, around.narrow(0, 8 * i, 8), $"Neighbours of picture {i} in the batch", 0, 0);
        }
    }

    [Law(MaxTest = 150)]
    public static void The_type_of_the_pictures_is_kept_to_the_last_digit(SquarePictures pictures)
    {
        using var scope = NewDisposeScope();
        var places = pictures.Tensor().to(int64); // each pixel holds where it is
        var (turned, (centre, neighbour, _)) = (T.Rotations(places).Pictures, T.RelativePositions(places, pictures.Patch, pictures.Gap));
        foreach (var images in (Tensor[])[places / 3.0, places + (1L << 60), places.to(float32), places.to(uint8)])
        {
            var origin = images.flatten()[0]; // taken off, for what is compared is double
            void MustBe(Tensor at, Tensor moved, string what) => MustTensor.Be(images.take(at) - origin, moved - origin, $"of {images.dtype} images, less the first pixel, {what}", 0, 0);
            var (centres, neighbours, _) = T.RelativePositions(images, pictures.Patch, pictures.Gap);
            MustBe(turned, T.Rotations(images).Pictures, "Rotations");
            MustBe(centre, centres, "Centres");
            MustBe(neighbour, neighbours, "Neighbours");
        }
    }

    [Law(MaxTest = 100)]
    public static void However_the_pixels_lie_in_memory_they_are_read_rightly_and_left_unchanged(SquarePictures pictures, Layout layout)
    {
        using var scope = NewDisposeScope();
        var images = pictures.Tensor().In(layout, "images");
        MustTensor.Be(T.Rotations(pictures.Tensor()).Pictures, T.Rotations(images).Pictures, "Rotations", 0, 0);
        MustTensor.Be(Positions(pictures).Neighbours, T.RelativePositions(images, pictures.Patch, pictures.Gap).Neighbours, "Neighbours", 0, 0);
    }

    [Law(MaxTest = 10, BeyondExamples = true)]
    public static void Many_pictures_take_no_more_operations_than_few(SquarePictures pictures)
    {
        using var scope = NewDisposeScope();
        var many = Given.As(nameof(pictures), pictures with { Count = 100 });
        MustTensor.NotLoop(() => Questions(pictures.Tensor()), () => Questions(many.Tensor()), "Rotations", "pictures");
        MustTensor.NotLoop(() => Places(pictures.Tensor(), pictures), () => Places(many.Tensor(), many), "RelativePositions", "pictures");
    }

    [Law]
    public static void The_results_share_no_memory_with_the_pictures(SquarePictures pictures)
    {
        using var scope = NewDisposeScope();
        var images = pictures.Tensor();
        var (turned, _) = T.Rotations(images);
        var (centres, neighbours, _) = T.RelativePositions(images, pictures.Patch, pictures.Gap);
        (Tensor Result, string Name)[] results = [(turned, "Pictures"), (centres, "Centres"), (neighbours, "Neighbours")];
        foreach (var (result, name) in results)
        {
            double[] expected = [.. MustTensor.Read(result).Select((pixel, at) => pixel + at)];
            try { result.add_(arange(result.numel(), float64).reshape(result.shape)); } // another number to each pixel
            catch (System.Runtime.InteropServices.ExternalException) { throw new LawBroken($"{name} should have memory for each pixel but some share one: does expand give a view?"); }
            Must.Be(expected, MustTensor.Read(result), $"{name}, with 0, 1, 2, ... added in place,");
            Must.LeaveAlone(MustTensor.Read(pictures.Tensor()), MustTensor.Read(images));
        }
    }

    [Law]
    public static void It_agrees_with_the_golden_data()
    {
        using var scope = NewDisposeScope();
        var golden = Golden.Read("pretext.json");
        var rotation = golden["rotation"]!;
        var rotated = cat(rotation["rotated"]!.AsArray().Select(turned => turned!.Tensor()).ToArray()); // [4, 2, 3, 3]
        MustTensor.Be(rotated, T.Rotations(rotation["image"]!.Tensor()).Pictures, "Rotations of the golden picture", 0, 0);
        // The nine pixels of a 3 x 3 picture are its patches: what stands at an offset from the middle is known.
        double[] offsets = [.. golden["relative_position"]!["offsets_row_col"]!.AsArray().Select(offset => 4 + 3 * offset![0]!.Number() + offset[1]!.Number())];
        var neighbours = T.RelativePositions(arange(9, float64).reshape(1, 1, 3, 3), 1, 0).Neighbours;
        MustTensor.Be(tensor(offsets, 8, 1, 1, 1), neighbours, "Neighbours of the picture of 0..8", 0, 0);
    }

    [Law]
    public static void Pictures_of_another_shape_throw()
    {
        using var scope = NewDisposeScope();
        foreach (long[] shape in (long[][])[[1, 2, 5, 6], [1, 2, 6, 5], [2, 6, 6], [0, 2, 6, 6], [1, 0, 6, 6], [1, 2, 0, 0]])
        {
            MustTensor.Throw<ArgumentException>(() => T.Rotations(zeros(shape)), $"Rotations of the shape {Show.Of(shape)}");
            MustTensor.Throw<ArgumentException>(() => T.RelativePositions(zeros(shape), 2, 0), $"RelativePositions of the shape {Show.Of(shape)} with patches of 2");
        }
        foreach (var (patch, gap) in ((int, int)[])[(1, 0), (1, 1), (2, 1), (3, 0), (int.MaxValue, 0), (1, int.MaxValue), (1431655766, 2)])
            MustTensor.Throw<ArgumentException>(() => T.RelativePositions(zeros(1, 2, 6, 6), patch, gap), $"RelativePositions of 6 x 6 pixels with patches of {patch} and gaps of {gap}");
        foreach (var (patch, gap) in ((int, int)[])[(0, 3), (-2, 6), (4, -3)])
            MustTensor.Throw<ArgumentOutOfRangeException>(() => T.RelativePositions(zeros(1, 2, 6, 6), patch, gap), $"RelativePositions with patches of {patch} and gaps of {gap}");
    }

    [Law(MaxTest = 10)]
    public static void No_tensor_is_left_behind(SquarePictures pictures)
    {
        using var scope = NewDisposeScope();
        var images = pictures.Tensor();
        MustTensor.LeaveNothing(() => Questions(images), "Rotations");
        MustTensor.LeaveNothing(() => Places(images, pictures), "RelativePositions");
    }

    private static Tensor[] Questions(Tensor images)
    {
        var (turned, labels) = T.Rotations(images);
        return [turned, labels];
    }

    private static Tensor[] Places(Tensor images, SquarePictures pictures)
    {
        var (centres, neighbours, labels) = T.RelativePositions(images, pictures.Patch, pictures.Gap);
        return [centres, neighbours, labels];
    }

    private static (Tensor Centres, Tensor Neighbours, Tensor Labels) Positions(SquarePictures pictures) =>
        T.RelativePositions(pictures.Tensor(), pictures.Patch, pictures.Gap);

    /// <summary>Where the pixel came from that stands at (y, x) after k quarter turns: a turn brings the last column up to the first row.</summary>
    private static (int Y, int X) Turned(int y, int x, int k, int side) => k == 0 ? (y, x) : Turned(x, side - 1 - y, k - 1, side);

    /// <summary>The patches of each picture with the given numbers, pixel by pixel.</summary>
    private static Tensor Patches(SquarePictures pictures, int[] numbers)
    {
        var (p, step) = (pictures.Patch, pictures.Patch + pictures.Gap);
        var pixels = from i in Enumerable.Range(0, pictures.Count)
                     from number in numbers
                     from channel in Enumerable.Range(0, pictures.Channels)
                     from y in Enumerable.Range(number / 3 * step, p)
                     from x in Enumerable.Range(number % 3 * step, p)
                     select pictures.Pixel(i, channel, y, x);
        return tensor(pixels.ToArray(), pictures.Count * numbers.Length, pictures.Channels, p, p);
    }
}

public sealed class PretextTasksTests : PretextTasksProperties<PretextTasks>;
