using System.Runtime.CompilerServices;

namespace Etudes.ML;

public static class AncestralSamplingMistakes
{
    /// <summary>The sampling as most people write it; each mistake spoils one part.</summary>
    public abstract class Ancestral<TSelf> : IAncestralSampling where TSelf : Ancestral<TSelf>, new()
    {
        public static Tensor Sample(Tensor uniforms, Tensor weights, Tensor bias) => new TSelf().Compute(uniforms, weights, bias);

        protected virtual Tensor Compute(Tensor uniforms, Tensor weights, Tensor bias)
        {
            Check(uniforms, weights, bias);
            using var scope = NewDisposeScope();
            return Draw(uniforms, Mask(weights), bias).MoveToOuterDisposeScope();
        }

        protected virtual void Check(Tensor uniforms, Tensor weights, Tensor bias)
        {
            bool fits = uniforms.dim() == 2 && uniforms.numel() > 0
                && weights.shape.SequenceEqual([uniforms.shape[1], uniforms.shape[1]]) && bias.shape.SequenceEqual([uniforms.shape[1]]);
            if (!fits || !MustTensor.Read(uniforms).All(u => u is >= 0 and < 1)) throw new ArgumentException("the shapes do not fit, or a number is not of [0, 1)");
        }

        protected virtual Tensor Draw(Tensor uniforms, Tensor weights, Tensor bias)
        {
            var x = Start(uniforms); // [N, n]
            for (int i = 0; i < x.shape[1]; i++)
                x[.., i] = Bit(Uniform(uniforms, i), Sigmoid(Logit(x, weights[i]) + bias[i])).to(x.dtype);
            return x;
        }

        protected virtual Tensor Mask(Tensor weights) => weights.tril(-1);
        protected virtual Tensor Start(Tensor uniforms) => zeros_like(uniforms);
        protected virtual Tensor Logit(Tensor x, Tensor row) => x.mv(row);
        protected virtual Tensor Sigmoid(Tensor logit) => logit.sigmoid();
        protected virtual Tensor Uniform(Tensor uniforms, int i) => uniforms[.., i];
        protected virtual Tensor Bit(Tensor uniform, Tensor p) => uniform < p;
    }

    [CaughtBy(nameof(AncestralSamplingProperties<>.Each_bit_is_drawn_from_the_bits_before_it))]
    [Breaks("AncestralSampling.summary.1", "Sample.summary.1")]
    [Advice("One pass over an empty x draws every bit as if all before it were 0: a bit needs its parents drawn first, so the loop stays.")]
    public sealed class DrawsAllAtOnce : Ancestral<DrawsAllAtOnce>
    {
        protected override Tensor Draw(Tensor uniforms, Tensor weights, Tensor bias) =>
            (uniforms < (Start(uniforms).mm(weights.t()) + bias).sigmoid()).to(uniforms.dtype);
    }

    [CaughtBy(nameof(AncestralSamplingProperties<>.Uniforms_on_its_side_of_every_conditional_draw_any_vector))]
    [Breaks("AncestralSampling.summary.1", "Sample.summary.1")]
    [Advice("The next bit is given the bits that were drawn, not their probabilities: compare before you go on.")]
    public sealed class PassesTheProbabilitiesOn : Ancestral<PassesTheProbabilitiesOn>
    {
        protected override Tensor Draw(Tensor uniforms, Tensor weights, Tensor bias) => (uniforms < base.Draw(uniforms, weights, bias)).to(uniforms.dtype);
        protected override Tensor Bit(Tensor uniform, Tensor p) => p;
    }

    [CaughtBy(nameof(AncestralSamplingProperties<>.Uniforms_on_its_side_of_every_conditional_draw_any_vector))]
    [Breaks("Sample.uniforms.1")]
    [Advice("Every bit needs a uniform of its own: with one for all of them the bits rise and fall together.")]
    public sealed class SharesOneUniform : Ancestral<SharesOneUniform>
    {
        protected override Tensor Uniform(Tensor uniforms, int i) => uniforms[.., 0];
    }

    [CaughtBy(nameof(AncestralSamplingProperties<>.In_a_grid_of_uniforms_every_vector_is_as_frequent_as_it_is_probable))]
    [Breaks("Sample.summary.1")]
    [Advice("The more probable value of each bit is greedy decoding and always the same vector: compare with the uniform.")]
    public sealed class TakesTheMoreProbable : Ancestral<TakesTheMoreProbable>
    {
        protected override Tensor Bit(Tensor uniform, Tensor p) => p > 0.5;
    }

    [CaughtBy(nameof(AncestralSamplingProperties<>.A_uniform_that_equals_its_probability_gives_0))]
    [Breaks("Sample.summary.1")]
    [Advice("u is from [0, 1): with u <= p, a bit of probability 0 becomes 1 when u is 0.")]
    public sealed class TakesTheEqual : Ancestral<TakesTheEqual>
    {
        protected override Tensor Bit(Tensor uniform, Tensor p) => uniform <= p;
    }

    [CaughtBy(nameof(AncestralSamplingProperties<>.It_agrees_with_the_golden_data))]
    [Breaks("Sample.summary.1")]
    [Advice("1 - u is as uniform as u, but it is not what was asked for: x_i = 1 if u_i < p_i.")]
    public sealed class TurnsTheUniformRound : Ancestral<TurnsTheUniformRound>
    {
        protected override Tensor Bit(Tensor uniform, Tensor p) => uniform > 1 - p;
    }

    [CaughtBy(nameof(AncestralSamplingProperties<>.Later_uniforms_do_not_move_earlier_bits))]
    [Breaks("Sample.summary.1")]
    [Advice("The model's order is 1..n: drawn from the last bit to the first, it is another model.")]
    public sealed class DrawsFromTheLast : Ancestral<DrawsFromTheLast>
    {
        protected override Tensor Mask(Tensor weights) => base.Mask(weights).t();

        protected override Tensor Draw(Tensor uniforms, Tensor weights, Tensor bias) =>
            base.Draw(uniforms.flip(1), weights.flip(0, 1), bias.flip(0)).flip(1);
    }

    [CaughtBy(nameof(AncestralSamplingProperties<>.A_vector_of_a_batch_is_drawn_as_it_is_alone))]
    [Breaks("Sample.returns.1")]
    [Advice("Every vector has its own bits before it: multiply the whole batch with the row, not its first vector.")]
    public sealed class TakesTheFirstVectorsLogit : Ancestral<TakesTheFirstVectorsLogit>
    {
        protected override Tensor Logit(Tensor x, Tensor row) => x[..1].mv(row);
    }

    [CaughtBy(nameof(AncestralSamplingProperties<>.Weights_on_or_above_the_diagonal_do_not_count))]
    [Breaks("Sample.weights.1", "Constraints.2")]
    [Advice("What stands in x from bit i on is not drawn yet: start from zeros, or mask the weights.")]
    public sealed class ReadsWhatIsNotDrawn : Ancestral<ReadsWhatIsNotDrawn>
    {
        protected override Tensor Start(Tensor uniforms) => uniforms.clone();
        protected override Tensor Mask(Tensor weights) => weights;
    }

    [CaughtBy(nameof(AncestralSamplingProperties<>.However_the_numbers_lie_in_memory_they_are_read_rightly_and_left_unchanged))]
    [Breaks("Constraints.3")]
    [Advice("Writing the bits over the uniforms saves a tensor and spoils the caller's: make one of your own.")]
    public sealed class WritesOverTheUniforms : Ancestral<WritesOverTheUniforms>
    {
        protected override Tensor Start(Tensor uniforms) => uniforms;
    }

    [CaughtBy(nameof(AncestralSamplingProperties<>.Weights_of_ten_thousand_decide_every_bit))]
    [Breaks("Sample.returns.1", "Constraints.2")]
    [Advice("exp of 1e4 is infinite, ∞ / ∞ is NaN, and no uniform is below NaN: use sigmoid.")]
    public sealed class DividesTheExponentials : Ancestral<DividesTheExponentials>
    {
        protected override Tensor Sigmoid(Tensor logit) => logit.exp() / (1 + logit.exp());
    }

    [CaughtBy(nameof(AncestralSamplingProperties<>.The_type_of_the_weights_is_kept))]
    [Breaks("Sample.returns.1", "Constraints.3")]
    [Advice("A comparison gives truth values, and the next matrix product wants the weights' type: keep that one.")]
    public sealed class ReturnsTruthValues : Ancestral<ReturnsTruthValues>
    {
        protected override Tensor Draw(Tensor uniforms, Tensor weights, Tensor bias) => base.Draw(uniforms, weights, bias) > 0;
    }

    [CaughtBy(nameof(AncestralSamplingProperties<>.Shapes_that_do_not_belong_together_throw))]
    [Breaks("Sample.exception.1", "Constraints.1")]
    [Advice("A uniform of 1 or NaN draws a 0 for ever and without a word: check the numbers and the shapes.")]
    public sealed class TakesAnything : Ancestral<TakesAnything>
    {
        protected override void Check(Tensor uniforms, Tensor weights, Tensor bias) { }
    }

    [CaughtBy(nameof(AncestralSamplingProperties<>.No_tensor_is_left_behind))]
    [Breaks("Constraints.4")]
    [Advice("Every step of the loop makes tensors that live until they are disposed: open a NewDisposeScope and move the result out of it.")]
    public sealed class LeavesItsTensors : Ancestral<LeavesItsTensors>
    {
        protected override Tensor Compute(Tensor uniforms, Tensor weights, Tensor bias)
        {
            Check(uniforms, weights, bias);
            return Draw(uniforms, Mask(weights), bias);
        }
    }

    [CaughtBy(nameof(AncestralSamplingProperties<>.Uniforms_on_its_side_of_every_conditional_draw_any_vector))]
    [Breaks("Sample.uniforms.1")]
    [Advice("float cannot tell a uniform from a probability that is near it: compare in the type of the weights.")]
    public sealed class ComparesInFloat : Ancestral<ComparesInFloat>
    {
        protected override Tensor Bit(Tensor uniform, Tensor p) => uniform.to(float32) < p.to(float32);
    }

    [CaughtBy(nameof(AncestralSamplingProperties<>.Each_bit_is_drawn_from_the_bits_before_it))]
    [Breaks("Sample.bias.1")]
    [Advice("The first bit has nobody before it, but it has a bias: it need not be a fair coin.")]
    public sealed class TossesACoinForTheFirst : Ancestral<TossesACoinForTheFirst>
    {
        protected override Tensor Draw(Tensor uniforms, Tensor weights, Tensor bias) => base.Draw(uniforms, weights, where(arange(bias.shape[0]) > 0, bias, zeros_like(bias)));
    }

    [CaughtBy(nameof(AncestralSamplingProperties<>.A_vector_of_a_batch_is_drawn_as_it_is_alone))]
    [Breaks("Sample.returns.1", "Constraints.1")]
    [Advice("squeeze takes the batch away too where it holds one vector: the result has two axes, whatever N is.")]
    public sealed class SqueezesTheBatch : Ancestral<SqueezesTheBatch>
    {
        protected override Tensor Draw(Tensor uniforms, Tensor weights, Tensor bias) => base.Draw(uniforms, weights, bias).squeeze(0);
    }

    [CaughtBy(nameof(AncestralSamplingProperties<>.Weights_on_or_above_the_diagonal_do_not_count))]
    [Breaks("Sample.weights.1", "Constraints.2")]
    [Advice("NaN times a mask of 0, or times a bit that is still 0, is NaN: tril takes the numbers away, whatever they are.")]
    public sealed class MultipliesByAMask : Ancestral<MultipliesByAMask>
    {
        protected override Tensor Mask(Tensor weights) => weights * ones_like(weights).tril(-1);
    }

    [CaughtBy(nameof(AncestralSamplingProperties<>.However_the_numbers_lie_in_memory_they_are_read_rightly_and_left_unchanged))]
    [Breaks("Constraints.3")]
    [Advice("tril_ zeroes the caller's weights themselves: tril makes a copy.")]
    public sealed class MasksInPlace : Ancestral<MasksInPlace>
    {
        protected override Tensor Mask(Tensor weights) => weights.tril_(-1);
    }

    [CaughtBy(nameof(AncestralSamplingProperties<>.However_the_numbers_lie_in_memory_they_are_read_rightly_and_left_unchanged))]
    [Breaks("Sample.uniforms.1")]
    [Advice("view needs numbers that lie row by row, and those of a transposed tensor do not: reshape copies where it must.")]
    public sealed class ViewsTheUniforms : Ancestral<ViewsTheUniforms>
    {
        protected override Tensor Uniform(Tensor uniforms, int i) => uniforms.view(-1).view(uniforms.shape)[.., i];
    }

    [CaughtBy(nameof(AncestralSamplingProperties<>.What_is_just_within_the_range_is_taken_and_what_is_just_outside_throws))]
    [Breaks("Sample.exception.1", "Constraints.1")]
    [Advice("NaN is neither below 0 nor at least 1: ask whether each uniform is inside, not whether one is outside.")]
    public sealed class LetsNaNThrough : Ancestral<LetsNaNThrough>
    {
        protected override void Check(Tensor uniforms, Tensor weights, Tensor bias) => base.Check(uniforms.nan_to_num(), weights, bias);
    }

    [CaughtBy(nameof(AncestralSamplingProperties<>.Many_vectors_take_no_more_operations_than_few))]
    [Breaks("Target.2")]
    [Advice("The vectors of a batch do not wait for each other: draw bit i of all of them in one step.")]
    public sealed class LoopsOverTheVectors : Ancestral<LoopsOverTheVectors>
    {
        protected override Tensor Draw(Tensor uniforms, Tensor weights, Tensor bias) =>
            cat([.. uniforms.split(1).Select(row => base.Draw(row, weights, bias))]);
    }

    [CaughtBy(nameof(AncestralSamplingProperties<>.Two_thousand_bits_do_not_take_cubic_time))]
    [Breaks("Sample.summary.2", "Target.1")]
    [Advice("A step needs one logit: the product with all of W computes n of them, n³ in all.")]
    public sealed class MultipliesTheWholeMatrix : Ancestral<MultipliesTheWholeMatrix>
    {
        protected override Tensor Draw(Tensor uniforms, Tensor weights, Tensor bias)
        {
            var x = Start(uniforms);
            for (int i = 0; i < x.shape[1]; i++)
            {
                LawRunner.EndIfGivenUp();
                using var step = NewDisposeScope();
                x[.., i] = (uniforms[.., i] < (x.mm(weights.t()) + bias).sigmoid()[.., i]).to(x.dtype);
            }
            return x;
        }
    }

    [CaughtBy(nameof(AncestralSamplingProperties<>.However_the_numbers_lie_in_memory_they_are_read_rightly_and_left_unchanged))]
    [Breaks("Constraints.3")]
    [Advice("Of a single vector the expanded bias is the bias itself, and contiguous copies nothing: clone what you add into.")]
    public sealed class AddsIntoTheBias : Ancestral<AddsIntoTheBias>
    {
        protected override Tensor Draw(Tensor uniforms, Tensor weights, Tensor bias)
        {
            var logits = bias.unsqueeze(0).expand(uniforms.shape[0], -1).contiguous(); // [N, n]
            var x = zeros_like(uniforms);
            for (int i = 0; i < x.shape[1]; i++)
            {
                x[.., i] = (uniforms[.., i] < logits[.., i].sigmoid()).to(x.dtype);
                logits.add_(x[.., i].unsqueeze(1) * weights[.., i]);
            }
            return x;
        }
    }

    [CaughtBy(nameof(AncestralSamplingProperties<>.What_is_just_within_the_range_is_taken_and_what_is_just_outside_throws))]
    [Breaks("Sample.uniforms.1", "Sample.exception.1", "Constraints.1")]
    [Advice("In float a number just below 1 is 1, and one just below 0 is 0: check the uniforms in their own type.")]
    public sealed class ChecksInFloat : Ancestral<ChecksInFloat>
    {
        protected override void Check(Tensor uniforms, Tensor weights, Tensor bias) => base.Check(uniforms.to(float32), weights, bias);
    }

    [CaughtBy(nameof(AncestralSamplingProperties<>.What_is_just_within_the_range_is_taken_and_what_is_just_outside_throws))]
    [Breaks("Sample.uniforms.1", "Sample.exception.1", "Constraints.1")]
    [Advice("-0 is 0 and not below it: compare the number, its sign says nothing.")]
    public sealed class LooksAtTheSign : Ancestral<LooksAtTheSign>
    {
        protected override void Check(Tensor uniforms, Tensor weights, Tensor bias)
        {
            base.Check(uniforms, weights, bias);
            if (uniforms.signbit().any().item<bool>()) throw new ArgumentException("a uniform is negative");
        }
    }

    [CaughtBy(nameof(AncestralSamplingProperties<>.What_is_written_over_in_place_is_read_and_checked_anew))]
    [Breaks("Sample.exception.1", "Constraints.1")]
    [Advice("The caller may write other numbers into a tensor that you have checked: check it in each call.")]
    public sealed class ChecksATensorOnce : Ancestral<ChecksATensorOnce>
    {
        private static readonly ConditionalWeakTable<Tensor, object> s_checked = [];

        protected override void Check(Tensor uniforms, Tensor weights, Tensor bias)
        {
            if (s_checked.TryGetValue(uniforms, out _)) return;
            base.Check(uniforms, weights, bias);
            s_checked.Add(uniforms, this);
        }
    }

    [CaughtBy(nameof(AncestralSamplingProperties<>.A_uniform_that_equals_its_probability_gives_0))]
    [Breaks("Sample.returns.1")]
    [Advice("A sigmoid overflows nowhere: a sum that is cut off leaves a chance where there is none.")]
    public sealed class CutsTheSum : Ancestral<CutsTheSum>
    {
        protected override Tensor Sigmoid(Tensor logit) => base.Sigmoid(logit.clamp(-30, 30));
    }
}
