namespace Etudes.ML;

public abstract class AttentionProperties<T> : AttendLaws<T> where T : IAttention
{
    [Law]
    public static void Row_r_of_qkv_makes_a_query_a_key_or_a_value_of_one_head()
    {
        using var scope = NewDisposeScope();
        var rows = arange(12, dtype: float64);
        var qkv = stack([rows, 10 * rows, zeros_like(rows), zeros_like(rows)], 1); // [12, 4]
        var (unit, itself) = (eye(4, dtype: float64), eye(2).unsqueeze(0) != 0); // who sees but itself gets its own value
        double[] given = [.. MustTensor.Read(T.MultiHead(unit[..2].unsqueeze(0), 2, qkv, unit, itself)).Select(x => Math.Round(x, 6))];
        Must.Be<double[]>([[8, 9, 10, 11], [80, 90, 100, 110]], given.Chunk(4),
            "of tokens [1, 0, 0, 0] and [0, 1, 0, 0] that see but themselves, in 2 heads, row r of qkv [r, 10 r, 0, 0] and proj the identity, MultiHead");
    }

    [Law]
    public static void Each_head_attends_with_its_own_part_and_proj_maps_what_they_give_side_by_side(Heads heads)
    {
        using var scope = NewDisposeScope();
        MustTensor.Be(Tensor(Model(heads)), MultiHead(heads), "MultiHead");
    }

    [Law]
    public static void Without_a_mask_each_token_sees_all_tokens(Heads heads)
    {
        using var scope = NewDisposeScope();
        var all = Given.As(nameof(heads), heads with { Seen = [.. heads.Seen.Select(row => row.Select(_ => 1).ToArray())] });
        var (qkv, proj) = all.Weights();
        MustTensor.Be(Tensor(Model(all)), T.MultiHead(all.Tensor(), all.Count, qkv, proj, null), "without a mask, MultiHead");
    }

    [Law]
    public static void Tokens_in_another_order_get_the_same_in_that_order(Heads heads)
    {
        using var scope = NewDisposeScope();
        var (qkv, proj) = heads.Weights();
        MustTensor.Be(MultiHead(heads).flip(1), T.MultiHead(heads.Tensor().flip(1), heads.Count, qkv, proj, heads.Mask().flip(1, 2)), "with tokens and mask in the opposite order, MultiHead");
    }

    [Law]
    public static void An_item_of_a_batch_is_attended_as_alone(Lookup given, Heads heads)
    {
        using var scope = NewDisposeScope();
        var (queries, keys, values) = given.Tensors();
        var other = T.Attend(-queries, keys.flip(1), values + 1, ~given.Mask()); // [1, Q, e]
        Tensor Batch(Tensor first, Tensor second) => cat([first, second]);
        MustTensor.Be(Batch(Attend(given), other), T.Attend(Batch(queries, -queries), Batch(keys, keys.flip(1)), Batch(values, values + 1), Batch(given.Mask(), ~given.Mask())),
            "of a batch of two, the second with the queries negated, the keys in the opposite order, 1 added to the values and the mask turned round, Attend");
        var (tokens, mask, (qkv, proj)) = (heads.Tensor(), heads.Mask(), heads.Weights());
        MustTensor.Be(Batch(MultiHead(heads), T.MultiHead(-tokens, heads.Count, qkv, proj, ~mask)), T.MultiHead(Batch(tokens, -tokens), heads.Count, qkv, proj, Batch(mask, ~mask)),
            "of a batch of two, the second with the tokens negated and the mask turned round, MultiHead");
    }

    [Law(MaxTest = 30)]
    public static void The_gradient_is_the_slope(Lookup given, Heads heads)
    {
        using var scope = NewDisposeScope();
        var ((queries, keys, values), mask) = (given.Tensors(), given.Mask());
        Tensor Weighed(Tensor result) => (result * Regions.WeightsLike(result)).sum();
        MustTensor.HaveTheGradientOfItsValues(x => Weighed(T.Attend(x, keys, values, mask)), queries, "a weighted sum of Attend by the queries,");
        MustTensor.HaveTheGradientOfItsValues(x => Weighed(T.Attend(queries, x, values, mask)), keys, "a weighted sum of Attend by the keys,");
        MustTensor.HaveTheGradientOfItsValues(x => Weighed(T.Attend(queries, keys, x, mask)), values, "a weighted sum of Attend by the values,");
        var (tokens, seen, (qkv, proj)) = (heads.Tensor(), heads.Mask(), heads.Weights());
        MustTensor.HaveTheGradientOfItsValues(x => Weighed(T.MultiHead(x, heads.Count, qkv, proj, seen)), tokens, "a weighted sum of MultiHead by the tokens,", absolute: 1e-5);
        MustTensor.HaveTheGradientOfItsValues(x => Weighed(T.MultiHead(tokens, heads.Count, x, proj, seen)), qkv, "a weighted sum of MultiHead by qkv,", absolute: 1e-5);
        MustTensor.HaveTheGradientOfItsValues(x => Weighed(T.MultiHead(tokens, heads.Count, qkv, x, seen)), proj, "a weighted sum of MultiHead by proj,", absolute: 1e-5);
    }

    [Law(MaxTest = 100)]
    public static void The_type_is_kept(Lookup given, Heads heads)
    {
        using var scope = NewDisposeScope();
        var (queries, keys, values) = given.Tensors();
        MustTensor.Be(Attend(given).to(float32), T.Attend(queries.to(float32), keys.to(float32), values.to(float32), given.Mask()), "of float32 tensors, Attend", 1e-4, 1e-4);
        var (qkv, proj) = heads.Weights();
        MustTensor.Be(MultiHead(heads).to(float32), T.MultiHead(heads.Tensor().to(float32), heads.Count, qkv.to(float32), proj.to(float32), heads.Mask()), "of float32 tensors, MultiHead", 1e-3, 1e-3);
    }

    [Law(MaxTest = 100)]
    public static void However_the_numbers_lie_in_memory_they_are_read_rightly_and_left_unchanged(Lookup given, Heads heads, Layout layout)
    {
        using var scope = NewDisposeScope();
        var (queries, keys, values) = given.Tensors();
        MustTensor.Be(Attend(given), T.Attend(queries.In(layout, "queries"), keys.In(layout, "keys"), values.In(layout, "values"), given.Mask().In(layout, "mask")), "Attend");
        var (qkv, proj) = heads.Weights();
        MustTensor.Be(MultiHead(heads), T.MultiHead(heads.Tensor().In(layout, "tokens"), heads.Count, qkv.In(layout, "qkv"), proj.In(layout, "proj"), heads.Mask().In(layout, "mask")), "MultiHead");
    }

    [Law]
    public static void Shapes_that_do_not_fit_throw()
    {
        using var scope = NewDisposeScope();
        long[][][] attend =
        [
            [[2, 3], [2, 4], [2, 4], [3, 4]], [[1, 3, 5], [2, 4, 5], [2, 4, 6], [2, 3, 4]], [[2, 3, 5], [1, 4, 5], [2, 4, 6], [2, 3, 4]], [[2, 3, 5], [2, 4, 5], [1, 4, 6], [2, 3, 4]],
            [[2, 3, 5], [2, 4, 1], [2, 4, 6], [2, 3, 4]], [[2, 3, 5], [2, 4, 5], [2, 1, 6], [2, 3, 4]], [[2, 3, 5], [2, 4, 5], [2, 4, 6], [1, 3, 4]], [[2, 3, 5], [2, 4, 5], [2, 4, 6], [2, 1, 4]],
            [[2, 3, 5], [2, 4, 5], [2, 4, 6], [3, 4]], [[2, 0, 5], [2, 4, 5], [2, 4, 6], [2, 0, 4]], [[2, 3, 5], [2, 0, 5], [2, 0, 6], [2, 3, 0]], [[2, 3, 0], [2, 4, 0], [2, 4, 6], [2, 3, 4]],
            [[2, 3, 5], [2, 4, 5], [2, 4, 0], [2, 3, 4]], [[0, 3, 5], [0, 4, 5], [0, 4, 6], [0, 3, 4]], [[1, 2, 3, 5], [1, 2, 4, 5], [1, 2, 4, 6], [1, 2, 3, 4]],
        ];
        foreach (var s in attend)
            MustTensor.Throw<ArgumentException>(() => T.Attend(zeros(s[0]), zeros(s[1]), zeros(s[2]), ones(s[3], ScalarType.Bool)), $"Attend of queries, keys, values and a mask of the shapes {Show.Of(s)}");
        (long[] Tokens, int Heads, long[] Qkv, long[] Proj, long[] Mask)[] multiHead =
        [
            ([3, 4], 2, [12, 4], [4, 4], [3, 3]), ([2, 3, 4], 3, [12, 4], [4, 4], [2, 3, 3]), ([2, 3, 4], 8, [12, 4], [4, 4], [2, 3, 3]), ([2, 3, 4], 2, [4, 4], [4, 4], [2, 3, 3]), ([2, 3, 4], 2, [12, 1], [4, 4], [2, 3, 3]),
            ([2, 3, 4], 2, [12, 4], [4, 1], [2, 3, 3]), ([2, 3, 4], 2, [12, 4], [1, 4], [2, 3, 3]), ([2, 3, 4], 2, [12, 4], [4, 4], [1, 3, 3]), ([2, 3, 4], 2, [12, 4], [4, 4], [2, 1, 3]), ([2, 3, 4], 2, [12, 4], [4, 4], [4, 3, 3]),
            ([0, 3, 4], 2, [12, 4], [4, 4], [0, 3, 3]), ([2, 0, 4], 2, [12, 4], [4, 4], [2, 0, 0]), ([2, 3, 0], 2, [0, 0], [0, 0], [2, 3, 3]),
        ];
        foreach (var (tokens, heads, qkv, proj, mask) in multiHead)
            MustTensor.Throw<ArgumentException>(() => T.MultiHead(zeros(tokens), heads, zeros(qkv), zeros(proj), ones(mask, ScalarType.Bool)), $"MultiHead of tokens {Show.Of(tokens)}, {heads} heads, qkv {Show.Of(qkv)}, proj {Show.Of(proj)} and a mask {Show.Of(mask)}");
    }

    [Law]
    public static void Masks_of_numbers_and_fewer_heads_than_one_throw()
    {
        using var scope = NewDisposeScope();
        foreach (var type in (ScalarType[])[float32, float64, int64, uint8])
        {
            MustTensor.Throw<ArgumentException>(() => T.Attend(zeros(1, 2, 4), zeros(1, 2, 4), zeros(1, 2, 4), ones(1, 2, 2, type)), $"Attend with a mask of {type}");
            MustTensor.Throw<ArgumentException>(() => T.MultiHead(zeros(1, 2, 4), 2, zeros(12, 4), zeros(4, 4), ones(1, 2, 2, type)), $"MultiHead with a mask of {type}");
        }
        foreach (int heads in (int[])[0, -1, -4, int.MinValue])
            MustTensor.Throw<ArgumentOutOfRangeException>(() => T.MultiHead(zeros(1, 2, 4), heads, zeros(12, 4), zeros(4, 4), null), $"MultiHead of {heads} heads");
    }

    [Law(BeyondExamples = true)]
    public static void Many_items_queries_keys_and_heads_take_no_more_operations_than_few()
    {
        using var scope = NewDisposeScope();
        Tensor[] Attend(int n, int q, int k) => [T.Attend(zeros(n, q, 2), zeros(n, k, 2), zeros(n, k, 2), ones(n, q, k, ScalarType.Bool))];
        foreach (var (n, q, k, items) in ((int, int, int, string)[])[(60, 2, 2, "items"), (2, 60, 2, "queries"), (2, 2, 60, "keys")])
            MustTensor.NotLoop(() => Attend(2, 2, 2), () => Attend(n, q, k), "Attend", items);
        Tensor[] MultiHead(int n, int t, int heads) => [T.MultiHead(zeros(n, t, 60), heads, zeros(180, 60), zeros(60, 60), ones(n, t, t, ScalarType.Bool))];
        foreach (var (n, t, heads, items) in ((int, int, int, string)[])[(60, 2, 2, "items"), (2, 60, 2, "tokens"), (2, 2, 60, "heads")])
            MustTensor.NotLoop(() => MultiHead(2, 2, 2), () => MultiHead(n, t, heads), "MultiHead", items);
    }

    [Law(MaxTest = 10)]
    public static void No_tensor_is_left_behind(Lookup given, Heads heads)
    {
        using var scope = NewDisposeScope();
        var ((queries, keys, values), mask, tokens, seen, (qkv, proj)) = (given.Tensors(), given.Mask(), heads.Tensor(), heads.Mask(), heads.Weights());
        MustTensor.LeaveNothing(() => [T.Attend(queries, keys, values, mask)], "Attend");
        MustTensor.LeaveNothing(() => [T.MultiHead(tokens, heads.Count, qkv, proj, seen)], "MultiHead");
    }

    private static Tensor MultiHead(Heads heads)
    {
        var (qkv, proj) = heads.Weights();
        return T.MultiHead(heads.Tensor(), heads.Count, qkv, proj, heads.Mask());
    }

    /// <summary>Each head by the model of attention, then the last map, number by number.</summary>
    private static double[][] Model(Heads heads)
    {
        var (width, each, (qkv, proj)) = (heads.Width, heads.Width / heads.Count, heads.Weights());
        double[][] maps = [.. MustTensor.Read(qkv).Chunk(width)], last = [.. MustTensor.Read(proj).Chunk(width)];
        double[] Map(double[][] rows, double[] x) => [.. rows.Select(row => row.Zip(x, (w, number) => w * number).Sum())];
        double[][] Part(int which, int head) => [.. heads.Tokens.Select(token => Map(maps[(which * width + head * each)..(which * width + (head + 1) * each)], token))];
        double[][][] given = [.. Enumerable.Range(0, heads.Count).Select(head => Model(new Lookup(Part(0, head), Part(1, head), Part(2, head), heads.Seen)))];
        return [.. heads.Tokens.Select((_, t) => Map(last, [.. given.SelectMany(head => head[t])]))];
    }
}

public sealed class AttentionTests : AttentionProperties<Attention>;
