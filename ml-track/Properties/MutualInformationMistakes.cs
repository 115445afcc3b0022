using System.Runtime.CompilerServices;

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
                || !MustTensor.Read(Totals(joint)).All(sum => Math.Abs(sum - 1) <= 1e-3)) throw new ArgumentException("not tables of probabilities");
        }

        protected virtual Tensor Totals(Tensor joint) => joint.sum([1, 2]);
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
    [Breaks("Information.summary.1")]
    [Advice("Each table has marginals of its own: sum over the columns or the rows, not over the batch.")]
    public sealed class MixesTheTables : Table<MixesTheTables>
    {
        protected override Tensor OfX(Tensor joint) => joint.mean([0], keepdim: true).sum(2, keepdim: true);
    }

    [CaughtBy(nameof(MutualInformationProperties<>.It_is_0_for_independent_variables_and_above_0_for_others))]
    [Breaks("MutualInformation.summary.1", "Information.summary.1")]
    [Advice("The values are not equally probable: the marginals are the sums of the table.")]
    public sealed class TakesUniformMarginals : Table<TakesUniformMarginals>
    {
        protected override Tensor OfX(Tensor joint) => full_like(joint, 1.0 / joint.shape[1]);
        protected override Tensor OfY(Tensor joint) => full_like(joint, 1.0 / joint.shape[2]);
    }

    [CaughtBy(nameof(MutualInformationProperties<>.Either_variable_tells_as_much_about_the_other))]
    [Breaks("MutualInformation.summary.1", "Information.summary.1")]
    [Advice("p(x, y) / p(y) alone is a conditional probability, and its mean logarithm -H(X | Y): divide by both marginals.")]
    public sealed class ForgetsOneMarginal : Table<ForgetsOneMarginal>
    {
        protected override Tensor Ratio(Tensor joint, Tensor px, Tensor py) => joint.log() - py.log();
    }

    [CaughtBy(nameof(MutualInformationProperties<>.A_variable_tells_all_its_entropy_about_itself))]
    [Breaks("Information.returns.1", "Constraints.2")]
    [Advice("0 log 0 is NaN to a computer: the term of a cell of 0 is 0 by definition.")]
    public sealed class ForgetsTheZeros : Table<ForgetsTheZeros>
    {
        protected override Tensor Terms(Tensor joint, Tensor px, Tensor py) => joint * Ratio(joint, px, py);
    }

    [CaughtBy(nameof(MutualInformationProperties<>.What_is_computed_from_one_variable_tells_no_more_about_the_other))]
    [Breaks("Information.summary.1")]
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
    [Breaks("Information.summary.1")]
    [Advice("The terms carry their weight p(x, y) already: add them up. A mean would divide by the number of cells too.")]
    public sealed class AveragesTheCells : Table<AveragesTheCells>
    {
        protected override Tensor Sum(Tensor terms) => terms.mean([1, 2]);
    }

    [CaughtBy(nameof(MutualInformationProperties<>.The_type_of_the_table_is_kept))]
    [Breaks("Information.returns.1", "Constraints.4")]
    [Advice("Keep the type that was given: float32 in, float32 out.")]
    public sealed class ComputesInDouble : Table<ComputesInDouble>
    {
        protected override Tensor Whole(Tensor joint) => base.Whole(joint.to(float64));
    }

    [CaughtBy(nameof(MutualInformationProperties<>.The_smallest_probabilities_give_a_finite_value))]
    [Breaks("Constraints.3")]
    [Advice("The product of two small marginals is 0 where the sum of their logarithms is not -∞: subtract the logarithms.")]
    public sealed class MultipliesTheMarginals : Table<MultipliesTheMarginals>
    {
        protected override Tensor Ratio(Tensor joint, Tensor px, Tensor py) => (joint / (px * py)).log();
    }

    [CaughtBy(nameof(MutualInformationProperties<>.The_gradient_is_the_slope))]
    [Breaks("Information.returns.2", "Constraints.2")]
    [Advice("A cell moves its marginals too: detached marginals lose their part of the gradient.")]
    public sealed class DetachesTheMarginals : Table<DetachesTheMarginals>
    {
        protected override Tensor OfX(Tensor joint) => base.OfX(joint).detach();
        protected override Tensor OfY(Tensor joint) => base.OfY(joint).detach();
    }

    [CaughtBy(nameof(MutualInformationProperties<>.The_gradient_is_exact_above_0_and_finite_at_zeros))]
    [Breaks("Information.returns.3", "Constraints.2")]
    [Advice("A where() after the logarithm still sends NaN backwards, for 0 times infinity is NaN: put the 1 in before the logarithm.")]
    public sealed class MasksAfterwards : Table<MasksAfterwards>
    {
        protected override Tensor Terms(Tensor joint, Tensor px, Tensor py) => (joint * Ratio(joint, px, py)).masked_fill(joint == 0, 0);
    }

    [CaughtBy(nameof(MutualInformationProperties<>.It_agrees_with_the_golden_data))]
    [Breaks("Information.summary.1")]
    [Advice("Logarithms to base 2 measure in bits; nats are asked for, log.")]
    public sealed class CountsInBits : Table<CountsInBits>
    {
        protected override Tensor Ratio(Tensor joint, Tensor px, Tensor py) => joint.log2() - px.log2() - py.log2();
    }

    [CaughtBy(nameof(MutualInformationProperties<>.It_agrees_with_the_golden_data))]
    [Breaks("Information.summary.1")]
    [Advice("A small constant under the logarithm makes every table a little dependent: mask the zeros instead.")]
    public sealed class AddsAnEpsilon : Table<AddsAnEpsilon>
    {
        protected override Tensor Terms(Tensor joint, Tensor px, Tensor py) => joint * Ratio(joint + 1e-8, px + 1e-8, py + 1e-8);
    }

    [CaughtBy(nameof(MutualInformationProperties<>.What_is_no_table_of_probabilities_throws))]
    [Breaks("Information.exception.1", "Constraints.1")]
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
    [Breaks("Constraints.5")]
    [Advice("Every operation makes a tensor that lives until it is disposed: open a NewDisposeScope and move the result out of it.")]
    public sealed class LeavesItsTensors : Table<LeavesItsTensors>
    {
        protected override Tensor Compute(Tensor joint)
        {
            Check(joint);
            return Whole(joint);
        }
    }

    [CaughtBy(nameof(MutualInformationProperties<>.A_variable_tells_all_its_entropy_about_itself))]
    [Breaks("Information.returns.1", "Constraints.1")]
    [Advice("squeeze takes the batch away too where it holds one table: sum over dimensions 1 and 2, and no other axis is left over.")]
    public sealed class SqueezesTheBatch : Table<SqueezesTheBatch>
    {
        protected override Tensor Sum(Tensor terms) => base.Sum(terms).squeeze();
    }

    [CaughtBy(nameof(MutualInformationProperties<>.It_agrees_with_the_golden_data))]
    [Breaks("Information.joint.1")]
    [Advice("float keeps 7 digits: compute in the type of the table.")]
    public sealed class ComputesInFloat : Table<ComputesInFloat>
    {
        protected override Tensor Whole(Tensor joint) => base.Whole(joint.to(float32)).to(joint.dtype);
    }

    [CaughtBy(nameof(MutualInformationProperties<>.A_table_may_be_off_1_by_a_thousandth_and_is_taken_as_it_is))]
    [Breaks("Information.exception.1", "Constraints.1")]
    [Advice("Rounded probabilities seldom add up to 1 exactly: a thousandth more or less is allowed.")]
    public sealed class AllowsAMillionth : Table<AllowsAMillionth>
    {
        protected override void Check(Tensor joint)
        {
            base.Check(joint);
            using var scope = NewDisposeScope();
            if (MustTensor.Read(joint.sum([1, 2])).Any(sum => Math.Abs(sum - 1) > 1e-6)) throw new ArgumentException("a table does not add up to 1");
        }
    }

    [CaughtBy(nameof(MutualInformationProperties<>.What_is_no_table_of_probabilities_throws))]
    [Breaks("Information.exception.1", "Constraints.1")]
    [Advice("One table without a batch is [1, A, B]: an answer of another shape than was asked for hides the caller's mistake.")]
    public sealed class TakesASingleTable : Table<TakesASingleTable>
    {
        protected override Tensor Compute(Tensor joint) => joint.dim() == 2 ? base.Compute(joint.unsqueeze(0)) : base.Compute(joint);
    }

    [CaughtBy(nameof(MutualInformationProperties<>.However_the_tables_lie_in_memory_they_are_read_rightly_and_left_unchanged))]
    [Breaks("Constraints.4")]
    [Advice("What ends in _ changes the caller's tensor itself: masked_fill makes a copy.")]
    public sealed class FillsInPlace : Table<FillsInPlace>
    {
        protected override Tensor Whole(Tensor joint)
        {
            var whole = base.Whole(joint);
            if (!joint.requires_grad) joint.masked_fill_(joint == 0, 1);
            return whole;
        }
    }

    [CaughtBy(nameof(MutualInformationProperties<>.However_the_tables_lie_in_memory_they_are_read_rightly_and_left_unchanged))]
    [Breaks("Information.joint.1")]
    [Advice("view needs numbers that lie row by row, and those of a transposed tensor do not: reshape copies where it must.")]
    public sealed class ViewsTheCells : Table<ViewsTheCells>
    {
        protected override Tensor Whole(Tensor joint) => base.Whole(joint.view(-1).view(joint.shape));
    }

    [CaughtBy(nameof(MutualInformationProperties<>.Many_tables_and_cells_take_no_more_operations_than_few))]
    [Breaks("Information.summary.2", "Target.1", "Target.2")]
    [Advice("keepdim lets the marginals broadcast over the tables of the whole batch at once.")]
    public sealed class LoopsOverTheTables : Table<LoopsOverTheTables>
    {
        protected override Tensor Whole(Tensor joint) => cat([.. joint.split(1).Select(base.Whole)]);
    }

    [CaughtBy(nameof(MutualInformationProperties<>.Many_tables_and_cells_take_no_more_operations_than_few))]
    [Breaks("Target.2")]
    [Advice("sum([1, 2]) adds up all cells of each table at once.")]
    public sealed class LoopsOverTheRows : Table<LoopsOverTheRows>
    {
        protected override Tensor Sum(Tensor terms) => terms.unbind(1).Select(row => row.sum(1)).Aggregate((sum, next) => sum + next);
    }

    [CaughtBy(nameof(MutualInformationProperties<>.The_gradient_is_exact_above_0_and_finite_at_zeros))]
    [Breaks("Information.returns.2")]
    [Advice("A logarithm that is kept above log 1e-12 has no slope below it: only a cell of 0 needs help.")]
    public sealed class ClampsTheLogarithms : Table<ClampsTheLogarithms>
    {
        protected override Tensor Ratio(Tensor joint, Tensor px, Tensor py) => joint.clamp_min(1e-12).log() - px.clamp_min(1e-12).log() - py.clamp_min(1e-12).log();
    }

    [CaughtBy(nameof(MutualInformationProperties<>.What_is_just_a_distribution_is_taken_and_what_is_just_none_throws))]
    [Breaks("Information.exception.1", "Constraints.1")]
    [Advice("-0 is 0 and not negative: compare the number, its sign says nothing.")]
    public sealed class LooksAtTheSign : Table<LooksAtTheSign>
    {
        protected override void Check(Tensor joint)
        {
            base.Check(joint);
            if (joint.signbit().any().item<bool>()) throw new ArgumentException("a cell is negative");
        }
    }

    [CaughtBy(nameof(MutualInformationProperties<>.What_is_just_a_distribution_is_taken_and_what_is_just_none_throws))]
    [Breaks("Information.exception.1", "Constraints.1")]
    [Advice("In float what is just below 0 is 0, and a sum is off by more or less: check the table in its own type.")]
    public sealed class ChecksInFloat : Table<ChecksInFloat>
    {
        protected override void Check(Tensor joint) => base.Check(joint.to(float32));
    }

    [CaughtBy(nameof(MutualInformationProperties<>.What_is_no_table_of_probabilities_throws))]
    [Breaks("Information.exception.1", "Constraints.1")]
    [Advice("A table of sum 0.9 beside one of 1.1 makes no pair of tables: check each sum, not their mean.")]
    public sealed class ChecksTheMeanSum : Table<ChecksTheMeanSum>
    {
        protected override Tensor Totals(Tensor joint) => base.Totals(joint).mean().unsqueeze(0);
    }

    [CaughtBy(nameof(MutualInformationProperties<>.What_is_written_over_a_distribution_in_place_is_checked_anew))]
    [Breaks("Information.exception.1", "Constraints.1")]
    [Advice("The caller may write other numbers into a table that you have checked: check it in each call.")]
    public sealed class ChecksATensorOnce : Table<ChecksATensorOnce>
    {
        private static readonly ConditionalWeakTable<Tensor, object> s_checked = [];

        protected override void Check(Tensor joint)
        {
            if (s_checked.TryGetValue(joint, out _)) return;
            base.Check(joint);
            s_checked.Add(joint, this);
        }
    }

    [CaughtBy(nameof(MutualInformationProperties<>.The_gradient_is_exact_above_0_and_finite_at_zeros))]
    [Breaks("Information.returns.2", "Constraints.2")]
    [Advice("Below the smallest normal number there are others above 0, down to 5e-324, and clamped they have no slope: only a cell of 0 needs help.")]
    public sealed class ClampsAtTheSmallestNormalNumber : Table<ClampsAtTheSmallestNormalNumber>
    {
        protected override Tensor Ratio(Tensor joint, Tensor px, Tensor py) => base.Ratio(Normal(joint), Normal(px), Normal(py));

        private static Tensor Normal(Tensor p) => p.clamp_min(p.dtype == float64 ? 2.2250738585072014e-308 : 1.1754943508222875e-38);
    }

    [CaughtBy(nameof(MutualInformationProperties<>.What_is_no_table_of_probabilities_throws))]
    [Breaks("Constraints.5")]
    [Advice("What throws does not come to scope.Dispose(), and all that the caller makes from then on is in your scope: using var ends it either way.")]
    public sealed class LeavesItsScopeOpen : Table<LeavesItsScopeOpen>
    {
        protected override Tensor Compute(Tensor joint)
        {
            var scope = NewDisposeScope();
            Check(joint);
            var whole = Whole(joint).MoveToOuterDisposeScope();
            scope.Dispose();
            return whole;
        }
    }
}
