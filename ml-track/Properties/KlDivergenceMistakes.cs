namespace Etudes.ML;

public static class KlDivergenceMistakes
{
    /// <summary>The divergence as most people write it; each mistake spoils one part.</summary>
    public abstract class Masked<TSelf> : IKlDivergence where TSelf : Masked<TSelf>, new()
    {
        public static Tensor Divergence(Tensor p, Tensor q) => new TSelf().Compute(p, q);

        public static Tensor NegativeLogLikelihood(Tensor samples, Tensor q)
        {
            new TSelf().Check(samples.dim() == 1 && samples.numel() > 0 && q.dim() == 1 && IsDistribution(q)
                && MustTensor.Read(samples).All(x => x >= 0 && x < q.shape[0]));
            using var scope = NewDisposeScope();
            return new TSelf().Reduce(-q[samples].log()).MoveToOuterDisposeScope();
        }

        protected virtual Tensor Compute(Tensor p, Tensor q)
        {
            Check(p.dim() == 2 && p.numel() > 0 && p.shape.SequenceEqual(q.shape) && IsDistribution(p) && IsDistribution(q));
            using var scope = NewDisposeScope();
            return Sum(Terms(p, q)).MoveToOuterDisposeScope();
        }

        protected virtual void Check(bool right)
        {
            if (!right) throw new ArgumentException("not distributions, or not samples of one");
        }

        protected virtual Tensor Terms(Tensor p, Tensor q)
        {
            var (safeP, safeQ) = (p.masked_fill(p == 0, 1), q.masked_fill(p == 0, 1));
            return safeP * Ratio(safeP, safeQ);
        }

        protected virtual Tensor Ratio(Tensor p, Tensor q) => p.log() - q.log();
        protected virtual Tensor Sum(Tensor terms) => terms.sum(1);
        protected virtual Tensor Reduce(Tensor losses) => losses.mean();

        private static bool IsDistribution(Tensor rows)
        {
            using var scope = NewDisposeScope();
            return MustTensor.Read(rows).All(x => x >= 0) && MustTensor.Read(rows.sum(-1)).All(sum => Math.Abs(sum - 1) <= 1e-3);
        }
    }

    [CaughtBy(nameof(KlDivergenceProperties<>.The_parameter_of_least_divergence_is_that_of_greatest_likelihood))]
    [Advice("The expectation is over the first distribution: KL(p || q) weighs log(p/q) by p, not by q.")]
    public sealed class TurnsThemRound : Masked<TurnsThemRound>
    {
        protected override Tensor Terms(Tensor p, Tensor q) => base.Terms(q, p);
    }

    [CaughtBy(nameof(KlDivergenceProperties<>.It_is_the_sum_of_p_times_the_logarithm_of_p_over_q))]
    [Advice("0 log 0 is NaN to a computer: the term of a value with p = 0 is 0 by definition.")]
    public sealed class ForgetsTheZeros : Masked<ForgetsTheZeros>
    {
        protected override Tensor Terms(Tensor p, Tensor q) => p * Ratio(p, q);
    }

    [CaughtBy(nameof(KlDivergenceProperties<>.It_agrees_with_the_golden_data))]
    [Advice("A small constant added to q hides the infinity: what p can do and q cannot must cost infinitely much.")]
    public sealed class AddsAnEpsilon : Masked<AddsAnEpsilon>
    {
        protected override Tensor Ratio(Tensor p, Tensor q) => (p + 1e-8).log() - (q + 1e-8).log();
    }

    [CaughtBy(nameof(KlDivergenceProperties<>.The_smallest_probabilities_give_a_finite_divergence))]
    [Advice("p / q overflows where log p - log q does not: subtract the logarithms.")]
    public sealed class DividesFirst : Masked<DividesFirst>
    {
        protected override Tensor Ratio(Tensor p, Tensor q) => (p / q).log();
    }

    [CaughtBy(nameof(KlDivergenceProperties<>.Where_q_has_every_value_of_p_the_gradients_are_those_of_its_terms_and_0_where_p_is_0))]
    [Advice("A mask after the logarithm hides NaN from the value, not from the gradient: replace p and q before it.")]
    public sealed class MasksTooLate : Masked<MasksTooLate>
    {
        protected override Tensor Terms(Tensor p, Tensor q) => where(p > 0, p * Ratio(p, q), zeros_like(p));
    }

    [CaughtBy(nameof(KlDivergenceProperties<>.It_is_0_for_equal_distributions_and_above_0_for_others))]
    [Advice("This is the cross-entropy; the divergence subtracts the entropy of p from it.")]
    public sealed class ForgetsTheEntropy : Masked<ForgetsTheEntropy>
    {
        protected override Tensor Ratio(Tensor p, Tensor q) => -q.log();
    }

    [CaughtBy(nameof(KlDivergenceProperties<>.It_is_the_sum_of_p_times_the_logarithm_of_p_over_q))]
    [Advice("Sum over the values: their mean, kl_div's default, divides the divergence by K.")]
    public sealed class AveragesTheValues : Masked<AveragesTheValues>
    {
        protected override Tensor Sum(Tensor terms) => terms.mean([1]);
    }

    [CaughtBy(nameof(KlDivergenceProperties<>.The_negative_log_likelihood_is_the_entropy_of_the_samples_and_their_divergence))]
    [Advice("The likelihood is a mean over the samples; a sum grows with how many there are.")]
    public sealed class SumsTheSamples : Masked<SumsTheSamples>
    {
        protected override Tensor Reduce(Tensor losses) => losses.sum();
    }

    [CaughtBy(nameof(KlDivergenceProperties<>.The_type_of_the_distributions_is_kept))]
    [Advice("Keep the type that was given: float32 in, float32 out.")]
    public sealed class ComputesInDouble : Masked<ComputesInDouble>
    {
        protected override Tensor Terms(Tensor p, Tensor q) => base.Terms(p.to(float64), q.to(float64));
    }

    [CaughtBy(nameof(KlDivergenceProperties<>.What_is_no_pair_of_distributions_throws))]
    [Advice("Scores are no probabilities, and [1, K] broadcasts against [N, K] without a word: check both.")]
    public sealed class TakesAnything : Masked<TakesAnything>
    {
        protected override void Check(bool right) { }
    }

    [CaughtBy(nameof(KlDivergenceProperties<>.No_tensor_is_left_behind))]
    [Advice("Every operation makes a tensor that lives until it is disposed: open a NewDisposeScope and move the result out of it.")]
    public sealed class LeavesItsTensors : Masked<LeavesItsTensors>
    {
        protected override Tensor Compute(Tensor p, Tensor q)
        {
            Check(p.dim() == 2 && p.numel() > 0 && p.shape.SequenceEqual(q.shape)
                && MustTensor.Read(p).Concat(MustTensor.Read(q)).All(x => x >= 0)
                && MustTensor.Read(p.sum(1)).Concat(MustTensor.Read(q.sum(1))).All(sum => Math.Abs(sum - 1) <= 1e-3));
            return Sum(Terms(p, q));
        }
    }
}
