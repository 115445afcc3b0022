using System.Runtime.CompilerServices;

namespace Etudes.ML;

public static class MaskedAutoregressionMistakes
{
    /// <summary>The network as most people write it; each mistake spoils one part.</summary>
    public abstract class Made<TSelf> : IMaskedAutoregression where TSelf : Made<TSelf>, new()
    {
        public static (Tensor Hidden, Tensor Output) Masks(Tensor order, Tensor degrees) => new TSelf().ComputeMasks(order, degrees);

        public static Tensor Logits(Tensor x, Tensor order, Tensor degrees, Tensor w1, Tensor b1, Tensor w2, Tensor b2)
        {
            using var scope = NewDisposeScope();
            var self = new TSelf();
            var (hidden, output) = Masks(order, degrees);
            self.CheckShapes(x, hidden, w1, b1, w2, b2);
            return self.Pass(x, self.First(w1, hidden), b1, self.Second(w2, output), b2).MoveToOuterDisposeScope();
        }

        protected virtual (Tensor, Tensor) ComputeMasks(Tensor order, Tensor degrees)
        {
            CheckOrder(order, degrees);
            using var scope = NewDisposeScope();
            var position = Position(order);
            return (Hidden(position, degrees).MoveToOuterDisposeScope(), Output(position, degrees).MoveToOuterDisposeScope());
        }

        protected virtual void CheckOrder(Tensor order, Tensor degrees)
        {
            double[] positions = MustTensor.Read(order), limits = MustTensor.Read(degrees);
            bool fits = order.dim() == 1 && degrees.dim() == 1 && positions.Length > 1 && limits.Length > 0
                && positions.Order().SequenceEqual(Enumerable.Range(1, positions.Length).Select(position => (double)position))
                && limits.All(limit => limit >= 1 && limit < positions.Length);
            if (!fits) throw new ArgumentException("no order, or no degrees of one");
        }

        protected virtual void CheckShapes(Tensor x, Tensor hidden, Tensor w1, Tensor b1, Tensor w2, Tensor b2)
        {
            var (h, n) = (hidden.shape[0], hidden.shape[1]);
            bool fits = x.dim() == 2 && x.shape[0] > 0 && x.shape[1] == n && w1.shape.SequenceEqual([h, n]) && b1.shape.SequenceEqual([h])
                && w2.shape.SequenceEqual([n, h]) && b2.shape.SequenceEqual([n]);
            if (!fits) throw new ArgumentException("the shapes do not fit");
        }

        protected virtual Tensor Position(Tensor order) => order;
        protected virtual Tensor Hidden(Tensor position, Tensor degrees) => degrees.unsqueeze(1) >= position;
        protected virtual Tensor Output(Tensor position, Tensor degrees) => position.unsqueeze(1) > degrees;
        protected virtual Tensor First(Tensor w1, Tensor mask) => Masked(w1, mask);
        protected virtual Tensor Second(Tensor w2, Tensor mask) => Masked(w2, mask);
        protected virtual Tensor Masked(Tensor weights, Tensor mask) => weights.masked_fill(~mask, 0);
        protected virtual Tensor Pass(Tensor x, Tensor w1, Tensor b1, Tensor w2, Tensor b2) => Activate(x.mm(w1.t()) + b1).mm(w2.t()) + b2;
        protected virtual Tensor Activate(Tensor hidden) => hidden.relu();
    }

    [CaughtBy(nameof(MaskedAutoregressionProperties<>.A_mask_is_true_where_the_degree_allows_the_weight))]
    [Breaks("Masks.summary.1", "Masks.returns.1")]
    [Advice("Both comparisons strict keeps the order, but a unit of degree m no longer reads position m: >= for the hidden layer.")]
    public sealed class IsStrictTwice : Made<IsStrictTwice>
    {
        protected override Tensor Hidden(Tensor position, Tensor degrees) => degrees.unsqueeze(1) > position;
    }

    [CaughtBy(nameof(MaskedAutoregressionProperties<>.A_mask_is_true_where_the_degree_allows_the_weight))]
    [Breaks("Masks.order.1", "Masks.returns.1")]
    [Advice("Positions count from 1, as degrees do: from 0, the first output gets one hidden unit fewer than it may have.")]
    public sealed class CountsFromZero : Made<CountsFromZero>
    {
        protected override Tensor Position(Tensor order) => order - 1;
    }

    [CaughtBy(nameof(MaskedAutoregressionProperties<>.The_logits_are_those_of_the_network_without_its_masked_weights))]
    [Breaks("Logits.summary.1")]
    [Advice("Without relu two layers are one: the network could say no more than a logistic regression for each bit.")]
    public sealed class ForgetsTheActivation : Made<ForgetsTheActivation>
    {
        protected override Tensor Activate(Tensor hidden) => hidden;
    }

    [CaughtBy(nameof(MaskedAutoregressionProperties<>.A_logit_does_not_move_when_its_own_variable_or_a_later_one_does))]
    [Breaks("MaskedAutoregression.summary.1", "Logits.w1.1")]
    [Advice("A hidden unit that reads everything tells every output everything: the first layer is masked too.")]
    public sealed class MasksTheOutputOnly : Made<MasksTheOutputOnly>
    {
        protected override Tensor First(Tensor w1, Tensor mask) => w1;
    }

    [CaughtBy(nameof(MaskedAutoregressionProperties<>.With_weights_of_1_the_gradient_counts_the_paths_from_each_variable))]
    [Breaks("MaskedAutoregression.summary.1", "Logits.w2.1")]
    [Advice("An output that reads every unit sees what the highest degree sees: the second layer is masked too.")]
    public sealed class MasksTheHiddenOnly : Made<MasksTheHiddenOnly>
    {
        protected override Tensor Second(Tensor w2, Tensor mask) => w2;
    }

    [CaughtBy(nameof(MaskedAutoregressionProperties<>.The_probabilities_of_all_vectors_add_up_to_1))]
    [Breaks("MaskedAutoregression.summary.1", "Masks.returns.2")]
    [Advice("With >= in both layers an output sees its own variable, and predicts it perfectly: > for the output.")]
    public sealed class SeesItself : Made<SeesItself>
    {
        protected override Tensor Output(Tensor position, Tensor degrees) => position.unsqueeze(1) >= degrees;
    }

    [CaughtBy(nameof(MaskedAutoregressionProperties<>.The_names_of_the_variables_do_not_matter))]
    [Breaks("Masks.order.1", "Logits.order.1")]
    [Advice("The order is given: a variable's position is not its index.")]
    public sealed class KeepsTheNaturalOrder : Made<KeepsTheNaturalOrder>
    {
        protected override Tensor Position(Tensor order) => arange(1, order.shape[0] + 1);
    }

    [CaughtBy(nameof(MaskedAutoregressionProperties<>.Masked_weights_do_not_count))]
    [Breaks("Logits.w1.1", "Logits.w2.1", "Constraints.2")]
    [Advice("Nobody zeroed the weights for you, and training would fill them: mask them in the forward pass.")]
    public sealed class TrustsTheWeights : Made<TrustsTheWeights>
    {
        protected override Tensor Masked(Tensor weights, Tensor mask) => weights;
    }

    [CaughtBy(nameof(MaskedAutoregressionProperties<>.The_gradient_is_the_slope))]
    [Breaks("Logits.returns.1", "Constraints.2")]
    [Advice("Masking without a gradient trains the biases alone: do it inside the graph.")]
    public sealed class MasksOutsideTheGraph : Made<MasksOutsideTheGraph>
    {
        protected override Tensor Masked(Tensor weights, Tensor mask) => base.Masked(weights.detach(), mask);
    }

    [CaughtBy(nameof(MaskedAutoregressionProperties<>.The_type_of_the_weights_is_kept))]
    [Breaks("Logits.returns.1", "Constraints.3")]
    [Advice("A mask of float64 turns a float32 network into float64: truth values have no say in the type.")]
    public sealed class MasksInDouble : Made<MasksInDouble>
    {
        protected override Tensor Masked(Tensor weights, Tensor mask) => base.Masked(weights, mask).to(float64);

        protected override Tensor Pass(Tensor x, Tensor w1, Tensor b1, Tensor w2, Tensor b2) => base.Pass(x.to(float64), w1, b1, w2, b2);
    }

    [CaughtBy(nameof(MaskedAutoregressionProperties<>.However_the_numbers_lie_in_memory_they_are_read_rightly_and_left_unchanged))]
    [Breaks("Constraints.3")]
    [Advice("Weights zeroed in place are lost for every other order: mask a copy.")]
    public sealed class MasksInPlace : Made<MasksInPlace>
    {
        protected override Tensor Masked(Tensor weights, Tensor mask)
        {
            using (no_grad()) weights.mul_(mask);
            return weights;
        }
    }

    [CaughtBy(nameof(MaskedAutoregressionProperties<>.It_agrees_with_the_golden_data))]
    [Breaks("Masks.order.1", "Logits.order.1")]
    [Advice("order[d] is the position of variable d, not the d-th variable: that list is its inverse.")]
    public sealed class TakesTheOrderAsAList : Made<TakesTheOrderAsAList>
    {
        protected override Tensor Position(Tensor order) => order.argsort() + 1;
    }

    [CaughtBy(nameof(MaskedAutoregressionProperties<>.Orders_degrees_and_shapes_that_do_not_belong_together_throw))]
    [Breaks("Masks.exception.1", "Logits.exception.1", "Constraints.1")]
    [Advice("Two variables in one position never see each other, and no shape tells: check that the order is a permutation.")]
    public sealed class TakesAnyOrder : Made<TakesAnyOrder>
    {
        protected override void CheckOrder(Tensor order, Tensor degrees) { }
    }

    [CaughtBy(nameof(MaskedAutoregressionProperties<>.Orders_degrees_and_shapes_that_do_not_belong_together_throw))]
    [Breaks("Logits.exception.1", "Constraints.1")]
    [Advice("A row of weights or a bias of [1] broadcasts against the mask without a word: compare the shapes first.")]
    public sealed class Broadcasts : Made<Broadcasts>
    {
        protected override void CheckShapes(Tensor x, Tensor hidden, Tensor w1, Tensor b1, Tensor w2, Tensor b2) { }
    }

    [CaughtBy(nameof(MaskedAutoregressionProperties<>.No_tensor_is_left_behind))]
    [Breaks("Constraints.4")]
    [Advice("The degrees as a column are a tensor too: open a NewDisposeScope and move only the two masks out of it.")]
    public sealed class LeavesItsTensors : Made<LeavesItsTensors>
    {
        protected override (Tensor, Tensor) ComputeMasks(Tensor order, Tensor degrees)
        {
            CheckOrder(order, degrees);
            var column = degrees.unsqueeze(1);
            using var positions = order.unsqueeze(1);
            return (column >= order, positions > degrees);
        }
    }

    [CaughtBy(nameof(MaskedAutoregressionProperties<>.Masked_weights_do_not_count))]
    [Breaks("Logits.w1.1", "Logits.w2.1", "Constraints.2")]
    [Advice("NaN or infinity times a mask of 0 is NaN: fill the masked weights with 0.")]
    public sealed class MultipliesByTheMasks : Made<MultipliesByTheMasks>
    {
        protected override Tensor Masked(Tensor weights, Tensor mask) => weights * mask;
    }

    [CaughtBy(nameof(MaskedAutoregressionProperties<>.A_mask_is_true_where_the_degree_allows_the_weight))]
    [Breaks("Masks.returns.3", "Constraints.3")]
    [Advice("A mask of numbers has a type of its own, which the weights need not have: keep the truth values of the comparison.")]
    public sealed class MakesMasksOfNumbers : Made<MakesMasksOfNumbers>
    {
        protected override Tensor Hidden(Tensor position, Tensor degrees) => base.Hidden(position, degrees).to(float32);
        protected override Tensor Masked(Tensor weights, Tensor mask) => base.Masked(weights, mask == 1);
    }

    [CaughtBy(nameof(MaskedAutoregressionProperties<>.The_logits_are_those_of_the_network_without_its_masked_weights))]
    [Breaks("Logits.x.1")]
    [Advice("The network takes any numbers, not bits alone: pass x on as it is.")]
    public sealed class RoundsToBits : Made<RoundsToBits>
    {
        protected override Tensor Pass(Tensor x, Tensor w1, Tensor b1, Tensor w2, Tensor b2) => base.Pass((x > 0.5).to(x.dtype), w1, b1, w2, b2);
    }

    [CaughtBy(nameof(MaskedAutoregressionProperties<>.The_logits_are_those_of_the_network_without_its_masked_weights))]
    [Breaks("Logits.b1.1")]
    [Advice("A hidden unit has a bias, and it is added before relu.")]
    public sealed class ForgetsTheHiddenBias : Made<ForgetsTheHiddenBias>
    {
        protected override Tensor Pass(Tensor x, Tensor w1, Tensor b1, Tensor w2, Tensor b2) => base.Pass(x, w1, zeros_like(b1), w2, b2);
    }

    [CaughtBy(nameof(MaskedAutoregressionProperties<>.The_logits_are_those_of_the_network_without_its_masked_weights))]
    [Breaks("Logits.b2.1")]
    [Advice("The first variable reads no unit: all that it has is its bias.")]
    public sealed class ForgetsTheOutputBias : Made<ForgetsTheOutputBias>
    {
        protected override Tensor Pass(Tensor x, Tensor w1, Tensor b1, Tensor w2, Tensor b2) => base.Pass(x, w1, b1, w2, zeros_like(b2));
    }

    [CaughtBy(nameof(MaskedAutoregressionProperties<>.With_weights_of_1_the_gradient_counts_the_paths_from_each_variable))]
    [Breaks("Logits.returns.1", "Constraints.2")]
    [Advice("x may come from another network: detach cuts its gradient.")]
    public sealed class DetachesX : Made<DetachesX>
    {
        protected override Tensor Pass(Tensor x, Tensor w1, Tensor b1, Tensor w2, Tensor b2) => base.Pass(x.detach(), w1, b1, w2, b2);
    }

    [CaughtBy(nameof(MaskedAutoregressionProperties<>.The_logits_are_those_of_the_network_without_its_masked_weights))]
    [Breaks("Logits.summary.1")]
    [Advice("float keeps 7 digits: compute in the type of the weights.")]
    public sealed class ComputesInFloat : Made<ComputesInFloat>
    {
        protected override Tensor Pass(Tensor x, Tensor w1, Tensor b1, Tensor w2, Tensor b2) => base.Pass(x, w1, b1, w2, b2).to(float32).to(x.dtype);
    }

    [CaughtBy(nameof(MaskedAutoregressionProperties<>.A_vector_of_a_batch_is_passed_as_it_is_alone))]
    [Breaks("Logits.returns.1", "Constraints.1")]
    [Advice("squeeze takes the batch away too where it holds one vector: the result has two axes, whatever N is.")]
    public sealed class SqueezesTheBatch : Made<SqueezesTheBatch>
    {
        protected override Tensor Pass(Tensor x, Tensor w1, Tensor b1, Tensor w2, Tensor b2) => base.Pass(x, w1, b1, w2, b2).squeeze();
    }

    [CaughtBy(nameof(MaskedAutoregressionProperties<>.Orders_degrees_and_shapes_that_do_not_belong_together_throw))]
    [Breaks("Masks.degrees.1", "Logits.degrees.1", "Masks.exception.1", "Constraints.1")]
    [Advice("A unit of degree n reads all and feeds nobody, one of degree 0 reads nothing: degrees are among 1..n-1.")]
    public sealed class TakesAnyDegree : Made<TakesAnyDegree>
    {
        protected override void CheckOrder(Tensor order, Tensor degrees)
        {
            if (degrees.dim() != 1 || degrees.numel() == 0) throw new ArgumentException("no degrees");
            base.CheckOrder(order, ones_like(degrees));
        }
    }

    [CaughtBy(nameof(MaskedAutoregressionProperties<>.However_the_numbers_lie_in_memory_they_are_read_rightly_and_left_unchanged))]
    [Breaks("Constraints.3")]
    [Advice("sub_ changes the caller's order itself: subtract into a new tensor.")]
    public sealed class CountsFromZeroInPlace : Made<CountsFromZeroInPlace>
    {
        protected override Tensor Hidden(Tensor position, Tensor degrees) => degrees.unsqueeze(1) > position.sub_(1);
        protected override Tensor Output(Tensor position, Tensor degrees) => position.unsqueeze(1) >= degrees;
    }

    [CaughtBy(nameof(MaskedAutoregressionProperties<>.However_the_numbers_lie_in_memory_they_are_read_rightly_and_left_unchanged))]
    [Breaks("Logits.x.1")]
    [Advice("view needs numbers that lie row by row, and those of a transposed tensor do not: reshape copies where it must.")]
    public sealed class ViewsTheInput : Made<ViewsTheInput>
    {
        protected override Tensor Pass(Tensor x, Tensor w1, Tensor b1, Tensor w2, Tensor b2) => base.Pass(x.view(-1).view(x.shape), w1, b1, w2, b2);
    }

    [CaughtBy(nameof(MaskedAutoregressionProperties<>.Many_variables_units_and_vectors_take_no_more_operations_than_few))]
    [Breaks("Logits.summary.2", "Target.1", "Target.2")]
    [Advice("The masks make one pass give all logits: with a loop over the variables they would not be needed.")]
    public sealed class LoopsOverTheVariables : Made<LoopsOverTheVariables>
    {
        protected override Tensor Pass(Tensor x, Tensor w1, Tensor b1, Tensor w2, Tensor b2) =>
            stack([.. Enumerable.Range(0, (int)x.shape[1]).Select(d => base.Pass(x, w1, b1, w2, b2)[.., d])], 1);
    }

    [CaughtBy(nameof(MaskedAutoregressionProperties<>.Many_variables_units_and_vectors_take_no_more_operations_than_few))]
    [Breaks("Target.2")]
    [Advice("A column of degrees compared with a row of positions is the whole mask at once.")]
    public sealed class LoopsOverTheUnits : Made<LoopsOverTheUnits>
    {
        protected override Tensor Hidden(Tensor position, Tensor degrees) => stack([.. degrees.unbind().Select(degree => degree >= position)]);
    }

    [CaughtBy(nameof(MaskedAutoregressionProperties<>.Every_list_of_positions_that_is_no_permutation_throws))]
    [Breaks("Masks.order.1", "Masks.exception.1", "Constraints.1")]
    [Advice("[1, 1, 4, 4] has the right least, greatest and sum, and is no permutation: sort and compare with 1..n.")]
    public sealed class ChecksTheSum : Made<ChecksTheSum>
    {
        protected override void CheckOrder(Tensor order, Tensor degrees)
        {
            double[] positions = order.dim() == 1 ? MustTensor.Read(order) : [];
            int n = positions.Length;
            if (n > 0 && (positions.Min() < 1 || positions.Max() > n || positions.Sum() != n * (n + 1) / 2)) throw new ArgumentException("no order");
            base.CheckOrder(arange(1, n + 1), degrees);
        }
    }

    [CaughtBy(nameof(MaskedAutoregressionProperties<>.What_is_written_over_in_place_is_read_and_checked_anew))]
    [Breaks("Masks.exception.1", "Logits.exception.1", "Constraints.1")]
    [Advice("The caller may write another order into a tensor that you have checked: check it in each call.")]
    public sealed class ChecksATensorOnce : Made<ChecksATensorOnce>
    {
        private static readonly ConditionalWeakTable<Tensor, object> s_checked = [];

        protected override void CheckOrder(Tensor order, Tensor degrees)
        {
            if (s_checked.TryGetValue(order, out _) && s_checked.TryGetValue(degrees, out _)) return;
            base.CheckOrder(order, degrees);
            s_checked.TryAdd(order, this);
            s_checked.TryAdd(degrees, this);
        }
    }

    [CaughtBy(nameof(MaskedAutoregressionProperties<>.Orders_degrees_and_shapes_that_do_not_belong_together_throw))]
    [Breaks("Masks.order.1", "Masks.degrees.1", "Masks.exception.1", "Constraints.1")]
    [Advice("2^32 + 1 as an int is 1: check positions and degrees as the int64 that they are.")]
    public sealed class ReadsInts : Made<ReadsInts>
    {
        protected override void CheckOrder(Tensor order, Tensor degrees) => base.CheckOrder(order.to(int32), degrees.to(int32));
    }

    [CaughtBy(nameof(MaskedAutoregressionProperties<>.A_weight_of_NaN_that_is_not_masked_reaches_its_logit))]
    [Breaks("Logits.summary.1")]
    [Advice("nan_to_num also heals the weights that count, and nobody sees that training has failed: fill the masked ones alone.")]
    public sealed class MakesNumbersOfNaN : Made<MakesNumbersOfNaN>
    {
        protected override Tensor Masked(Tensor weights, Tensor mask) => weights.nan_to_num() * mask.to(weights.dtype);
    }
}
