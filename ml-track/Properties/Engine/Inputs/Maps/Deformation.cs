using FsCheck;
using FsCheck.Fluent;
using static TorchSharp.torch;

namespace Etudes.Engine;

/// <summary>
/// Maps, kernels and offsets that fit together: "1 map 3 x 4 of 2 channels, 1 kernel 2 x 2, stride (1, 2), padding (0, 0), dilation (1, 1),
/// groups 1, offset groups 2, offsets within 1.5 (seed 3)". Groups and OffsetGroups are equal or without a
/// common divisor, and the channels are their least common multiple times Share.
/// </summary>
public sealed record Deformation(int Pictures, int Height, int Width, int Groups, int OffsetGroups, int Share, int KernelsAGroup, (int High, int Wide) Kernel,
    (int High, int Wide) Stride, (int High, int Wide) Padding, (int High, int Wide) Dilation, double Reach, int Seed) : IInput<Deformation>
{
    public int Channels => (Groups == OffsetGroups ? Groups : Groups * OffsetGroups) * Share;
    public int Kernels => Groups * KernelsAGroup;
    /// <summary>How many places the kernel has, one below the other and side by side.</summary>
    public int High => (Height + 2 * Padding.High - ExtentOf(Kernel.High, Dilation.High)) / Stride.High + 1;
    public int Wide => (Width + 2 * Padding.Wide - ExtentOf(Kernel.Wide, Dilation.Wide)) / Stride.Wide + 1;

    /// <summary>Fresh float64 maps of different multiples of 1/8, [Pictures, Channels, Height, Width].</summary>
    public Tensor Maps()
    {
        double[] values = [.. Enumerable.Range(0, Pictures * Channels * Height * Width).Select(i => (i + 1) / 8.0)];
        new Random(Seed).Shuffle(values);
        return tensor(values, Pictures, Channels, Height, Width).HandedOverAs("maps");
    }

    /// <summary>Fresh float64 kernels of -3.5, -2.5, ... 3.5, [Kernels, Channels / Groups, Kernel.High, Kernel.Wide].</summary>
    public Tensor Weight()
    {
        double[] values = [.. Enumerable.Range(0, Kernels * Channels / Groups * Kernel.High * Kernel.Wide).Select(i => i % 8 - 3.5)];
        new Random(Seed + 1).Shuffle(values);
        return tensor(values, Kernels, Channels / Groups, Kernel.High, Kernel.Wide).HandedOverAs("weight");
    }

    /// <summary>Fresh float64 offsets, multiples of 1/8 up to Reach either way, [Pictures, 2 * OffsetGroups * kernel points, High, Wide].</summary>
    public Tensor Offsets() => OffsetsOf(random => random.Next((int)(-8 * Reach), (int)(8 * Reach) + 1) / 8.0);

    /// <summary>The same, but a quarter of a cell or more from every whole number, where the derivative jumps.</summary>
    public Tensor OffsetsBetweenCells() => OffsetsOf(random => random.Next((int)-Reach, (int)Reach + 1) + random.Next(4, 13) / 16.0);

    /// <summary>The same move for every place: Move(row, column) is (down, right) of a kernel point.</summary>
    public Tensor OffsetsOf(Func<int, int, (int Down, int Right)> move)
    {
        double[] points = [.. Enumerable.Range(0, Kernel.High * Kernel.Wide).SelectMany(k => Both(move(k / Kernel.Wide, k % Kernel.Wide)))];
        return tensor(points).repeat(OffsetGroups).reshape(1, -1, 1, 1).expand(Pictures, -1, High, Wide).contiguous();

        static double[] Both((int Down, int Right) move) => [move.Down, move.Right];
    }

    private Tensor OffsetsOf(Func<Random, double> next)
    {
        var random = new Random(Seed + 2);
        long[] shape = [Pictures, 2 * OffsetGroups * Kernel.High * Kernel.Wide, High, Wide];
        return tensor(Enumerable.Range(0, (int)shape.Aggregate((x, y) => x * y)).Select(_ => next(random)).ToArray(), shape).HandedOverAs("offsets");
    }

    public override string ToString() => $"{Show.Count(Pictures, "map")} {Height} x {Width} of {Show.Count(Channels, "channel")}, {Show.Count(Kernels, "kernel")} {Kernel.High} x {Kernel.Wide}, "
        + $"stride {Show.Of(Stride)}, padding {Show.Of(Padding)}, dilation {Show.Of(Dilation)}, groups {Groups}, offset groups {OffsetGroups}, "
        + $"offsets within {Show.Of(Reach)} (seed {Seed}){ShownTensor.OfSmall("maps", Maps)}{ShownTensor.OfSmall("kernels", Weight)}{ShownTensor.OfSmall("offsets", Offsets)}";

    /// <summary>The first channel of the first map, and where the kernel's points read it for the first number of the result.</summary>
    public Shape? Shape
    {
        get
        {
            double[] offsets = MustTensor.Read(Offsets());
            var points = Enumerable.Range(0, Kernel.High * Kernel.Wide).Select(k => new PointShape(
                k / Kernel.Wide * Dilation.High - Padding.High + offsets[2 * k * High * Wide],
                k % Kernel.Wide * Dilation.Wide - Padding.Wide + offsets[(2 * k + 1) * High * Wide]));
            return new BoxesShape(Height, Width, [], [.. MustTensor.Read(Maps()).Take(Height * Width).Chunk(Width)], Points: [.. points]);
        }
    }

    public IEnumerable<Deformation> Smaller() =>
        from smaller in new[]
        {
            this with { Pictures = 1 }, this with { Groups = 1 }, this with { OffsetGroups = 1 }, this with { Share = 1 }, this with { KernelsAGroup = 1 },
            this with { Kernel = (1, 1) }, this with { Kernel = (1, Kernel.Wide) }, this with { Kernel = (Kernel.High, 1) },
            this with { Kernel = (Math.Max(Kernel.High - 1, 1), Kernel.Wide) }, this with { Kernel = (Kernel.High, Math.Max(Kernel.Wide - 1, 1)) },
            this with { Stride = (1, 1) }, this with { Padding = (0, 0) }, this with { Dilation = (1, 1) },
            this with { Height = Height - 1 }, this with { Width = Width - 1 },
            this with { Stride = (1, Stride.Wide) }, this with { Stride = (Stride.High, 1) }, this with { Padding = (0, Padding.Wide) },
            this with { Padding = (Padding.High, 0) }, this with { Dilation = (1, Dilation.Wide) }, this with { Dilation = (Dilation.High, 1) },
            this with { Reach = 0 }, this with { Reach = Math.Min(Reach, 1) },
        }
        where smaller != this && smaller is { Height: > 0, Width: > 0 } && smaller.Fits
        select smaller;

    private bool Fits => Height + 2 * Padding.High >= ExtentOf(Kernel.High, Dilation.High) && Width + 2 * Padding.Wide >= ExtentOf(Kernel.Wide, Dilation.Wide);

    private static int ExtentOf(int points, int dilation) => (points - 1) * dilation + 1;

    private static Gen<(int High, int Wide)> Pair(int least, int most) =>
        from high in Gen.Choose(least, most)
        from wide in Gen.Choose(least, most)
        select (high, wide);

    public static Gen<Deformation> Generator { get; } =
        from pictures in Gen.Choose(1, 2)
        from groups in Gen.Choose(1, 2)
        from offsetGroups in Gen.Elements(1, 1, 2, 3)
        from share in Gen.Choose(1, 2)
        from kernels in Gen.Choose(1, 2)
        from kernel in Pair(1, 3)
        from stride in Pair(1, 2)
        from padding in Pair(0, 2)
        from dilation in Pair(1, 2)
        from extra in Pair(0, 3)
        from reach in Gen.Elements(0, 1, 1, 2.5, 2.5, 12)
        from seed in Gen.Choose(0, 1000)
        let height = Math.Max(ExtentOf(kernel.High, dilation.High) - 2 * padding.High, 1) + extra.High
        let width = Math.Max(ExtentOf(kernel.Wide, dilation.Wide) - 2 * padding.Wide, 1) + extra.Wide
        select new Deformation(pictures, height, width, groups, offsetGroups, share, kernels, kernel, stride, padding, dilation, reach, seed);
}
