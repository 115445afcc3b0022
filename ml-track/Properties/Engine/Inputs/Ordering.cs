using FsCheck;
using FsCheck.Fluent;
using static TorchSharp.torch;

namespace Etudes.Engine;

/// <summary>
/// Positions of variables in an order, degrees of the hidden units between them, and a seed for weights: "order [2, 3, 1], degrees [1, 2, 2], seed 7".
/// </summary>
public sealed record Ordering(long[] Order, long[] Degrees, int Seed) : IInput<Ordering>
{
    public int Variables => Order.Length;
    public int Hidden => Degrees.Length;

    /// <summary>All vectors of as many bits as there are variables, the first bit the most significant.</summary>
    public double[][] Vectors => [.. Enumerable.Range(0, 1 << Variables).Select(r => Enumerable.Range(0, Variables).Select(i => (double)(r >> Variables - 1 - i & 1)).ToArray())];

    /// <summary>Different odd multiples of 1/64, none of them 0, as fresh float64 tensors: [H, n], [H], [n, H], [n].</summary>
    public (Tensor W1, Tensor B1, Tensor W2, Tensor B2) Weights()
    {
        int count = 2 * Variables * Hidden + Hidden + Variables, taken = 0;
        double[] values = [.. Enumerable.Range(0, count).Select(i => (2 * i + 1 - count / 2 * 2) / 64.0)];
        new Random(Seed).Shuffle(values);
        Tensor Next(params long[] shape)
        {
            int size = (int)shape.Aggregate((a, b) => a * b);
            return tensor(values[taken..(taken += size)], shape);
        }
        return (Next(Hidden, Variables), Next(Hidden), Next(Variables, Hidden), Next(Variables));
    }

    public override string ToString() => $"order {Show.Of(Order)}, degrees {Show.Of(Degrees)}"
        + (ShownTensor.OfSmall("W1", () => Weights().W1) is { Length: > 0 } first
            ? first + ShownTensor.OfSmall("b1", () => Weights().B1) + ShownTensor.OfSmall("W2", () => Weights().W2) + ShownTensor.OfSmall("b2", () => Weights().B2) : $", seed {Seed}");

    public Shape? Shape => null;

    public IEnumerable<Ordering> Smaller() =>
        Shrink.List(Degrees, degree => Shrink.Number(degree).Where(smaller => smaller > 0))
            .Where(degrees => degrees.Length > 0).Select(degrees => this with { Degrees = degrees })
            .Concat(from at in Enumerable.Range(0, Variables > 2 ? Variables : 0) select Without(at))
            .Concat(from at in Enumerable.Range(0, Variables - 1) where Order[at] > Order[at + 1] select this with { Order = [.. Order[..at], Order[at + 1], Order[at], .. Order[(at + 2)..]] })
            .Concat(from seed in Shrink.Number(Seed) select this with { Seed = seed });

    private Ordering Without(int at) => this with
    {
        Order = [.. Order.Where((_, i) => i != at).Select(position => position > Order[at] ? position - 1 : position)],
        Degrees = [.. Degrees.Select(degree => Math.Min(degree, Variables - 2))],
    };

    public static Gen<Ordering> Generator { get; } =
        from variables in Gen.Choose(2, 5)
        from order in Gen.Shuffle(Enumerable.Range(1, variables).Select(position => (long)position))
        from hidden in Gen.Choose(1, 8)
        from degrees in Gen.Choose(1, variables - 1).Select(degree => (long)degree).ArrayOf(hidden)
        from seed in Gen.Choose(0, 1000)
        select new Ordering(order, degrees, seed);
}
