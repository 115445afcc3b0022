using FsCheck;
using FsCheck.Fluent;
using static TorchSharp.torch;

namespace Etudes.Engine;

/// <summary>Square pictures that hold 3 x 3 patches with gaps between them, no two pixels equal: 2 pictures of 3 channels, 7 x 7, patches of 1 x 1 with gaps of 2.</summary>
public sealed record SquarePictures(int Count, int Channels, int Patch, int Gap) : IInput<SquarePictures>
{
    public int Side => 3 * Patch + 2 * Gap;

    /// <summary>The pixels 0, 1, 2, ... as a fresh float64 tensor, [Count, Channels, Side, Side].</summary>
    public Tensor Tensor() => arange(Count * Channels * Side * Side, float64).reshape(Count, Channels, Side, Side).HandedOverAs("images");

    /// <summary>What <see cref="Tensor"/> holds there.</summary>
    public double Pixel(int picture, int channel, int y, int x) => ((picture * Channels + channel) * Side + y) * Side + x;

    public override string ToString() => $"{Show.Count(Count, "picture")} of {Show.Count(Channels, "channel")}, {Side} x {Side}, patches of {Patch} x {Patch} with gaps of {Gap}{ShownTensor.OfSmall("pixels", Tensor)}";

    /// <summary>The first channel of the first picture.</summary>
    public Shape? Shape => GridShape.Of(Enumerable.Range(0, Side).Select(y => (double[])[.. Enumerable.Range(y * Side, Side)])) is { } grid ? grid with { Block = Gap == 0 ? Patch : 0 } : null;

    public IEnumerable<SquarePictures> Smaller()
    {
        if (Count > 1) yield return this with { Count = 1 };
        if (Channels > 1) yield return this with { Channels = 1 };
        if (Gap > 0) yield return this with { Gap = Gap - 1 };
        if (Patch > 1) yield return this with { Patch = Patch - 1 };
        if (Count > 2) yield return this with { Count = 2 };
        if (Channels > 2) yield return this with { Channels = 2 };
    }

    public static Gen<SquarePictures> Generator { get; } =
        from count in Gen.Choose(1, 3)
        from channels in Gen.Choose(1, 3)
        from patch in Gen.Choose(1, 4)
        from gap in Gen.Choose(0, 3)
        select new SquarePictures(count, channels, patch, gap);
}
