namespace Etudes.ML;

public abstract class AncestralSamplingProperties<T> where T : IAncestralSampling
{
    [Law]
    public static void Each_bit_is_drawn_from_the_bits_before_it(Matrix numbers)
    {
        using var scope = NewDisposeScope();
        int n = numbers.Width;
        double[][] uniforms = Uniforms(numbers.Count, n);
        double[][] expected = [.. uniforms.Select(row => Draw(numbers, row))];
        MustTensor.Be(Tensor(expected), T.Sample(Tensor(uniforms), W(numbers, n), B(numbers, n)), $"Sample of uniforms {Show.Of(uniforms)}", 0, 0);
    }

    [Law]
    public static void Uniforms_on_its_side_of_every_conditional_draw_any_vector(Matrix numbers)
    {
        using var scope = NewDisposeScope();
        int n = numbers.Width;
        var (vectors, small) = (Vectors(n), Small(numbers));
        double[][] uniforms = [.. vectors.Select(x => x.Select((bit, i) => bit == 1 ? P(small, i, x) / 2 : (1 + P(small, i, x)) / 2).ToArray())];
        var sample = T.Sample(Tensor(uniforms), W(small, n), B(small, n));
        MustTensor.Be(Tensor(vectors), sample, $"of all vectors of {n} bits, with uniforms that draw them, Sample", 0, 0);
    }

    [Law(MaxTest = 60)]
    public static void In_a_grid_of_uniforms_every_vector_is_as_frequent_as_it_is_probable(Matrix numbers)
    {
        using var scope = NewDisposeScope();
        const int points = 40, all = points * points; // of each of two uniforms, in the middle of its fortieth
        double[][] uniforms = [.. Enumerable.Range(0, all).Select(at => (double[])[(at / points + 0.5) / points, (at % points + 0.5) / points])];
        double[] sample = MustTensor.Read(T.Sample(Tensor(uniforms), W(numbers, 2), B(numbers, 2)));
        Must.Be(2 * all, sample.Length, "the number of elements of Sample");
        foreach (double[] x in Vectors(2))
        {
            double probability = Enumerable.Range(0, 2).Aggregate(1.0, (product, i) => product * (x[i] == 1 ? P(numbers, i, x) : 1 - P(numbers, i, x)));
            double frequency = Enumerable.Range(0, all).Count(r => sample[2 * r] == x[0] && sample[2 * r + 1] == x[1]) / (double)all;
            // A fortieth is given to either side whole: a conditional is off by half of one at most, two by one.
            Must.Hold(Math.Abs(frequency - probability) <= 1.0 / points,
                $"with every pair of {points} uniforms once, the frequency of {Show.Of(x)} should be within {Show.Of(1.0 / points)} of {Show.Of(probability)} but is {Show.Of(frequency)}");
        }
    }

    [Law]
    public static void A_uniform_that_equals_its_probability_gives_0()
    {
        using var scope = NewDisposeScope();
        var (none, impossible) = (zeros(2, dtype: float64), full(2, -1e4, dtype: float64));
        MustTensor.Be(zeros(1, 2, dtype: float64), T.Sample(full(1, 2, 0.5, dtype: float64), zeros(2, 2, dtype: float64), none), "of uniforms 0.5 where p is 1/2, Sample");
        MustTensor.Be(zeros(1, 2, dtype: float64), T.Sample(zeros(1, 2, dtype: float64), zeros(2, 2, dtype: float64), impossible), "of uniforms 0 where p is 0, Sample");
    }

    [Law]
    public static void Later_uniforms_do_not_move_earlier_bits(Matrix numbers, int bit)
    {
        using var scope = NewDisposeScope();
        int n = numbers.Width, first = 1 + bit % (n - 1);
        double[][] uniforms = Uniforms(8, n);
        double[][] moved = [.. uniforms.Select(row => row.Select((u, i) => i < first ? u : 1 - u - 1e-3).ToArray())];
        var expected = T.Sample(Tensor(uniforms), W(numbers, n), B(numbers, n));
        var actual = T.Sample(Tensor(moved), W(numbers, n), B(numbers, n));
        Must.Be(expected.shape, actual.shape, "with other uniforms, the shape of Sample");
        MustTensor.Be(expected.narrow(1, 0, first), actual.narrow(1, 0, first), $"with other uniforms from bit {first} on, the bits before it", 0, 0);
    }

    [Law]
    public static void A_vector_of_a_batch_is_drawn_as_it_is_alone(Matrix numbers)
    {
        using var scope = NewDisposeScope();
        int n = numbers.Width;
        var (u, w, b) = (Tensor(Uniforms(6, n)), W(numbers, n), B(numbers, n));
        var all = T.Sample(u, w, b);
        Must.Be([6, n], all.shape, "the shape of Sample");
        for (int r = 0; r < 6; r++)
            MustTensor.Be(T.Sample(u[r..(r + 1)], w, b), all[r..(r + 1)], $"vector {r} of the batch", 0, 0);
    }

    [Law]
    public static void Weights_on_or_above_the_diagonal_do_not_count(Matrix numbers)
    {
        using var scope = NewDisposeScope();
        int n = numbers.Width;
        var (u, w, b) = (Tensor(Uniforms(8, n)), W(numbers, n), B(numbers, n));
        MustTensor.Be(T.Sample(u, w, b), T.Sample(u, w.tril(-1) - 3 * ones_like(w).triu(), b), "with -3 on and above the diagonal of W, Sample", 0, 0);
    }

    [Law]
    public static void The_type_of_the_weights_is_kept(Matrix numbers)
    {
        using var scope = NewDisposeScope();
        int n = numbers.Width;
        var small = Small(numbers);
        double[] first = [.. Enumerable.Repeat(1.0, n)];
        double[][] uniforms = [[.. Enumerable.Range(0, n).Select(i => P(small, i, first) / 2)]];
        var sample = T.Sample(Tensor(uniforms).to(float32), W(small, n).to(float32), B(small, n).to(float32));
        MustTensor.Be(ones(1, n), sample, "in float32, of uniforms that draw ones, Sample", 0, 0);
    }

    [Law]
    public static void Weights_of_ten_thousand_decide_every_bit(Matrix numbers)
    {
        using var scope = NewDisposeScope();
        int n = numbers.Width;
        var large = new Matrix([.. numbers.Rows.Select(row => row.Select(x => x > 0 ? 1e4 : -1e4).ToArray())]);
        double[] u = [.. Enumerable.Repeat(0.5, n)];
        MustTensor.Be(Tensor([Draw(large, u)]), T.Sample(Tensor([u]), W(large, n), B(large, n)), "with weights of 1e4 and uniforms 0.5, Sample", 0, 0);
    }

    [Law]
    public static void It_agrees_with_the_golden_data()
    {
        using var scope = NewDisposeScope();
        var golden = Golden.Read("autoregressive.json")["models"]!["fvsbn"]!;
        var sample = T.Sample(golden["sample_uniforms"]!.Tensor(), golden["W"]!.Tensor(), golden["b"]!.Tensor()); // [12, 6]
        MustTensor.Be(golden["samples"]!.Tensor().to(float64), sample, "Sample of the golden uniforms", 0, 0);
    }

    [Law]
    public static void The_uniforms_and_the_weights_are_left_unchanged(Matrix numbers)
    {
        using var scope = NewDisposeScope();
        int n = numbers.Width;
        var (u, w, b) = (Tensor(Uniforms(4, n)), W(numbers, n), B(numbers, n));
        T.Sample(u, w, b);
        Must.LeaveAlone(Uniforms(4, n).SelectMany(row => row), MustTensor.Read(u));
        Must.LeaveAlone(MustTensor.Read(W(numbers, n)), MustTensor.Read(w));
        Must.LeaveAlone(MustTensor.Read(B(numbers, n)), MustTensor.Read(b));
    }

    [Law]
    public static void Shapes_that_do_not_belong_together_and_uniforms_outside_0_to_1_throw()
    {
        using var scope = NewDisposeScope();
        // TorchSharp's matmul ends the process where sizes do not fit: in these they do, or broadcast.
        long[][][] wrong = [[[2, 3], [1, 3], [3]], [[2, 3], [3, 3], [1]], [[2, 3], [3, 3], [2, 3]], [[3], [3, 3], [3]], [[0, 3], [3, 3], [3]], [[2, 0], [0, 0], [0]]];
        foreach (var shapes in wrong)
            Must.Throw<ArgumentException>(() => T.Sample(zeros(shapes[0]), zeros(shapes[1]), zeros(shapes[2])), $"Sample of the shapes {Show.Of(shapes)}");
        foreach (double uniform in (double[])[-0.1, 1, 2, double.NaN])
            Must.Throw<ArgumentException>(() => T.Sample(tensor(new[] { 0, uniform }, 1, 2), zeros(2, 2, dtype: float64), zeros(2, dtype: float64)), $"Sample of [0, {Show.Of(uniform)}]");
    }

    [Law(MaxTest = 10)]
    public static void No_tensor_is_left_behind(Matrix numbers)
    {
        using var scope = NewDisposeScope();
        var (u, w, b) = (Tensor(Uniforms(4, 3)), W(numbers, 3), B(numbers, 3));
        MustTensor.LeaveNothing(() => [T.Sample(u, w, b)], "Sample");
    }

    /// <summary>The definition, bit by bit.</summary>
    private static double[] Draw(Matrix numbers, double[] uniforms)
    {
        var x = new double[uniforms.Length];
        for (int i = 0; i < x.Length; i++) x[i] = uniforms[i] < P(numbers, i, x) ? 1 : 0;
        return x;
    }

    /// <summary>The probability that bit i is 1 after the first i bits of x.</summary>
    private static double P(Matrix numbers, int i, double[] x) =>
        1 / (1 + Math.Exp(-Bias(numbers, i) - Enumerable.Range(0, i).Sum(j => Weight(numbers, i, j) * x[j])));

    /// <summary>Numbers so small that no probability is near 0 or 1.</summary>
    private static Matrix Small(Matrix numbers) => new([.. numbers.Rows.Select(row => row.Select(x => Math.Clamp(x, -1, 1)).ToArray())]);

    /// <summary>Thousandths spread evenly over [0, 1), by the golden section.</summary>
    private static double[][] Uniforms(int count, int n) =>
        [.. Enumerable.Range(0, count).Select(r => Enumerable.Range(0, n).Select(i => Math.Floor((0.3 + (r * n + i) * 0.6180339887) % 1 * 1000) / 1000).ToArray())];

    /// <summary>All vectors of n bits, the first bit the most significant.</summary>
    private static double[][] Vectors(int n) => [.. Enumerable.Range(0, 1 << n).Select(r => Enumerable.Range(0, n).Select(i => (double)(r >> n - 1 - i & 1)).ToArray())];

    private static double Weight(Matrix numbers, int i, int j) => numbers.Rows[i % numbers.Count][j % numbers.Width] + (i - 2 * j) / 8.0;

    private static double Bias(Matrix numbers, int i) => numbers.Rows[^1][(i + 1) % numbers.Width] / 2 - i / 4.0;

    private static Tensor W(Matrix numbers, int n) => tensor(Enumerable.Range(0, n * n).Select(at => Weight(numbers, at / n, at % n)).ToArray(), n, n);

    private static Tensor B(Matrix numbers, int n) => tensor(Enumerable.Range(0, n).Select(i => Bias(numbers, i)).ToArray());

    private static Tensor Tensor(double[][] rows) => tensor(rows.SelectMany(row => row).ToArray(), rows.Length, rows[0].Length);
}

public sealed class AncestralSamplingTests : AncestralSamplingProperties<AncestralSampling>;
