using System.Runtime.CompilerServices;

namespace Etudes.ML;

public static class KlDivergenceMistakes
{
    /// <summary>The divergence as most people write it; each mistake spoils one part.</summary>
    public abstract class Masked<TSelf> : IKlDivergence where TSelf : Masked<TSelf>, new()
    {
        public static Tensor Divergence(Tensor p, Tensor q) => new TSelf().Compute(p, q);

        public static Tensor NegativeLogLikelihood(Tensor samples, Tensor q)
        {
            new TSelf().Check(samples.dim() == 1 && samples.numel() > 0 && q.dim() == 1 && new TSelf().IsDistribution(q)
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

        protected virtual double Tolerance => 1e-3;
        protected virtual Tensor Totals(Tensor rows) => rows.sum(-1);

        protected virtual bool IsDistribution(Tensor rows)
        {
            using var scope = NewDisposeScope();
            return MustTensor.Read(rows).All(x => x >= 0) && MustTensor.Read(Totals(rows)).All(sum => Math.Abs(sum - 1) <= Tolerance);
        }
    }

    [CaughtBy(nameof(KlDivergenceProperties<>.The_parameter_of_least_divergence_is_that_of_greatest_likelihood))]
    [Breaks("KlDivergence.summary.1", "Divergence.summary.1")]
    [Advice("The expectation is over the first distribution: KL(p || q) weighs log(p/q) by p, not by q.")]
    public sealed class TurnsThemRound : Masked<TurnsThemRound>
    {
        protected override Tensor Terms(Tensor p, Tensor q) => base.Terms(q, p);
    }

    [CaughtBy(nameof(KlDivergenceProperties<>.It_is_the_sum_of_p_times_the_logarithm_of_p_over_q))]
    [Breaks("Divergence.returns.1")]
    [Advice("0 log 0 is NaN to a computer: the term of a value with p = 0 is 0 by definition.")]
    public sealed class ForgetsTheZeros : Masked<ForgetsTheZeros>
    {
        protected override Tensor Terms(Tensor p, Tensor q) => p * Ratio(p, q);
    }

    [CaughtBy(nameof(KlDivergenceProperties<>.It_agrees_with_the_golden_data))]
    [Breaks("Divergence.returns.1")]
    [Advice("A small constant added to q hides the infinity: what p can do and q cannot must cost infinitely much.")]
    public sealed class AddsAnEpsilon : Masked<AddsAnEpsilon>
    {
        protected override Tensor Ratio(Tensor p, Tensor q) => (p + 1e-8).log() - (q + 1e-8).log();
    }

    [CaughtBy(nameof(KlDivergenceProperties<>.However_small_p_is_the_divergence_is_infinite_where_q_is_0))]
    [Breaks("Divergence.returns.1", "Constraints.4")]
    [Advice("A probability of 1e-15 is none of 0: only where p is 0 itself does its term vanish, whatever q is.")]
    public sealed class DropsTheSmallest : Masked<DropsTheSmallest>
    {
        protected override Tensor Terms(Tensor p, Tensor q) => base.Terms(p.masked_fill(p < 1e-12, 0), q);
    }

    [CaughtBy(nameof(KlDivergenceProperties<>.The_smallest_probabilities_give_a_finite_divergence))]
    [Breaks("Constraints.4")]
    [Advice("p / q overflows where log p - log q does not: subtract the logarithms.")]
    public sealed class DividesFirst : Masked<DividesFirst>
    {
        protected override Tensor Ratio(Tensor p, Tensor q) => (p / q).log();
    }

    [CaughtBy(nameof(KlDivergenceProperties<>.Where_q_has_every_value_of_p_the_gradients_are_those_of_its_terms_and_0_where_p_is_0))]
    [Breaks("Divergence.returns.1", "Constraints.3")]
    [Advice("A mask after the logarithm hides NaN from the value, not from the gradient: replace p and q before it.")]
    public sealed class MasksTooLate : Masked<MasksTooLate>
    {
        protected override Tensor Terms(Tensor p, Tensor q) => where(p > 0, p * Ratio(p, q), zeros_like(p));
    }

    [CaughtBy(nameof(KlDivergenceProperties<>.It_is_0_for_equal_distributions_and_above_0_for_others))]
    [Breaks("Divergence.summary.1")]
    [Advice("This is the cross-entropy; the divergence subtracts the entropy of p from it.")]
    public sealed class ForgetsTheEntropy : Masked<ForgetsTheEntropy>
    {
        protected override Tensor Ratio(Tensor p, Tensor q) => -q.log();
    }

    [CaughtBy(nameof(KlDivergenceProperties<>.It_is_the_sum_of_p_times_the_logarithm_of_p_over_q))]
    [Breaks("Divergence.summary.1")]
    [Advice("Sum over the values: their mean, kl_div's default, divides the divergence by K.")]
    public sealed class AveragesTheValues : Masked<AveragesTheValues>
    {
        protected override Tensor Sum(Tensor terms) => terms.mean([1]);
    }

    [CaughtBy(nameof(KlDivergenceProperties<>.The_negative_log_likelihood_is_the_entropy_of_the_samples_and_their_divergence))]
    [Breaks("NegativeLogLikelihood.summary.1")]
    [Advice("The likelihood is a mean over the samples; a sum grows with how many there are.")]
    public sealed class SumsTheSamples : Masked<SumsTheSamples>
    {
        protected override Tensor Reduce(Tensor losses) => losses.sum();
    }

    [CaughtBy(nameof(KlDivergenceProperties<>.The_type_of_the_distributions_is_kept))]
    [Breaks("Divergence.returns.1", "Constraints.1")]
    [Advice("Keep the type that was given: float32 in, float32 out.")]
    public sealed class ComputesInDouble : Masked<ComputesInDouble>
    {
        protected override Tensor Terms(Tensor p, Tensor q) => base.Terms(p.to(float64), q.to(float64));
    }

    [CaughtBy(nameof(KlDivergenceProperties<>.What_is_no_pair_of_distributions_throws))]
    [Breaks("Divergence.exception.1", "NegativeLogLikelihood.exception.1", "Constraints.2")]
    [Advice("Scores are no probabilities, and [1, K] broadcasts against [N, K] without a word: check both.")]
    public sealed class TakesAnything : Masked<TakesAnything>
    {
        protected override void Check(bool right) { }
    }

    [CaughtBy(nameof(KlDivergenceProperties<>.No_tensor_is_left_behind))]
    [Breaks("Constraints.6")]
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

    /// <summary>A right divergence beside a likelihood that a mistake spoils.</summary>
    public abstract class Likelihood<TSelf> : IKlDivergence where TSelf : Likelihood<TSelf>, new()
    {
        public static Tensor Divergence(Tensor p, Tensor q) => KlDivergence.Divergence(p, q);

        public static Tensor NegativeLogLikelihood(Tensor samples, Tensor q) => new TSelf().Of(samples, q);

        protected abstract Tensor Of(Tensor samples, Tensor q);
    }

    [CaughtBy(nameof(KlDivergenceProperties<>.It_agrees_with_the_golden_data))]
    [Breaks("Divergence.summary.1")]
    [Advice("Logarithms to base 2 measure in bits; nats are asked for, log.")]
    public sealed class CountsInBits : Masked<CountsInBits>
    {
        protected override Tensor Ratio(Tensor p, Tensor q) => p.log2() - q.log2();
    }

    [CaughtBy(nameof(KlDivergenceProperties<>.It_is_the_sum_of_p_times_the_logarithm_of_p_over_q))]
    [Breaks("Divergence.returns.1", "Constraints.1")]
    [Advice("squeeze takes the batch away too where it holds one row: sum over dimension 1, and no other axis is left over.")]
    public sealed class SqueezesTheBatch : Masked<SqueezesTheBatch>
    {
        protected override Tensor Sum(Tensor terms) => base.Sum(terms).squeeze();
    }

    [CaughtBy(nameof(KlDivergenceProperties<>.It_agrees_with_the_golden_data))]
    [Breaks("Divergence.p.1", "Divergence.q.1")]
    [Advice("float keeps 7 digits: compute in the type of the distributions.")]
    public sealed class ComputesInFloat : Masked<ComputesInFloat>
    {
        protected override Tensor Terms(Tensor p, Tensor q) => base.Terms(p.to(float32), q.to(float32)).to(p.dtype);
    }

    [CaughtBy(nameof(KlDivergenceProperties<>.A_row_may_be_off_1_by_a_thousandth_and_is_taken_as_it_is))]
    [Breaks("Divergence.exception.1", "Constraints.2")]
    [Advice("Rounded probabilities seldom add up to 1 exactly: a thousandth more or less is allowed.")]
    public sealed class AllowsAMillionth : Masked<AllowsAMillionth>
    {
        protected override Tensor Compute(Tensor p, Tensor q)
        {
            var result = base.Compute(p, q);
            Check(MustTensor.Read(p.sum(1)).Concat(MustTensor.Read(q.sum(1))).All(sum => Math.Abs(sum - 1) <= 1e-6));
            return result;
        }
    }

    [CaughtBy(nameof(KlDivergenceProperties<>.A_row_may_be_off_1_by_a_thousandth_and_is_taken_as_it_is))]
    [Breaks("Divergence.summary.1", "Constraints.2")]
    [Advice("What is off by a thousandth is taken as it is: normalised, it is another distribution with another divergence.")]
    public sealed class Normalises : Masked<Normalises>
    {
        protected override Tensor Terms(Tensor p, Tensor q) => base.Terms(p / p.sum(1, keepdim: true), q / q.sum(1, keepdim: true));
    }

    [CaughtBy(nameof(KlDivergenceProperties<>.Where_only_q_is_0_the_gradients_are_infinite))]
    [Breaks("Constraints.3")]
    [Advice("A row that is +infinity in the end has a slope too: put 1 in for q only where p is 0.")]
    public sealed class FillsTheRowAfterwards : Masked<FillsTheRowAfterwards>
    {
        protected override Tensor Terms(Tensor p, Tensor q)
        {
            var terms = base.Terms(p, q.masked_fill(q == 0, 1));
            return terms.masked_fill((p > 0) & (q == 0), double.PositiveInfinity);
        }
    }

    [CaughtBy(nameof(KlDivergenceProperties<>.However_the_numbers_lie_in_memory_they_are_read_rightly_and_left_unchanged))]
    [Breaks("Constraints.5")]
    [Advice("What ends in _ changes the caller's tensor itself: masked_fill makes a copy.")]
    public sealed class FillsInPlace : Masked<FillsInPlace>
    {
        protected override Tensor Terms(Tensor p, Tensor q)
        {
            var terms = base.Terms(p, q);
            if (!q.requires_grad) q.masked_fill_(p == 0, 1);
            return terms;
        }
    }

    [CaughtBy(nameof(KlDivergenceProperties<>.However_the_numbers_lie_in_memory_they_are_read_rightly_and_left_unchanged))]
    [Breaks("Divergence.p.1")]
    [Advice("view needs numbers that lie row by row, and those of a transposed tensor do not: reshape copies where it must.")]
    public sealed class ViewsTheRows : Masked<ViewsTheRows>
    {
        protected override Tensor Terms(Tensor p, Tensor q) => base.Terms(p.view(-1), q.view(-1)).view(p.shape);
    }

    [CaughtBy(nameof(KlDivergenceProperties<>.Many_rows_and_samples_take_no_more_operations_than_few))]
    [Breaks("Target.1", "Target.2")]
    [Advice("sum(1) adds up each row of the whole batch at once.")]
    public sealed class LoopsOverTheRows : Masked<LoopsOverTheRows>
    {
        protected override Tensor Sum(Tensor terms) => stack([.. terms.unbind(0).Select(row => row.sum())]);
    }

    [CaughtBy(nameof(KlDivergenceProperties<>.Many_rows_and_samples_take_no_more_operations_than_few))]
    [Breaks("Target.2")]
    [Advice("index_select takes the probabilities of all samples at once.")]
    public sealed class LoopsOverTheSamples : Likelihood<LoopsOverTheSamples>
    {
        protected override Tensor Of(Tensor samples, Tensor q)
        {
            using var scope = NewDisposeScope();
            return stack([.. samples.unbind().Select(sample => KlDivergence.NegativeLogLikelihood(sample.unsqueeze(0), q))]).mean().MoveToOuterDisposeScope();
        }
    }

    [CaughtBy(nameof(KlDivergenceProperties<>.The_gradient_of_the_likelihood_counts_the_samples))]
    [Breaks("KlDivergence.summary.1", "NegativeLogLikelihood.returns.1")]
    [Advice("The likelihood is there to be made large by its gradient, and detach cuts it: pick the probabilities by a tensor operation.")]
    public sealed class ReadsTheProbabilities : Likelihood<ReadsTheProbabilities>
    {
        protected override Tensor Of(Tensor samples, Tensor q) => KlDivergence.NegativeLogLikelihood(samples, q.detach());
    }

    [CaughtBy(nameof(KlDivergenceProperties<>.The_gradient_of_the_likelihood_counts_the_samples))]
    [Breaks("NegativeLogLikelihood.returns.1")]
    [Advice("What the model calls impossible and yet happens costs infinitely much: no constant under the logarithm.")]
    public sealed class ClampsTheProbability : Likelihood<ClampsTheProbability>
    {
        protected override Tensor Of(Tensor samples, Tensor q)
        {
            using var scope = NewDisposeScope();
            var right = KlDivergence.NegativeLogLikelihood(samples, q);
            return right.isinf().item<bool>() ? right.clamp_max(30).MoveToOuterDisposeScope() : right.MoveToOuterDisposeScope();
        }
    }

    [CaughtBy(nameof(KlDivergenceProperties<>.What_is_no_pair_of_distributions_throws))]
    [Breaks("NegativeLogLikelihood.samples.1", "NegativeLogLikelihood.exception.1", "Constraints.2")]
    [Advice("An index of -1 takes the last value without a word: a sample is among 0..K-1.")]
    public sealed class CountsFromTheEnd : Likelihood<CountsFromTheEnd>
    {
        protected override Tensor Of(Tensor samples, Tensor q)
        {
            using var scope = NewDisposeScope();
            return KlDivergence.NegativeLogLikelihood(where(samples < 0, samples + q.shape[0], samples), q).MoveToOuterDisposeScope();
        }
    }

    [CaughtBy(nameof(KlDivergenceProperties<>.What_is_just_a_distribution_is_taken_and_what_is_just_none_throws))]
    [Breaks("NegativeLogLikelihood.q.1", "NegativeLogLikelihood.exception.1")]
    [Advice("Unnormalised scores make any likelihood as large as you like: q must be a distribution here too.")]
    public sealed class TakesScoresForQ : Likelihood<TakesScoresForQ>
    {
        protected override Tensor Of(Tensor samples, Tensor q)
        {
            if (q.dim() != 1 || q.numel() == 0 || samples.dim() != 1 || samples.numel() == 0 || MustTensor.Read(samples).Any(x => x < 0 || x >= q.shape[0])) throw new ArgumentException("not [M] and [K]");
            using var scope = NewDisposeScope();
            return (-q.index_select(0, samples).log().mean()).MoveToOuterDisposeScope();
        }
    }

    [CaughtBy(nameof(KlDivergenceProperties<>.The_gradient_of_the_likelihood_counts_the_samples))]
    [Breaks("NegativeLogLikelihood.returns.1")]
    [Advice("A value that no sample has may have q = 0: a mask after the logarithm hides NaN from the loss, not from the gradient. Pick the probabilities first.")]
    public sealed class WeighsByTheFrequencies : Likelihood<WeighsByTheFrequencies>
    {
        protected override Tensor Of(Tensor samples, Tensor q)
        {
            using var scope = NewDisposeScope();
            KlDivergence.NegativeLogLikelihood(samples, q); // checks
            var frequencies = samples.bincount(null, q.shape[0]).to(q.dtype) / (double)samples.shape[0];
            return (-where(frequencies > 0, frequencies * q.log(), zeros_like(q))).sum().MoveToOuterDisposeScope();
        }
    }

    [CaughtBy(nameof(KlDivergenceProperties<>.A_mean_over_2503_samples_weighs_each_alike))]
    [Breaks("NegativeLogLikelihood.summary.1")]
    [Advice("The last block of samples is shorter than the others: add up the sums, a mean of means weighs it too much.")]
    public sealed class AveragesTheBlocks : Likelihood<AveragesTheBlocks>
    {
        protected override Tensor Of(Tensor samples, Tensor q)
        {
            using var scope = NewDisposeScope();
            return stack([.. (samples.dim() == 1 && samples.numel() > 0 ? samples.split(2048) : [samples]).Select(block => KlDivergence.NegativeLogLikelihood(block, q))]).mean().MoveToOuterDisposeScope();
        }
    }

    [CaughtBy(nameof(KlDivergenceProperties<>.What_is_just_a_distribution_is_taken_and_what_is_just_none_throws))]
    [Breaks("Divergence.exception.1", "Constraints.2")]
    [Advice("-0 is 0 and not negative: compare the number, its sign says nothing.")]
    public sealed class LooksAtTheSign : Masked<LooksAtTheSign>
    {
        protected override bool IsDistribution(Tensor rows) => !rows.signbit().any().item<bool>() && base.IsDistribution(rows);
    }

    [CaughtBy(nameof(KlDivergenceProperties<>.What_is_just_a_distribution_is_taken_and_what_is_just_none_throws))]
    [Breaks("Divergence.exception.1", "Constraints.2")]
    [Advice("In float a row that is off by a thousandth may be off by more or less: add it up in its own type.")]
    public sealed class AddsUpInFloat : Masked<AddsUpInFloat>
    {
        protected override bool IsDistribution(Tensor rows) => base.IsDistribution(rows.to(float32));
    }

    [CaughtBy(nameof(KlDivergenceProperties<>.What_is_just_a_distribution_is_taken_and_what_is_just_none_throws))]
    [Breaks("Divergence.exception.1", "Constraints.2")]
    [Advice("A row may be off 1 by a thousandth, and not by a billionth more: compare with 1e-3 itself.")]
    public sealed class AllowsABitMore : Masked<AllowsABitMore>
    {
        protected override double Tolerance => base.Tolerance + 1e-9;
    }

    [CaughtBy(nameof(KlDivergenceProperties<>.What_is_no_pair_of_distributions_throws))]
    [Breaks("Divergence.exception.1", "Constraints.2")]
    [Advice("A row of sum 0.9 beside one of 1.1 makes no pair of distributions: check each sum, not their mean.")]
    public sealed class ChecksTheMeanSum : Masked<ChecksTheMeanSum>
    {
        protected override Tensor Totals(Tensor rows) => base.Totals(rows).mean().unsqueeze(0);
    }

    [CaughtBy(nameof(KlDivergenceProperties<>.What_is_no_pair_of_distributions_throws))]
    [Breaks("NegativeLogLikelihood.samples.1", "NegativeLogLikelihood.exception.1", "Constraints.2")]
    [Advice("2^32 as an int is 0: check the samples as the int64 that they are.")]
    public sealed class ReadsTheSamplesAsInts : Likelihood<ReadsTheSamplesAsInts>
    {
        protected override Tensor Of(Tensor samples, Tensor q) => KlDivergence.NegativeLogLikelihood(samples.to(int32).to(int64), q);
    }

    [CaughtBy(nameof(KlDivergenceProperties<>.What_is_written_over_a_distribution_in_place_is_checked_anew))]
    [Breaks("Divergence.exception.1", "Constraints.2")]
    [Advice("The caller may write other numbers into a tensor that you have checked: check it in each call.")]
    public sealed class ChecksATensorOnce : Masked<ChecksATensorOnce>
    {
        private static readonly ConditionalWeakTable<Tensor, object> s_checked = [];

        protected override bool IsDistribution(Tensor rows)
        {
            if (s_checked.TryGetValue(rows, out _)) return true;
            s_checked.TryAdd(rows, this);
            return base.IsDistribution(rows);
        }
    }
}
