using FsCheck;
using FsCheck.Fluent;
using static TorchSharp.torch;

namespace Etudes.Engine;

/// <summary>Tokens that attend to each other in some heads, by weights that a seed tells, and 1 where
/// a token may see another: 2 heads, tokens [[1, 0], [2, 1]], seen [[1, 0], [1, 1]].</summary>
public sealed record Heads(int Count, double[][] Tokens, int[][] Seen, int Seed) : IInput<Heads>
{
    /// <summary>How many numbers a token has, as many in each head.</summary>
    public int Width => Tokens[0].Length;

    /// <summary>A fresh float64 tensor, [1, T, D].</summary>
    public Tensor Tensor() => tensor([.. Tokens.SelectMany(row => row)], 1, Tokens.Length, Width).HandedOverAs("tokens");

    /// <summary>Fresh truth values, [1, T, T].</summary>
    public Tensor Mask() => (tensor([.. Seen.SelectMany(row => row.Select(seen => (double)seen))], 1, Seen.Length, Seen.Length) != 0).HandedOverAs("mask");

    /// <summary>Different odd multiples of 1/16, none of them 0, in an order that the seed tells:
    /// fresh float64 tensors, [3 D, D] and [D, D].</summary>
    public (Tensor Qkv, Tensor Proj) Weights()
    {
        int maps = 3 * Width * Width, count = maps + Width * Width;
        double[] values = [.. Enumerable.Range(0, count).Select(i => (2 * i + 1 - count) / 16.0)];
        new Random(Seed).Shuffle(values);
        return (tensor(values[..maps], 3 * Width, Width).HandedOverAs("qkv"), tensor(values[maps..], Width, Width).HandedOverAs("proj"));
    }

    public override string ToString() => $"{Show.Count(Count, "head")}, tokens {Show.Of(Tokens)}, seen {Show.Of(Seen)}"
        + (ShownTensor.OfSmall("qkv", () => Weights().Qkv) is { Length: > 0 } qkv ? qkv + ShownTensor.OfSmall("proj", () => Weights().Proj) : $", seed {Seed}");

    public Shape? Shape => GridShape.Of(Tokens);

    public IEnumerable<Heads> Smaller() =>
        Enumerable.Range(0, Tokens.Length > 1 ? Tokens.Length : 0).Select(i => this with { Tokens = SeenKeys.Without(Tokens, i), Seen = [.. SeenKeys.Without(Seen, i).Select(row => SeenKeys.Without(row, i))] })
            .Concat(Count > 1 ? [this with { Count = Count - 1, Tokens = [.. Tokens.Select(row => row[..^(Width / Count)])] }] : [])
            .Concat(Width > Count ? [this with { Tokens = [.. Tokens.Select(row => row[..^Count])] }] : [])
            .Concat(from seen in SeenKeys.Smaller(Seen) select this with { Seen = seen })
            .Concat(new Matrix(Tokens).WithSmallerNumbers().Select(numbers => this with { Tokens = numbers.Rows }))
            .Concat(from seed in Shrink.Number(Seed) select this with { Seed = seed });

    public static Gen<Heads> Generator { get; } =
        from count in Gen.Choose(1, 3)
        from each in Gen.Choose(1, 2)
        from tokens in Gen.Choose(1, 4)
        from rows in Gen.Choose(-4, 4).Select(x => x / 2.0).ArrayOf(count * each).ArrayOf(tokens)
        from seen in SeenKeys.Generator(tokens, tokens)
        from seed in Gen.Choose(0, 1000)
        select new Heads(count, rows, seen, seed);
}
