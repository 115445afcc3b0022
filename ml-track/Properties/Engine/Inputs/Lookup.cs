using FsCheck;
using FsCheck.Fluent;
using static TorchSharp.torch;

namespace Etudes.Engine;

/// <summary>What attention is given: queries, keys with a value each, and 1 where a query may see a
/// key: queries [[1, 0]], keys [[0, 1], [2, 0]], values [[3], [4]], seen [[1, 0]].</summary>
public sealed record Lookup(double[][] Queries, double[][] Keys, double[][] Values, int[][] Seen) : IInput<Lookup>
{
    /// <summary>How many numbers a query has, and a key.</summary>
    public int Width => Queries[0].Length;

    /// <summary>Fresh float64 tensors, [1, Q, d], [1, K, d] and [1, K, e].</summary>
    public (Tensor Queries, Tensor Keys, Tensor Values) Tensors() => (Of(Queries).HandedOverAs("queries"), Of(Keys).HandedOverAs("keys"), Of(Values).HandedOverAs("values"));

    /// <summary>Fresh truth values, [1, Q, K].</summary>
    public Tensor Mask() => (Of([.. Seen.Select(row => row.Select(seen => (double)seen).ToArray())]) != 0).HandedOverAs("mask");

    /// <summary>query · key / √d of every query and key.</summary>
    public double[][] Scores => [.. Queries.Select(q => Keys.Select(k => q.Zip(k, (x, y) => x * y).Sum() / Math.Sqrt(Width)).ToArray())];

    public bool Sees(int query, int key) => Seen[query][key] != 0;

    public override string ToString() => $"queries {Show.Of(Queries)}, keys {Show.Of(Keys)}, values {Show.Of(Values)}, seen {Show.Of(Seen)}";

    /// <summary>The scores, with those behind the mask hidden.</summary>
    public Shape? Shape => GridShape.Of(Scores) is { } grid
        ? grid with { Hidden = [.. from q in Enumerable.Range(0, Queries.Length) from k in Enumerable.Range(0, Keys.Length) where !Sees(q, k) select new CellShape(q, k)] } : null;

    public IEnumerable<Lookup> Smaller() =>
        Places(Queries.Length).Select(i => this with { Queries = SeenKeys.Without(Queries, i), Seen = SeenKeys.Without(Seen, i) })
            .Concat(Places(Keys.Length).Select(i => new Lookup(Queries, SeenKeys.Without(Keys, i), SeenKeys.Without(Values, i), [.. Seen.Select(row => SeenKeys.Without(row, i))])))
            .Concat(Places(Width).Select(i => this with { Queries = [.. Queries.Select(row => SeenKeys.Without(row, i))], Keys = [.. Keys.Select(row => SeenKeys.Without(row, i))] }))
            .Concat(Places(Values[0].Length).Select(i => this with { Values = [.. Values.Select(row => SeenKeys.Without(row, i))] }))
            .Concat(from seen in SeenKeys.Smaller(Seen) select this with { Seen = seen })
            .Concat(new Matrix(Queries).WithSmallerNumbers().Select(numbers => this with { Queries = numbers.Rows }))
            .Concat(new Matrix(Keys).WithSmallerNumbers().Select(numbers => this with { Keys = numbers.Rows }))
            .Concat(new Matrix(Values).WithSmallerNumbers().Select(numbers => this with { Values = numbers.Rows }));

    /// <summary>Which one of so many may be left out, so that one is left.</summary>
    private static IEnumerable<int> Places(int count) => Enumerable.Range(0, count > 1 ? count : 0);

    private static Tensor Of(double[][] rows) => tensor([.. rows.SelectMany(row => row)], 1, rows.Length, rows[0].Length);

    public static Gen<Lookup> Generator { get; } =
        from queries in Gen.Choose(1, 4)
        from keys in Gen.Choose(1, 5)
        from width in Gen.Choose(1, 4)
        from numbers in Gen.Choose(1, 3)
        from q in Halves(queries, width)
        from k in Halves(keys, width)
        from v in Halves(keys, numbers)
        from seen in SeenKeys.Generator(queries, keys)
        select new Lookup(q, k, v, seen);

    private static Gen<double[][]> Halves(int rows, int columns) => Gen.Choose(-4, 4).Select(x => x / 2.0).ArrayOf(columns).ArrayOf(rows);
}
