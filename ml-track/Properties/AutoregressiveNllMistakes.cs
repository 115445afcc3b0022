using System.Runtime.CompilerServices;
using static TorchSharp.torch.nn.functional;

namespace Etudes.ML;

public static class AutoregressiveNllMistakes
{
    /// <summary>The likelihood as most people write it; each mistake spoils one part.</summary>
    public abstract class Chain<TSelf> : IAutoregressiveNll where TSelf : Chain<TSelf>, new()
    {
        public static Tensor NegativeLogLikelihood(Tensor x, Tensor weights, Tensor bias) => new TSelf().Compute(x, weights, bias);

        protected virtual Tensor Compute(Tensor x, Tensor weights, Tensor bias)
        {
            Check(x, weights, bias);
            using var scope = NewDisposeScope();
            return Sum(Terms(x, Logits(x, weights, bias))).MoveToOuterDisposeScope();
        }

        protected virtual void Check(Tensor x, Tensor weights, Tensor bias)
        {
            bool fits = x.dim() == 2 && x.numel() > 0 && weights.shape.SequenceEqual([x.shape[1], x.shape[1]]) && bias.shape.SequenceEqual([x.shape[1]]);
            if (!fits || !MustTensor.Read(x).All(bit => bit is 0 or 1)) throw new ArgumentException("the shapes do not fit, or x is not binary");
        }

        protected virtual Tensor Logits(Tensor x, Tensor weights, Tensor bias) => x.mm(Mask(weights).t()) + bias;
        protected virtual Tensor Mask(Tensor weights) => weights.tril(-1);
        protected virtual Tensor Terms(Tensor x, Tensor logits) => -logsigmoid((2 * x - 1) * logits);
        protected virtual Tensor Sum(Tensor terms) => terms.sum(1);
    }

    [CaughtBy(nameof(AutoregressiveNllProperties<>.The_probabilities_of_all_vectors_add_up_to_1))]
    [Breaks("AutoregressiveNll.summary.1", "NegativeLogLikelihood.weights.1", "Constraints.2")]
    [Advice("tril() keeps the diagonal, and a bit that predicts itself is no probability: the conditional reads j < i only, tril(-1).")]
    public sealed class KeepsTheDiagonal : Chain<KeepsTheDiagonal>
    {
        protected override Tensor Mask(Tensor weights) => weights.tril();
    }

    [CaughtBy(nameof(AutoregressiveNllProperties<>.Weights_on_or_above_the_diagonal_do_not_count))]
    [Breaks("NegativeLogLikelihood.weights.1", "Constraints.2")]
    [Advice("Nobody zeroed W for you, and training would fill it: mask it in the forward pass.")]
    public sealed class TrustsTheWeights : Chain<TrustsTheWeights>
    {
        protected override Tensor Mask(Tensor weights) => weights;
    }

    [CaughtBy(nameof(AutoregressiveNllProperties<>.Without_its_last_bit_the_model_is_the_marginal_of_the_others))]
    [Breaks("AutoregressiveNll.summary.1")]
    [Advice("Row i of W makes the logit of bit i: x times W transposed. Without it bit i reads the later bits.")]
    public sealed class ForgetsToTranspose : Chain<ForgetsToTranspose>
    {
        protected override Tensor Mask(Tensor weights) => weights.tril(-1).t();
    }

    [CaughtBy(nameof(AutoregressiveNllProperties<>.The_probabilities_of_all_vectors_add_up_to_1))]
    [Breaks("NegativeLogLikelihood.summary.1")]
    [Advice("A bit that is 0 has a probability too: 1 - p, not 1.")]
    public sealed class CountsOnesOnly : Chain<CountsOnesOnly>
    {
        protected override Tensor Terms(Tensor x, Tensor logits) => -x * logsigmoid(logits);
    }

    [CaughtBy(nameof(AutoregressiveNllProperties<>.Weights_of_ten_thousand_give_finite_values_and_gradients))]
    [Breaks("NegativeLogLikelihood.returns.1", "Constraints.3")]
    [Advice("The sigmoid of -800 is 0 and its logarithm -∞: use logsigmoid, and 1 - σ(z) = σ(-z).")]
    public sealed class TakesTheLogOfTheSigmoid : Chain<TakesTheLogOfTheSigmoid>
    {
        protected override Tensor Terms(Tensor x, Tensor logits) => -(x * logits.sigmoid().log() + (1 - x) * (1 - logits.sigmoid()).log());
    }

    [CaughtBy(nameof(AutoregressiveNllProperties<>.It_is_the_sum_of_the_conditionals_of_every_bit))]
    [Breaks("NegativeLogLikelihood.summary.1")]
    [Advice("The chain rule adds the conditionals; their mean is the loss per bit.")]
    public sealed class AveragesTheBits : Chain<AveragesTheBits>
    {
        protected override Tensor Sum(Tensor terms) => terms.mean([1]);
    }

    [CaughtBy(nameof(AutoregressiveNllProperties<>.It_agrees_with_the_golden_data))]
    [Breaks("NegativeLogLikelihood.summary.1")]
    [Advice("σ(z) is the probability of a 1: a bit that is 1 keeps the sign of its logit.")]
    public sealed class SwapsTheSign : Chain<SwapsTheSign>
    {
        protected override Tensor Terms(Tensor x, Tensor logits) => base.Terms(1 - x, logits);
    }

    [CaughtBy(nameof(AutoregressiveNllProperties<>.It_is_the_sum_of_the_conditionals_of_every_bit))]
    [Breaks("NegativeLogLikelihood.returns.1")]
    [Advice("One number per vector is asked for: do not reduce over the batch.")]
    public sealed class ReducesTheBatch : Chain<ReducesTheBatch>
    {
        protected override Tensor Sum(Tensor terms) => terms.sum(1).mean();
    }

    [CaughtBy(nameof(AutoregressiveNllProperties<>.The_gradient_is_the_slope))]
    [Breaks("NegativeLogLikelihood.returns.1")]
    [Advice("The bias is learned as well: detach cuts its gradient.")]
    public sealed class DetachesTheBias : Chain<DetachesTheBias>
    {
        protected override Tensor Logits(Tensor x, Tensor weights, Tensor bias) => base.Logits(x, weights, bias.detach());
    }

    [CaughtBy(nameof(AutoregressiveNllProperties<>.The_type_of_the_weights_is_kept))]
    [Breaks("NegativeLogLikelihood.returns.1", "Constraints.3")]
    [Advice("Keep the type of the weights: float32 in, float32 out.")]
    public sealed class ComputesInDouble : Chain<ComputesInDouble>
    {
        protected override Tensor Terms(Tensor x, Tensor logits) => base.Terms(x, logits.to(float64));
    }

    [CaughtBy(nameof(AutoregressiveNllProperties<>.Shapes_that_do_not_belong_together_throw))]
    [Breaks("NegativeLogLikelihood.exception.1", "Constraints.1")]
    [Advice("A bias of [1] broadcasts without a word, and half a bit has no probability: check the shapes and the bits.")]
    public sealed class TakesAnything : Chain<TakesAnything>
    {
        protected override void Check(Tensor x, Tensor weights, Tensor bias) { }
    }

    [CaughtBy(nameof(AutoregressiveNllProperties<>.No_tensor_is_left_behind))]
    [Breaks("Constraints.5")]
    [Advice("Every operation makes a tensor that lives until it is disposed: open a NewDisposeScope and move the result out of it.")]
    public sealed class LeavesItsTensors : Chain<LeavesItsTensors>
    {
        protected override Tensor Compute(Tensor x, Tensor weights, Tensor bias)
        {
            Check(x, weights, bias);
            return Sum(Terms(x, Logits(x, weights, bias)));
        }
    }

    [CaughtBy(nameof(AutoregressiveNllProperties<>.Weights_on_or_above_the_diagonal_do_not_count))]
    [Breaks("NegativeLogLikelihood.weights.1", "Constraints.2")]
    [Advice("NaN times a mask of 0 is NaN: tril takes the numbers away, whatever they are.")]
    public sealed class MultipliesByAMask : Chain<MultipliesByAMask>
    {
        protected override Tensor Mask(Tensor weights) => weights * ones_like(weights).tril(-1);
    }

    [CaughtBy(nameof(AutoregressiveNllProperties<>.It_is_the_sum_of_the_conditionals_of_every_bit))]
    [Breaks("NegativeLogLikelihood.bias.1")]
    [Advice("The first bit has nobody before it, but it has a bias: it need not be a fair coin.")]
    public sealed class TossesACoinForTheFirst : Chain<TossesACoinForTheFirst>
    {
        protected override Tensor Logits(Tensor x, Tensor weights, Tensor bias) => base.Logits(x, weights, where(arange(bias.shape[0]) > 0, bias, zeros_like(bias)));
    }

    [CaughtBy(nameof(AutoregressiveNllProperties<>.It_is_the_sum_of_the_conditionals_of_every_bit))]
    [Breaks("NegativeLogLikelihood.summary.1")]
    [Advice("float keeps 7 digits: compute in the type of the weights.")]
    public sealed class ComputesInFloat : Chain<ComputesInFloat>
    {
        protected override Tensor Terms(Tensor x, Tensor logits) => base.Terms(x, logits.to(float32)).to(logits.dtype);
    }

    [CaughtBy(nameof(AutoregressiveNllProperties<>.A_vector_of_a_batch_is_judged_as_it_is_alone))]
    [Breaks("NegativeLogLikelihood.x.1", "Constraints.1")]
    [Advice("squeeze takes the batch away too where it holds one vector: sum over dimension 1, and no other axis is left over.")]
    public sealed class SqueezesTheBatch : Chain<SqueezesTheBatch>
    {
        protected override Tensor Sum(Tensor terms) => base.Sum(terms).squeeze();
    }

    [CaughtBy(nameof(AutoregressiveNllProperties<>.Weights_of_ten_thousand_give_finite_values_and_gradients))]
    [Breaks("NegativeLogLikelihood.returns.1", "Constraints.3")]
    [Advice("where() picks the finite value, but its gradient goes through both branches, and 0 times infinity is NaN: use logsigmoid.")]
    public sealed class PicksTheFiniteBranch : Chain<PicksTheFiniteBranch>
    {
        protected override Tensor Terms(Tensor x, Tensor logits)
        {
            var t = (1 - 2 * x) * logits;
            return where(t > 0, t + (-t).exp().log1p(), t.exp().log1p());
        }
    }

    [CaughtBy(nameof(AutoregressiveNllProperties<>.Where_a_bit_is_as_likely_as_not_the_gradient_is_a_half_less_the_bit))]
    [Breaks("NegativeLogLikelihood.returns.1")]
    [Advice("relu and abs have the gradient 0 at 0, though softplus has 1/2 there, and training may begin with all weights 0: use logsigmoid.")]
    public sealed class StopsAt0 : Chain<StopsAt0>
    {
        protected override Tensor Terms(Tensor x, Tensor logits)
        {
            var t = (1 - 2 * x) * logits;
            return t.relu() + (-t.abs()).exp().log1p();
        }
    }

    [CaughtBy(nameof(AutoregressiveNllProperties<>.What_is_just_within_the_range_is_taken_and_what_is_just_outside_throws))]
    [Breaks("NegativeLogLikelihood.exception.1", "Constraints.1")]
    [Advice("Half a bit lies between 0 and 1 too: ask whether each element is 0 or 1.")]
    public sealed class TakesAllBetween0And1 : Chain<TakesAllBetween0And1>
    {
        protected override void Check(Tensor x, Tensor weights, Tensor bias) => base.Check((x >= 0) & (x <= 1), weights, bias);
    }

    [CaughtBy(nameof(AutoregressiveNllProperties<>.However_the_numbers_lie_in_memory_they_are_read_rightly_and_left_unchanged))]
    [Breaks("Constraints.4")]
    [Advice("tril_ zeroes the caller's weights themselves: tril makes a copy.")]
    public sealed class MasksInPlace : Chain<MasksInPlace>
    {
        protected override Tensor Mask(Tensor weights) => weights.requires_grad ? base.Mask(weights) : weights.tril_(-1);
    }

    [CaughtBy(nameof(AutoregressiveNllProperties<>.However_the_numbers_lie_in_memory_they_are_read_rightly_and_left_unchanged))]
    [Breaks("NegativeLogLikelihood.x.1")]
    [Advice("view needs numbers that lie row by row, and those of a transposed tensor do not: reshape copies where it must.")]
    public sealed class ViewsTheBits : Chain<ViewsTheBits>
    {
        protected override Tensor Terms(Tensor x, Tensor logits) => base.Terms(x.view(-1), logits.view(-1)).view(x.shape);
    }

    [CaughtBy(nameof(AutoregressiveNllProperties<>.Many_bits_and_vectors_take_no_more_operations_than_few))]
    [Breaks("Target.1", "Target.2")]
    [Advice("All bits are given, so no conditional waits for another: one product of x with the masked W gives all logits.")]
    public sealed class LoopsOverTheBits : Chain<LoopsOverTheBits>
    {
        protected override Tensor Logits(Tensor x, Tensor weights, Tensor bias) =>
            stack([.. Enumerable.Range(0, (int)x.shape[1]).Select(i => x[.., ..i].mv(weights[i, ..i]) + bias[i])], 1);
    }

    [CaughtBy(nameof(AutoregressiveNllProperties<>.Many_bits_and_vectors_take_no_more_operations_than_few))]
    [Breaks("Target.2")]
    [Advice("A batch is one matrix product: x times W transposed, for all its vectors at once.")]
    public sealed class LoopsOverTheVectors : Chain<LoopsOverTheVectors>
    {
        protected override Tensor Logits(Tensor x, Tensor weights, Tensor bias) => stack([.. x.unbind(0).Select(row => Mask(weights).mv(row) + bias)], 0);
    }

    [CaughtBy(nameof(AutoregressiveNllProperties<>.What_is_just_within_the_range_is_taken_and_what_is_just_outside_throws))]
    [Breaks("NegativeLogLikelihood.x.1", "NegativeLogLikelihood.exception.1", "Constraints.1")]
    [Advice("A bit that is off by a millionth is no bit: compare with 0 and 1, without a tolerance.")]
    public sealed class AllowsAMillionth : Chain<AllowsAMillionth>
    {
        protected override void Check(Tensor x, Tensor weights, Tensor bias) => base.Check(where((x - x.round()).abs() <= 1e-6, x.round(), x), weights, bias);
    }

    [CaughtBy(nameof(AutoregressiveNllProperties<>.What_is_written_over_in_place_is_read_and_checked_anew))]
    [Breaks("NegativeLogLikelihood.exception.1", "Constraints.1")]
    [Advice("The caller may write other numbers into a tensor that you have checked: check it in each call.")]
    public sealed class ChecksATensorOnce : Chain<ChecksATensorOnce>
    {
        private static readonly ConditionalWeakTable<Tensor, object> s_checked = [];

        protected override void Check(Tensor x, Tensor weights, Tensor bias)
        {
            if (s_checked.TryGetValue(x, out _)) return;
            base.Check(x, weights, bias);
            s_checked.Add(x, this);
        }
    }
}
