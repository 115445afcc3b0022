using System.Runtime.CompilerServices;

namespace Etudes.Heap;

public static class TopFrequentMistakes
{
    /// <summary>Counts, then a queue of the best so far, the worst leaving when it grows beyond k; each mistake spoils one part.</summary>
    public abstract class CountsAndQueue<TSelf> : ITopFrequent, ITopFrequentByOrder where TSelf : CountsAndQueue<TSelf>, new()
    {
        public static int[] Most(IEnumerable<int> stream, int k) => new TSelf().Run(stream, k, Comparer<int>.Default);

        public static T[] Most<T>(IEnumerable<T> stream, int k, IComparer<T> order) where T : notnull => new TSelf().Run(stream, k, order);

        protected virtual T[] Run<T>(IEnumerable<T> stream, int k, IComparer<T> order) where T : notnull
        {
            ArgumentOutOfRangeException.ThrowIfNegative(k);
            return Select(Counts(stream), k, order);
        }

        protected virtual IReadOnlyCollection<KeyValuePair<T, int>> Counts<T>(IEnumerable<T> stream) where T : notnull => CountInto([], stream);

        protected static Dictionary<T, int> CountInto<T>(Dictionary<T, int> counts, IEnumerable<T> stream) where T : notnull
        {
            foreach (T value in stream) counts[value] = counts.GetValueOrDefault(value) + 1;
            return counts;
        }

        protected virtual T[] Select<T>(IReadOnlyCollection<KeyValuePair<T, int>> counts, int k, IComparer<T> order) where T : notnull
        {
            var queue = new PriorityQueue<T, (T, int)>(Capacity(k), Comparer<(T, int)>.Create((x, y) => Compare(x, y, order)));
            foreach (var (value, count) in counts) Offer(queue, value, count, k);
            return Result(queue);
        }

        /// <summary>The worst first.</summary>
        protected virtual int Compare<T>((T Value, int Count) x, (T Value, int Count) y, IComparer<T> order) =>
            x.Count != y.Count ? x.Count.CompareTo(y.Count) : order.Compare(y.Value, x.Value);

        protected virtual int Capacity(int k) => 0;

        protected virtual void Offer<T>(PriorityQueue<T, (T, int)> queue, T value, int count, int k)
        {
            queue.Enqueue(value, (value, count));
            if (queue.Count > k) queue.Dequeue();
        }

        protected virtual T[] Result<T>(PriorityQueue<T, (T, int)> queue)
        {
            var most = new T[queue.Count];
            while (queue.Count > 0) most[queue.Count - 1] = queue.Dequeue();
            return most;
        }
    }

    [CaughtBy(nameof(TopFrequentProperties<>.Gives_the_k_most_frequent_values))]
    [Breaks("Most.summary.1")]
    [Advice("The queue gives its rarest value first: fill the result from its end.")]
    public sealed class AnswersRarestFirst : CountsAndQueue<AnswersRarestFirst>
    {
        protected override T[] Result<T>(PriorityQueue<T, (T, int)> queue)
        {
            var most = base.Result(queue);
            Array.Reverse(most);
            return most;
        }
    }

    [CaughtBy(nameof(TopFrequentProperties<>.Gives_the_k_most_frequent_values))]
    [Breaks("TopFrequent.summary.1")]
    [Advice("The value to let go is the rarest of those held, so the queue must give the rarest first.")]
    public sealed class KeepsTheRarest : CountsAndQueue<KeepsTheRarest>
    {
        protected override int Compare<T>((T Value, int Count) x, (T Value, int Count) y, IComparer<T> order) => base.Compare(y, x, order);

        protected override T[] Result<T>(PriorityQueue<T, (T, int)> queue)
        {
            var most = base.Result(queue);
            Array.Reverse(most);
            return most;
        }
    }

    [CaughtBy(nameof(TopFrequentProperties<>.Fewer_are_the_beginning_of_more))]
    [Breaks("Most.summary.1")]
    [Advice("A heap's array is only half ordered: take the values out one by one, or sort them at the end.")]
    public sealed class AnswersInHeapOrder : CountsAndQueue<AnswersInHeapOrder>
    {
        protected override T[] Result<T>(PriorityQueue<T, (T, int)> queue) => [.. queue.UnorderedItems.Select(pair => pair.Element).Reverse()];
    }

    [CaughtBy(nameof(TopFrequentProperties<>.Gives_the_k_most_frequent_values))]
    [Breaks("Most.summary.1")]
    [Advice("Offer each value once, when all is counted: offered at each of its numbers it is held several times.")]
    public sealed class OffersEachNumber : CountsAndQueue<OffersEachNumber>
    {
        protected override T[] Run<T>(IEnumerable<T> stream, int k, IComparer<T> order)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(k);
            List<T> all = [.. stream];
            var counts = CountInto([], all);
            return Select([.. all.Select(value => KeyValuePair.Create(value, counts[value]))], k, order);
        }
    }

    [CaughtBy(nameof(TopFrequentProperties<>.Gives_the_k_most_frequent_values))]
    [Breaks("TopFrequent.summary.1")]
    [Advice("k counters find what makes up a large part of the stream, and miss the rest: exact counts need one for each different value.")]
    public sealed class KeepsKCounters : CountsAndQueue<KeepsKCounters>
    {
        protected override T[] Run<T>(IEnumerable<T> stream, int k, IComparer<T> order)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(k);
            var counts = new Dictionary<T, int>();
            foreach (T value in stream)
                if (counts.ContainsKey(value) || counts.Count < k) counts[value] = counts.GetValueOrDefault(value) + 1;
                else
                    foreach (T held in counts.Keys.ToList())
                        if (--counts[held] == 0) counts.Remove(held);
            return Select(counts, k, order);
        }
    }

    [CaughtBy(nameof(TopFrequentProperties<>.When_a_value_comes_does_not_matter))]
    [Breaks("Most.summary.1")]
    [Advice("Equal numbers need not stand side by side: a run is not yet a count.")]
    public sealed class CountsTheLongestRun : CountsAndQueue<CountsTheLongestRun>
    {
        protected override IReadOnlyCollection<KeyValuePair<T, int>> Counts<T>(IEnumerable<T> stream)
        {
            var longest = new Dictionary<T, int>();
            (T? last, int run) = (default, 0);
            foreach (T value in stream)
            {
                (last, run) = (value, run > 0 && value.Equals(last) ? run + 1 : 1);
                longest[value] = Math.Max(run, longest.GetValueOrDefault(value));
            }
            return longest;
        }
    }

    [CaughtBy(nameof(TopFrequentProperties<>.Of_equal_counts_the_smaller_value_comes_first))]
    [Breaks("Most.summary.2")]
    [Advice("The worst is on top: of equal counts that is the larger value, so the values compare the other way round than the counts.")]
    public sealed class LetsTheLargerGoFirst : CountsAndQueue<LetsTheLargerGoFirst>
    {
        protected override int Compare<T>((T Value, int Count) x, (T Value, int Count) y, IComparer<T> order) =>
            x.Count != y.Count ? x.Count.CompareTo(y.Count) : order.Compare(x.Value, y.Value);
    }

    [CaughtBy(nameof(TopFrequentProperties<>.Of_equal_counts_the_smaller_value_comes_first))]
    [Breaks("Most.summary.2")]
    [Advice("A heap hands out equal counts in any order: let the values settle a tie.")]
    public sealed class LeavesTiesToTheHeap : CountsAndQueue<LeavesTiesToTheHeap>
    {
        protected override int Compare<T>((T Value, int Count) x, (T Value, int Count) y, IComparer<T> order) => x.Count.CompareTo(y.Count);
    }

    [CaughtBy(nameof(TopFrequentProperties<>.Of_equal_counts_the_smaller_value_comes_first))]
    [Breaks("Most.summary.2")]
    [Advice("Ties are settled by value where the result is sorted, and also where it is decided which value leaves the heap.")]
    public sealed class SortsTiesTooLate : CountsAndQueue<SortsTiesTooLate>
    {
        protected override T[] Select<T>(IReadOnlyCollection<KeyValuePair<T, int>> counts, int k, IComparer<T> order)
        {
            var best = counts.OrderByDescending(pair => pair.Value).Take(k);
            return [.. best.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, order).Select(pair => pair.Key)];
        }
    }

    [CaughtBy(nameof(TopFrequentProperties<>.Of_equal_counts_the_smaller_value_comes_first))]
    [Breaks("Constraints.4")]
    [Advice("a - b overflows when a and b lie far apart: compare with CompareTo.")]
    public sealed class ComparesByDifference : ITopFrequent
    {
        public static int[] Most(IEnumerable<int> stream, int k) => TopFrequent.Most(stream, k, Comparer<int>.Create((x, y) => x - y));
    }

    [CaughtBy(nameof(TopFrequentProperties<>.Gives_the_k_most_frequent_values))]
    [Breaks("Constraints.4")]
    [Advice("An array of counters has room for small values only; a dictionary counts any of them.")]
    public sealed class CountsInAnArray : ITopFrequent
    {
        public static int[] Most(IEnumerable<int> stream, int k)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(k);
            int[] counts = new int[20_001];
            foreach (int number in stream) counts[number + 10_000]++;
            return [.. Enumerable.Range(0, counts.Length).Where(i => counts[i] > 0).OrderByDescending(i => counts[i]).Take(k).Select(i => i - 10_000)];
        }
    }

    [CaughtBy(nameof(TopFrequentProperties<>.The_stream_is_read_once))]
    [Breaks("Most.summary.3", "Constraints.3", "Target.1")]
    [Advice("A second pass needs a stream that can be read again: count every value in one pass.")]
    public sealed class CountsEachValueAnew : CountsAndQueue<CountsEachValueAnew>
    {
        protected override IReadOnlyCollection<KeyValuePair<T, int>> Counts<T>(IEnumerable<T> stream) =>
            [.. stream.Distinct().Select(value => KeyValuePair.Create(value, stream.Count(other => other.Equals(value))))];
    }

    [CaughtBy(nameof(TopFrequentProperties<>.Asking_for_none_gives_none))]
    [Breaks("Most.k.1")]
    [Advice("With k = 0 the heap is full before the first value and has no top: treat it before looking at the top.")]
    public sealed class LooksAtTheTopOfNone : CountsAndQueue<LooksAtTheTopOfNone>
    {
        protected override void Offer<T>(PriorityQueue<T, (T, int)> queue, T value, int count, int k)
        {
            if (queue.Count == k) _ = queue.Peek();
            base.Offer(queue, value, count, k);
        }
    }

    [CaughtBy(nameof(TopFrequentProperties<>.Asking_for_more_than_there_are_gives_all))]
    [Breaks("Constraints.2")]
    [Advice("k may be far more than there are values: let the heap grow with them instead of making room for k.")]
    public sealed class MakesRoomForK : CountsAndQueue<MakesRoomForK>
    {
        protected override int Capacity(int k) => k;
    }

    [CaughtBy(nameof(TopFrequentProperties<>.Room_for_k_is_not_made_before_there_are_k_values))]
    [Breaks("Most.k.2")]
    [Advice("Room for a million is too much for a stream of three: let the heap grow with the values.")]
    public sealed class MakesRoomForAMillion : CountsAndQueue<MakesRoomForAMillion>
    {
        protected override int Capacity(int k) => Math.Min(k, 1_000_000);
    }

    [CaughtBy(nameof(TopFrequentProperties<>.A_negative_k_throws_and_opens_no_stream))]
    [Breaks("Most.exception.1", "Constraints.6")]
    [Advice("A negative k is the caller's mistake: throw ArgumentOutOfRangeException instead of answering as if it were 0.")]
    public sealed class TakesNegativeForNone : CountsAndQueue<TakesNegativeForNone>
    {
        protected override T[] Run<T>(IEnumerable<T> stream, int k, IComparer<T> order) => k <= 0 ? [] : base.Run(stream, k, order);
    }

    [CaughtBy(nameof(TopFrequentProperties<>.A_negative_k_throws_and_opens_no_stream))]
    [Breaks("Most.exception.1", "TopFrequentByOrder.Most.exception.1")]
    [Advice("Look at k before the stream: what has been read of it is gone.")]
    public sealed class CountsBeforeItLooksAtK : CountsAndQueue<CountsBeforeItLooksAtK>
    {
        protected override T[] Run<T>(IEnumerable<T> stream, int k, IComparer<T> order) => base.Run([.. stream], k, order);
    }

    [CaughtBy(nameof(TopFrequentProperties<>.What_is_handed_over_is_left_alone))]
    [Breaks("Most.stream.1")]
    [Advice("Sorting what you were given changes it for the caller too.")]
    public sealed class SortsTheGivenArray : CountsAndQueue<SortsTheGivenArray>
    {
        protected override T[] Run<T>(IEnumerable<T> stream, int k, IComparer<T> order)
        {
            if (stream is T[] given) Array.Sort(given, order);
            return base.Run(stream, k, order);
        }
    }

    [CaughtBy(nameof(TopFrequentProperties<>.What_is_handed_over_is_left_alone))]
    [Breaks("Most.stream.1")]
    [Advice("A list belongs to its owner, as an array does: count it as it is.")]
    public sealed class SortsTheGivenList : CountsAndQueue<SortsTheGivenList>
    {
        protected override T[] Run<T>(IEnumerable<T> stream, int k, IComparer<T> order)
        {
            if (stream is List<T> given) given.Sort(order);
            return base.Run(stream, k, order);
        }
    }

    [CaughtBy(nameof(TopFrequentProperties<>.What_its_owner_overwrites_is_another_stream))]
    [Breaks("Most.summary.1")]
    [Advice("The same array may hold something else at the next call: remember no results by the array that they came from.")]
    public sealed class RemembersTheArray : CountsAndQueue<RemembersTheArray>
    {
        private static readonly ConditionalWeakTable<object, object> s_counted = [];

        protected override IReadOnlyCollection<KeyValuePair<T, int>> Counts<T>(IEnumerable<T> stream) =>
            (IReadOnlyCollection<KeyValuePair<T, int>>)s_counted.GetValue(stream, _ => base.Counts(stream));
    }

    [CaughtBy(nameof(TopFrequentProperties<>.After_a_stream_that_throws_the_next_one_is_answered_rightly))]
    [Breaks("Most.summary.1")]
    [Advice("Counters that outlive the call still hold what a stream gave before it threw: make new ones for each call.")]
    public sealed class KeepsItsCounts : ITopFrequent
    {
        [ThreadStatic] private static Dictionary<int, int>? s_counts;

        public static int[] Most(IEnumerable<int> stream, int k)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(k);
            var counts = s_counts ??= [];
            foreach (int number in stream) counts[number] = counts.GetValueOrDefault(number) + 1;
            int[] most = [.. counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(k).Select(pair => pair.Key)];
            counts.Clear();
            return most;
        }
    }

    [CaughtBy(nameof(TopFrequentProperties<>.A_stream_may_ask_for_the_most_frequent_of_another))]
    [Breaks("Most.summary.1")]
    [Advice("Counters that all calls share are cleared by the call that begins before another has ended: keep them in the call.")]
    public sealed class SharesItsCounts : ITopFrequent
    {
        [ThreadStatic] private static Dictionary<int, int>? s_counts;

        public static int[] Most(IEnumerable<int> stream, int k)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(k);
            var counts = s_counts ??= [];
            counts.Clear();
            foreach (int number in stream) counts[number] = counts.GetValueOrDefault(number) + 1;
            return [.. counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(k).Select(pair => pair.Key)];
        }
    }

    [CaughtBy(nameof(TopFrequentProperties<>.After_65536_calls_the_next_is_as_right_as_the_first))]
    [Breaks("Most.summary.1")]
    [Advice("The number of the call comes round again after 65 536 calls, and old counters then seem to be new: make them anew.")]
    public sealed class NumbersItsCalls : ITopFrequent
    {
        [ThreadStatic] private static Dictionary<int, (ushort Call, int Count)>? s_counts;
        [ThreadStatic] private static ushort s_call;

        public static int[] Most(IEnumerable<int> stream, int k)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(k);
            var counts = s_counts ??= [];
            ushort call = ++s_call;
            var seen = new HashSet<int>();
            foreach (int number in stream)
            {
                seen.Add(number);
                counts[number] = (call, counts.TryGetValue(number, out var count) && count.Call == call ? count.Count + 1 : 1);
            }
            return [.. seen.OrderByDescending(number => counts[number].Count).ThenBy(number => number).Take(k)];
        }
    }

    [CaughtBy(nameof(TopFrequentProperties<>.The_stream_is_not_kept))]
    [Breaks("Most.summary.3", "Target.2")]
    [Advice("GroupBy keeps all numbers of each group, only to count them: keep the counts alone.")]
    public sealed class KeepsGroups : CountsAndQueue<KeepsGroups>
    {
        protected override IReadOnlyCollection<KeyValuePair<T, int>> Counts<T>(IEnumerable<T> stream) =>
            [.. stream.GroupBy(value => value).Select(same => KeyValuePair.Create(same.Key, same.Count()))];
    }

    [CaughtBy(nameof(TopFrequentProperties<>.The_stream_is_not_kept))]
    [Breaks("Most.summary.3", "Target.2")]
    [Advice("A bucket for each count that there may be takes as much room as the stream; most of them stay empty.")]
    public sealed class MakesABucketForEachCount : CountsAndQueue<MakesABucketForEachCount>
    {
        protected override T[] Select<T>(IReadOnlyCollection<KeyValuePair<T, int>> counts, int k, IComparer<T> order)
        {
            var buckets = new List<T>?[1 + counts.Select(pair => pair.Value).DefaultIfEmpty().Max()];
            foreach (var (value, count) in counts) (buckets[count] ??= []).Add(value);
            return [.. buckets.Reverse().SelectMany(bucket => bucket?.Order(order) ?? Enumerable.Empty<T>()).Take(k)];
        }
    }

    [CaughtBy(nameof(TopFrequentProperties<>.Half_of_four_hundred_thousand_values_do_not_take_quadratic_time))]
    [Breaks("Most.summary.4")]
    [Advice("Looking at all values for each of the k that are wanted takes O(dk): hold the best k in a heap.")]
    public sealed class LooksForEachMaximum : ITopFrequent
    {
        public static int[] Most(IEnumerable<int> stream, int k)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(k);
            var counts = new Dictionary<int, int>();
            foreach (int number in stream) counts[number] = counts.GetValueOrDefault(number) + 1;
            List<int> most = [];
            while (most.Count < k && counts.Count > 0)
            {
                LawRunner.EndIfGivenUp();
                var (best, _) = counts.Aggregate((x, y) => x.Value > y.Value || x.Value == y.Value && x.Key < y.Key ? x : y);
                most.Add(best);
                counts.Remove(best);
            }
            return [.. most];
        }
    }

    [CaughtBy(nameof(TopFrequentProperties<>.Half_of_four_hundred_thousand_values_do_not_take_quadratic_time))]
    [Breaks("Constraints.1")]
    [Advice("Looking along a list for the counter of each number takes O(nd): a dictionary finds it at once.")]
    public sealed class CountsInAList : ITopFrequent
    {
        public static int[] Most(IEnumerable<int> stream, int k)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(k);
            List<int> values = [], counts = [];
            foreach (int number in stream)
            {
                LawRunner.EndIfGivenUp();
                int at = values.IndexOf(number);
                if (at < 0) values.Add(number);
                if (at < 0) counts.Add(1);
                else counts[at]++;
            }
            return [.. values.Zip(counts).OrderByDescending(pair => pair.Second).ThenBy(pair => pair.First).Take(k).Select(pair => pair.First)];
        }
    }

    [CaughtBy(nameof(TopFrequentProperties<>.A_value_may_come_more_often_than_16_bits_count))]
    [Breaks("Constraints.1")]
    [Advice("A count in 16 bits ends at 65 535, and then begins again at 0: count in int.")]
    public sealed class CountsInSixteenBits : CountsAndQueue<CountsInSixteenBits>
    {
        protected override IReadOnlyCollection<KeyValuePair<T, int>> Counts<T>(IEnumerable<T> stream) =>
            [.. base.Counts(stream).Select(pair => KeyValuePair.Create(pair.Key, (int)(ushort)pair.Value))];
    }

    [CaughtBy(nameof(TopFrequentCostProperties<>.The_order_decides_between_equal_counts))]
    [Breaks("TopFrequentByOrder.summary.1", "TopFrequentByOrder.Most.summary.1")]
    [Advice("Ask the comparer that was given; Comparer<T>.Default is somebody else's order.")]
    public sealed class UsesTheNaturalOrder : CountsAndQueue<UsesTheNaturalOrder>
    {
        protected override T[] Run<T>(IEnumerable<T> stream, int k, IComparer<T> order) => base.Run(stream, k, Comparer<T>.Default);
    }

    [CaughtBy(nameof(TopFrequentCostProperties<>.The_order_decides_between_equal_counts))]
    [Breaks("TopFrequentByOrder.Most.summary.1")]
    [Advice("An order may return int.MinValue, which stays negative when it is negated: exchange the arguments instead.")]
    public sealed class NegatesTheOrder : CountsAndQueue<NegatesTheOrder>
    {
        protected override int Compare<T>((T Value, int Count) x, (T Value, int Count) y, IComparer<T> order) =>
            x.Count != y.Count ? x.Count.CompareTo(y.Count) : -order.Compare(x.Value, y.Value);
    }

    [CaughtBy(nameof(TopFrequentCostProperties<>.Words_of_one_length_tie_and_are_counted_apart))]
    [Breaks("TopFrequentByOrder.Most.summary.1", "Constraints.5")]
    [Advice("Values that the order does not tell apart are still different values: count by equality, and use the order for ties alone.")]
    public sealed class CountsByTheOrder : CountsAndQueue<CountsByTheOrder>
    {
        protected override T[] Run<T>(IEnumerable<T> stream, int k, IComparer<T> order)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(k);
            var counts = new SortedDictionary<T, int>(order);
            foreach (T value in stream) counts[value] = counts.GetValueOrDefault(value) + 1;
            return Select(counts, k, order);
        }
    }

    [CaughtBy(nameof(TopFrequentCostProperties<>.Words_of_one_length_tie_and_are_counted_apart))]
    [Breaks("TopFrequentByOrder.Most.summary.1")]
    [Advice("Two strings with the same letters are the same word, wherever they lie: ask Equals, not whether they are one object.")]
    public sealed class CountsObjects : CountsAndQueue<CountsObjects>
    {
        protected override IReadOnlyCollection<KeyValuePair<T, int>> Counts<T>(IEnumerable<T> stream) => typeof(T).IsValueType
            ? base.Counts(stream) : CountInto(new(EqualityComparer<T>.Create((x, y) => ReferenceEquals(x, y), value => value.GetHashCode())), stream);
    }

    [CaughtBy(nameof(TopFrequentCostProperties<>.Under_an_order_a_negative_k_throws_too))]
    [Breaks("TopFrequentByOrder.Most.exception.1")]
    [Advice("Both members refuse a negative k: look at it where both come along.")]
    public sealed class TakesNegativeUnderAnOrder : ITopFrequent, ITopFrequentByOrder
    {
        public static int[] Most(IEnumerable<int> stream, int k) => TopFrequent.Most(stream, k);

        public static T[] Most<T>(IEnumerable<T> stream, int k, IComparer<T> order) where T : notnull => k < 0 ? [] : TopFrequent.Most(stream, k, order);
    }

    [CaughtBy(nameof(TopFrequentCostProperties<>.After_an_order_that_throws_the_next_call_is_right))]
    [Breaks("TopFrequentByOrder.Most.summary.1")]
    [Advice("An order may throw in the middle: nothing that a call leaves behind may come into the next one.")]
    public sealed class KeepsItsCountsUnderAnOrder : ITopFrequentByOrder
    {
        [ThreadStatic] private static object? s_counts;

        public static T[] Most<T>(IEnumerable<T> stream, int k, IComparer<T> order) where T : notnull
        {
            ArgumentOutOfRangeException.ThrowIfNegative(k);
            var counts = s_counts as Dictionary<T, int> ?? [];
            s_counts = counts;
            foreach (T value in stream) counts[value] = counts.GetValueOrDefault(value) + 1;
            T[] most = [.. counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, order).Take(k).Select(pair => pair.Key)];
            s_counts = null;
            return most;
        }
    }

    [CaughtBy(nameof(TopFrequentCostProperties<>.A_multiple_of_log_k_comparisons_a_value_is_enough))]
    [Breaks("Most.summary.4", "TopFrequentByOrder.Most.summary.2")]
    [Advice("Sorting all d values to take k of them costs O(d log d): a heap of k needs O(d log k).")]
    public sealed class SortsAllValues : CountsAndQueue<SortsAllValues>
    {
        protected override T[] Select<T>(IReadOnlyCollection<KeyValuePair<T, int>> counts, int k, IComparer<T> order)
        {
            List<KeyValuePair<T, int>> all = [.. counts];
            all.Sort((x, y) => Compare((y.Key, y.Value), (x.Key, x.Value), order));
            return [.. all.Take(k).Select(pair => pair.Key)];
        }
    }

    [CaughtBy(nameof(TopFrequentCostProperties<>.Under_an_order_the_stream_is_not_kept_either))]
    [Breaks("TopFrequentByOrder.Most.summary.3")]
    [Advice("GroupBy keeps every element of every group: count instead, with a Dictionary or CountBy.")]
    public sealed class KeepsGroupsUnderAnOrder : ITopFrequent, ITopFrequentByOrder
    {
        public static int[] Most(IEnumerable<int> stream, int k) => TopFrequent.Most(stream, k);

        public static T[] Most<T>(IEnumerable<T> stream, int k, IComparer<T> order) where T : notnull
        {
            ArgumentOutOfRangeException.ThrowIfNegative(k);
            if (k == 0) return [];
            var groups = stream.GroupBy(value => value).Select(group => KeyValuePair.Create(group.Key, group.Count()));
            var queue = new PriorityQueue<T, (T Value, int Count)>(Comparer<(T Value, int Count)>.Create((x, y) => x.Count != y.Count ? x.Count.CompareTo(y.Count) : order.Compare(y.Value, x.Value)));
            foreach (var (value, count) in groups)
                if (queue.Count < k) queue.Enqueue(value, (value, count));
                else queue.EnqueueDequeue(value, (value, count));
            var most = new T[queue.Count];
            while (queue.Count > 0) most[queue.Count - 1] = queue.Dequeue();
            return most;
        }
    }
}
