using FsCheck;
using FsCheck.Fluent;
using static TorchSharp.torch;

namespace Etudes.Engine;

/// <summary>Noise for the patches of some pictures, no two equal in a picture, and a ratio to mask: ratio 0.5, noise [[0.6, 0.1]].</summary>
public sealed record Masking(double[][] Noise, double Ratio) : IInput<Masking>
{
    public int Count => Noise.Length;
    public int Patches => Noise[0].Length;

    /// <summary>A fresh float64 tensor, [Count, Patches].</summary>
    public Tensor Tensor() => tensor(Noise.SelectMany(row => row).ToArray(), Count, Patches).HandedOverAs("noise");

    public override string ToString() => $"ratio {Show.Of(Ratio)}, noise {Show.Of(Noise)}";

    public Shape? Shape => GridShape.Of(Noise);

    public IEnumerable<Masking> Smaller() =>
        Shrink.List(Noise, row => []).Where(rows => rows.Length > 0).Select(rows => this with { Noise = rows })
            .Concat(Enumerable.Range(0, Patches > 1 ? Patches : 0).Select(j => this with { Noise = [.. Noise.Select(row => (double[])[.. row[..j], .. row[(j + 1)..]])] }));

    private static Gen<double[]> Row(int patches) =>
        Gen.Shuffle(Enumerable.Range(1, patches)).Select(ranks => ranks.Select(rank => Math.Round((double)rank / (patches + 1), 3)).ToArray());

    public static Gen<Masking> Generator { get; } =
        from count in Gen.Choose(1, 4)
        from patches in Gen.Frequency((5, Gen.Choose(1, 9)), (2, Gen.Choose(10, 16)), (1, Gen.Elements(10, 20, 50)))
        from noise in Row(patches).ArrayOf(count)
        from ratio in Gen.Elements(0, 0.25, 0.5, 0.6, 0.7, 0.75, 0.75, 0.85, 0.9, 0.95)
        select new Masking(noise, ratio);
}
