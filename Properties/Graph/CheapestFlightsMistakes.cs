namespace Etudes.Graph;

public static class CheapestFlightsMistakes
{
    /// <summary>Round by round over all edges, from a copy of the round before; each mistake spoils one part.</summary>
    public abstract class Rounds<TSelf> : ICheapestFlights where TSelf : Rounds<TSelf>, new()
    {
        protected int Vertices { get; private set; }
        protected (int U, int V, long Weight)[] Edges { get; set; } = [];
        protected int Source { get; private set; }
        protected int Target { get; private set; }
        protected int K { get; set; }

        public static long? Price(int vertices, (int U, int V, long Weight)[] edges, int source, int target, int k)
        {
            var rounds = new TSelf { Vertices = vertices, Edges = edges, Source = source, Target = target, K = k };
            rounds.CheckNumbers();
            rounds.CheckEnds();
            rounds.CheckWeights();
            rounds.Prepare();
            return rounds.Told(rounds.Cheapest());
        }

        protected virtual void CheckNumbers()
        {
            ArgumentOutOfRangeException.ThrowIfNegative(Vertices);
            ArgumentOutOfRangeException.ThrowIfNegative(K);
            if (!IsVertex(Source) || !IsVertex(Target)) throw new ArgumentOutOfRangeException(nameof(Source));
        }

        protected virtual void CheckEnds()
        {
            if (Edges.Any(edge => !IsVertex(edge.U) || !IsVertex(edge.V))) throw new ArgumentOutOfRangeException(nameof(Edges));
        }

        protected virtual void CheckWeights()
        {
            if (Edges.Any(edge => edge.Weight < 0)) throw new ArgumentException("");
        }

        protected virtual void Prepare() => K = Math.Min(K, Vertices - 1);

        protected virtual Int128? Cheapest()
        {
            Int128?[] least = AtFirst();
            for (int round = 1; round <= K; round++)
                if (!Round(Before(least), least)) break;
            return least[Target];
        }

        protected Int128?[] AtFirst()
        {
            var least = new Int128?[Vertices];
            least[Source] = 0;
            return least;
        }

        protected virtual Int128?[] Before(Int128?[] least) => [.. least];

        protected virtual bool Round(Int128?[] before, Int128?[] least)
        {
            bool changed = false;
            foreach (var (u, v, weight) in Edges)
            {
                if (before[u] is not { } price || !IsCheaper(Sum(price, weight), least[v])) continue;
                (least[v], changed) = (Sum(price, weight), true);
            }
            return changed;
        }

        protected virtual Int128 Sum(Int128 price, long weight) => price + weight;

        protected virtual bool IsCheaper(Int128 sum, Int128? known) => known is null || sum < known;

        protected virtual long? Told(Int128? price) => checked((long?)price);

        protected bool IsVertex(int v) => v >= 0 && v < Vertices;

        protected List<(int V, long Weight)>[] Outgoing()
        {
            List<(int V, long Weight)>[] outgoing = [.. Enumerable.Range(0, Vertices).Select(_ => new List<(int, long)>())];
            foreach (var (u, v, weight) in Edges) outgoing[u].Add((v, weight));
            return outgoing;
        }
    }

    [CaughtBy(nameof(CheapestFlightsProperties<>.The_price_is_that_of_joining_shorter_ways_to_longer_ones))]
    [Breaks("CheapestFlights.summary.1", "Price.summary.1")]
    [Advice("A price of this round must not be used in this round: the way would grow by more than one edge, so go from a copy.")]
    public sealed class GoesOnInTheSameRound : Rounds<GoesOnInTheSameRound>
    {
        protected override Int128?[] Before(Int128?[] least) => least;
    }

    [CaughtBy(nameof(CheapestFlightsProperties<>.A_dear_way_of_few_edges_goes_on_where_a_cheap_one_of_many_may_not))]
    [Breaks("CheapestFlights.summary.1", "Price.summary.1")]
    [Advice("A vertex is not settled by its lowest price: a dearer way with fewer edges may be the one that can go on.")]
    public sealed class SettlesTheCheapest : Rounds<SettlesTheCheapest>
    {
        protected override Int128? Cheapest()
        {
            var outgoing = Outgoing();
            var settled = new bool[Vertices];
            var queue = new PriorityQueue<(int Vertex, int Edges), Int128>([((Source, 0), 0)]);
            while (queue.TryDequeue(out var at, out var price))
            {
                if (at.Vertex == Target) return price;
                if (settled[at.Vertex]) continue;
                settled[at.Vertex] = true;
                foreach (var (v, weight) in outgoing[at.Vertex])
                    if (at.Edges < K) queue.Enqueue((v, at.Edges + 1), price + weight);
            }
            return null;
        }
    }

    [CaughtBy(nameof(CheapestFlightsProperties<>.A_dear_way_of_few_edges_goes_on_where_a_cheap_one_of_many_may_not))]
    [Breaks("CheapestFlights.summary.1", "Price.summary.1")]
    [Advice("A vertex in the queue has the price that it entered with: in the same round it may get one of a way with an edge more.")]
    public sealed class LooksUpThePriceLater : Rounds<LooksUpThePriceLater>
    {
        protected override Int128? Cheapest()
        {
            var outgoing = Outgoing();
            Int128?[] least = AtFirst();
            var queue = new Queue<int>([Source]);
            for (int round = 1; round <= K && queue.Count > 0; round++)
                for (int waiting = queue.Count; waiting > 0; waiting--)
                {
                    int u = queue.Dequeue();
                    foreach (var (v, weight) in outgoing[u])
                    {
                        if (!IsCheaper(least[u]!.Value + weight, least[v])) continue;
                        least[v] = least[u]!.Value + weight;
                        queue.Enqueue(v);
                    }
                }
            return least[Target];
        }
    }

    [CaughtBy(nameof(CheapestFlightsProperties<>.The_price_is_that_of_joining_shorter_ways_to_longer_ones))]
    [Breaks("Price.summary.1")]
    [Advice("Count edges and not stops: a way of k stops has k + 1 edges.")]
    public sealed class CountsStops : Rounds<CountsStops>
    {
        protected override void Prepare() => K = Math.Min(K, Vertices - 1) + 1;
    }

    [CaughtBy(nameof(CheapestFlightsProperties<>.The_price_is_that_of_joining_shorter_ways_to_longer_ones))]
    [Breaks("Price.summary.1")]
    [Advice("At most k edges are allowed, and fewer may be cheaper: keep what was found in the rounds before.")]
    public sealed class TakesExactlyKEdges : Rounds<TakesExactlyKEdges>
    {
        protected override Int128? Cheapest()
        {
            Int128?[] least = AtFirst();
            for (int round = 1; round <= K; round++)
            {
                var now = new Int128?[Vertices];
                Round(least, now);
                least = now;
            }
            return least[Target];
        }
    }

    [CaughtBy(nameof(CheapestFlightsProperties<>.The_price_is_that_of_joining_shorter_ways_to_longer_ones))]
    [Breaks("Price.summary.1")]
    [Advice("The first way that comes to the target has the fewest edges, not the least price: go on to the last round.")]
    public sealed class StopsAtTheFirstWay : Rounds<StopsAtTheFirstWay>
    {
        protected override Int128? Cheapest()
        {
            Int128?[] least = AtFirst();
            for (int round = 1; round <= K && least[Target] is null; round++) Round(Before(least), least);
            return least[Target];
        }
    }

    [CaughtBy(nameof(CheapestFlightsProperties<>.The_price_is_that_of_joining_shorter_ways_to_longer_ones))]
    [Breaks("Price.summary.1")]
    [Advice("A way through all n vertices has n - 1 edges: so many rounds may be needed.")]
    public sealed class TakesOneRoundTooFew : Rounds<TakesOneRoundTooFew>
    {
        protected override void Prepare() => K = Math.Min(K, Vertices - 2);
    }

    [CaughtBy(nameof(CheapestFlightsProperties<>.The_price_is_that_of_joining_shorter_ways_to_longer_ones))]
    [Breaks("Price.summary.2")]
    [Advice("An edge leads from U to V only; there may be no way back.")]
    public sealed class GoesBothWays : Rounds<GoesBothWays>
    {
        protected override void Prepare()
        {
            base.Prepare();
            Edges = [.. Edges, .. Edges.Select(edge => (edge.V, edge.U, edge.Weight))];
        }
    }

    [CaughtBy(nameof(CheapestFlightsProperties<>.The_price_is_that_of_joining_shorter_ways_to_longer_ones))]
    [Breaks("Price.summary.1")]
    [Advice("Where there is no way, there is no price either: return null, not -1.")]
    public sealed class AnswersMinusOneForNone : Rounds<AnswersMinusOneForNone>
    {
        protected override long? Told(Int128? price) => base.Told(price) ?? -1;
    }

    [CaughtBy(nameof(CheapestFlightsProperties<>.The_price_is_that_of_joining_shorter_ways_to_longer_ones))]
    [Breaks("Price.summary.3")]
    [Advice("Who is there already needs no edge: from a vertex to itself it is 0, also with k = 0.")]
    public sealed class WantsAtLeastOneEdge : Rounds<WantsAtLeastOneEdge>
    {
        protected override Int128? Cheapest() => K == 0 ? null : base.Cheapest();
    }

    [CaughtBy(nameof(CheapestFlightsProperties<>.The_price_is_that_of_joining_shorter_ways_to_longer_ones))]
    [Breaks("Price.summary.3")]
    [Advice("From a vertex to itself the cheapest way is to stay, not the cheapest round trip.")]
    public sealed class LooksForARoundTrip : Rounds<LooksForARoundTrip>
    {
        protected override Int128? Cheapest()
        {
            if (Source != Target) return base.Cheapest();
            var least = AtFirst();
            Int128? back = null;
            for (int round = 1; round <= K; round++)
            {
                var before = Before(least);
                foreach (var (u, v, weight) in Edges)
                    if (v == Target && before[u] is { } price && (back is null || price + weight < back)) back = price + weight;
                Round(before, least);
            }
            return back;
        }
    }

    [CaughtBy(nameof(CheapestFlightsProperties<>.The_price_is_that_of_joining_shorter_ways_to_longer_ones))]
    [Breaks("Constraints.2")]
    [Advice("A price of 10^18 is legal: mark a vertex that is not reached by something that is no price.")]
    public sealed class TakesALargeNumberForInfinity : Rounds<TakesALargeNumberForInfinity>
    {
        protected override bool IsCheaper(Int128 sum, Int128? known) => sum < (known ?? 1_000_000_000_000_000_000);
    }

    [CaughtBy(nameof(CheapestFlightsProperties<>.The_price_is_that_of_joining_shorter_ways_to_longer_ones))]
    [Breaks("Constraints.2")]
    [Advice("Weights and sums go beyond 32 bits: keep them in long.")]
    public sealed class KeepsPricesInInt : Rounds<KeepsPricesInInt>
    {
        protected override Int128 Sum(Int128 price, long weight) => unchecked((int)price + (int)weight);
    }

    [CaughtBy(nameof(CheapestFlightsProperties<>.Prices_beyond_2_to_the_60_are_told_apart_to_the_last_unit))]
    [Breaks("Constraints.2")]
    [Advice("A double has 53 bits: beyond 2^53 it takes different prices for equal.")]
    public sealed class KeepsPricesInDouble : Rounds<KeepsPricesInDouble>
    {
        protected override Int128 Sum(Int128 price, long weight) => (Int128)((double)price + weight);
    }

    [CaughtBy(nameof(CheapestFlightsProperties<>.Only_a_least_sum_beyond_64_bits_overflows))]
    [Breaks("Price.exception.4", "Constraints.2")]
    [Advice("The sum of two longs may wrap round to a small one, which then looks cheap: compare before adding, or add without a sign.")]
    public sealed class LetsTheSumWrap : Rounds<LetsTheSumWrap>
    {
        protected override Int128 Sum(Int128 price, long weight) => unchecked((long)price + weight);
    }

    [CaughtBy(nameof(CheapestFlightsProperties<>.Only_a_least_sum_beyond_64_bits_overflows))]
    [Breaks("Price.exception.4", "Constraints.2")]
    [Advice("A sum beyond 64 bits is only an error when no cheaper way is found to the target: do not throw while adding.")]
    public sealed class ThrowsWhileAdding : Rounds<ThrowsWhileAdding>
    {
        protected override Int128 Sum(Int128 price, long weight) => checked((long)price + weight);
    }

    [CaughtBy(nameof(CheapestFlightsProperties<>.Only_a_least_sum_beyond_64_bits_overflows))]
    [Breaks("Price.exception.4")]
    [Advice("A way whose price does not fit is a way all the same: null says that there is none, so throw.")]
    public sealed class AnswersNullForTooMuch : Rounds<AnswersNullForTooMuch>
    {
        protected override long? Told(Int128? price) => price > long.MaxValue ? null : base.Told(price);
    }

    [CaughtBy(nameof(CheapestFlightsProperties<>.The_price_is_that_of_joining_shorter_ways_to_longer_ones))]
    [Breaks("Constraints.1")]
    [Advice("Of parallel edges the cheapest counts: a dictionary by ends must not keep the last one.")]
    public sealed class KeepsTheLastOfParallelEdges : Rounds<KeepsTheLastOfParallelEdges>
    {
        protected override void Prepare()
        {
            base.Prepare();
            Edges = [.. Edges.GroupBy(edge => (edge.U, edge.V)).Select(parallel => parallel.Last())];
        }
    }

    [CaughtBy(nameof(CheapestFlightsProperties<>.The_price_is_that_of_joining_shorter_ways_to_longer_ones))]
    [Breaks("Price.summary.4", "Constraints.4")]
    [Advice("Sorting what you were given changes it for the caller too: sort a copy.")]
    public sealed class SortsTheGivenEdges : Rounds<SortsTheGivenEdges>
    {
        protected override void Prepare()
        {
            base.Prepare();
            Array.Sort(Edges);
        }
    }

    [CaughtBy(nameof(CheapestFlightsProperties<>.Edges_that_the_caller_changes_in_place_are_another_graph))]
    [Breaks("Price.summary.1")]
    [Advice("The caller may change an array and hand it over again: know a graph by what it says, not by its array.")]
    public sealed class RemembersTheArray : Rounds<RemembersTheArray>
    {
        [ThreadStatic] private static ((int U, int V, long Weight)[] Edges, (int, int, int) Asked, Int128? Price)? s_last;

        protected override Int128? Cheapest()
        {
            if (s_last is not { } last || last.Edges != Edges || last.Asked != (Source, Target, K)) s_last = (Edges, (Source, Target, K), base.Cheapest());
            return s_last.Value.Price;
        }
    }

    [CaughtBy(nameof(CheapestFlightsProperties<>.After_65536_calls_the_next_is_as_right_as_the_first))]
    [Breaks("Price.summary.1")]
    [Advice("A number of the call in 16 bits comes round after 65 536 calls, and old prices look new: keep prices in an array of the call's own.")]
    public sealed class NumbersItsCallsInSixteenBits : Rounds<NumbersItsCallsInSixteenBits>
    {
        [ThreadStatic] private static ushort s_call;
        [ThreadStatic] private static ushort[]? s_reached;

        protected override Int128? Cheapest()
        {
            if (s_reached is null || s_reached.Length < Vertices) Array.Resize(ref s_reached, Vertices);
            s_call++;
            return base.Cheapest();
        }

        protected override bool Round(Int128?[] before, Int128?[] least)
        {
            bool changed = false;
            foreach (var (u, v, weight) in Edges)
            {
                if (before[u] is not { } price || !(s_reached![v] != s_call || price + weight < least[v])) continue;
                (least[v], s_reached[v], changed) = (price + weight, s_call, true);
            }
            return changed;
        }
    }

    [CaughtBy(nameof(CheapestFlightsProperties<>.Negative_weights_and_whatever_is_outside_are_refused))]
    [Breaks("Price.exception.1", "Constraints.3")]
    [Advice("Fewer than no edges are the caller's mistake: refuse a negative k instead of making no round.")]
    public sealed class MakesNoRoundForANegativeK : Rounds<MakesNoRoundForANegativeK>
    {
        protected override void CheckNumbers()
        {
            K = Math.Max(0, K);
            base.CheckNumbers();
        }
    }

    [CaughtBy(nameof(CheapestFlightsProperties<>.Negative_weights_and_whatever_is_outside_are_refused))]
    [Breaks("Price.exception.2", "Constraints.3")]
    [Advice("Both ends of an edge must be vertices: an edge that begins outside is never taken, and is refused all the same.")]
    public sealed class ChecksOnlyWhereEdgesEnd : Rounds<ChecksOnlyWhereEdgesEnd>
    {
        protected override void CheckEnds()
        {
            if (Edges.Any(edge => !IsVertex(edge.V))) throw new ArgumentOutOfRangeException(nameof(Edges));
            Edges = [.. Edges.Where(edge => IsVertex(edge.U))];
        }
    }

    [CaughtBy(nameof(CheapestFlightsProperties<>.Negative_weights_and_whatever_is_outside_are_refused))]
    [Breaks("Price.exception.3", "Constraints.3")]
    [Advice("Check every weight before the first round: a negative one that no way takes is refused too.")]
    public sealed class ChecksOnlyTheWeightsInReach : Rounds<ChecksOnlyTheWeightsInReach>
    {
        protected override void CheckWeights() { }

        protected override Int128 Sum(Int128 price, long weight) => weight >= 0 ? price + weight : throw new ArgumentException("");
    }

    [CaughtBy(nameof(CheapestFlightsProperties<>.Negative_weights_and_whatever_is_outside_are_refused))]
    [Breaks("Price.exception.2", "Price.exception.3", "Constraints.3")]
    [Advice("Look at all that was handed over before you answer: from a vertex to itself a wrong edge is refused too.")]
    public sealed class AnswersBeforeItChecks : Rounds<AnswersBeforeItChecks>
    {
        protected override void CheckEnds()
        {
            if (Source == Target) Edges = [];
            base.CheckEnds();
        }
    }

    [CaughtBy(nameof(CheapestFlightsProperties<>.One_edge_more_is_never_dearer_and_beyond_n_minus_1_never_cheaper))]
    [Breaks("Price.summary.5", "Constraints.1")]
    [Advice("k may be 2^31 - 1, but a way of n edges meets a vertex twice: n - 1 rounds are enough.")]
    public sealed class MakesAllKRounds : Rounds<MakesAllKRounds>
    {
        protected override void Prepare() { }

        protected override Int128? Cheapest()
        {
            Int128?[] least = AtFirst();
            for (int round = 1; round <= K && round > 0; round++)
            {
                LawRunner.EndIfGivenUp();
                Round(Before(least), least);
            }
            return least[Target];
        }
    }

    [CaughtBy(nameof(CheapestFlightsProperties<>.A_k_beyond_n_minus_1_takes_no_more_rounds_however_many_edges_there_are))]
    [Breaks("Price.summary.5")]
    [Advice("The number of edges bounds the rounds too, but with parallel edges it is far above n - 1.")]
    public sealed class MakesARoundForEachEdge : Rounds<MakesARoundForEachEdge>
    {
        protected override void Prepare() => K = Math.Min(K, Edges.Length);

        protected override Int128? Cheapest()
        {
            Int128?[] least = AtFirst();
            for (int round = 1; round <= K; round++)
            {
                LawRunner.EndIfGivenUp();
                Round(Before(least), least);
            }
            return least[Target];
        }
    }

    [CaughtBy(nameof(CheapestFlightsProperties<>.Ways_that_meet_are_gone_on_with_only_once))]
    [Breaks("Price.summary.5", "Target.1")]
    [Advice("There are more ways than edges by far: of those that meet after as many edges only the cheapest can go on.")]
    public sealed class TriesAllWays : Rounds<TriesAllWays>
    {
        protected override Int128? Cheapest()
        {
            var outgoing = Outgoing();
            return From(Source, K);

            Int128? From(int u, int left)
            {
                LawRunner.EndIfGivenUp();
                if (u == Target) return 0;
                Int128? least = null;
                if (left == 0) return null;
                foreach (var (v, weight) in outgoing[u])
                    if (From(v, left - 1) is { } rest && IsCheaper(rest + weight, least)) least = rest + weight;
                return least;
            }
        }
    }

    [CaughtBy(nameof(CheapestFlightsProperties<>.Ways_that_meet_are_gone_on_with_only_once))]
    [Breaks("Price.summary.5", "Target.1")]
    [Advice("A vertex may get cheaper many times in one round: go on with its last price of the round, not with each.")]
    public sealed class GoesOnWithEachPrice : Rounds<GoesOnWithEachPrice>
    {
        protected override Int128? Cheapest()
        {
            var outgoing = Outgoing();
            Int128?[] least = AtFirst();
            var queue = new Queue<(int Vertex, int Edges, Int128 Price)>([(Source, 0, 0)]);
            while (queue.TryDequeue(out var at))
            {
                LawRunner.EndIfGivenUp();
                if (at.Edges == K) continue;
                foreach (var (v, weight) in outgoing[at.Vertex])
                {
                    if (!IsCheaper(at.Price + weight, least[v])) continue;
                    least[v] = at.Price + weight;
                    queue.Enqueue((v, at.Edges + 1, at.Price + weight));
                }
            }
            return least[Target];
        }
    }

    [CaughtBy(nameof(CheapestFlightsProperties<>.Ways_that_meet_are_gone_on_with_only_once))]
    [Breaks("Price.summary.5", "Target.1")]
    [Advice("A heap of ways leaves a vertex once for each way to it: skip one that has no fewer edges than a cheaper one before.")]
    public sealed class LeavesAVertexForEachWay : Rounds<LeavesAVertexForEachWay>
    {
        protected override Int128? Cheapest()
        {
            var outgoing = Outgoing();
            var queue = new PriorityQueue<(int Vertex, int Edges), Int128>([((Source, 0), 0)]);
            while (queue.TryDequeue(out var at, out var price))
            {
                LawRunner.EndIfGivenUp();
                if (at.Vertex == Target) return price;
                foreach (var (v, weight) in outgoing[at.Vertex])
                    if (at.Edges < K) queue.Enqueue((v, at.Edges + 1), price + weight);
            }
            return null;
        }
    }

    [CaughtBy(nameof(CheapestFlightsProperties<>.A_round_passes_once_over_many_edges))]
    [Breaks("Price.summary.5", "Target.1")]
    [Advice("Looking through all edges for those that enter a vertex takes O(n m) a round: take each edge once, whatever its ends.")]
    public sealed class LooksThroughAllEdgesForEachVertex : Rounds<LooksThroughAllEdgesForEachVertex>
    {
        protected override bool Round(Int128?[] before, Int128?[] least)
        {
            bool changed = false;
            for (int at = 0; at < Vertices; at++)
            {
                LawRunner.EndIfGivenUp();
                foreach (var (u, v, weight) in Edges)
                    if (v == at && before[u] is { } price && IsCheaper(price + weight, least[v])) (least[v], changed) = (price + weight, true);
            }
            return changed;
        }
    }

    [CaughtBy(nameof(CheapestFlightsProperties<>.A_round_passes_once_over_many_edges))]
    [Breaks("Constraints.1")]
    [Advice("A table of all pairs of 200 000 vertices fits nowhere: keep the edges as they are.")]
    public sealed class MakesATable : Rounds<MakesATable>
    {
        protected override Int128? Cheapest()
        {
            var table = new long?[Vertices, Vertices];
            foreach (var (u, v, weight) in Edges)
                if (table[u, v] is not { } known || weight < known) table[u, v] = weight;
            Edges = [.. Edges.Select(edge => edge with { Weight = table[edge.U, edge.V]!.Value })];
            return base.Cheapest();
        }
    }

    [CaughtBy(nameof(CheapestFlightsProperties<>.Edges_that_32_bits_do_not_tell_apart_are_two))]
    [Breaks("Price.summary.1")]
    [Advice("u n + v leaves int from 46 341 vertices on, and two edges become one: pair the ends, or multiply in long.")]
    public sealed class PacksTheEndsIntoAnInt : Rounds<PacksTheEndsIntoAnInt>
    {
        protected override void Prepare()
        {
            base.Prepare();
            Edges = [.. Edges.GroupBy(edge => unchecked(edge.U * Vertices + edge.V)).Select(parallel => parallel.MinBy(edge => edge.Weight))];
        }
    }
}
