namespace Etudes.ML;

public abstract class InfoNceProperties<T> where T : IInfoNce
{
    [Law]
    public static void The_loss_is_the_cross_entropy_of_each_row_at_its_own_column(Matrix numbers, int choice)
    {
        using var scope = NewDisposeScope();
        double[][] scores = Scores(numbers);
        double temperature = Temperature(choice);
        double expected = Enumerable.Range(0, scores.Length).Average(i => LogSumExp(scores[i].Select(s => (s - scores[i][i]) / temperature)));
        MustTensor.Be(expected, T.Loss(Tensor(scores), temperature), $"Loss of {Show.Of(scores)} at temperature {Show.Of(temperature)}");
    }

    [Law]
    public static void The_bound_is_log_K_less_the_loss(Matrix numbers, int choice)
    {
        using var scope = NewDisposeScope();
        double[][] scores = Scores(numbers);
        double temperature = Temperature(choice);
        double expected = Math.Log(scores.Length) - T.Loss(Tensor(scores), temperature).sum().item<double>();
        MustTensor.Be(expected, T.Bound(Tensor(scores), temperature), $"Bound of {Show.Of(scores)} at temperature {Show.Of(temperature)}");
    }

    [Law]
    public static void The_loss_is_at_least_0_and_the_bound_at_most_log_K(Matrix numbers, int choice)
    {
        using var scope = NewDisposeScope();
        double[][] scores = Scores(numbers);
        double temperature = Temperature(choice), most = Math.Log(scores.Length);
        double loss = T.Loss(Tensor(scores), temperature).sum().item<double>(), bound = T.Bound(Tensor(scores), temperature).sum().item<double>();
        Must.Hold(loss >= -1e-9, $"Loss of {Show.Of(scores)} should be at least 0 but is {Show.Of(loss)}");
        Must.Hold(bound <= most + 1e-9, $"Bound of {Show.Of(scores)} should be at most {Show.Of(most)} but is {Show.Of(bound)}");
    }

    [Law]
    public static void The_temperature_divides_the_scores(Matrix numbers, int choice)
    {
        using var scope = NewDisposeScope();
        var scores = Tensor(Scores(numbers));
        double temperature = Temperature(choice);
        double expected = T.Loss(scores / temperature, 1).sum().item<double>();
        MustTensor.Be(expected, T.Loss(scores, temperature), $"Loss of {Show.Of(Scores(numbers))} at temperature {Show.Of(temperature)}");
    }

    [Law]
    public static void The_order_of_the_pairs_does_not_matter(Matrix numbers, int turn)
    {
        using var scope = NewDisposeScope();
        var scores = Tensor(Scores(numbers));
        int by = turn % (int)scores.shape[0];
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
        double[][] added = Given.As("scores", small.Select((row, i) => row.Select(s => s + 8192 * (i + 1)).ToArray()).ToArray()); // eighths: float has room for all
        MustTensor.Be(T.Loss(Tensor(small), 1).to(float32), T.Loss(Tensor(added).to(float32), 1), "of float32 scores, Loss", 1e-5, 1e-5);
        MustTensor.Be(T.Bound(Tensor(small), 1).to(float32), T.Bound(Tensor(added).to(float32), 1), "of float32 scores, Bound", 1e-5, 1e-5);
    }

    [Law]
    public static void The_loss_and_its_gradient_stay_finite_for_scores_of_ten_thousand(Matrix numbers, int choice)
    {
        using var scope = NewDisposeScope();
        double temperature = Given.As("temperature", choice % 6 == 5 ? 1e-3 : Temperature(choice));
        double[][] scores = Given.As("scores", Scores(numbers).Select(row => row.Select(s => 1e4 * Math.Sign(s)).ToArray()).ToArray());
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

    [Law(MaxTest = 40)]
    public static void Over_all_batches_the_mean_bound_is_at_most_the_mutual_information(Matrix numbers, int pairs)
    {
        using var scope = NewDisposeScope();
        int k = 2 + pairs % 2;
        double[][] table = Joint(numbers);
        double[] px = [.. table.Select(row => row.Sum())], py = [.. Enumerable.Range(0, 2).Select(y => table.Sum(row => row[y]))];
        double[][] best = [.. table.Select((row, x) => row.Select((p, y) => Math.Log(p / px[x] / py[y])).ToArray())];
        double information = s_cells.Sum(cell => table[cell.X][cell.Y] * best[cell.X][cell.Y]);
        foreach (double[][] critic in (double[][][])[best, [.. best.Select((row, x) => row.Select((f, y) => f + numbers.Rows[0][x ^ y] % 3).ToArray())]])
        {
            double mean = Batches(k).Sum(batch => batch.Aggregate(1.0, (product, cell) => product * table[cell.X][cell.Y])
                * T.Bound(Tensor([.. batch.Select(row => batch.Select(column => critic[row.X][column.Y]).ToArray())]), 1).sum().item<double>());
            Must.Hold(mean <= information + 1e-9,
                $"over all batches of {k} pairs from {Show.Of(table)}, scored by {Show.Of(critic)}, the mean Bound should be at most {Show.Of(information)} but is {Show.Of(mean)}");
        }
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
    public static void The_mean_bound_of_the_best_scores_is_the_golden_one()
    {
        using var scope = NewDisposeScope();
        var golden = Golden.Read("nce_mi.json")["mutual_information"]!;
        double[] joint = MustTensor.Read(golden["joint"]!.Tensor()); // [3, 3]
        double[] px = [.. Enumerable.Range(0, 3).Select(x => joint[(3 * x)..(3 * x + 3)].Sum())], py = [.. Enumerable.Range(0, 3).Select(y => joint[y] + joint[3 + y] + joint[6 + y])];
        foreach (var expected in golden["infonce_bound"]!.AsArray())
        {
            int k = (int)expected!["K"]!;
            double mean = 0;
            for (int at = 0; at < 9; at++)
                foreach (var (negatives, probability) in Negatives(k - 1, py))
                {
                    // Only one row's expectation is asked for: let all rows be it, each with its y on the diagonal.
                    double[] row = [.. negatives.Prepend(at % 3).Select(y => Math.Log(joint[at / 3 * 3 + y] / px[at / 3] / py[y]))];
                    double[][] scores = [.. Enumerable.Range(0, k).Select(i => Enumerable.Range(0, k).Select(j => row[(j - i + k) % k]).ToArray())];
                    mean += joint[at] * probability * T.Bound(Tensor(scores), 1).sum().item<double>();
                }
            double right = expected["expected_bound_with_optimal_critic"]!.Number();
            Must.Hold(Math.Abs(mean - right) <= 1e-9, $"over all batches of {k} pairs from the golden table, the mean Bound of the best scores should be {Show.Of(right)} but is {Show.Of(mean)}");
        }
    }

    [Law]
    public static void Scores_that_are_not_square_and_temperatures_not_above_0_throw()
    {
        using var scope = NewDisposeScope();
        foreach (long[] shape in (long[][])[[], [3], [2, 3], [3, 2], [1, 2], [0, 0], [1, 2, 2], [2, 2, 2]])
        {
            Must.Throw<ArgumentException>(() => T.Loss(zeros(shape), 1), $"Loss of the shape {Show.Of(shape)}");
            Must.Throw<ArgumentException>(() => T.Bound(zeros(shape), 1), $"Bound of the shape {Show.Of(shape)}");
        }
        foreach (double temperature in (double[])[0, -0.1, double.NaN, double.PositiveInfinity, double.NegativeInfinity])
        {
            Must.Throw<ArgumentOutOfRangeException>(() => T.Loss(zeros(2, 2), temperature), $"Loss at temperature {Show.Of(temperature)}");
            Must.Throw<ArgumentOutOfRangeException>(() => T.Bound(zeros(2, 2), temperature), $"Bound at temperature {Show.Of(temperature)}");
        }
    }

    [Law(MaxTest = 100)]
    public static void However_the_scores_lie_in_memory_they_are_read_rightly_and_left_unchanged(Matrix numbers, Layout layout)
    {
        using var scope = NewDisposeScope();
        var plain = Tensor(Scores(numbers));
        var given = plain.In(layout);
        MustTensor.Be(T.Loss(plain.clone(), 0.5), T.Loss(given, 0.5), "Loss");
        MustTensor.Be(T.Bound(plain.clone(), 0.5), T.Bound(given, 0.5), "Bound");
        MustTensor.Be(plain, given, "afterwards, the caller's scores", 0, 0);
    }

    [Law(OfCost = true)]
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

    private static readonly (int X, int Y)[] s_cells = [(0, 0), (0, 1), (1, 0), (1, 1)];

    /// <summary>All batches of k pairs of two bits.</summary>
    private static IEnumerable<(int X, int Y)[]> Batches(int k) =>
        Enumerable.Range(0, 1 << 2 * k).Select(r => Enumerable.Range(0, k).Select(i => s_cells[r >> 2 * i & 3]).ToArray());

    /// <summary>How often each of three values of y comes among some draws, with the probability of it: the order does not matter.</summary>
    private static IEnumerable<(IEnumerable<int> Draws, double Probability)> Negatives(int count, double[] py)
    {
        static double Factorial(int n) => Enumerable.Range(1, n).Aggregate(1.0, (product, i) => product * i);
        return from a in Enumerable.Range(0, count + 1)
               from b in Enumerable.Range(0, count - a + 1)
               let c = count - a - b
               let ways = Factorial(count) / (Factorial(a) * Factorial(b) * Factorial(c))
               select (Enumerable.Repeat(0, a).Concat(Enumerable.Repeat(1, b)).Concat(Enumerable.Repeat(2, c)), ways * Math.Pow(py[0], a) * Math.Pow(py[1], b) * Math.Pow(py[2], c));
    }

    /// <summary>A table of two bits, no cell of it 0.</summary>
    private static double[][] Joint(Matrix numbers)
    {
        double[] cells = [.. s_cells.Select(cell => 0.1 + Math.Min(Math.Abs(numbers.Rows[cell.X % numbers.Count][cell.Y]), 3) + (cell.X == cell.Y ? 1 : 0))];
        return [[cells[0] / cells.Sum(), cells[1] / cells.Sum()], [cells[2] / cells.Sum(), cells[3] / cells.Sum()]];
    }

    /// <summary>As many columns as the matrix has rows.</summary>
    private static double[][] Scores(Matrix numbers) =>
        Given.As("scores", numbers.Rows.Select((row, i) => Enumerable.Range(0, numbers.Count).Select(j => row[j % numbers.Width] + (3 * i + 5 * j) % 7 / 8.0).ToArray()).ToArray());

    private static double[][] Tamed(Matrix numbers) => Given.As("scores", Scores(numbers).Select(row => row.Select(s => Math.Clamp(s, -5, 5)).ToArray()).ToArray());

    private static double Temperature(int choice) => Given.As("temperature", ((double[])[1, 0.5, 0.1, 2, 0.07])[choice % 5]);

    private static double LogSumExp(IEnumerable<double> terms)
    {
        double most = terms.Max();
        return most + Math.Log(terms.Sum(t => Math.Exp(t - most)));
    }

    private static Tensor Tensor(double[][] rows) => tensor(rows.SelectMany(row => row).ToArray(), rows.Length, rows[0].Length);
}

public sealed class InfoNceTests : InfoNceProperties<InfoNce>;
