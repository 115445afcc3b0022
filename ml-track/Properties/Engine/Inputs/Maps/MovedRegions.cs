using FsCheck;
using FsCheck.Fluent;
using static TorchSharp.torch;

namespace Etudes.Engine;

/// <summary>
/// Aligned regions whose bins move: "..., 2 samples, aligned, offsets [0.625, -1.25]". Offsets are
/// multiples of 10/16: with gamma 0.1 a bin moves by sixteenths of its box, and again no sample lies on a cell or where the map ends.
/// </summary>
/// <param name="Alignment">What is pooled.</param>
/// <param name="Steps">The offsets in steps of 10/16, repeated over boxes, the axes x and y, and bins.</param>
public sealed record MovedRegions(Alignment Alignment, int[] Steps) : IInput<MovedRegions>
{
    public Regions Regions => Alignment.Regions;

    /// <summary>A fresh float64 tensor, [Count, 2, BinsHigh, BinsWide].</summary>
    public Tensor Offsets() => tensor(Flat, Regions.Count, 2, Regions.BinsHigh, Regions.BinsWide).HandedOverAs("offsets");

    private double[] Flat => [.. Enumerable.Range(0, Alignment.Given.Count * 2 * Alignment.Given.BinsHigh * Alignment.Given.BinsWide).Select(at => Steps[at % Steps.Length] * 0.625)];

    public override string ToString() => $"{Alignment}, offsets {Show.Of(Flat)}";

    /// <summary>The regions, each bin where gamma 0.1 has moved it to.</summary>
    public Shape? Shape => Alignment.Given.Drawn with { Bins = [.. Alignment.Given.Drawn.Boxes.SelectMany(BinsOf)] };

    private IEnumerable<BoxShape> BinsOf(BoxShape box, int k)
    {
        var (high, wide, offsets) = (Alignment.Given.BinsHigh, Alignment.Given.BinsWide, Flat);
        var (width, height) = (box.Right - box.Left, box.Bottom - box.Top);
        for (int bin = 0; bin < high * wide; bin++)
        {
            double left = box.Left + width * (bin % wide / (double)wide + 0.1 * offsets[2 * k * high * wide + bin]);
            double top = box.Top + height * (bin / wide / (double)high + 0.1 * offsets[(2 * k + 1) * high * wide + bin]);
            yield return box with { Left = left, Top = top, Right = left + width / wide, Bottom = top + height / high };
        }
    }

    public IEnumerable<MovedRegions> Smaller() =>
        Alignment.Smaller().Where(alignment => alignment.Aligned).Select(alignment => this with { Alignment = alignment })
            .Concat(Shrink.List(Steps, Shrink.Number).Where(steps => steps.Length == Steps.Length).Select(steps => this with { Steps = steps }));

    public static Gen<MovedRegions> Generator { get; } =
        from alignment in Alignment.Generator
        from steps in Gen.Choose(-3, 3).ArrayOf(5) // 5 divides no number of bins, so x and y differ
        select new MovedRegions(alignment with { Aligned = true }, steps);
}
