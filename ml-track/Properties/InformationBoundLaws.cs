namespace Etudes.ML;

/// <summary>The bound over all batches: its mean, which no scores raise above the
/// mutual information.</summary>
public abstract class InformationBoundLaws<T> where T : IInfoNce
{
    [Law(MaxTest = 40)]
    public static void Over_all_batches_the_mean_bound_is_at_most_the_mutual_information(Matrix numbers, int pairs)
    {
        using var scope = NewDisposeScope();
        int k = Given.As(nameof(pairs), 2 + pairs % 2);
        double[][] table = Joint(numbers);
        double[] px = [.. table.Select(row => row.Sum())], py = [.. Enumerable.Range(0, 2).Select(y => table.Sum(row => row[y]))];
        double[][] best = [.. table.Select((row, x) => row.Select((p, y) => Math.Log(p / px[x] / py[y])).ToArray())];
        double information = s_cells.Sum(cell => table[cell.X][cell.Y] * best[cell.X][cell.Y]);
        foreach (double[][] critic in (double[][][])[best, [.. best.Select((row, x) => row.Select((f, y) => f + numbers.Rows[0][x ^ y] % 3).ToArray())]])
        {
            double mean = Batches(k).Sum(batch => batch.Aggregate(1.0, (product, cell) => product * table[cell.X][cell.Y])
                * T.Bound(Tensor([.. batch.Select(row => batch.Select(column => critic[row.X][column.Y]).ToArray())]), 1).sum().item<double>());
            Must.Hold(mean <= information + 1e-9,
                $"over all batches of {k} pairs from {Digits.Few(table)}, scored by {Digits.Few(critic)}, the mean Bound should be at most {Digits.Few(information, mean)} but is {Digits.Few(mean, information)}");
        }
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
            Must.Hold(Math.Abs(mean - right) <= 1e-9, $"over all batches of {k} pairs from the golden table, the mean Bound of the best scores should be {Digits.Few(right, mean)} but is {Digits.Few(mean, right)}");
        }
    }

    private static readonly (int X, int Y)[] s_cells = [(0, 0), (0, 1), (1, 0), (1, 1)];

    /// <summary>All batches of k pairs of two bits.</summary>
    private static IEnumerable<(int X, int Y)[]> Batches(int k) =>
        Enumerable.Range(0, 1 << 2 * k).Select(r => Enumerable.Range(0, k).Select(i => s_cells[r >> 2 * i & 3]).ToArray());

    /// <summary>How often each of three values of y comes among some draws, with the probability of
    /// it: the order does not matter.</summary>
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

    protected static Tensor Tensor(double[][] rows) => tensor(rows.SelectMany(row => row).ToArray(), rows.Length, rows[0].Length);
}
