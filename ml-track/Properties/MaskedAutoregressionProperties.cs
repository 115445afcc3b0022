namespace Etudes.ML;

public abstract class MaskedAutoregressionProperties<T> : OrderingLaws<T> where T : IMaskedAutoregression
{
    [Law(First = true)]
    public static void A_mask_is_true_where_the_degree_allows_the_weight(Ordering ordering)
    {
        using var scope = NewDisposeScope();
        var (hidden, output) = T.Masks(tensor(ordering.Order), tensor(ordering.Degrees));
        var (n, h) = (ordering.Variables, ordering.Hidden);
        bool[] reads = [.. ordering.Degrees.SelectMany(degree => ordering.Order.Select(position => position <= degree))];
        bool[] feeds = [.. ordering.Order.SelectMany(position => ordering.Degrees.Select(degree => position > degree))];
        MustTensor.Be(tensor(reads).reshape(h, n), hidden, "Hidden, the mask of W1,");
        MustTensor.Be(tensor(feeds).reshape(n, h), output, "Output, the mask of W2,");
    }

    [Law(First = true)]
    public static void The_logits_are_those_of_the_network_without_its_masked_weights(Ordering ordering)
    {
        using var scope = NewDisposeScope();
        var (w1, b1, w2, b2) = ordering.Weights();
        double[] read = MustTensor.Read(w1), feed = MustTensor.Read(w2), hiddenBias = MustTensor.Read(b1), bias = MustTensor.Read(b2);
        var (n, h) = (ordering.Variables, ordering.Hidden);
        double Unit(double[] x, int k) => Math.Max(0, hiddenBias[k] + Enumerable.Range(0, n).Where(e => ordering.Order[e] <= ordering.Degrees[k]).Sum(e => read[k * n + e] * x[e]));
        double Logit(double[] x, int d) => bias[d] + Enumerable.Range(0, h).Where(k => ordering.Degrees[k] < ordering.Order[d]).Sum(k => feed[d * h + k] * Unit(x, k));
        double[][] vectors = [.. ordering.Vectors, .. ordering.Vectors.Select(x => x.Select(bit => (2.5 * bit - 1) / 3).ToArray())];
        double[][] expected = [.. vectors.Select(x => Enumerable.Range(0, n).Select(d => Logit(x, d)).ToArray())];
        MustTensor.Be(Tensor(expected), T.Logits(Tensor(vectors), tensor(ordering.Order), tensor(ordering.Degrees), w1, b1, w2, b2), $"with W1 {Show.Of(read)}, b1 {Show.Of(hiddenBias)}, W2 {Show.Of(feed)}, b2 {Show.Of(bias)}, Logits of all vectors of 0 and 1, then of -1/3 and 1/2");
    }

    [Law(MaxTest = 60)]
    public static void A_vector_of_a_batch_is_passed_as_it_is_alone(Ordering ordering)
    {
        using var scope = NewDisposeScope();
        var (w1, b1, w2, b2) = ordering.Weights();
        var (x, order, degrees, all) = (Tensor(ordering.Vectors), tensor(ordering.Order), tensor(ordering.Degrees), Logits(ordering));
        Must.Be(x.shape, all.shape, "the shape of Logits");
        for (int r = 0; r < x.shape[0]; r += 3)
            MustTensor.Be(all[r..(r + 1)], T.Logits(x[r..(r + 1)], order, degrees, w1, b1, w2, b2), $"Logits of {Show.Of(ordering.Vectors[r])} alone");
    }

    [Law]
    public static void A_logit_does_not_move_when_its_own_variable_or_a_later_one_does(Ordering ordering)
    {
        using var scope = NewDisposeScope();
        int n = ordering.Variables;
        double[][] x = ordering.Vectors;
        double[] logits = MustTensor.Read(Logits(ordering));
        Must.Be(x.Length * n, logits.Length, "the number of elements of Logits of all vectors");
        for (int r = 0; r < x.Length; r++)
            for (int e = 0; e < n; e++)
                for (int d = 0; d < n; d++)
                {
                    int flipped = r ^ 1 << n - 1 - e; // the same vector but for variable e
                    if (ordering.Order[d] > ordering.Order[e] || Math.Abs(logits[r * n + d] - logits[flipped * n + d]) <= 1e-12) continue;
                    throw new LawBroken($"the logit at [{d}], of position {ordering.Order[d]}, should not see position {ordering.Order[e]} but is {Digits.Few(logits[r * n + d], logits[flipped * n + d])} "
                        + $"for x = {Show.Of(x[r])} and {Digits.Few(logits[flipped * n + d], logits[r * n + d])} for {Show.Of(x[flipped])}");
                }
    }

    [Law]
    public static void With_weights_of_1_the_gradient_counts_the_paths_from_each_variable(Ordering ordering)
    {
        using var scope = NewDisposeScope();
        var (n, h) = (ordering.Variables, ordering.Hidden);
        var x = ones(n, n, dtype: float64).requires_grad_(); // row d is for the logit of variable d
        var logits = T.Logits(x, tensor(ordering.Order), tensor(ordering.Degrees), ones(h, n, dtype: float64), ones(h, dtype: float64), ones(n, h, dtype: float64), ones(n, dtype: float64));
        Must.Be([n, n], logits.shape, "the shape of Logits");
        MustTensor.HaveAGradient(logits, "Logits");
        logits.diagonal().sum().backward();
        double[][] paths = [.. ordering.Order.Select(to => ordering.Order.Select(from => (double)ordering.Degrees.Count(degree => from <= degree && degree < to)).ToArray())];
        MustTensor.Be(Tensor(paths), x.grad, "with all weights 1, the gradient [d, e] of logit d to variable e");
    }

    [Law]
    public static void The_probabilities_of_all_vectors_add_up_to_1(Ordering ordering)
    {
        using var scope = NewDisposeScope();
        double[] x = [.. ordering.Vectors.SelectMany(row => row)], logits = MustTensor.Read(Logits(ordering));
        Must.Be(x.Length, logits.Length, "the number of elements of Logits of all vectors");
        double sum = LogProbabilities(x, logits, ordering.Variables).Sum(Math.Exp);
        Must.Hold(Math.Abs(sum - 1) <= 1e-9, $"the probabilities of all {x.Length / ordering.Variables} vectors should add up to 1 but give {Digits.Few(sum, 1)}");
    }

    [Law]
    public static void The_names_of_the_variables_do_not_matter(Ordering ordering)
    {
        using var scope = NewDisposeScope();
        var (w1, b1, w2, b2) = ordering.Weights();
        var (x, order, degrees) = (Tensor(ordering.Vectors), tensor(ordering.Order), tensor(ordering.Degrees));
        var expected = T.Logits(x, order, degrees, w1, b1, w2, b2).roll(1, 1);
        var actual = T.Logits(x.roll(1, 1), order.roll(1, 0), degrees, w1.roll(1, 1), b1, w2.roll(1, 0), b2.roll(1, 0));
        MustTensor.Be(expected, actual, "with the last variable named first, Logits");
    }

    [Law]
    public static void Masked_weights_do_not_count(Ordering ordering)
    {
        using var scope = NewDisposeScope();
        var (w1, b1, w2, b2) = ordering.Weights();
        var (order, degrees) = (tensor(ordering.Order), tensor(ordering.Degrees));
        var (off1, off2) = (degrees.unsqueeze(1) < order, order.unsqueeze(1) <= degrees); // [H, n], [n, H]
        foreach (var (first, second) in ((double, double)[])[(-3, 5), (double.NaN, 1), (1, double.NaN), (double.PositiveInfinity, double.NegativeInfinity)])
        {
            string where = $"with {Show.Of(first)} and {Show.Of(second)} for the masked weights of W1 and W2";
            var (other1, other2) = (w1.masked_fill(off1, first).requires_grad_(), w2.masked_fill(off2, second).requires_grad_());
            var actual = T.Logits(Tensor(ordering.Vectors), order, degrees, other1, b1, other2, b2);
            MustTensor.Be(Logits(ordering), actual, $"{where}, Logits");
            actual.sum().backward();
            if (other1.grad is null || other2.grad is null) throw new LawBroken("Logits has no gradient to the weights");
            MustTensor.Be(zeros_like(w1), other1.grad.masked_fill(~off1, 0), $"{where}, the gradient to those of W1");
            MustTensor.Be(zeros_like(w2), other2.grad.masked_fill(~off2, 0), $"{where}, the gradient to those of W2");
        }
    }

    [Law(MaxTest = 100)]
    public static void A_weight_of_NaN_that_is_not_masked_reaches_its_logit(Ordering ordering)
    {
        using var scope = NewDisposeScope();
        var (w1, b1, w2, b2) = ordering.Weights();
        var (order, degrees) = (tensor(ordering.Order), tensor(ordering.Degrees));
        var reads = order > degrees[0]; // [n]: whose logit reads the first unit
        var first = (arange(ordering.Hidden) == 0) & reads.unsqueeze(1); // [n, H]
        var actual = T.Logits(Tensor(ordering.Vectors), order, degrees, w1, b1, w2.masked_fill(first, double.NaN), b2);
        MustTensor.Be(Logits(ordering).masked_fill(reads, double.NaN), actual, "with NaN for those weights of W2 that read the first unit, Logits");
    }

    [Law(MaxTest = 15)]
    public static void The_gradient_is_the_slope(Ordering ordering)
    {
        using var scope = NewDisposeScope();
        var (w1, b1, w2, b2) = ordering.Weights();
        b1 = b1 + 1.0 / 1024; // no unit is at the kink of relu
        var (x, order, degrees) = (Tensor(ordering.Vectors), tensor(ordering.Order), tensor(ordering.Degrees));
        var weights = Regions.WeightsLike(x);
        Tensor Sum(Tensor x, Tensor w1, Tensor b1, Tensor w2, Tensor b2) => (T.Logits(x, order, degrees, w1, b1, w2, b2) * weights).sum();
        MustTensor.HaveTheGradientOfItsValues(at => Sum(x, at, b1, w2, b2), w1, "a weighted sum of Logits by W1,");
        MustTensor.HaveTheGradientOfItsValues(at => Sum(x, w1, at, w2, b2), b1, "a weighted sum of Logits by b1,");
        MustTensor.HaveTheGradientOfItsValues(at => Sum(x, w1, b1, at, b2), w2, "a weighted sum of Logits by W2,");
        MustTensor.HaveTheGradientOfItsValues(at => Sum(x, w1, b1, w2, at), b2, "a weighted sum of Logits by b2,");
    }

    [Law]
    public static void The_type_of_the_weights_is_kept(Ordering ordering)
    {
        using var scope = NewDisposeScope();
        var (w1, b1, w2, b2) = ordering.Weights();
        var logits = T.Logits(Tensor(ordering.Vectors).to(float32), tensor(ordering.Order), tensor(ordering.Degrees),
            w1.to(float32), b1.to(float32), w2.to(float32), b2.to(float32));
        MustTensor.Be(Logits(ordering).to(float32), logits, "Logits in float32", 1e-5, 1e-5);
    }

    [Law(MaxTest = 100)]
    public static void However_the_numbers_lie_in_memory_they_are_read_rightly_and_left_unchanged(Ordering ordering, Layout layout)
    {
        using var scope = NewDisposeScope();
        var (w1, b1, w2, b2) = ordering.Weights();
        Tensor[] plain = [Tensor(ordering.Vectors), tensor(ordering.Order), tensor(ordering.Degrees), w1, b1, w2, b2], given = [.. plain.Zip((string[])["x", "order", "degrees", "W1", "b1", "W2", "b2"], (tensor, name) => tensor.In(layout, name))];
        var (hidden, output) = T.Masks(given[1], given[2]);
        var (rightHidden, rightOutput) = T.Masks(plain[1].clone(), plain[2].clone());
        MustTensor.Be(rightHidden, hidden, "Hidden, the mask of W1,");
        MustTensor.Be(rightOutput, output, "Output, the mask of W2,");
        MustTensor.Be(Logits(ordering), T.Logits(given[0], given[1], given[2], given[3], given[4], given[5], given[6]), "Logits");
    }

    [Law(BeyondExamples = true)]
    public static void Many_variables_units_and_vectors_take_no_more_operations_than_few()
    {
        using var scope = NewDisposeScope();
        Tensor[] Masks(int n, int h)
        {
            var (hidden, output) = T.Masks(arange(1, n + 1), ones(h, int64));
            return [hidden, output];
        }
        Tensor[] Logits(int count, int n, int h) => [T.Logits(ones(count, n), arange(1, n + 1), ones(h, int64), ones(h, n), ones(h), ones(n, h), ones(n))];
        foreach (var (count, n, h, items) in ((int, int, int, string)[])[(60, 2, 2, "vectors"), (2, 60, 2, "variables"), (2, 2, 60, "units")])
        {
            MustTensor.NotLoop(() => Masks(2, 2), () => Masks(n, h), "Masks", items);
            MustTensor.NotLoop(() => Logits(2, 2, 2), () => Logits(count, n, h), "Logits", items);
        }
    }

    [Law]
    public static void It_agrees_with_the_golden_data()
    {
        using var scope = NewDisposeScope();
        foreach (string name in (string[])["made_natural", "made_permuted"])
        {
            var golden = Golden.Read("autoregressive.json")["models"]![name]!;
            var (order, degrees) = (golden["order"]!.Tensor(), golden["hidden_degrees"]!.Tensor()); // [6], [8]
            var (hidden, output) = T.Masks(order, degrees);
            MustTensor.Be(golden["mask1"]!.Tensor().to(ScalarType.Bool), hidden, $"Hidden of {name}");
            MustTensor.Be(golden["mask2"]!.Tensor().to(ScalarType.Bool), output, $"Output of {name}");
            double[][] x = new Ordering([1, 2, 3, 4, 5, 6], [1], 0).Vectors; // [64, 6]
            var logits = T.Logits(Tensor(x), order, degrees, golden["W1"]!.Tensor(), golden["b1"]!.Tensor(), golden["W2"]!.Tensor(), golden["b2"]!.Tensor());
            Must.Be([64, 6], logits.shape, $"the shape of Logits of {name}");
            MustTensor.Be(golden["logits_first_8_and_last_8"]!.Tensor(), cat([logits[..8], logits[56..]]), $"the first 8 and last 8 Logits of {name}");
            double[] all = LogProbabilities([.. x.SelectMany(row => row)], MustTensor.Read(logits), 6);
            MustTensor.Be(golden["log_prob_all_vectors"]!.Tensor(), tensor(all), $"log p by the Logits of {name}");
        }
    }

    [Law(MaxTest = 10)]
    public static void No_tensor_is_left_behind(Ordering ordering)
    {
        using var scope = NewDisposeScope();
        var (w1, b1, w2, b2) = ordering.Weights();
        var (x, order, degrees) = (Tensor(ordering.Vectors), tensor(ordering.Order), tensor(ordering.Degrees));
        MustTensor.LeaveNothing(() =>
        {
            var (hidden, output) = T.Masks(order, degrees);
            return [hidden, output];
        }, "Masks");
        MustTensor.LeaveNothing(() => [T.Logits(x, order, degrees, w1, b1, w2, b2)], "Logits");
    }

    private static Tensor Logits(Ordering ordering)
    {
        var (w1, b1, w2, b2) = ordering.Weights();
        return T.Logits(Tensor(ordering.Vectors), tensor(ordering.Order), tensor(ordering.Degrees), w1, b1, w2, b2);
    }

    /// <summary>The sum over the bits of a vector of log σ(z), or of log(1 - σ(z)) where the bit is 0.</summary>
    private static double[] LogProbabilities(double[] x, double[] logits, int n) =>
        [.. Enumerable.Range(0, x.Length / n).Select(r => Enumerable.Range(r * n, n).Sum(at => -Softplus(x[at] == 1 ? -logits[at] : logits[at])))];

    private static double Softplus(double t) => Math.Max(t, 0) + Math.Log(1 + Math.Exp(-Math.Abs(t)));
}

public sealed class MaskedAutoregressionTests : MaskedAutoregressionProperties<MaskedAutoregression>;
