namespace Etudes.ML;

public static class MutualInformationMistakes
{
    /// <summary>The information as most people write it; each mistake spoils one part.</summary>
    public abstract class Table<TSelf> : IMutualInformation where TSelf : Table<TSelf>, new()
    {
        public static Tensor Information(Tensor joint) => new TSelf().Compute(joint);

        protected virtual Tensor Compute(Tensor joint)
        {
            Check(joint);
            using var scope = NewDisposeScope();
            return Whole(joint).MoveToOuterDisposeScope();
        }

        protected virtual void Check(Tensor joint)
        {
            using var scope = NewDisposeScope();
            if (joint.dim() != 3 || joint.numel() == 0 || !MustTensor.Read(joint).All(p => p >= 0)
                || !MustTensor.Read(joint.sum([1, 2])).All(sum => Math.Abs(sum - 1) <= 1e-3)) throw new ArgumentException("not tables of probabilities");
        }

        protected virtual Tensor Whole(Tensor joint) => Sum(Terms(joint, OfX(joint), OfY(joint)));

        protected virtual Tensor Terms(Tensor joint, Tensor px, Tensor py)
        {
            var off = joint == 0;
            Tensor Safe(Tensor p) => p.expand_as(joint).masked_fill(off, 1);
            return joint * Ratio(Safe(joint), Safe(px), Safe(py));
        }

        protected virtual Tensor OfX(Tensor joint) => joint.sum(2, keepdim: true);
        protected virtual Tensor OfY(Tensor joint) => joint.sum(1, keepdim: true);
        protected virtual Tensor Ratio(Tensor joint, Tensor px, Tensor py) => joint.log() - px.log() - py.log();
        protected virtual Tensor Sum(Tensor terms) => terms.sum([1, 2]);
    }

    [CaughtBy(nameof(MutualInformationProperties<>.It_is_the_entropies_of_both_less_that_of_the_pair))]
    [Advice("Each table has marginals of its own: sum over the columns or the rows, not over the batch.")]
    public sealed class MixesTheTables : Table<MixesTheTables>
    {
        protected override Tensor OfX(Tensor joint) => joint.mean([0], keepdim: true).sum(2, keepdim: true);
    }

    [CaughtBy(nameof(MutualInformationProperties<>.It_is_0_for_independent_variables_and_above_0_for_others))]
    [Advice("The values are not equally probable: the marginals are the sums of the table.")]
    public sealed class TakesUniformMarginals : Table<TakesUniformMarginals>
    {
        protected override Tensor OfX(Tensor joint) => full_like(joint, 1.0 / joint.shape[1]);
        protected override Tensor OfY(Tensor joint) => full_like(joint, 1.0 / joint.shape[2]);
    }

    [CaughtBy(nameof(MutualInformationProperties<>.Either_variable_tells_as_much_about_the_other))]
    [Advice("p(x, y) / p(y) alone is a conditional probability, and its mean logarithm -H(X | Y): divide by both marginals.")]
    public sealed class ForgetsOneMarginal : Table<ForgetsOneMarginal>
    {
        protected override Tensor Ratio(Tensor joint, Tensor px, Tensor py) => joint.log() - py.log();
    }

    [CaughtBy(nameof(MutualInformationProperties<>.A_variable_tells_all_its_entropy_about_itself))]
    [Advice("0 log 0 is NaN to a computer: the term of a cell of 0 is 0 by definition.")]
    public sealed class ForgetsTheZeros : Table<ForgetsTheZeros>
    {
        protected override Tensor Terms(Tensor joint, Tensor px, Tensor py) => joint * Ratio(joint, px, py);
    }

    [CaughtBy(nameof(MutualInformationProperties<>.What_is_computed_from_one_variable_tells_no_more_about_the_other))]
    [Advice("Divided by H(Y) it is another number, between 0 and 1, which grows when values that say little are thrown together.")]
    public sealed class DividesByTheEntropy : Table<DividesByTheEntropy>
    {
        protected override Tensor Whole(Tensor joint)
        {
            var py = joint.sum(1);
            return base.Whole(joint) / -(py * py.masked_fill(py == 0, 1).log()).sum(1).clamp_max(-1e-30);
        }
    }

    [CaughtBy(nameof(MutualInformationProperties<>.A_value_split_in_two_by_a_coin_changes_nothing))]
    [Advice("The terms carry their weight p(x, y) already: add them up. A mean would divide by the number of cells too.")]
    public sealed class AveragesTheCells : Table<AveragesTheCells>
    {
        protected override Tensor Sum(Tensor terms) => terms.mean([1, 2]);
    }

    [CaughtBy(nameof(MutualInformationProperties<>.The_type_of_the_table_is_kept))]
    [Advice("Keep the type that was given: float32 in, float32 out.")]
    public sealed class ComputesInDouble : Table<ComputesInDouble>
    {
        protected override Tensor Whole(Tensor joint) => base.Whole(joint.to(float64));
    }

    [CaughtBy(nameof(MutualInformationProperties<>.The_smallest_probabilities_give_a_finite_value))]
    [Advice("The product of two small marginals is 0 where the sum of their logarithms is not -∞: subtract the logarithms.")]
    public sealed class MultipliesTheMarginals : Table<MultipliesTheMarginals>
    {
        protected override Tensor Ratio(Tensor joint, Tensor px, Tensor py) => (joint / (px * py)).log();
    }

    [CaughtBy(nameof(MutualInformationProperties<>.The_gradient_is_the_slope))]
    [Advice("A cell moves its marginals too: detached marginals lose their part of the gradient.")]
    public sealed class DetachesTheMarginals : Table<DetachesTheMarginals>
    {
        protected override Tensor OfX(Tensor joint) => base.OfX(joint).detach();
        protected override Tensor OfY(Tensor joint) => base.OfY(joint).detach();
    }

    [CaughtBy(nameof(MutualInformationProperties<>.The_gradient_is_finite_at_zeros_too))]
    [Advice("A where() after the logarithm still sends NaN backwards, for 0 times infinity is NaN: put the 1 in before the logarithm.")]
    public sealed class MasksAfterwards : Table<MasksAfterwards>
    {
        protected override Tensor Terms(Tensor joint, Tensor px, Tensor py) => (joint * Ratio(joint, px, py)).masked_fill(joint == 0, 0);
    }

    [CaughtBy(nameof(MutualInformationProperties<>.It_agrees_with_the_golden_data))]
    [Advice("Logarithms to base 2 measure in bits; nats are asked for, log.")]
    public sealed class CountsInBits : Table<CountsInBits>
    {
        protected override Tensor Ratio(Tensor joint, Tensor px, Tensor py) => joint.log2() - px.log2() - py.log2();
    }

    [CaughtBy(nameof(MutualInformationProperties<>.It_agrees_with_the_golden_data))]
    [Advice("A small constant under the logarithm makes every table a little dependent: mask the zeros instead.")]
    public sealed class AddsAnEpsilon : Table<AddsAnEpsilon>
    {
        protected override Tensor Terms(Tensor joint, Tensor px, Tensor py) => joint * Ratio(joint + 1e-8, px + 1e-8, py + 1e-8);
    }

    [CaughtBy(nameof(MutualInformationProperties<>.What_is_no_table_of_probabilities_throws))]
    [Advice("Counts made into probabilities in silence hide a table that is wrong, and 0 / 0 is NaN: check that it adds up to 1.")]
    public sealed class NormalisesInSilence : Table<NormalisesInSilence>
    {
        protected override void Check(Tensor joint)
        {
            if (joint.dim() != 3 || joint.numel() == 0 || !MustTensor.Read(joint).All(p => p >= 0)) throw new ArgumentException("not tables of probabilities");
        }

        protected override Tensor Whole(Tensor joint) => base.Whole(joint / joint.sum([1, 2], keepdim: true));
    }

    [CaughtBy(nameof(MutualInformationProperties<>.No_tensor_is_left_behind))]
    [Advice("Every operation makes a tensor that lives until it is disposed: open a NewDisposeScope and move the result out of it.")]
    public sealed class LeavesItsTensors : Table<LeavesItsTensors>
    {
        protected override Tensor Compute(Tensor joint)
        {
            Check(joint);
            return Whole(joint);
        }
    }
}
