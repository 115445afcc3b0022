using FsCheck;
using FsCheck.Fluent;
using static TorchSharp.torch;

namespace Etudes.Engine;

/// <summary>Predicted and true patches of some pictures, and which patches were masked, at least one: mask [[0, 1]], prediction [[[1, 2], [0, 4]]], target ...</summary>
public sealed record Reconstruction(int[][] Masked, int Numbers, int Seed) : IInput<Reconstruction>
{
    public int Count => Masked.Length;
    public int Patches => Masked[0].Length;

    /// <summary>Fresh float64 tensors: halves between -4 and 4, [Count, Patches, Numbers].</summary>
    public Tensor Prediction() => Draw(2 * Seed).HandedOverAs("prediction");

    /// <inheritdoc cref="Prediction"/>
    public Tensor Target() => Draw(2 * Seed + 1).HandedOverAs("target");

    /// <summary>1 where masked, a fresh float64 tensor, [Count, Patches].</summary>
    public Tensor Mask() => tensor(Masked.SelectMany(row => row.Select(m => (double)m)).ToArray(), Count, Patches).HandedOverAs("mask");

    public override string ToString() =>
        $"mask {Show.Of(Masked)}, {(Count * Patches * Numbers > 16 ? $"{Numbers} numbers per patch (seed {Seed})" : $"prediction {Nested(Prediction())}, target {Nested(Target())}")}";

    private string Nested(Tensor patches) => Show.Of(MustTensor.Read(patches).Chunk(Numbers).Chunk(Patches).ToArray());

    private Tensor Draw(int seed)
    {
        var random = new Random(seed);
        double[] values = [.. Enumerable.Range(0, Count * Patches * Numbers).Select(_ => random.Next(-8, 9) / 2.0)];
        return tensor(values, Count, Patches, Numbers);
    }

    public Shape? Shape => GridShape.Of(Masked.Select(row => (double[])[.. row]));

    /// <summary>A patch that is seen stays: without one, an answer that looks at all patches is as good as
    /// any other wrong one.</summary>
    public IEnumerable<Reconstruction> Smaller() =>
        Enumerable.Range(0, Count).Select(i => this with { Masked = [.. Masked[..i], .. Masked[(i + 1)..]] })
            .Concat(Enumerable.Range(0, Patches).Select(j => this with { Masked = [.. Masked.Select(row => (int[])[.. row[..j], .. row[(j + 1)..]])] }))
            .Concat(Numbers > 2 ? [this with { Numbers = Numbers - 1 }] : [])
            .Where(smaller => smaller.Masked.Any(row => row.Contains(1)) && (smaller.ShowsAny || !ShowsAny));

    private bool ShowsAny => Masked.Any(row => row.Contains(0));

    public static Gen<Reconstruction> Generator { get; } =
        from count in Gen.Choose(1, 4)
        from patches in Gen.Choose(1, 6)
        from masked in Gen.Choose(0, 1).ArrayOf(patches).ArrayOf(count)
        from numbers in Gen.Choose(2, 6)
        from seed in Gen.Choose(0, 10_000)
        select new Reconstruction(masked.Any(row => row.Contains(1)) ? masked : [.. masked.Select(row => row.Select(_ => 1).ToArray())], numbers, seed);
}
