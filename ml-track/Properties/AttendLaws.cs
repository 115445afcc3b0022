namespace Etudes.ML;

/// <summary>What one softmax over the keys makes of the values.</summary>
public abstract class AttendLaws<T> where T : IAttention
{
    [Law]
    public static void Each_query_gets_the_mean_of_what_it_may_see_weighed_by_the_softmax_of_its_scores(Lookup given)
    {
        using var scope = NewDisposeScope();
        MustTensor.Be(Tensor(Model(given)), Attend(given), "Attend");
    }

    [Law]
    public static void Without_a_mask_each_query_sees_all_keys(Lookup given)
    {
        using var scope = NewDisposeScope();
        var (queries, keys, values) = Given.As(nameof(given), SeeingAll(given)).Tensors();
        MustTensor.Be(Tensor(Model(SeeingAll(given))), T.Attend(queries, keys, values, null), "without a mask, Attend");
    }

    [Law]
    public static void Equal_values_come_back_as_they_are(Lookup given)
    {
        using var scope = NewDisposeScope();
        var equal = Given.As(nameof(given), given with { Values = [.. given.Values.Select(_ => given.Values[0])], Seen = [.. given.Seen.Select(row => (int[])[1, .. row[1..]])] });
        MustTensor.Be(Tensor([.. equal.Queries.Select(_ => equal.Values[0])]), Attend(equal), "Attend, where all values are equal,");
    }

    [Law]
    public static void A_query_that_may_see_no_key_gets_zeros_and_gives_no_gradient(Lookup given)
    {
        using var scope = NewDisposeScope();
        var blind = Given.As(nameof(given), given with { Seen = [.. given.Seen.Select((row, i) => i == 0 ? [.. row.Select(_ => 0)] : row)] });
        MustTensor.Be(Tensor(Model(blind)), Attend(blind), "Attend");
        GivesNoGradient(blind, "");
        double[][] Large(double[][] rows) => [.. rows.Select(row => row.Select(x => 1e160 * x).ToArray())];
        GivesNoGradient(Given.As(nameof(given), blind with { Queries = Large(blind.Queries[..1]), Keys = Large(blind.Keys), Seen = blind.Seen[..1] }), "where scores are infinite, ");
    }

    private static void GivesNoGradient(Lookup blind, string where)
    {
        var (queries, keys, values) = blind.Tensors();
        Tensor[] inputs = [queries.requires_grad_(), keys.requires_grad_(), values.requires_grad_()];
        var result = T.Attend(queries, keys, values, blind.Mask());
        MustTensor.HaveAGradient(result, "Attend");
        result[.., 0].sum().backward(); // what the first query got, who sees nothing
        foreach (var (input, name) in inputs.Zip((string[])["queries", "keys", "values"]))
            MustTensor.Be(zeros_like(input), input.grad ?? zeros_like(input), $"{where}the gradient of what query 0 gets to the {name}", 0, 0);
    }

    [Law]
    public static void What_a_hidden_key_and_its_value_hold_does_not_matter(Lookup given)
    {
        using var scope = NewDisposeScope();
        double[] before = MustTensor.Read(Attend(given));
        int wide = given.Values[0].Length;
        foreach (double large in (double[])[1e6, -1e6, 1e300, double.MaxValue]) // the score of the last is infinite
            for (int key = 0; key < given.Keys.Length; key++)
            {
                double[][] Replaced(double[][] rows) => [.. rows.Select((row, i) => i == key ? [.. row.Select(_ => large)] : row)];
                var (queries, keys, values) = (given with { Keys = Replaced(given.Keys), Values = Replaced(given.Values) }).Tensors();
                double[] after = MustTensor.Read(T.Attend(queries, keys, values, given.Mask()));
                for (int q = 0; q < given.Queries.Length; q++)
                    if (!given.Sees(q, key))
                        MustTensor.Be(tensor(before[(q * wide)..((q + 1) * wide)]), tensor(after[(q * wide)..((q + 1) * wide)]), $"with {Show.Of(large)} throughout key {key} and its value, which query {q} may not see, what that query gets");
            }
    }

    [Law]
    public static void The_order_of_the_keys_does_not_matter(Lookup given)
    {
        using var scope = NewDisposeScope();
        var (queries, keys, values) = given.Tensors();
        MustTensor.Be(Attend(given), T.Attend(queries, keys.flip(1), values.flip(1), given.Mask().flip(2)), "with keys, values and mask in the opposite order, Attend");
    }

    [Law]
    public static void Scores_of_ten_thousand_give_finite_values_and_gradients_even_where_the_largest_is_hidden(Lookup given)
    {
        using var scope = NewDisposeScope();
        var large = Given.As(nameof(given), given with { Queries = [.. given.Queries.Select(row => row.Select(x => 1000 * x).ToArray())] });
        MustTensor.Be(Tensor(Model(large)), Attend(large), "Attend");
        var (queries, keys, values) = large.Tensors();
        T.Attend(queries.requires_grad_(), keys.requires_grad_(), values.requires_grad_(), large.Mask()).sum().backward();
        foreach (var (input, name) in new[] { queries, keys, values }.Zip((string[])["queries", "keys", "values"]))
        {
            if (input.grad is not { } gradient) throw new LawBroken($"Attend has no gradient to the {name}");
            Must.Hold(MustTensor.Read(gradient).All(double.IsFinite), $"the gradient of Attend to the {name} should be finite");
        }
    }

    [Law]
    public static void A_visible_score_of_minus_ten_thousand_counts_beside_a_larger_hidden_one(Lookup given)
    {
        using var scope = NewDisposeScope();
        var low = Given.As(nameof(given), given with { Queries = [.. given.Queries.Select((row, q) => Lowered(given, row, q))] });
        MustTensor.Be(Tensor(Model(low)), Attend(low), "where a query sees no score above -10000, Attend");
    }

    /// <summary>The query scaled so that the largest score that it sees is -10000, where its scores have one sign.</summary>
    private static double[] Lowered(Lookup given, double[] row, int query)
    {
        double[] seen = [.. given.Scores[query].Where((_, key) => given.Sees(query, key))];
        double nearest = seen.All(score => score < 0) ? seen.DefaultIfEmpty().Max() : seen.All(score => score > 0) ? seen.Min() : 0;
        return nearest == 0 ? row : [.. row.Select(x => x / nearest * -1e4)];
    }

    protected static Tensor Attend(Lookup given)
    {
        var (queries, keys, values) = given.Tensors();
        return T.Attend(queries, keys, values, given.Mask());
    }

    protected static Lookup SeeingAll(Lookup given) => given with { Seen = [.. given.Seen.Select(row => row.Select(_ => 1).ToArray())] };

    /// <summary>What each query gets, number by number.</summary>
    protected static double[][] Model(Lookup given) =>
    [
        .. given.Scores.Select((scores, q) =>
        {
            int[] seen = [.. Enumerable.Range(0, scores.Length).Where(k => given.Sees(q, k))];
            double most = seen.Select(k => scores[k]).DefaultIfEmpty().Max(), sum = seen.Sum(k => Math.Exp(scores[k] - most));
            return given.Values[0].Select((_, i) => seen.Sum(k => Math.Exp(scores[k] - most) / sum * given.Values[k][i])).ToArray();
        }),
    ];

    protected static Tensor Tensor(double[][] rows) => tensor([.. rows.SelectMany(row => row)], 1, rows.Length, rows[0].Length);
}
