namespace Etudes.ML;

public abstract class MutualInformationProperties<T> : DistributionLaws<MutualInformationProperties<T>>, ITakesDistributions where T : IMutualInformation
{
    public static (string Place, long[] Shape, Func<Tensor, Tensor> Pass)[] Places => [("Information of p as a table 2 x 2", [1, 2, 2], T.Information)];

    [Law(First = true)]
    public static void It_is_the_entropies_of_both_less_that_of_the_pair(Matrix numbers)
    {
        using var scope = NewDisposeScope();
        double[][][] tables = [Table(numbers), Table(numbers, 1), Table(numbers, 2)];
        MustTensor.Be(tensor(tables.Select(Information).ToArray()), T.Information(Tensor(tables)), Name(tables));
    }

    [Law]
    public static void It_is_0_for_independent_variables_and_above_0_for_others(Matrix numbers)
    {
        using var scope = NewDisposeScope();
        double[][] table = Table(numbers), product = Product(table);
        double[] given = MustTensor.Read(T.Information(Tensor(product, table)));
        Must.Be(2, given.Length, "the number of elements of Information of 2 tables");
        Must.Hold(Math.Abs(given[0]) <= 1e-9, $"{Name(product)}, a product, should be 0 but is {Digits.Few(given[0])}");
        double distance = table.Zip(product, (row, other) => row.Zip(other, (a, b) => Math.Abs(a - b)).Sum()).Sum();
        Must.Hold(given[1] >= distance * distance / 2 - 1e-9, // Pinsker's inequality
            $"{Name(table)} should be at least {Digits.Few(distance * distance / 2, given[1])} but is {Digits.Few(given[1], distance * distance / 2)}");
    }

    [Law]
    public static void Either_variable_tells_as_much_about_the_other(Matrix numbers)
    {
        using var scope = NewDisposeScope();
        double[][] table = Table(numbers);
        var joint = Tensor(table, Table(numbers, 1));
        MustTensor.Be(T.Information(joint), T.Information(joint.transpose(1, 2)), $"with x and y exchanged, {Name(table)}");
    }

    [Law]
    public static void A_variable_tells_all_its_entropy_about_itself(Matrix numbers)
    {
        using var scope = NewDisposeScope();
        double[] p = [.. Table(numbers).SelectMany(row => row)];
        double entropy = -p.Where(a => a > 0).Sum(a => a * Math.Log(a));
        var information = T.Information(tensor(p).diag().unsqueeze(0)); // of [1, K, K]
        MustTensor.Be(tensor(new[] { entropy }), information, $"Information of the table with the diagonal {Digits.Few(p)}");
    }

    [Law]
    public static void What_is_computed_from_one_variable_tells_no_more_about_the_other(Matrix numbers)
    {
        using var scope = NewDisposeScope();
        double[][] table = Table(numbers);
        double before = Of(table);
        int b = numbers.Width;
        double Noise(int y) => Math.Abs(numbers.Rows[0][y]) % 4 / 4;
        double[][] noisy = [.. Enumerable.Range(0, b).Select(y => (double[])[Noise(y), 1 - Noise(y)])]; // p(z | y)
        double[][] merged = [.. Enumerable.Range(0, b).Select(y => Enumerable.Range(0, b - 1).Select(z => z == Math.Max(y - 1, 0) ? 1.0 : 0).ToArray())];
        foreach (double[][] channel in (double[][][])[noisy, merged])
        {
            double[][] computed = [.. table.Select(row => Enumerable.Range(0, channel[0].Length).Select(z => row.Select((p, y) => p * channel[y][z]).Sum()).ToArray())];
            double after = Of(computed);
            Must.Hold(after <= before + 1e-9, $"{Name(table)} is {Digits.Few(before, after)}; with y made into z by p(z | y) = {Digits.Few(channel)} it should not exceed that but is {Digits.Few(after, before)}");
        }
    }

    [Law]
    public static void A_value_split_in_two_by_a_coin_changes_nothing(Matrix numbers, int eighths)
    {
        using var scope = NewDisposeScope();
        double[][] table = Table(numbers);
        double part = eighths % 9 / 8.0;
        double[][] split = [.. table.Select(row => (double[])[row[0] * part, row[0] * (1 - part), .. row[1..]])];
        MustTensor.Be(tensor(new[] { Of(table) }), T.Information(Tensor(split)), $"with the first value of y split by {Show.Of(part)}, {Name(table)}");
    }

    [Law]
    public static void The_type_of_the_table_is_kept(Matrix numbers)
    {
        using var scope = NewDisposeScope();
        var joint = Tensor(Table(numbers), Table(numbers, 1));
        MustTensor.Be(T.Information(joint).to(float32), T.Information(joint.to(float32)), "Information in float32", absolute: 1e-5, relative: 1e-4);
    }

    [Law]
    public static void The_smallest_probabilities_give_a_finite_value()
    {
        using var scope = NewDisposeScope();
        foreach (var (type, tiny) in ((ScalarType, double)[])[(float64, 1e-200), (float64, 1e-300), (float64, double.Epsilon), (float32, 1e-30), (float32, float.Epsilon)])
        {
            double[][][] tables = [[[1, 0], [0, tiny]], [[tiny, 1], [0, 0]], [[tiny, tiny], [tiny, 1]]];
            MustTensor.Be(tensor(tables.Select(Information).ToArray()).to(type), T.Information(Tensor(tables).to(type)), $"in {type}, {Name(tables)}");
        }
    }

    [Law(MaxTest = 60)]
    public static void The_gradient_is_the_slope(Matrix numbers)
    {
        using var scope = NewDisposeScope();
        var above = Given.As(nameof(numbers), new Matrix([.. numbers.Rows.Select(row => row.Select(x => 1 + Math.Min(Math.Abs(x), 3)).ToArray())]));
        double[][] table = Table(above);
        MustTensor.HaveTheGradientOfItsValues(joint => T.Information(joint).sum(), Tensor(table), Name(table));
    }

    [Law]
    public static void The_gradient_is_exact_above_0_and_finite_at_zeros(Matrix numbers)
    {
        using var scope = NewDisposeScope();
        double[][] zeros = Table(numbers);
        zeros[0] = new double[numbers.Width]; // a value of x that never comes
        foreach (double[][] table in (double[][][])[Normalised(zeros), [[1e-200, 0.5], [0.25, 0.25]], [[1e-310, 0.5], [0.25, 0.25]]])
        {
            double[] px = [.. table.Select(row => row.Sum())], py = [.. Enumerable.Range(0, table[0].Length).Select(y => table.Sum(row => row[y]))];
            double[][] expected = [.. table.Select((row, x) => row.Select((p, y) => p > 0 ? Math.Log(p) - Math.Log(px[x]) - Math.Log(py[y]) - 1 : 0).ToArray())];
            var joint = Tensor(Given.As("table", table, of: nameof(numbers))).requires_grad_();
            T.Information(joint).sum().backward();
            if (joint.grad is not { } gradient) throw new LawBroken("Information has no gradient");
            Must.Hold(MustTensor.Read(gradient).All(double.IsFinite), $"the gradient of {Name(table)} should be finite but is {Digits.Few(MustTensor.Read(gradient))}");
            MustTensor.Be(Tensor(expected), gradient.masked_fill(joint == 0, 0), $"the gradient of {Name(table)}, without its cells of 0,");
        }
    }

    [Law]
    public static void A_table_may_be_off_1_by_a_thousandth_and_is_taken_as_it_is(Matrix numbers)
    {
        using var scope = NewDisposeScope();
        foreach (double[][] table in (double[][][])[[[1]], Table(numbers)])
        {
            double[][] Off(double by) => [.. table.Select(row => row.Select(p => p * (1 + by)).ToArray())];
            double[][][] near = [Off(9e-4), Off(-9e-4), table];
            MustTensor.Be(tensor(near.Select(Information).ToArray()), T.Information(Tensor(near)), Name(near));
        }
    }

    [Law]
    public static void It_agrees_with_the_golden_data()
    {
        using var scope = NewDisposeScope();
        var golden = Golden.Read("nce_mi.json")["mutual_information"]!;
        var joint = golden["joint"]!.Tensor().unsqueeze(0); // [1, 3, 3]
        MustTensor.Be(tensor(new[] { golden["mutual_information"]!.Number() }), T.Information(joint), "Information of the golden table", 1e-12, 1e-12);
        var independent = joint.sum(2, keepdim: true) * joint.sum(1, keepdim: true);
        MustTensor.Be(tensor(new[] { golden["independent_joint_mi"]!.Number() }), T.Information(independent), "Information of the product of its marginals", 1e-12, 1e-12);
    }

    [Law]
    public static void What_is_no_table_of_probabilities_throws()
    {
        using var scope = NewDisposeScope();
        double[][][] wrong = [[[0.5, 0.5], [0.5, -0.5]], [[double.NaN, 0.5], [0.5, 0]], [[0.5, 0.5], [0.5, 0.5]], [[0.4, 0.1], [0.1, 0.3]]];
        foreach (var table in wrong)
            MustTensor.Throw<ArgumentException>(() => T.Information(Tensor([[0.5, 0], [0, 0.5]], table)), Name(table));
        MustTensor.Throw<ArgumentException>(() => T.Information(Tensor([[0.4, 0.1], [0.1, 0.3]], [[0.6, 0.1], [0.1, 0.3]])), "Information of two tables whose sums are 0.9 and 1.1");
        foreach (long[] shape in (long[][])[[], [1], [1, 1], [0, 2, 2], [1, 0, 2], [1, 2, 0], [1, 1, 1, 1]])
            MustTensor.Throw<ArgumentException>(() => T.Information(ones(shape)), $"Information of the shape {Show.Of(shape)}");
    }

    [Law(MaxTest = 100)]
    public static void However_the_tables_lie_in_memory_they_are_read_rightly_and_left_unchanged(Matrix numbers, Layout layout)
    {
        using var scope = NewDisposeScope();
        double[][][] tables = [Table(numbers), Table(numbers, 1)];
        var given = Tensor(tables).In(layout, "tables");
        MustTensor.Be(T.Information(Tensor(tables)), T.Information(given), Name(tables));
    }

    [Law(BeyondExamples = true)]
    public static void Many_tables_and_cells_take_no_more_operations_than_few()
    {
        using var scope = NewDisposeScope();
        Tensor[] Of(int n, int a, int b) => [T.Information(full([n, a, b], 1.0 / (a * b)))];
        MustTensor.NotLoop(() => Of(2, 2, 2), () => Of(60, 2, 2), "Information", "tables");
        MustTensor.NotLoop(() => Of(2, 2, 2), () => Of(2, 60, 2), "Information", "values of x");
        MustTensor.NotLoop(() => Of(2, 2, 2), () => Of(2, 2, 60), "Information", "values of y");
    }

    [Law(MaxTest = 10)]
    public static void No_tensor_is_left_behind(Matrix numbers)
    {
        using var scope = NewDisposeScope();
        var joint = Tensor(Table(numbers));
        MustTensor.LeaveNothing(() => [T.Information(joint)], "Information");
    }

    /// <summary>A row for each value of x, a column for each of y; 0 where the number is not positive, others with another shift.</summary>
    private static double[][] Table(Matrix numbers, int shift = 0) =>
        Digits.Given(shift == 0 ? "table" : $"table {shift}", Normalised([.. numbers.Rows.Select((row, i) => row.Select((x, j) => Math.Max(x + shift * (1 - (i + j) % 3), 0)).ToArray())]), of: nameof(numbers));

    private static double[][] Normalised(double[][] rows)
    {
        double sum = rows.Sum(row => row.Sum());
        return sum > 0 ? [.. rows.Select(row => row.Select(x => x / sum).ToArray())]
            : [.. rows.Select((row, i) => row.Select((_, j) => i == rows.Length - 1 && j == 0 ? 1.0 : 0).ToArray())];
    }

    private static double[][] Product(double[][] table) =>
        [.. table.Select(row => Enumerable.Range(0, row.Length).Select(j => row.Sum() * table.Sum(other => other[j])).ToArray())];

    /// <summary>H(X) + H(Y) - H(X, Y).</summary>
    private static double Information(double[][] table)
    {
        static double Entropy(IEnumerable<double> p) => -p.Where(a => a > 0).Sum(a => a * Math.Log(a));
        return Entropy(table.Select(row => row.Sum())) + Entropy(Enumerable.Range(0, table[0].Length).Select(j => table.Sum(row => row[j])))
            - Entropy(table.SelectMany(row => row));
    }

    private static double Of(double[][] table)
    {
        double[] information = MustTensor.Read(T.Information(Tensor(table)));
        Must.Be(1, information.Length, "the number of elements of Information of one table");
        return information[0];
    }

    private static Tensor Tensor(params double[][][] tables) =>
        tensor(tables.SelectMany(table => table.SelectMany(row => row)).ToArray(), tables.Length, tables[0].Length, tables[0][0].Length);

    private static string Name(params double[][][] tables) => $"Information of {(tables.Length == 1 ? Digits.Few(tables[0]) : Digits.Few(tables))}";
}

public sealed class MutualInformationTests : MutualInformationProperties<MutualInformation>;
