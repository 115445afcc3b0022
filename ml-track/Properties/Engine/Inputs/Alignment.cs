using FsCheck;
using FsCheck.Fluent;

namespace Etudes.Engine;

/// <summary>
/// Regions to sample without rounding: "..., boxes [[0, 1, 1, 2.5, 3]] moved by 1/128 of a cell, 2 samples, aligned". That far from the quarters
/// of a cell no sample lies on a cell or where the map ends, so that rounding errors decide nothing.
/// </summary>
public sealed record Alignment(Regions Given, int Samples, bool Aligned) : IInput<Alignment>
{
    /// <summary>The regions with all boxes moved by 1/128 of a cell, to the right and down.</summary>
    public Regions Regions => Moved(1 / 128.0);

    /// <summary>The regions with all boxes moved by some cells, to the right and down.</summary>
    public Regions Moved(double cells) =>
        Given with { Boxes = [.. Given.Boxes.Select(box => (double[])[box[0], .. box[1..].Select(x => x + cells / Given.Scale)])] };

    public override string ToString() => $"{Given} moved by 1/128 of a cell, {(Samples > 0 ? Show.Of(Samples) : "size / bins")} samples, {(Aligned ? "" : "not ")}aligned";

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
