using static TorchSharp.torch.nn.functional;

namespace Etudes.ML;

public static class InfoNceMistakes
{
    /// <summary>The loss as most people write it; each mistake spoils one part.</summary>
    public abstract class Contrast<TSelf> : IInfoNce where TSelf : Contrast<TSelf>, new()
    {
        public static Tensor Loss(Tensor scores, double temperature) => new TSelf().Compute(scores, temperature);

        public static Tensor Bound(Tensor scores, double temperature)
        {
            using var loss = Loss(scores, temperature);
            return new TSelf().LogK(scores.shape[0]) - loss;
        }

        protected virtual Tensor Compute(Tensor scores, double temperature)
        {
            CheckTemperature(temperature);
            CheckScores(scores);
            using var scope = NewDisposeScope();
            return Reduce(Terms(Cool(scores, temperature))).MoveToOuterDisposeScope();
        }

        protected virtual void CheckTemperature(double temperature)
        {
            if (!(temperature > 0 && double.IsFinite(temperature))) throw new ArgumentOutOfRangeException(nameof(temperature));
        }

        protected virtual void CheckScores(Tensor scores)
        {
            if (scores.dim() != 2 || scores.numel() == 0 || scores.shape[0] != scores.shape[1]) throw new ArgumentException("not [K, K]");
        }

        protected virtual double LogK(long k) => Math.Log(k);
        protected virtual Tensor Cool(Tensor scores, double temperature) => scores / temperature;
        protected virtual Tensor Terms(Tensor scores) => -log_softmax(scores, 1).diagonal();
        protected virtual Tensor Reduce(Tensor terms) => terms.mean();
    }

    [CaughtBy(nameof(InfoNceProperties<>.The_loss_is_the_cross_entropy_of_each_row_at_its_own_column))]
    [Breaks("Loss.summary.1")]
    [Advice("Average over the pairs; a sum makes the learning rate depend on the batch.")]
    public sealed class SumsThePairs : Contrast<SumsThePairs>
    {
        protected override Tensor Reduce(Tensor terms) => terms.sum();
    }

    [CaughtBy(nameof(InfoNceProperties<>.The_bound_is_log_K_less_the_loss))]
    [Breaks("Bound.summary.1")]
    [Advice("The choice is among K values, the positive included: take log K, not the logarithm of the number of negatives.")]
    public sealed class CountsTheNegatives : Contrast<CountsTheNegatives>
    {
        protected override double LogK(long k) => Math.Log(Math.Max(k - 1, 1));
    }

    [CaughtBy(nameof(InfoNceProperties<>.The_loss_is_at_least_0_and_the_bound_at_most_log_K))]
    [Breaks("Loss.summary.1", "Loss.returns.1", "Bound.returns.1")]
    [Advice("A loss is to be made small, a log-probability large: there is a minus between them.")]
    public sealed class ForgetsTheMinus : Contrast<ForgetsTheMinus>
    {
        protected override Tensor Terms(Tensor scores) => log_softmax(scores, 1).diagonal();
    }

    [CaughtBy(nameof(InfoNceProperties<>.The_temperature_divides_the_scores))]
    [Breaks("Loss.temperature.1", "Bound.temperature.1")]
    [Advice("A small temperature sharpens the choice: divide by it, do not multiply.")]
    public sealed class MultipliesByTheTemperature : Contrast<MultipliesByTheTemperature>
    {
        protected override Tensor Cool(Tensor scores, double temperature) => scores * temperature;
    }

    [CaughtBy(nameof(InfoNceProperties<>.The_order_of_the_pairs_does_not_matter))]
    [Breaks("InfoNce.summary.1", "Loss.scores.1", "Bound.scores.1")]
    [Advice("The right answer of row i is column i; it is 0 only where the positive was put in front of its negatives.")]
    public sealed class TakesTheFirstColumn : Contrast<TakesTheFirstColumn>
    {
        protected override Tensor Terms(Tensor scores) => -log_softmax(scores, 1)[.., 0];
    }

    [CaughtBy(nameof(InfoNceProperties<>.What_is_added_to_all_scores_of_one_x_changes_nothing))]
    [Breaks("InfoNce.summary.1", "Constraints.2")]
    [Advice("Along dimension 0 y chooses among the x, which is another question: the softmax of a row is along dimension 1.")]
    public sealed class GoesDownTheColumns : Contrast<GoesDownTheColumns>
    {
        protected override Tensor Terms(Tensor scores) => -log_softmax(scores, 0).diagonal();
    }

    [CaughtBy(nameof(InfoNceProperties<>.The_loss_and_its_gradient_stay_finite_for_scores_of_ten_thousand))]
    [Breaks("Loss.returns.1", "Constraints.3")]
    [Advice("A probability of 0 has the logarithm -∞, however stable the softmax is: use log_softmax.")]
    public sealed class TakesTheLogOfTheSoftmax : Contrast<TakesTheLogOfTheSoftmax>
    {
        protected override Tensor Terms(Tensor scores) => -softmax(scores, 1).diagonal().log();
    }

    [CaughtBy(nameof(InfoNceProperties<>.The_gradient_is_the_slope))]
    [Breaks("Loss.returns.1", "Bound.returns.1", "Constraints.4")]
    [Advice("The negatives come from the same network: detached, nothing pushes them away from x.")]
    public sealed class DetachesTheNegatives : Contrast<DetachesTheNegatives>
    {
        protected override Tensor Terms(Tensor scores) =>
            base.Terms(where(eye(scores.shape[0], dtype: ScalarType.Bool), scores, scores.detach()));
    }

    [CaughtBy(nameof(InfoNceProperties<>.The_type_of_the_scores_is_kept))]
    [Breaks("Loss.returns.1", "Constraints.4")]
    [Advice("Keep the type of the scores: a float32 model wants a float32 loss.")]
    public sealed class ComputesInDouble : Contrast<ComputesInDouble>
    {
        protected override Tensor Cool(Tensor scores, double temperature) => scores.to(float64) / temperature;
    }

    [CaughtBy(nameof(InfoNceProperties<>.Over_all_batches_the_mean_bound_is_at_most_the_mutual_information))]
    [Breaks("Bound.summary.1")]
    [Advice("The sum runs over all K columns: without the positive in it the loss falls below 0 and bounds nothing.")]
    public sealed class LeavesThePositiveOut : Contrast<LeavesThePositiveOut>
    {
        protected override Tensor Terms(Tensor scores)
        {
            if (scores.shape[0] == 1) return base.Terms(scores);
            var negatives = scores.masked_fill(eye(scores.shape[0], dtype: ScalarType.Bool), double.NegativeInfinity);
            return negatives.logsumexp(1) - scores.diagonal();
        }
    }

    [CaughtBy(nameof(InfoNceProperties<>.The_mean_bound_of_the_best_scores_is_the_golden_one))]
    [Breaks("Loss.summary.1")]
    [Advice("K - 1 negatives and the positive once: added to a row that holds it already, it is counted twice.")]
    public sealed class CountsThePositiveTwice : Contrast<CountsThePositiveTwice>
    {
        protected override Tensor Terms(Tensor scores) => -log_softmax(cat([scores.diagonal().unsqueeze(1), scores], 1), 1)[.., 0];
    }

    [CaughtBy(nameof(InfoNceProperties<>.It_agrees_with_the_golden_data))]
    [Breaks("InfoNce.summary.1", "Constraints.2")]
    [Advice("The mean of rows and columns is the loss of CLIP; here x chooses among the y.")]
    public sealed class AveragesBothDirections : Contrast<AveragesBothDirections>
    {
        protected override Tensor Terms(Tensor scores) => (base.Terms(scores) + base.Terms(scores.t())) / 2;
    }

    [CaughtBy(nameof(InfoNceProperties<>.Scores_that_are_not_square_and_temperatures_not_above_0_throw))]
    [Breaks("Loss.exception.2", "Bound.exception.2", "Constraints.1")]
    [Advice("A [2, 3] matrix has a diagonal too and gives a number: check that as many y as x came.")]
    public sealed class TakesAnyMatrix : Contrast<TakesAnyMatrix>
    {
        protected override void CheckScores(Tensor scores) { }
    }

    [CaughtBy(nameof(InfoNceProperties<>.Scores_that_are_not_square_and_temperatures_not_above_0_throw))]
    [Breaks("Loss.exception.1", "Bound.exception.1", "Constraints.1")]
    [Advice("NaN is not below or equal to 0 either: ask whether the temperature is above 0.")]
    public sealed class LetsNaNThrough : Contrast<LetsNaNThrough>
    {
        protected override void CheckTemperature(double temperature)
        {
            if (temperature <= 0 || double.IsInfinity(temperature)) throw new ArgumentOutOfRangeException(nameof(temperature));
        }
    }

    [CaughtBy(nameof(InfoNceProperties<>.No_tensor_is_left_behind))]
    [Breaks("Constraints.6")]
    [Advice("Every operation makes a tensor that lives until it is disposed: open a NewDisposeScope and move the result out of it.")]
    public sealed class LeavesItsTensors : Contrast<LeavesItsTensors>
    {
        protected override Tensor Compute(Tensor scores, double temperature)
        {
            CheckTemperature(temperature);
            CheckScores(scores);
            return Reduce(Terms(Cool(scores, temperature)));
        }
    }

    [CaughtBy(nameof(InfoNceProperties<>.The_loss_is_the_cross_entropy_of_each_row_at_its_own_column))]
    [Breaks("Loss.summary.1")]
    [Advice("A probability that is kept above 1e-12 keeps the loss below 28, whatever the scores are: use log_softmax.")]
    public sealed class ClampsTheProbability : Contrast<ClampsTheProbability>
    {
        protected override Tensor Terms(Tensor scores) => -softmax(scores, 1).diagonal().clamp_min(1e-12).log();
    }

    [CaughtBy(nameof(InfoNceProperties<>.The_loss_is_the_cross_entropy_of_each_row_at_its_own_column))]
    [Breaks("Loss.summary.1")]
    [Advice("float keeps 7 digits: compute in the type of the scores.")]
    public sealed class ComputesInFloat : Contrast<ComputesInFloat>
    {
        protected override Tensor Terms(Tensor scores) => base.Terms(scores.to(float32)).to(scores.dtype);
    }

    [CaughtBy(nameof(InfoNceProperties<>.The_bound_is_log_K_less_the_loss))]
    [Breaks("Bound.summary.1")]
    [Advice("The loss is in nats, and log2 K in bits: take the natural logarithm of K.")]
    public sealed class CountsInBits : Contrast<CountsInBits>
    {
        protected override double LogK(long k) => Math.Log2(k);
    }

    [CaughtBy(nameof(InfoNceProperties<>.However_the_scores_lie_in_memory_they_are_read_rightly_and_left_unchanged))]
    [Breaks("Constraints.5")]
    [Advice("div_ divides the caller's scores themselves: divide into a new tensor.")]
    public sealed class DividesInPlace : Contrast<DividesInPlace>
    {
        protected override Tensor Cool(Tensor scores, double temperature) => scores.requires_grad ? base.Cool(scores, temperature) : scores.div_(temperature);
    }

    [CaughtBy(nameof(InfoNceProperties<>.However_the_scores_lie_in_memory_they_are_read_rightly_and_left_unchanged))]
    [Breaks("Loss.scores.1", "Bound.scores.1")]
    [Advice("view needs numbers that lie row by row, and those of a transposed tensor do not: reshape copies where it must.")]
    public sealed class ViewsTheScores : Contrast<ViewsTheScores>
    {
        protected override Tensor Terms(Tensor scores) => base.Terms(scores.view(-1).view(scores.shape));
    }

    [CaughtBy(nameof(InfoNceProperties<>.Many_pairs_take_no_more_operations_than_few))]
    [Breaks("Loss.summary.2", "Bound.summary.2", "Target.1", "Target.2")]
    [Advice("One log_softmax along dimension 1 answers all K questions: read its diagonal.")]
    public sealed class LoopsOverThePairs : Contrast<LoopsOverThePairs>
    {
        protected override Tensor Terms(Tensor scores) => stack([.. Enumerable.Range(0, (int)scores.shape[0]).Select(i => -log_softmax(scores, 1)[i, i])]);
    }

    [CaughtBy(nameof(InfoNceProperties<>.The_gradient_is_the_slope))]
    [Breaks("Bound.returns.1", "Constraints.4")]
    [Advice("The bound is made large by training too: a number that was read out of the loss has no gradient.")]
    public sealed class ReadsTheLossOut : IInfoNce
    {
        public static Tensor Loss(Tensor scores, double temperature) => InfoNce.Loss(scores, temperature);

        public static Tensor Bound(Tensor scores, double temperature)
        {
            using var loss = Loss(scores, temperature);
            return Math.Log(scores.shape[0]) - loss.detach();
        }
    }

    [CaughtBy(nameof(InfoNceProperties<>.Scores_that_are_not_square_and_temperatures_not_above_0_throw))]
    [Breaks("Bound.exception.1")]
    [Advice("Both members refuse such a temperature: what does not change with it is wrong all the same.")]
    public sealed class BoundsAtAnyTemperature : IInfoNce
    {
        public static Tensor Loss(Tensor scores, double temperature) => InfoNce.Loss(scores, temperature);

        public static Tensor Bound(Tensor scores, double temperature) => InfoNce.Bound(scores, temperature > 0 ? temperature : 1);
    }

    [CaughtBy(nameof(InfoNceProperties<>.A_large_number_added_to_all_scores_of_one_x_takes_no_digits_away))]
    [Breaks("Constraints.2")]
    [Advice("logsumexp of large scores is rounded before the right score is subtracted: log_softmax subtracts the largest of the row first.")]
    public sealed class SubtractsAfterwards : Contrast<SubtractsAfterwards>
    {
        protected override Tensor Terms(Tensor scores) => scores.logsumexp(1) - scores.diagonal();
    }

    [CaughtBy(nameof(InfoNceProperties<>.A_mean_over_2503_pairs_weighs_each_alike))]
    [Breaks("Loss.summary.1")]
    [Advice("The last block of rows is shorter than the others: add up the sums, a mean of means weighs it too much.")]
    public sealed class AveragesTheBlocks : Contrast<AveragesTheBlocks>
    {
        protected override Tensor Reduce(Tensor terms) => stack([.. terms.split(2048).Select(block => block.mean())]).mean();
    }

    [CaughtBy(nameof(InfoNceProperties<>.The_least_and_the_greatest_temperature_of_the_type_divide_0_as_any_other))]
    [Breaks("Loss.temperature.1", "Bound.temperature.1")]
    [Advice("1 / 1e-310 is infinite, and 0 times infinity NaN: divide by the temperature, do not multiply by what it makes of 1.")]
    public sealed class MultipliesByTheInverse : Contrast<MultipliesByTheInverse>
    {
        protected override Tensor Cool(Tensor scores, double temperature) => scores * (1 / temperature);
    }

    [CaughtBy(nameof(InfoNceProperties<>.The_least_and_the_greatest_temperature_of_the_type_divide_0_as_any_other))]
    [Breaks("Loss.temperature.1", "Loss.exception.1", "Bound.exception.1", "Constraints.1")]
    [Advice("In float a small temperature is 0 and a great one infinite: check it as it is given.")]
    public sealed class ChecksInFloat : Contrast<ChecksInFloat>
    {
        protected override void CheckTemperature(double temperature) => base.CheckTemperature((float)temperature);
    }
}
