namespace Etudes.ML;

/// <summary>The members by which shared laws know a pooling of regions; each law class passes them on to the contract of its kata.</summary>
public interface IRegionPooling
{
    /// <summary>Fresh float64 maps for the regions.</summary>
    static abstract Tensor MapsOf(Regions regions);

    /// <summary>The pooled boxes; all else that the contract asks for follows from the regions.</summary>
    static abstract Tensor Pool(Regions regions, Tensor maps, Tensor boxes);

    /// <summary>Cells on either side of a map that is large, but that one may go through once per call.</summary>
    static virtual int Large => 256;
}

/// <summary>What holds of every pooling of regions, whatever it makes of a bin.</summary>
/// <typeparam name="TSelf">The law class that inherits these laws, itself generic over the answer.</typeparam>
public abstract class RegionLaws<TSelf> where TSelf : IRegionPooling
{
    [Law(MaxTest = 60)]
    public static void Maps_and_boxes_may_be_of_float32_or_float64_each(Regions regions)
    {
        using var scope = NewDisposeScope();
        var (maps, boxes) = (TSelf.MapsOf(regions), regions.BoxTensor());
        var expected = TSelf.Pool(regions, maps, boxes);
        foreach (var ofMaps in (ScalarType[])[float32, float64])
            foreach (var ofBoxes in (ScalarType[])[float32, float64])
                MustTensor.Be(expected.to(ofMaps), TSelf.Pool(regions, maps.to(ofMaps), boxes.to(ofBoxes)), $"of maps of {ofMaps} and boxes of {ofBoxes}, Pool", 1e-3, 1e-4);
    }

    [Law]
    public static void A_picture_that_there_is_not_throws(Regions regions)
    {
        using var scope = NewDisposeScope();
        foreach (double picture in (double[])[-1, regions.Pictures, 2 * regions.Pictures + 1])
        {
            var wrong = Given.As(nameof(regions), regions with { Boxes = [.. regions.Boxes, [picture, .. regions.Boxes[0][1..]]] });
            MustTensor.Throw<ArgumentOutOfRangeException>(() => TSelf.Pool(wrong, TSelf.MapsOf(wrong), wrong.BoxTensor()), $"Pool of a box of picture {Show.Of(picture)} of {regions.Pictures}");
        }
    }

    [Law(MaxTest = 20)]
    public static void Without_boxes_the_result_is_empty_and_has_a_gradient_of_zeros(Regions regions)
    {
        using var scope = NewDisposeScope();
        var maps = TSelf.MapsOf(regions).requires_grad_();
        var boxes = regions.BoxTensor();
        long[] shape = [0, .. TSelf.Pool(regions, maps, boxes).shape[1..]];
        Given.As(nameof(regions), regions with { Boxes = [] });
        var result = TSelf.Pool(regions, maps, boxes[..0]);
        MustTensor.Be(zeros(shape, float64), result, "without boxes, Pool");
        if (!result.requires_grad) throw new LawBroken("without boxes, Pool has no gradient: a step of training without boxes goes backward too");
        result.sum().backward();
        MustTensor.Be(zeros_like(maps), maps.grad, "without boxes, the gradient of the sum of Pool to the maps", 0, 0);
    }

    [Law(MaxTest = 50)]
    public static void However_maps_and_boxes_lie_in_memory_they_are_read_rightly_and_left_unchanged(Regions regions, Layout layout)
    {
        using var scope = NewDisposeScope();
        var (maps, boxes) = (TSelf.MapsOf(regions).In(layout, "maps").detach().requires_grad_(), regions.BoxTensor().In(layout, "boxes"));
        var (expected, result) = (PoolWithGradient(regions, TSelf.MapsOf(regions).requires_grad_(), regions.BoxTensor()), PoolWithGradient(regions, maps, boxes));
        MustTensor.Be(expected.Pooled, result.Pooled, "Pool");
        MustTensor.Be(expected.Gradient, result.Gradient, "the gradient of the weighted sum of Pool to the maps");
        boxes[^1, 0] = regions.Pictures;
        Given.As(nameof(regions), regions with { Boxes = [.. regions.Boxes[..^1], [regions.Pictures, .. regions.Boxes[^1][1..]]] });
        MustTensor.Throw<ArgumentOutOfRangeException>(() => TSelf.Pool(regions, maps, boxes), $"Pool with picture {regions.Pictures} of {regions.Pictures} written over that of the last box after a first call");
    }

    [Law(MaxTest = 60)]
    public static void Digits_beyond_those_of_float_count(Regions regions)
    {
        using var scope = NewDisposeScope();
        var (maps, boxes) = (TSelf.MapsOf(regions), regions.BoxTensor());
        var level = full_like(maps, 1 << 24);
        var raised = TSelf.Pool(regions, maps + level, boxes) - TSelf.Pool(regions, level, boxes);
        MustTensor.Be(TSelf.Pool(regions, maps, boxes), raised, "of maps to which 2^24 is added, Pool less that of 2^24 everywhere", 1e-6);
    }

    [Law(MaxTest = 20)]
    public static void At_the_smallest_scale_a_box_is_where_pixel_0_is(Regions regions)
    {
        using var scope = NewDisposeScope();
        var upright = regions with { Boxes = [.. regions.Boxes.Select(box => (double[])[box[0], Math.Abs(box[1]), Math.Abs(box[2]), Math.Abs(box[1]) + 1, Math.Abs(box[2]) + 1])] };
        var (origin, tiny) = (upright with { Scale = 1, Boxes = [.. upright.Boxes.Select(box => (double[])[box[0], 0, 0, 0, 0])] }, upright with { Scale = double.Epsilon });
        var maps = TSelf.MapsOf(regions);
        MustTensor.Be(TSelf.Pool(Given.As(nameof(regions), origin), maps, origin.BoxTensor()), TSelf.Pool(Given.As(nameof(regions), tiny), maps, tiny.BoxTensor()), "as of boxes [0, 0, 0, 0] at scale 1, Pool");
    }

    [Law(MaxTest = 10, BeyondExamples = true)]
    public static void Many_boxes_and_bins_take_no_more_operations_than_few(Regions regions)
    {
        using var scope = NewDisposeScope();
        var few = regions with { BinsHigh = 1, BinsWide = 1 };
        var many = Given.As(nameof(regions), regions with { BinsHigh = 7, BinsWide = 7, Boxes = [.. Enumerable.Repeat(regions.Boxes, 40).SelectMany(boxes => boxes)] });
        MustTensor.NotLoop(() => [TSelf.Pool(few, TSelf.MapsOf(few), few.BoxTensor())], () => [TSelf.Pool(many, TSelf.MapsOf(many), many.BoxTensor())], "Pool", "boxes or bins");
    }

    [Law(MaxTest = 1)]
    public static void Five_hundred_small_boxes_on_a_large_map_look_only_at_their_own_cells(int seed)
    {
        using var scope = NewDisposeScope();
        var random = new Random(seed);
        double[] Box() => [0, random.Next(TSelf.Large - 16), random.Next(TSelf.Large - 16), 0, 0];
        double[][] boxes = [.. Enumerable.Range(0, 500).Select(_ => Box()).Select(box => (double[])[0, box[1], box[2], box[1] + random.Next(16), box[2] + random.Next(16)])];
        var regions = new Regions(1, 4, TSelf.Large, TSelf.Large, 7, 7, 1, boxes, 1);
        var few = regions with { Boxes = boxes[..3] };
        var maps = TSelf.MapsOf(regions);
        var pooled = TSelf.Pool(regions, maps, regions.BoxTensor());
        MustTensor.Be(TSelf.Pool(few, maps, few.BoxTensor()), pooled[..3], $"of 500 boxes of up to 16 x 16 cells on a map of {TSelf.Large} x {TSelf.Large}, the first three of Pool");
    }

    /// <summary>Maps and boxes are of float32 or float64 each: what an answer converts, it disposes too.</summary>
    protected static void LeaveNothing(Tensor maps, Tensor boxes, Func<Tensor, Tensor, Tensor> pool)
    {
        foreach (var ofMaps in (ScalarType[])[float32, float64])
            foreach (var ofBoxes in (ScalarType[])[float32, float64])
            {
                var (m, b) = (maps.to(ofMaps), boxes.to(ofBoxes));
                MustTensor.LeaveNothing(() => [pool(m, b)], $"of maps of {ofMaps} and boxes of {ofBoxes}, Pool");
            }
    }

    private static (Tensor Pooled, Tensor Gradient) PoolWithGradient(Regions regions, Tensor maps, Tensor boxes)
    {
        var pooled = TSelf.Pool(regions, maps, boxes);
        MustTensor.HaveAGradient(pooled, "Pool");
        (pooled * Regions.WeightsLike(pooled)).sum().backward();
        return (pooled.detach(), maps.grad!);
    }
}
