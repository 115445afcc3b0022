namespace Etudes.Heap;

public static class TopKMistakes
{
    /// <summary>A queue of the best so far, the smallest leaving when it grows beyond k; each mistake spoils one part.</summary>
    public abstract class Queue<TSelf> : ITopK, ITopKByOrder where TSelf : Queue<TSelf>, new()
    {
        public static int[] Largest(IEnumerable<int> stream, int k) => new TSelf().Run(stream, k, Comparer<int>.Default);

        public static T[] Largest<T>(IEnumerable<T> stream, int k, IComparer<T> order) => new TSelf().Run(stream, k, order);

        protected virtual T[] Run<T>(IEnumerable<T> stream, int k, IComparer<T> order)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(k);
            var queue = Begin(k, order);
            foreach (T item in stream) Offer(queue, item, k);
            return Result(queue);
        }

        protected virtual PriorityQueue<T, T> Begin<T>(int k, IComparer<T> order) => new(Capacity(k), order);

        protected virtual int Capacity(int k) => 0;

        protected virtual void Offer<T>(PriorityQueue<T, T> queue, T item, int k)
        {
            queue.Enqueue(item, item);
            if (queue.Count > k) queue.Dequeue();
        }

        protected virtual T[] Result<T>(PriorityQueue<T, T> queue)
        {
            var largest = new T[queue.Count];
            while (queue.Count > 0) largest[queue.Count - 1] = queue.Dequeue();
            return largest;
        }
    }

    [CaughtBy(nameof(TopKProperties<>.Keeps_the_k_largest_in_descending_order))]
    [Breaks("Largest.summary.1")]
    [Advice("A min-heap gives its smallest first: fill the result from its end.")]
    public sealed class AnswersAscending : Queue<AnswersAscending>
    {
        protected override T[] Result<T>(PriorityQueue<T, T> queue)
        {
            var largest = base.Result(queue);
            Array.Reverse(largest);
            return largest;
        }
    }

    [CaughtBy(nameof(TopKProperties<>.Fewer_are_the_beginning_of_more))]
    [Breaks("Largest.summary.1")]
    [Advice("A heap's array is only half ordered: take the items out one by one, or sort them at the end.")]
    public sealed class AnswersInHeapOrder : Queue<AnswersInHeapOrder>
    {
        protected override T[] Result<T>(PriorityQueue<T, T> queue) => [.. queue.UnorderedItems.Select(pair => pair.Element).Reverse()];
    }

    [CaughtBy(nameof(TopKProperties<>.Keeps_the_k_largest_in_descending_order))]
    [Breaks("Largest.summary.1")]
    [Advice("The one to let go is the smallest of those held, so the heap of the largest is a min-heap.")]
    public sealed class KeepsTheSmallest : Queue<KeepsTheSmallest>
    {
        protected override T[] Run<T>(IEnumerable<T> stream, int k, IComparer<T> order)
        {
            var largest = base.Run(stream, k, Comparer<T>.Create((x, y) => order.Compare(y, x)));
            Array.Reverse(largest);
            return largest;
        }
    }

    [CaughtBy(nameof(TopKProperties<>.Keeps_the_k_largest_in_descending_order))]
    [Breaks("Largest.summary.1")]
    [Advice("A threshold of int.MinValue loses int.MinValue itself: until there are k numbers, every number counts.")]
    public sealed class StartsAtTheLeastInt : Queue<StartsAtTheLeastInt>
    {
        protected override void Offer<T>(PriorityQueue<T, T> queue, T item, int k)
        {
            if (item is not int.MinValue) base.Offer(queue, item, k);
        }
    }

    [CaughtBy(nameof(TopKProperties<>.The_stream_is_read_once))]
    [Breaks("Largest.summary.2", "Constraints.3", "Target.1")]
    [Advice("Counting a stream reads it to its end, and there may be no second time: stop when the stream stops.")]
    public sealed class CountsTheStreamFirst : Queue<CountsTheStreamFirst>
    {
        protected override T[] Run<T>(IEnumerable<T> stream, int k, IComparer<T> order) => base.Run(stream, Math.Min(k, stream.Count()), order);
    }

    [CaughtBy(nameof(TopKProperties<>.Asking_for_none_gives_none))]
    [Breaks("Largest.k.1")]
    [Advice("With k = 0 the heap is full before the first number and has no top: treat it before looking at the top.")]
    public sealed class LooksAtTheTopOfNone : Queue<LooksAtTheTopOfNone>
    {
        protected override void Offer<T>(PriorityQueue<T, T> queue, T item, int k)
        {
            if (queue.Count < k) queue.Enqueue(item, item);
            else if (queue.Comparer.Compare(item, queue.Peek()) > 0) queue.DequeueEnqueue(item, item);
        }
    }

    [CaughtBy(nameof(TopKProperties<>.Asking_for_more_than_there_are_gives_all))]
    [Breaks("Constraints.2")]
    [Advice("k may be far more than there are numbers: let the heap grow with the stream instead of making room for k.")]
    public sealed class MakesRoomForK : Queue<MakesRoomForK>
    {
        protected override int Capacity(int k) => k;
    }

    [CaughtBy(nameof(TopKProperties<>.A_negative_k_throws))]
    [Breaks("Largest.exception.1", "Constraints.5")]
    [Advice("A negative k is the caller's mistake: throw ArgumentOutOfRangeException instead of answering as if it were 0.")]
    public sealed class TakesNegativeForNone : Queue<TakesNegativeForNone>
    {
        protected override T[] Run<T>(IEnumerable<T> stream, int k, IComparer<T> order) => k <= 0 ? [] : base.Run(stream, k, order);
    }

    [CaughtBy(nameof(TopKProperties<>.What_is_handed_over_is_left_alone))]
    [Breaks("Largest.stream.1")]
    [Advice("Sorting what you were given changes it for the caller too.")]
    public sealed class SortsTheGivenArray : Queue<SortsTheGivenArray>
    {
        protected override T[] Run<T>(IEnumerable<T> stream, int k, IComparer<T> order)
        {
            if (stream is T[] given) Array.Sort(given, order);
            return base.Run(stream, k, order);
        }
    }

    [CaughtBy(nameof(TopKProperties<>.The_stream_is_not_kept))]
    [Breaks("TopK.summary.1", "Largest.summary.2", "Target.2")]
    [Advice("Sorting needs the whole stream at once; a heap of k needs room for k.")]
    public sealed class SortsEverything : Queue<SortsEverything>
    {
        protected override T[] Run<T>(IEnumerable<T> stream, int k, IComparer<T> order)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(k);
            return [.. stream.OrderDescending(order).Take(k)];
        }
    }

    [CaughtBy(nameof(TopKCostProperties<>.The_order_says_what_is_large))]
    [Breaks("TopKByOrder.summary.1")]
    [Advice("Ask the comparer that was given; Comparer<T>.Default is somebody else's order.")]
    public sealed class UsesTheNaturalOrder : Queue<UsesTheNaturalOrder>
    {
        protected override T[] Run<T>(IEnumerable<T> stream, int k, IComparer<T> order) => base.Run(stream, k, Comparer<T>.Default);
    }

    [CaughtBy(nameof(TopKCostProperties<>.Items_that_tie_count_each))]
    [Breaks("TopKByOrder.Largest.summary.1", "Constraints.4")]
    [Advice("Items that compare equal are still several items; a set keeps one of them.")]
    public sealed class KeepsOneOfTies : Queue<KeepsOneOfTies>
    {
        protected override T[] Run<T>(IEnumerable<T> stream, int k, IComparer<T> order)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(k);
            var set = new SortedSet<T>(order);
            foreach (T item in stream)
                if (set.Add(item) && set.Count > k) set.Remove(set.Min!);
            return [.. set.Reverse()];
        }
    }

    [CaughtBy(nameof(TopKCostProperties<>.A_multiple_of_log_k_comparisons_a_number_is_enough))]
    [Breaks("Largest.summary.3", "TopKByOrder.Largest.summary.2")]
    [Advice("Walking along the k held numbers is O(k) for each one read: a heap needs O(log k).")]
    public sealed class WalksToThePlace : Queue<WalksToThePlace>
    {
        protected override T[] Run<T>(IEnumerable<T> stream, int k, IComparer<T> order)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(k);
            var descending = new List<T>();
            foreach (T item in stream)
            {
                int at = 0;
                while (at < descending.Count && order.Compare(descending[at], item) >= 0) at++;
                descending.Insert(at, item);
                if (descending.Count > k) descending.RemoveAt(k);
            }
            return [.. descending];
        }
    }

    [CaughtBy(nameof(TopKCostProperties<>.Half_of_three_hundred_thousand_wide_items_do_not_take_quadratic_time))]
    [Breaks("Target.1")]
    [Advice("Halving finds the place in a sorted list quickly, but making room there moves O(k) numbers for each one read.")]
    public sealed class InsertsByBinarySearch : Queue<InsertsByBinarySearch>
    {
        protected override T[] Run<T>(IEnumerable<T> stream, int k, IComparer<T> order)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(k);
            var ascending = new List<T>();
            foreach (T item in stream)
            {
                LawRunner.EndIfGivenUp();
                int found = ascending.BinarySearch(item, order);
                ascending.Insert(found < 0 ? ~found : found, item);
                if (ascending.Count > k) ascending.RemoveAt(0);
            }
            ascending.Reverse();
            return [.. ascending];
        }
    }

    [CaughtBy(nameof(TopKProperties<>.Room_for_k_is_not_made_before_there_are_k_numbers))]
    [Breaks("Largest.k.2")]
    [Advice("Room for a million is too much for a stream of three: let the heap grow with the stream.")]
    public sealed class MakesRoomForAMillion : Queue<MakesRoomForAMillion>
    {
        protected override int Capacity(int k) => Math.Min(k, 1_000_000);
    }

    [CaughtBy(nameof(TopKCostProperties<>.Under_an_order_a_negative_k_throws_too))]
    [Breaks("TopKByOrder.Largest.exception.1")]
    [Advice("Both members refuse a negative k: look at it where both come along.")]
    public sealed class TakesNegativeUnderAnOrder : ITopK, ITopKByOrder
    {
        public static int[] Largest(IEnumerable<int> stream, int k) => TopK.Largest(stream, k);

        public static T[] Largest<T>(IEnumerable<T> stream, int k, IComparer<T> order) => TopK.Largest(stream, Math.Max(0, k), order);
    }

    [CaughtBy(nameof(TopKProperties<>.What_is_handed_over_is_left_alone))]
    [Breaks("Largest.stream.1")]
    [Advice("A list belongs to its owner, as an array does: sort a copy, or do not sort at all.")]
    public sealed class SortsTheGivenList : Queue<SortsTheGivenList>
    {
        protected override T[] Run<T>(IEnumerable<T> stream, int k, IComparer<T> order)
        {
            if (stream is List<T> given) given.Sort(order);
            return base.Run(stream, k, order);
        }
    }

    [CaughtBy(nameof(TopKProperties<>.After_a_stream_that_throws_the_next_one_is_answered_rightly))]
    [Breaks("Largest.summary.1")]
    [Advice("A heap that outlives the call still holds what a stream gave before it threw: make a new one for each call.")]
    public sealed class KeepsItsHeap : ITopK
    {
        [ThreadStatic] private static PriorityQueue<int, int>? s_heap;

        public static int[] Largest(IEnumerable<int> stream, int k)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(k);
            var heap = s_heap ??= new();
            foreach (int number in stream)
            {
                heap.Enqueue(number, number);
                if (heap.Count > k) heap.Dequeue();
            }
            int[] largest = new int[heap.Count];
            while (heap.Count > 0) largest[heap.Count - 1] = heap.Dequeue();
            return largest;
        }
    }

    [CaughtBy(nameof(TopKCostProperties<>.After_an_order_that_throws_the_next_call_is_right))]
    [Breaks("TopKByOrder.Largest.summary.1")]
    [Advice("An order may throw in the middle: nothing that a call leaves behind may come into the next one.")]
    public sealed class KeepsItsHeapUnderAnOrder : ITopKByOrder
    {
        [ThreadStatic] private static object? s_held;

        public static T[] Largest<T>(IEnumerable<T> stream, int k, IComparer<T> order)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(k);
            var held = s_held as List<T> ?? [];
            s_held = held;
            foreach (T item in stream)
            {
                held.Add(item);
                if (held.Count <= 2 * k) continue;
                held.Sort((x, y) => order.Compare(y, x));
                held.RemoveRange(k, held.Count - k);
            }
            held.Sort((x, y) => order.Compare(y, x));
            s_held = null;
            return [.. held.Take(k)];
        }
    }

    [CaughtBy(nameof(TopKProperties<>.The_stream_is_not_kept))]
    [Breaks("Target.2")]
    [Advice("An object for each number is made even for those that are let go: look at the top first, and hold plain numbers.")]
    public sealed class WrapsEachNumber : ITopK
    {
        private sealed record Node(int Number);

        public static int[] Largest(IEnumerable<int> stream, int k) =>
            [.. TopK.Largest(stream.Select(number => new Node(number)), k, Comparer<Node>.Create((x, y) => x.Number.CompareTo(y.Number))).Select(node => node.Number)];
    }

    [CaughtBy(nameof(TopKProperties<>.Half_of_six_hundred_thousand_numbers_do_not_take_quadratic_time))]
    [Breaks("Largest.summary.3")]
    [Advice("A sorted array finds the place quickly, but a number that enters it moves up to k others.")]
    public sealed class MovesASortedArray : ITopK
    {
        public static int[] Largest(IEnumerable<int> stream, int k)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(k);
            List<int> ascending = [];
            foreach (int number in stream)
            {
                LawRunner.EndIfGivenUp();
                int found = ascending.BinarySearch(number);
                ascending.Insert(found < 0 ? ~found : found, number);
                if (ascending.Count > k) ascending.RemoveAt(0);
            }
            ascending.Reverse();
            return [.. ascending];
        }
    }

    [CaughtBy(nameof(TopKCostProperties<>.Half_of_three_hundred_thousand_wide_items_do_not_take_quadratic_time))]
    [Breaks("Constraints.1")]
    [Advice("A count in 16 bits ends at 65 535, and then begins again at 0: count in int.")]
    public sealed class CountsInSixteenBits : Queue<CountsInSixteenBits>
    {
        protected override void Offer<T>(PriorityQueue<T, T> queue, T item, int k)
        {
            queue.Enqueue(item, item);
            if ((ushort)queue.Count > (ushort)k) queue.Dequeue();
        }
    }

    [CaughtBy(nameof(TopKCostProperties<>.Under_an_order_the_stream_is_not_kept_either))]
    [Breaks("TopKByOrder.Largest.summary.3")]
    [Advice("Under an order the stream is as long: sorting all of it keeps all of it.")]
    public sealed class SortsEverythingUnderAnOrder : ITopK, ITopKByOrder
    {
        public static int[] Largest(IEnumerable<int> stream, int k) => TopK.Largest(stream, k);

        public static T[] Largest<T>(IEnumerable<T> stream, int k, IComparer<T> order)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(k);
            return [.. stream.OrderDescending(order).Take(k)];
        }
    }

    [CaughtBy(nameof(TopKProperties<>.What_its_owner_overwrites_is_another_stream))]
    [Breaks("Largest.summary.1")]
    [Advice("The same list may hold other numbers at the next call: what is remembered of it is out of date.")]
    public sealed class RemembersTheList : ITopK
    {
        [ThreadStatic] private static (IEnumerable<int> Stream, int K, int[] Largest)? s_last;

        public static int[] Largest(IEnumerable<int> stream, int k)
        {
            if (s_last is { } last && last.Stream == stream && last.K == k) return [.. last.Largest];
            int[] answer = TopK.Largest(stream, k);
            s_last = (stream, k, answer);
            return [.. answer];
        }
    }
    [CaughtBy(nameof(TopKProperties<>.A_stream_may_call_it_while_it_is_read))]
    [Breaks("Largest.summary.1", "Largest.stream.1")]
    [Advice("A stream may be made by calls of yours: what is kept from call to call is theirs too, so let each call have its own.")]
    public sealed class KeepsItsQueue : Queue<KeepsItsQueue>
    {
        [ThreadStatic] private static PriorityQueue<int, int>? s_queue;

        protected override PriorityQueue<T, T> Begin<T>(int k, IComparer<T> order)
        {
            if (order != Comparer<int>.Default || (s_queue ??= new()) is not PriorityQueue<T, T> queue) return base.Begin(k, order);
            queue.Clear();
            return queue;
        }
    }
}
