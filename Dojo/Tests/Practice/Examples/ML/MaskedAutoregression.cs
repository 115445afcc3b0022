namespace Etudes.ML;

/// <summary>Masks and logits of two or three variables: who may read whom, and what never
/// counts.</summary>
public static class MaskedAutoregressionExamples
{
    private static Tensor Order => tensor([1L, 2L]);

    private static Tensor Degrees => tensor([1L]);

    private static Tensor Row(params float[] x) => tensor(x).reshape(1, -1);

    // Two variables, one hidden unit of degree 1, all weights 1.
    private static Tensor Small(Tensor x, Tensor order, float b1 = 0, float b2 = 0) =>
        MaskedAutoregression.Logits(
            x, order, Degrees, ones(1, 2), full(1, b1), ones(2, 1), full(2, b2));

    [Example]
    public static void The_masks_of_one_hidden_unit()
    {
        var (hidden, output) = MaskedAutoregression.Masks(Order, Degrees);
        MustTensor.Be(tensor(new[,] { { true, false } }), hidden, "the hidden mask");
        MustTensor.Be(tensor(new[,] { { false }, { true } }), output, "the output mask");
    }

    [Example]
    public static void The_masks_follow_the_order()
    {
        var (hidden, output) = MaskedAutoregression.Masks(tensor([2L, 3, 1]), tensor([2L, 1]));
        MustTensor.Be(tensor(new[,] { { true, false, true }, { false, false, true } }), hidden,
            "the hidden mask");
        MustTensor.Be(tensor(new[,] { { false, true }, { true, true }, { false, false } }), output,
            "the output mask");
    }

    [Example]
    public static void The_second_sees_the_first() =>
        MustTensor.Be(Row(0, 3), Small(Row(3, 5), Order), "the logits", 1e-6);

    [Example]
    public static void The_order_may_be_turned_round() =>
        MustTensor.Be(Row(5, 0), Small(Row(3, 5), tensor([2L, 1])), "the logits", 1e-6);

    [Example]
    public static void Both_biases_count() =>
        MustTensor.Be(Row(10, 11), Small(Row(3, 5), Order, -2, 10), "the logits", 1e-6);

    [Example]
    public static void A_hidden_unit_is_never_negative() =>
        MustTensor.Be(tensor(new float[,] { { 0, 3 }, { 0, 7 }, { 0, 0 } }),
            Small(tensor(new float[,] { { 3, 5 }, { 7, 1 }, { -1, 1 } }), Order), "the logits",
            1e-6);

    [Example]
    public static void Each_sees_all_before_it() =>
        MustTensor.Be(Row(0, 10, 110),
            MaskedAutoregression.Logits(Row(1, 1, 1), tensor([1L, 2, 3]), tensor([1L, 2]),
                tensor(new float[,] { { 1, 9, 9 }, { 2, 8, 9 } }), zeros(2),
                tensor(new float[,] { { 9, 9 }, { 10, 9 }, { 10, 10 } }), zeros(3)), "the logits",
                1e-6);

    [Example]
    public static void Masked_weights_count_nothing_not_even_NaN()
    {
        var w1 = tensor(new[,] { { 1, float.NaN } }).requires_grad_();
        var w2 = tensor(new[,] { { float.NaN }, { 1 } }).requires_grad_();
        var x = Row(3, 5).requires_grad_();
        var logits = MaskedAutoregression.Logits(x, Order, Degrees, w1, zeros(1), w2, zeros(2));
        logits.sum().backward();
        MustTensor.Be(Row(0, 3), logits.detach(), "the logits", 1e-6);
        MustTensor.Be(Row(3, 0), w1.grad, "the gradient to W1", 1e-6);
        MustTensor.Be(tensor(new float[,] { { 0 }, { 3 } }), w2.grad, "the gradient to W2", 1e-6);
        MustTensor.Be(Row(1, 0), x.grad, "the gradient to x", 1e-6);
    }

    [Example]
    public static void The_biases_have_gradients()
    {
        var (b1, b2) = (zeros(1).requires_grad_(), zeros(2).requires_grad_());
        MaskedAutoregression.Logits(Row(3, 5), Order, Degrees, ones(1, 2), b1, ones(2, 1),
            b2).sum().backward();
        MustTensor.Be(ones(1), b1.grad, "the gradient to b1", 1e-6);
        MustTensor.Be(ones(2), b2.grad, "the gradient to b2", 1e-6);
    }

    [Example]
    public static void The_order_is_a_permutation_and_degrees_are_less_than_n()
    {
        Tensor[] orders =
            [tensor([1L, 1]), tensor([0L, 1]), tensor([2L, 2, 2]), tensor([1L]),
                tensor(new[,] { { 1L, 2 } })];
        foreach (var order in orders)
        {
            Must.Throw<ArgumentException>(() =>
                MaskedAutoregression.Masks(order, Degrees), "the masks");
            Must.Throw<ArgumentException>(() => Small(Row(3, 5), order), "the logits");
        }
        foreach (var degrees in new[] { tensor([0L]), tensor([2L]), zeros(0, int64),
            tensor([1L]).reshape(1, 1) })
            Must.Throw<ArgumentException>(() =>
                MaskedAutoregression.Masks(Order, degrees), "the masks");
    }

    [Example]
    public static void Shapes_must_fit()
    {
        static void Throws(Tensor x, Tensor w1, Tensor b1, Tensor w2, Tensor b2, string what) =>
            Must.Throw<ArgumentException>(
                () => MaskedAutoregression.Logits(x, Order, Degrees, w1, b1, w2, b2), what);
        Throws(ones(2), ones(1, 2), ones(1), ones(2, 1), ones(2), "x [2]");
        Throws(ones(0, 2), ones(1, 2), ones(1), ones(2, 1), ones(2), "x [0, 2]");
        Throws(ones(1, 2), ones(2, 2), ones(1), ones(2, 1), ones(2), "W1 [2, 2]");
        Throws(ones(1, 2), ones(1, 2), ones(2), ones(2, 1), ones(2), "b1 [2]");
        Throws(ones(1, 2), ones(1, 2), ones(1), ones(1, 2), ones(2), "W2 [1, 2]");
        Throws(ones(1, 2), ones(1, 2), ones(1), ones(2, 1), ones(1), "b2 [1]");
    }

    [Example]
    public static void Nothing_that_is_given_is_changed()
    {
        var (order, degrees, x, w1, w2) = (Order, Degrees, Row(3, 5), ones(1, 2), ones(2, 1));
        MaskedAutoregression.Logits(x, order, degrees, w1, zeros(1), w2, zeros(2));
        MustTensor.Be(Order, order, "the order afterwards");
        MustTensor.Be(Degrees, degrees, "the degrees afterwards");
        MustTensor.Be(Row(3, 5), x, "x afterwards", 0);
        MustTensor.Be(ones(1, 2), w1, "W1 afterwards", 0);
        MustTensor.Be(ones(2, 1), w2, "W2 afterwards", 0);
    }

    [Example]
    public static void A_transposed_view_is_read_as_it_stands() =>
        MustTensor.Be(tensor(new float[,] { { 0, 3 }, { 0, 7 }, { 0, 0 } }),
            Small(tensor(new float[,] { { 3, 7, -1 }, { 5, 1, 1 } }).t(), Order), "the logits",
            1e-6);

    [Example]
    public static void The_type_of_the_weights_is_kept() =>
        MustTensor.Be(tensor(new[,] { { 0, 1.0 / 3 } }),
            MaskedAutoregression.Logits(full(1, 2, 1.0 / 3, float64), Order, Degrees,
            ones(1, 2, float64), zeros(1, float64), ones(2, 1, float64), zeros(2, float64)),
            "the logits", 1e-12);
}
