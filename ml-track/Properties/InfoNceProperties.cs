namespace Etudes.ML;

public abstract class InfoNceProperties<T> : InformationBoundLaws<T> where T : IInfoNce
{
    [Law(First = true)]
    public static void The_loss_is_the_cross_entropy_of_each_row_at_its_own_column(Matrix numbers, int choice)
    {
        using var scope = NewDisposeScope();
        double[][] scores = Scores(numbers);
        double temperature = Temperature(choice);
        double expected = Enumerable.Range(0, scores.Length).Average(i => LogSumExp(scores[i].Select(s => (s - scores[i][i]) / temperature)));
        MustTensor.Be(expected, T.Loss(Tensor(scores), temperature), $"Loss of {Digits.Few(scores)} at temperature {Show.Of(temperature)}");
    }

    [Law(First = true)]
    public static void The_bound_is_log_K_less_the_loss(Matrix numbers, int choice)
    {
        using var scope = NewDisposeScope();
        double[][] scores = Scores(numbers);
        double temperature = Temperature(choice);
        double expected = Math.Log(scores.Length) - T.Loss(Tensor(scores), temperature).sum().item<double>();
        MustTensor.Be(expected, T.Bound(Tensor(scores), temperature), $"Bound of {Digits.Few(scores)} at temperature {Show.Of(temperature)}");
    }

    [Law]
    public static void The_loss_is_at_least_0_and_the_bound_at_most_log_K(Matrix numbers, int choice)
    {
        using var scope = NewDisposeScope();
        double[][] scores = Scores(numbers);
        double temperature = Temperature(choice), most = Math.Log(scores.Length);
        double loss = T.Loss(Tensor(scores), temperature).sum().item<double>(), bound = T.Bound(Tensor(scores), temperature).sum().item<double>();
        Must.Hold(loss >= -1e-9, $"Loss of {Digits.Few(scores)} should be at least 0 but is {Digits.Few(loss)}");
        Must.Hold(bound <= most + 1e-9, $"Bound of {Digits.Few(scores)} should be at most {Digits.Few(most, bound)} but is {Digits.Few(bound, most)}");
    }

    [Law]
    public static void The_temperature_divides_the_scores(Matrix numbers, int choice)
    {
        using var scope = NewDisposeScope();
        var scores = Tensor(Scores(numbers));
        double temperature = Temperature(choice);
        double expected = T.Loss(scores / temperature, 1).sum().item<double>();
        MustTensor.Be(expected, T.Loss(scores, temperature), $"Loss of {Digits.Few(Scores(numbers))} at temperature {Show.Of(temperature)}");
    }

    [Law]
    public static void The_order_of_the_pairs_does_not_matter(Matrix numbers, int turn)
    {
        using var scope = NewDisposeScope();
        var scores = Tensor(Scores(numbers));
        int by = Given.As(nameof(turn), turn % (int)scores.shape[0]);
        double expected = T.Loss(scores, 0.5).sum().item<double>();
        MustTensor.Be(expected, T.Loss(scores.flip(0, 1).roll([by, by], [0, 1]), 0.5), "with the pairs in another order, Loss");
    }

    [Law]
    public static void What_is_added_to_all_scores_of_one_x_changes_nothing(Matrix numbers)
    {
        using var scope = NewDisposeScope();
        var scores = Tensor(Scores(numbers));
        var added = arange(scores.shape[0], dtype: float64).unsqueeze(1) * 3 - 4; // [K, 1]
        double expected = T.Loss(scores, 0.5).sum().item<double>();
        MustTensor.Be(expected, T.Loss(scores + added, 0.5), "with 3 i - 4 added to row i of the scores, Loss");
    }

    [Law]
    public static void A_large_number_added_to_all_scores_of_one_x_takes_no_digits_away(Matrix numbers)
    {
        using var scope = NewDisposeScope();
        double[][] small = [.. Tamed(numbers).Select(row => row.Select(s => Math.Round(8 * s) / 8).ToArray())];
        double[][] added = Given.As("scores", small.Select((row, i) => row.Select(s => s + 8192 * (i + 1)).ToArray()).ToArray(), of: nameof(numbers)); // eighths: float has room for all
        MustTensor.Be(T.Loss(Tensor(small), 1).to(float32), T.Loss(Tensor(added).to(float32), 1), "of float32 scores, Loss", 1e-5, 1e-5);
        MustTensor.Be(T.Bound(Tensor(small), 1).to(float32), T.Bound(Tensor(added).to(float32), 1), "of float32 scores, Bound", 1e-5, 1e-5);
    }

    [Law]
    public static void The_loss_and_its_gradient_stay_finite_for_scores_of_ten_thousand(Matrix numbers, int choice)
    {
        using var scope = NewDisposeScope();
        double temperature = Given.As("temperature", choice % 6 == 5 ? 1e-3 : Temperature(choice), of: nameof(choice));
        double[][] scores = Given.As("scores", Scores(numbers).Select(row => row.Select(s => 1e4 * Math.Sign(s)).ToArray()).ToArray(), of: nameof(numbers));
        var large = Tensor(scores).requires_grad_();
        var loss = T.Loss(large, temperature);
        Must.Hold(MustTensor.Read(loss).All(double.IsFinite), $"Loss of scores of 1e4 should be finite but is {Show.Of(MustTensor.Read(loss))}");
        loss.sum().backward();
        if (large.grad is not { } gradient) throw new LawBroken("Loss has no gradient");
        Must.Hold(MustTensor.Read(gradient).All(double.IsFinite), "the gradient of Loss at scores of 1e4 should be finite");
    }

    [Law(MaxTest = 60)]
    public static void The_gradient_is_the_slope(Matrix numbers)
    {
        using var scope = NewDisposeScope();
        var scores = Tensor(Tamed(numbers));
        MustTensor.HaveTheGradientOfItsValues(s => T.Loss(s, 0.5), scores, "Loss");
        MustTensor.HaveTheGradientOfItsValues(s => T.Bound(s, 0.5), scores, "Bound");
    }

    [Law]
    public static void The_type_of_the_scores_is_kept(Matrix numbers)
    {
        using var scope = NewDisposeScope();
        var scores = Tensor(Tamed(numbers));
        MustTensor.Be(T.Loss(scores, 0.5).to(float32), T.Loss(scores.to(float32), 0.5), "of float32 scores, Loss", 1e-5, 1e-5);
        MustTensor.Be(T.Bound(scores, 0.5).to(float32), T.Bound(scores.to(float32), 0.5), "of float32 scores, Bound", 1e-5, 1e-5);
    }

    [Law]
    public static void It_agrees_with_the_golden_data()
    {
        using var scope = NewDisposeScope();
        var golden = Golden.Read("nce_mi.json")["infonce"]!;
        var scores = golden["scores"]!.Tensor().requires_grad_(); // [6, 6]
        var loss = T.Loss(scores, 1);
        MustTensor.Be(golden["loss_rows_mean"]!.Number(), loss, "Loss of the golden scores");
        MustTensor.Be(golden["mi_lower_bound"]!.Number(), T.Bound(scores, 1), "Bound of the golden scores");
        loss.backward();
        MustTensor.Be(golden["grad_scores_of_rows_mean"]!.Tensor(), scores.grad, "the gradient to the golden scores");
        var cosine = golden["cosine"]!;
        Tensor Unit(string name) => cosine[name]!.Tensor() / cosine[name]!.Tensor().pow(2).sum(1, keepdim: true).sqrt(); // [6, 4]
        MustTensor.Be(cosine["loss_rows_mean"]!.Number(), T.Loss(Unit("a").mm(Unit("b").t()), cosine["temperature"]!.Number()), "Loss of the golden cosines");
        MustTensor.Be(golden["perfect"]!["loss"]!.Number(), T.Loss(eye(6, dtype: float64) * 1000, 1), "Loss of 1000 on the diagonal");
        MustTensor.Be(golden["constant_scores"]!["mi_lower_bound"]!.Number(), T.Bound(ones(6, 6, dtype: float64), 1), "Bound of equal scores");
    }

    [Law]
    public static void Scores_that_are_not_square_and_temperatures_not_above_0_throw()
    {
        using var scope = NewDisposeScope();
        foreach (long[] shape in (long[][])[[], [3], [2, 3], [3, 2], [1, 2], [0, 0], [1, 2, 2], [2, 2, 2]])
        {
            MustTensor.Throw<ArgumentException>(() => T.Loss(zeros(shape), 1), $"Loss of the shape {Show.Of(shape)}");
            MustTensor.Throw<ArgumentException>(() => T.Bound(zeros(shape), 1), $"Bound of the shape {Show.Of(shape)}");
        }
        foreach (double temperature in (double[])[0, -0.0, -double.Epsilon, double.NaN, double.PositiveInfinity, double.NegativeInfinity])
        {
            MustTensor.Throw<ArgumentOutOfRangeException>(() => T.Loss(zeros(2, 2), temperature), $"Loss at temperature {Show.Of(temperature)}");
            MustTensor.Throw<ArgumentOutOfRangeException>(() => T.Bound(zeros(2, 2), temperature), $"Bound at temperature {Show.Of(temperature)}");
        }
    }

    [Law]
    public static void The_least_and_the_greatest_temperature_of_the_type_divide_0_as_any_other()
    {
        using var scope = NewDisposeScope();
        foreach (var (type, temperature) in ((ScalarType, double)[])[(float32, float.Epsilon), (float32, float.MaxValue), (float64, double.Epsilon), (float64, 1e-310), (float64, double.MaxValue)])
        {
            MustTensor.Be(Math.Log(2), T.Loss(zeros(2, 2, type), temperature), $"Loss of [[0, 0], [0, 0]] of {type} at temperature {Show.Of(temperature)}", 1e-7);
            MustTensor.Be(0, T.Bound(zeros(2, 2, type), temperature), $"Bound of [[0, 0], [0, 0]] of {type} at temperature {Show.Of(temperature)}", 1e-7);
        }
    }

    [Law(BeyondExamples = true)]
    public static void A_mean_over_2503_pairs_weighs_each_alike()
    {
        using var scope = NewDisposeScope();
        const int k = Sizes.Uneven;
        var scores = zeros(k, k);
        scores[k - 1, k - 1] = 100; // the last is chosen for sure
        double expected = Math.Log(k) * (k - 1) / k;
        MustTensor.Be(expected, T.Loss(scores, 1), $"of {k} pairs with all scores 0 but the last, which is 100, Loss", 1e-5, 1e-5);
    }

    [Law(MaxTest = 100)]
    public static void However_the_scores_lie_in_memory_they_are_read_rightly_and_left_unchanged(Matrix numbers, Layout layout)
    {
        using var scope = NewDisposeScope();
        var plain = Tensor(Scores(numbers));
        var given = plain.In(layout, "scores");
        MustTensor.Be(T.Loss(plain.clone(), 0.5), T.Loss(given, 0.5), "Loss");
        MustTensor.Be(T.Bound(plain.clone(), 0.5), T.Bound(given, 0.5), "Bound");
    }

    [Law(BeyondExamples = true)]
    public static void Many_pairs_take_no_more_operations_than_few()
    {
        using var scope = NewDisposeScope();
        MustTensor.NotLoop(() => [T.Loss(eye(2), 0.5)], () => [T.Loss(eye(60), 0.5)], "Loss", "pairs");
        MustTensor.NotLoop(() => [T.Bound(eye(2), 0.5)], () => [T.Bound(eye(60), 0.5)], "Bound", "pairs");
    }

    [Law(MaxTest = 10)]
    public static void No_tensor_is_left_behind(Matrix numbers)
    {
        using var scope = NewDisposeScope();
        var scores = Tensor(Scores(numbers));
        MustTensor.LeaveNothing(() => [T.Loss(scores, 0.5)], "Loss");
        MustTensor.LeaveNothing(() => [T.Bound(scores, 0.5)], "Bound");
    }

    /// <summary>As many columns as the matrix has rows.</summary>
    private static double[][] Scores(Matrix numbers) =>
        Given.As("scores", numbers.Rows.Select((row, i) => Enumerable.Range(0, numbers.Count).Select(j => row[j % numbers.Width] + (3 * i + 5 * j) % 7 / 8.0).ToArray()).ToArray(), of: nameof(numbers));

    private static double[][] Tamed(Matrix numbers) => Given.As("scores", Scores(numbers).Select(row => row.Select(s => Math.Clamp(s, -5, 5)).ToArray()).ToArray(), of: nameof(numbers));

    private static double Temperature(int choice) => Given.As("temperature", ((double[])[1, 0.5, 0.1, 2, 0.07])[choice % 5], of: nameof(choice));

    private static double LogSumExp(IEnumerable<double> terms)
    {
        double most = terms.Max();
        return most + Math.Log(terms.Sum(t => Math.Exp(t - most)));
    }
}

public sealed class InfoNceTests : InfoNceProperties<InfoNce>;
