using FsCheck;
using FsCheck.Fluent;
using static TorchSharp.torch;

namespace Etudes.Engine;

/// <summary>A model of some bits, at least one: weights that count below the diagonal only, and a bias for each: W [[0, 0], [1.5, 0]], b [0, -1].</summary>
public sealed record BeliefNetwork(double[][] Weights, double[] Biases) : IInput<BeliefNetwork>
{
    public int Bits => Biases.Length;

    /// <summary>All vectors of as many bits, the first bit the most significant.</summary>
    public double[][] Vectors => [.. Enumerable.Range(0, 1 << Bits).Select(r => Enumerable.Range(0, Bits).Select(i => (double)(r >> Bits - 1 - i & 1)).ToArray())];

    /// <summary>Fresh float64 tensors, [n, n] and [n].</summary>
    public (Tensor W, Tensor B) Tensors() =>
        (tensor(Weights.SelectMany(row => row).ToArray(), Bits, Bits).HandedOverAs("weights"), tensor(Biases).HandedOverAs("bias"));

    /// <summary>The logit of a bit after the bits before it.</summary>
    public double Logit(int bit, double[] x) => Biases[bit] + Enumerable.Range(0, bit).Sum(j => Weights[bit][j] * x[j]);

    /// <summary>The same bits with other numbers.</summary>
    public BeliefNetwork Each(Func<double, double> number) => new([.. Weights.Select(row => row.Select(number).ToArray())], [.. Biases.Select(number)]);

    public BeliefNetwork Without(int bit) => new([.. Others(Weights, bit).Select(row => Others(row, bit))], Others(Biases, bit));

    public override string ToString() => $"W {Show.Of(Weights)}, b {Show.Of(Biases)}";

    public Shape? Shape => GridShape.Of(Weights);

    public IEnumerable<BeliefNetwork> Smaller() =>
        Enumerable.Range(0, Bits > 1 ? Bits : 0).Select(Without)
            .Concat(new Matrix([.. Weights, Biases]).WithSmallerNumbers().Select(numbers => new BeliefNetwork(numbers.Rows[..^1], numbers.Rows[^1])));

    private static T[] Others<T>(T[] items, int at) => [.. items[..at], .. items[(at + 1)..]];

    public static Gen<BeliefNetwork> Generator { get; } =
        from bits in Gen.Choose(1, 5)
        from kind in Matrix.Kind
        from rows in kind.ArrayOf(bits).ArrayOf(bits + 1)
        select new BeliefNetwork(rows[..^1], rows[^1]);
}
