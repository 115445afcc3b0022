namespace Etudes.ML;

/// <summary>What is an order with its degrees, and what is none.</summary>
public abstract class OrderingLaws<T> where T : IMaskedAutoregression
{
    [Law]
    public static void Orders_degrees_and_shapes_that_do_not_belong_together_throw()
    {
        using var scope = NewDisposeScope();
        (long[] Order, long[] Degrees)[] wrong = [([1, 1, 2], [1]), ([0, 1, 2], [1]), ([2, 3, 4], [1]), ([1, 2, 3], [0]), ([1, 2, 3], [1, 3]), ([1, 2, 3], []), ([1], [1]), ([], [1]), ([1, 2, 3], [2, -1]), ([1, 2, 3 + (1L << 32)], [1]), ([1, 2, 3], [1 + (1L << 32)])];
        foreach (var (order, degrees) in wrong)
        {
            var (n, h) = (order.Length, degrees.Length);
            string what = $"of order {Show.Of(order)} and degrees {Show.Of(degrees)}";
            MustTensor.Throw<ArgumentException>(() => T.Masks(tensor(order), tensor(degrees)), $"Masks {what}");
            MustTensor.Throw<ArgumentException>(() => T.Logits(zeros(2, n), tensor(order), tensor(degrees), zeros(h, n), zeros(h), zeros(n, h), zeros(n)), $"Logits {what}");
        }
        MustTensor.Throw<ArgumentException>(() => T.Masks(tensor(new long[] { 1, 2 }).unsqueeze(0), tensor(new long[] { 1 })), "Masks of order [[1, 2]] and degrees [1]");
        MustTensor.Throw<ArgumentException>(() => T.Masks(tensor(new long[] { 1, 2 }), tensor(new long[] { 1 }).unsqueeze(0)), "Masks of order [1, 2] and degrees [[1]]");
        // TorchSharp's matmul ends the process where sizes do not fit: in all but the last two they do, or broadcast.
        long[][][] shapes = [[[0, 3], [2, 3], [2], [3, 2], [3]], [[3], [2, 3], [2], [3, 2], [3]], [[4, 3], [1, 3], [2], [3, 2], [3]], [[4, 3], [2, 1], [2], [3, 2], [3]],
            [[4, 3], [2, 3], [1], [3, 2], [3]], [[4, 3], [2, 3], [4, 2], [3, 2], [3]], [[4, 3], [2, 3], [2], [3, 1], [3]], [[4, 3], [2, 3], [2], [3, 2], [1]],
            [[4, 3], [2, 3], [2], [3, 2], [4, 3]], [[1, 4, 3], [2, 3], [2], [3, 2], [3]], [[4, 3], [3, 2], [2], [2, 3], [3]], [[4, 2], [2, 3], [2], [3, 2], [3]]];
        foreach (var s in shapes)
            MustTensor.Throw<ArgumentException>(() => T.Logits(zeros(s[0]), tensor(new long[] { 2, 1, 3 }), tensor(new long[] { 1, 2 }), zeros(s[1]), zeros(s[2]), zeros(s[3]), zeros(s[4])),
                $"Logits of x, W1, b1, W2, b2 of the shapes {Show.Of(s)}");
    }

    [Law]
    public static void Every_list_of_positions_that_is_no_permutation_throws()
    {
        using var scope = NewDisposeScope();
        var degrees = tensor(new long[] { 1 });
        for (int list = 0; list < 256; list++)
        {
            long[] order = [.. Enumerable.Range(0, 4).Select(d => 1L + (list >> 2 * d & 3))]; // each list of 4 positions once
            if (order.Distinct().Count() == 4) T.Masks(tensor(order), degrees);
            else MustTensor.Throw<ArgumentException>(() => T.Masks(tensor(order), degrees), $"Masks of order {Show.Of(order)}");
        }
    }

    [Law(MaxTest = 20)]
    public static void What_is_written_over_in_place_is_read_and_checked_anew(Ordering ordering)
    {
        using var scope = NewDisposeScope();
        var (w1, b1, w2, b2) = ordering.Weights();
        var (x, order, degrees) = (Tensor(ordering.Vectors), tensor(ordering.Order), tensor(ordering.Degrees));
        Tensor Logits(Tensor order, Tensor degrees) => T.Logits(x, order, degrees, w1, b1, w2, b2);
        T.Masks(order, degrees);
        Logits(order, degrees);
        order.copy_(tensor(ordering.Order.Reverse().ToArray()));
        MustTensor.Be(T.Masks(order.clone(), degrees).Hidden, T.Masks(order, degrees).Hidden, "with the opposite order written over order after a first call, Hidden, the mask of W1,");
        MustTensor.Be(Logits(order.clone(), degrees), Logits(order, degrees), "with the opposite order written over order after a first call, Logits");
        order[0] = order[1].item<long>();
        MustTensor.Throw<ArgumentException>(() => T.Masks(order, degrees), "Masks with the second position written over the first after a first call");
        MustTensor.Throw<ArgumentException>(() => Logits(order, degrees), "Logits with the second position written over the first after a first call");
        order.copy_(tensor(ordering.Order));
        degrees[0] = ordering.Variables;
        MustTensor.Throw<ArgumentException>(() => T.Masks(order, degrees), $"Masks with {ordering.Variables} written over the first degree after a first call");
    }

    protected static Tensor Tensor(double[][] rows) => tensor(rows.SelectMany(row => row).ToArray(), rows.Length, rows[0].Length);
}
