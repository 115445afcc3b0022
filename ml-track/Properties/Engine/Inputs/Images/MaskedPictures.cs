using FsCheck;
using FsCheck.Fluent;
using static TorchSharp.torch;

namespace Etudes.Engine;

/// <summary>Square pictures, noise for their patches and a ratio to mask: "2 pictures of 3 channels, 8 x 8, in patches of 4 x 4, ratio 0.5, noise [[...]]".</summary>
public sealed record MaskedPictures(int Count, int Channels, int Grid, int Patch, double Ratio, int Seed) : IInput<MaskedPictures>
{
    public int Side => Grid * Patch;
    public int Patches => Grid * Grid;

    /// <summary>How many patches of a picture are visible.</summary>
    public int Kept => (int)(Patches * (1 - Ratio));

    /// <summary>Fresh float32 pixels around 0, [Count, Channels, Side, Side].</summary>
    public Tensor Images()
    {
        var random = new Random(Seed);
        return tensor([.. Enumerable.Range(0, Count * Channels * Side * Side).Select(_ => (float)(4 * random.NextDouble() - 2))], Count, Channels, Side, Side).HandedOverAs("pictures");
    }

    /// <summary>The noise of each patch of each picture, no two equal in a picture.</summary>
    public double[][] Noise()
    {
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, Count).Select(_ =>
        {
            double[] ranks = [.. Enumerable.Range(1, Patches).Select(rank => rank / (Patches + 1.0))];
            random.Shuffle(ranks);
            return ranks;
        })];
    }

    /// <summary>A fresh float32 tensor, [Count, Patches].</summary>
    public Tensor NoiseTensor() => NoiseTensor(Noise());

    /// <summary>A fresh float32 tensor of such noise, [Count, Patches].</summary>
    public static Tensor NoiseTensor(double[][] noise) =>
        tensor([.. noise.SelectMany(row => row).Select(u => (float)u)], noise.Length, noise[0].Length).HandedOverAs("noise");

    public override string ToString() =>
        $"{Show.Count(Count, "picture")} of {Show.Count(Channels, "channel")}, {Side} x {Side}, in patches of {Patch} x {Patch}, ratio {Show.Of(Ratio)}"
        + (Count * Patches > 16 ? $" (seed {Seed})" : $", noise {Show.Of(Noise().Select(row => row.Select(u => Math.Round(u, 3))))}");

    /// <summary>The noise of the first picture's patches; those of the largest noise are hidden.</summary>
    public Shape? Shape
    {
        get
        {
            double[] noise = Noise()[0];
            double[] kept = [.. noise.Order().Take(Kept)];
            var hidden = Enumerable.Range(0, Patches).Where(i => !kept.Contains(noise[i])).Select(i => new CellShape(i / Grid, i % Grid));
            return new GridShape([.. noise.Chunk(Grid)], [], Block: 1, [.. hidden]);
        }
    }

    public IEnumerable<MaskedPictures> Smaller()
    {
        if (Count > 1) yield return this with { Count = Count - 1 };
        if (Channels > 1) yield return this with { Channels = 1 };
        if (Grid > 1) yield return this with { Grid = Grid - 1 };
        if (Patch > 1) yield return this with { Patch = 1 };
        if (Ratio is not (0 or 0.5)) yield return this with { Ratio = 0.5 };
    }

    public static Gen<MaskedPictures> Generator { get; } =
        from count in Gen.Choose(1, 3)
        from channels in Gen.Choose(1, 3)
        from grid in Gen.Choose(1, 4)
        from patch in Gen.Choose(1, 3)
        from ratio in Gen.Elements(0, 0.25, 0.5, 0.75, 0.75)
        from seed in Gen.Choose(0, 10_000)
        select new MaskedPictures(count, channels, grid, patch, ratio, seed);
}
