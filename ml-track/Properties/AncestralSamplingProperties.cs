namespace Etudes.ML;

public abstract class AncestralSamplingProperties<T> : BeliefNetworkLaws<AncestralSamplingProperties<T>>, IBeliefNetworkPass where T : IAncestralSampling
{
    public static string Member => "Sample";

    public static string Named => "uniforms";

    public static Tensor Pass(Tensor rows, Tensor weights, Tensor bias) => T.Sample(rows, weights, bias);

    public static Tensor RowsFor(BeliefNetwork model, int count) => Noted(Uniforms(count, model.Bits));

    public static ((double Number, double Like)[] Legal, double[] Illegal) Ends(ScalarType type) => // p is 1/2
        ([(-0.0, 0), (type.Above(0), 0), (type.Below(1), 0.75), (type.Below(0.5), 0), (0.5, 0.75)], [type.Below(0), -0.1, 1, 2, double.NaN]);

    [Law(First = true)]
    public static void Each_bit_is_drawn_from_the_bits_before_it(BeliefNetwork model)
    {
        using var scope = NewDisposeScope();
        double[][] uniforms = Uniforms(1 + model.Bits, model.Bits);
        double[][] expected = [.. uniforms.Select(row => Draw(model, row))];
        MustTensor.Be(Tensor(expected), Of(model, uniforms), "Sample", 0, 0);
    }

    [Law(MaxTest = 100)]
    public static void Uniforms_on_its_side_of_every_conditional_draw_any_vector(BeliefNetwork model)
    {
        using var scope = NewDisposeScope();
        model = Tamed(model);
        foreach (double off in (double[])[0.5, 1e-9]) // float cannot tell such a uniform from its probability
        {
            double[][] uniforms = [.. model.Vectors.Select(x => x.Select((bit, i) => bit == 1 ? P(model, i, x) * (1 - off) : P(model, i, x) + (1 - P(model, i, x)) * off).ToArray())];
            MustTensor.Be(Tensor(model.Vectors), Of(model, uniforms), $"of all vectors of {model.Bits} bits, with uniforms that draw them, Sample", 0, 0);
        }
    }

    [Law(MaxTest = 60)]
    public static void In_a_grid_of_uniforms_every_vector_is_as_frequent_as_it_is_probable(BeliefNetwork model)
    {
        using var scope = NewDisposeScope();
        const int points = 40, all = points * points; // of each of two uniforms, in the middle of its fortieth
        model = Given.As(nameof(model), new BeliefNetwork([[0, 0], [model.Weights[^1][0], 0]], [model.Biases[0], model.Biases[^1]]));
        double[][] uniforms = [.. Enumerable.Range(0, all).Select(at => (double[])[(at / points + 0.5) / points, (at % points + 0.5) / points])];
        var (w, b) = model.Tensors();
        double[] sample = MustTensor.Read(T.Sample(Tensor(uniforms), w, b));
        Must.Be(2 * all, sample.Length, "the number of elements of Sample");
        foreach (double[] x in model.Vectors)
        {
            double probability = Enumerable.Range(0, 2).Aggregate(1.0, (product, i) => product * (x[i] == 1 ? P(model, i, x) : 1 - P(model, i, x)));
            double frequency = Enumerable.Range(0, all).Count(r => sample[2 * r] == x[0] && sample[2 * r + 1] == x[1]) / (double)all;
            // A fortieth is given to either side whole: a conditional is off by half of one at most, two by one.
            Must.Hold(Math.Abs(frequency - probability) <= 1.0 / points,
                $"with every pair of {points} uniforms once, the frequency of {Show.Of(x)} should be within {Digits.Few(1.0 / points)} of {Digits.Few(probability, frequency)} but is {Digits.Few(frequency, probability)}");
        }
    }

    [Law]
    public static void A_uniform_that_equals_its_probability_gives_0()
    {
        using var scope = NewDisposeScope();
        var (none, impossible) = (zeros(2, dtype: float64), full(2, -1e4, dtype: float64));
        MustTensor.Be(zeros(1, 2, dtype: float64), T.Sample(full(1, 2, 0.5, dtype: float64), zeros(2, 2, dtype: float64), none), "of uniforms 0.5 where p is 1/2, Sample");
        MustTensor.Be(zeros(1, 2, dtype: float64), T.Sample(zeros(1, 2, dtype: float64), zeros(2, 2, dtype: float64), impossible), "of uniforms 0 where p is 0, Sample");
        foreach (var type in (ScalarType[])[float32, float64])
            MustTensor.Be(ones(1, 2, type), T.Sample(full(1, 2, type.Below(1), type), zeros(2, 2, type), full(2, 1e4, type)), $"of uniforms next below 1 in {type} where p is 1, Sample");
    }

    [Law]
    public static void Later_uniforms_do_not_move_earlier_bits(BeliefNetwork model, int bit)
    {
        using var scope = NewDisposeScope();
        if (model.Bits == 1) return;
        int first = 1 + bit % (model.Bits - 1);
        double[][] uniforms = Uniforms(8, model.Bits);
        var expected = Of(model, uniforms);
        var actual = Of(model, [.. uniforms.Select(row => row.Select((u, i) => i < first ? u : 1 - u - 1e-3).ToArray())]);
        Must.Be(expected.shape, actual.shape, "with other uniforms, the shape of Sample");
        MustTensor.Be(expected.narrow(1, 0, first), actual.narrow(1, 0, first), $"with other uniforms from bit {first} on, the bits before it", 0, 0);
    }

    [Law(MaxTest = 60)]
    public static void A_vector_of_a_batch_is_drawn_as_it_is_alone(BeliefNetwork model)
    {
        using var scope = NewDisposeScope();
        double[][] uniforms = Uniforms(6, model.Bits);
        var all = Of(model, uniforms);
        Must.Be([6, model.Bits], all.shape, "the shape of Sample");
        for (int r = 0; r < 6; r++)
            MustTensor.Be(all[r..(r + 1)], Of(model, [uniforms[r]]), $"vector {r} of a batch of 6, drawn alone,", 0, 0);
    }

    [Law(MaxTest = 100)]
    public static void Weights_on_or_above_the_diagonal_do_not_count(BeliefNetwork model)
    {
        using var scope = NewDisposeScope();
        var (u, (w, b)) = (Tensor(Uniforms(8, model.Bits)), model.Tensors());
        var expected = T.Sample(u, w, b);
        foreach (double number in (double[])[-3, double.NaN, double.PositiveInfinity])
            MustTensor.Be(expected, T.Sample(u, w.masked_fill(ones_like(w).triu() == 1, number), b), $"with {Show.Of(number)} on and above the diagonal of W, Sample", 0, 0);
    }

    [Law]
    public static void The_type_of_the_weights_is_kept(BeliefNetwork model)
    {
        using var scope = NewDisposeScope();
        model = Tamed(model);
        var (w, b) = model.Tensors();
        double[] first = [.. Enumerable.Repeat(1.0, model.Bits)];
        double[][] uniforms = [[.. first.Select((_, i) => P(model, i, first) / 2)]];
        var sample = T.Sample(Noted(uniforms).to(float32), w.to(float32), b.to(float32));
        MustTensor.Be(ones(1, model.Bits), sample, "in float32, of uniforms that draw ones, Sample", 0, 0);
    }

    [Law]
    public static void Weights_of_ten_thousand_decide_every_bit(BeliefNetwork model)
    {
        using var scope = NewDisposeScope();
        model = Given.As(nameof(model), model.Each(x => x > 0 ? 1e4 : -1e4));
        double[] u = [.. Enumerable.Repeat(0.5, model.Bits)];
        MustTensor.Be(Tensor([Draw(model, u)]), Of(model, [u]), "with weights of 1e4, Sample", 0, 0);
    }

    [Law]
    public static void It_agrees_with_the_golden_data()
    {
        using var scope = NewDisposeScope();
        var golden = Golden.Read("autoregressive.json")["models"]!["fvsbn"]!;
        var sample = T.Sample(golden["sample_uniforms"]!.Tensor(), golden["W"]!.Tensor(), golden["b"]!.Tensor()); // [12, 6]
        MustTensor.Be(golden["samples"]!.Tensor().to(float64), sample, "Sample of the golden uniforms", 0, 0);
    }

    [Law(BeyondExamples = true)]
    public static void Many_vectors_take_no_more_operations_than_few()
    {
        using var scope = NewDisposeScope();
        Tensor[] Of(int count) => [T.Sample(full(count, 3, 0.5), ones(3, 3), zeros(3))];
        MustTensor.NotLoop(() => Of(2), () => Of(60), "Sample", "vectors");
    }

    [Law]
    public static void Two_thousand_bits_do_not_take_cubic_time()
    {
        using var scope = NewDisposeScope();
        const int n = 2000;
        var (u, chain, b) = (full(2, n, 0.5, dtype: float64), diag(full(n - 1, 2e4, dtype: float64), -1), full(n, -1e4, dtype: float64));
        (u[0, 0], b[0]) = (0.2, 0); // each bit is as the one before it
        MustTensor.Be(stack([ones(n, dtype: float64), zeros(n, dtype: float64)]), T.Sample(u, chain, b), $"of {n} bits that are as the one before, Sample", 0, 0);
    }

    [Law(MaxTest = 10)]
    public static void No_tensor_is_left_behind(BeliefNetwork model)
    {
        using var scope = NewDisposeScope();
        var (u, (w, b)) = (Tensor(Uniforms(4, model.Bits)), model.Tensors());
        MustTensor.LeaveNothing(() => [T.Sample(u, w, b)], "Sample");
    }

    private static Tensor Of(BeliefNetwork model, double[][] uniforms)
    {
        var (w, b) = model.Tensors();
        return T.Sample(Noted(uniforms), w, b);
    }

    private static Tensor Noted(double[][] uniforms) => Tensor(Given.As(nameof(uniforms), uniforms));

    /// <summary>The definition, bit by bit.</summary>
    private static double[] Draw(BeliefNetwork model, double[] uniforms)
    {
        var x = new double[uniforms.Length];
        for (int i = 0; i < x.Length; i++) x[i] = uniforms[i] < P(model, i, x) ? 1 : 0;
        return x;
    }

    /// <summary>The probability that bit i is 1 after the first i bits of x.</summary>
    private static double P(BeliefNetwork model, int i, double[] x) => 1 / (1 + Math.Exp(-model.Logit(i, x)));

    /// <summary>Numbers so small that no probability is near 0 or 1.</summary>
    private static BeliefNetwork Tamed(BeliefNetwork model) => Given.As(nameof(model), model.Each(x => Math.Clamp(x, -1, 1)));

    /// <summary>Thousandths spread evenly over [0, 1), by the golden section.</summary>
    private static double[][] Uniforms(int count, int n) =>
        [.. Enumerable.Range(0, count).Select(r => Enumerable.Range(0, n).Select(i => Math.Floor((0.3 + (r * n + i) * 0.6180339887) % 1 * 1000) / 1000).ToArray())];

    private static Tensor Tensor(double[][] rows) => tensor(rows.SelectMany(row => row).ToArray(), rows.Length, rows[0].Length);
}

public sealed class AncestralSamplingTests : AncestralSamplingProperties<AncestralSampling>;
