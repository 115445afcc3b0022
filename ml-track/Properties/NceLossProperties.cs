namespace Etudes.ML;

public abstract class NceLossProperties<T> where T : INceLoss
{
    [Law]
    public static void Where_scores_and_log_q_are_0_one_of_1_plus_K_points_is_data()
    {
        using var scope = NewDisposeScope();
        foreach (var (n, k) in ((int, int)[])[(1, 1), (2, 1), (1, 2), (2, 3)])
            MustTensor.Be(Math.Log(1 + k) + k * Math.Log(1 + 1.0 / k), T.Loss(zeros(n, float64), zeros(n, k, float64), zeros(n, float64), zeros(n, k, float64)),
                $"of {Show.Count(n, "data point")} with K = {k}, every score and log q 0, Loss");
    }

    [Law]
    public static void The_loss_is_the_mean_over_the_data_of_the_sum_over_a_point_and_its_noise(Matrix scores)
    {
        using var scope = NewDisposeScope();
        double sum = 0;
        int k = scores.Width - 1;
        for (int i = 0; i < scores.Count; i++)
            for (int j = 0; j <= k; j++)
            {
                double delta = scores.Rows[i][j] - LogQ(i, j) - Math.Log(k);
                sum += Softplus(j == 0 ? -delta : delta);
            }
        var (given, q) = Tensors(scores);
        MustTensor.Be(sum / scores.Count, Loss(given, q), "Loss");
    }

    [Law(MaxTest = 150)]
    public static void The_type_of_the_scores_is_kept(Matrix scores)
    {
        using var scope = NewDisposeScope();
        var (given, q) = Tensors(scores);
        var expected = Loss(given, q).to(float32);
        foreach (var type in (ScalarType[])[float32, float64])
            MustTensor.Be(expected, Loss(given.to(float32), q.to(type)), $"of float32 scores and log q of {type}, Loss", 1e-6, 1e-5);
    }

    [Law]
    public static void The_loss_and_its_gradient_stay_finite_for_scores_of_ten_thousand(Matrix scores)
    {
        using var scope = NewDisposeScope();
        var (large, q) = Tensors(new([.. scores.Rows.Select(row => row.Select(x => 1e4 * Math.Sign(x)).ToArray())]));
        var loss = Loss(large.requires_grad_(), q);
        Must.Hold(double.IsFinite(loss.item<double>()), $"Loss of scores of 1e4 should be finite but is {Show.Of(loss.item<double>())}");
        loss.backward();
        if (large.grad is not { } gradient) throw new LawBroken("Loss has no gradient");
        Must.Hold(MustTensor.Read(gradient).All(double.IsFinite), "the gradient of Loss at scores of 1e4 should be finite");
    }

    [Law(MaxTest = 100)]
    public static void Scores_and_log_q_moved_alike_change_nothing(Matrix scores)
    {
        using var scope = NewDisposeScope();
        var (given, q) = Tensors(scores);
        foreach (double by in (double[])[-1000, 1000]) // as densities of pictures are: no double holds their exponentials
            MustTensor.Be(Loss(given, q), Loss(given + by, q + by), $"with {by} added to all scores and log q, Loss");
    }

    [Law(MaxTest = 60)]
    public static void The_gradient_is_the_slope(Matrix scores)
    {
        using var scope = NewDisposeScope();
        var (given, q) = Tensors(new([.. scores.Rows.Select(row => row.Select(x => Math.Clamp(x, -5, 5)).ToArray())]));
        MustTensor.HaveTheGradientOfItsValues(x => Loss(x, q), given, "Loss");
    }

    [Law]
    public static void Where_a_point_is_as_likely_data_as_noise_the_gradient_is_a_half()
    {
        using var scope = NewDisposeScope();
        foreach (var (n, k) in ((int, int)[])[(1, 1), (2, 1), (1, 2), (2, 3)])
        {
            var (data, noise) = ((zeros(n, float64) + Math.Log(k)).requires_grad_(), (zeros(n, k, float64) + Math.Log(k)).requires_grad_());
            T.Loss(data, noise, zeros(n, float64), zeros(n, k, float64)).backward();
            string where = $"of {Show.Count(n, "data point")} with K = {k}, every score log K and every log q 0, the gradient to";
            MustTensor.Be(zeros(n, float64) - 0.5 / n, data.grad, $"{where} the data's scores");
            MustTensor.Be(zeros(n, k, float64) + 0.5 / n, noise.grad, $"{where} the noise's scores");
        }
    }

    [Law]
    public static void The_order_of_the_data_and_of_the_noise_does_not_matter(Matrix scores)
    {
        using var scope = NewDisposeScope();
        var (given, q) = Tensors(scores);
        var turned = cat([given[.., ..1], given[.., 1..].flip(1)], 1).flip(0); // [N, 1 + K]
        var turnedQ = cat([q[.., ..1], q[.., 1..].flip(1)], 1).flip(0);
        MustTensor.Be(Loss(given, q).item<double>(), Loss(turned, turnedQ), "with data and noise in the opposite order, Loss");
    }

    [Law]
    public static void At_the_true_density_the_expected_gradient_is_zero(Values counts, int noisePerPoint)
    {
        using var scope = NewDisposeScope();
        var (data, noise, logP, logQ) = Population(counts, Given.As(nameof(noisePerPoint), 1 + noisePerPoint % 4));
        var theta = logP.clone().requires_grad_();
        T.Loss(theta[data], theta[noise], logQ[data], logQ[noise]).backward();
        if (theta.grad is not { } gradient) throw new LawBroken("Loss has no gradient");
        MustTensor.Be(zeros_like(logP), gradient, "at scores log p, the gradient of the expected Loss");
    }

    [Law]
    public static void Any_constant_added_to_the_true_scores_raises_the_expected_loss(Values counts, int noisePerPoint)
    {
        using var scope = NewDisposeScope();
        var (data, noise, logP, logQ) = Population(counts, Given.As(nameof(noisePerPoint), 1 + noisePerPoint % 4));
        double At(double shift) => T.Loss((logP + shift)[data], (logP + shift)[noise], logQ[data], logQ[noise]).item<double>();
        Must.Hold(double.IsFinite(At(0)), $"at scores log p, the expected Loss should be finite but is {Show.Of(At(0))}");
        foreach (double shift in (double[])[-1, -0.1, 0.1, 1])
            Must.Hold(At(shift) > At(0), $"at scores log p + {Show.Of(shift)}, the expected Loss should exceed {Digits.Few(At(0), At(shift))} but is {Digits.Few(At(shift), At(0))}");
    }

    [Law]
    public static void It_agrees_with_the_golden_data()
    {
        using var scope = NewDisposeScope();
        var golden = Golden.Read("nce_mi.json")["nce"]!;
        var data = golden["score_data"]!.Tensor().requires_grad_(); // [5]
        var noise = golden["score_noise"]!.Tensor().requires_grad_(); // [5, 3]
        var loss = T.Loss(data, noise, golden["log_noise_data"]!.Tensor(), golden["log_noise_noise"]!.Tensor());
        MustTensor.Be(golden["loss"]!.Number(), loss, "Loss of the golden scores");
        loss.backward();
        MustTensor.Be(golden["grad_score_data"]!.Tensor(), data.grad, "the gradient to the data's scores");
        MustTensor.Be(golden["grad_score_noise"]!.Tensor(), noise.grad, "the gradient to the noise's scores");
    }

    [Law]
    public static void Shapes_that_do_not_belong_together_throw()
    {
        using var scope = NewDisposeScope();
        long[][][] wrong =
        [
            [[2], [3, 1], [2], [3, 1]], [[2], [2, 3], [2, 1], [2, 3]], [[2], [2, 3], [2], [2, 1]], [[2, 1], [2, 3], [2, 1], [2, 3]],
            [[2], [2], [2], [2]], [[2], [2, 0], [2], [2, 0]], [[0], [0, 3], [0], [0, 3]], [[1], [2, 3], [1], [2, 3]], [[2], [2, 3], [1], [2, 3]],
            [[2], [2, 3], [2], [1, 3]], [[], [1, 3], [], [1, 3]], [[2], [1, 2, 3], [2], [1, 2, 3]], [[2], [2, 3], [2], [3, 2]],
        ];
        foreach (var shapes in wrong)
            MustTensor.Throw<ArgumentException>(() => T.Loss(zeros(shapes[0]), zeros(shapes[1]), zeros(shapes[2]), zeros(shapes[3])), $"Loss of the shapes {Show.Of(shapes)}");
    }

    [Law(MaxTest = 100)]
    public static void However_the_numbers_lie_in_memory_they_are_read_rightly_and_left_unchanged(Matrix scores, Layout layout)
    {
        using var scope = NewDisposeScope();
        var (s, q) = Tensors(scores);
        MustTensor.Be(Loss(s, q), T.Loss(s[.., 0].In(layout, "data"), s[.., 1..].In(layout, "noise"), q[.., 0].In(layout, "logNoiseOfData"), q[.., 1..].In(layout, "logNoiseOfNoise")), "Loss");
    }

    [Law(BeyondExamples = true)]
    public static void A_mean_over_2503_data_points_weighs_each_alike()
    {
        using var scope = NewDisposeScope();
        const int n = Sizes.Uneven;
        foreach (var type in (ScalarType[])[float32, float64])
        {
            var (data, noise) = (zeros(n, type), full(n, 1, -1e4, dtype: type)); // noise that is told for sure
            data[n - 1] = 1e4; // and the last data point
            MustTensor.Be(Math.Log(2) * (n - 1) / n, T.Loss(data, noise, zeros(n, type), zeros(n, 1, type)), $"of {n} data points of {type} of which the last costs nothing and each other log 2, Loss", 1e-9, type == float32 ? 1e-5 : 1e-9);
        }
    }

    [Law(BeyondExamples = true)]
    public static void Many_samples_take_no_more_operations_than_few()
    {
        using var scope = NewDisposeScope();
        Tensor[] Of(int n, int k) => [T.Loss(zeros(n), zeros(n, k), zeros(n), zeros(n, k))];
        MustTensor.NotLoop(() => Of(2, 2), () => Of(60, 2), "Loss", "data points");
        MustTensor.NotLoop(() => Of(2, 2), () => Of(2, 60), "Loss", "noise samples");
    }

    [Law(MaxTest = 10)]
    public static void No_tensor_is_left_behind(Matrix scores)
    {
        using var scope = NewDisposeScope();
        var (given, logQ) = Tensors(scores);
        foreach (var ofScores in (ScalarType[])[float32, float64])
            foreach (var ofLogQ in (ScalarType[])[float32, float64])
            {
                var (s, q) = (given.to(ofScores), logQ.to(ofLogQ));
                var (data, noise, logQOfData, logQOfNoise) = (s[.., 0], s[.., 1..], q[.., 0], q[.., 1..]);
                MustTensor.LeaveNothing(() => [T.Loss(data, noise, logQOfData, logQOfNoise)], $"of scores of {ofScores} and log q of {ofLogQ}, Loss");
            }
    }

    /// <summary>Some log density of the noise, different for each sample.</summary>
    private static double LogQ(int i, int j) => -0.5 - (7 * i + 3 * j) % 11 / 4.0;

    /// <summary>Scores and log q, [N, 1 + K]: the first column is the data, the others their noise. A verdict shows them apart.</summary>
    private static (Tensor Scores, Tensor LogQ) Tensors(Matrix scores)
    {
        var logQ = new Matrix([.. scores.Rows.Select((row, i) => row.Select((_, j) => LogQ(i, j)).ToArray())]);
        foreach (var (of, matrix) in ((string, Matrix)[])[("", scores), ("log q of ", logQ)])
        {
            Given.As($"{of}data", matrix.Rows.Select(row => row[0]).ToArray(), of: nameof(scores));
            Given.As($"{of}noise", matrix.Rows.Select(row => row[1..]).ToArray(), of: nameof(scores));
        }
        return (scores.Tensor(), logQ.Tensor());
    }

    private static Tensor Loss(Tensor scores, Tensor logQ) => T.Loss(scores[.., 0].HandedOverAs("data"), scores[.., 1..].HandedOverAs("noise"),
        logQ[.., 0].HandedOverAs("logNoiseOfData"), logQ[.., 1..].HandedOverAs("logNoiseOfNoise"));

    private static double Softplus(double t) => Math.Max(t, 0) + Math.Log(1 + Math.Exp(-Math.Abs(t)));

    /// <summary>
    /// Data and noise over an alphabet, each point as often as its probability says, so that a mean over them is the exact
    /// expectation: data [N] of p, each column of noise [N, K] of q.
    /// </summary>
    private static (Tensor Data, Tensor Noise, Tensor LogP, Tensor LogQ) Population(Values counts, int k)
    {
        int[] times = [.. counts.Items.Take(4).Select(x => 1 + (x & 3)), 2, 1];
        int n = times.Sum();
        long[] Points(IEnumerable<int> each) => [.. each.SelectMany((count, letter) => Enumerable.Repeat((long)letter, count))];
        var data = tensor(Points(times)); // [N]
        var noise = tensor(Points(times.Reverse())).unsqueeze(1).expand(n, k).contiguous(); // [N, K]
        double[] Density(string name, IEnumerable<int> each) => Digits.Given(name, [.. each.Select(count => (double)count / n)], of: nameof(counts));
        return (data, noise, tensor(Density("p", times)).log(), tensor(Density("q", times.Reverse())).log());
    }
}

public sealed class NceLossTests : NceLossProperties<NceLoss>;
