namespace Etudes.ML;

/// <summary>Weights that can be told by hand: 1/4 and 3/4, or halves.</summary>
public static class AttentionExamples
{
    private static readonly double s_log3 = Math.Log(3);

    /// <summary>One item of rows of the same length.</summary>
    private static Tensor Rows(int width, params double[] numbers) => tensor(numbers).reshape(1, -1, width);

    private static Tensor Learnt(params double[] numbers) => Rows(1, numbers).requires_grad_();

    private static Tensor Mask(int width, params double[] seen) => Rows(width, seen) != 0;

    /// <summary>The identity for queries, keys and values of two heads of one number.</summary>
    private static Tensor Same() => cat([eye(2, dtype: float64), eye(2, dtype: float64), eye(2, dtype: float64)]);

    private static Tensor Eye() => eye(2, dtype: float64);

    private static void Throws(Action act, string what) => Must.Throw<ArgumentException>(act, what);

    [Example]
    public static void The_better_a_key_fits_the_more_its_value_counts() =>
        MustTensor.Be(Rows(1, 3),
            Attention.Attend(Rows(1, 1), Rows(1, 0, s_log3), Rows(1, 0, 4), null), "weights 1/4 and 3/4");

    [Example]
    public static void Scores_are_divided_by_the_root_of_the_width() =>
        MustTensor.Be(Rows(1, 3),
            Attention.Attend(Rows(4, 1, 1, 1, 1), Rows(4, 0, 0, 0, 0, 2 * s_log3, 0, 0, 0),
                Rows(1, 0, 4), null), "2 log 3 by 2");

    [Example]
    public static void A_hidden_key_gets_no_weight() =>
        MustTensor.Be(Rows(1, 4),
            Attention.Attend(Rows(1, 1), Rows(1, 0, s_log3), Rows(1, 0, 4), Mask(2, 0, 1)),
                "the second value alone");

    [Example]
    public static void The_others_share_what_a_hidden_key_had() =>
        MustTensor.Be(Rows(1, 3),
            Attention.Attend(Rows(1, 1), Rows(1, 0, s_log3, 7), Rows(1, 0, 4, 100), Mask(3, 1, 1, 0)),
                "weights 1/4, 3/4, none");

    [Example]
    public static void A_query_sees_a_later_key_and_each_its_own_keys() =>
        MustTensor.Be(Rows(1, 8, 5),
            Attention.Attend(Rows(1, 0, 0), Rows(1, 1, 2), Rows(1, 2, 8), Mask(2, 0, 1, 1, 1)),
                "8, and the mean");

    [Example]
    public static void Weights_add_up_to_1_for_each_query() =>
        MustTensor.Be(Rows(2, 6, 7, 6, 7),
            Attention.Attend(Rows(1, 1, -2), Rows(1, 0, 3), Rows(2, 6, 7, 6, 7), Mask(2, 1, 1, 1, 0)),
                "equal values");

    [Example]
    public static void A_query_that_sees_nothing_gets_zeros_and_no_gradient()
    {
        var (queries, keys, values) = (Learnt(1, 1), Learnt(0, 2), Learnt(3, 5));
        var result = Attention.Attend(queries, keys, values, Mask(2, 0, 0, 1, 0));
        MustTensor.Be(Rows(1, 0, 3), result.detach(), "nothing, then the first value");
        result.sum().backward();
        MustTensor.Be(Rows(1, 0, 0), queries.grad, "the gradient to the queries");
        MustTensor.Be(Rows(1, 0, 0), keys.grad, "the gradient to the keys");
        MustTensor.Be(Rows(1, 1, 0), values.grad, "the gradient to the values");
    }

    [Example]
    public static void The_gradient_flows_to_queries_keys_and_values()
    {
        var (queries, keys, values) = (Learnt(1), Learnt(0, s_log3), Learnt(0, 4));
        Attention.Attend(queries, keys, values, null).sum().backward();
        MustTensor.Be(Rows(1, 0.75 * s_log3), queries.grad, "1/4 · 3/4 · 4 · log 3");
        MustTensor.Be(Rows(1, -0.75, 0.75), keys.grad, "1/4 · 3/4 · 4, both ways");
        MustTensor.Be(Rows(1, 0.25, 0.75), values.grad, "the weights");
    }

    [Example]
    public static void Large_scores_overflow_nothing_and_what_is_hidden_is_not_subtracted() =>
        MustTensor.Be(Rows(1, 5, 3),
            Attention.Attend(Rows(1, 100, 100), Rows(1, 50, 10, 50), Rows(1, 3, 5, 3), Mask(3, 0, 1, 0, 1, 1, 1)),
                "the one that is seen, and the largest");

    [Example]
    public static void Whatever_a_hidden_key_and_its_value_hold() =>
        MustTensor.Be(Rows(1, 2),
            Attention.Attend(Rows(1, 1), Rows(1, 0, 1e6), Rows(1, 2, 1e300), Mask(2, 1, 0)),
                "the first value");

    [Example]
    public static void Each_head_attends_with_its_own_part() =>
        MustTensor.Be(Rows(2, 2, 20, 2, 20),
            Attention.MultiHead(Rows(2, 1, 10, 3, 30), 2, cat([zeros(4, 2, float64), Eye()]), Eye(),
                null), "the means");

    [Example]
    public static void A_token_alone_gets_its_value_through_the_last_map()
    {
        var proj = tensor(new double[,] { { 1, 2 }, { 0, 1 } });
        MustTensor.Be(Rows(2, 7, 2),
            Attention.MultiHead(Rows(2, 3, 2), 1, Same(), proj, null), "3 + 2 · 2, and 2");
    }

    [Example]
    public static void A_head_divides_by_the_root_of_its_own_width()
    {
        var second = tensor(new double[,] { { 0, 0 }, { 0, 1 } });
        var qkv = cat([second, second, Eye()]);
        var result = Attention.MultiHead(Rows(2, 0, 1, 0, 0), 2, qkv, Eye(), null);
        MustTensor.Be(Rows(2, 0, Math.E / (Math.E + 1), 0, 0.5), result, "queries and keys 1 and 0");
    }

    [Example]
    public static void Queries_come_first_then_keys_then_values()
    {
        var qkv = tensor(new double[,] { { 0, 0 }, { 0, 0 }, { 1, 0 }, { 0, 1 }, { 0, 2 }, { 4, 0 } });
        MustTensor.Be(Rows(2, 4, 6, 4, 6),
            Attention.MultiHead(Rows(2, 1, 1, 2, 3), 2, qkv, Eye(), null), "means of 2 y and of 4 x");
    }

    [Example]
    public static void Each_item_of_a_batch_has_its_own_mask_in_all_heads()
    {
        var tokens = Rows(2, 1, 10, 3, 30).repeat(2, 1, 1);
        var mask = cat([Mask(2, 1, 0, 1, 0), Mask(2, 0, 1, 0, 1)]);
        MustTensor.Be(Rows(2, 1, 10, 1, 10, 3, 30, 3, 30).reshape(2, 2, 2),
            Attention.MultiHead(tokens, 2, Same(), Eye(), mask), "the first token, then the second");
    }

    [Example]
    public static void Floats_stay_floats()
    {
        MustTensor.Be(ones(1, 1, 1),
            Attention.Attend(ones(1, 1, 1), ones(1, 2, 1), ones(1, 2, 1), null), "Attend", 1e-6);
        MustTensor.Be(ones(1, 1, 2),
            Attention.MultiHead(ones(1, 1, 2), 2, Same().to(float32), eye(2), null), "MultiHead", 1e-6);
    }

    [Example]
    public static void What_is_handed_over_stays_as_it_was()
    {
        var queries = Rows(4, 1, 2, 3, 4);
        Attention.Attend(queries, Rows(4, 1, 0, 0, 0), Rows(1, 1), null);
        MustTensor.Be(Rows(4, 1, 2, 3, 4), queries, "the queries afterwards", 0);
    }

    [Example]
    public static void Shapes_must_fit()
    {
        var mask = ones(2, 2, 2, ScalarType.Bool);
        var same = ones(2, 2, 3);
        Throws(() => Attention.Attend(same, ones(2, 2, 1), same, mask), "another d");
        Throws(() => Attention.Attend(same, same, ones(2, 1, 3), mask), "another K");
        Throws(() => Attention.Attend(same, same, same, mask[..1]), "a mask for one");
        Throws(() => Attention.MultiHead(same, 2, ones(9, 3), ones(3, 3), mask), "2 heads of 3");
        Throws(() => Attention.MultiHead(same, 1, ones(3, 3), ones(3, 3), mask), "qkv");
    }

    [Example]
    public static void A_mask_of_numbers_and_no_heads_are_refused()
    {
        var one = ones(1, 1, 1);
        Throws(() => Attention.Attend(one, one, one, one), "a mask of floats");
        Must.Throw<ArgumentOutOfRangeException>(() =>
            Attention.MultiHead(one, 0, ones(3, 1), ones(1, 1), null), "0 heads");
    }
}
