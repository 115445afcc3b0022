using System.Runtime.CompilerServices;

namespace Etudes.Heap;

public static class SortedPairsMistakes
{
    /// <summary>A queue of pairs that may come next, with marks on those that were offered; each mistake spoils one part.</summary>
    public abstract class Frontier<TSelf> : ISortedPairs where TSelf : Frontier<TSelf>, new()
    {
        private readonly HashSet<long> _offered = [];

        public static (int I, int J, long Sum)[] Smallest(IReadOnlyList<int> first, IReadOnlyList<int> second, int k) => new TSelf().Run(first, second, k);

        protected virtual (int, int, long)[] Run(IReadOnlyList<int> first, IReadOnlyList<int> second, int k)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(k);
            var smallest = new List<(int, int, long)>(Capacity(k));
            var next = Queue();
            Offer(0, 0);
            while (smallest.Count < k && next.TryDequeue(out var pair, out long sum))
            {
                smallest.Add(Result(pair.I, pair.J, sum));
                Offer(pair.I + 1, pair.J);
                Offer(pair.I, pair.J + 1);
            }
            next.Clear();
            return [.. smallest];

            void Offer(int i, int j)
            {
                if (i < first.Count && j < second.Count && IsNew(i, j, second.Count)) next.Enqueue((i, j), Sum(first[i], second[j]));
            }
        }

        protected virtual PriorityQueue<(int I, int J), long> Queue() => new();

        protected virtual int Capacity(int k) => 0;

        protected virtual (int, int, long) Result(int i, int j, long sum) => (i, j, sum);

        protected virtual bool IsNew(int i, int j, int width) => Mark(((long)i << 32) + j);

        protected bool Mark(long number) => _offered.Add(number);

        protected virtual long Sum(int x, int y) => (long)x + y;
    }

    [CaughtBy(nameof(SortedPairsProperties<>.Gives_the_k_smallest_sums_in_ascending_order))]
    [Breaks("Smallest.summary.1", "Constraints.3")]
    [Advice("The sum of two ints may not fit int, and then it is negative: widen one of them before adding.")]
    public sealed class SumsInInt : Frontier<SumsInInt>
    {
        protected override long Sum(int x, int y) => x + y;
    }

    [CaughtBy(nameof(SortedPairsProperties<>.Gives_the_k_smallest_sums_in_ascending_order))]
    [Breaks("SortedPairs.summary.1", "Smallest.summary.1")]
    [Advice("After a pair, the one to the right and the one below may both come soon: whoever steps to the smaller one alone loses the other.")]
    public sealed class StepsToTheSmaller : ISortedPairs
    {
        public static (int I, int J, long Sum)[] Smallest(IReadOnlyList<int> first, IReadOnlyList<int> second, int k)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(k);
            List<(int, int, long)> smallest = [];
            for (int i = 0, j = 0; smallest.Count < k && i < first.Count && j < second.Count;)
            {
                smallest.Add((i, j, (long)first[i] + second[j]));
                if (j + 1 == second.Count || i + 1 < first.Count && (long)first[i + 1] - first[i] < (long)second[j + 1] - second[j]) i++;
                else j++;
            }
            return [.. smallest];
        }
    }

    [CaughtBy(nameof(SortedPairsProperties<>.Gives_the_k_smallest_sums_in_ascending_order))]
    [Breaks("Smallest.summary.1")]
    [Advice("The k smallest sums need not lie in a square corner: a single number of one list may go with k of the other.")]
    public sealed class SortsACorner : ISortedPairs
    {
        public static (int I, int J, long Sum)[] Smallest(IReadOnlyList<int> first, IReadOnlyList<int> second, int k)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(k);
            int side = (int)Math.Ceiling(Math.Sqrt(k)) + 1, n = Math.Min(first.Count, side), m = Math.Min(second.Count, side);
            return [.. Enumerable.Range(0, n).SelectMany(_ => Enumerable.Range(0, m), (i, j) => (i, j, Sum: (long)first[i] + second[j])).OrderBy(pair => pair.Sum).Take(k)];
        }
    }

    [CaughtBy(nameof(SortedPairsProperties<>.Gives_the_k_smallest_sums_in_ascending_order))]
    [Breaks("Smallest.summary.1", "Constraints.2")]
    [Advice("Different pairs may have the same sum: mark the pair of places, not the sum.")]
    public sealed class MarksTheSum : Frontier<MarksTheSum>
    {
        private readonly HashSet<long> _sums = [];

        protected override (int, int, long)[] Run(IReadOnlyList<int> first, IReadOnlyList<int> second, int k) =>
            [.. base.Run(first, second, k).Where(pair => _sums.Add(pair.Item3))];
    }

    [CaughtBy(nameof(SortedPairsProperties<>.Gives_the_k_smallest_sums_in_ascending_order))]
    [Breaks("Smallest.summary.1")]
    [Advice("A queue that gives the largest first finds the largest sums that lie near the beginning: the smallest must come out first.")]
    public sealed class TakesTheLargestFirst : Frontier<TakesTheLargestFirst>
    {
        protected override PriorityQueue<(int I, int J), long> Queue() => new(Comparer<long>.Create((x, y) => y.CompareTo(x)));
    }

    [CaughtBy(nameof(SortedPairsProperties<>.Gives_the_k_smallest_sums_in_ascending_order))]
    [Breaks("Smallest.summary.1")]
    [Advice("A heap of the best k gives the largest of them first: fill the result from its end.")]
    public sealed class AnswersDescending : Frontier<AnswersDescending>
    {
        protected override (int, int, long)[] Run(IReadOnlyList<int> first, IReadOnlyList<int> second, int k)
        {
            var pairs = base.Run(first, second, k);
            Array.Reverse(pairs);
            return pairs;
        }
    }

    [CaughtBy(nameof(SortedPairsProperties<>.Gives_the_k_smallest_sums_in_ascending_order))]
    [Breaks("Smallest.summary.1")]
    [Advice("A double holds 53 bits, but a float only 24: sums that lie close together become one.")]
    public sealed class SumsInFloat : Frontier<SumsInFloat>
    {
        protected override long Sum(int x, int y) => (long)((float)x + y);
    }

    [CaughtBy(nameof(SortedPairsProperties<>.Gives_the_k_smallest_sums_in_ascending_order))]
    [Breaks("Smallest.first.1", "Smallest.second.1")]
    [Advice("Equal numbers at different places make different pairs: skip none of them.")]
    public sealed class TakesEqualNumbersOnce : Frontier<TakesEqualNumbersOnce>
    {
        protected override (int, int, long)[] Run(IReadOnlyList<int> first, IReadOnlyList<int> second, int k) => base.Run([.. first.Distinct()], [.. second.Distinct()], k);
    }

    [CaughtBy(nameof(SortedPairsProperties<>.Each_pair_comes_once_and_with_its_sum))]
    [Breaks("Smallest.returns.2")]
    [Advice("A pair is reached from its left and from above: offer it once, by a mark or by letting only the first column begin rows.")]
    public sealed class OffersAPairTwice : Frontier<OffersAPairTwice>
    {
        protected override bool IsNew(int i, int j, int width) => true;
    }

    [CaughtBy(nameof(SortedPairsProperties<>.Each_pair_comes_once_and_with_its_sum))]
    [Breaks("Smallest.returns.1")]
    [Advice("The places of the numbers are wanted, not the numbers.")]
    public sealed class GivesTheNumbers : Frontier<GivesTheNumbers>
    {
        protected override (int, int, long)[] Run(IReadOnlyList<int> first, IReadOnlyList<int> second, int k) =>
            [.. base.Run(first, second, k).Select(pair => (first[pair.Item1], second[pair.Item2], pair.Item3))];
    }

    [CaughtBy(nameof(SortedPairsProperties<>.Each_pair_comes_once_and_with_its_sum))]
    [Breaks("Smallest.returns.1")]
    [Advice("Who exchanges the lists so that the shorter one comes first must exchange the places of each pair in the end.")]
    public sealed class ExchangesTheLists : Frontier<ExchangesTheLists>
    {
        protected override (int, int, long)[] Run(IReadOnlyList<int> first, IReadOnlyList<int> second, int k) =>
            first.Count > second.Count ? base.Run(second, first, k) : base.Run(first, second, k);
    }

    [CaughtBy(nameof(SortedPairsProperties<>.Each_pair_comes_once_and_with_its_sum))]
    [Breaks("Smallest.summary.2")]
    [Advice("Equal numbers have places of their own: to look a number's place up finds the first of them each time.")]
    public sealed class LooksThePlaceUp : Frontier<LooksThePlaceUp>
    {
        protected override (int, int, long)[] Run(IReadOnlyList<int> first, IReadOnlyList<int> second, int k)
        {
            int[] a = [.. first], b = [.. second];
            return [.. base.Run(a, b, k).Select(pair => (Array.IndexOf(a, a[pair.Item1]), Array.IndexOf(b, b[pair.Item2]), pair.Item3))];
        }
    }

    [CaughtBy(nameof(SortedPairsProperties<>.With_an_empty_list_there_is_no_pair))]
    [Breaks("Smallest.first.1", "Smallest.second.1", "Constraints.2")]
    [Advice("A list may be empty: then there is no first pair to begin with.")]
    public sealed class BeginsWithoutLooking : Frontier<BeginsWithoutLooking>
    {
        protected override (int, int, long)[] Run(IReadOnlyList<int> first, IReadOnlyList<int> second, int k)
        {
            _ = Sum(first[0], second[0]);
            return base.Run(first, second, k);
        }
    }

    [CaughtBy(nameof(SortedPairsProperties<>.Asking_for_none_gives_none))]
    [Breaks("Smallest.k.1")]
    [Advice("With k = 0 even the first pair is one too many: compare with k before taking it.")]
    public sealed class TakesOneAtLeast : Frontier<TakesOneAtLeast>
    {
        protected override (int, int, long)[] Run(IReadOnlyList<int> first, IReadOnlyList<int> second, int k) => base.Run(first, second, k == 0 ? 1 : k);
    }

    [CaughtBy(nameof(SortedPairsProperties<>.Asking_for_more_than_there_are_gives_all))]
    [Breaks("Constraints.4")]
    [Advice("k may be far more than there are pairs: let the result grow instead of making room for k.")]
    public sealed class MakesRoomForK : Frontier<MakesRoomForK>
    {
        protected override int Capacity(int k) => k;
    }

    [CaughtBy(nameof(SortedPairsProperties<>.Room_for_k_is_not_made_before_there_are_k_pairs))]
    [Breaks("Smallest.k.2")]
    [Advice("Room for a million is too much for three pairs: let the result grow with them.")]
    public sealed class MakesRoomForAMillion : Frontier<MakesRoomForAMillion>
    {
        protected override int Capacity(int k) => Math.Min(k, 1_000_000);
    }

    [CaughtBy(nameof(SortedPairsProperties<>.A_negative_k_throws))]
    [Breaks("Smallest.exception.1", "Constraints.5")]
    [Advice("A negative k is the caller's mistake: throw ArgumentOutOfRangeException instead of answering as if it were 0.")]
    public sealed class TakesNegativeForNone : Frontier<TakesNegativeForNone>
    {
        protected override (int, int, long)[] Run(IReadOnlyList<int> first, IReadOnlyList<int> second, int k) => base.Run(first, second, Math.Max(0, k));
    }

    [CaughtBy(nameof(SortedPairsProperties<>.A_negative_k_throws))]
    [Breaks("Smallest.exception.1")]
    [Advice("A negative k throws whatever the lists are: look at it before you look whether one is empty.")]
    public sealed class LooksAtTheListsFirst : Frontier<LooksAtTheListsFirst>
    {
        protected override (int, int, long)[] Run(IReadOnlyList<int> first, IReadOnlyList<int> second, int k) =>
            first.Count == 0 || second.Count == 0 ? [] : base.Run(first, second, k);
    }

    [CaughtBy(nameof(SortedPairsProperties<>.What_is_handed_over_is_left_alone))]
    [Breaks("Smallest.first.1")]
    [Advice("The lists are the caller's: keep the marks of what has been used beside them.")]
    public sealed class MarksTheUsedInTheArray : Frontier<MarksTheUsedInTheArray>
    {
        protected override (int, int, long)[] Run(IReadOnlyList<int> first, IReadOnlyList<int> second, int k)
        {
            var pairs = base.Run(first, second, k);
            if (first is int[] given)
                foreach (var (i, _, _) in pairs) given[i] = int.MaxValue;
            return pairs;
        }
    }

    [CaughtBy(nameof(SortedPairsProperties<>.What_is_handed_over_is_left_alone))]
    [Breaks("Smallest.second.1")]
    [Advice("To take the used numbers out of the list takes them from its owner: remember how far you have come.")]
    public sealed class TakesNumbersOut : Frontier<TakesNumbersOut>
    {
        protected override (int, int, long)[] Run(IReadOnlyList<int> first, IReadOnlyList<int> second, int k)
        {
            var pairs = base.Run(first, second, k);
            if (second is List<int> given && pairs.Length > 0) given.RemoveRange(0, 1 + pairs.Max(pair => pair.Item2));
            return pairs;
        }
    }

    [CaughtBy(nameof(SortedPairsProperties<>.What_its_owner_overwrites_is_another_list))]
    [Breaks("Smallest.summary.1")]
    [Advice("The same list may hold other numbers at the next call: remember no results by the list that they came from.")]
    public sealed class RemembersTheLists : ISortedPairs
    {
        private static readonly ConditionalWeakTable<object, Dictionary<int, (int, int, long)[]>> s_found = [];

        public static (int I, int J, long Sum)[] Smallest(IReadOnlyList<int> first, IReadOnlyList<int> second, int k)
        {
            var found = s_found.GetOrCreateValue(first);
            return found.TryGetValue(k, out var pairs) ? pairs : found[k] = SortedPairs.Smallest(first, second, k);
        }
    }

    [CaughtBy(nameof(SortedPairsProperties<>.After_a_list_that_throws_the_next_call_is_right))]
    [Breaks("Smallest.summary.1")]
    [Advice("A queue that outlives the call still holds the pairs of lists that threw: make a new one for each call.")]
    public sealed class KeepsItsQueue : Frontier<KeepsItsQueue>
    {
        [ThreadStatic] private static PriorityQueue<(int, int), long>? s_queue;

        protected override PriorityQueue<(int I, int J), long> Queue() => s_queue ??= new();
    }

    [CaughtBy(nameof(SortedPairsProperties<>.A_list_may_ask_for_the_pairs_of_others))]
    [Breaks("Smallest.summary.1")]
    [Advice("A queue that all calls share is cleared by the call that begins before another has ended: keep it in the call.")]
    public sealed class SharesItsQueue : Frontier<SharesItsQueue>
    {
        [ThreadStatic] private static PriorityQueue<(int, int), long>? s_queue;

        protected override PriorityQueue<(int I, int J), long> Queue()
        {
            (s_queue ??= new()).Clear();
            return s_queue;
        }
    }

    [CaughtBy(nameof(SortedPairsProperties<>.Lists_far_longer_than_k_cost_no_more))]
    [Breaks("Smallest.summary.3", "Target.1")]
    [Advice("All n m sums are far more than the k that are wanted: the lists are sorted, so that only pairs near the beginning can come next.")]
    public sealed class SortsAllSums : ISortedPairs
    {
        public static (int I, int J, long Sum)[] Smallest(IReadOnlyList<int> first, IReadOnlyList<int> second, int k)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(k);
            return [.. first.SelectMany((x, i) => second.Select((y, j) => (i, j, Sum: (long)x + y))).OrderBy(pair => pair.Sum).Take(k)];
        }
    }

    [CaughtBy(nameof(SortedPairsProperties<>.Lists_far_longer_than_k_cost_no_more))]
    [Breaks("Smallest.summary.3")]
    [Advice("A row for each number of the first list costs O(n) before the first pair is found: begin a row when the one before it has given a pair.")]
    public sealed class BeginsEveryRow : ISortedPairs
    {
        public static (int I, int J, long Sum)[] Smallest(IReadOnlyList<int> first, IReadOnlyList<int> second, int k)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(k);
            var next = new PriorityQueue<(int I, int J), long>();
            for (int i = 0; i < first.Count && second.Count > 0 && k > 0; i++) next.Enqueue((i, 0), (long)first[i] + second[0]);
            List<(int, int, long)> smallest = [];
            while (smallest.Count < k && next.TryDequeue(out var pair, out long sum))
            {
                smallest.Add((pair.I, pair.J, sum));
                if (pair.J + 1 < second.Count) next.Enqueue((pair.I, pair.J + 1), (long)first[pair.I] + second[pair.J + 1]);
            }
            return [.. smallest];
        }
    }

    [CaughtBy(nameof(SortedPairsProperties<>.Lists_far_longer_than_k_cost_no_more))]
    [Breaks("Smallest.summary.3")]
    [Advice("n m overflows int: lists of 65 536 numbers each then seem to have no pair. Compute in long.")]
    public sealed class CountsPairsInInt : Frontier<CountsPairsInInt>
    {
        protected override (int, int, long)[] Run(IReadOnlyList<int> first, IReadOnlyList<int> second, int k) =>
            base.Run(first, second, k > 0 ? Math.Max(0, Math.Min(k, first.Count * second.Count)) : k);
    }

    [CaughtBy(nameof(SortedPairsProperties<>.Lists_far_longer_than_k_cost_no_more))]
    [Breaks("Smallest.summary.1")]
    [Advice("i m + j overflows int for long lists, and then two pairs have one mark: mark the pair itself.")]
    public sealed class MarksANumberInInt : Frontier<MarksANumberInInt>
    {
        protected override bool IsNew(int i, int j, int width) => Mark(i * width + j);
    }

    [CaughtBy(nameof(SortedPairsProperties<>.Lists_far_longer_than_k_cost_no_more))]
    [Breaks("Smallest.summary.3", "Target.2")]
    [Advice("A mark for each number of the lists takes as much room as they do: keep marks of what was offered only.")]
    public sealed class MakesRoomForTheLists : Frontier<MakesRoomForTheLists>
    {
        protected override (int, int, long)[] Run(IReadOnlyList<int> first, IReadOnlyList<int> second, int k)
        {
            bool[] used = new bool[first.Count];
            var pairs = base.Run(first, second, k);
            foreach (var (i, _, _) in pairs) used[i] = true;
            return pairs;
        }
    }

    [CaughtBy(nameof(SortedPairsProperties<>.After_65536_calls_the_next_is_as_right_as_the_first))]
    [Breaks("Smallest.summary.1")]
    [Advice("The number of the call comes round again after 65 536 calls, and old marks then seem to be new: make them anew.")]
    public sealed class NumbersItsCalls : Frontier<NumbersItsCalls>
    {
        [ThreadStatic] private static Dictionary<(int, int), ushort>? s_offered;
        [ThreadStatic] private static ushort s_call;

        protected override (int, int, long)[] Run(IReadOnlyList<int> first, IReadOnlyList<int> second, int k)
        {
            s_call++;
            return base.Run(first, second, k);
        }

        protected override bool IsNew(int i, int j, int width)
        {
            var offered = s_offered ??= [];
            if (offered.TryGetValue((i, j), out ushort call) && call == s_call) return false;
            offered[(i, j)] = s_call;
            return true;
        }
    }

    [CaughtBy(nameof(SortedPairsProperties<>.Two_hundred_thousand_pairs_do_not_take_quadratic_time))]
    [Breaks("Smallest.summary.3", "Constraints.1")]
    [Advice("To look along all rows for each pair takes O(k) for one: a heap gives the smallest of them in O(log k).")]
    public sealed class LooksAlongTheRows : ISortedPairs
    {
        public static (int I, int J, long Sum)[] Smallest(IReadOnlyList<int> first, IReadOnlyList<int> second, int k)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(k);
            List<(int, int, long)> smallest = [];
            if (first.Count == 0 || second.Count == 0) return [];
            List<(int I, int J, long Sum)> rows = [(0, 0, (long)first[0] + second[0])];
            while (smallest.Count < k && rows.Count > 0)
            {
                LawRunner.EndIfGivenUp();
                int at = 0;
                for (int row = 1; row < rows.Count; row++)
                    if (rows[row].Sum < rows[at].Sum) at = row;
                var (i, j, sum) = rows[at];
                smallest.Add((i, j, sum));
                if (j == 0 && i + 1 < first.Count) rows.Add((i + 1, 0, (long)first[i + 1] + second[0]));
                if (j + 1 < second.Count) rows[at] = (i, j + 1, (long)first[i] + second[j + 1]);
                else rows.RemoveAt(at);
            }
            return [.. smallest];
        }
    }

    [CaughtBy(nameof(SortedPairsProperties<>.Two_hundred_thousand_pairs_do_not_take_quadratic_time))]
    [Breaks("Constraints.1")]
    [Advice("A place in 16 bits ends at 65 535, and then begins again at 0: keep places in int.")]
    public sealed class PlacesInSixteenBits : Frontier<PlacesInSixteenBits>
    {
        protected override (int, int, long) Result(int i, int j, long sum) => ((ushort)i, (ushort)j, sum);
    }

    [CaughtBy(nameof(SortedPairsProperties<>.Two_hundred_thousand_pairs_are_held_and_no_more))]
    [Breaks("Smallest.summary.3", "Target.2")]
    [Advice("k ln k pairs may count, but not all at once: hold the next pair of each row, and take the smallest.")]
    public sealed class SortsAllThatMayCount : ISortedPairs
    {
        public static (int I, int J, long Sum)[] Smallest(IReadOnlyList<int> first, IReadOnlyList<int> second, int k)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(k);
            List<(int I, int J, long Sum)> pairs = [];
            for (int i = 0; i < first.Count && i < k; i++)
                for (int j = 0; j < second.Count && (long)(i + 1) * (j + 1) <= k; j++) pairs.Add((i, j, (long)first[i] + second[j]));
            pairs.Sort((a, b) => a.Sum.CompareTo(b.Sum));
            return [.. pairs.Take(k)];
        }
    }
}
