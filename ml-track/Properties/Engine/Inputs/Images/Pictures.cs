using FsCheck;
using FsCheck.Fluent;
using static TorchSharp.torch;

namespace Etudes.Engine;

/// <summary>Pictures of whole patches, no two pixels equal: 2 pictures of 3 channels, 4 x 6, in patches of 2 x 2.</summary>
public sealed record Pictures(int Count, int Channels, int Rows, int Columns, int Patch) : IInput<Pictures>
{
    public int Height => Rows * Patch;
    public int Width => Columns * Patch;

    /// <summary>The pixels 0, 1, 2, ... as a fresh float64 tensor, [Count, Channels, Height, Width].</summary>
    public Tensor Tensor() => arange(Count * Channels * Height * Width, float64).reshape(Count, Channels, Height, Width).HandedOverAs("images");

    public override string ToString() => $"{Show.Count(Count, "picture")} of {Show.Count(Channels, "channel")}, {Height} x {Width}, in patches of {Patch} x {Patch}{ShownTensor.OfSmall("pixels", Tensor)}";

    /// <summary>The first channel of the first picture.</summary>
    public Shape? Shape => GridShape.Of(Enumerable.Range(0, Height).Select(y => (double[])[.. Enumerable.Range(y * Width, Width)])) is { } grid ? grid with { Block = Patch } : null;

    public IEnumerable<Pictures> Smaller()
    {
        if (Count > 1) yield return this with { Count = 1 };
        if (Channels > 1) yield return this with { Channels = 1 };
        if (Rows > 1) yield return this with { Rows = Rows - 1 };
        if (Columns > 1) yield return this with { Columns = Columns - 1 };
        if (Patch > 1) yield return this with { Patch = Patch - 1 };
        if (Count > 2) yield return this with { Count = 2 };
        if (Channels > 2) yield return this with { Channels = 2 };
    }

    public static Gen<Pictures> Generator { get; } =
        from count in Gen.Choose(1, 3)
        from channels in Gen.Choose(1, 4)
        from rows in Gen.Choose(1, 4)
        from columns in Gen.Choose(1, 4)
        from patch in Gen.Choose(1, 4)
        select new Pictures(count, channels, rows, columns, patch);
}
