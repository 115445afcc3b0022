using static TorchSharp.torch.nn.functional;

namespace Etudes.ML;

public static class NceLossMistakes
{
    /// <summary>The loss as most people write it; each mistake spoils one part.</summary>
    public abstract class Contrast<TSelf> : INceLoss where TSelf : Contrast<TSelf>, new()
    {
        public static Tensor Loss(Tensor data, Tensor noise, Tensor logNoiseOfData, Tensor logNoiseOfNoise) =>
            new TSelf().Compute(data, noise, logNoiseOfData, logNoiseOfNoise);

        protected virtual Tensor Compute(Tensor data, Tensor noise, Tensor logNoiseOfData, Tensor logNoiseOfNoise)
        {
            Check(data, noise, logNoiseOfData, logNoiseOfNoise);
            using var scope = NewDisposeScope();
            var logK = LogK(noise.shape[1]);
            var loss = Reduce(Softplus(-(data - logNoiseOfData - logK)), Softplus(noise - logNoiseOfNoise - logK));
            return Finish(loss, data.dtype).MoveToOuterDisposeScope();
        }

        protected virtual void Check(Tensor data, Tensor noise, Tensor logNoiseOfData, Tensor logNoiseOfNoise)
        {
            bool fits = data.dim() == 1 && noise.dim() == 2 && noise.numel() > 0 && data.shape[0] == noise.shape[0]
                && data.shape.SequenceEqual(logNoiseOfData.shape) && noise.shape.SequenceEqual(logNoiseOfNoise.shape);
            if (!fits) throw new ArgumentException("the shapes do not fit");
        }

        protected virtual Tensor Finish(Tensor loss, ScalarType type) => loss.to(type);
        protected virtual double LogK(long k) => Math.Log(k);
        protected virtual Tensor Softplus(Tensor t) => -logsigmoid(-t);
        protected virtual Tensor Reduce(Tensor data, Tensor noise) => (data + noise.sum(1)).mean();
    }

    [CaughtBy(nameof(NceLossProperties<>.The_loss_is_the_mean_over_the_data_of_the_sum_over_a_point_and_its_noise))]
    [Breaks("Loss.summary.1")]
    [Advice("There are K times as many noise samples as data: the classifier compares p with K q, so subtract log K too.")]
    public sealed class ForgetsLogK : Contrast<ForgetsLogK>
    {
        protected override double LogK(long k) => 0;
    }

    [CaughtBy(nameof(NceLossProperties<>.Any_constant_added_to_the_true_scores_raises_the_expected_loss))]
    [Breaks("Loss.summary.1")]
    [Advice("Sum over the K noise samples of a point; their mean weighs the noise by 1/K and moves the minimum.")]
    public sealed class AveragesTheNoise : Contrast<AveragesTheNoise>
    {
        protected override Tensor Reduce(Tensor data, Tensor noise) => (data + noise.mean([1])).mean();
    }

    [CaughtBy(nameof(NceLossProperties<>.Where_scores_and_log_q_are_0_one_of_1_plus_K_points_is_data))]
    [Breaks("Loss.summary.1")]
    [Advice("Average over the N data points; a sum makes the learning rate depend on the batch.")]
    public sealed class SumsTheData : Contrast<SumsTheData>
    {
        protected override Tensor Reduce(Tensor data, Tensor noise) => (data + noise.sum(1)).sum();
    }

    [CaughtBy(nameof(NceLossProperties<>.The_loss_is_the_mean_over_the_data_of_the_sum_over_a_point_and_its_noise))]
    [Breaks("Loss.returns.1", "Constraints.2")]
    [Advice("One number for the whole batch is asked for: reduce over the data as well.")]
    public sealed class KeepsTheBatch : Contrast<KeepsTheBatch>
    {
        protected override Tensor Reduce(Tensor data, Tensor noise) => data + noise.sum(1);
    }

    [CaughtBy(nameof(NceLossProperties<>.The_loss_and_its_gradient_stay_finite_for_scores_of_ten_thousand))]
    [Breaks("Loss.returns.1", "Constraints.3")]
    [Advice("exp overflows long before its logarithm is large: use logsigmoid, which never computes it.")]
    public sealed class TakesTheLogOfExp : Contrast<TakesTheLogOfExp>
    {
        protected override Tensor Softplus(Tensor t) => (1 + t.exp()).log();
    }

    [CaughtBy(nameof(NceLossProperties<>.The_gradient_is_the_slope))]
    [Breaks("Loss.returns.1", "Constraints.2")]
    [Advice("The noise's scores come from the model too: their gradient must flow, detach cuts it.")]
    public sealed class DetachesTheNoise : Contrast<DetachesTheNoise>
    {
        protected override Tensor Reduce(Tensor data, Tensor noise) => base.Reduce(data, noise.detach());
    }

    [CaughtBy(nameof(NceLossProperties<>.The_type_of_the_scores_is_kept))]
    [Breaks("Loss.returns.1", "Constraints.2")]
    [Advice("Keep the type of the scores: a float64 constant tensor turns a float32 model's loss into float64.")]
    public sealed class ComputesInDouble : Contrast<ComputesInDouble>
    {
        protected override Tensor Finish(Tensor loss, ScalarType type) => loss.to(float64);
    }

    [CaughtBy(nameof(NceLossProperties<>.The_order_of_the_data_and_of_the_noise_does_not_matter))]
    [Breaks("Loss.noise.1")]
    [Advice("Every one of the K noise samples counts, not the first alone.")]
    public sealed class TakesTheFirstNoise : Contrast<TakesTheFirstNoise>
    {
        protected override Tensor Reduce(Tensor data, Tensor noise) => (data + noise[.., 0] * noise.shape[1]).mean();
    }

    [CaughtBy(nameof(NceLossProperties<>.Shapes_that_do_not_belong_together_throw))]
    [Breaks("Loss.exception.1", "Constraints.1")]
    [Advice("[N] and [N, 1] broadcast to [N, N] without a word: compare the shapes first.")]
    public sealed class Broadcasts : Contrast<Broadcasts>
    {
        protected override void Check(Tensor data, Tensor noise, Tensor logNoiseOfData, Tensor logNoiseOfNoise) { }
    }

    [CaughtBy(nameof(NceLossProperties<>.It_agrees_with_the_golden_data))]
    [Breaks("NceLoss.summary.1", "Loss.summary.1")]
    [Advice("Data should look like data: softplus(-Δ) for the data, softplus(Δ) for the noise.")]
    public sealed class SwapsTheSigns : Contrast<SwapsTheSigns>
    {
        protected override Tensor Softplus(Tensor t) => -logsigmoid(t);
    }

    [CaughtBy(nameof(NceLossProperties<>.No_tensor_is_left_behind))]
    [Breaks("Constraints.5")]
    [Advice("Every operation makes a tensor that lives until it is disposed: open a NewDisposeScope and move the result out of it.")]
    public sealed class LeavesItsTensors : Contrast<LeavesItsTensors>
    {
        protected override Tensor Compute(Tensor data, Tensor noise, Tensor logNoiseOfData, Tensor logNoiseOfNoise)
        {
            Check(data, noise, logNoiseOfData, logNoiseOfNoise);
            double logK = LogK(noise.shape[1]);
            return Reduce(Softplus(-(data - logNoiseOfData - logK)), Softplus(noise - logNoiseOfNoise - logK));
        }
    }

    [CaughtBy(nameof(NceLossProperties<>.At_the_true_density_the_expected_gradient_is_zero))]
    [Breaks("NceLoss.summary.1", "Loss.logNoiseOfData.1", "Loss.logNoiseOfNoise.1")]
    [Advice("Without log q this is negative sampling, whose scores are no log density: the odds are those of p against K q.")]
    public sealed class LeavesLogQOut : Contrast<LeavesLogQOut>
    {
        protected override Tensor Compute(Tensor data, Tensor noise, Tensor logNoiseOfData, Tensor logNoiseOfNoise) =>
            base.Compute(data, noise, zeros_like(logNoiseOfData), zeros_like(logNoiseOfNoise));
    }

    [CaughtBy(nameof(NceLossProperties<>.The_loss_is_the_mean_over_the_data_of_the_sum_over_a_point_and_its_noise))]
    [Breaks("Loss.data.1", "Loss.noise.1")]
    [Advice("The scores are log p̃ as they come: to normalise them over the batch claims that there is nothing outside it.")]
    public sealed class NormalisesTheScores : Contrast<NormalisesTheScores>
    {
        protected override Tensor Compute(Tensor data, Tensor noise, Tensor logNoiseOfData, Tensor logNoiseOfNoise)
        {
            Check(data, noise, logNoiseOfData, logNoiseOfNoise);
            using var scope = NewDisposeScope();
            var all = log_softmax(cat([data.unsqueeze(1), noise], 1), 1);
            return base.Compute(all[.., 0], all[.., 1..], logNoiseOfData, logNoiseOfNoise).MoveToOuterDisposeScope();
        }
    }

    [CaughtBy(nameof(NceLossProperties<>.The_loss_is_the_mean_over_the_data_of_the_sum_over_a_point_and_its_noise))]
    [Breaks("Loss.summary.1")]
    [Advice("float keeps 7 digits: compute in the type of the scores.")]
    public sealed class ComputesInFloat : Contrast<ComputesInFloat>
    {
        protected override Tensor Softplus(Tensor t) => base.Softplus(t.to(float32)).to(t.dtype);
    }

    [CaughtBy(nameof(NceLossProperties<>.Where_a_point_is_as_likely_data_as_noise_the_gradient_is_a_half))]
    [Breaks("Loss.returns.1")]
    [Advice("relu and abs have the gradient 0 at 0, though softplus has 1/2 there: use logsigmoid.")]
    public sealed class StopsAt0 : Contrast<StopsAt0>
    {
        protected override Tensor Softplus(Tensor t) => t.relu() + (-t.abs()).exp().log1p();
    }

    [CaughtBy(nameof(NceLossProperties<>.The_loss_and_its_gradient_stay_finite_for_scores_of_ten_thousand))]
    [Breaks("Loss.returns.1", "Constraints.3")]
    [Advice("where() picks the finite value, but its gradient goes through both branches, and 0 times infinity is NaN: use logsigmoid.")]
    public sealed class PicksTheFiniteBranch : Contrast<PicksTheFiniteBranch>
    {
        protected override Tensor Softplus(Tensor t) => where(t > 0, t + (-t).exp().log1p(), t.exp().log1p());
    }

    [CaughtBy(nameof(NceLossProperties<>.However_the_numbers_lie_in_memory_they_are_read_rightly_and_left_unchanged))]
    [Breaks("Constraints.4")]
    [Advice("What ends in _ changes the caller's tensor itself: subtract into a new one.")]
    public sealed class SubtractsInPlace : Contrast<SubtractsInPlace>
    {
        protected override Tensor Compute(Tensor data, Tensor noise, Tensor logNoiseOfData, Tensor logNoiseOfNoise)
        {
            var loss = base.Compute(data, noise, logNoiseOfData, logNoiseOfNoise);
            if (!noise.requires_grad) noise.sub_(logNoiseOfNoise);
            return loss;
        }
    }

    [CaughtBy(nameof(NceLossProperties<>.Many_samples_take_no_more_operations_than_few))]
    [Breaks("Target.1", "Target.2")]
    [Advice("Each tensor operation costs the same for one number and for thousands: take all data points at once.")]
    public sealed class LoopsOverTheData : Contrast<LoopsOverTheData>
    {
        protected override Tensor Reduce(Tensor data, Tensor noise) => stack([.. data.unbind().Zip(noise.unbind(), (one, its) => one + its.sum())]).mean();
    }

    [CaughtBy(nameof(NceLossProperties<>.Many_samples_take_no_more_operations_than_few))]
    [Breaks("Target.2")]
    [Advice("sum(1) adds the K noise samples of all data points at once.")]
    public sealed class LoopsOverTheNoise : Contrast<LoopsOverTheNoise>
    {
        protected override Tensor Reduce(Tensor data, Tensor noise) => noise.unbind(1).Aggregate(data, (sum, column) => sum + column).mean();
    }

    [CaughtBy(nameof(NceLossProperties<>.A_mean_over_2503_data_points_weighs_each_alike))]
    [Breaks("Loss.summary.1")]
    [Advice("The last block of data is shorter than the others: add up the sums, a mean of means weighs it too much.")]
    public sealed class AveragesTheBlocks : Contrast<AveragesTheBlocks>
    {
        protected override Tensor Reduce(Tensor data, Tensor noise) => stack([.. (data + noise.sum(1)).split(1024).Select(block => block.mean())]).mean();
    }

    [CaughtBy(nameof(NceLossProperties<>.The_type_of_the_scores_is_kept))]
    [Breaks("Loss.returns.1", "Constraints.2")]
    [Advice("log q may come in float64, from a density that was computed there: the loss has the type of the scores all the same.")]
    public sealed class ReturnsTheWidestType : Contrast<ReturnsTheWidestType>
    {
        protected override Tensor Finish(Tensor loss, ScalarType type) => loss;
    }

    [CaughtBy(nameof(NceLossProperties<>.Scores_and_log_q_moved_alike_change_nothing))]
    [Breaks("Loss.summary.1")]
    [Advice("q underflows where its logarithm does not: add log K to log q, and take no exponential of it.")]
    public sealed class LeavesTheLogarithms : Contrast<LeavesTheLogarithms>
    {
        protected override Tensor Compute(Tensor data, Tensor noise, Tensor logNoiseOfData, Tensor logNoiseOfNoise) =>
            base.Compute(data, noise, logNoiseOfData.exp().log(), logNoiseOfNoise.exp().log());
    }

    [CaughtBy(nameof(NceLossProperties<>.No_tensor_is_left_behind))]
    [Breaks("Constraints.5")]
    [Advice("A log q of another type than the scores becomes a new tensor: open the scope before you convert it.")]
    public sealed class ConvertsBeforeTheScope : Contrast<ConvertsBeforeTheScope>
    {
        protected override Tensor Compute(Tensor data, Tensor noise, Tensor logNoiseOfData, Tensor logNoiseOfNoise) =>
            base.Compute(data, noise, logNoiseOfData.dtype == data.dtype ? logNoiseOfData : logNoiseOfData.to(data.dtype), logNoiseOfNoise);
    }
}
