namespace Etudes.ML;

public static class AttentionMistakes
{
    /// <summary>Attention as most people write it; each mistake spoils one part.</summary>
    public abstract class Soft<TSelf> : IAttention where TSelf : Soft<TSelf>, new()
    {
        public static Tensor Attend(Tensor queries, Tensor keys, Tensor values, Tensor? mask) => new TSelf().Compute(queries, keys, values, mask);
        public static Tensor MultiHead(Tensor tokens, int heads, Tensor qkv, Tensor proj, Tensor? mask) => new TSelf().ComputeHeads(tokens, heads, qkv, proj, mask);

        protected virtual Tensor Compute(Tensor queries, Tensor keys, Tensor values, Tensor? mask)
        {
            CheckShapes(queries, keys, values);
            if (mask is not null) CheckMask(mask, [queries.shape[0], queries.shape[1], keys.shape[1]]);
            using var scope = NewDisposeScope();
            return Mean(Weights(Scores(queries, keys), Seen(mask, queries, keys)), values).MoveToOuterDisposeScope();
        }

        protected virtual Tensor ComputeHeads(Tensor tokens, int heads, Tensor qkv, Tensor proj, Tensor? mask)
        {
            CheckHeads(heads);
            CheckTokens(tokens, heads, qkv, proj);
            if (mask is not null) CheckMask(mask, [tokens.shape[0], tokens.shape[1], tokens.shape[1]]);
            using var scope = NewDisposeScope();
            var (n, t, d) = (tokens.shape[0], tokens.shape[1], tokens.shape[2]);
            var parts = Split(Map(tokens, qkv), n, t, heads, d / heads).unbind(0); // 3 of [N heads, T, D/heads]
            var attended = EachHead(parts[0], parts[1], parts[2], mask is null ? null : MaskOfHeads(mask, heads), heads);
            return Map(Join(attended, n, heads, t, d), proj).MoveToOuterDisposeScope();
        }

        protected virtual void CheckShapes(Tensor queries, Tensor keys, Tensor values)
        {
            bool fits = queries.dim() == 3 && keys.dim() == 3 && values.dim() == 3 && queries.numel() * keys.numel() * values.numel() > 0
                && queries.shape[0] == keys.shape[0] && queries.shape[2] == keys.shape[2] && values.shape[..2].SequenceEqual(keys.shape[..2]);
            if (!fits) throw new ArgumentException("shapes");
        }

        protected virtual void CheckMask(Tensor mask, long[] shape)
        {
            if (mask.dtype != ScalarType.Bool || !mask.shape.SequenceEqual(shape)) throw new ArgumentException("mask");
        }

        protected virtual void CheckHeads(int heads) => ArgumentOutOfRangeException.ThrowIfLessThan(heads, 1);

        protected virtual void CheckTokens(Tensor tokens, int heads, Tensor qkv, Tensor proj)
        {
            bool fits = tokens.dim() == 3 && tokens.numel() > 0 && tokens.shape[2] % heads == 0 && qkv.shape.SequenceEqual([3 * tokens.shape[2], tokens.shape[2]]) && proj.shape.SequenceEqual([tokens.shape[2], tokens.shape[2]]);
            if (!fits) throw new ArgumentException("shapes");
        }

        protected virtual Tensor? Seen(Tensor? mask, Tensor queries, Tensor keys) => mask;
        protected virtual Tensor Scores(Tensor queries, Tensor keys) => queries.bmm(keys.transpose(1, 2)) / Math.Sqrt(queries.shape[2]);
        protected virtual Tensor Weights(Tensor scores, Tensor? seen) => seen is null ? Softmax(scores) : Forget(Softmax(Hide(scores, seen)), seen);
        protected virtual Tensor Hide(Tensor scores, Tensor seen) => scores.masked_fill(~seen, double.NegativeInfinity);
        protected virtual Tensor Softmax(Tensor scores) => scores.softmax(2);
        protected virtual Tensor Forget(Tensor weights, Tensor seen) => weights.masked_fill(~seen, 0);
        protected virtual Tensor Mean(Tensor weights, Tensor values) => weights.bmm(values);

        protected virtual Tensor Map(Tensor tokens, Tensor weights) => tokens.reshape(-1, tokens.shape[2]).mm(weights.t()).reshape(tokens.shape[0], tokens.shape[1], -1);
        protected virtual Tensor Split(Tensor maps, long n, long t, long heads, long each) => maps.reshape(n, t, 3, heads, each).permute(2, 0, 3, 1, 4).reshape(3, n * heads, t, each);
        protected virtual Tensor MaskOfHeads(Tensor mask, int heads) => mask.repeat_interleave(heads, 0);
        protected virtual Tensor EachHead(Tensor queries, Tensor keys, Tensor values, Tensor? mask, int heads) => Compute(queries, keys, values, mask);
        protected virtual Tensor Join(Tensor attended, long n, long heads, long t, long d) => attended.reshape(n, heads, t, d / heads).transpose(1, 2).reshape(n, t, d);
    }

    [CaughtBy(nameof(AttentionProperties<>.Each_query_gets_the_mean_of_what_it_may_see_weighed_by_the_softmax_of_its_scores))]
    [Breaks("Attend.summary.1")]
    [Advice("The scores are divided by the root of d: without it the softmax of long queries puts all weight on one key.")]
    public sealed class ForgetsTheRoot : Soft<ForgetsTheRoot>
    {
        protected override Tensor Scores(Tensor queries, Tensor keys) => queries.bmm(keys.transpose(1, 2));
    }

    [CaughtBy(nameof(AttentionProperties<>.Each_query_gets_the_mean_of_what_it_may_see_weighed_by_the_softmax_of_its_scores))]
    [Breaks("Attend.summary.1")]
    [Advice("The deviation of a product of d numbers is the root of d: divide by the root, not by d.")]
    public sealed class DividesByTheWidth : Soft<DividesByTheWidth>
    {
        protected override Tensor Scores(Tensor queries, Tensor keys) => queries.bmm(keys.transpose(1, 2)) / queries.shape[2];
    }

    [CaughtBy(nameof(AttentionProperties<>.Each_query_gets_the_mean_of_what_it_may_see_weighed_by_the_softmax_of_its_scores))]
    [Breaks("Attend.mask.1", "MultiHead.mask.1")]
    [Advice("True means that the query may see the key: what is to be filled is where the mask is false.")]
    public sealed class HidesWhatMayBeSeen : Soft<HidesWhatMayBeSeen>
    {
        protected override Tensor? Seen(Tensor? mask, Tensor queries, Tensor keys) => mask is null ? null : ~mask;
    }

    [CaughtBy(nameof(AttentionProperties<>.Without_a_mask_each_query_sees_all_keys))]
    [Breaks("Attend.mask.1")]
    [Advice("No mask means that every query sees all keys; who wants to hide the future hands over a mask that does.")]
    public sealed class HidesTheFutureByItself : Soft<HidesTheFutureByItself>
    {
        protected override Tensor? Seen(Tensor? mask, Tensor queries, Tensor keys) => mask ?? ones(queries.shape[0], queries.shape[1], keys.shape[1], ScalarType.Bool).tril();
    }

    [CaughtBy(nameof(AttentionProperties<>.Without_a_mask_each_token_sees_all_tokens))]
    [Breaks("MultiHead.mask.1")]
    [Advice("The mask may be null in MultiHead too: then there is nothing to repeat for the heads.")]
    public sealed class WantsAMaskForItsHeads : Soft<WantsAMaskForItsHeads>
    {
        protected override Tensor EachHead(Tensor queries, Tensor keys, Tensor values, Tensor? mask, int heads) => base.EachHead(queries, keys, values, mask!.clone(), heads);
    }

    [CaughtBy(nameof(AttentionProperties<>.Equal_values_come_back_as_they_are))]
    [Breaks("Attention.summary.1", "Attend.summary.1")]
    [Advice("The weights of a query add up to 1: the softmax goes over the keys, the last axis of [N, Q, K].")]
    public sealed class TakesTheSoftmaxOverTheQueries : Soft<TakesTheSoftmaxOverTheQueries>
    {
        protected override Tensor Softmax(Tensor scores) => scores.softmax(1);
    }

    [CaughtBy(nameof(AttentionProperties<>.Equal_values_come_back_as_they_are))]
    [Breaks("Attend.summary.1")]
    [Advice("Weights that are set to 0 after the softmax leave the others adding up to less than 1: hide the scores before it.")]
    public sealed class HidesAfterTheSoftmax : Soft<HidesAfterTheSoftmax>
    {
        protected override Tensor Hide(Tensor scores, Tensor seen) => scores;
    }

    [CaughtBy(nameof(AttentionProperties<>.A_query_that_may_see_no_key_gets_zeros_and_gives_no_gradient))]
    [Breaks("Attend.returns.2", "Constraints.3")]
    [Advice("The softmax of a row of -infinity is NaN: a query that sees no key needs its weights set to 0.")]
    public sealed class ReturnsNaN : Soft<ReturnsNaN>
    {
        protected override Tensor Forget(Tensor weights, Tensor seen) => weights;
    }

    [CaughtBy(nameof(AttentionProperties<>.A_query_that_may_see_no_key_gets_zeros_and_gives_no_gradient))]
    [Breaks("Attend.returns.2", "Constraints.3")]
    [Advice("Where all scores are -1e9, the softmax gives all keys the same weight: a query that sees none then sees all.")]
    public sealed class FillsWithAFiniteNumber : Soft<FillsWithAFiniteNumber>
    {
        protected override Tensor Hide(Tensor scores, Tensor seen) => scores.masked_fill(~seen, -1e9);
        protected override Tensor Forget(Tensor weights, Tensor seen) => weights;
    }

    [CaughtBy(nameof(AttentionProperties<>.A_query_that_may_see_no_key_gets_zeros_and_gives_no_gradient))]
    [Breaks("Attend.returns.2", "Constraints.3")]
    [Advice("The result is right and the gradient to the values is NaN: set the weights to 0, not what was made of them.")]
    public sealed class RepairsTheResult : Soft<RepairsTheResult>
    {
        protected override Tensor Forget(Tensor weights, Tensor seen) => weights;
        protected override Tensor Mean(Tensor weights, Tensor values) => weights.bmm(values).nan_to_num(0);
    }

    [CaughtBy(nameof(AttentionProperties<>.A_query_that_may_see_no_key_gets_zeros_and_gives_no_gradient))]
    [Breaks("Attend.returns.2", "Constraints.3")]
    [Advice("Added to the scores, -infinity lets the NaN of a row without a key flow back to the queries: fill, and what is filled has a gradient of 0.")]
    public sealed class AddsInfinity : Soft<AddsInfinity>
    {
        protected override Tensor Hide(Tensor scores, Tensor seen) => scores + zeros_like(scores).masked_fill(~seen, double.NegativeInfinity);
    }

    [CaughtBy(nameof(AttentionProperties<>.What_a_hidden_key_and_its_value_hold_does_not_matter))]
    [Breaks("Attend.mask.1", "Constraints.2")]
    [Advice("A score of 0 is not a weight of 0: what is hidden has the score -infinity.")]
    public sealed class HidesByZeros : Soft<HidesByZeros>
    {
        protected override Tensor Hide(Tensor scores, Tensor seen) => scores * seen;
        protected override Tensor Forget(Tensor weights, Tensor seen) => weights.masked_fill(~seen.any(2, keepdim: true), 0);
    }

    [CaughtBy(nameof(AttentionProperties<>.What_a_hidden_key_and_its_value_hold_does_not_matter))]
    [Breaks("Constraints.2")]
    [Advice("A large score less 10000 is still a large score: fill hidden ones, whatever they were.")]
    public sealed class LowersByTenThousand : Soft<LowersByTenThousand>
    {
        protected override Tensor Hide(Tensor scores, Tensor seen) => scores - 1e4 * (~seen).to(scores.dtype);
        protected override Tensor Forget(Tensor weights, Tensor seen) => weights.masked_fill(~seen.any(2, keepdim: true), 0);
    }

    [CaughtBy(nameof(AttentionProperties<>.A_visible_score_of_minus_ten_thousand_counts_beside_a_larger_hidden_one))]
    [Breaks("Constraints.2")]
    [Advice("A visible score may be -10000 too, and then shares its weight with what is hidden: fill with -infinity.")]
    public sealed class FillsWithMinusTenThousand : Soft<FillsWithMinusTenThousand>
    {
        protected override Tensor Hide(Tensor scores, Tensor seen) => scores.masked_fill(~seen, -1e4);
    }

    [CaughtBy(nameof(AttentionProperties<>.The_order_of_the_keys_does_not_matter))]
    [Breaks("Attend.mask.1")]
    [Advice("The mask alone says what is hidden: a triangle besides hides later keys that a query may see.")]
    public sealed class AlwaysHidesTheFuture : Soft<AlwaysHidesTheFuture>
    {
        protected override Tensor? Seen(Tensor? mask, Tensor queries, Tensor keys) => (mask ?? ones(queries.shape[0], queries.shape[1], keys.shape[1], ScalarType.Bool)).tril();
    }

    [CaughtBy(nameof(AttentionProperties<>.Scores_of_ten_thousand_give_finite_values_and_gradients_even_where_the_largest_is_hidden))]
    [Breaks("Attend.returns.1", "Constraints.4")]
    [Advice("exp of 1000 is infinite, and infinity by infinity NaN: softmax subtracts the largest score of the row first.")]
    public sealed class TakesTheExponentials : Soft<TakesTheExponentials>
    {
        protected override Tensor Softmax(Tensor scores) => scores.exp() / scores.exp().sum(2, keepdim: true);
    }

    [CaughtBy(nameof(AttentionProperties<>.Scores_of_ten_thousand_give_finite_values_and_gradients_even_where_the_largest_is_hidden))]
    [Breaks("Constraints.4")]
    [Advice("A hidden score may be the largest of its row, and less it all others are 0 after exp: hide the scores first, then subtract the largest.")]
    public sealed class SubtractsWhatIsHidden : Soft<SubtractsWhatIsHidden>
    {
        protected override Tensor Weights(Tensor scores, Tensor? seen)
        {
            var weights = (scores - scores.amax([2], keepdim: true)).exp() * (seen ?? ones_like(scores, ScalarType.Bool));
            var sum = weights.sum(2, keepdim: true);
            return weights / (seen is null ? sum : sum.masked_fill(~seen.any(2, keepdim: true), 1));
        }
    }

    [CaughtBy(nameof(AttentionProperties<>.The_gradient_is_the_slope))]
    [Breaks("Attend.returns.1")]
    [Advice("Weights without a gradient teach the values alone: queries and keys learn through the softmax.")]
    public sealed class DetachesTheWeights : Soft<DetachesTheWeights>
    {
        protected override Tensor Mean(Tensor weights, Tensor values) => weights.detach().bmm(values) + 0 * weights.sum();
    }

    [CaughtBy(nameof(AttentionProperties<>.The_gradient_is_the_slope))]
    [Breaks("MultiHead.returns.1")]
    [Advice("The linear maps are what is learnt: take them as they are, not detached or copied.")]
    public sealed class DetachesTheMaps : Soft<DetachesTheMaps>
    {
        protected override Tensor Map(Tensor tokens, Tensor weights) => base.Map(tokens, weights.detach());
    }

    [CaughtBy(nameof(AttentionProperties<>.The_type_is_kept))]
    [Breaks("Attend.queries.1", "Attend.returns.1", "MultiHead.returns.1", "Constraints.5")]
    [Advice("A softmax in float64 makes all that follows float64: the type of the tensors is kept.")]
    public sealed class AttendsInDouble : Soft<AttendsInDouble>
    {
        protected override Tensor Softmax(Tensor scores) => base.Softmax(scores.to(float64));
        protected override Tensor Mean(Tensor weights, Tensor values) => base.Mean(weights.to(float64), values.to(float64));
        protected override Tensor Map(Tensor tokens, Tensor weights) => base.Map(tokens, weights.to(tokens.dtype));
    }

    [CaughtBy(nameof(AttentionProperties<>.However_the_numbers_lie_in_memory_they_are_read_rightly_and_left_unchanged))]
    [Breaks("Constraints.5")]
    [Advice("div_ writes into the caller's queries: the next call would divide them once more.")]
    public sealed class DividesInPlace : Soft<DividesInPlace>
    {
        protected override Tensor Scores(Tensor queries, Tensor keys) => queries.requires_grad ? base.Scores(queries, keys) : queries.div_(Math.Sqrt(queries.shape[2])).bmm(keys.transpose(1, 2));
    }

    [CaughtBy(nameof(AttentionProperties<>.However_the_numbers_lie_in_memory_they_are_read_rightly_and_left_unchanged))]
    [Breaks("MultiHead.tokens.1")]
    [Advice("view needs numbers that lie row by row, and a permuted tensor's do not: use reshape.")]
    public sealed class ViewsTheTokens : Soft<ViewsTheTokens>
    {
        protected override Tensor Map(Tensor tokens, Tensor weights) => base.Map(tokens.view(-1).view(tokens.shape), weights);
    }

    [CaughtBy(nameof(AttentionProperties<>.Shapes_that_do_not_fit_throw))]
    [Breaks("Attend.queries.1", "Attend.keys.1", "Attend.values.1", "Attend.exception.1", "Constraints.1")]
    [Advice("What is wrong with the shapes is said before libtorch stumbles over it: look at all of them first.")]
    public sealed class ChecksNoShapes : Soft<ChecksNoShapes>
    {
        protected override void CheckShapes(Tensor queries, Tensor keys, Tensor values) { }
        protected override void CheckMask(Tensor mask, long[] shape) { }
    }

    [CaughtBy(nameof(AttentionProperties<>.Shapes_that_do_not_fit_throw))]
    [Breaks("MultiHead.tokens.1", "MultiHead.heads.1", "MultiHead.qkv.1", "MultiHead.proj.1", "MultiHead.exception.2", "Constraints.1")]
    [Advice("Heads of D / heads numbers need a D that heads divides: rounded down, the last numbers of each token are lost.")]
    public sealed class RoundsTheHeads : Soft<RoundsTheHeads>
    {
        protected override void CheckTokens(Tensor tokens, int heads, Tensor qkv, Tensor proj)
        {
            if (tokens.dim() != 3) throw new ArgumentException("tokens");
        }
    }

    [CaughtBy(nameof(AttentionProperties<>.Masks_of_numbers_and_fewer_heads_than_one_throw))]
    [Breaks("Attend.mask.1", "Attend.exception.1", "MultiHead.exception.2", "Constraints.1")]
    [Advice("A mask of numbers may mean the opposite, or be meant to be added: only truth values say what they mean.")]
    public sealed class TakesNumbersForTruth : Soft<TakesNumbersForTruth>
    {
        protected override void CheckMask(Tensor mask, long[] shape) => base.CheckMask(mask.to(ScalarType.Bool), shape);
        protected override Tensor? Seen(Tensor? mask, Tensor queries, Tensor keys) => mask?.to(ScalarType.Bool);
    }

    [CaughtBy(nameof(AttentionProperties<>.Masks_of_numbers_and_fewer_heads_than_one_throw))]
    [Breaks("MultiHead.heads.1", "MultiHead.exception.1", "Constraints.1")]
    [Advice("D % 0 is no remainder, and D % -1 is 0: look at the number of heads by itself, before you divide by it.")]
    public sealed class DividesByNoHeads : Soft<DividesByNoHeads>
    {
        protected override void CheckHeads(int heads) { }
    }

    [CaughtBy(nameof(AttentionProperties<>.Many_items_queries_keys_and_heads_take_no_more_operations_than_few))]
    [Breaks("Attend.summary.2", "Target.1", "Target.3")]
    [Advice("A loop over the items makes some tensors for each: bmm multiplies all of them at once.")]
    public sealed class GoesItemByItem : Soft<GoesItemByItem>
    {
        protected override Tensor Mean(Tensor weights, Tensor values) => stack([.. weights.unbind(0).Zip(values.unbind(0), (w, v) => w.mm(v))]);
    }

    [CaughtBy(nameof(AttentionProperties<>.Many_items_queries_keys_and_heads_take_no_more_operations_than_few))]
    [Breaks("MultiHead.summary.2", "Target.2", "Target.3")]
    [Advice("A loop over the heads makes some tensors for each: folded into the batch they attend all at once.")]
    public sealed class GoesHeadByHead : Soft<GoesHeadByHead>
    {
        protected override Tensor EachHead(Tensor queries, Tensor keys, Tensor values, Tensor? mask, int heads) =>
            stack([.. Enumerable.Range(0, heads).Select(head => Compute(Every(heads, queries, head), Every(heads, keys, head), Every(heads, values, head), mask is null ? null : Every(heads, mask, head)))], 1).flatten(0, 1);

        private static Tensor Every(int heads, Tensor all, int from) => all[TensorIndex.Slice(from, null, heads)];
    }

    [CaughtBy(nameof(AttentionProperties<>.No_tensor_is_left_behind))]
    [Breaks("Constraints.6")]
    [Advice("Scores and weights are tensors too: open a NewDisposeScope and move only the result out of it.")]
    public sealed class LeavesItsTensors : Soft<LeavesItsTensors>
    {
        protected override Tensor Compute(Tensor queries, Tensor keys, Tensor values, Tensor? mask)
        {
            CheckShapes(queries, keys, values);
            if (mask is not null) CheckMask(mask, [queries.shape[0], queries.shape[1], keys.shape[1]]);
            return Mean(Weights(Scores(queries, keys), mask), values);
        }
    }

    [CaughtBy(nameof(AttentionProperties<>.Row_r_of_qkv_makes_a_query_a_key_or_a_value_of_one_head))]
    [Breaks("MultiHead.qkv.1")]
    [Advice("qkv gives the queries of all heads first, then all keys, then all values: [3, heads, D / heads], not [heads, 3, D / heads].")]
    public sealed class PutsTheHeadsFirst : Soft<PutsTheHeadsFirst>
    {
        protected override Tensor Split(Tensor maps, long n, long t, long heads, long each) => maps.reshape(n, t, heads, 3, each).permute(3, 0, 2, 1, 4).reshape(3, n * heads, t, each);
    }

    [CaughtBy(nameof(AttentionProperties<>.Row_r_of_qkv_makes_a_query_a_key_or_a_value_of_one_head))]
    [Breaks("MultiHead.qkv.1")]
    [Advice("The numbers of a head follow each other in qkv: [3, heads, D / heads], not [3, D / heads, heads], which deals them out in turn.")]
    public sealed class DealsTheNumbersOut : Soft<DealsTheNumbersOut>
    {
        protected override Tensor Split(Tensor maps, long n, long t, long heads, long each) => maps.reshape(n, t, 3, each, heads).permute(2, 0, 4, 1, 3).reshape(3, n * heads, t, each);
    }

    [CaughtBy(nameof(AttentionProperties<>.Row_r_of_qkv_makes_a_query_a_key_or_a_value_of_one_head))]
    [Breaks("MultiHead.qkv.1")]
    [Advice("Queries, keys and values are the outermost axis of qkv, [3, heads, D / heads], not the innermost, where a query, a key and a value take turns.")]
    public sealed class TakesTurns : Soft<TakesTurns>
    {
        protected override Tensor Split(Tensor maps, long n, long t, long heads, long each) => maps.reshape(n, t, heads, each, 3).permute(4, 0, 2, 1, 3).reshape(3, n * heads, t, each);
    }

    [CaughtBy(nameof(AttentionProperties<>.Row_r_of_qkv_makes_a_query_a_key_or_a_value_of_one_head))]
    [Breaks("MultiHead.proj.1")]
    [Advice("All numbers of the first head come before those of the second: [heads, D / heads], not [D / heads, heads], which shuffles them.")]
    public sealed class ShufflesTheHeads : Soft<ShufflesTheHeads>
    {
        protected override Tensor Join(Tensor attended, long n, long heads, long t, long d) => attended.reshape(n, heads, t, d / heads).permute(0, 2, 3, 1).reshape(n, t, d);
    }

    [CaughtBy(nameof(AttentionProperties<>.Row_r_of_qkv_makes_a_query_a_key_or_a_value_of_one_head))]
    [Breaks("MultiHead.proj.1")]
    [Advice("What the heads give stands side by side in a token: bring the heads behind the tokens before you merge them.")]
    public sealed class JoinsWithoutTransposing : Soft<JoinsWithoutTransposing>
    {
        protected override Tensor Join(Tensor attended, long n, long heads, long t, long d) => attended.reshape(n, t, d);
    }

    [CaughtBy(nameof(AttentionProperties<>.Each_head_attends_with_its_own_part_and_proj_maps_what_they_give_side_by_side))]
    [Breaks("MultiHead.qkv.1", "MultiHead.proj.1")]
    [Advice("A linear map's weight has a row for each number that it gives: multiply by the transpose.")]
    public sealed class MultipliesByTheColumns : Soft<MultipliesByTheColumns>
    {
        protected override Tensor Map(Tensor tokens, Tensor weights) => weights.shape[0] == weights.shape[1] ? base.Map(tokens, weights.t()) : base.Map(tokens, weights);
    }

    [CaughtBy(nameof(AttentionProperties<>.Each_head_attends_with_its_own_part_and_proj_maps_what_they_give_side_by_side))]
    [Breaks("MultiHead.summary.1")]
    [Advice("A head's queries have D / heads numbers: its scores are divided by the root of that, not of D.")]
    public sealed class DividesByTheRootOfAll : Soft<DividesByTheRootOfAll>
    {
        protected override Tensor EachHead(Tensor queries, Tensor keys, Tensor values, Tensor? mask, int heads) => base.EachHead(queries / Math.Sqrt(heads), keys, values, mask, heads);
    }

    [CaughtBy(nameof(AttentionProperties<>.Tokens_in_another_order_get_the_same_in_that_order))]
    [Breaks("MultiHead.summary.1")]
    [Advice("A reshape to [N heads, T, D / heads] cuts through the tokens: make heads an axis, then move it in front of them.")]
    public sealed class SplitsWithoutTransposing : Soft<SplitsWithoutTransposing>
    {
        protected override Tensor Split(Tensor maps, long n, long t, long heads, long each) => stack([.. maps.chunk(3, 2).Select(part => part.reshape(n * heads, t, each))]);
        protected override Tensor Join(Tensor attended, long n, long heads, long t, long d) => attended.reshape(n, t, d);
    }

    [CaughtBy(nameof(AttentionProperties<>.An_item_of_a_batch_is_attended_as_alone))]
    [Breaks("MultiHead.mask.1")]
    [Advice("The heads of an item stand together, and so must its masks: repeat_interleave gives each mask once per head, repeat gives all masks over and over.")]
    public sealed class RepeatsAllMasks : Soft<RepeatsAllMasks>
    {
        protected override Tensor MaskOfHeads(Tensor mask, int heads) => mask.repeat(heads, 1, 1);
    }

    [CaughtBy(nameof(AttentionProperties<>.A_query_that_may_see_no_key_gets_zeros_and_gives_no_gradient))]
    [Breaks("Attend.returns.2", "Constraints.3")]
    [Advice("Weights set to 0 after the softmax still hand its NaN back as a gradient: hide the scores of a query that sees nothing before it too.")]
    public sealed class ShowsAllToTheBlind : Soft<ShowsAllToTheBlind>
    {
        protected override Tensor Hide(Tensor scores, Tensor seen) => base.Hide(scores, seen | ~seen.any(2, true));
    }

    [CaughtBy(nameof(AttentionProperties<>.What_a_hidden_key_and_its_value_hold_does_not_matter))]
    [Breaks("Attend.mask.1", "Constraints.2")]
    [Advice("The score of a hidden key may be infinite, and less infinity it is NaN: put -infinity in its place, do not add it.")]
    public sealed class AddsInfinityWhereAKeyIsSeen : Soft<AddsInfinityWhereAKeyIsSeen>
    {
        protected override Tensor Hide(Tensor scores, Tensor seen) =>
            (scores + zeros_like(scores).masked_fill(~seen, double.NegativeInfinity)).masked_fill(~seen.any(2, true), 0);
    }
}
