using FsCheck;
using FsCheck.Fluent;
using static TorchSharp.torch;

namespace Etudes.Engine;

/// <summary>
/// Regions to sample without rounding: "..., box of map 0: x 1 to 2.5, y 1 to 3, all moved by 1/128 of a cell right and down, 2 samples, aligned". A 128th of a cell
/// from its quarters no sample lies on a cell or where the map ends, so that rounding errors decide nothing.
/// </summary>
public sealed record Alignment(Regions Given, int Samples, bool Aligned) : IInput<Alignment>
{
    /// <summary>The regions with all boxes moved by 1/128 of a cell, to the right and down.</summary>
    public Regions Regions => Moved(1 / 128.0);

    /// <summary>The regions with all boxes moved by some cells, to the right and down.</summary>
    public Regions Moved(double cells) =>
        Given with { Boxes = [.. Given.Boxes.Select(box => (double[])[box[0], .. box[1..].Select(x => x + cells / Given.Scale)])] };

    /// <summary>Of the one map 10 y + x, with all boxes 6 cells further right and down, so that no sample lies near
    /// its border; at least 1 sample.</summary>
    public Alignment OnASlope() => this with
    {
        Given = Moved(6) with { Pictures = 1, Channels = 1, Height = 32, Width = 32, Boxes = [.. Moved(6).Boxes.Select(box => (double[])[0, .. box[1..]])], Cells = _ => Slope(), Formula = "10 y + x" },
        Samples = Math.Max(Samples, 1),
    };

    private static Tensor Slope() => (10 * arange(32, float64).unsqueeze(1) + arange(32, float64)).reshape(1, 1, 32, 32);

    public override string ToString() => $"{Given}, all moved by 1/128 of a cell right and down, {(Samples > 0 ? Show.Count(Samples, "sample") : "size / bins samples")}, {(Aligned ? "" : "not ")}aligned";

    public Shape? Shape => Regions.Shape;

    public IEnumerable<Alignment> Smaller() =>
        Given.Smaller().Select(given => this with { Given = given })
            .Concat(Samples is 1 ? [] : [this with { Samples = 1 }])
            .Concat(Aligned ? [this with { Aligned = false }] : []);

    public static Gen<Alignment> Generator { get; } =
        from given in Regions.Generator
        from samples in Gen.Elements(-1, 0, 1, 2, 2, 3)
        from aligned in Gen.Elements(false, true)
        select new Alignment(given, samples, aligned);
}
