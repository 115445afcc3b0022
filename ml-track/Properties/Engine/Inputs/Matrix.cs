using FsCheck;
using FsCheck.Fluent;
using static TorchSharp.torch;

namespace Etudes.Engine;

/// <summary>Real numbers in rows of equal length, at least one row and two columns: [[0.5, -1], [2, 0]].</summary>
public sealed record Matrix(double[][] Rows) : IInput<Matrix>
{
    /// <summary>Thousandths, small whole numbers, or large ones.</summary>
    internal static Gen<Gen<double>> Kind { get; } = Gen.Elements(
        Gen.Choose(-3000, 3000).Select(x => x / 1000.0),
        Gen.Choose(-2, 2).Select(x => (double)x),
        Gen.Choose(-10_000, 10_000).Select(x => (double)x));

    public int Count => Rows.Length;
    public int Width => Rows[0].Length;

    /// <summary>A fresh float64 tensor, [Count, Width].</summary>
    public Tensor Tensor() => tensor(Rows.SelectMany(row => row).ToArray(), Count, Width).HandedOverAs("numbers");

    public override string ToString() => Show.Of(Rows);

    public Shape? Shape => GridShape.Of(Rows);

    public IEnumerable<Matrix> Smaller() =>
        Shrink.List(Rows, row => []).Where(rows => rows.Length > 0).Select(rows => new Matrix(rows))
            .Concat(Enumerable.Range(0, Width > 2 ? Width : 0).Select(j => new Matrix([.. Rows.Select(row => (double[])[.. row[..j], .. row[(j + 1)..]])])))
            .Concat(WithSmallerNumbers());

    /// <summary>Of the same shape.</summary>
    internal IEnumerable<Matrix> WithSmallerNumbers() => Shrink.List(Rows, SmallerRow).Where(rows => rows.Length == Count).Select(rows => new Matrix(rows));

    private static IEnumerable<double[]> SmallerRow(double[] row) =>
        Shrink.List(row, x => ((double[])[0, 1, Math.Round(x), Math.Round(x / 2)]).Where(y => Math.Abs(y) < Math.Abs(x)))
            .Where(smaller => smaller.Length == row.Length);

    public static Gen<Matrix> Generator { get; } =
        from count in Gen.Choose(1, 6)
        from width in Gen.Choose(2, 5)
        from kind in Kind
        from rows in kind.ArrayOf(width).ArrayOf(count)
        select new Matrix(rows);
}
