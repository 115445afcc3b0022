using FsCheck;
using FsCheck.Fluent;
using static TorchSharp.torch;

namespace Etudes.Engine;

/// <summary>
/// Boxes (picture, x1, y1, x2, y2) on maps of features, and the bins to divide each into: "2 maps 3 x 4 of 1 channel, 2 x 1 bins,
/// scale 0.5, box of map 0: x 1 to 2.5, y 1 to 3". Coordinates are multiples of a quarter of a cell; boxes may be inverted or off the map.
/// </summary>
public sealed record Regions(int Pictures, int Channels, int Height, int Width, int BinsHigh, int BinsWide, double Scale, double[][] Boxes, int Seed) : IInput<Regions>
{
    private const int MostRead = 144;

    public int Count => Boxes.Length;

    /// <summary>What a law makes of the cells that are drawn.</summary>
    public Func<Tensor, Tensor> Cells { get; init; } = cells => cells;

    /// <summary>The cells in words, where these say it sooner than numbers: "10 y + x".</summary>
    public string? Formula { get; init; }

    /// <summary>Fresh float64 maps of different multiples of 1/8, on some seeds all below zero, unless <see cref="Cells"/> says
    /// otherwise, [Pictures, channels, Height, Width].</summary>
    public Tensor Maps(int channels)
    {
        int count = Pictures * channels * Height * Width;
        double[] values = [.. Enumerable.Range(0, count).Select(i => (i - (Seed % 3 == 0 ? count : count / 2)) / 8.0)];
        new Random(Seed).Shuffle(values);
        return Cells(tensor(values, Pictures, channels, Height, Width)).HandedOverAs("maps");
    }

    public Tensor Maps() => Maps(Channels);

    /// <summary>A fresh float64 tensor, [Count, 5].</summary>
    public Tensor BoxTensor() => tensor(Boxes.SelectMany(box => box).ToArray(), Count, 5).HandedOverAs("boxes");

    /// <summary>Different weights for the elements of a result, so that its weighted sum has a gradient that tells them apart.</summary>
    public static Tensor WeightsLike(Tensor result) =>
        (arange(result.numel(), dtype: float64) % 7 + 1).reshape(result.shape).to(result.dtype);

    public override string ToString() => $"{Show.Count(Pictures, "map")} {Height} x {Width} of {Show.Count(Channels, "channel")}{ShownCells}, "
        + $"{BinsHigh} x {BinsWide} bins, scale {Show.Of(Scale)}, {(Count == 0 ? "no boxes" : $"{(Count == 1 ? "box" : "boxes")} of {Show.Join("; of ", Boxes.Select(Words))}")}";

    private string ShownCells => Formula is not null ? $", cells {Formula}" : ShownTensor.OfSmall("cells", Maps) is { Length: > 0 } cells ? cells : $" (seed {Seed})";

    private static string Words(double[] box) => $"map {Show.Of(box[0])}: x {Show.Of(box[1])} to {Show.Of(box[3])}, y {Show.Of(box[2])} to {Show.Of(box[4])}";

    /// <summary>The first channel of each map, if they are small enough to be read, and the boxes.</summary>
    public Shape? Shape => Drawn;

    public BoxesShape Drawn => new(Height, Width,
        [.. Boxes.Select(box => new BoxShape(box[1] * Scale, box[2] * Scale, box[3] * Scale, box[4] * Scale, (int)box[0]))],
        Height * Width > MostRead ? null : [.. MustTensor.Read(Maps()).Chunk(Height * Width).Where((_, i) => i % Channels == 0).SelectMany(map => map.Chunk(Width))], BinsHigh, BinsWide);

    public IEnumerable<Regions> Smaller() =>
        Shrink.List(Boxes, box => []).Where(boxes => boxes.Length > 0).Select(boxes => this with { Boxes = boxes })
            .Concat(FewerPictures())
            .Concat(from n in Shrink.Number(Channels) where n > 0 select this with { Channels = n })
            .Concat(from n in Shrink.Number(BinsHigh) where n > 0 select this with { BinsHigh = n })
            .Concat(from n in Shrink.Number(BinsWide) where n > 0 select this with { BinsWide = n })
            .Concat(from n in Shrink.Number(Height) where n > 0 select this with { Height = n })
            .Concat(from n in Shrink.Number(Width) where n > 0 select this with { Width = n })
            .Concat(Scale == 1 ? [] : [this with { Scale = 1, Boxes = [.. Boxes.Select(box => (double[])[box[0], .. box[1..].Select(x => x * Scale)])] }])
            .Concat(from boxes in Shrink.List(Boxes, SmallerBox) where boxes.Length == Count select this with { Boxes = boxes });

    private IEnumerable<Regions> FewerPictures() =>
        Pictures > 1 && Boxes.All(box => box[0] < Pictures - 1) ? [this with { Pictures = Pictures - 1 }] : [];

    private static IEnumerable<double[]> SmallerBox(double[] box) =>
        from at in Enumerable.Range(0, 5)
        from smaller in (double[])[0, Math.Truncate(box[at]), box[at] - Math.Sign(box[at])]
        where Math.Abs(smaller) < Math.Abs(box[at])
        select (double[])[.. box[..at], smaller, .. box[(at + 1)..]];

    public static Gen<Regions> Generator { get; } =
        from pictures in Gen.Choose(1, 3)
        from channels in Gen.Choose(1, 3)
        from height in Gen.Choose(2, 9)
        from width in Gen.Choose(2, 9)
        from high in Gen.Choose(1, 4)
        from wide in Gen.Choose(1, 4)
        from scale in Gen.Elements(1, 0.5, 0.0625)
        from count in Gen.Choose(1, 4)
        from boxes in Box(pictures, height, width, scale).ArrayOf(count)
        from seed in Gen.Choose(0, 1000)
        select new Regions(pictures, channels, height, width, high, wide, scale, boxes, seed);

    private static Gen<double[]> Box(int pictures, int height, int width, double scale) =>
        from picture in Gen.Choose(0, pictures - 1)
        from x in Side(width)
        from y in Side(height)
        select (double[])[picture, x.From / scale, y.From / scale, x.To / scale, y.To / scale];

    private static Gen<(double From, double To)> Side(int length) =>
        from start in Gen.Choose(-5, 4 * length + 5)
        from size in Gen.Frequency((1, Gen.Choose(-8, 4)), (4, Gen.Choose(0, 4 * length)))
        select (start / 4.0, (start + size) / 4.0);
}
