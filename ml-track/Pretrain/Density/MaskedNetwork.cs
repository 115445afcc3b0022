using TorchSharp.Modules;

namespace Etudes.ML.Pretraining;

/// <summary>The masked network of MaskedAutoregression, in one order or in several.</summary>
internal sealed class MaskedNetwork : DensityModel
{
    private readonly (Tensor Order, Tensor Degrees)[] _orders;
    private readonly Parameter _w1, _b1, _w2, _b2;
    private int _steps;

    private MaskedNetwork(string name, (Tensor, Tensor)[] orders, Parameter w1, Parameter b1, Parameter w2, Parameter b2) : base(name, w1, b1, w2, b2) =>
        (_orders, _w1, _b1, _w2, _b2) = (orders, w1, b1, w2, b2);

    /// <param name="orders">1: the natural order, row by row. More: as many random ones, by
    /// turns.</param>
    public static MaskedNetwork Of(int n, int hidden, int orders, int seed)
    {
        using var random = new Generator((ulong)seed);
        (Tensor, Tensor)[] drawn = [.. Enumerable.Range(0, orders).Select(_ =>
            (orders == 1 ? arange(1, n + 1) : randperm(n, generator: random) + 1, randint(1, n, hidden, int64, generator: random)))];
        return new MaskedNetwork(orders == 1 ? "MADE, natural order" : $"MADE, {orders} orders", drawn, Drawn(hidden, n), new(zeros(hidden)), Drawn(n, hidden), new(zeros(n)));

        Parameter Drawn(int rows, int columns) => new(randn(rows, columns, generator: random) / Math.Sqrt(columns));
    }

    public override Tensor Loss(Tensor x) => Of(x, _orders[_steps++ % _orders.Length]);

    /// <summary>Of the mean of the orders' probabilities.</summary>
    public override Tensor NegativeLogLikelihood(Tensor x)
    {
        using var scope = NewDisposeScope();
        return (Math.Log(_orders.Length) - stack([.. _orders.Select(order => -Of(x, order))]).logsumexp(0)).MoveToOuterDisposeScope();
    }

    /// <summary>In the first order.</summary>
    public override Tensor Sample(Tensor uniforms)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var x = zeros_like(uniforms); // [N, n]
        long[] inOrder = _orders[0].Order.argsort().data<long>().ToArray();
        foreach (long at in inOrder)
        {
            using var step = NewDisposeScope();
            x.select(1, at).copy_(uniforms.select(1, at).lt(Logits(x, _orders[0]).select(1, at).sigmoid()));
        }
        return x.MoveToOuterDisposeScope();
    }

    private Tensor Of(Tensor x, (Tensor, Tensor) order) => nn.functional.binary_cross_entropy_with_logits(Logits(x, order), x, reduction: nn.Reduction.None).sum(1);

    private Tensor Logits(Tensor x, (Tensor Order, Tensor Degrees) order) => MaskedAutoregression.Logits(x, order.Order, order.Degrees, _w1, _b1, _w2, _b2);
}
